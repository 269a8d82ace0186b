"""Who rose a level and then delivered a DX order: every link, and what breaks the chain."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from application.views.dx_contribution import (
    DX_CONTRIBUTION,
    DxContributionAsks,
    DxContributionRow,
)
from domain.base.event import Event
from domain.engagement.codes import OrderKind
from domain.worker.events import Method
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.commission import examples as k
from tests.domain.worker import examples as w
from tests.given import day

COMMISSION, TWIN = UUID(int=0xC2), UUID(int=0xB9)
BASE = day("2024-06-01")


def of(event: Event, **fields: object) -> Event:
    """Give an event with other fields."""
    return type(event).model_validate(event.model_dump() | fields)


def work(
    delivered: str = "2024-09-02", completed: str = "2024-09-05", **fields: object
) -> tuple[tuple[UUID, Event], ...]:
    """Hanako took on a DX order, delivered it, and it was found as ordered."""
    counted = {"kind": "dx-support"} | fields
    events = (
        of(k.offered("2024-08-01"), **counted),
        of(k.accepted("2024-08-02"), **counted),
        of(k.delivered(delivered), **counted),
        of(k.completed(completed), **counted),
    )
    return tuple((COMMISSION, event) for event in events)


def skills(*events: Event) -> tuple[tuple[UUID, Event], ...]:
    """Give what is recorded of Hanako's skills, who is registered."""
    return tuple((w.WORKER, event) for event in (w.registered(), *events))


CLAIMED, ROSE = w.claimed("2024-05-01", level=2), w.assessed("2024-08-20", level=3)


def shown(*events: tuple[UUID, Event], valid_on: str = "2026-01-01", **asked: object) -> list[Any]:
    """Give skill, levels and order of each chain in a log of these events."""
    asks = DxContributionAsks.model_validate(asked)
    return [
        (row.worker, row.skill, row.from_level, row.to_level, row.order)
        for row in rows(DX_CONTRIBUTION, log_of(*events), asks, valid_on=valid_on)
    ]


CHAIN = [("W-001", "data-entry", 2, 3, "E-1")]


def test_every_link_stands_on_its_entry() -> None:
    """Who, from what to what, by whom and how, which order, delivered and found as ordered when."""
    log = log_of(*skills(CLAIMED, ROSE), *work())
    (line,) = lines(DX_CONTRIBUTION, log, DxContributionAsks(), valid_on="2026-01-01")
    assert line.row == DxContributionRow(
        fiscal_year=2024,
        worker="W-001",
        skill="data-entry",
        framework_version="1.2",
        from_level=2,
        from_position=2,
        to_level=3,
        assessed_on=day("2024-08-20"),
        assessor=w.ASSESSOR,
        method=Method.MENTOR,
        assessed_position=3,
        order="E-1",
        kind=OrderKind.DX_SUPPORT,
        delivered_on=day("2024-09-02"),
        delivered_position=6,
        completed_on=day("2024-09-05"),
        completed_position=7,
    )
    assert [fact.position for fact in line.facts] == [2, 3, 6, 7]


@settings(max_examples=60, deadline=None)
@given(
    assessed=st.integers(0, 30),
    delivered=st.integers(0, 30),
    until_done=st.integers(0, 5),
    entered_first=st.booleans(),
    asked=st.integers(0, 40),
)
def test_the_order_of_days_alone_makes_a_chain(
    *, assessed: int, delivered: int, until_done: int, entered_first: bool, asked: int
) -> None:
    """The level rose on an earlier day than the delivery, whichever of them was entered first."""
    on = [
        (BASE + timedelta(days=n)).isoformat()
        for n in (assessed, delivered, delivered + until_done, asked)
    ]
    parts = [skills(CLAIMED, w.assessed(on[0], level=3)), work(on[1], on[2])]
    told = [each for part in (parts if entered_first else parts[::-1]) for each in part]
    expected = CHAIN if assessed < delivered and delivered + until_done <= asked else []
    assert shown(*told, valid_on=on[3]) == expected


def test_what_is_no_rise_is_no_chain() -> None:
    """A first level, a level declared by oneself, the same level, another version's level."""
    assert shown(*skills(ROSE), *work()) == []
    assert shown(*skills(CLAIMED, w.claimed("2024-08-20", level=3)), *work()) == []
    assert shown(*skills(CLAIMED, of(ROSE, method="self")), *work()) == []
    assert shown(*skills(CLAIMED, of(ROSE, level=2)), *work()) == []
    assert shown(*skills(CLAIMED, of(ROSE, framework_version="2.0")), *work()) == []


def test_a_rise_that_did_not_last_is_none() -> None:
    """Lowered or withdrawn before the delivery; afterwards it changes nothing.

    A skill that only got another name in a later version of the framework keeps its rise.
    """
    for takes_away in (w.assessed("2024-08-25", level=2), w.withdrawn("2024-08-25")):
        assert shown(*skills(CLAIMED, ROSE, takes_away), *work()) == []
        later = of(takes_away, effective_on=day("2024-09-10"))
        assert shown(*skills(CLAIMED, ROSE, later), *work()) == CHAIN
    assert shown(*skills(CLAIMED, ROSE, w.remapped("2024-08-25")), *work()) == CHAIN


def test_an_assessment_that_never_held_takes_the_chain_away() -> None:
    """Voided, or corrected to the level that was known before."""
    assert shown(*skills(CLAIMED, ROSE, w.entry_voided("2025-01-06", 3)), *work()) == []
    assert shown(*skills(CLAIMED, ROSE, w.skill_corrected("2025-01-06", 3, level=2)), *work()) == []
    moved = w.skill_corrected("2025-01-06", 3, effective_on="2024-09-03")
    assert shown(*skills(CLAIMED, ROSE, moved), *work()) == []


def test_before_the_assessment_was_recorded_there_is_nothing() -> None:
    """As of then the work is known and the rise is not."""
    before, after = skills(CLAIMED, ROSE)[:-1], skills(ROSE)[-1:]
    assert shown(*before, *work()) == []
    assert shown(*before, *work(), *after) == CHAIN


def test_only_what_is_asked_for_counts() -> None:
    """DX support of the programme, completed in the year; a part alone is no order delivered."""
    told = skills(CLAIMED, ROSE)
    assert shown(*told, *work(kind="digitization")) == []
    assert shown(*told, *work(kind="digitization"), kind="digitization") == CHAIN
    assert shown(*told, *work(), framework="itss") == []
    assert shown(*told, *work(), fiscal_year="R7") == []
    assert shown(*told, *work(completed="2025-04-01"), fiscal_year="R7") == CHAIN
    assert shown(*told, *work(), programme="own:203246") == []
    assert shown(*told, *work()[:-1]) == []


def test_who_registered_twice_is_one_person() -> None:
    """The level may stand on the one record and the work on the other, once they are joined."""
    log = log_of(*skills(CLAIMED, ROSE), *work(person_id=TWIN))
    asks, on = DxContributionAsks(), date(2026, 1, 1)
    assert lines(DX_CONTRIBUTION, log, asks, valid_on=on) == []
    assert len(lines(DX_CONTRIBUTION, log, asks, valid_on=on, same={TWIN: w.HANAKO})) == 1
