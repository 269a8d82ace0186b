"""What happens to the plan (実施計画) of a grant project."""

from datetime import date
from typing import Annotated, ClassVar, Self, TypeVar, get_args

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from domain.base.event import Correction, Event, Fields, Void
from domain.base.fields import (
    Amount,
    BudgetLine,
    Municipality,
    Pillar,
    Setsu,
    Text,
    Whose,
    Year,
)
from domain.base.figure import FigureCode
from domain.base.personal import Public
from domain.base.values.money import LARGEST
from domain.base.words import Code, Label
from domain.kpi.events import Kpi

T = TypeVar("T")


def _different(values: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(values)) < len(values):
        raise ValueError("something is named twice")
    return values


def _in_every_year(month_and_day: str) -> str:
    date.fromisoformat(f"2023-{month_and_day}")
    return month_and_day


class ProjectType(Code):
    """The type of the project in the national scheme; it decides what a successor is called."""

    ROLL_OUT = "roll-out", "横展開型", "roll-out type"
    PIONEERING = "pioneering", "先駆型", "pioneering type"


class Cause(Code):
    """Why a budget line changed."""

    SUPPLEMENT = "supplement", "補正", "supplementary budget"
    TRANSFER = "transfer", "流用", "transfer between lines"
    CARRY_OVER = "carry-over", "繰越", "carried over"
    AMENDED_DECISION = "amended-decision", "変更交付決定", "amended grant decision"
    SPLIT = "split", "市町村への分割", "split between municipalities"


class Basis(Code):
    """What a KPI's value and target mean: the words of the figure language."""

    ANNUAL = "annual", "当該年度", "of the fiscal year"
    INCREMENT = "increment", "増加分", "increment"
    CUMULATIVE = "cumulative", "累計", "cumulative"
    LEVEL = "level", "時点値", "level on a day"


Title = Annotated[
    Text,
    Public("as it stands in the published plan"),
    Label("事業の名称", "title", "地域住民による地域DX推進事業"),
]
ProjectField = Annotated[
    Text,
    Public("as it stands in the published plan"),
    Label("事業分野", "field", "ローカルイノベーション"),
]
Call = Annotated[
    Text,
    Public("as it stands in the published plan"),
    Label("初回採択回", "first call", "令和6年度第1回募集"),
]
Applicants = Annotated[
    tuple[Municipality, ...],
    Field(min_length=1),
    AfterValidator(_different),
    Label("申請者", "applicants", "203246"),
]
FirstYear = Annotated[Year, Label("開始年度", "first fiscal year", "R6")]
LastYear = Annotated[Year, Label("終了年度", "last fiscal year", "R8")]
TotalCost = Annotated[Amount, Label("総事業費（円）", "total cost in yen", "105565000")]
ProgrammeName = Annotated[
    Text,
    Public("the name of a national grant"),
    Label("交付金の名称", "name of the grant", "地域未来交付金"),
]
LineTitle = Annotated[
    Text,
    Public("as it stands in the published plan"),
    Label("経費の名称", "title of the line", "人材育成研修の企画と実施"),
]
BudgetItems = Annotated[
    tuple[Setsu, ...],
    Field(min_length=1),
    AfterValidator(_different),
    Label("節", "budget items", "r2:12"),
]
"""The 節 of a line. Several of them share the line's one amount, which nobody has split."""
KpiTitle = Annotated[
    Text,
    Public("as it stands in the published plan"),
    Label("KPIの名称", "title of the KPI", "新規雇用者数"),
]
Unit = Annotated[str, StringConstraints(pattern=r"^\S{1,16}$"), Label("単位", "unit", "人")]
StatedDay = Annotated[
    str,
    StringConstraints(pattern=r"^(0[1-9]|1[0-2])-[0-3][0-9]$"),
    AfterValidator(_in_every_year),
    Label("時点（月日）", "stated day of the year", "03-31"),
]
TargetValue = Annotated[int, Field(strict=True, ge=0, le=LARGEST), Label("目標値", "target", "15")]


class Extent(Fields):
    """Who applied, for which fiscal years, and what all years together cost."""

    applicants: Applicants
    first_year: FirstYear
    last_year: LastYear
    total_cost: TotalCost

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.last_year < self.first_year:
            raise ValueError("the last fiscal year comes before the first")
        return self


class LineKey(Fields):
    """Which budget line: its code, the fiscal year, and whose money it is."""

    line: BudgetLine
    fiscal_year: Year
    municipality: Whose

    def key(self) -> tuple[str, int, str]:
        """Tell lines apart."""
        return (self.line, self.fiscal_year, self.municipality)


class Line(LineKey):
    """One budget line of one fiscal year."""

    title: LineTitle
    pillar: Pillar
    budget_items: BudgetItems
    amount: Amount

    def bears(
        self, *, line: str, fiscal_year: int, municipality: str, pillar: str, budget_item: str
    ) -> bool:
        """Say whether something charged like this is charged to this line.

        A line that is not split bears what every municipality spends of it.
        """
        return (
            (self.line, self.fiscal_year, self.pillar) == (line, fiscal_year, pillar)
            and budget_item in self.budget_items
            and self.municipality in {"joint", municipality}
        )


class NamedKpi(Fields):
    """A KPI of the plan; `figure` is the code of the definition that computes its value."""

    kpi: Kpi
    title: KpiTitle
    unit: Unit
    basis: Annotated[Basis, Label("基準", "basis", "annual")]
    stated_day: StatedDay | None = None
    figure: Annotated[FigureCode, Label("指標の定義", "figure", "kpi1")]

    @model_validator(mode="after")
    def _a_level_has_its_day(self) -> Self:
        if (self.basis is Basis.LEVEL) != (self.stated_day is not None):
            raise ValueError("a level, and nothing else, is taken on a stated day of the year")
        return self


class Target(Fields):
    """What a KPI shall reach in a fiscal year, for one municipality or for all together."""

    kpi: Kpi
    fiscal_year: Year
    municipality: Whose
    value: TargetValue

    def key(self) -> tuple[str, int, str]:
        """Tell targets apart."""
        return (self.kpi, self.fiscal_year, self.municipality)


class PlanSubmitted(Extent, Event):
    """The plan of a grant project was submitted."""

    TOPIC = "plan.submitted"
    SENTENCE: ClassVar[Label] = Label(
        "実施計画「{title}」を提出した（{first_year}～{last_year}年度、計 {total_cost} 円）。",
        "The plan {title} was submitted ({first_year} to {last_year}, {total_cost} yen in all).",
    )

    title: Title
    project_type: Annotated[ProjectType, Label("事業タイプ", "type", "roll-out")]
    field: ProjectField
    call: Call | None = None


class PlanAmended(Extent, Event):
    """The plan's applicants, fiscal years or total cost changed."""

    TOPIC = "plan.amended"
    SENTENCE: ClassVar[Label] = Label(
        "実施計画を変更した（{first_year}～{last_year}年度、総事業費 {total_cost} 円）。",
        "The plan was amended ({first_year} to {last_year}, {total_cost} yen in all).",
    )


class ProgrammeNamed(Event):
    """The national grant under which the project runs has a name from this day on."""

    TOPIC = "plan.programme_named"
    SENTENCE: ClassVar[Label] = Label(
        "交付金の名称は「{name}」となった。", "The grant is called {name}."
    )

    name: ProgrammeName


class BudgetLineSet(Line, Event):
    """A budget line of a fiscal year was set."""

    TOPIC = "plan.budget_line_set"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の予算科目 {line}「{title}」を {amount} 円とした（{municipality}）。",
        "Line {line}, {title}, of {fiscal_year} was set at {amount} yen ({municipality}).",
    )


class BudgetLineChanged(Line, Event):
    """The amount of a budget line changed."""

    TOPIC = "plan.budget_line_changed"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の予算科目 {line} を {amount} 円に変更した（{cause}、{municipality}）。",
        "Line {line} of {fiscal_year} was changed to {amount} yen ({cause}, {municipality}).",
    )

    cause: Annotated[Cause, Label("変更の事由", "cause", "supplement")]


class KpiNamed(NamedKpi, Event):
    """The plan names a KPI and the figure that computes it."""

    TOPIC = "plan.kpi_named"
    SENTENCE: ClassVar[Label] = Label(
        "{kpi} を「{title}」とした（{basis}、定義 {figure}）。",
        "{kpi} is {title} ({basis}, defined by {figure}).",
    )


class TargetSet(Target, Event):
    """The target of a KPI for a fiscal year was set, or set anew."""

    TOPIC = "plan.target_set"
    SENTENCE: ClassVar[Label] = Label(
        "{kpi} の{fiscal_year}年度の目標値を {value} とした（{municipality}）。",
        "The target of {kpi} for {fiscal_year} was set at {value} ({municipality}).",
    )


PlanEvent = (
    PlanSubmitted
    | PlanAmended
    | ProgrammeNamed
    | BudgetLineSet
    | BudgetLineChanged
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
    FIXED = frozenset({"line", "fiscal_year", "municipality", "kpi"})


class PlanEntryVoided(Void):
    """An entry of a plan never held."""

    TOPIC = "plan.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の実施計画の記録を取り消した。",
        "The plan's entry of version {voids} was voided.",
    )
    MENDS = get_args(PlanEvent)
