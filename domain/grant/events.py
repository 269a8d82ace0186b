"""What happens to the plan (実施計画) of a grant project."""

from typing import Annotated, ClassVar, get_args

from domain.base.event import Correction, Event, PaperKind, Void
from domain.base.fields import (
    Evidence,
)
from domain.base.tasks import Task
from domain.base.words import Label
from domain.evidence.events import DocumentNumber
from domain.grant.lines import CarriedOver, Cause, Line, Split, Transfer
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


class PlanSubmitted(Extent, Event):
    """The plan of a grant project was submitted."""

    TOPIC = "plan.submitted"
    SENTENCE: ClassVar[Label] = Label(
        "実施計画「{title}」を提出した（{first_year}～{last_year}年度、計 {total_cost} 円）。",
        "The plan {title} was submitted ({first_year} to {last_year}, {total_cost} yen in all).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)

    title: Title
    project_type: Annotated[ProjectType, Label("事業タイプ", "type", "roll-out")]
    field: ProjectField
    call: Call | None = None


class PlanSelected(Event):
    """The plan was selected (採択), which is not yet a grant decision."""

    TOPIC = "plan.selected"
    SENTENCE: ClassVar[Label] = Label(
        "実施計画が採択された（{notice}）。", "The plan was selected ({notice})."
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)

    notice: DocumentNumber
    evidence: Evidence | None = None


class PlanAmended(Approval, Extent, Event):
    """The plan's applicants, fiscal years or total cost changed."""

    TOPIC = "plan.amended"
    SENTENCE: ClassVar[Label] = Label(
        "実施計画を変更した（{first_year}～{last_year}年度、総事業費 {total_cost} 円）。",
        "The plan was amended ({first_year} to {last_year}, {total_cost} yen in all).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)


class ProgrammeNamed(Event):
    """The national grant under which the project runs has a name from this day on."""

    TOPIC = "plan.programme_named"
    SENTENCE: ClassVar[Label] = Label(
        "交付金の名称は「{name}」となった。", "The grant is called {name}."
    )
    TASKS = (Task.PLAN,)

    name: ProgrammeName
    evidence: Evidence | None = None


class GrantShareDefined(GrantShare, Event):
    """From this day on the grant bears this part of a municipality's cost."""

    TOPIC = "plan.grant_share_defined"
    SENTENCE: ClassVar[Label] = Label(
        "交付金の割合を {numerator}/{denominator}（{rounded_to} 円未満切捨て）とした。",
        "The grant bears {numerator}/{denominator}, rounded down to {rounded_to} yen.",
    )
    TASKS = (Task.PLAN,)


class RelatedUrlSet(Event):
    """The address under which the project is published was stated, or that there is none."""

    TOPIC = "plan.related_url_set"
    SENTENCE: ClassVar[Label] = Label(
        "関連URL を {url} とした。", "The related address was set: {url}."
    )
    TASKS = (Task.URLS,)

    url: Url | None = None


class BudgetLineSet(Line, Event):
    """A budget line of a fiscal year was set."""

    TOPIC = "plan.budget_line_set"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の予算科目 {line}「{title}」を {amount} 円とした（{municipality}）。",
        "Line {line}, {title}, of {fiscal_year} was set at {amount} yen ({municipality}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)


class BudgetLineChanged(Line, Event):
    """The amount of a budget line changed."""

    TOPIC = "plan.budget_line_changed"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の予算科目 {line} を {amount} 円に変更した（{cause}、{municipality}）。",
        "Line {line} of {fiscal_year} was changed to {amount} yen ({cause}, {municipality}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)

    cause: Annotated[Cause, Label("変更の事由", "cause", "supplement")]


class BudgetTransferred(Transfer, Event):
    """A sum was transferred from one budget line to another (流用)."""

    TOPIC = "plan.budget_transferred"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の {line} から {to_line} に {amount} 円を流用した（{municipality}）。",
        "{amount} yen of {fiscal_year} went from {line} to {to_line} ({municipality}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)


class BudgetCarriedOver(CarriedOver, Event):
    """A sum of a budget line was carried over to the next fiscal year."""

    TOPIC = "plan.budget_carried_over"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の {line} のうち {amount} 円を翌年度に繰り越した"
        "（{kind}、{municipality}）。",
        "{amount} yen of {line} of {fiscal_year} were carried over ({kind}, {municipality}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.PLAN,)


class BudgetSplit(Split, Event):
    """A municipality got its part of a budget line that had not been split."""

    TOPIC = "plan.budget_split"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の {line} のうち {amount} 円を {municipality} の分とした。",
        "{amount} yen of {line} of {fiscal_year} became the part of {municipality}.",
    )
    TASKS = (Task.PLAN,)


class KpiNamed(NamedKpi, Event):
    """The plan names a KPI and the figure that computes it."""

    TOPIC = "plan.kpi_named"
    SENTENCE: ClassVar[Label] = Label(
        "{kpi} を「{title}」とした（{basis}、定義 {figure}）。",
        "{kpi} is {title} ({basis}, defined by {figure}).",
    )
    TASKS = (Task.KPI_HIRES, Task.KPI_PILOTS, Task.KPI_DX, Task.KPI_MEMBERS)
    EVIDENCE = (PaperKind.PLAN,)


class TargetSet(Target, Event):
    """The target of a KPI for a fiscal year was set, or set anew."""

    TOPIC = "plan.target_set"
    SENTENCE: ClassVar[Label] = Label(
        "{kpi} の{fiscal_year}年度の目標値を {value} とした（{municipality}）。",
        "The target of {kpi} for {fiscal_year} was set at {value} ({municipality}).",
    )
    TASKS = (Task.KPI_HIRES, Task.KPI_PILOTS, Task.KPI_DX, Task.KPI_MEMBERS)
    EVIDENCE = (PaperKind.PLAN,)


PlanEvent = (
    PlanSubmitted
    | PlanSelected
    | PlanAmended
    | ProgrammeNamed
    | GrantShareDefined
    | RelatedUrlSet
    | BudgetLineSet
    | BudgetLineChanged
    | BudgetTransferred
    | BudgetCarriedOver
    | BudgetSplit
    | KpiNamed
    | TargetSet
)


class PlanCorrected(Correction):
    """What was recorded of a plan was wrong."""

    TOPIC = "plan.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の実施計画の記録を訂正した。",
        "The plan's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(PlanEvent)
    FIXED = frozenset({"line", "to_line", "fiscal_year", "municipality", "kpi"})


class PlanEntryVoided(Void):
    """An entry of a plan never held."""

    TOPIC = "plan.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の実施計画の記録を取り消した。",
        "The plan's entry of version {voids} was voided.",
    )
    MENDS = get_args(PlanEvent)
