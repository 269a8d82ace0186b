"""What happens to the grant of one municipality and fiscal year.

Selected (採択) is the plan; what is applied for, decided, paid and fixed is each municipality's.
"""

from typing import Annotated, ClassVar, get_args

from pydantic import Field

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Amount, Evidence, Municipality, Year
from domain.base.matter import MatterClosed
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.evidence.events import DocumentNumber

Cost = Annotated[Amount, Label("交付対象経費（円）", "eligible cost in yen", "10251000")]
Granted = Annotated[Amount, Label("交付金の額（円）", "grant in yen", "5125000")]
Received = Annotated[Amount, Field(gt=0), Label("受領額（円）", "received in yen", "2000000")]
PaidBack = Annotated[Amount, Field(gt=0), Label("返還額（円）", "repaid in yen", "120000")]


class RepaymentCause(Code):
    """Why a grant was paid back."""

    OVER_ADVANCE = "over-advance", "概算払の精算", "more was advanced than was fixed"
    FINDING = "finding", "検査・監査の指摘", "finding of an audit"
    DISPOSAL = "disposal", "財産処分", "disposal of property"


class Award(Fields):
    """Whose grant of which fiscal year."""

    municipality: Municipality
    fiscal_year: Year


class Paper(Fields):
    """The number of the paper that says so, and the paper."""

    number: DocumentNumber
    evidence: Evidence | None = None


class GrantApplied(Paper, Award, Event):
    """A municipality applied for the grant of a fiscal year (交付申請)."""

    TOPIC = "award.applied"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の交付金 {amount} 円を申請した（{municipality}、{number}）。",
        "{municipality} applied for a grant of {amount} yen for {fiscal_year} ({number}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.APPLICATION,)

    cost: Cost
    amount: Granted


class GrantDecided(Paper, Award, Event):
    """The grant was decided (交付決定)."""

    TOPIC = "award.decided"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の交付金 {amount} 円の交付が決定した（{municipality}、{number}）。",
        "A grant of {amount} yen for {fiscal_year} was decided ({municipality}, {number}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)

    amount: Granted


class GrantDecisionAmended(Paper, Award, Event):
    """The grant decision was amended (変更交付決定)."""

    TOPIC = "award.decision_amended"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の交付金の額を {amount} 円に変更する決定があった"
        "（{municipality}、{number}）。",
        "The grant for {fiscal_year} was amended to {amount} yen ({municipality}, {number}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)

    amount: Granted


class GrantAdvanced(Award, Event):
    """A part of the grant was received in advance (概算払)."""

    TOPIC = "award.advanced"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の交付金の概算払 {amount} 円を受けた（{municipality}）。",
        "{amount} yen of the grant for {fiscal_year} were advanced ({municipality}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PAYMENT,)

    amount: Received
    evidence: Evidence | None = None


class PerformanceReported(Paper, Award, Event):
    """The municipality reported what had been done and spent (実績報告)."""

    TOPIC = "award.performance_reported"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の実績を報告した（対象経費 {cost} 円、{municipality}、{number}）。",
        "Performance of {fiscal_year} was reported: {cost} yen ({municipality}, {number}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)

    cost: Cost


class GrantFixed(Paper, Award, Event):
    """The amount of the grant was fixed (額の確定)."""

    TOPIC = "award.fixed"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の交付金の額が {amount} 円に確定した（{municipality}、{number}）。",
        "The grant for {fiscal_year} was fixed at {amount} yen ({municipality}, {number}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)

    amount: Granted


class GrantSettled(Award, Event):
    """What was left of the fixed amount was received (精算払)."""

    TOPIC = "award.settled"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の交付金の精算払 {amount} 円を受けた（{municipality}）。",
        "{amount} yen of the grant for {fiscal_year} were paid in settlement ({municipality}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PAYMENT,)

    amount: Received
    evidence: Evidence | None = None


class GrantRepaid(Award, Event):
    """A part of the grant was paid back (返還)."""

    TOPIC = "award.repaid"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の交付金 {amount} 円を返還した（{cause}、{municipality}）。",
        "{amount} yen of the grant for {fiscal_year} were paid back ({cause}, {municipality}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PAYMENT,)

    amount: PaidBack
    cause: Annotated[RepaymentCause, Label("返還の理由", "cause", "over-advance")]
    evidence: Evidence | None = None


class AwardMatterClosed(MatterClosed):
    """A person looked at a matter to check of this grant and closed it."""

    TOPIC = "award.matter_closed"
    TASKS = (Task.PLAN,)
    SENTENCE = MatterClosed.SENTENCE


AwardEvent = (
    GrantApplied
    | GrantDecided
    | GrantDecisionAmended
    | GrantAdvanced
    | PerformanceReported
    | GrantFixed
    | GrantSettled
    | GrantRepaid
    | AwardMatterClosed
)


class AwardCorrected(Correction):
    """What was recorded of a grant was wrong."""

    TOPIC = "award.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の交付金の記録を訂正した。",
        "The grant's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(AwardEvent)
    FIXED = frozenset(Award.model_fields)


class AwardEntryVoided(Void):
    """An entry of a grant never held."""

    TOPIC = "award.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の交付金の記録を取り消した。",
        "The grant's entry of version {voids} was voided.",
    )
    MENDS = get_args(AwardEvent)
