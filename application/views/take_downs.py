"""Publications to take down (取り下げるべき公表物): whom do they show without a consent?

A consent that was withdrawn lists what still stands; so does one that was never recorded. What was
taken down, or shows that person no longer, is not listed.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.consents import Consents
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import PersonId
from domain.base.words import Label
from domain.consent import events as c
from domain.outreach.events import Channel
from domain.publication import events as e

SHOWINGS = (e.ContentPublished, e.ContentCorrected)


class TakeDownsAsks(Asks):
    """Of which programme, or which person; all of them if none is given."""

    programme: Programme | None = None
    person_id: PersonId | None = None


@rowclass
class TakeDownRow:
    """One part of one person that a publication shows; without a withdrawal, no consent is known.

    `days` are counted from the first day without consent to the day asked.
    """

    number: e.PublicationNumber
    title: e.PublicTitle
    channel: Channel
    place: e.Place
    published_on: Annotated[date, Label("公表日", "published on")]
    person_id: PersonId
    scope: Annotated[c.Scope, Label("載せたもの", "what is shown")]
    withdrawn_on: Annotated[date | None, Label("撤回の日", "withdrawn on")]
    days: Annotated[int | None, Label("撤回からの日数", "days since the withdrawal")]


def compute(facts: Facts, asks: TakeDownsAsks) -> Iterator[Line[TakeDownRow]]:
    """Give what stands published on the day, longest without consent first, then by number."""
    consents = Consents(facts)
    lines = [
        _line(facts.valid_on, published, told, shown.person_id, scope, last)
        for published, first in facts.of(e.ContentPublished)
        if asks.programme in {None, published.programme}
        if (told := facts.in_record(first.stream))
        if not any(isinstance(fact.event, e.ContentWithdrawn) for fact in told)
        for shown in _shown(told)
        if asks.person_id is None or facts.person(asks.person_id) == facts.person(shown.person_id)
        for scope in shown.scopes
        if not consents.in_force(shown.person_id, scope, facts.valid_on)
        for last in [consents.last(shown.person_id, scope, facts.valid_on)]
    ]
    return iter(sorted(lines, key=_longest_first))


def _longest_first(line: Line[TakeDownRow]) -> tuple[date, str, str, str]:
    row = line.row
    return row.withdrawn_on or date.min, row.number, str(row.person_id), row.scope


def _shown(told: Sequence[Recorded]) -> Sequence[e.Shown]:
    return [
        fact.event.shown
        for fact in told
        if isinstance(fact.event, e.ContentPublished | e.ContentCorrected)
    ][-1]


def _line(  # noqa: PLR0913, PLR0917 - all that one line stands on
    today: date,
    published: e.ContentPublished,
    told: Sequence[Recorded],
    person: UUID,
    scope: c.Scope,
    last: Recorded | None,
) -> Line[TakeDownRow]:
    titles = [fact.event.title for fact in told if isinstance(fact.event, e.ContentCorrected)]
    withdrawn_on = last.event.effective_on if last else None
    row = TakeDownRow(
        number=published.number,
        title=next((title for title in reversed(titles) if title), published.title),
        channel=published.channel,
        place=published.place,
        published_on=published.effective_on,
        person_id=person,
        scope=scope,
        withdrawn_on=withdrawn_on,
        days=(today - withdrawn_on).days if withdrawn_on else None,
    )
    showing = [fact for fact in told if isinstance(fact.event, SHOWINGS)][-1]
    return Line(row, (showing, last) if last else (showing,))


TAKE_DOWNS = View(
    name="take-downs",
    label=Label("取り下げるべき公表物", "Publications to take down"),
    asks=TakeDownsAsks,
    row=TakeDownRow,
    reads=(*SHOWINGS, e.ContentWithdrawn, c.ConsentGiven, c.ConsentWithdrawn),
    compute=compute,
)
