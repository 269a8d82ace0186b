"""What happens to one stated value."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from domain.base.event import Correction, Event, Fields, Void
from domain.base.fields import Evidence, Text, Year
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.values.money import LARGEST
from domain.base.words import Code, Label
from domain.kpi.events import Kpi

ValueCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,47}$"),
    Label("記載値コード", "code", "orders-after-trips"),
]
ValueTitle = Annotated[
    Text,
    Public("what a published document counts"),
    Label("記載値の名称", "title", "業務発注に至った事例"),
]
Value = Annotated[int, Field(strict=True, ge=-LARGEST, le=LARGEST), Label("値", "value", "4")]
Unit = Annotated[str, StringConstraints(pattern=r"^\S{1,16}$"), Label("単位", "unit", "件")]


class Kind(Code):
    """What a stated value is."""

    DOCUMENT = "document", "資料に記載の値", "stated in a document"
    BASELINE = "baseline", "事業開始前の値", "value before the project"


class Stated(Fields):
    """A value as a document states it; `evidence` is that document."""

    code: ValueCode
    kind: Annotated[Kind, Label("記載値の種類", "kind", "document")]
    title: ValueTitle
    value: Value
    unit: Unit
    fiscal_year: Year | None = None
    kpi: Kpi | None = None
    evidence: Evidence


class ValueStated(Stated, Event):
    """A document states a value for this day."""

    TOPIC = "statement.value_stated"
    SENTENCE: ClassVar[Label] = Label(
        "資料に「{title}」は {value}{unit} とある。", "A document states {title}: {value} {unit}."
    )
    TASKS = (Task.PLAN,)


class StatementCorrected(Correction):
    """What was recorded of a stated value is not what the document says."""

    TOPIC = "statement.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の記載値を訂正した。",
        "The stated value of version {corrects} was corrected.",
    )
    MENDS = (ValueStated,)
    FIXED = frozenset({"code", "fiscal_year"})


class StatementVoided(Void):
    """No document states this value."""

    TOPIC = "statement.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の記載値を取り消した。", "The stated value of version {voids} was voided."
    )
    MENDS = (ValueStated,)
