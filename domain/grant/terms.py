"""What the commands and events of a plan share, and its codes; its budget is in `lines`."""

from datetime import date
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from domain.base.event import Fields
from domain.base.fields import (
    Amount,
    Municipality,
    Text,
    Whose,
    Year,
)
from domain.base.figure import FigureCode
from domain.base.personal import Public
from domain.base.values.money import LARGEST
from domain.base.words import Code, Label
from domain.evidence.events import ApprovalNumber, ApprovedOn
from domain.kpi.events import Kpi

T = TypeVar("T")


def different(values: tuple[T, ...]) -> tuple[T, ...]:
    """Give the values; raises ValueError where one stands there twice."""
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
    AfterValidator(different),
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
