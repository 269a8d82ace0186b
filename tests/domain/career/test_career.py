"""Career support: consultations and aims, whose contents nobody sees."""

import pytest

from domain.base.event import Event
from domain.base.marks import marks
from domain.base.personal import SealedMark
from domain.career import events as e
from domain.career import rules
from tests.domain.career.examples import (
    GRANT,
    aim_set,
    begin,
    begun,
    correct,
    held,
    hold,
    review,
    reviewed,
    set_aim,
    void,
)
from tests.domain.worker.examples import WORKER, left, registered
from tests.given import day, given

ON_ROLL = given().seeing(WORKER, registered("2024-04-01"), left(last_day="2025-03-31"))


def test_career_support_begins_once_for_a_worker_on_the_roll() -> None:
    """From the first to the last day of the registration."""
    for on in ("2024-04-01", "2025-03-31"):
        ON_ROLL.when(begin(on)).then(begun(on))
    for on in ("2024-03-31", "2025-04-01"):
        ON_ROLL.when(begin(on)).refused(rules.WORKER_NOT_ON_ROLL)
    given().when(begin()).refused(rules.WORKER_NOT_ON_ROLL)
    given(begun()).when(begin("2024-07-01")).refused(rules.BEGUN_ALREADY)


def test_a_consultation_is_recorded_once() -> None:
    """From the day on which the support began."""
    given(begun()).when(hold("2024-06-01")).then(held("2024-06-01"))
    given(begun()).when(hold("2024-05-31")).refused(rules.BEFORE_BEGIN)
    given(begun(), held("2024-06-01")).when(hold("2024-06-02")).refused(rules.HELD_ALREADY)


def test_an_aim_is_set_once() -> None:
    """From the day on which the support began."""
    given(begun()).when(set_aim("2024-06-01")).then(aim_set("2024-06-01"))
    given(begun()).when(set_aim("2024-05-31")).refused(rules.BEFORE_BEGIN)
    given(begun(), aim_set("2024-06-01")).when(set_aim("2024-06-02")).refused(rules.AIM_SET_ALREADY)


def test_an_aim_is_reviewed_from_the_day_it_was_set() -> None:
    """As often as one likes."""
    on = given(begun(), aim_set("2024-06-10"))
    on.when(review("2024-06-10")).then(reviewed("2024-06-10"))
    on.when(review("2024-06-09")).refused(rules.AIM_NOT_SET)
    on.when(review("2024-05-31")).refused(rules.BEFORE_BEGIN)
    again = given(begun(), aim_set("2024-06-10"), reviewed("2024-07-01"))
    again.when(review("2024-08-01")).then(reviewed("2024-08-01"))


def test_what_is_mended_leaves_no_review_without_its_aim() -> None:
    """Neither by a correction nor by a voiding."""
    done = given(begun(), aim_set("2024-06-10"), reviewed("2024-07-01"))
    done.when(correct(3, effective_on="2024-06-09")).refused(rules.AIM_NOT_SET)
    done.when(void(2)).refused(rules.AIM_NOT_SET)
    done.when(correct(3, result="changed")).then(
        e.CareerCorrected(
            effective_on=day("2025-01-10"), programme=GRANT, corrects=3, now={"result": "changed"}
        )
    )
    done.when(void(3)).then(
        e.CareerVoided(effective_on=day("2025-01-10"), programme=GRANT, voids=3)
    )


@pytest.mark.parametrize(
    "event", [begun(), held("2024-06-01"), aim_set("2024-06-01"), reviewed("2024-06-01")]
)
def test_it_stands_in_no_list_of_events(event: Event) -> None:
    """Whose career is talked about is seen by nobody who looks through the log."""
    assert not event.LISTED


def test_what_was_said_and_aimed_at_is_sealed() -> None:
    """And why an aim was given up is not asked at all."""
    sealed = {
        name
        for kind in (e.CareerConsultationHeld, e.CareerAimSet, e.CareerAimReviewed)
        for name, info in kind.model_fields.items()
        if marks(info, SealedMark)
    }
    assert sealed == {"content", "text"}
