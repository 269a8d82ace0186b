"""Mock work is planned, opened and closed to workers, or cancelled."""

from uuid import UUID

from domain.mock_work import events as e
from domain.mock_work import rules
from tests.domain.mock_work.examples import (
    GRANT,
    OTHER,
    OTHER_WORKER,
    PART,
    cancel,
    cancelled,
    close,
    closed,
    correct,
    dropped,
    joined,
    open_,
    opened,
    plan,
    planned,
    void,
)
from tests.given import day, given

OPEN = (planned(), opened())


def test_mock_work_is_planned_once() -> None:
    """Under its number."""
    given().when(plan()).then(planned())
    given(planned()).when(plan()).refused(rules.PLANNED_ALREADY)


def test_its_days_are_in_order() -> None:
    """It may last one day, and not less."""
    given().when(plan(first_day=day("2024-08-01"))).refused(rules.DAYS_OUT_OF_ORDER)
    given().when(plan(first_day=day("2024-07-31"))).then(planned(first_day="2024-07-31"))
    given(planned()).when(correct(1, last_day="2024-06-30")).refused(rules.DAYS_OUT_OF_ORDER)


def test_it_is_opened_once() -> None:
    """And not after it was cancelled; it stays with its programme."""
    given(planned()).when(open_()).then(opened())
    given(*OPEN).when(open_("2024-06-11")).refused(rules.OPENED_ALREADY)
    given(planned(), cancelled("2024-06-05")).when(open_()).refused(rules.CANCELLED)


def test_it_is_closed_while_it_is_open() -> None:
    """From the day of opening to the last day; once."""
    given(*OPEN).when(close("2024-06-10")).then(closed("2024-06-10"))
    given(*OPEN).when(close("2024-07-31")).then(closed("2024-07-31"))
    given(*OPEN).when(close("2024-06-09")).refused(rules.NOT_OPEN)
    given(*OPEN).when(close("2024-08-01")).refused(rules.NOT_OPEN)
    given(*OPEN, closed("2024-06-20")).when(close("2024-06-20")).refused(rules.NOT_OPEN)


def test_it_is_cancelled_when_nobody_takes_part() -> None:
    """Whoever has dropped out does not stand in the way."""
    given(*OPEN).when(cancel("2024-06-20")).then(cancelled("2024-06-20"))
    given(*OPEN, cancelled("2024-06-20")).when(cancel("2024-06-21")).refused(rules.CANCELLED)
    taken = given(*OPEN).seeing(PART, joined())
    taken.when(cancel("2024-06-20")).refused(rules.TAKEN_PART_IN)
    left = given(*OPEN).seeing(PART, joined(), dropped("2024-06-18"))
    left.when(cancel("2024-06-20")).then(cancelled("2024-06-20"))


def test_a_correction_leaves_everybody_a_place() -> None:
    """And the day of opening before that of the first to join."""
    two = (
        given(planned(capacity=2), opened())
        .seeing(PART, joined())
        .seeing(UUID(int=0xE3), joined(worker_id=OTHER_WORKER, person_id=OTHER))
    )
    two.when(correct(1, capacity=1)).refused(rules.FULL)
    three = correct(1, capacity=3)
    two.when(three).then(_corrected(1, capacity=3))
    two.when(correct(2, effective_on="2024-06-16")).refused(rules.NOT_OPEN)
    two.when(correct(2, effective_on="2024-06-15")).then(_corrected(2, effective_on="2024-06-15"))


def test_what_was_closed_had_been_open() -> None:
    """An opening is not taken from under a closing."""
    given(*OPEN, closed("2024-06-20")).when(void(2)).refused(rules.NOT_OPEN)
    given(*OPEN).when(void(2)).then(
        e.MockTaskVoided(effective_on=day("2024-09-01"), programme=GRANT, voids=2)
    )


def _corrected(version: int, **now: object) -> e.MockTaskCorrected:
    return e.MockTaskCorrected(
        effective_on=day("2024-09-01"), programme=GRANT, corrects=version, now=now
    )
