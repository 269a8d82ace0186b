"""The legal clock: what falls due in the coming days, by which rule, and what is late.

Three things are told apart: what a rule that binds sets, what only a guideline's target is, and
what may or may not apply (適用を確認中). Nothing here says that anybody broke a rule.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from application.recorded import Recorded
from application.viewing.clocks import READS, ClockRow, lines
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.matter import Force
from domain.base.words import Label


class LegalClockAsks(Asks):
    """Of how many days ahead, whose scope, and of which force; all if none is given."""

    days: Annotated[int, Field(ge=0, le=366), Label("先の日数", "days ahead", "7")] = 7
    programme: Programme | None = None
    force: Annotated[Force | None, Label("効力", "force", "binding")] = None


def compute(facts: Facts, asks: LegalClockAsks) -> Iterator[Line[ClockRow]]:
    """Give what is not done and late or falls due, the earliest first; what has no day comes last.

    A target that has passed is shown as such, by its force. What needs no doing by itself, notice
    of a contract that may go on, is shown only while there is time for it.
    """
    until = facts.valid_on + timedelta(days=asks.days)
    found = []
    for history in facts.streams.values():
        for line, clock in lines(facts, history):
            if clock.done or not _asked(line.row, asks, history):
                continue
            over = clock.ahead_only and clock.due_on and clock.due_on < facts.valid_on
            if not over and (clock.due_on is None or clock.due_on <= until):
                found.append(line)
    yield from sorted(found, key=_order)


def _asked(row: ClockRow, asks: LegalClockAsks, history: Sequence[Recorded]) -> bool:
    programme = history[0].event.programme
    return asks.programme in {None, programme} and asks.force in {None, row.force}


def _order(line: Line[ClockRow]) -> tuple[object, ...]:
    row = line.row
    return (row.due_on or date.max, row.engagement_number, row.ordinal, row.check)


LEGAL_CLOCK = View(
    name="legal-clock",
    label=Label("法定期限", "Legal clock"),
    asks=LegalClockAsks,
    row=ClockRow,
    reads=READS,
    compute=compute,
)
