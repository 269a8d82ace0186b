"""Corrections and voidings of one another, all that four commands can do of them.

Every sequence is tried, and not some by chance: what goes wrong here needs a certain few.
"""

from collections.abc import Iterator, Sequence
from time import process_time
from typing import Any
from uuid import UUID

import pytest

from application.aggregate import decide
from application.projecting.projection import Time
from application.projections.expenditures import EXPENDITURES
from application.registry import AGGREGATE_OF, PROJECTIONS, TOPICS_OF_PROJECTION
from domain.base.command import NOTHING_SEEN, Command
from domain.base.event import Event
from domain.base.rule import RuleBroken
from tests.application.projections.given import followed, fresh, log_of, rebuilt, standing_at
from tests.domain.activity import examples as a
from tests.domain.evidence import examples as v
from tests.domain.expenditure import examples as x
from tests.domain.grant import examples as g
from tests.domain.mentorship import examples as m
from tests.domain.worker import examples as w
from tests.given import versions

EARLY, BETWEEN, BEGIN, LATE = "2024-04-01", "2024-05-01", "2024-06-01", "2024-07-01"
DEPTH = 4
SECONDS = 2
"""If each of thousands looked at all before it, it would take many times as long."""


def mends(area: Any, *corrects: Any) -> list[Command]:  # noqa: ANN401 - modules and functions
    """Move any entry's day to an earlier or a later one; void any entry."""
    return [
        *(
            correct(version, effective_on=on)
            for correct in corrects
            for version in (1, 2)
            for on in (EARLY, LATE)
        ),
        *(area.void(version) for version in (1, 2, 3)),
    ]


STORIES: dict[str, tuple[Event, list[Command]]] = {
    "worker": (
        w.registered(BEGIN),
        [
            w.claim(BETWEEN),
            w.claim(LATE, level=4),
            w.move(BETWEEN, w.SAKU),
            *mends(w, w.correct_registration, w.correct_skill),
        ],
    ),
    "expenditure": (
        x.committed(BEGIN),
        [x.pay(BETWEEN, 2), x.pay(LATE, 2), x.give_back(LATE, 1), *mends(x, x.correct)],
    ),
    "plan": (
        g.submitted(BEGIN),
        [g.set_line(BETWEEN), g.change(LATE, 3), g.name_kpi(BETWEEN), *mends(g, g.correct)],
    ),
    "mentorship": (
        m.requested(BEGIN),
        [m.propose(BETWEEN), m.propose(LATE), m.accept(LATE), *mends(m, m.correct)],
    ),
    "activity": (
        a.started(BEGIN),
        [a.start(EARLY), a.start(LATE), a.stop(BETWEEN), a.stop(LATE), *mends(a, a.correct)],
    ),
    "evidence": (
        v.registered(BEGIN, approved_on=None, approval_number=None),
        [
            v.register(LATE),
            v.correct(1, approved_on=LATE, approval_number="決-1"),
            v.correct(1, approval_number="決-2"),
            v.correct(2, approved_on=BETWEEN),
            *mends(v, v.correct),
        ],
    ),
}


def grown(
    events: Sequence[Event], commands: Sequence[Command], depth: int
) -> Iterator[list[Event]]:
    """Give every stream that so many commands can make of one; the refused add nothing."""
    yield list(events)
    if not depth:
        return
    history = versions(*events)
    for command in commands:
        aggregate = AGGREGATE_OF[type(command)]
        state = aggregate.fold(history)
        if command.TARGET and state is None:
            continue
        try:
            decided = decide(aggregate, history, state, command, NOTHING_SEEN)
        except RuleBroken:
            continue
        yield from grown([*events, *decided], commands, depth - 1)


@pytest.mark.parametrize("story", STORIES)
def test_what_was_accepted_can_be_folded(story: str) -> None:
    """No command is an error or leaves one behind: a projection that fails stops for everyone.

    Following, rebuilding and folding from nothing agree.
    """
    begun, commands = STORIES[story]
    tried = 0
    for events in grown([begun], commands, DEPTH):
        tried += 1
        log = log_of(*((UUID(int=1), event) for event in events))
        for name, projection in PROJECTIONS.items():
            if projection.time is Time.AS_RECORDED or begun.TOPIC not in TOPICS_OF_PROJECTION[name]:
                continue
            rows = fresh(projection, log)
            assert standing_at(followed(projection, log), len(log)) == rows
            assert standing_at(rebuilt(projection, log), len(log)) == rows
    assert tried > 100


def test_a_long_chain_of_corrections_is_followed_at_once() -> None:
    """Each correction corrects the one before it: following looks at what holds, not at them all.

    The amount is the last one said.
    """
    chain = [x.corrected("2025-01-01", version, amount=version) for version in range(1, 5001)]
    log = log_of(*((UUID(int=1), event) for event in (x.committed(), *chain)))
    began = process_time()
    rows = standing_at(followed(EXPENDITURES, log), len(log))
    assert process_time() - began < SECONDS
    assert [said.row and said.row.amount for _, said in rows] == [5000]
