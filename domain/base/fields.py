"""Types that several areas' commands, events and rows share, each with its word and example."""

from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, StringConstraints

from domain.base.event import Fields
from domain.base.values.budget_item import BudgetItem
from domain.base.values.codes import MunicipalityCode
from domain.base.values.fiscal_year import FiscalYear
from domain.base.values.money import Yen
from domain.base.words import Label


def _without_controls(text: str) -> str:
    if any((ord(c) < ord(" ") and c not in "\t\n\r") or c == "\x7f" for c in text):
        raise ValueError("the text holds a control character")
    return text


Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400, strip_whitespace=True),
    AfterValidator(_without_controls),
]
"""A text of people, of one line or more; no control characters, which no database would keep."""
Number = Annotated[
    str,
    StringConstraints(
        pattern=r"^[^\s|\x00-\x1f\x7f](?:[^|\x00-\x1f\x7f]{0,62}[^\s|\x00-\x1f\x7f])?$"
    ),
]
"""A number that people gave to a thing: any characters but a vertical bar and control ones."""


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that names another stream, or a person; `aggregate` is what kind of thing.

    Sheets write such a field by the number under which people know the thing.
    """

    aggregate: str


@dataclass(frozen=True, slots=True)
class PerhapsPerson:
    """Marks a field that names a thing of one of several kinds, of which one is a person."""


@dataclass(frozen=True, slots=True)
class NumberOf:
    """Marks a condition that names a person by a number, of which kind of record it is.

    What is kept of the question names the record by its id instead. `in_programme`: the number is
    one only within a programme.
    """

    aggregate: str
    in_programme: bool = False


PersonId = Annotated[UUID, Refers("person"), Label("人の仮名ID", "person")]
WorkerId = Annotated[UUID, Refers("worker"), Label("住民ワーカー", "worker")]
Evidence = Annotated[UUID, Refers("evidence"), Label("証拠書類", "evidence")]
Municipality = Annotated[MunicipalityCode, Label("市町村コード", "municipality", "203246")]
Whose = Annotated[MunicipalityCode | Literal["joint"], Label("市町村", "municipality", "joint")]
"""The municipality a sum or a fact belongs to, or `joint` where nobody has split it."""
Year = Annotated[FiscalYear, Label("年度", "fiscal year", "R6")]
BudgetLine = Annotated[Number, Label("予算科目", "budget line", "2-training")]
Amount = Annotated[Yen, Label("金額（円）", "amount in yen", "500000")]
Setsu = Annotated[BudgetItem, Label("節", "budget item", "r2:12")]
Pillar = Annotated[Literal["1", "2", "3", "4"], Label("事業の柱", "pillar", "2")]
AS_FACT = Label("既に行われた事実として記録する", "recorded as a fact", "false")
UNLESS_A_FACT = Label(
    f"既に行われたことなら「{AS_FACT.ja}」を選んでください。",
    "If it has happened already, say that it is recorded as a fact (as_fact).",
)
"""What a rule that is about things still to be done says to whoever records what was done."""
RecordedAsFact = Annotated[bool, AS_FACT]
"""Whether it has happened already, so that refusing it would only hide it."""


class AsFact(Fields):
    """Whether something is recorded that has happened already, whatever a rule says of it."""

    as_fact: RecordedAsFact = False
