"""The budget lines of a plan, and the sums that move between them."""

from abc import abstractmethod
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Field, model_validator

from domain.base.event import Fields
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
from domain.base.personal import Public
from domain.base.words import Code, Label
from domain.grant.terms import different


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


LineTitle = Annotated[
    Text,
    Public("as it stands in the published plan"),
    Label("経費の名称", "title of the line", "人材育成研修の企画と実施"),
]
BudgetItems = Annotated[
    tuple[Setsu, ...],
    Field(min_length=1),
    AfterValidator(different),
    Label("節", "budget items", "r2:12"),
]
"""The 節 of a line. Several of them share the line's one amount, which nobody has split."""


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
