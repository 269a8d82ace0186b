"""What happens to the plan (実施計画) of a grant project."""

from abc import abstractmethod
from datetime import date
from typing import Annotated, ClassVar, Final, Self, TypeVar, get_args

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import (
    Amount,
    BudgetLine,
    Evidence,
    Municipality,
    Pillar,
    Setsu,
    Text,
    Whose,
    Year,
)
from domain.base.figure import FigureCode
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.values.money import LARGEST
from domain.base.words import Code, Label
from domain.evidence.events import ApprovalNumber, ApprovedOn, DocumentNumber
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
    """Why a budget line changed, where no other line changed with it."""

    INITIAL = (
        "initial",
        "当初予算",
        "initial budget, on a line that was carried over or split before",
    )
    SUPPLEMENT = "supplement", "補正", "supplementary budget"
    AMENDED_DECISION = "amended-decision", "変更交付決定", "amended grant decision"


class CarryOver(Code):
    """Under what a sum is carried over to the next fiscal year."""

    SET_ASIDE = "set-aside", "繰越明許", "carried over as voted"
    ACCIDENT = "accident", "事故繰越", "carried over by accident"


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
Url = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[!-~]{1,200}$"),
    Label("関連URL", "related address", "https://www.example.jp/"),
]
Share = Annotated[int, Field(strict=True, ge=1, le=1000)]
ShareNote = Annotated[
    Text,
    Public("the wording of a national rule and what is to be confirmed of it"),
    Label("出典・注", "source and note", "推進タイプは2分の1"),
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


CHARGED: Final = ("line", "fiscal_year", "municipality", "pillar", "budget_item")
"""The fields of an expenditure by which its budget line is found."""


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


class Move(LineKey):
    """A sum that leaves one budget line for another: one fact, so that it has both sides or none.

    The key is of one of the two lines; `leaves` and `reaches` say which is which.
    """

    amount: Annotated[Amount, Field(gt=0)]

    def leaves(self) -> tuple[str, int, str]:
        """Give the key of the line that has less from now on."""
        return self.key()

    @abstractmethod
    def reaches(self) -> tuple[str, int, str]:
        """Give the key of the line that has more from now on."""


class Transfer(Move):
    """A sum transferred to another line (流用) of the same year and municipality."""

    to_line: Annotated[BudgetLine, Label("流用先の科目", "line transferred to", "3-running")]

    def reaches(self) -> tuple[str, int, str]:
        """Give the key of the other line."""
        return (self.to_line, self.fiscal_year, self.municipality)

    @model_validator(mode="after")
    def _reaches_another_line(self) -> Self:
        if self.to_line == self.line:
            raise ValueError("a transfer goes to another line")
        return self


class CarriedOver(Move):
    """A sum carried over to the next fiscal year (繰越); the amount is the one approved."""

    kind: Annotated[CarryOver, Label("繰越の種類", "kind", "set-aside")]

    def reaches(self) -> tuple[str, int, str]:
        """Give the key of the line of the next year."""
        return (self.line, self.fiscal_year + 1, self.municipality)


class Split(Move):
    """A municipality's part of a line that had not been split."""

    municipality: Municipality

    def leaves(self) -> tuple[str, int, str]:
        """Give the key of the line that was all municipalities' together."""
        return (self.line, self.fiscal_year, "joint")

    def reaches(self) -> tuple[str, int, str]:
        """Give the key of the municipality's line."""
        return self.key()


class GrantShare(Fields):
    """Which part of the cost the grant bears, and to what sum it is rounded down.

    A definition from a day on, shown beside what was applied for and forced on nobody.
    """

    numerator: Annotated[Share, Label("補助率（分子）", "share, numerator", "1")]
    denominator: Annotated[Share, Label("補助率（分母）", "share, denominator", "2")]
    rounded_to: Annotated[Amount, Field(ge=1), Label("端数処理の単位（円）", "unit", "1000")]
    note: ShareNote

    def granted(self, cost: int) -> int:
        """Give the grant for a cost of one municipality, in yen."""
        share = cost * self.numerator // self.denominator
        return share - share % self.rounded_to

    @model_validator(mode="after")
    def _is_a_part(self) -> Self:
        if self.numerator > self.denominator:
            raise ValueError("the grant bears at most the whole cost")
        return self


class Approval(Fields):
    """The approval of a change: its number and day."""

    approval_number: ApprovalNumber | None = None
    approved_on: ApprovedOn | None = None

    @model_validator(mode="after")
    def _has_its_day_and_number(self) -> Self:
        if (self.approved_on is None) != (self.approval_number is None):
            raise ValueError("an approval has both a day and a number")
        return self


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
