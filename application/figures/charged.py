"""What is charged to the lines of a plan: the facts it is computed from, and their sums."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import get_args

from domain.base.event import Event
from domain.expenditure import events as spent
from domain.grant import events as planned
from domain.grant.budget import BudgetEvent, Key
from domain.grant.budget import line_charged as bearing
from domain.grant.lines import CHARGED, Line

Step = (
    spent.ExpenditureCommitted
    | spent.CommitmentCancelled
    | spent.ExpenditureInspected
    | spent.ExpenditurePaid
    | spent.ExpenditureReturned
)
STEPS: tuple[type[Event], ...] = get_args(Step)
READS: tuple[type[Event], ...] = (
    planned.PlanSubmitted,
    planned.PlanAmended,
    *get_args(BudgetEvent),
    *STEPS,
)


@dataclass(slots=True)
class Execution:
    """What may be spent and what became of it, in yen; `committed` is less what was cancelled."""

    budget: int = 0
    committed: int = 0
    inspected: int = 0
    paid: int = 0
    returned: int = 0

    @property
    def executed(self) -> int:
        """What was paid, less what came back: the figure `budget-executed`."""
        return self.paid - self.returned

    @property
    def rate(self) -> int | None:
        """The executed part of the budget per mille, a half upwards; None without a budget."""
        if self.budget == 0:
            return None
        return (2000 * self.executed + self.budget) // (2 * self.budget)

    def add(self, other: "Execution") -> None:
        """Add another's amounts to these."""
        self.budget += other.budget
        self.committed += other.committed
        self.inspected += other.inspected
        self.paid += other.paid
        self.returned += other.returned

    def take(self, event: Event) -> None:
        """Take in one step of an expenditure."""
        match event:
            case spent.ExpenditureCommitted():
                self.committed += event.amount
            case spent.CommitmentCancelled():
                self.committed -= event.amount
            case spent.ExpenditureInspected():
                self.inspected += event.amount
            case spent.ExpenditurePaid():
                self.paid += event.amount
            case spent.ExpenditureReturned():
                self.returned += event.amount
            case _:
                raise TypeError(event.TOPIC)

    def plain(self) -> dict[str, int | None]:
        """Give all of it as an answer holds it."""
        return {**asdict(self), "executed": self.executed, "rate_per_mille": self.rate}


def line_charged(step: spent.Charge, lines: Mapping[Key, Line]) -> Key:
    """Give the line that a step belongs to: its municipality's, else the one not split."""
    line = bearing(lines, **step.model_dump(include=set(CHARGED)))
    return line.key() if line else ("", 0, "")
