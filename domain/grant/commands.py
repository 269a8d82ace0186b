"""What can be asked to be recorded of the plan of a grant project."""

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import StringConstraints

from domain.base.command import Annul, Command, Correct
from domain.base.event import Programme
from domain.base.fields import Amount, Evidence
from domain.base.mend import MEND_RULES, OTHERS_BUILD_ON_IT, VOID_RULES
from domain.base.rule import Rule
from domain.base.words import Label
from domain.evidence.events import DocumentNumber
from domain.grant import rules
from domain.grant.events import (
    BudgetCarriedOver,
    BudgetLineChanged,
    BudgetLineSet,
    BudgetSplit,
    BudgetTransferred,
    GrantShareDefined,
    KpiNamed,
    PlanAmended,
    PlanCorrected,
    PlanEntryVoided,
    PlanSelected,
    ProgrammeNamed,
    RelatedUrlSet,
    TargetSet,
)
from domain.grant.lines import CarriedOver, Cause, Line, LineKey, Split, Transfer
from domain.grant.terms import (
    Approval,
    Call,
    Extent,
    GrantShare,
    NamedKpi,
    ProgrammeName,
    ProjectField,
    ProjectType,
    Target,
    Title,
    Url,
)

PlanId = Annotated[UUID, Label("実施計画", "plan")]


_UNSOUND = (
    rules.NO_SUCH_KPI,
    rules.NO_SUCH_LINE,
    rules.NOT_AN_APPLICANT,
    rules.YEAR_OUTSIDE_PLAN,
    rules.MORE_THAN_THE_TOTAL,
    rules.MORE_THAN_THE_LINE,
)


class SubmitPlan(Extent, Command):
    """Record the plan of a grant project, as it was submitted."""

    LABEL = Label("実施計画を記録する", "Submit a plan")
    REFUSALS = (rules.SUBMITTED_ALREADY,)

    programme: Annotated[Programme, StringConstraints(pattern=r"^grant:")]
    title: Title
    project_type: Annotated[ProjectType, Label("事業タイプ", "type", "roll-out")]
    field: ProjectField
    call: Call | None = None

    def opens(self) -> str:
        """One stream for each grant project."""
        return self.programme


class OfPlan(Command):
    """A command on one plan; what it records is of the plan's programme."""

    TARGET = "plan_id"
    REFUSALS: ClassVar[tuple[Rule, ...]] = (rules.BEFORE_THE_PLAN,)

    plan_id: PlanId


class SelectPlan(OfPlan):
    """Record that the plan was selected (採択)."""

    LABEL = Label("採択を記録する", "Select a plan")
    REFUSALS = (rules.BEFORE_THE_PLAN, rules.SELECTED_ALREADY)
    EVENT = PlanSelected

    notice: DocumentNumber
    evidence: Evidence | None = None


class AmendPlan(Approval, Extent, OfPlan):
    """Record who takes part, for which years and at what total cost from now on."""

    LABEL = Label("実施計画を変更する", "Amend a plan")
    REFUSALS = (
        rules.BEFORE_THE_PLAN,
        rules.CHANGES_NOTHING,
        rules.YEAR_OUTSIDE_PLAN,
        rules.NOT_AN_APPLICANT,
        rules.MORE_THAN_THE_TOTAL,
    )
    EVENT = PlanAmended


class NameProgramme(OfPlan):
    """Record what the national grant of the project is called from a day on."""

    LABEL = Label("交付金の名称を記録する", "Name the grant")
    REFUSALS = (rules.BEFORE_THE_PLAN, rules.CHANGES_NOTHING)
    EVENT = ProgrammeNamed

    name: ProgrammeName
    evidence: Evidence | None = None


class DefineGrantShare(GrantShare, OfPlan):
    """Record which part of the cost the grant bears from a day on."""

    LABEL = Label("交付金の割合を定める", "Define the grant's share")
    REFUSALS = (rules.BEFORE_THE_PLAN, rules.CHANGES_NOTHING)
    EVENT = GrantShareDefined


class SetRelatedUrl(OfPlan):
    """Record under which address the project is published from a day on, or that there is none."""

    LABEL = Label("関連URLを記録する", "Set the related address")
    REFUSALS = (rules.BEFORE_THE_PLAN, rules.CHANGES_NOTHING)
    EVENT = RelatedUrlSet

    url: Url | None


class SetBudgetLine(Line, OfPlan):
    """Record a budget line of one fiscal year, for one municipality or for all together."""

    LABEL = Label("予算科目を記録する", "Set a budget line")
    REFUSALS = (
        rules.BEFORE_THE_PLAN,
        rules.YEAR_OUTSIDE_PLAN,
        rules.NOT_AN_APPLICANT,
        rules.LINE_SET_ALREADY,
        rules.MORE_THAN_THE_TOTAL,
    )
    EVENT = BudgetLineSet


class ChangeBudgetLine(LineKey, OfPlan):
    """Record the new amount of a budget line."""

    LABEL = Label("予算科目を変更する", "Change a budget line")
    REFUSALS = (
        rules.BEFORE_THE_PLAN,
        rules.NO_SUCH_LINE,
        rules.CHANGES_NOTHING,
        rules.MORE_THAN_THE_TOTAL,
        rules.MORE_THAN_THE_LINE,
    )
    EVENT = BudgetLineChanged

    amount: Amount
    cause: Annotated[Cause, Label("変更の事由", "cause", "supplement")]


_MOVING = (
    rules.BEFORE_THE_PLAN,
    rules.NO_SUCH_LINE,
    rules.NOT_AN_APPLICANT,
    rules.YEAR_OUTSIDE_PLAN,
    rules.MORE_THAN_THE_LINE,
)


class TransferBudget(Transfer, OfPlan):
    """Record that a sum goes from one budget line to another (流用): both sides at once."""

    LABEL = Label("予算を流用する", "Transfer budget")
    REFUSALS = _MOVING
    EVENT = BudgetTransferred


class CarryOverBudget(CarriedOver, OfPlan):
    """Record that a sum is carried over to the next year, whose line it makes or adds to."""

    LABEL = Label("予算を繰り越す", "Carry budget over")
    REFUSALS = _MOVING
    EVENT = BudgetCarriedOver


class SplitBudget(Split, OfPlan):
    """Record a municipality's part of a line that had not been split."""

    LABEL = Label("予算を市町村に分ける", "Split a budget line")
    REFUSALS = _MOVING
    EVENT = BudgetSplit


class NameKpi(NamedKpi, OfPlan):
    """Record a KPI of the plan."""

    LABEL = Label("KPIを記録する", "Name a KPI")
    REFUSALS = (rules.BEFORE_THE_PLAN, rules.KPI_NAMED_ALREADY, rules.TOO_MANY_KPIS)
    EVENT = KpiNamed


class SetTarget(Target, OfPlan):
    """Record the target of a KPI for one fiscal year; a target not given is left out."""

    LABEL = Label("目標値を記録する", "Set a target")
    REFUSALS = (
        rules.BEFORE_THE_PLAN,
        rules.NO_SUCH_KPI,
        rules.YEAR_OUTSIDE_PLAN,
        rules.NOT_AN_APPLICANT,
        rules.CHANGES_NOTHING,
    )
    EVENT = TargetSet


class CorrectPlan(OfPlan, Correct):
    """Put right what was recorded of a plan."""

    LABEL = Label("実施計画の記録を訂正する", "Correct a plan's entry")
    REFUSALS = (*MEND_RULES, OTHERS_BUILD_ON_IT, *_UNSOUND)
    EVENT = PlanCorrected
    DEPENDENTS = "expenditure"


class VoidPlanEntry(OfPlan, Annul):
    """Record that an entry of a plan never held."""

    LABEL = Label("実施計画の記録を取り消す", "Void a plan's entry")
    REFUSALS = (*VOID_RULES, *_UNSOUND)
    EVENT = PlanEntryVoided
    DEPENDENTS = "expenditure"


PlanStep = (
    SelectPlan
    | AmendPlan
    | NameProgramme
    | DefineGrantShare
    | SetRelatedUrl
    | SetBudgetLine
    | ChangeBudgetLine
    | TransferBudget
    | CarryOverBudget
    | SplitBudget
    | NameKpi
    | SetTarget
)
"""What is decided on a plan that was submitted."""
PlanCommand = SubmitPlan | PlanStep | CorrectPlan | VoidPlanEntry
