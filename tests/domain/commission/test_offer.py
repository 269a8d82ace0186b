"""Nobody is assigned: work is offered, and accepted or not."""

import pytest
from pydantic import ValidationError

from domain.base.event import Event
from domain.base.mend import CORRECTION_INVALID
from domain.commission import commands as c
from domain.commission import rules
from domain.engagement import rules as engagement_rules
from domain.worker import rules as worker_rules
from tests.domain.client.examples import CLIENT
from tests.domain.commission.examples import (
    ACCEPTED,
    AGREED,
    COMMISSION,
    DONE,
    LIFE,
    accept,
    accepted,
    cancelled,
    completed,
    correct,
    decline,
    declined,
    delivered,
    offer,
    offered,
    paid,
    passed,
    stated,
    withdraw,
    withdrawn,
)
from tests.domain.engagement import examples as engagement
from tests.domain.engagement.examples import ENGAGEMENT, RESIDENTS, cancel, close, inquired, ordered
from tests.domain.worker import examples as roll
from tests.domain.worker.examples import (
    SAKU,
    TATESHINA,
    WORKER,
    leave,
    left,
    moved,
    registered,
    returned,
)
from tests.given import Given, given

BY_CLIENT = {"orderer": "client", "orderer_code": str(CLIENT)}
SETTLED = (*engagement.LIFE[:-1],)


def under_an_open_order(*worker: Event) -> Given:
    """Nothing was offered yet; the order is open, and the worker is as told."""
    on_roll = worker or (registered("2024-04-01"),)
    return given().seeing(ENGAGEMENT, *engagement.OPEN).seeing(WORKER, *on_roll)


def test_work_is_offered() -> None:
    """The offer carries programme and funds of its order, and where the resident lives."""
    under_an_open_order().when(offer()).then(offered())


def test_the_municipality_is_that_of_the_day() -> None:
    """Up to the day before a move it is the old one."""
    mover = under_an_open_order(registered(), moved("2024-07-02", SAKU))
    mover.when(offer("2024-07-01")).then(offered("2024-07-01"))
    mover.when(offer("2024-07-02")).then(offered("2024-07-02", municipality=SAKU))


@pytest.mark.parametrize(
    ("ordered_in", "across"), [("joint", False), (TATESHINA, False), (SAKU, True)]
)
def test_an_acceptance_says_whether_it_is_across_municipalities(
    ordered_in: str,
    across: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """By whose order it was at the offer; an order of all is nobody else's."""
    order = inquired().model_copy(update={"municipality": ordered_in})
    told = offered(ordered_in=ordered_in)
    open_order = given().seeing(ENGAGEMENT, order, *engagement.OPEN[1:])
    open_order.seeing(WORKER, registered("2024-04-01")).when(offer()).then(told)
    said = accepted("2024-07-03", ordered_in=ordered_in, across=across)
    given(told).when(accept("2024-07-03")).then(said)
    wrong = correct(2, municipality=TATESHINA if across else SAKU, ordered_in=TATESHINA)
    given(told, said).when(wrong).refused(CORRECTION_INVALID)


def test_an_ordinal_is_used_once() -> None:
    """One resident can have several commissions under one order, each with its ordinal."""
    known = given(offered()).seeing(ENGAGEMENT, *engagement.OPEN).seeing(WORKER, registered())
    known.when(offer()).refused(rules.ALREADY_OFFERED)
    assert offer(ordinal=2).opens() != offer().opens()


def test_work_is_offered_only_under_an_open_order() -> None:
    """From the day of the order on, and not after its end."""
    given().seeing(WORKER, registered()).when(offer()).refused(rules.NEEDS_OPEN_ORDER)
    for history in ((inquired(),), (inquired(), ordered("2024-07-02")), engagement.LIFE):
        given().seeing(ENGAGEMENT, *history).seeing(WORKER, registered()).when(
            offer("2024-07-01")
        ).refused(rules.NEEDS_OPEN_ORDER)
    given().seeing(ENGAGEMENT, inquired(), ordered("2024-07-01")).seeing(WORKER, registered()).when(
        offer("2024-07-01")
    ).then(offered("2024-07-01"))


def test_work_is_offered_only_to_who_is_on_the_roll() -> None:
    """The first day belongs to it, the day after the last does not."""
    given().seeing(ENGAGEMENT, *engagement.OPEN).when(offer()).refused(worker_rules.NOT_ON_ROLL)
    under_an_open_order(registered("2024-07-02")).when(offer("2024-07-01")).refused(
        worker_rules.NOT_ON_ROLL
    )
    under_an_open_order(registered("2024-07-01")).when(offer("2024-07-01")).then(offered())
    under_an_open_order(registered(), left(last_day="2024-06-30")).when(
        offer("2024-07-01")
    ).refused(worker_rules.NOT_ON_ROLL)


def test_work_is_offered_only_up_to_a_last_day_that_is_known() -> None:
    """The delivery day can be the last day on the roll, not the day after it."""
    leaver = under_an_open_order(registered(), left(last_day="2024-08-30"))
    leaver.when(offer(delivery_day="2024-08-30")).then(offered(delivery_day="2024-08-30"))
    leaver.when(offer(delivery_day="2024-08-31")).refused(rules.LEAVES_BEFORE_DELIVERY)
    away = (registered(), left(last_day="2024-07-31"), returned("2024-08-15"))
    under_an_open_order(*away).when(offer()).refused(rules.LEAVES_BEFORE_DELIVERY)


def test_work_is_not_due_before_it_is_offered() -> None:
    """The same day can be."""
    work = under_an_open_order()
    work.when(offer(delivery_day="2024-06-30")).refused(rules.DELIVERY_BEFORE_OFFER)
    work.when(offer(delivery_day="2024-07-01")).then(offered(delivery_day="2024-07-01"))


def test_the_orderer_fits_the_order() -> None:
    """Who took the order; the client itself where the town only introduces."""
    under_an_open_order().when(offer(**BY_CLIENT)).refused(rules.ORDERER_DOES_NOT_FIT)
    introduced = (
        given().seeing(ENGAGEMENT, inquired(), ordered(by=RESIDENTS)).seeing(WORKER, registered())
    )
    introduced.when(offer()).refused(rules.ORDERER_DOES_NOT_FIT)
    introduced.when(offer(**BY_CLIENT)).then(offered(**BY_CLIENT))
    another = {**BY_CLIENT, "orderer_code": str(WORKER)}
    introduced.when(offer(**another)).refused(rules.ORDERER_DOES_NOT_FIT)


@pytest.mark.parametrize(
    "by",
    [
        {"orderer": "town", "orderer_code": "203245"},
        {"orderer": "town", "orderer_code": "20324"},
        {"orderer": "corporation", "orderer_code": "203246"},
        {"orderer": "client", "orderer_code": "203246"},
    ],
)
def test_the_orderer_is_named_by_its_code(by: dict[str, str]) -> None:
    """A slip is found before it is recorded."""
    with pytest.raises(ValidationError):
        offer(**by)


def test_an_offer_is_answered_on_its_day_or_later() -> None:
    """Accepted, declined or withdrawn."""
    one = given(offered("2024-07-01"))
    one.when(accept("2024-07-01")).then(accepted("2024-07-01"))
    one.when(decline("2024-07-01")).then(declined("2024-07-01"))
    one.when(withdraw("2024-07-01")).then(withdrawn("2024-07-01"))
    one.when(accept("2024-06-30")).refused(rules.BEFORE_EARLIER_STEP)
    one.when(decline("2024-06-30")).refused(rules.BEFORE_EARLIER_STEP)
    one.when(withdraw("2024-06-30")).refused(rules.BEFORE_EARLIER_STEP)


def test_an_offer_is_accepted_up_to_its_delivery_day() -> None:
    """After it there is nothing left to accept; it can still be declined."""
    given(offered()).when(accept("2024-08-30")).then(accepted("2024-08-30"))
    given(offered()).when(accept("2024-08-31")).refused(rules.OFFER_LAPSED)
    given(offered()).when(decline("2024-08-31")).then(declined("2024-08-31"))


@pytest.mark.parametrize(
    "answer", [accepted("2024-07-02"), declined("2024-07-02"), withdrawn("2024-07-02")]
)
def test_an_offer_is_answered_once(answer: Event) -> None:
    """Whatever the answer was."""
    answered = given(offered("2024-07-01"), answer)
    answered.when(accept("2024-07-03")).refused(rules.OFFER_NOT_OPEN)
    answered.when(decline("2024-07-03")).refused(rules.OFFER_NOT_OPEN)
    answered.when(withdraw("2024-07-03")).refused(rules.OFFER_NOT_OPEN)


def test_a_decline_has_no_reason_and_names_nobody() -> None:
    """There is no field for a reason, and none that a figure could count persons by."""
    assert set(c.DeclineOffer.model_fields) == {"effective_on", "programme", "commission_id"}
    assert set(type(declined("2024-07-02")).model_fields) == {"effective_on", "programme"}


@pytest.mark.parametrize("history", [(offered(),), ACCEPTED, AGREED, (*AGREED, paid("2024-07-03"))])
def test_nobody_leaves_before_their_commissions_are_settled(history: tuple[Event, ...]) -> None:
    """Whatever the last day is; paying ahead settles nothing."""
    worker = given(registered()).seeing(COMMISSION, *history)
    worker.when(leave("2024-06-30")).refused(worker_rules.HAS_OPEN_COMMISSIONS)
    worker.when(leave("2025-03-31")).refused(worker_rules.HAS_OPEN_COMMISSIONS)


@pytest.mark.parametrize("answer", [declined("2024-07-05"), withdrawn("2024-07-05")])
def test_an_offer_that_came_to_nothing_keeps_nobody(answer: Event) -> None:
    """Not even where it was answered after the last day."""
    given(registered()).seeing(COMMISSION, offered(), answer).when(leave("2024-07-01")).then(
        left(last_day="2024-07-01")
    )


@pytest.mark.parametrize(
    "history", [DONE, (*ACCEPTED, cancelled("2024-08-05"))], ids=["completed", "cancelled"]
)
def test_a_worker_leaves_on_the_day_of_the_end_or_later(history: tuple[Event, ...]) -> None:
    """What is still to be paid keeps nobody."""
    worker = given(registered()).seeing(COMMISSION, *history)
    worker.when(leave("2024-08-04")).refused(worker_rules.HAS_OPEN_COMMISSIONS)
    worker.when(leave("2024-08-05")).then(left(last_day="2024-08-05"))


def test_what_was_offered_after_a_return_does_not_concern_a_leaving_before_it() -> None:
    """A late entry about the first leaving is accepted."""
    worker = given(registered(), left(last_day="2024-05-31"), returned("2024-07-01"))
    worker.seeing(COMMISSION, offered("2024-07-01")).when(leave("2024-04-30")).then(
        left(last_day="2024-04-30")
    )


def test_a_corrected_last_day_does_not_lie_before_the_end_of_a_commission() -> None:
    """As if it had been recorded like this; the day of the end is late enough."""
    leaver = given(registered(), left(last_day="2025-03-31")).seeing(COMMISSION, *DONE)
    too_early = {"effective_on": "2024-08-05", "last_day": "2024-08-04"}
    leaver.when(roll.correct_registration(2, **too_early)).refused(
        worker_rules.HAS_OPEN_COMMISSIONS
    )
    late_enough = {"effective_on": "2024-08-06", "last_day": "2024-08-05"}
    leaver.when(roll.correct_registration(2, **late_enough)).then(
        roll.registration_corrected("2025-06-01", 2, **late_enough)
    )


def test_work_that_ended_after_a_known_last_day_forbids_no_other_correction() -> None:
    """The last day was recorded ahead, and the inspection came after it."""
    late = given(registered(), left(last_day="2024-08-01")).seeing(COMMISSION, *DONE)
    late.when(roll.correct_registration(1, municipality=SAKU)).then(
        roll.registration_corrected("2025-06-01", 1, municipality=SAKU)
    )
    late.when(roll.void(2)).then(roll.entry_voided("2025-01-06", 2))


def test_a_return_that_work_was_offered_after_stays() -> None:
    """Neither voided nor moved past the offer, or the work would be that of nobody on the roll."""
    away = (registered(), left(last_day="2024-05-31"), returned("2024-07-01"))
    back = given(*away).seeing(COMMISSION, *DONE)
    back.when(roll.void(3)).refused(worker_rules.HAS_OPEN_COMMISSIONS)
    back.when(roll.correct_registration(3, effective_on="2024-07-02")).refused(
        worker_rules.HAS_OPEN_COMMISSIONS
    )
    given(*away).when(roll.void(3)).then(roll.entry_voided("2025-01-06", 3))


def test_an_order_does_not_end_while_its_commissions_are_open() -> None:
    """Neither closed nor cancelled; on the day on which the last one ended it can."""
    settled = given(*SETTLED).seeing(COMMISSION, *ACCEPTED)
    settled.when(close("2024-09-01")).refused(engagement_rules.HAS_OPEN_COMMISSIONS)
    settled.when(cancel("2024-09-01")).refused(engagement_rules.HAS_OPEN_COMMISSIONS)
    ended = given(*SETTLED).seeing(COMMISSION, *ACCEPTED, cancelled("2024-09-01"))
    ended.when(close("2024-08-31")).refused(engagement_rules.HAS_OPEN_COMMISSIONS)
    ended.when(close("2024-09-01")).then(engagement.closed("2024-09-01"))


def test_an_order_is_closed_when_the_residents_are_paid() -> None:
    """In full; what the client owes them directly is not ours to know."""
    given(*SETTLED).seeing(COMMISSION, *DONE).when(close("2024-09-30")).refused(
        engagement_rules.HAS_UNPAID_COMMISSIONS
    )
    given(*SETTLED).seeing(COMMISSION, *LIFE).when(close("2024-09-30")).then(
        engagement.closed("2024-09-30")
    )
    direct = (
        offered(**BY_CLIENT),
        accepted(),
        stated(),
        delivered("2024-08-01"),
        passed("2024-08-05"),
        completed("2024-08-05"),
    )
    given(inquired(), ordered(by=RESIDENTS)).seeing(COMMISSION, *direct).when(
        close("2024-09-30")
    ).then(engagement.closed("2024-09-30"))


def test_a_registration_does_not_come_to_lie_after_an_offer() -> None:
    """The day of the offer itself is early enough."""
    worker = given(registered("2024-04-01")).seeing(COMMISSION, *DONE)
    late = {"effective_on": "2024-07-02"}
    worker.when(roll.correct_registration(1, **late)).refused(worker_rules.OFFERED_BEFORE)
    in_time = {"effective_on": "2024-07-01"}
    worker.when(roll.correct_registration(1, **in_time)).then(
        roll.registration_corrected("2025-06-01", 1, **in_time)
    )
