"""Payments to each resident (支払額の集計): by calendar year, beside those of the fiscal year.

Income tax goes by the calendar year of payment, the programme's accounts by the fiscal year that
begins on 1 April. Each payer reports for itself, so its payments stand in lines of their own.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated, NamedTuple
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.periods import CalendarYear
from application.viewing.residents import RESIDENTS, residents
from application.viewing.view import Asks, Facts, Line, View, YenAsked
from domain.base.fields import Amount, PersonId
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.commission import events as e
from domain.engagement import codes
from domain.engagement.events import PartyCode

Threshold = Annotated[
    YenAsked, Label("支払調書の基準額（円）", "payment record above, in yen", "50000")
]


class PaymentTotalsAsks(Asks):
    """Of which year, and above which sum a payer reports (支払調書) in it; all years if none.

    The sum is asked for, since it changes with the law of the year that is asked for: it is 50,000
    yen for fees in 所得税法施行規則84条2項.
    """

    year: CalendarYear | None = None
    threshold: Threshold | None = None


@rowclass
class PaymentTotalsRow:
    """What one payer paid to one person in a calendar year, and in the fiscal year of that number.

    Records of one person are counted once, under all of their numbers. `above` is
    None as long as no sum is asked for.
    """

    year: CalendarYear
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer")]
    orderer_code: PartyCode
    person_id: PersonId
    worker_numbers: Annotated[str, Label("ワーカー番号", "worker numbers", "W-001")]
    gross: Annotated[Amount, Label("暦年の支払総額（円）", "gross in the calendar year")]
    withheld: Annotated[Amount, Label("暦年の源泉徴収額（円）", "withheld in the calendar year")]
    fiscal_gross: Annotated[Amount, Label("年度の支払総額（円）", "gross in the fiscal year")]
    fiscal_withheld: Annotated[
        Amount, Label("年度の源泉徴収額（円）", "withheld in the fiscal year")
    ]
    threshold: Threshold | None
    above: Annotated[bool | None, Label("基準額を超える", "above that sum")]


class _Payee(NamedTuple):
    year: int
    orderer: codes.Orderer
    orderer_code: str
    person: UUID


def compute(facts: Facts, asks: PaymentTotalsAsks) -> Iterator[Line[PaymentTotalsRow]]:
    """Give a line for each year, payer and person, in the order of the persons' numbers."""
    numbers: dict[UUID, list[str]] = defaultdict(list)
    for resident in residents(facts).values():
        numbers[resident.person].append(resident.number)
    offers = facts.opening(e.CommissionOffered)
    paid: dict[_Payee, list[tuple[e.RemunerationPaid, Recorded]]] = defaultdict(list)
    for one, fact in facts.of(e.RemunerationPaid):
        code, person = offers[fact.stream].orderer_code, facts.person(one.person_id)
        for year in {one.effective_on.year, fiscal_year_of(one.effective_on)}:
            paid[_Payee(year, one.orderer, code, person)].append((one, fact))
    named = {payee: "、".join(sorted(numbers[payee.person])) for payee in paid}
    for payee in sorted(paid, key=lambda one: (one.year, one.orderer_code, named[one])):
        if asks.year in {None, payee.year}:
            row = _row(payee, named[payee], [one for one, _ in paid[payee]], asks.threshold)
            yield Line(row, tuple(fact for _, fact in paid[payee]))


def _row(
    payee: _Payee, numbers: str, paid: list[e.RemunerationPaid], threshold: int | None
) -> PaymentTotalsRow:
    calendar = [one for one in paid if one.effective_on.year == payee.year]
    fiscal = [one for one in paid if fiscal_year_of(one.effective_on) == payee.year]
    gross = sum(one.gross for one in calendar)
    return PaymentTotalsRow(
        year=payee.year,
        orderer=payee.orderer,
        orderer_code=payee.orderer_code,
        person_id=payee.person,
        worker_numbers=numbers,
        gross=gross,
        withheld=sum(one.withheld for one in calendar),
        fiscal_gross=sum(one.gross for one in fiscal),
        fiscal_withheld=sum(one.withheld for one in fiscal),
        threshold=threshold,
        above=None if threshold is None else gross > threshold,
    )


PAYMENT_TOTALS = View(
    name="payment-totals",
    label=Label("住民ごとの支払額（暦年・年度）", "Payments to residents by year"),
    asks=PaymentTotalsAsks,
    row=PaymentTotalsRow,
    reads=(*RESIDENTS, e.CommissionOffered, e.RemunerationPaid),
    compute=compute,
    totals=("gross", "withheld", "fiscal_gross", "fiscal_withheld"),
)
