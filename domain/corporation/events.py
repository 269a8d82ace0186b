"""What happens to the corporation, and to a contract whose orderer it becomes."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, model_validator

from domain.activity.events import ActivityCode
from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Text
from domain.base.orderer import PrincipalCode, PrincipalKind, check_code
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.values.codes import CorporateNumber
from domain.base.words import Code, Label

CorporationId = Annotated[UUID, Label("法人", "corporation")]
SubjectId = Annotated[UUID, Label("承継した記録", "record that was novated")]
NovationId = Annotated[UUID, Label("契約の承継", "novation")]
CorporationName = Annotated[
    Text,
    Public("a corporation's registered name, which is public"),
    Label("法人名", "name of the corporation", "一般社団法人立科町振興公社"),
]
Number = Annotated[CorporateNumber, Label("法人番号", "corporate number", "8000000000001")]


class Form(Code):
    """What kind of legal person it is."""

    ASSOCIATION = "association", "一般社団法人", "general incorporated association"
    FOUNDATION = "foundation", "一般財団法人", "general incorporated foundation"
    COMPANY = "company", "株式会社・合同会社", "company"
    NPO = "npo", "特定非営利活動法人", "non-profit corporation"
    OTHER = "other", "その他", "other"


class Subject(Code):
    """What is novated."""

    CONTRACT = "contract", "業務委託契約", "service contract"
    ENGAGEMENT = "engagement", "受注案件", "engagement"
    COMMISSION = "commission", "個別委託", "commission"


class Size(Fields):
    """How many officers it has, and whether it employs anyone.

    An orderer with employees, or a corporation with two officers or more, is bound by all of the
    act on freelancers (フリーランス・事業者間取引適正化等法2条6項), not only by its article 3.
    """

    officers: Annotated[
        int, Field(strict=True, ge=1, le=999), Label("役員数", "number of officers", "5")
    ]
    has_employees: Annotated[bool, Label("従業員の有無", "has employees", "true")]

    def bound_in_full(self) -> bool:
        """Say whether it is a 特定業務委託事業者."""
        return self.has_employees or self.officers > 1


class Founding(Size):
    """A corporation as it is registered."""

    corporate_number: Number
    name: CorporationName
    form: Annotated[Form, Label("法人の種類", "form", "association")]
    evidence: Evidence | None = None


class Parties(Fields):
    """From whom to whom."""

    from_kind: Annotated[PrincipalKind, Label("移す側", "from", "town")]
    from_code: Annotated[PrincipalCode, Label("移す側のコード", "code of from", "203246")]
    to_kind: Annotated[PrincipalKind, Label("受ける側", "to", "corporation")]
    to_code: Annotated[PrincipalCode, Label("受ける側のコード", "code of to", "8000000000001")]

    @model_validator(mode="after")
    def _names_both(self) -> Self:
        check_code(self.from_kind, self.from_code)
        check_code(self.to_kind, self.to_code)
        return self


class Transfer(Parties):
    """Who runs the programme from a day on: all of it, or the activities named."""

    activities: Annotated[tuple[ActivityCode, ...], Label("移した活動", "activities")] = ()
    evidence: Evidence | None = None


class Novation(Fields):
    """What goes on with the corporation as its orderer, who ordered it before, who was told when.

    `subject_id` is the record of a service contract, of a client's order or of a commission.
    """

    corporation_id: CorporationId
    subject_id: SubjectId
    from_kind: Annotated[PrincipalKind, Label("承継前の委託者", "orderer before", "town")]
    from_code: Annotated[
        PrincipalCode, Label("承継前の委託者のコード", "code of orderer before", "203246")
    ]
    notified_on: Annotated[Day | None, Label("相手方への通知日", "notified on", "2025-03-14")] = (
        None
    )
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _names_the_orderer_before(self) -> Self:
        check_code(self.from_kind, self.from_code)
        return self


class CorporationFounded(Founding, Event):
    """The corporation was founded."""

    TOPIC = "corporation.founded"
    TASKS = (Task.CORPORATION,)
    EVIDENCE = (PaperKind.CERTIFICATE,)
    SENTENCE: ClassVar[Label] = Label(
        "{name}（{form}）を設立した。役員 {officers} 名。",
        "{name} ({form}) was founded with {officers} officers.",
    )


class OfficersChanged(Size, Event):
    """The number of officers changed, or whether the corporation employs anyone."""

    TOPIC = "corporation.officers_changed"
    TASKS = (Task.CORPORATION,)
    SENTENCE: ClassVar[Label] = Label(
        "役員は {officers} 名、従業員の有無は {has_employees} となった。",
        "There are {officers} officers now; employees: {has_employees}.",
    )

    evidence: Evidence | None = None


class OperationTransferred(Transfer, Event):
    """A programme, or some of its activities, was transferred from this day on."""

    TOPIC = "corporation.operation_transferred"
    TASKS = (Task.CORPORATION,)
    EVIDENCE = (PaperKind.CONTRACT, PaperKind.MINUTES)
    SENTENCE: ClassVar[Label] = Label(
        "事業の運営を {from_code}（{from_kind}）から {to_code}（{to_kind}）に移した。",
        "The operation was transferred from {from_code} ({from_kind}) to {to_code} ({to_kind}).",
    )


CorporationEvent = CorporationFounded | OfficersChanged | OperationTransferred


class CorporationCorrected(Correction):
    """What was recorded of the corporation was wrong."""

    TOPIC = "corporation.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の法人の記録を訂正した。",
        "The entry of version {corrects} of the corporation was corrected.",
    )
    MENDS = get_args(CorporationEvent)
    FIXED = frozenset({"corporate_number", "to_kind", "to_code", "from_kind", "from_code"})


class CorporationEntryVoided(Void):
    """A change of officers or a transfer never held."""

    TOPIC = "corporation.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の法人の記録を取り消した。",
        "The entry of version {voids} of the corporation was voided.",
    )
    MENDS = (OfficersChanged, OperationTransferred)


class ContractNovated(Novation, Event):
    """The corporation became the orderer of what a town had ordered."""

    TOPIC = "corporation.contract_novated"
    TASKS = (Task.CORPORATION,)
    EVIDENCE = (PaperKind.CONTRACT,)
    SENTENCE: ClassVar[Label] = Label(
        "{subject_kind}の委託者が {from_code}（{from_kind}）から {to_code} に替わった。",
        "The orderer of the {subject_kind} changed from {from_code} ({from_kind}) to {to_code}.",
    )

    subject_kind: Annotated[Subject, Label("承継したもの", "what was novated", "contract")]
    to_code: Annotated[PrincipalCode, Label("受ける側のコード", "code of to", "8000000000001")]


class NovationCorrected(Correction):
    """What was recorded of a novation was wrong."""

    TOPIC = "corporation.novation_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の承継の記録を訂正した。",
        "The novation of version {corrects} was corrected.",
    )
    MENDS = (ContractNovated,)
    FIXED = frozenset(
        {"corporation_id", "subject_id", "subject_kind", "to_code", "from_kind", "from_code"}
    )


class NovationVoided(Void):
    """A novation never took place."""

    TOPIC = "corporation.novation_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の承継の記録を取り消した。", "The novation of version {voids} was voided."
    )
    MENDS = (ContractNovated,)
