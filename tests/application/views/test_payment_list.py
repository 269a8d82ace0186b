"""The payment list: what is due to residents, what was paid, and what is withheld from it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from application.views.payment_list import PAYMENT_LIST, Decision, PaymentListAsks
from domain.base.event import Event
from domain.commission.events import RemunerationPaid, TermsSupplemented
from domain.engagement.codes import Orderer
from domain.work_kind.events import WithholdingSet
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.commission import examples as c
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


def test_a_payment_is_listed_on_its_due_day_and_on_the_day_it_was_made() -> None:
    """With what was recorded; nothing is left to pay."""
    log = (*TOLD, (COMMISSION, c.paid("2024-10-02", 1000, 102)))
    (on_the_day,) = listed(*log, pay_day="2024-10-02")
    assert listed(*log, pay_day="2024-09-30") == [on_the_day]
    assert listed(*log, pay_day="2024-10-01") == []
    assert (on_the_day.paid_on, on_the_day.payment_due) == (day("2024-10-02"), day("2024-09-30"))
    assert (on_the_day.gross, on_the_day.withheld, on_the_day.transferred) == (1000, 102, 898)
    assert (on_the_day.still_to_pay, on_the_day.to_transfer) == (0, None)
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
    assert [(row.paid_on, row.gross, row.still_to_pay) for row in listed(*log, pay_day=due)] == [
        (day("2024-09-20"), 400, 0),
        (None, 600, 600),
    ]
    before = listed(*log, pay_day=due, on="2024-09-19")
    assert [(row.paid_on, row.gross) for row in before] == [(None, 1000)]


def test_the_terms_in_force_say_what_is_due() -> None:
    """From the day on which they changed."""
    log = (*TOLD, (COMMISSION, c.changed("2024-08-01", 1500)))
    assert [row.gross for row in listed(*log, on="2024-07-31")] == [1000]
    assert [row.gross for row in listed(*log, on="2024-08-01")] == [1500]


def test_a_due_day_that_was_decided_later_is_listed() -> None:
    """It was left open when the terms were stated, and then supplemented."""
    undecided = {"item": "payment", "reason": "client-undecided", "decide_by": "2024-08-01"}
    told = c.stated(payment_due=None, undecided=[undecided])
    decided_on = {"effective_on": "2024-08-01", "decided_on": "2024-08-01"}
    said = c.stated().model_dump(exclude={"effective_on"}) | decided_on
    supplement = TermsSupplemented.model_validate(said)
    log = (*AGREED, (COMMISSION, told), (COMMISSION, supplement))
    assert listed(*log, month="2024-09", on="2024-07-31") == []
    assert [row.payment_due for row in listed(*log, month="2024-09")] == [day("2024-09-30")]


def test_what_an_agreed_monthly_closing_lets_fall_due_is_listed() -> None:
    """Delivered by the end of August as planned, it is paid at the end of September."""
    closing: dict[str, object] = {"closing_day": 31, "pay_months": 1, "pay_day": 31}
    told = c.stated("2024-07-03", payment_due=None, **closing)
    log = (*AGREED, (COMMISSION, told))
    assert [row.payment_due for row in listed(*log, month="2024-09")] == [day("2024-09-30")]


@pytest.mark.parametrize(("cause", "left"), [("defect", []), ("budget", [100])])
def test_what_was_taken_off_for_the_workers_fault_is_not_still_to_pay(
    cause: str, left: list[int]
) -> None:
    """What was taken off for any other reason is owed as before."""
    less = c.paid("2024-09-30", 900).model_dump() | {"reduced": 100, "reduced_for": cause}
    paid = RemunerationPaid.model_validate(less)
    found = listed(*TOLD, (COMMISSION, paid))
    assert [row.still_to_pay for row in found if row.still_to_pay] == left


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
