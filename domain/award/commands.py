"""What can be asked to be recorded of a municipality's grant of a fiscal year."""

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import StringConstraints

from domain.award import rules
from domain.award.events import (
    Award,
    AwardCorrected,
    AwardEntryVoided,
    AwardMatterClosed,
    Cost,
    GrantAdvanced,
    GrantDecided,
    GrantDecisionAmended,
    Granted,
    GrantFixed,
    GrantRepaid,
    GrantSettled,
    PaidBack,
    Paper,
    PerformanceReported,
    Received,
    RepaymentCause,
)
from domain.base.command import Annul, Command, Correct, Reads
from domain.base.event import Programme
from domain.base.fields import Evidence
from domain.base.matter import CLOSING_RULES, CloseMatter
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.rule import Rule
from domain.base.words import Label

AwardId = Annotated[UUID, Label("交付金の手続", "grant award")]
PlanId = Annotated[UUID, Reads("plan"), Label("実施計画", "plan")]

_UNSOUND = (
    rules.BEFORE_THE_APPLICATION,
    rules.NOT_DECIDED,
    rules.NOT_REPORTED,
    rules.NOT_FIXED,
    rules.ADVANCE_ABOVE_DECISION,
    rules.FIXED_ABOVE_DECISION,
    rules.SETTLED_ABOVE_FIXED,
    rules.REPAID_ABOVE_RECEIVED,
)


class ApplyForGrant(Paper, Award, Command):
    """Record the application of a municipality for the grant of a fiscal year (交付申請)."""

    LABEL = Label("交付申請を記録する", "Apply for a grant")
    REFUSALS = (rules.APPLIED_ALREADY, rules.NOT_IN_THE_PLAN)

    programme: Annotated[Programme, StringConstraints(pattern=r"^grant:")]
    cost: Cost
    amount: Granted
    plan_id: PlanId

    def opens(self) -> str:
        """One stream for each municipality and fiscal year of a grant project."""
        return f"{self.programme}|{self.municipality}|{self.fiscal_year}"


class OfAward(Command):
    """A command on one municipality's grant of a fiscal year."""

    TARGET = "award_id"
    REFUSALS: ClassVar[tuple[Rule, ...]] = (rules.BEFORE_THE_APPLICATION,)

    award_id: AwardId


class DecideGrant(Paper, OfAward):
    """Record the grant decision (交付決定)."""

    LABEL = Label("交付決定を記録する", "Decide a grant")
    REFUSALS = (rules.BEFORE_THE_APPLICATION, rules.DECIDED_ALREADY)
    EVENT = GrantDecided

    amount: Granted


class AmendDecision(Paper, OfAward):
    """Record an amended grant decision (変更交付決定)."""

    LABEL = Label("変更交付決定を記録する", "Amend a grant decision")
    REFUSALS = (
        rules.BEFORE_THE_APPLICATION,
        rules.NOT_DECIDED,
        rules.ADVANCE_ABOVE_DECISION,
        rules.FIXED_ABOVE_DECISION,
    )
    EVENT = GrantDecisionAmended

    amount: Granted


class AdvanceGrant(OfAward):
    """Record that a part of the grant was received in advance (概算払)."""

    LABEL = Label("概算払の受領を記録する", "Advance a grant")
    HAPPENED = True
    REFUSALS = (
        rules.BEFORE_THE_APPLICATION,
        rules.NOT_DECIDED,
        rules.ADVANCE_ABOVE_DECISION,
        rules.SETTLED_ABOVE_FIXED,
    )
    EVENT = GrantAdvanced

    amount: Received
    evidence: Evidence | None = None


class ReportPerformance(Paper, OfAward):
    """Record the performance report (実績報告)."""

    LABEL = Label("実績報告を記録する", "Report performance")
    REFUSALS = (rules.BEFORE_THE_APPLICATION, rules.NOT_DECIDED, rules.REPORTED_ALREADY)
    EVENT = PerformanceReported

    cost: Cost


class FixGrant(Paper, OfAward):
    """Record that the amount was fixed (額の確定)."""

    LABEL = Label("額の確定を記録する", "Fix a grant")
    REFUSALS = (
        rules.BEFORE_THE_APPLICATION,
        rules.NOT_REPORTED,
        rules.FIXED_ALREADY,
        rules.FIXED_ABOVE_DECISION,
    )
    EVENT = GrantFixed

    amount: Granted


class SettleGrant(OfAward):
    """Record that what was left of the fixed amount was received (精算払)."""

    LABEL = Label("精算払の受領を記録する", "Settle a grant")
    HAPPENED = True
    REFUSALS = (rules.BEFORE_THE_APPLICATION, rules.NOT_FIXED, rules.SETTLED_ABOVE_FIXED)
    EVENT = GrantSettled

    amount: Received
    evidence: Evidence | None = None


class RepayGrant(OfAward):
    """Record that a part of the grant was paid back (返還)."""

    LABEL = Label("返還を記録する", "Repay a grant")
    HAPPENED = True
    REFUSALS = (rules.BEFORE_THE_APPLICATION, rules.REPAID_ABOVE_RECEIVED)
    EVENT = GrantRepaid

    amount: PaidBack
    cause: Annotated[RepaymentCause, Label("返還の理由", "cause", "over-advance")]
    evidence: Evidence | None = None


class CloseAwardMatter(CloseMatter, OfAward):
    """Close a matter to check of a grant: explained, remedied or confirmed."""

    LABEL = Label("交付金の要確認事項を処理する", "Close a matter of a grant")
    REFUSALS = CLOSING_RULES
    EVENT = AwardMatterClosed


class CorrectAward(OfAward, Correct):
    """Put right what was recorded of a grant."""

    LABEL = Label("交付金の記録を訂正する", "Correct a grant's entry")
    REFUSALS = (*MEND_RULES, *_UNSOUND)
    EVENT = AwardCorrected


class VoidAwardEntry(OfAward, Annul):
    """Record that an entry of a grant never held."""

    LABEL = Label("交付金の記録を取り消す", "Void a grant's entry")
    REFUSALS = (*VOID_RULES, *_UNSOUND)
    EVENT = AwardEntryVoided


AwardStep = (
    DecideGrant
    | AmendDecision
    | AdvanceGrant
    | ReportPerformance
    | FixGrant
    | SettleGrant
    | RepayGrant
)
"""What is decided on a grant that was applied for."""
AwardCommand = ApplyForGrant | AwardStep | CloseAwardMatter | CorrectAward | VoidAwardEntry
