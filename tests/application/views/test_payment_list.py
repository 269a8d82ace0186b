"""The payment list: what is due to residents, what was paid, and what is withheld from it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from application.views.payment_list import PAYMENT_LIST, Decision, PaymentListAsks
from domain.base.event import Event
from domain.commission.codes import Reduction
from domain.commission.events import TermsSupplemented
from domain.engagement.codes import Orderer
from domain.work_kind.events import WithholdingSet
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.commission import examples as c
from tests.domain.commission.law.played import entrusted, played, terms
from tests.domain.commission.law.test_acts import deliver as receive
from tests.domain.worker.examples import WORKER, registered
from tests.given import day

COMMISSION, KIND = UUID(int=2), UUID(int=0x3D)
RESIDENT = (WORKER, registered())
AGREED = (RESIDENT, (COMMISSION, c.offered()), (COMMISSION, c.accepted()))
TOLD = (*AGREED, (COMMISSION, c.stated()))
"""A commission of 1000 yen, due on 2024-09-30, a Monday."""


def decided(on: str, applies: str) -> tuple[UUID, WithholdingSet]:
    """Somebody decided whether it is withheld."""
    said = {"kind": "digitization", "applies": applies, "decided_by": "会計課"}
    return KIND, WithholdingSet.model_validate({"effective_on": on} | said)


def listed(*log: Any, on: str = "2024-12-31", **asked: Any) -> list[Any]:  # noqa: ANN401
    """Ask for the list."""
    return rows(PAYMENT_LIST, log_of(*log), PaymentListAsks(**asked), valid_on=on)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"pay_day": "2024-09-29"}, 0),
        ({"pay_day": "2024-09-30"}, 1),
        ({"pay_day": "2024-10-01"}, 0),
        ({"month": "2024-08"}, 0),
        ({"month": "2024-09"}, 1),
        ({"month": "2024-10"}, 0),
        ({}, 1),
        ({"orderer": Orderer.TOWN}, 1),
        ({"orderer": Orderer.CORPORATION}, 0),
    ],
)
def test_what_is_due_on_a_day_or_in_a_month_is_listed(asked: dict[str, Any], count: int) -> None:
    """Not the day before, nor the day after; and of one orderer if that is asked."""
    assert len(listed(*TOLD, **asked)) == count


def test_a_payment_is_listed_on_the_day_it_was_made_alone() -> None:
    """So that days and months add up; nothing is left to pay."""
    log = (*TOLD, (COMMISSION, c.paid("2024-10-02", 1000, 102)))
    (on_the_day,) = listed(*log, pay_day="2024-10-02")
    assert listed(*log, pay_day="2024-09-30") == listed(*log, month="2024-09") == []
    assert listed(*log, month="2024-10") == listed(*log) == [on_the_day]
    assert (on_the_day.paid_on, on_the_day.payment_due) == (day("2024-10-02"), day("2024-09-30"))
    assert (on_the_day.gross, on_the_day.withheld, on_the_day.transferred) == (1000, 102, 898)
    assert (on_the_day.still_to_pay, on_the_day.to_transfer) == (0, 0)
    assert on_the_day.name == registered().name


def test_commissions_of_one_resident_are_told_apart_as_on_a_sheet() -> None:
    """By order, worker and ordinal; they stand in that order."""
    second = UUID(int=3)
    more = ((second, c.offered(ordinal=2)), (second, c.accepted()), (second, c.stated()))
    found = listed(RESIDENT, *more, *TOLD[1:])
    assert [(row.engagement_number, row.worker_number, row.ordinal) for row in found] == [
        ("E-1", registered().number, 1),
        ("E-1", registered().number, 2),
    ]


def test_what_is_left_after_a_part_stands_by_itself() -> None:
    """And a payment that is not made yet on the day asked is not known."""
    log = (*TOLD, (COMMISSION, c.paid("2024-09-20", 400)))
    due = day("2024-09-30")
    assert [(row.paid_on, row.gross, row.still_to_pay) for row in listed(*log)] == [
        (day("2024-09-20"), 400, 0),
        (None, 600, 600),
    ]
    assert [row.gross for row in listed(*log, pay_day=due)] == [600]
    before = listed(*log, pay_day=due, on="2024-09-19")
    assert [(row.paid_on, row.gross) for row in before] == [(None, 1000)]


def test_the_terms_in_force_say_what_is_due() -> None:
    """From the day on which they changed."""
    log = (*TOLD, (COMMISSION, c.changed("2024-08-01", 1500)))
    assert [row.gross for row in listed(*log, on="2024-07-31")] == [1000]
    assert [row.gross for row in listed(*log, on="2024-08-01")] == [1500]


def test_terms_that_were_filled_in_later_say_what_is_due() -> None:
    """What was undecided when they were stated holds from the day it was told."""
    told = {"amount": 1200, "payment_due": "2024-10-31", "decided_on": "2024-08-01"}
    fields = c.stated("2024-08-01").model_dump() | told
    log = (*TOLD, (COMMISSION, TermsSupplemented.model_validate(fields)))
    (row,) = listed(*log)
    assert (row.gross, row.payment_due) == (1200, day("2024-10-31"))


def test_what_was_taken_off_for_a_defect_is_not_still_to_pay() -> None:
    """900 paid and 100 taken off leave nothing; taken off for another reason, it is still owed."""
    for reason, left in ((Reduction.DEFECT, 0), (Reduction.OTHER, 100)):
        reduced = c.paid("2024-09-30", 900).model_copy(
            update={"reduced": 100, "reduced_for": reason}
        )
        log = (*TOLD, (COMMISSION, reduced))
        assert sum(row.still_to_pay for row in listed(*log)) == left


def test_under_a_monthly_closing_each_receipt_has_its_day() -> None:
    """Closed on the last of the month, paid on the last of the next; the rest as planned."""
    closing = {"payment_due": None, "closing_day": 31, "pay_months": 1, "pay_day": 31}
    terms = c.stated().model_copy(update=closing)
    part = c.delivered("2024-08-20", 1, "part", amount=400)
    log: tuple[Any, ...] = (*AGREED, (COMMISSION, terms))
    due = day("2024-09-30")
    assert [(row.received_on, row.payment_due) for row in listed(*log)] == [(None, due)]

    log = (*log, (COMMISSION, part))
    assert [(row.received_on, row.gross) for row in listed(*log)] == [
        (day("2024-08-20"), 400),
        (None, 600),
    ]

    log = (
        *log,
        (COMMISSION, c.paid("2024-09-30", 400)),
        (COMMISSION, c.delivered("2024-09-10", 2)),
    )
    assert [(row.payment_due, row.paid_on, row.gross) for row in listed(*log)] == [
        (due, due, 400),
        (day("2024-10-31"), None, 600),
    ]


def test_what_was_not_received_yet_says_so() -> None:
    """It stands on its stated day, and nobody pays it for work that was done."""
    assert [(row.received_on, row.pay_by) for row in listed(*TOLD)] == [(None, day("2024-09-30"))]
    log = (*TOLD, (COMMISSION, c.delivered("2024-08-20")))
    assert [row.received_on for row in listed(*log)] == [day("2024-08-20")]


@pytest.mark.parametrize(
    ("stated", "pay_by"),
    [("2025-05-29", "2025-05-29"), ("2025-07-30", "2025-05-29"), (None, "2025-03-31")],
)
def test_the_law_takes_the_place_of_a_day_that_it_does_not_allow(
    stated: str | None, pay_by: str
) -> None:
    """Received on 31 March, the 60th day is 29 May; without a day it is the day of receipt."""
    told = terms("2025-02-03", "2025-03-31", stated, as_fact=True)
    history = played(*entrusted("2025-02-03", "2025-03-31"), told, receive("2025-03-31"))
    log = (RESIDENT, *((COMMISSION, event) for event in history))
    (row,) = listed(*log, on="2025-12-31", month=pay_by[:7])
    assert (row.payment_due, row.pay_by) == (stated and day(stated), day(pay_by))


@pytest.mark.parametrize("answer", [None, c.declined("2024-07-04"), c.withdrawn("2024-07-04")])
def test_nothing_is_owed_on_an_offer_that_was_not_accepted(answer: Event | None) -> None:
    """Its terms may have been stated with it."""
    log = (RESIDENT, (COMMISSION, c.offered()), (COMMISSION, c.stated()))
    assert listed(*log, *((COMMISSION, one) for one in (answer,) if one)) == []
    assert [row.still_to_pay for row in listed(*log, (COMMISSION, c.accepted()))] == [1000]


def test_the_list_says_whether_the_work_has_come_in() -> None:
    """Who pays by it sees what is not delivered or has to be done again."""
    steps = (c.delivered("2024-08-01"), c.failed("2024-08-02"))
    log = [*TOLD]
    stages = []
    for step in steps:
        stages += [row.stage.value for row in listed(*log)]
        log.append((COMMISSION, step))
    assert [*stages, *(row.stage.value for row in listed(*log))] == [
        "accepted", "delivered", "to-redo",
    ]  # fmt: skip


def test_nothing_is_said_to_be_owed_on_what_was_cancelled() -> None:
    """What was paid for it stays."""
    gone = (COMMISSION, c.cancelled("2024-08-02"))
    assert listed(*TOLD, gone) == []
    part = (COMMISSION, c.paid("2024-08-01", 300))
    assert [(row.gross, row.cancelled) for row in listed(*TOLD, part, gone)] == [(300, True)]


@pytest.mark.parametrize(
    ("applies", "decision", "to_withhold", "to_transfer"),
    [
        ("yes", Decision.YES, 102, 898),
        ("no", Decision.NO, 0, 1000),
        ("unknown", Decision.UNKNOWN, None, None),
        (None, Decision.NOT_DECIDED, None, None),
    ],
)
def test_what_is_withheld_follows_a_persons_decision(
    applies: str | None, decision: Decision, to_withhold: int | None, to_transfer: int | None
) -> None:
    """Where nobody has decided, no amount is given."""
    said = (decided("2024-09-30", applies),) if applies else ()
    (row,) = listed(*TOLD, *said)
    assert (row.decision, row.to_withhold, row.to_transfer) == (decision, to_withhold, to_transfer)


def test_a_decision_holds_from_its_day() -> None:
    """A day later it is none yet for what is due; it is none for another kind of work either."""
    assert [row.decision for row in listed(*TOLD, decided("2024-10-01", "yes"))] == [
        Decision.NOT_DECIDED
    ]
    other = decided("2024-09-29", "yes")[1].model_copy(update={"kind": "creative"})
    assert [row.decision for row in listed(*TOLD, (KIND, other))] == [Decision.NOT_DECIDED]


@pytest.mark.parametrize(
    ("due", "bank_day"),
    [
        ("2024-09-27", date(2024, 9, 27)),
        ("2024-09-28", date(2024, 9, 27)),
        ("2024-09-30", date(2024, 9, 30)),
        ("2024-12-30", date(2024, 12, 30)),
        ("2024-12-31", date(2024, 12, 30)),
    ],
)
def test_the_banks_open_day_stands_beside_a_closed_one(due: str, bank_day: date) -> None:
    """The last one up to it, so that nobody is paid late."""
    terms = c.stated().model_copy(update={"payment_due": day(due)})
    (row,) = listed(*AGREED, (COMMISSION, terms))
    assert row.bank_day == bank_day


def test_a_line_names_the_facts_it_stands_on() -> None:
    """The terms and the payment; a voided payment is none."""
    paid = (COMMISSION, c.paid("2024-09-30", 1000))
    (line,) = lines(PAYMENT_LIST, log_of(*TOLD, paid), PaymentListAsks(), valid_on="2024-12-31")
    assert [type(fact.event).__name__ for fact in line.facts] == ["TermsStated", "RemunerationPaid"]
    (owed,) = listed(*TOLD, paid, (COMMISSION, c.voided("2024-10-01", 4)))
    assert (owed.paid_on, owed.still_to_pay) == (None, 1000)


def test_a_day_and_a_month_are_not_asked_together() -> None:
    """They could contradict each other."""
    with pytest.raises(ValidationError):
        PaymentListAsks(pay_day=day("2024-09-30"), month="2024-09")
