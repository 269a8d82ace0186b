"""Work across municipalities (市町村をまたぐ受発注): whose orders were done by whose residents?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Municipality, Whose, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.commission.events import CommissionAccepted, CommissionOffered, RemunerationPaid
from domain.engagement.events import InquiryReceived


class MunicipalityPairsAsks(Asks):
    """Of which scope and fiscal year; all if none is given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None


@rowclass
class MunicipalityPairRow:
    """Orders of one municipality, done by residents of another or the same, in one fiscal year."""

    fiscal_year: Year
    ordered_in: Annotated[Whose, Label("案件の市町村", "municipality of the order")]
    done_in: Annotated[Municipality, Label("住民の市町村", "municipality of the residents")]
    across: Annotated[bool, Label("市町村をまたぐ", "across municipalities")]
    accepted: Annotated[int, Label("受諾件数", "commissions accepted")]
    paid: Annotated[Amount, Label("報酬の支払額（円）", "paid to residents in yen")]


Key = tuple[int, str, str]


def compute(facts: Facts, asks: MunicipalityPairsAsks) -> Iterator[Line[MunicipalityPairRow]]:
    """Count acceptances and add up payments, each in the year of its own day.

    A joint order belongs to all, so that no resident's work for it is across.
    """
    orders = facts.opening(InquiryReceived)
    under: dict[UUID, str] = {
        commission: orders[offer.engagement_id].municipality
        for commission, offer in facts.opening(CommissionOffered).items()
    }
    accepted: dict[Key, int] = defaultdict(int)
    paid: dict[Key, int] = defaultdict(int)
    named: dict[Key, list[Recorded]] = defaultdict(list)
    for event, fact in facts.of(CommissionAccepted, RemunerationPaid):
        year = fiscal_year_of(event.effective_on)
        if asks.programme not in {None, event.programme} or asks.fiscal_year not in {None, year}:
            continue
        key = year, under[fact.stream], event.municipality
        if isinstance(event, CommissionAccepted):
            accepted[key] += 1
        else:
            paid[key] += event.gross
        named[key].append(fact)
    for key, its in sorted(named.items()):
        year, ordered_in, done_in = key
        across = ordered_in not in {"joint", done_in}
        row = MunicipalityPairRow(
            fiscal_year=year,
            ordered_in=ordered_in,
            done_in=done_in,
            across=across,
            accepted=accepted[key],
            paid=paid[key],
        )
        yield Line(row, tuple(its))


MUNICIPALITY_PAIRS = View(
    name="municipality-pairs",
    label=Label("市町村をまたぐ受発注", "Work across municipalities"),
    asks=MunicipalityPairsAsks,
    row=MunicipalityPairRow,
    reads=(InquiryReceived, CommissionOffered, CommissionAccepted, RemunerationPaid),
    compute=compute,
    totals=("accepted", "paid"),
)
