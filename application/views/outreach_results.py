"""What outreach reached (広報の成果): published as planned, answered, and asked for work?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import percent
from application.viewing.planned import ITEMS, Stage, planned_and_not
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.kpi.events import Kpi
from domain.outreach import events as o
from domain.publication import events as e

Key = tuple[int, o.Audience, str, str | None]


class OutreachResultsAsks(Asks):
    """Of which programme and year; all of them if none is given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None


@rowclass
class OutreachResultRow:
    """One year's outreach to one audience over one channel, towards one KPI if one is named.

    The rate is of the items that were due by the day asked and not dropped. Orders are those that
    an inquiry for work is known to have led to; each counts once.
    """

    fiscal_year: Year
    audience: o.WhoReads
    channel: o.Channel
    kpi: Kpi | None
    items: Annotated[int, Label("計画項目", "items planned")]
    dropped: Annotated[int, Label("取りやめ", "dropped")]
    due: Annotated[int, Label("予定日が来た項目", "items due")]
    published: Annotated[int, Label("うち公表した項目", "of these published")]
    rate: Annotated[int | None, Label("公表した割合（%）", "published of those due, in %")]
    unplanned: Annotated[int, Label("計画外の公表", "published without a plan")]
    views: Annotated[int, Label("閲覧", "views")]
    reactions: Annotated[int, Label("反応", "reactions")]
    applications: Annotated[int, Label("申込み", "applications")]
    inquiries: Annotated[int, Label("仕事の引き合い", "inquiries for work")]
    orders: Annotated[int, Label("案件になった引き合い", "orders that came of them")]


@dataclass
class _Found:
    """What was counted of one line, and on which facts."""

    counts: Counter[str] = field(default_factory=Counter)
    responses: Counter[e.ResponseKind] = field(default_factory=Counter)
    orders: set[UUID] = field(default_factory=set)
    facts: list[Recorded] = field(default_factory=list)


def compute(facts: Facts, asks: OutreachResultsAsks) -> Iterator[Line[OutreachResultRow]]:
    """Count by year, audience, channel and KPI; a rate is rounded half up to a whole percent."""
    found: dict[Key, _Found] = {}
    planned, unplanned = planned_and_not(facts)
    for one in planned:
        item = one.item
        if asks.programme not in {None, item.programme}:
            continue
        line = found.setdefault(_key(item.fiscal_year, item, item.kpi), _Found())
        stage = one.stage(facts.valid_on)
        line.counts["items"] += 1
        line.counts["dropped"] += stage is Stage.DROPPED
        # What was published ahead of its day counts on its day as well.
        if stage is not Stage.DROPPED and one.planned_on <= facts.valid_on:
            line.counts["due"] += 1
            line.counts["published"] += bool(one.published)
        line.facts += one.told
        for _, fact in one.published:
            _respond(line, facts, fact)
    for content, fact in unplanned:
        if asks.programme in {None, content.programme}:
            year = fiscal_year_of(content.effective_on)
            line = found.setdefault(_key(year, content, None), _Found())
            line.counts["unplanned"] += 1
            _respond(line, facts, fact)
    for key in sorted(found, key=lambda key: (*key[:3], key[3] or "")):
        if asks.fiscal_year in {None, key[0]}:
            yield _line(key, found[key])


def _key(year: int, what: o.PlanItemAdded | e.ContentPublished, kpi: str | None) -> Key:
    return year, what.audience, what.channel, kpi


def _respond(line: _Found, facts: Facts, fact: Recorded) -> None:
    line.facts.append(fact)
    for told in facts.in_record(fact.stream):
        if isinstance(told.event, e.ResponseRecorded):
            line.responses[told.event.kind] += told.event.count
            line.facts.append(told)
            if told.event.engagement_id:
                line.orders.add(told.event.engagement_id)


def _line(key: Key, line: _Found) -> Line[OutreachResultRow]:
    year, audience, channel, kpi = key
    counts, due = line.counts, line.counts["due"]
    row = OutreachResultRow(
        fiscal_year=year,
        audience=audience,
        channel=channel,
        kpi=kpi,
        items=counts["items"],
        dropped=counts["dropped"],
        due=due,
        published=counts["published"],
        rate=percent(counts["published"], due),
        unplanned=counts["unplanned"],
        views=line.responses[e.ResponseKind.VIEW],
        reactions=line.responses[e.ResponseKind.REACTION],
        applications=line.responses[e.ResponseKind.APPLICATION],
        inquiries=line.responses[e.ResponseKind.INQUIRY],
        orders=len(line.orders),
    )
    return Line(row, tuple(line.facts))


OUTREACH_RESULTS = View(
    name="outreach-results",
    label=Label("広報の成果", "What outreach reached"),
    asks=OutreachResultsAsks,
    row=OutreachResultRow,
    reads=(*ITEMS, e.ContentPublished, e.ResponseRecorded),
    compute=compute,
    totals=("items", "due", "published", "unplanned", "applications", "inquiries"),
)
