"""Who is on the roll, from which day, until which day."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from domain.base.command import Command
from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.worker import events as e
from domain.worker import rules
from tests.domain.worker.examples import (
    TATESHINA,
    assess,
    change_contact,
    change_name,
    claim,
    claimed,
    come_back,
    correct_registration,
    entry_voided,
    leave,
    left,
    move,
    moved,
    register,
    registered,
    registration_corrected,
    returned,
    void,
    withdraw,
)
from tests.given import day, given, sealed

SAKU = "202177"


def test_a_resident_is_registered() -> None:
    """The registration takes over what was asked for, unchanged."""
    given().when(register("2024-04-01")).then(registered("2024-04-01"))


def test_a_number_is_registered_once() -> None:
    """The number is one worker's, even after they have left."""
    given(registered()).when(register()).refused(rules.ALREADY_REGISTERED)
    given(registered(), left(last_day="2025-03-31")).when(register("2025-06-01")).refused(
        rules.ALREADY_REGISTERED
    )


def test_a_name_changes() -> None:
    """The new name and its reading are recorded together, as references to sealed values."""
    given(registered()).when(change_name("2024-06-01")).then(
        e.NameChanged(
            effective_on=day("2024-06-01"), name=sealed("new name"), kana=sealed("new kana")
        )
    )


def test_a_contact_changes() -> None:
    """The new contact is recorded as a reference to a sealed value."""
    given(registered()).when(change_contact("2024-06-01")).then(
        e.ContactChanged(effective_on=day("2024-06-01"), contact=sealed("mail"))
    )


def test_an_event_holds_no_plain_name() -> None:
    """What is not a reference to a sealed value does not get into an event."""
    with pytest.raises(ValidationError):
        given(registered()).when(change_name("2024-06-01").model_copy(update={"name": "架空 花子"}))


def test_a_worker_leaves_after_the_last_day() -> None:
    """Asked for is the last day; the leaving takes effect on the day after it."""
    given(registered()).when(leave("2025-03-31")).then(
        e.WorkerLeft(effective_on=day("2025-04-01"), last_day=day("2025-03-31"))
    )


def test_a_leaving_and_its_last_day_cannot_disagree() -> None:
    """Whoever counts by the one day and whoever reads the other come to the same."""
    with pytest.raises(ValidationError, match="day after the last day"):
        e.WorkerLeft(effective_on=day("2025-03-31"), last_day=day("2025-03-31"))


def test_a_worker_returns() -> None:
    """Someone who left is on the roll again from the day of the return."""
    given(registered(), left(last_day="2025-03-31")).when(come_back("2025-06-01")).then(
        returned("2025-06-01")
    )


def test_a_worker_returns_on_the_day_after_the_last() -> None:
    """There need not be a day between leaving and returning."""
    given(registered(), left(last_day="2025-03-31")).when(come_back("2025-04-01")).then(
        returned("2025-04-01")
    )


@pytest.mark.parametrize("on", ["2024-03-31", "2024-04-01", "2025-03-31"])
def test_only_who_has_left_returns(on: str) -> None:
    """Before the registration and up to the last day there is nothing to return from."""
    given(registered("2024-04-01"), left(last_day="2025-03-31")).when(come_back(on)).refused(
        rules.STILL_ON_ROLL
    )


def test_a_worker_returns_once() -> None:
    """After a return the worker is on the roll."""
    given(registered(), left(last_day="2025-03-31"), returned("2025-06-01")).when(
        come_back("2025-06-01")
    ).refused(rules.STILL_ON_ROLL)


def test_a_worker_leaves_again_after_returning() -> None:
    """Leaving and returning can follow each other as often as it happens."""
    given(registered(), left(last_day="2025-03-31"), returned("2025-06-01")).when(
        leave("2025-12-31")
    ).then(left(last_day="2025-12-31"))


def test_of_two_entries_about_one_day_the_later_counts() -> None:
    """A leaving recorded after a return of the same day ends the registration on that day."""
    left_again = (
        registered(),
        left(last_day="2025-03-31"),
        returned("2025-04-01"),
        left(last_day="2025-03-31"),
    )
    given(*left_again).when(change_name("2025-04-01")).refused(rules.NOT_ON_ROLL)
    given(*left_again[:3]).when(claim("2025-04-01")).then(claimed("2025-04-01"))


def test_a_leaving_can_be_recorded_ahead() -> None:
    """Until a last day that lies ahead everything goes on as before."""
    given(registered(), left(last_day="2026-03-31")).when(claim("2025-10-01")).then(
        claimed("2025-10-01")
    )


def test_nothing_is_recorded_of_a_worker_outside_the_roll() -> None:
    """On the last day the worker is on the roll; before the first and after the last, not."""
    before, first, last, after = "2024-03-31", "2024-04-01", "2025-03-31", "2025-04-01"
    was_here = given(registered(first), claimed(first), left(last_day=last))
    for on in (before, after):
        was_here.when(change_name(on)).refused(rules.NOT_ON_ROLL)
        was_here.when(change_contact(on)).refused(rules.NOT_ON_ROLL)
        was_here.when(move(on, SAKU)).refused(rules.NOT_ON_ROLL)
        was_here.when(leave(on)).refused(rules.NOT_ON_ROLL)
        was_here.when(claim(on)).refused(rules.NOT_ON_ROLL)
        was_here.when(assess(on)).refused(rules.NOT_ON_ROLL)
        was_here.when(withdraw(on)).refused(rules.NOT_ON_ROLL)


@pytest.mark.parametrize("on", ["2024-04-01", "2025-03-31"])
@pytest.mark.parametrize("ask", [change_name, change_contact, leave, claim, assess, withdraw])
def test_on_the_first_and_the_last_day_everything_is_recorded(
    on: str, ask: Callable[[str], Command]
) -> None:
    """Both border days belong to the time on the roll."""
    # The leaving of that very last day is recorded, so it is asked for with a later one.
    leaves = left(last_day="2026-03-31" if ask is leave else "2025-03-31")
    outcome = given(registered("2024-04-01"), claimed("2024-04-01"), leaves).when(ask(on))
    assert outcome.broken is None


def test_what_was_forgotten_is_recorded_late() -> None:
    """After leaving, an entry about a day on the roll is still accepted."""
    given(registered(), left(last_day="2025-03-31"), returned("2025-06-01")).when(
        claim("2025-02-01")
    ).then(claimed("2025-02-01"))


def test_in_the_time_between_leaving_and_returning_there_is_no_roll() -> None:
    """A late entry cannot fall into the gap."""
    given(registered(), left(last_day="2025-03-31"), returned("2025-06-01")).when(
        claim("2025-05-31")
    ).refused(rules.NOT_ON_ROLL)


def test_a_corrected_registration_counts_from_its_corrected_day() -> None:
    """The rules see what was true, not what had been typed."""
    corrected = registration_corrected("2024-07-01", 1, effective_on="2024-05-01")
    given(registered("2024-04-01"), corrected).when(claim("2024-04-30")).refused(rules.NOT_ON_ROLL)


def test_a_worker_moves() -> None:
    """From the day of the move the worker lives in the other municipality."""
    given(registered()).when(move("2024-10-01", SAKU)).then(moved("2024-10-01", SAKU))


def test_nobody_moves_to_where_they_live() -> None:
    """The registration says where the worker lives until a move does."""
    given(registered()).when(move("2024-10-01", TATESHINA)).refused(rules.LIVES_THERE_ALREADY)
    given(registered(), moved("2024-10-01", SAKU)).when(move("2024-10-01", SAKU)).refused(
        rules.LIVES_THERE_ALREADY
    )


def test_a_worker_moves_back() -> None:
    """Where someone lived before, they can live again."""
    given(registered(), moved("2024-10-01", SAKU)).when(move("2025-01-01", TATESHINA)).then(
        moved("2025-01-01", TATESHINA)
    )


def test_a_move_recorded_late_is_compared_with_its_own_day() -> None:
    """What lies later does not count: on that day the worker still lived elsewhere."""
    given(registered(), moved("2024-10-01", SAKU)).when(move("2024-06-01", SAKU)).then(
        moved("2024-06-01", SAKU)
    )


def test_a_move_recorded_late_does_not_undo_a_later_one() -> None:
    """A late entry about June leaves October's move as it was."""
    history = (registered(), moved("2024-10-01", SAKU), moved("2024-06-01", "202142"))
    given(*history).when(move("2024-12-01", SAKU)).refused(rules.LIVES_THERE_ALREADY)
    given(*history).when(move("2024-12-01", "202142")).then(moved("2024-12-01", "202142"))


def test_a_worker_nobody_registered_is_not_found() -> None:
    """A command on a stream that does not exist is not refused by a rule; there is nothing."""
    given().when(claim("2024-05-01")).not_found()


def test_a_worker_registered_by_mistake_is_taken_back() -> None:
    """Then the number is free again; before that, what builds on the registration is voided."""
    given(registered()).when(void(1)).then(entry_voided("2025-01-06", 1))
    given(registered(), entry_voided("2025-01-06", 1)).when(register("2025-02-01")).then(
        registered("2025-02-01")
    )
    given(registered(), claimed("2024-05-01")).when(void(1)).refused(OTHERS_BUILD_ON_IT)


def test_a_leaving_that_never_was_is_taken_back() -> None:
    """The worker had never been away."""
    given(registered(), left(last_day="2024-06-30"), entry_voided("2025-01-06", 2)).when(
        claim("2024-08-01")
    ).then(claimed("2024-08-01"))


def test_a_leaving_entered_again_does_not_undo_a_return() -> None:
    """Somebody left on 31 March and was back on 1 April; the same leaving is recorded already."""
    given(registered("2024-04-01"), left(last_day="2025-03-31"), returned("2025-04-01")).when(
        leave("2025-03-31")
    ).refused(rules.LEAVING_RECORDED)


def test_a_return_rests_on_a_leaving() -> None:
    """A leaving is neither voided nor moved from under it; the return is voided first."""
    back = given(registered("2024-04-01"), left(last_day="2025-03-31"), returned("2025-06-01"))
    back.when(void(2)).refused(rules.STILL_ON_ROLL)
    later = correct_registration(2, effective_on="2025-06-02", last_day="2025-06-01")
    back.when(later).refused(rules.STILL_ON_ROLL)
    back.when(void(3)).then(entry_voided("2025-01-06", 3))
