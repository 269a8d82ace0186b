"""From the inquiry over the order to the money; whatever cannot be is refused."""

import pytest
from pydantic import ValidationError

from domain.base import mend
from domain.client import rules as client_rules
from domain.engagement import codes, rules
from tests.domain.client.examples import CLIENT
from tests.domain.client.examples import registered as client
from tests.domain.commission.examples import COMMISSION, offered
from tests.domain.engagement.examples import (
    LIFE,
    OPEN,
    RESIDENTS,
    ask,
    cancel,
    cancelled,
    change,
    changed,
    close,
    closed,
    correct,
    corrected,
    estimate,
    estimated,
    inquired,
    invoice,
    invoiced,
    order,
    ordered,
    receive,
    received,
    void,
    voided,
)
from tests.given import given

ENDED = (*OPEN, cancelled("2024-07-01"))


def test_an_inquiry_opens_an_engagement() -> None:
    """It says who asks for what, and whose programme and funds it is."""
    given().seeing(CLIENT, client("2024-06-01")).when(ask("2024-06-01")).then(inquired())


def test_a_number_is_used_once() -> None:
    """A second order needs a number of its own."""
    given(inquired()).seeing(CLIENT, client()).when(ask()).refused(rules.ALREADY_RECEIVED)


def test_an_order_belongs_to_a_programme() -> None:
    """To a grant project or to one municipality's own."""
    asked = given().seeing(CLIENT, client())
    asked.when(ask(programme="common")).refused(rules.NEEDS_PROGRAMME)
    assert asked.when(ask(programme="own:203246")).broken is None


def test_only_a_registered_client_asks() -> None:
    """From the day of its registration on."""
    given().when(ask()).refused(client_rules.NOT_REGISTERED)
    given().seeing(CLIENT, client("2024-06-02")).when(ask("2024-06-01")).refused(
        client_rules.NOT_REGISTERED
    )


def test_mock_work_is_no_kind_of_order() -> None:
    """A practice task is never a client's order."""
    assert not [kind for kind in codes.OrderKind if "mock" in kind or "模擬" in kind.ja]


def test_an_estimate_is_given_and_given_again() -> None:
    """Until there is an order."""
    given(inquired()).when(estimate("2024-06-01")).then(estimated("2024-06-01"))
    given(inquired(), estimated()).when(estimate("2024-06-06")).then(estimated("2024-06-06"))
    given(*OPEN).when(estimate("2024-06-06")).refused(rules.ORDERED_ALREADY)


def test_no_step_lies_before_the_one_it_builds_on() -> None:
    """The same day is early enough, the day before is not."""
    given(inquired("2024-06-01")).when(estimate("2024-05-31")).refused(rules.BEFORE_EARLIER_STEP)
    given(inquired("2024-06-01")).when(order("2024-05-31")).refused(rules.BEFORE_EARLIER_STEP)
    open_one = given(inquired(), ordered("2024-06-10"))
    open_one.when(change("2024-06-09")).refused(rules.BEFORE_EARLIER_STEP)
    open_one.when(invoice("2024-06-09")).refused(rules.BEFORE_EARLIER_STEP)
    open_one.when(cancel("2024-06-09")).refused(rules.BEFORE_EARLIER_STEP)
    open_one.when(invoice("2024-06-10")).then(invoiced("2024-06-10"))
    paid = given(*OPEN, invoiced("2024-07-01"))
    paid.when(receive("2024-06-30")).refused(rules.BEFORE_EARLIER_STEP)
    paid.when(receive("2024-07-01")).then(received("2024-07-01"))
    done = given(*OPEN, invoiced("2024-07-01"), received("2024-07-31"))
    done.when(close("2024-07-30")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(close("2024-07-31")).then(closed("2024-07-31"))


def test_an_order_is_received_with_or_without_an_estimate() -> None:
    """It carries the funds and the kind of work of its inquiry."""
    given(inquired()).when(order("2024-06-10")).then(ordered("2024-06-10"))
    given(inquired(), estimated()).when(order("2024-06-10")).then(ordered("2024-06-10"))


def test_an_order_is_received_once() -> None:
    """Afterwards it changes."""
    given(*OPEN).when(order("2024-06-11")).refused(rules.ORDERED_ALREADY)
    given(*OPEN).when(change("2024-06-11", 900)).then(changed("2024-06-11", 900))
    given(inquired()).when(change("2024-06-11")).refused(rules.NOT_ORDERED)


def test_an_order_is_not_due_before_it_is_received() -> None:
    """The same day can be."""
    given(inquired()).when(order("2024-06-10", "2024-06-09")).refused(rules.DUE_BEFORE_ORDER)
    assert given(inquired()).when(order("2024-06-10", "2024-06-10")).broken is None
    given(*OPEN).when(change("2024-06-10", due_day="2024-06-09")).refused(rules.DUE_BEFORE_ORDER)


@pytest.mark.parametrize(
    "by",
    [
        {"contractor": "town"},
        {"contractor": "town", "contractor_code": "203245"},
        {"contractor": "corporation", "contractor_code": "203246"},
        {"contractor": "residents", "contractor_code": "203246"},
    ],
)
def test_the_contractor_is_named_by_its_code(by: dict[str, str]) -> None:
    """Residents are named by their commissions instead."""
    with pytest.raises(ValidationError):
        order("2024-06-10", by=by)


def test_an_order_is_invoiced_in_parts_up_to_the_last_yen() -> None:
    """Not by one yen more, and each with a number of its own."""
    part = given(*OPEN, invoiced("2024-07-01", 999))
    part.when(invoice("2024-07-02", 1, "I-2")).then(invoiced("2024-07-02", 1, "I-2"))
    part.when(invoice("2024-07-02", 2, "I-2")).refused(rules.MORE_THAN_ORDERED)
    part.when(invoice("2024-07-02", 1, "I-1")).refused(rules.INVOICE_NUMBER_USED)
    given(inquired()).when(invoice("2024-07-01")).refused(rules.NOT_ORDERED)


def test_an_order_does_not_shrink_below_what_was_invoiced() -> None:
    """Down to it, but not below."""
    part = given(*OPEN, invoiced("2024-07-01", 600))
    part.when(change("2024-07-02", 600)).then(changed("2024-07-02", 600))
    part.when(change("2024-07-02", 599)).refused(rules.ORDER_BELOW_INVOICED)


def test_a_corrected_order_is_the_limit() -> None:
    """The rules see what was true, not what had been typed."""
    given(*OPEN, corrected("2024-06-11", 2, amount=500)).when(invoice("2024-07-01", 501)).refused(
        rules.MORE_THAN_ORDERED
    )


def test_where_the_town_only_introduces_it_invoices_nothing() -> None:
    """The client pays the residents, and the engagement closes without money passing here."""
    direct = given(inquired(), ordered(by=RESIDENTS))
    direct.when(invoice("2024-07-01")).refused(rules.CLIENT_PAYS_RESIDENTS)
    direct.when(close("2024-07-01")).then(closed("2024-07-01"))


def test_money_comes_in_in_parts_up_to_the_last_yen() -> None:
    """Each part for an invoice."""
    part = given(*OPEN, invoiced("2024-07-01", 600), received("2024-07-31", 599))
    part.when(receive("2024-08-01", 1)).then(received("2024-08-01", 1))
    part.when(receive("2024-08-01", 2)).refused(rules.MORE_THAN_INVOICED)
    part.when(receive("2024-08-01", 1, "I-9")).refused(rules.NO_SUCH_INVOICE)


def test_what_was_invoiced_is_owed_after_a_cancellation() -> None:
    """The client pays what had been done."""
    given(*OPEN, invoiced("2024-07-01", 300), cancelled("2024-07-02")).when(
        receive("2024-07-31", 300)
    ).then(received("2024-07-31", 300))


def test_an_inquiry_or_an_order_is_cancelled() -> None:
    """With a reason; on its last day or later."""
    given(inquired("2024-06-01")).when(cancel("2024-06-01")).then(cancelled("2024-06-01"))
    given(*OPEN).when(cancel("2024-06-10")).then(cancelled("2024-06-10"))


def test_after_its_end_nothing_more_happens_to_an_engagement() -> None:
    """Whatever comes then is a new one."""
    ended = given(*ENDED)
    ended.when(estimate("2024-07-02")).refused(rules.ENDED)
    ended.when(order("2024-07-02")).refused(rules.ENDED)
    ended.when(change("2024-07-02")).refused(rules.ENDED)
    ended.when(invoice("2024-07-02")).refused(rules.ENDED)
    ended.when(cancel("2024-07-02")).refused(rules.ENDED)
    ended.when(close("2024-07-02")).refused(rules.ENDED)
    given(*LIFE).when(close("2024-09-02")).refused(rules.ENDED)


def test_an_engagement_is_closed_when_all_money_is_in() -> None:
    """Not while an invoice is unpaid, or a part of the order is not invoiced."""
    given(*LIFE[:-1]).when(close("2024-09-01")).then(closed("2024-09-01"))
    given(*LIFE[:-2]).when(close("2024-09-01")).refused(rules.NOT_SETTLED)
    given(*LIFE[:-3]).when(close("2024-09-01")).refused(rules.NOT_SETTLED)
    given(inquired()).when(close("2024-09-01")).refused(rules.NOT_ORDERED)


def test_a_voided_invoice_leaves_room() -> None:
    """It was never issued."""
    given(*OPEN, invoiced("2024-07-01", 1000), voided("2024-07-02", 3)).when(
        invoice("2024-07-02", 1000)
    ).then(invoiced("2024-07-02", 1000))


def test_estimates_invoices_and_money_are_voided_and_nothing_else() -> None:
    """An order that came to nothing is cancelled."""
    given(*LIFE[:5]).when(void(5)).then(voided("2025-01-01", 5))
    given(*OPEN).when(void(2)).refused(mend.NOTHING_TO_MEND)


def test_a_mended_order_still_adds_up() -> None:
    """No more is invoiced than was ordered, and no more received than invoiced."""
    paid = given(*LIFE[:5])
    paid.when(correct(3, amount=599)).refused(rules.MORE_THAN_ORDERED)
    paid.when(correct(3, amount=600)).then(corrected("2025-01-01", 3, amount=600))
    paid.when(correct(5, amount=601)).refused(rules.MORE_THAN_INVOICED)
    paid.when(void(4)).refused(rules.MORE_THAN_INVOICED)


def test_a_mended_order_keeps_the_order_of_days() -> None:
    """No entry comes to lie before the one that it builds on; the same day is late enough."""
    done = given(*LIFE)
    done.when(correct(3, effective_on="2024-07-02")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(3, effective_on="2024-07-01")).then(
        corrected("2025-01-01", 3, effective_on="2024-07-01")
    )
    done.when(correct(4, effective_on="2024-06-09")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(4, effective_on="2024-08-01")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(5, effective_on="2024-06-30")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(5, effective_on="2024-07-01")).then(
        corrected("2025-01-01", 5, effective_on="2024-07-01")
    )
    done.when(correct(7, effective_on="2024-09-02")).refused(rules.BEFORE_EARLIER_STEP)
    done.when(correct(8, effective_on="2024-08-30")).refused(rules.BEFORE_EARLIER_STEP)
    given(*OPEN, changed("2024-06-20")).when(correct(3, effective_on="2024-06-09")).refused(
        rules.BEFORE_EARLIER_STEP
    )
    given(*ENDED).when(correct(3, effective_on="2024-06-09")).refused(rules.BEFORE_EARLIER_STEP)
    given(*OPEN).when(correct(1, effective_on="2024-06-11")).refused(mend.BEFORE_THE_BEGINNING)


def test_a_correction_leaves_money_that_came_after_the_end() -> None:
    """What was owed was received later than the cancellation, which is in order."""
    paid = (*OPEN, invoiced("2024-06-20"), cancelled("2024-07-01"), received("2024-07-31"))
    given(*paid).when(correct(4, effective_on="2024-06-20")).then(
        corrected("2025-01-01", 4, effective_on="2024-06-20")
    )


def test_a_mended_order_is_not_due_before_it_is_received() -> None:
    """Whichever of the two days is corrected, of the order or of its change."""
    given(*OPEN).when(correct(2, due_day="2024-06-09")).refused(rules.DUE_BEFORE_ORDER)
    given(*OPEN).when(correct(2, effective_on="2024-12-21")).refused(rules.DUE_BEFORE_ORDER)
    given(*OPEN).when(correct(2, due_day="2024-06-10")).then(
        corrected("2025-01-01", 2, due_day="2024-06-10")
    )
    given(*OPEN, changed("2024-06-20")).when(correct(3, due_day="2024-06-19")).refused(
        rules.DUE_BEFORE_ORDER
    )


def test_an_entry_is_corrected_but_not_who_asked_under_which_number() -> None:
    """The stream's id and the rules rest on them."""
    given(*OPEN).when(correct(2, amount=500)).then(corrected("2025-01-01", 2, amount=500))
    given(*OPEN).when(correct(1, number="E-2")).refused(mend.CORRECTION_INVALID)


def test_an_order_does_not_come_to_lie_after_work_that_was_offered_under_it() -> None:
    """The day of the offer itself is early enough; what lies wrong already forbids nothing else."""
    worked = given(*OPEN).seeing(COMMISSION, offered("2024-07-01"))
    worked.when(correct(2, effective_on="2024-07-02")).refused(rules.OFFERED_BEFORE_ORDER)
    worked.when(correct(2, effective_on="2024-07-01")).then(
        corrected("2025-01-01", 2, effective_on="2024-07-01")
    )
    stray = given(inquired(), ordered("2024-07-02")).seeing(COMMISSION, offered("2024-07-01"))
    stray.when(correct(2, amount=999)).then(corrected("2025-01-01", 2, amount=999))
