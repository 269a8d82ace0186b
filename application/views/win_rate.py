"""Win rate (受注率): of the leads that were opened, how many were won, lost, or are still open?"""

from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import percent
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.client.events import CameBy
from domain.lead import events as e


class WinRateAsks(Asks):
    """Of which scope, and in which fiscal year opened; all if none is given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None


@rowclass
class WinRateRow:
    """The leads that one year opened from one origin; the rate is of those decided."""

    fiscal_year: Year
    origin: CameBy
    opened: Annotated[int, Label("商談件数", "leads")]
    won: Annotated[int, Label("受注件数", "won")]
    lost: Annotated[int, Label("失注件数", "lost")]
    open: Annotated[int, Label("商談中", "still open")]
    rate: Annotated[int | None, Label("受注率（%）", "won of those decided, in %")]


def compute(facts: Facts, asks: WinRateAsks) -> Iterator[Line[WinRateRow]]:
    """Count by the year of opening and by origin; as long as nothing is decided there is no rate.

    The rate is won ÷ (won + lost), rounded half up to a whole percent.
    """
    ends = {fact.stream: fact for fact in facts.of_any(e.LeadWon, e.LeadLost)}
    leads: dict[tuple[int, CameBy], list[Recorded]] = {}
    for lead, fact in facts.of(e.LeadOpened):
        year = fiscal_year_of(lead.effective_on)
        if asks.programme in {None, lead.programme} and asks.fiscal_year in {None, year}:
            leads.setdefault((year, lead.origin), []).append(fact)
    for (year, origin), opened in sorted(leads.items()):
        decided = [ends[lead.stream] for lead in opened if lead.stream in ends]
        won = sum(isinstance(end.event, e.LeadWon) for end in decided)
        row = WinRateRow(
            fiscal_year=year,
            origin=origin,
            opened=len(opened),
            won=won,
            lost=len(decided) - won,
            open=len(opened) - len(decided),
            rate=percent(won, len(decided)),
        )
        yield Line(row, (*opened, *decided))


WIN_RATE = View(
    name="win-rate",
    label=Label("受注率", "Win rate"),
    asks=WinRateAsks,
    row=WinRateRow,
    reads=(e.LeadOpened, e.LeadWon, e.LeadLost),
    compute=compute,
    totals=("opened", "won", "lost", "open"),
)
