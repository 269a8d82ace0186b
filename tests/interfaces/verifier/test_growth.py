"""No bundle keeps the verifier busy for long: the work grows with what is in it, not faster."""

from collections.abc import Callable, Iterator
from time import process_time
from typing import Any

import pytest

from interfaces.verifier.events import Event, effective
from interfaces.verifier.figures import Figures
from interfaces.verifier.forms import definition
from tests.interfaces.verifier.given import PROGRAMME, counted

MANY, SECONDS = 20_000, 5
"""If each of so many looked at all others, it would take far longer than these seconds."""
DAY = "2025-05-01"


def _event(position: int, topic: str, **fields: object) -> Event:
    whole = {"effective_on": DAY, "programme": PROGRAMME, **fields}
    place = position, topic, PROGRAMME, "a stream", position
    return Event(*place, recorded_on=739_000, taken_over=False, fields=whole)


def _joined() -> Iterator[Event]:
    """Each id is joined with the next, and all of them are counted."""
    for at in range(1, MANY):
        ids = {"person_id": f"{at:06}", "other_id": f"{at + 1:06}"}
        yield _event(at, "person.joined", **ids)
        yield _event(MANY + at, "order.paid", **ids)


def _corrected() -> Iterator[Event]:
    """Each correction corrects the one before it."""
    yield _event(1, "order.paid", person_id="000000")
    for at in range(2, MANY):
        yield _event(at, "order.corrected", corrects=at - 1, now={"person_id": f"{at:06}"})


def _ended() -> Iterator[Event]:
    """Each fact has an ending of its own, all but the last."""
    for at in range(1, MANY):
        yield _event(at, "order.paid", person_id=f"{at:06}")
        if at < MANY - 1:
            yield _event(MANY + at, "order.ended", person_id=f"{at:06}")


@pytest.mark.parametrize("told", [_joined, _corrected, _ended])
def test_a_long_history_is_counted_at_once(told: Callable[[], Iterator[Event]]) -> None:
    """Chains of joined ids and of corrections, and endings one by one, all come to one person."""
    facts: dict[str, Any] = {"opens": ["order.paid"], "persons": ["person_id"]}
    if told is _ended:
        facts["ends"] = {"topics": ["order.ended"], "same": ["person_id"], "effective": "last_day"}
    people = {"kind": "count", "basis": "level", "facts": facts, "distinct_by": "person_id"}
    asked = definition(counted("people", measure=people))
    events = list(told())
    began = process_time()
    found = Figures(effective(events), PROGRAMME, "2026-03-31").figure(asked, 2025)
    assert process_time() - began < SECONDS
    assert found["value"] == 1
