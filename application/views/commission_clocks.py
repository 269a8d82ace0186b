"""The clocks of one commission: every regime that binds it side by side, the earliest day first."""

from collections.abc import Iterator

from application.viewing.clocks import READS, ClockRow, lines
from application.viewing.view import Asks, Facts, Line, View
from domain.base.words import Label
from domain.commission.terms import CommissionId


class CommissionClocksAsks(Asks):
    """Which commission."""

    commission_id: CommissionId


def compute(facts: Facts, asks: CommissionClocksAsks) -> Iterator[Line[ClockRow]]:
    """Give all its clocks, also those that are done."""
    history = facts.streams.get(asks.commission_id, ())
    yield from (line for line, _ in lines(facts, history))


COMMISSION_CLOCKS = View(
    name="commission-clocks",
    label=Label("個別委託の期限", "Clocks of a commission"),
    asks=CommissionClocksAsks,
    row=ClockRow,
    reads=READS,
    compute=compute,
)
