"""What can be asked to be recorded of the outreach policy and of a year's plan."""

from typing import Self

from pydantic import model_validator

from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.outreach import rules
from domain.outreach.events import (
    Approval,
    Draft,
    Drop,
    OutreachPlan,
    OutreachPlanCorrected,
    OutreachPlanEntryVoided,
    PlanId,
    PlanItem,
    PolicyCorrected,
    PolicyEntryVoided,
    PolicyId,
    Version,
    When,
)

_UNSOUND_POLICY = (
    rules.NO_SUCH_VERSION,
    rules.APPROVED_ALREADY,
    rules.ANOTHER_IN_FORCE,
    rules.NOT_IN_FORCE,
)
_UNSOUND_PLAN = (rules.OUTSIDE_YEAR, rules.NO_SUCH_ITEM, rules.MOVED_LATER)


def plan_key(programme: str, fiscal_year: int) -> str:
    """Give the natural key of the stream that a year's plan has."""
    return f"{programme}|{fiscal_year}"


class DraftPolicy(Draft, Command):
    """Record a draft of the outreach policy, the first or a further version."""

    LABEL = Label("広報運用ポリシーの案を記録する", "Draft an outreach policy")
    REFUSALS = (rules.NEEDS_PROGRAMME, rules.DRAFTED_ALREADY)

    def opens(self) -> str:
        """One stream for the policy of each programme."""
        return self.programme


class OfPolicy(Command):
    """A command on one programme's policy."""

    TARGET = "policy_id"

    policy_id: PolicyId


class ApprovePolicy(Approval, OfPolicy):
    """Record that a version was approved; `effective_on` is the first day on which it holds."""

    LABEL = Label("ポリシーの決裁を記録する", "Approve a version of the policy")
    REFUSALS = (rules.NO_SUCH_VERSION, rules.APPROVED_ALREADY, rules.ANOTHER_IN_FORCE)

    @model_validator(mode="after")
    def _holds_from_its_approval_on(self) -> Self:
        if self.effective_on < self.approved_on:
            raise ValueError("a policy does not hold before the day on which it was approved")
        return self


class SupersedePolicy(Version, OfPolicy):
    """Record that a version ceased; `effective_on` is the first day on which it does not hold."""

    LABEL = Label("ポリシーの適用の終わりを記録する", "Supersede a version of the policy")
    REFUSALS = (rules.NOT_IN_FORCE,)


class CorrectPolicy(OfPolicy, Correct):
    """Put right what was recorded of the policy."""

    LABEL = Label("ポリシーの記録を訂正する", "Correct a policy entry")
    REFUSALS = (*MEND_RULES, *_UNSOUND_POLICY)
    EVENT = PolicyCorrected


class VoidPolicyEntry(OfPolicy, Annul):
    """Record that an entry of the policy never held."""

    LABEL = Label("ポリシーの記録を取り消す", "Void a policy entry")
    REFUSALS = (*VOID_RULES, *_UNSOUND_POLICY)
    EVENT = PolicyEntryVoided


class ApproveOutreachPlan(OutreachPlan, Command):
    """Record that the outreach plan of a fiscal year was approved."""

    LABEL = Label("広報計画の決裁を記録する", "Approve an outreach plan")
    REFUSALS = (rules.NEEDS_PROGRAMME, rules.PLAN_APPROVED_ALREADY)

    def opens(self) -> str:
        """One stream for each programme and fiscal year."""
        return plan_key(self.programme, self.fiscal_year)


class OfPlan(Command):
    """A command on one year's plan."""

    TARGET = "plan_id"

    plan_id: PlanId


class AddPlanItem(PlanItem, OfPlan):
    """Record something that is to be said in public."""

    LABEL = Label("計画項目を加える", "Add an item to the plan")
    REFUSALS = (rules.BEFORE_APPROVAL, rules.ADDED_ALREADY, rules.OUTSIDE_YEAR)


class MovePlanItem(When, OfPlan):
    """Record that an item is planned for another day of the year."""

    LABEL = Label("計画項目を移す", "Move an item of the plan")
    REFUSALS = (rules.NO_SUCH_ITEM, rules.OUTSIDE_YEAR)


class DropPlanItem(Drop, OfPlan):
    """Record that an item is not done."""

    LABEL = Label("計画項目を取りやめる", "Drop an item of the plan")
    REFUSALS = (rules.NO_SUCH_ITEM, rules.MOVED_LATER)


class CorrectOutreachPlan(OfPlan, Correct):
    """Put right what was recorded of a year's plan."""

    LABEL = Label("広報計画の記録を訂正する", "Correct an outreach plan")
    REFUSALS = (*MEND_RULES, *_UNSOUND_PLAN)
    EVENT = OutreachPlanCorrected


class VoidOutreachPlanEntry(OfPlan, Annul):
    """Record that an entry of a year's plan never held."""

    LABEL = Label("広報計画の記録を取り消す", "Void an entry of an outreach plan")
    REFUSALS = (*VOID_RULES, *_UNSOUND_PLAN)
    EVENT = OutreachPlanEntryVoided


PolicyStep = ApprovePolicy | SupersedePolicy
PolicyCommand = DraftPolicy | PolicyStep | CorrectPolicy | VoidPolicyEntry
PlanStep = AddPlanItem | MovePlanItem | DropPlanItem
PlanCommand = ApproveOutreachPlan | PlanStep | CorrectOutreachPlan | VoidOutreachPlanEntry
