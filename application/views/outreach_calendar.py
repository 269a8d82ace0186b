"""The outreach calendar (広報計画と実績): what was planned for which day, and what became of it?

What was published without having been planned stands in it as well, without a number.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.planned import ITEMS, Planned, Stage, planned_and_not
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Whose, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.kpi.events import Kpi
from domain.outreach import events as o
from domain.publication import events as e


class OutreachCalendarAsks(Asks):
    """Of which programme and year, for whom, where and towards which KPI; all if not given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None
    audience: Annotated[o.Audience | None, Label("対象", "audience", "residents")] = None
    channel: o.Channel | None = None
    kpi: Kpi | None = None


@rowclass
class OutreachCalendarRow:
    """One item of a plan, or something published without one; days count from the planned day."""

    programme: Programme
    fiscal_year: Year
    item: o.ItemNumber | None
    audience: o.WhoReads
    channel: o.Channel
    kpi: Kpi | None
    municipality: Whose
    what: Annotated[str, Label("ねらい・件名", "aim or title")]
    planned_for: Annotated[date | None, Label("当初の予定日", "first planned for")]
    moved_to: Annotated[date | None, Label("変更後の予定日", "moved to")]
    stage: Annotated[Stage, Label("状況", "what became of it")]
    published_on: Annotated[date | None, Label("公表日", "published on")]
    days_later: Annotated[int | None, Label("予定日からの日数", "days after the planned day")]
    numbers: Annotated[tuple[e.PublicationNumber, ...], Label("公表番号", "publication numbers")]


def compute(facts: Facts, asks: OutreachCalendarAsks) -> Iterator[Line[OutreachCalendarRow]]:
    """Give one line after the other as planned, or published where nothing was planned."""
    planned, unplanned = planned_and_not(facts)
    lines = [_of_plan(one, facts.valid_on) for one in planned]
    lines += (_unplanned(*one) for one in unplanned)
    for line in sorted(lines, key=lambda line: _in_order(line.row)):
        row = line.row
        if (
            asks.programme in {None, row.programme}
            and asks.fiscal_year in {None, row.fiscal_year}
            and asks.audience in {None, row.audience}
            and asks.channel in {None, row.channel}
            and asks.kpi in {None, row.kpi}
        ):
            yield line


def _in_order(row: OutreachCalendarRow) -> tuple[date, str, int, tuple[str, ...]]:
    on = row.moved_to or row.planned_for or row.published_on or date.max
    return on, row.programme, row.item or 0, row.numbers


def _of_plan(one: Planned, today: date) -> Line[OutreachCalendarRow]:
    item, first = one.item, one.published[0][0].effective_on if one.published else None
    row = OutreachCalendarRow(
        programme=item.programme,
        fiscal_year=item.fiscal_year,
        item=item.item,
        audience=item.audience,
        channel=item.channel,
        kpi=item.kpi,
        municipality=item.municipality,
        what=item.aim,
        planned_for=item.planned_on,
        moved_to=one.planned_on if one.planned_on != item.planned_on else None,
        stage=one.stage(today),
        published_on=first,
        days_later=(first - one.planned_on).days if first else None,
        numbers=tuple(content.number for content, _ in one.published),
    )
    return Line(row, (*one.told, *(fact for _, fact in one.published)))


def _unplanned(content: e.ContentPublished, fact: Recorded) -> Line[OutreachCalendarRow]:
    row = OutreachCalendarRow(
        programme=content.programme,
        fiscal_year=fiscal_year_of(content.effective_on),
        item=None,
        audience=content.audience,
        channel=content.channel,
        kpi=None,
        municipality=content.municipality,
        what=content.title,
        planned_for=None,
        moved_to=None,
        stage=Stage.UNPLANNED,
        published_on=content.effective_on,
        days_later=None,
        numbers=(content.number,),
    )
    return Line(row, (fact,))


OUTREACH_CALENDAR = View(
    name="outreach-calendar",
    label=Label("広報計画と実績", "Outreach planned and done"),
    asks=OutreachCalendarAsks,
    row=OutreachCalendarRow,
    reads=(*ITEMS, e.ContentPublished),
    compute=compute,
)
