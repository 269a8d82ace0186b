"""Own income (自主収入): what clients paid, less what residents were paid, year by year.

The first metric of self-reliance: what the programme earns by itself.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Whose, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.commission.events import RemunerationPaid
from domain.engagement.codes import Funds, Orderer
from domain.engagement.events import MoneyReceived


class OwnIncomeAsks(Asks):
    """Whose scope, and of which fiscal year; all years if none is given."""

    programme: Programme
    fiscal_year: Year | None = None


@rowclass
class OwnIncomeRow:
    """One fiscal year of one municipality, by the day of payment; in yen."""

    fiscal_year: Year
    municipality: Whose
    received: Annotated[Amount, Label("顧客からの入金（円）", "received from clients in yen")]
    paid: Annotated[Amount, Label("住民への支払（円）", "paid to residents in yen")]
    own_income: Annotated[int, Label("自主収入（円）", "own income in yen")]


def compute(facts: Facts, asks: OwnIncomeAsks) -> Iterator[Line[OwnIncomeRow]]:
    """Add up by year and municipality.

    Only what clients pay from their own money is income, and only what the town or corporation
    pays for such work is paid out of it: where the town introduces, the money never passes it.
    """
    moved: dict[tuple[int, str], list[tuple[int, Recorded]]] = defaultdict(list)
    for received, fact in facts.of(MoneyReceived):
        if received.funds is Funds.CLIENT and received.programme == asks.programme:
            year = fiscal_year_of(received.effective_on)
            moved[year, received.municipality].append((received.amount, fact))
    for paid, fact in facts.of(RemunerationPaid):
        ours = paid.funds is Funds.CLIENT and paid.orderer is not Orderer.CLIENT
        if ours and paid.programme == asks.programme:
            year = fiscal_year_of(paid.effective_on)
            moved[year, paid.municipality].append((-paid.gross, fact))
    for (year, municipality), each in sorted(moved.items()):
        if asks.fiscal_year in {None, year}:
            received_yen = sum(yen for yen, _ in each if yen > 0)
            paid_yen = -sum(yen for yen, _ in each if yen < 0)
            row = OwnIncomeRow(year, municipality, received_yen, paid_yen, received_yen - paid_yen)
            yield Line(row, tuple(fact for _, fact in each))


OWN_INCOME = View(
    name="own-income",
    label=Label("自主収入", "Own income"),
    asks=OwnIncomeAsks,
    row=OwnIncomeRow,
    reads=(MoneyReceived, RemunerationPaid),
    compute=compute,
    totals=("received", "paid", "own_income"),
)
