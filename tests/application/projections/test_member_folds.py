"""Rows of members and mentorships are those of a fold from nothing, whatever came late."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.aggregate import decide
from application.projecting.projection import Projection
from application.projections.consortium import CONSORTIUM
from application.projections.members import MEMBERS
from application.projections.mentorships import MENTORSHIPS
from application.recorded import Recorded
from application.registry import AGGREGATE_OF
from domain.base.command import Command, Seen
from domain.base.event import Event
from domain.base.rule import RuleBroken
from domain.consortium.consortium import Consortium
from tests.application.projections.given import followed, fresh, log_of, rebuilt, standing_at
from tests.domain.consortium import examples as x
from tests.domain.mentorship import examples as m
from tests.given import day, versions

ONE, OTHER = UUID(int=1), UUID(int=2)
SEEN = Seen({x.CONSORTIUM: Consortium(((day("2024-01-01"), x.PROVISIONAL),))})
DAYS = st.integers(0, 11).map(lambda n: f"2024-{n + 1:02}-15")
VERSIONS = st.integers(1, 9)
SESSIONS = st.integers(1, 3)

MEMBER_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(x.invite, DAYS),
    st.builds(x.turn_down, DAYS),
    st.builds(x.join, DAYS),
    st.builds(x.leave, DAYS),
    st.builds(x.rejoin, DAYS),
    st.builds(x.correct_member, VERSIONS, effective_on=DAYS),
    st.builds(x.correct_member, VERSIONS, name=st.just("長野県大町市")),
    st.builds(x.void_member, VERSIONS),
)
CONSORTIUM_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(x.rename, DAYS, st.sampled_from(["架空A", "架空B"])),
    st.builds(x.conclude, DAYS, st.integers(1, 3)),
    st.builds(x.correct, VERSIONS, effective_on=DAYS),
    st.builds(x.void, VERSIONS),
)
MENTORSHIP_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(m.propose, DAYS),
    st.builds(m.accept, DAYS),
    st.builds(m.decline, DAYS),
    st.builds(m.set_goal, DAYS, SESSIONS),
    st.builds(m.review_goal, DAYS, SESSIONS),
    st.builds(m.plan, DAYS, SESSIONS, DAYS),
    st.builds(m.hold, DAYS, SESSIONS),
    st.builds(m.miss, DAYS, SESSIONS),
    st.builds(m.cancel, DAYS, SESSIONS),
    st.builds(m.reassign, DAYS),
    st.builds(m.complete, DAYS),
    st.builds(m.end, DAYS),
    st.builds(m.correct_session, VERSIONS, effective_on=DAYS),
    st.builds(m.correct_session, VERSIONS, planned_for=DAYS),
    st.builds(m.void_session, VERSIONS),
    st.builds(m.correct, VERSIONS, effective_on=DAYS),
    st.builds(m.void, VERSIONS),
)


def recorded_of(first: list[list[Event]], commands: list[tuple[bool, Command]]) -> list[Recorded]:
    """Let two streams of one kind decide commands in turn; what is refused is left out."""
    events: list[tuple[UUID, Event]] = [
        (stream, event) for stream, own in zip((ONE, OTHER), first, strict=True) for event in own
    ]
    for one, command in commands:
        stream = ONE if one else OTHER
        aggregate = AGGREGATE_OF[type(command)]
        history = versions(*(event for at, event in events if at == stream))
        state = aggregate.fold(history)
        if command.TARGET and state is None:
            continue
        try:
            decided = decide(aggregate, history, state, command, SEEN)
        except RuleBroken:
            continue
        events += [(stream, event if one else _of_other(event)) for event in decided]
    return log_of(*events)


def _of_other(event: Event) -> Event:
    own = {"code": "152161"} if "code" in type(event).model_fields else {}
    return event.model_copy(update=own)


def logs(commands: st.SearchStrategy[Command], *first: list[Event]) -> st.SearchStrategy[Any]:
    """Draw logs of two interleaved streams."""
    some = st.lists(st.tuples(st.booleans(), commands), max_size=16)
    return st.builds(recorded_of, st.just(list(first)), some)


OF_OTHER = m.requested("2024-02-15", ordinal=2)
MENTORED: list[Event] = [
    m.requested("2024-01-15"),
    m.proposed("2024-02-15"),
    m.accepted("2024-03-15"),
    m.planned("2024-03-15", 1, "2024-05-15"),
]


@pytest.mark.parametrize(
    ("projection", "drawn"),
    [
        (MEMBERS, logs(MEMBER_COMMANDS, [x.joined("2024-03-15")], [])),
        (CONSORTIUM, logs(CONSORTIUM_COMMANDS, [x.formed("2024-02-15")], [])),
        (MENTORSHIPS, logs(MENTORSHIP_COMMANDS, MENTORED, [OF_OTHER])),
    ],
    ids=lambda each: each.name if isinstance(each, Projection) else "",
)
def test_rows_of_every_moment_are_those_of_a_fold_from_nothing(
    projection: Projection[Any], drawn: st.SearchStrategy[list[Recorded]]
) -> None:
    """Followed live, rebuilt, and folded once: the same rows for every prefix of the log."""

    @settings(max_examples=150, deadline=None)
    @given(drawn)
    def holds(log: list[Recorded]) -> None:
        live, anew = followed(projection, log), rebuilt(projection, log)
        for position in range(len(log) + 1):
            expected = fresh(projection, log[:position])
            assert standing_at(live, position) == expected
            assert standing_at(anew, position) == expected

    holds()
