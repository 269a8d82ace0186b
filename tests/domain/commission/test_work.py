"""Terms first, then the work, its inspection and its pay."""

from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.base import mend
from domain.base.event import Event
from domain.commission import rules
from tests.domain.commission.examples import (
    ACCEPTED,
    AGREED,
    DONE,
    LIFE,
    accepted,
    ask_again,
    asked_again,
    cancel,
    cancelled,
    change_terms,
    changed,
    complete,
    completed,
    correct,
    corrected,
    declined,
    deliver,
    delivered,
    fail,
    failed,
    let_pass,
    offered,
    paid,
    passed,
    pay,
    state_terms,
    stated,
    void,
    voided,
)
from tests.domain.worker import examples as roll
from tests.domain.worker.examples import WORKER, registered
from tests.given import Given, day, given

RECEIVED = (*AGREED, delivered("2024-08-01"))
FAILED = (*RECEIVED, failed("2024-08-05"))


def test_terms_are_stated_with_the_offer_or_after_it() -> None:
    """From the day of the offer on, once."""
    given(offered("2024-07-01")).when(state_terms("2024-07-01")).then(stated("2024-07-01"))
    given(*ACCEPTED).when(state_terms("2024-07-03")).then(stated("2024-07-03"))
    given(offered("2024-07-01")).when(state_terms("2024-06-30")).refused(rules.BEFORE_EARLIER_STEP)
    given(*AGREED).when(state_terms("2024-07-04")).refused(rules.TERMS_STATED_ALREADY)
    given(offered(), declined("2024-07-02")).when(state_terms("2024-07-03")).refused(rules.ENDED)


def test_the_terms_are_those_of_the_offer() -> None:
    """Amount and delivery day are what the resident accepted."""
    for other in ({"amount": 999}, {"delivery_day": "2024-08-29"}):
        given(*ACCEPTED).when(state_terms("2024-07-03", **other)).refused(
            rules.TERMS_DIFFER_FROM_OFFER
        )


def test_nothing_is_inspected_before_it_is_delivered() -> None:
    """The inspection is finished on the delivery day at the earliest."""
    given(*ACCEPTED).when(state_terms("2024-07-03", inspect_by="2024-08-30")).then(
        stated("2024-07-03").model_copy(update={"inspect_by": day("2024-08-30")})
    )
    with pytest.raises(ValidationError, match="inspected before"):
        state_terms("2024-07-03", inspect_by="2024-08-29")


def test_terms_change_after_the_acceptance() -> None:
    """Before it the offer is made anew; without terms there is nothing to change."""
    given(*AGREED).when(change_terms("2024-07-03", 1200)).then(changed("2024-07-03", 1200))
    given(offered(), stated()).when(change_terms("2024-07-03")).refused(rules.NOT_ACCEPTED)
    given(*ACCEPTED).when(change_terms("2024-07-03")).refused(rules.TERMS_NOT_STATED)
    given(*AGREED).when(change_terms("2024-07-02")).refused(rules.BEFORE_EARLIER_STEP)
    given(*DONE).when(change_terms("2024-08-06")).refused(rules.ENDED)


def test_terms_do_not_shrink_below_what_was_paid() -> None:
    """Down to it, but not below."""
    advance = given(*AGREED, paid("2024-07-10", 600))
    advance.when(change_terms("2024-07-11", 600)).then(changed("2024-07-11", 600))
    advance.when(change_terms("2024-07-11", 599)).refused(rules.TERMS_BELOW_PAID)


def test_nothing_is_delivered_before_terms_are_stated() -> None:
    """Nor before the offer is accepted."""
    given(offered(), stated()).when(deliver("2024-08-01")).refused(rules.NOT_ACCEPTED)
    given(*ACCEPTED).when(deliver("2024-08-01")).refused(rules.TERMS_NOT_STATED)
    given(*AGREED).when(deliver("2024-07-02")).refused(rules.BEFORE_EARLIER_STEP)
    given(*AGREED).when(deliver("2024-07-03")).then(delivered("2024-07-03"))
    terms_first = given(offered("2024-07-01"), stated("2024-07-01"), accepted("2024-07-03"))
    terms_first.when(deliver("2024-07-02")).refused(rules.BEFORE_EARLIER_STEP)
    terms_last = given(*ACCEPTED, stated("2024-07-05"))
    terms_last.when(deliver("2024-07-04")).refused(rules.BEFORE_EARLIER_STEP)
    given(*DONE).when(deliver("2024-08-06")).refused(rules.ENDED)


def test_work_is_delivered_in_parts_until_the_whole_is_there() -> None:
    """The deliveries are numbered."""
    part = (*AGREED, delivered("2024-07-20", 1, "part"))
    given(*part).when(deliver("2024-08-01", "part")).then(delivered("2024-08-01", 2, "part"))
    given(*part).when(deliver("2024-08-01")).then(delivered("2024-08-01", 2))
    given(*RECEIVED).when(deliver("2024-08-02", "part")).refused(rules.DELIVERED_ALREADY)


def test_a_change_of_terms_does_not_forbid_a_late_entry() -> None:
    """What was received before the change is recorded after it."""
    given(*AGREED, changed("2024-08-10", 1200)).when(deliver("2024-08-01")).then(
        delivered("2024-08-01")
    )


def test_a_delivery_is_inspected_once() -> None:
    """On its day or later; it passes or it fails."""
    given(*RECEIVED).when(let_pass("2024-08-01")).then(passed("2024-08-01"))
    given(*RECEIVED).when(fail("2024-08-01")).then(failed("2024-08-01"))
    given(*RECEIVED).when(let_pass("2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)
    given(*RECEIVED).when(fail("2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)
    given(*FAILED).when(let_pass("2024-08-06")).refused(rules.INSPECTED_ALREADY)
    given(*FAILED).when(fail("2024-08-06")).refused(rules.INSPECTED_ALREADY)


def test_only_what_was_delivered_is_inspected() -> None:
    """And nothing after the end."""
    given(*AGREED).when(let_pass("2024-08-01")).refused(rules.NO_SUCH_DELIVERY)
    given(*AGREED).when(fail("2024-08-01")).refused(rules.NO_SUCH_DELIVERY)
    given(*RECEIVED).when(ask_again("2024-08-05", 2)).refused(rules.NO_SUCH_DELIVERY)
    given(*DONE).when(let_pass("2024-08-06")).refused(rules.ENDED)
    given(*DONE).when(fail("2024-08-06")).refused(rules.ENDED)
    given(*DONE).when(ask_again("2024-08-06")).refused(rules.ENDED)


def test_rework_is_asked_for_after_an_inspection_once() -> None:
    """With its cause and who bears the cost, even of work that had passed."""
    given(*FAILED).when(ask_again("2024-08-06")).then(asked_again("2024-08-06"))
    given(*RECEIVED, passed("2024-08-05")).when(ask_again("2024-08-06")).then(
        asked_again("2024-08-06")
    )
    given(*RECEIVED).when(ask_again("2024-08-01")).refused(rules.REWORK_NEEDS_INSPECTION)
    given(*FAILED, asked_again("2024-08-06")).when(ask_again("2024-08-07")).refused(
        rules.REWORK_NEEDS_INSPECTION
    )
    given(*FAILED).when(ask_again("2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)


def test_what_failed_is_delivered_again() -> None:
    """The new delivery names the one whose place it takes."""
    again = delivered("2024-08-10", 2, redoes=1)
    given(*FAILED).when(deliver("2024-08-10", redoes=1)).then(again)
    given(*FAILED, asked_again("2024-08-06")).when(deliver("2024-08-10", redoes=1)).then(again)
    given(*FAILED).when(deliver("2024-08-10")).refused(rules.DELIVERED_ALREADY)
    given(*RECEIVED).when(deliver("2024-08-10", redoes=1)).refused(rules.NOTHING_TO_REDO)
    given(*FAILED).when(deliver("2024-08-10", redoes=2)).refused(rules.NOTHING_TO_REDO)
    given(*FAILED, again).when(deliver("2024-08-11", redoes=1)).refused(rules.NOTHING_TO_REDO)


def test_a_voided_delivery_was_never_there() -> None:
    """What it took the place of stands again."""
    again = delivered("2024-08-10", 2, redoes=1)
    given(*FAILED, again, voided("2024-08-11", 6)).when(deliver("2024-08-12", redoes=1)).then(
        delivered("2024-08-12", 2, redoes=1)
    )


def of_hanako(*history: Event) -> Given:
    """Give a commission of hers, and her record."""
    return given(*history).seeing(WORKER, registered())


def test_work_is_completed_when_all_of_it_passed() -> None:
    """On the day of its last step or later."""
    done = (*RECEIVED, passed("2024-08-05"))
    of_hanako(*done).when(complete("2024-08-05")).then(completed("2024-08-05"))
    given(*done).when(complete("2024-08-04")).refused(rules.BEFORE_EARLIER_STEP)
    given(*RECEIVED).when(complete("2024-08-05")).refused(rules.NOT_ALL_PASSED)
    given(*FAILED).when(complete("2024-08-05")).refused(rules.NOT_ALL_PASSED)
    given(*AGREED, delivered("2024-08-01", 1, "part"), passed("2024-08-05")).when(
        complete("2024-08-05")
    ).refused(rules.NOT_ALL_PASSED)
    of_hanako(*FAILED, delivered("2024-08-10", 2, redoes=1), passed("2024-08-12", 2)).when(
        complete("2024-08-12")
    ).then(completed("2024-08-12"))
    given(offered()).when(complete("2024-08-05")).refused(rules.NOT_ACCEPTED)
    given(*DONE).when(complete("2024-08-06")).refused(rules.ENDED)


def test_a_completion_says_whether_a_level_had_risen_before_the_work() -> None:
    """As her record stands: on the day before the first delivery, which nothing undid by then."""
    claimed, rose = roll.claimed("2024-05-01", level=2), roll.assessed("2024-07-31", level=3)
    first = delivered("2024-08-01")
    again = (failed("2024-08-05"), delivered("2024-08-10", 2, redoes=1), passed("2024-08-12", 2))

    def says(*skills: Event, after_rise: bool) -> None:
        history = given(*AGREED, first, *again)
        known = history.seeing(WORKER, registered(), *skills)
        expected = completed("2024-08-12", after_rise=after_rise)
        known.when(complete("2024-08-12")).then(expected)

    says(claimed, rose, after_rise=True)
    says(rose, after_rise=False)
    says(claimed, roll.claimed("2024-07-31", level=3), after_rise=False)
    says(claimed, roll.assessed("2024-08-01", level=3), after_rise=False)
    says(claimed, rose, roll.assessed("2024-07-31", level=2), after_rise=False)
    says(claimed, rose, roll.withdrawn("2024-08-01"), after_rise=True)
    says(claimed, rose, roll.skill_corrected("2024-08-11", 3, level=2), after_rise=False)
    says(claimed, rose.model_copy(update={"framework": "itss"}), after_rise=False)


def test_a_completion_names_who_did_the_work() -> None:
    """Nobody else, and nobody who is not on record."""
    done, other = given(*RECEIVED, passed("2024-08-05")), UUID(int=9)
    done.when(complete("2024-08-05")).refused(rules.ANOTHER_WORKER)
    known = done.seeing(WORKER, registered()).seeing(other, registered())
    known.when(complete("2024-08-05", worker_id=other)).refused(rules.ANOTHER_WORKER)


def test_what_a_completion_says_of_a_rise_can_be_put_right() -> None:
    """Where an assessment is found to be wrong, the completion does not follow by itself."""
    given(*DONE).when(correct(len(DONE), after_rise=True)).then(
        corrected("2025-01-01", len(DONE), after_rise=True)
    )


def test_an_accepted_commission_is_cancelled_with_a_reason() -> None:
    """An offer is withdrawn instead, and what has ended stays ended."""
    given(*ACCEPTED).when(cancel("2024-07-03")).then(cancelled("2024-07-03"))
    given(*RECEIVED).when(cancel("2024-08-01")).then(cancelled("2024-08-01"))
    given(*RECEIVED).when(cancel("2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)
    given(offered()).when(cancel("2024-07-03")).refused(rules.NOT_ACCEPTED)
    given(*DONE).when(cancel("2024-08-06")).refused(rules.ENDED)


def test_remuneration_is_paid_in_parts_up_to_the_last_yen() -> None:
    """Not by one yen more."""
    part = given(*DONE, paid("2024-08-31", 999))
    part.when(pay("2024-09-30", 1)).then(paid("2024-09-30", 1))
    part.when(pay("2024-09-30", 2)).refused(rules.PAID_MORE_THAN_STATED)
    given(*AGREED).when(pay("2024-07-03", 1001)).refused(rules.PAID_MORE_THAN_STATED)
    given(*AGREED, changed("2024-07-10", 1200)).when(pay("2024-09-30", 1200)).then(
        paid("2024-09-30", 1200)
    )


def test_only_agreed_work_is_paid() -> None:
    """Accepted, its terms stated, and not before; ahead of delivery if so agreed."""
    given(offered(), stated()).when(pay("2024-07-03")).refused(rules.NOT_ACCEPTED)
    given(*ACCEPTED).when(pay("2024-07-03")).refused(rules.TERMS_NOT_STATED)
    given(*AGREED).when(pay("2024-07-02")).refused(rules.BEFORE_EARLIER_STEP)
    given(*AGREED).when(pay("2024-07-03")).then(paid("2024-07-03"))


def test_what_was_done_is_paid_after_a_cancellation() -> None:
    """The end of a commission is not the end of a debt."""
    given(*RECEIVED, cancelled("2024-08-02")).when(pay("2024-08-31", 300)).then(
        paid("2024-08-31", 300)
    )


def test_gross_is_what_was_withheld_and_what_was_transferred() -> None:
    """To the yen, in the command and in a correction."""
    given(*DONE).when(pay("2024-09-30", 1000, 102)).then(paid("2024-09-30", 1000, 102))
    with pytest.raises(ValidationError, match="the gross is"):
        pay("2024-09-30").model_validate(
            pay("2024-09-30").model_dump() | {"withheld": 102, "transferred": 899}
        )
    given(*LIFE).when(correct(7, gross=900)).refused(mend.CORRECTION_INVALID)
    given(*LIFE).when(correct(7, gross=900, transferred=798)).then(
        corrected("2025-01-01", 7, gross=900, transferred=798)
    )


def test_a_voided_payment_leaves_room() -> None:
    """It never took place."""
    given(*LIFE, voided("2024-10-01", 7)).when(pay("2024-10-01")).then(paid("2024-10-01"))


def test_a_mended_commission_still_adds_up() -> None:
    """No more was paid than stated, and what was completed had passed."""
    given(*LIFE).when(correct(3, amount=999)).refused(rules.PAID_MORE_THAN_STATED)
    given(*LIFE).when(correct(4, extent="part")).refused(rules.NOT_ALL_PASSED)
    given(*LIFE).when(void(5)).refused(rules.NOT_ALL_PASSED)
    given(*RECEIVED, passed("2024-08-05")).when(void(5)).then(voided("2025-01-01", 5))
    given(*RECEIVED, passed("2024-08-05")).when(void(4)).refused(mend.OTHERS_BUILD_ON_IT)


def test_a_mended_commission_keeps_the_order_of_days() -> None:
    """No step comes to lie before the one that it builds on; the same day is late enough."""
    done = given(*LIFE)
    done.when(correct(1, effective_on="2024-07-04")).refused(mend.BEFORE_THE_BEGINNING)
    done.when(correct(2, effective_on="2024-08-02")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(2, effective_on="2024-08-01")).then(
        corrected("2025-01-01", 2, effective_on="2024-08-01")
    )
    done.when(correct(3, effective_on="2024-08-02")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(4, effective_on="2024-07-02")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(5, effective_on="2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(5, effective_on="2024-08-01")).then(
        corrected("2025-01-01", 5, effective_on="2024-08-01")
    )
    done.when(correct(6, effective_on="2024-08-04")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(7, effective_on="2024-07-02")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(7, effective_on="2024-07-03")).then(
        corrected("2025-01-01", 7, effective_on="2024-07-03")
    )
    given(*AGREED, changed("2024-07-10")).when(correct(4, effective_on="2024-07-02")).refused(
        rules.BEFORE_EARLIER_STEP
    )
    given(*RECEIVED, cancelled("2024-08-01")).when(correct(5, effective_on="2024-07-31")).refused(
        rules.BEFORE_EARLIER_STEP
    )


def test_a_mended_rework_follows_what_it_takes_the_place_of() -> None:
    """Its inspection, the request for it and the new delivery."""
    again = given(*FAILED, asked_again("2024-08-06"), delivered("2024-08-10", 2, redoes=1))
    again.when(correct(5, effective_on="2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)
    again.when(correct(6, effective_on="2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)
    again.when(correct(7, effective_on="2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)
    again.when(correct(4, effective_on="2024-08-11")).refused(rules.BEFORE_EARLIER_STEP)
    again.when(correct(7, effective_on="2024-08-01")).then(
        corrected("2025-01-01", 7, effective_on="2024-08-01")
    )


def test_a_mended_offer_leaves_time_to_accept_it() -> None:
    """It is accepted up to its delivery day, which does not lie before the offer."""
    given(*ACCEPTED).when(correct(2, effective_on="2024-08-31")).refused(rules.OFFER_LAPSED)
    given(*ACCEPTED).when(correct(1, delivery_day="2024-07-02")).refused(rules.OFFER_LAPSED)
    given(*ACCEPTED).when(correct(1, delivery_day="2024-07-03")).then(
        corrected("2025-01-01", 1, delivery_day="2024-07-03")
    )
    given(offered("2024-07-01")).when(correct(1, delivery_day="2024-06-30")).refused(
        rules.DELIVERY_BEFORE_OFFER
    )


def test_what_others_rely_on_is_not_voided() -> None:
    """An acceptance, a decline or an end is followed by a new commission."""
    given(*LIFE).when(void(7)).then(voided("2025-01-01", 7))
    for version in (1, 2, 3, 6):
        given(*LIFE).when(void(version)).refused(mend.NOTHING_TO_MEND)


def test_whose_commission_it_is_cannot_be_corrected() -> None:
    """The stream's id and every count rest on it."""
    given(*LIFE).when(correct(1, ordinal=2)).refused(mend.CORRECTION_INVALID)
    given(*LIFE).when(correct(4, delivery=2)).refused(mend.CORRECTION_INVALID)
