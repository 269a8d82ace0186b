"""Uptake of programmes for companies (企業向けプログラムの利用): run for whom, and how judged?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.clients import CLIENT_NAMES, ClientNames
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.client.events import ClientName
from domain.company_programme import events as e
from domain.offsite_stay import events as s


class ProgrammeUptakeAsks(Asks):
    """Of which municipality's own programme and fiscal year, and of which code; all if none."""

    programme: Programme | None = None
    fiscal_year: Year | None = None
    code: e.CompanyProgrammeCode | None = None


@rowclass
class ProgrammeUptakeRow:
    """One run, at the price of its day; who is named only by its stay has that stay's name.

    `scores` are the answers from 1 to 5; there is none where nobody was asked.
    """

    run_on: Annotated[date, Label("実施日", "run on")]
    code: e.CompanyProgrammeCode
    title: e.CompanyProgrammeTitle
    host: e.Host
    price: Annotated[int, Label("一人当たりの料金（円）", "price for one head, in yen")]
    firm: Annotated[ClientName | None, Label("利用した企業", "firm")]
    stay_number: Annotated[s.StayNumber | None, Label("WORK TRIP番号", "stay number")]
    heads: e.Heads
    scores: Annotated[
        tuple[int, ...], Label("評価別の回答数（1から5）", "answers by score, 1 to 5")
    ]


def compute(facts: Facts, asks: ProgrammeUptakeAsks) -> Iterator[Line[ProgrammeUptakeRow]]:
    """Give the runs in the order of their days."""
    stays = facts.opening(s.StayInvited)
    names = ClientNames(facts)
    for run, fact in facts.of(e.CompanyProgrammeRun):
        offers = [
            (told.event, told)
            for told in facts.in_record(fact.stream)
            if isinstance(told.event, e.CompanyProgrammeCreated | e.CompanyProgrammeRevised)
            and told.event.effective_on <= run.effective_on
        ]
        offer, offered = offers[-1]
        stay = stays.get(run.stay_id) if run.stay_id else None
        row = ProgrammeUptakeRow(
            run_on=run.effective_on,
            code=run.code,
            title=offer.title,
            host=offer.host,
            price=offer.price,
            firm=names.of_firm(run) or (names.of_firm(stay) if stay else None),
            stay_number=stay.number if stay else None,
            heads=run.heads,
            scores=run.feedback or (),
        )
        if (
            asks.programme in {None, run.programme}
            and asks.fiscal_year in {None, fiscal_year_of(run.effective_on)}
            and asks.code in {None, run.code}
        ):
            yield Line(row, (offered, fact))


PROGRAMME_UPTAKE = View(
    name="programme-uptake",
    label=Label("企業向けプログラムの利用", "Uptake of programmes for companies"),
    asks=ProgrammeUptakeAsks,
    row=ProgrammeUptakeRow,
    reads=(
        e.CompanyProgrammeCreated,
        e.CompanyProgrammeRevised,
        e.CompanyProgrammeRun,
        s.StayInvited,
        *CLIENT_NAMES,
    ),
    compute=compute,
    totals=("heads",),
)
