"""A worker joins mock work, is given support, and completes it or no longer takes part."""

from uuid import UUID

from domain.base.event import Event
from domain.mock_work import events as e
from domain.mock_work import rules
from tests.domain.mock_work.examples import (
    GRANT,
    OTHER,
    OTHER_WORKER,
    TASK,
    cancelled,
    closed,
    complete,
    completed,
    correct_part,
    drop,
    dropped,
    join,
    joined,
    opened,
    planned,
    support,
    supported,
    void_part,
)
from tests.domain.worker.examples import HANAKO, WORKER, left, registered
from tests.given import Given, day, given

THEIRS = UUID(int=0xE3)


def on_offer(*more: Event) -> Given:
    """Let the mock work be open, and Hanako on the roll."""
    return (
        given()
        .seeing(WORKER, registered(), left(last_day="2024-07-15"))
        .seeing(TASK, planned(), opened(), *more)
    )


def test_a_worker_joins_while_it_is_open() -> None:
    """From the day of opening to that of closing, with the person and municipality of the day."""
    for on in ("2024-06-10", "2024-06-20"):
        on_offer(closed("2024-06-20")).when(join(on)).then(joined(on))
    for on in ("2024-06-09", "2024-06-21"):
        on_offer(closed("2024-06-20")).when(join(on)).refused(rules.NOT_OPEN)
    on_offer(cancelled("2024-06-12")).when(join()).refused(rules.NOT_OPEN)


def test_nobody_joins_after_its_last_day() -> None:
    """Even if nobody closed it."""
    here = given().seeing(WORKER, registered()).seeing(TASK, planned(), opened())
    here.when(join("2024-07-31")).then(joined("2024-07-31"))
    here.when(join("2024-08-01")).refused(rules.NOT_OPEN)
    given().seeing(WORKER, registered()).when(join()).refused(rules.NOT_OPEN)


def test_only_a_worker_on_the_roll_joins() -> None:
    """Her last day counts, the day after does not."""
    on_offer().when(join("2024-07-15")).then(joined("2024-07-15"))
    on_offer().when(join("2024-07-16")).refused(rules.WORKER_NOT_ON_ROLL)
    given().seeing(TASK, planned(), opened()).when(join()).refused(rules.WORKER_NOT_ON_ROLL)


def test_a_worker_joins_once() -> None:
    """Also after having dropped out."""
    given(joined(), dropped("2024-06-20")).when(join("2024-06-25")).refused(rules.JOINED_ALREADY)


def test_there_is_a_place_for_as_many_as_were_planned() -> None:
    """Whoever completed it had one; whoever dropped out leaves it to another."""
    theirs = joined(worker_id=OTHER_WORKER, person_id=OTHER)
    on_offer().seeing(THEIRS, theirs).when(join()).refused(rules.FULL)
    done = (theirs, completed("2024-06-14", worker_id=OTHER_WORKER, person_id=OTHER))
    on_offer().seeing(THEIRS, *done).when(join()).refused(rules.FULL)
    gone = (theirs, dropped("2024-06-15", worker_id=OTHER_WORKER, person_id=OTHER))
    on_offer().seeing(THEIRS, *gone).when(join()).then(joined())


def test_support_is_given_by_somebody_else_while_taking_part() -> None:
    """From joining to the end; entered late, it still belongs to its day."""
    given(joined()).when(support("2024-06-15")).then(supported("2024-06-15"))
    given(joined()).when(support("2024-06-14")).refused(rules.OUTSIDE_PARTICIPATION)
    over = given(joined(), completed("2024-07-20"))
    over.when(support("2024-07-20")).then(supported("2024-07-20"))
    over.when(support("2024-07-21")).refused(rules.OUTSIDE_PARTICIPATION)
    given(joined()).when(support("2024-06-15", HANAKO)).refused(rules.OWN_SUPPORT)


def test_mock_work_is_completed_once() -> None:
    """Not before the last support that was given."""
    helped = (joined(), supported("2024-07-10"))
    given(*helped).when(complete("2024-07-10")).then(completed("2024-07-10"))
    given(*helped).when(complete("2024-07-09")).refused(rules.OUTSIDE_PARTICIPATION)
    over = given(*helped, dropped("2024-07-11"))
    over.when(complete("2024-07-12")).refused(rules.PARTICIPATION_OVER)


def test_its_result_goes_to_no_client() -> None:
    """What a client was given is a commission: unpaid real work is no mock work."""
    given(joined()).when(complete("2024-07-20", e.ResultUse.CLIENT)).refused(rules.WENT_TO_A_CLIENT)
    done = given(joined(), completed("2024-07-20"))
    done.when(correct_part(2, use="client")).refused(rules.WENT_TO_A_CLIENT)


def test_whoever_drops_out_is_not_asked_why() -> None:
    """The event says nothing but that it is so, and stands in no list of events."""
    given(joined()).when(drop("2024-06-15")).then(dropped("2024-06-15"))
    given(joined()).when(drop("2024-06-14")).refused(rules.OUTSIDE_PARTICIPATION)
    given(joined(), dropped("2024-06-20")).when(drop("2024-06-21")).refused(
        rules.PARTICIPATION_OVER
    )
    said = set(e.MockTaskDropped.model_fields) - set(e.Counted.model_fields)
    assert said == {"effective_on", "programme"}
    assert not e.MockTaskDropped.LISTED


def test_what_is_corrected_stays_in_order() -> None:
    """Support lies between joining and the end, and comes from somebody else."""
    done = given(joined(), supported("2024-07-10"), completed("2024-07-20"))
    done.when(correct_part(3, effective_on="2024-07-09")).refused(rules.OUTSIDE_PARTICIPATION)
    done.when(correct_part(2, supporter=str(HANAKO))).refused(rules.OWN_SUPPORT)
    done.when(correct_part(3, paid=3000)).then(
        e.ParticipationCorrected(
            effective_on=day("2024-09-01"), programme=GRANT, corrects=3, now={"paid": 3000}
        )
    )


def test_a_voided_correction_may_not_leave_it_out_of_order() -> None:
    """Support that was moved before the end is not moved back behind it."""
    moved = e.ParticipationCorrected(
        effective_on=day("2024-08-01"),
        programme=GRANT,
        corrects=2,
        now={"effective_on": "2024-07-01"},
    )
    history = (joined(), supported("2024-07-30"), moved, completed("2024-07-20"))
    given(*history).when(void_part(3)).refused(rules.OUTSIDE_PARTICIPATION)
    given(*history).when(void_part(4)).then(
        e.ParticipationVoided(effective_on=day("2024-09-01"), programme=GRANT, voids=4)
    )
