"""What was stopped is a fact too: since when, and on what grounds."""

from domain.activity import rules
from domain.base.mend import CORRECTION_INVALID
from tests.domain.activity.examples import (
    OWN,
    correct,
    corrected,
    start,
    started,
    stop,
    stopped,
    void,
    voided,
)
from tests.given import given


def test_an_activity_is_started() -> None:
    """Under a code of its own in its programme."""
    given().when(start()).then(started())
    given(started()).when(start("2023-05-01")).refused(rules.RUNNING_ALREADY)
    codes = [start(), start(code="work-trip"), start(programme="own:202126")]
    assert len({command.opens() for command in codes}) == 3


def test_an_activity_is_stopped_with_its_grounds() -> None:
    """In its own programme, on a day on which it runs."""
    given(started("2023-04-01")).when(stop("2024-04-01")).then(stopped("2024-04-01"))
    given(started("2023-04-01")).when(stop("2023-03-31")).refused(rules.NOT_RUNNING)
    given(started(), stopped("2024-04-01")).when(stop("2024-04-02")).refused(rules.NOT_RUNNING)
    given().when(stop()).not_found()
    assert stopped().programme == OWN


def test_a_stopped_activity_runs_again() -> None:
    """From a later day on, or when it had not been stopped after all."""
    given(started(), stopped("2024-04-01")).when(start("2025-04-01")).then(started("2025-04-01"))
    given(started(), stopped("2024-04-01")).when(start("2024-03-31")).refused(rules.RUNNING_ALREADY)
    given(started(), stopped("2024-04-01"), voided("2024-05-01", 2)).when(
        start("2025-04-01")
    ).refused(rules.RUNNING_ALREADY)


def test_an_entry_is_corrected() -> None:
    """Grounds and day, but not which activity it is."""
    given(started(), stopped()).when(correct(2, grounds="no-result")).then(
        corrected("2025-06-01", 2, grounds="no-result")
    )
    given(started()).when(correct(1, code="other")).refused(CORRECTION_INVALID)


def test_what_is_stopped_had_been_started() -> None:
    """A late entry of a start that is taken back leaves no stop behind it."""
    late = given(started("2023-04-01"), started("2023-01-01"), stopped("2023-02-01"))
    late.when(void(2)).refused(rules.NOT_RUNNING)
    late.when(correct(2, effective_on="2023-02-02")).refused(rules.NOT_RUNNING)
