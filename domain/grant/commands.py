"""What can be asked to be recorded of the plan of a grant project."""

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import StringConstraints

from domain.base.command import Annul, Command, Correct
from domain.base.event import Programme
from domain.base.fields import Amount
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.rule import Rule
from domain.base.words import Label
from domain.grant import rules
from domain.grant.events import (
    Call,
    Cause,
    Extent,
    Line,
    LineKey,
    NamedKpi,
    PlanCorrected,
    PlanEntryVoided,
    ProgrammeName,
    ProjectField,
    ProjectType,
    Target,
    Title,
)

PlanId = Annotated[UUID, Label("実施計画", "plan")]


_UNSOUND = (
    rules.NO_SUCH_KPI,
    rules.NO_SUCH_LINE,
    rules.NOT_AN_APPLICANT,
    rules.YEAR_OUTSIDE_PLAN,
    rules.MORE_THAN_THE_TOTAL,
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


class AmendPlan(Extent, OfPlan):
    """Record who takes part, for which years and at what total cost from now on."""

    LABEL = Label("実施計画を変更する", "Amend a plan")
    REFUSALS = (
        rules.BEFORE_THE_PLAN,
        rules.CHANGES_NOTHING,
        rules.YEAR_OUTSIDE_PLAN,
        rules.NOT_AN_APPLICANT,
        rules.MORE_THAN_THE_TOTAL,
    )


class NameProgramme(OfPlan):
    """Record what the national grant of the project is called from a day on."""

    LABEL = Label("交付金の名称を記録する", "Name the grant")
    REFUSALS = (rules.BEFORE_THE_PLAN, rules.CHANGES_NOTHING)

    name: ProgrammeName


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


class ChangeBudgetLine(LineKey, OfPlan):
    """Record the new amount of a budget line."""

    LABEL = Label("予算科目を変更する", "Change a budget line")
    REFUSALS = (
        rules.BEFORE_THE_PLAN,
        rules.NO_SUCH_LINE,
        rules.CHANGES_NOTHING,
        rules.MORE_THAN_THE_TOTAL,
    )

    amount: Amount
    cause: Annotated[Cause, Label("変更の事由", "cause", "supplement")]


class NameKpi(NamedKpi, OfPlan):
    """Record a KPI of the plan."""

    LABEL = Label("KPIを記録する", "Name a KPI")
    REFUSALS = (rules.BEFORE_THE_PLAN, rules.KPI_NAMED_ALREADY, rules.TOO_MANY_KPIS)


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


class CorrectPlan(OfPlan, Correct):
    """Put right what was recorded of a plan."""

    LABEL = Label("実施計画の記録を訂正する", "Correct a plan's entry")
    REFUSALS = (*MEND_RULES, *_UNSOUND)
    EVENT = PlanCorrected


class VoidPlanEntry(OfPlan, Annul):
    """Record that an entry of a plan never held."""

    LABEL = Label("実施計画の記録を取り消す", "Void a plan's entry")
    REFUSALS = (*VOID_RULES, *_UNSOUND)
    EVENT = PlanEntryVoided


PlanStep = AmendPlan | NameProgramme | SetBudgetLine | ChangeBudgetLine | NameKpi | SetTarget
"""What is decided on a plan that was submitted."""
PlanCommand = SubmitPlan | PlanStep | CorrectPlan | VoidPlanEntry
