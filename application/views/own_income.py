"""Own income (自主収入): what clients paid, less what residents were paid, year by year.

The first metric of self-reliance: what the programme earns by itself. Both sides go by the order:
what a client paid for it, and what residents were paid for work under it, wherever they live. So
the difference in a line is that of its orders, and of no other's; orders that several
municipalities take together stand in a line of their own and belong to no one of them.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Whose, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.commission.events import CommissionOffered, RemunerationPaid
from domain.engagement.codes import Funds, Orderer
from domain.engagement.events import InquiryReceived, MoneyReceived


class OwnIncomeAsks(Asks):
    """Whose scope, and of which fiscal year; all years if none is given."""

    programme: Programme
    fiscal_year: Year | None = None


@rowclass
class OwnIncomeRow:
    """One fiscal year of the orders of one municipality, by the day of payment; in yen.

    `paid_elsewhere` is what of `paid` went to residents of another municipality than the order's;
    of orders taken together it is nothing, since every resident is one of theirs.
    """

    fiscal_year: Year
    municipality: Annotated[Whose, Label("案件の市町村", "municipality of the orders")]
    received: Annotated[Amount, Label("顧客からの入金（円）", "received from clients in yen")]
    paid: Annotated[Amount, Label("住民への支払（円）", "paid to residents in yen")]
    paid_elsewhere: Annotated[
        Amount, Label("うち他の市町村の住民への支払（円）", "of it to residents elsewhere in yen")
    ]
    own_income: Annotated[int, Label("自主収入（円）", "own income in yen")]


class _Moved(NamedTuple):
    """What one fact adds to a line."""

    fact: Recorded
    received: int = 0
    paid: int = 0
    elsewhere: int = 0


def compute(facts: Facts, asks: OwnIncomeAsks) -> Iterator[Line[OwnIncomeRow]]:
    """Add up by year and municipality of the order.

    Only what clients pay from their own money is income, and only what the town or corporation
    pays for such work is paid out of it: where the town introduces, the money never passes it.
    """
    moved: dict[tuple[int, str], list[_Moved]] = defaultdict(list)
    for received, fact in facts.of(MoneyReceived):
        if received.funds is Funds.CLIENT and received.programme == asks.programme:
            year = fiscal_year_of(received.effective_on)
            moved[year, received.municipality].append(_Moved(fact, received=received.amount))
    orders = facts.opening(InquiryReceived)
    offers = facts.opening(CommissionOffered)
    for paid, fact in facts.of(RemunerationPaid):
        ours = paid.funds is Funds.CLIENT and paid.orderer is not Orderer.CLIENT
        if ours and paid.programme == asks.programme:
            year = fiscal_year_of(paid.effective_on)
            whose = orders[offers[fact.stream].engagement_id].municipality
            elsewhere = paid.gross if whose not in {"joint", paid.municipality} else 0
            moved[year, whose].append(_Moved(fact, paid=paid.gross, elsewhere=elsewhere))
    for (year, municipality), each in sorted(moved.items()):
        if asks.fiscal_year in {None, year}:
            came, went = sum(one.received for one in each), sum(one.paid for one in each)
            row = OwnIncomeRow(
                fiscal_year=year,
                municipality=municipality,
                received=came,
                paid=went,
                paid_elsewhere=sum(one.elsewhere for one in each),
                own_income=came - went,
            )
            yield Line(row, tuple(one.fact for one in each))


OWN_INCOME = View(
    name="own-income",
    label=Label("自主収入", "Own income"),
    asks=OwnIncomeAsks,
    row=OwnIncomeRow,
    reads=(InquiryReceived, MoneyReceived, CommissionOffered, RemunerationPaid),
    compute=compute,
    totals=("received", "paid", "paid_elsewhere", "own_income"),
)
