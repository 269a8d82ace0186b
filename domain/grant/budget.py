"""The budget lines of a plan as they stand: set, changed, and with what moved between them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.base.event import Fields
from domain.grant import events as e
from domain.grant import rules
from domain.grant.lines import CHARGED, Line, Move, Transfer

Key = tuple[str, int, str]
BudgetEvent = (
    e.BudgetLineSet
    | e.BudgetLineChanged
    | e.BudgetTransferred
    | e.BudgetCarriedOver
    | e.BudgetSplit
)
Said = Line | Move
"""What an event says of the lines: one of them whole, or a sum that moves between two."""


@dataclass(frozen=True, slots=True)
class Charged:
    """What is charged to a line of a plan: the project, and the fields that name the line."""

    programme: str
    charge: Fields

    def names(self) -> dict[str, Any]:
        """Give the fields by which its line is found."""
        return {name: getattr(self.charge, name) for name in CHARGED}


def said_of_lines(event: BudgetEvent) -> Said:
    """Give what an event says of the lines."""
    return event if isinstance(event, Move) else Line.of(event)


def told(said: Said, lines: Mapping[Key, Line]) -> Iterator[Line]:
    """Give the lines that stand otherwise after this was said.

    A sum that is carried over or split makes the line that it reaches; a transfer goes to a line
    that is there. Raises the rule that forbids it.
    """
    if isinstance(said, Line):
        yield said
        return
    source, target = lines.get(said.leaves()), lines.get(said.reaches())
    if source is None or (target is None and isinstance(said, Transfer)):
        rules.NO_SUCH_LINE.broken(line=said.line)
    rules.MORE_THAN_THE_LINE.require(said.amount <= source.amount)
    yield _with(source, amount=source.amount - said.amount)
    if target is None:
        line, fiscal_year, municipality = said.reaches()
        key = {"line": line, "fiscal_year": fiscal_year, "municipality": municipality}
        target = _with(source, amount=0, **key)
    yield _with(target, amount=target.amount + said.amount)


def line_charged(lines: Mapping[Key, Line], **charge: Any) -> Line | None:  # noqa: ANN401
    """Give the line that bears what is charged like this: its municipality's, else the joint one.

    The charge has the fields of `CHARGED`.
    """
    for municipality in (charge["municipality"], "joint"):
        line = lines.get((charge["line"], charge["fiscal_year"], municipality))
        if line and line.bears(**charge):
            return line
    return None


def days_of(said: Iterable[tuple[date, Said]]) -> Iterator[tuple[date, Mapping[Key, Line]]]:
    """Give the lines as they stand after each thing that was said, in the order of its days."""
    lines: dict[Key, Line] = {}
    for on, one in sorted(said, key=lambda each: each[0]):
        lines |= {line.key(): line for line in told(one, lines)}
        yield on, dict(lines)


def _with(line: Line, /, **now: Any) -> Line:  # noqa: ANN401 - fields of a line
    return line.model_copy(update=now)
