"""Invoiced by rate of tax (税率ごとの請求額): what clients were invoiced, and the tax in it.

Each invoice states the total and the tax of its rates; here they are added up and nothing is
computed anew, since the tax of a rate is rounded on each invoice (消費税法施行令70条の10). Those of
an order that was entered by mistake were never issued.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import model_validator

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.orders import mistaken
from application.viewing.periods import Month
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.engagement.events import EngagementCancelled, InvoiceIssued


class InvoicedByRateAsks(Asks):
    """Whose scope, and of which month or fiscal year; all invoices if none is given."""

    programme: Programme | None = None
    month: Month | None = None
    fiscal_year: Year | None = None

    @model_validator(mode="after")
    def _is_one_time(self) -> Self:
        if self.month and self.fiscal_year:
            raise ValueError("ask for a month or a fiscal year, not for both")
        return self

    def holds(self, invoice: InvoiceIssued) -> bool:
        """Say whether an invoice was asked for, by the day on which it was issued."""
        day = invoice.effective_on
        return (
            self.programme in {None, invoice.programme}
            and self.month in {None, f"{day:%Y-%m}"}
            and self.fiscal_year in {None, fiscal_year_of(day)}
        )


@rowclass
class InvoicedByRateRow:
    """One rate, over all invoices that state it; in yen.

    Invoices of which no rates are recorded stand in a line without a rate, and their tax is blank:
    it is not known.
    """

    rate: Annotated[int | None, Label("税率（%）", "rate in %")]
    invoices: Annotated[int, Label("請求件数", "invoices")]
    total: Annotated[Amount, Label("税込合計（円）", "total in yen")]
    tax: Annotated[Amount | None, Label("消費税額（円）", "tax in yen")]


def compute(facts: Facts, asks: InvoicedByRateAsks) -> Iterator[Line[InvoicedByRateRow]]:
    """Add up rate by rate, the highest first; what states no rate comes last."""
    found: dict[int | None, list[tuple[int, int | None, Recorded]]] = defaultdict(list)
    never = mistaken(facts)
    for invoice, fact in facts.of(InvoiceIssued):
        if fact.stream in never or not asks.holds(invoice):
            continue
        for at in invoice.rates or ():
            found[at.rate].append((at.total, at.tax, fact))
        if not invoice.rates:
            found[None].append((invoice.amount, None, fact))
    for rate in sorted(found, key=lambda one: -1 if one is None else one, reverse=True):
        total = sum(yen for yen, _, _ in found[rate])
        tax = None if rate is None else sum(yen or 0 for _, yen, _ in found[rate])
        row = InvoicedByRateRow(rate, len(found[rate]), total, tax)
        yield Line(row, tuple(fact for _, _, fact in found[rate]))


INVOICED_BY_RATE = View(
    name="invoiced-by-rate",
    label=Label("税率ごとの請求額", "Invoiced by rate of tax"),
    asks=InvoicedByRateAsks,
    row=InvoicedByRateRow,
    reads=(InvoiceIssued, EngagementCancelled),
    compute=compute,
    totals=("total", "tax"),
)
