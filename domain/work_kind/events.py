"""What was decided of one kind of work."""

from typing import Annotated, ClassVar
from uuid import UUID

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Text
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.engagement.codes import OrderKind

WorkKindId = Annotated[UUID, Label("業務の種類の定め", "kind of work")]


class Applies(Code):
    """Whether income tax is withheld from fees for a kind of work, as a person has decided."""

    YES = "yes", "対象", "withheld"
    NO = "no", "対象外", "not withheld"
    UNKNOWN = "unknown", "確認中", "being asked"


Withheld = Annotated[Applies, Label("源泉徴収の対象", "subject to withholding", "no")]


class Withholding(Fields):
    """Whether fees for a kind of work are subject to withholding, and who decided that.

    Which fees are is listed in 所得税法204条1項1号; the list is read by a person, and nothing is
    inferred from the name of a kind.
    """

    kind: Annotated[OrderKind, Label("業務の種類", "kind of work", "digitization")]
    applies: Withheld
    decided_by: Annotated[
        Text,
        Public("the name of an office, not of a person"),
        Label("判断した部署", "decided by", "会計課"),
    ]
    evidence: Evidence | None = None


class WithholdingSet(Withholding, Event):
    """Somebody decided whether fees for a kind of work are subject to withholding, from a day."""

    TOPIC = "work_kind.withholding_set"
    TASKS = (Task.ORDERS,)
    EVIDENCE = (PaperKind.MINUTES, PaperKind.OTHER)
    SENTENCE: ClassVar[Label] = Label(
        "{kind}の報酬は源泉徴収の「{applies}」とされた（{decided_by}）。",
        "Fees for {kind}: {applies}, as decided by {decided_by}.",
    )


class WithholdingCorrected(Correction):
    """What was recorded of the withholding from a kind of work was wrong."""

    TOPIC = "work_kind.withholding_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の源泉徴収の扱いを訂正した。",
        "The entry of version {corrects} on withholding was corrected.",
    )
    MENDS = (WithholdingSet,)
    FIXED = frozenset({"kind"})


class WithholdingVoided(Void):
    """An entry on the withholding from a kind of work never held."""

    TOPIC = "work_kind.withholding_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の源泉徴収の扱いを取り消した。",
        "The entry of version {voids} on withholding was voided.",
    )
    MENDS = (WithholdingSet,)
