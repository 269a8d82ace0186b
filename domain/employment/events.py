"""What happens to one employment of a person.

How a person works is a fact; what counts as a new hire is a definition. So the form of work stands
in each event, and definitions of figures say which forms they count.
"""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Municipality, PersonId
from domain.base.tasks import Task
from domain.base.values.codes import parse_corporate_number, parse_municipality_code
from domain.base.words import Code, Label
from domain.engagement.events import PartyCode

EmploymentId = Annotated[UUID, Label("就業", "employment")]
Ordinal = Annotated[int, Field(strict=True, ge=1, le=99), Label("通し番号", "ordinal", "1")]


class Form(Code):
    """In which form a person works."""

    EMPLOYED = "employed", "雇用（雇用契約）", "employed under a contract of employment"
    COMMISSIONED = "commissioned", "業務委託", "commissioned"
    OWN_BUSINESS = "own-business", "自営・起業", "a business of one's own"


class EmployerKind(Code):
    """What stands for the employer or client."""

    MUNICIPALITY = "municipality", "市町村（コード）", "a municipality, by its code"
    CORPORATION = "corporation", "法人（法人番号）", "a corporation, by its number"
    CLIENT = "client", "顧客（記録の番号）", "a client, by its record"
    NONE = "none", "なし（自営）", "nobody: one's own business"


def _client_id(code: str) -> str:
    return str(UUID(code))


_USUAL = {
    EmployerKind.MUNICIPALITY: parse_municipality_code,
    EmployerKind.CORPORATION: parse_corporate_number,
    EmployerKind.CLIENT: _client_id,
}


class Work(Fields):
    """Who works in which form for whom, and in which municipality; `ordinal` counts from 1."""

    person_id: PersonId
    ordinal: Ordinal
    form: Annotated[Form, Label("就業の形", "form of work", "employed")]
    employer_kind: Annotated[EmployerKind, Label("相手方の種類", "kind of employer", "corporation")]
    employer: PartyCode | None = None
    municipality: Municipality

    @model_validator(mode="after")
    def _names_the_employer(self) -> Self:
        if (self.form is Form.OWN_BUSINESS) != (self.employer_kind is EmployerKind.NONE):
            raise ValueError("a business of one's own, and nothing else, has no employer")
        if (self.employer is None) != (self.employer_kind is EmployerKind.NONE):
            raise ValueError("the employer's code is given with its kind, and only then")
        if self.employer is not None and self.employer != _USUAL[self.employer_kind](self.employer):
            raise ValueError("the employer's code is not in its usual form")
        return self


class EmploymentBegan(Work, Event):
    """A person began to work for an employer or client, or in a business of their own."""

    TOPIC = "employment.began"
    TASKS = (Task.KPI_HIRES,)
    EVIDENCE = (PaperKind.CONTRACT, PaperKind.APPLICATION, PaperKind.CERTIFICATE)
    SENTENCE: ClassVar[Label] = Label(
        "就業を始めた（{form}、{municipality}）。",
        "Work began ({form}, {municipality}).",
    )

    evidence: Evidence | None = None


class EmploymentEnded(Work, Event):
    """An employment ended; `effective_on` is its last day."""

    TOPIC = "employment.ended"
    TASKS = (Task.KPI_HIRES,)
    SENTENCE: ClassVar[Label] = Label("就業を終えた（{form}）。", "Work ended ({form}).")


EmploymentEvent = EmploymentBegan | EmploymentEnded


class EmploymentCorrected(Correction):
    """What was recorded of an employment was wrong."""

    TOPIC = "employment.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の就業の記録を訂正した。",
        "The employment entry of version {corrects} was corrected.",
    )
    MENDS = get_args(EmploymentEvent)
    FIXED = frozenset({"person_id", "ordinal"})


class EmploymentVoided(Void):
    """An employment did not begin, or not end, as recorded."""

    TOPIC = "employment.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の就業の記録を取り消した。",
        "The employment entry of version {voids} was voided.",
    )
    MENDS = get_args(EmploymentEvent)
