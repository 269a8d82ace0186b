"""The event stream of a made-up programme: whatever is asked of it, it is what the log holds."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from random import Random
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI

from application.projections.audit_trail import AUDIT_TRAIL
from application.recorded import JAPAN, Recorded
from tests.interfaces.http.given import Api, opened
from tests.made_up.log import make_log

EVENTS = 1_500
NAMES = ("person_id", "subject", "worker_id", "client_id")


@pytest.fixture
def made_up(postgres_url: str, schema: str, app: FastAPI) -> Iterator[Api]:
    """Given a log of many kinds of events, and its event stream."""
    with closing(make_log(postgres_url, schema, EVENTS)):
        pass
    only = (AUDIT_TRAIL,)
    with opened(postgres_url, schema, app, clock="simulated", projections=only) as api:
        api.project()
        yield api


class Told:
    """The listed events of a log as a stranger reads them, one after the other."""

    def __init__(self, events: Iterator[Recorded]) -> None:
        """Keep them, and whom each is about: whom its record named last."""
        self.about: dict[int, UUID | None] = {}
        self.listed: list[Recorded] = []
        last: dict[UUID, UUID] = {}
        for each in events:
            named = (getattr(each.event, name, None) for name in NAMES)
            if who := next((one for one in named if isinstance(one, UUID)), None):
                last[each.stream] = who
            self.about[each.position] = last.get(each.stream)
            if each.event.LISTED:
                self.listed.append(each)

    def asked_of(self, one: Recorded) -> Mapping[str, str]:
        """Give every condition that an event meets."""
        on, about = one.event.effective_on.isoformat(), self.about[one.position]
        recorded_on = self._recorded_on(one)
        return {
            "actor": one.by.actor,
            "topic": one.topic,
            "programme": one.event.programme,
            "correlation": str(one.by.correlation),
            "subject": str(about or one.stream),
            "effective_from": on,
            "effective_to": on,
            "recorded_from": recorded_on,
            "recorded_to": recorded_on,
        }

    def meeting(self, asked: Mapping[str, str]) -> list[int]:
        """Give the positions of the events that meet all conditions."""
        meets: Mapping[str, Callable[[Recorded, str], bool]] = {
            "actor": lambda one, said: one.by.actor == said,
            "topic": lambda one, said: one.topic == said,
            "programme": lambda one, said: one.event.programme == said,
            "correlation": lambda one, said: str(one.by.correlation) == said,
            "subject": lambda one, said: said in {str(one.stream), str(self.about[one.position])},
            "effective_from": lambda one, said: one.event.effective_on.isoformat() >= said,
            "effective_to": lambda one, said: one.event.effective_on.isoformat() <= said,
            "recorded_from": lambda one, said: self._recorded_on(one) >= said,
            "recorded_to": lambda one, said: self._recorded_on(one) <= said,
        }
        return [
            one.position
            for one in self.listed
            if all(meets[name](one, said) for name, said in asked.items())
        ]

    @staticmethod
    def _recorded_on(one: Recorded) -> str:
        return one.recorded_at.astimezone(JAPAN).date().isoformat()


def pages(api: Api, asked: Mapping[str, str], limit: int) -> list[int]:
    """Give the positions of what is found, page after page."""
    found: list[int] = []
    further: dict[str, str] = {}
    while True:
        answer = api.get("audit-trail", limit=limit, **asked, **further)
        assert answer.status_code == 200, answer.text
        page: dict[str, Any] = answer.json()
        found += [row["recorded"]["position"] for row in page["items"]]
        if page["next_cursor"] is None:
            return found
        further = {"cursor": page["next_cursor"]}


def test_the_pages_hold_every_event_that_meets_what_is_asked_and_no_other(made_up: Api) -> None:
    """One condition or several, of one event or of two, in pages of any size; each event once."""
    told = Told(made_up.consortium.log.events())
    random = Random(9162)  # noqa: S311 - an example, not a secret
    assert pages(made_up, {}, 200) == told.meeting({})
    sizes = []
    for _ in range(60):
        one, other = (told.asked_of(random.choice(told.listed)) for _ in range(2))
        names = random.sample(list(one), random.randint(1, 4))
        conditions = {name: random.choice([one, one, other])[name] for name in names}
        expected = told.meeting(conditions)
        limit = random.randint(1 + min(199, len(expected) // 6), 200)
        assert pages(made_up, conditions, limit) == expected, conditions
        sizes.append(len(expected))
    assert 0 in sizes
    assert max(sizes) > len(told.listed) // 4
