"""The clocks of a commission: what is due by when, under each regime side by side."""

from domain.base import matter
from domain.base.command import Command
from domain.base.matter import Closing, Force
from domain.commission import commands as c
from domain.commission import rules
from domain.commission.law.clocks import Clock, clocks
from domain.commission.law.course import course
from domain.engagement.codes import Orderer
from tests.domain.commission.examples import correct, void
from tests.domain.commission.law.played import asked, entrusted, found, played, terms, under
from tests.domain.commission.law.test_acts import (
    LONG,
    TOLD,
    answer,
    ask_consideration,
    cancel,
    claim,
    deliver,
    fail,
    notice,
    pay,
    redo,
    supplement,
)
from tests.given import day, versions

TOWN = {"orderer": "town", "orderer_code": "203246"}
BY_TOWN = (
    *entrusted("2025-02-03", "2025-03-31", **TOWN),
    terms("2025-02-03", "2025-03-31", "2025-05-29"),
)


def passes(on: str, delivery: int = 1) -> c.PassInspection:
    """Find it as ordered."""
    made: c.PassInspection = asked(c.PassInspection, on, delivery=delivery)
    return made


def shut(concerns: int, check: str, on: str = "2025-07-01") -> c.CloseCommissionMatter:
    """Close a matter as explained."""
    made: c.CloseCommissionMatter = asked(
        c.CloseCommissionMatter, on, concerns=concerns, check=check, closing=Closing.EXPLAINED
    )
    return made


def running(*commands: Command) -> list[Clock]:
    """Give the clocks after these commands."""
    made = course(versions(*played(*commands)))
    assert made
    return clocks(made)


def due_days(check: str, *commands: Command) -> list[str]:
    """Give the days that are due under one rule."""
    return [str(one.due_on) for one in running(*commands) if one.check.code == check]


def test_terms_are_due_on_the_day_of_the_acceptance() -> None:
    """In time on that day, late on the next one, and then a matter of what stated them."""
    assert due_days("fl-1-stated", *TOLD[:2]) == ["2025-02-03"]
    assert found(*played(*TOLD)) == []
    late = played(*TOLD[:2], terms("2025-02-04", "2025-03-31", "2025-05-29"))
    assert found(*late) == [(3, "fl-1-stated")]
    with_the_offer = (TOLD[0], TOLD[2], TOLD[1])
    assert found(*played(*with_the_offer)) == []


def test_terms_that_were_never_stated_are_a_matter_of_the_end() -> None:
    """What has ended can no longer be told."""
    (terms_clock,) = running(*TOLD[:2])[:1]
    assert terms_clock.late(day("2025-02-04"))
    assert not terms_clock.late(day("2025-02-03"))
    ended = played(*TOLD[:2], cancel("2025-02-04", "worker-asked"))
    assert found(*ended) == [(3, "fl-1-stated")]


def test_before_the_act_terms_at_once_are_a_target() -> None:
    """The guideline's, and no matter."""
    work = entrusted("2024-10-31", "2024-12-02")
    (first, *_) = running(*work)
    assert (first.check.code, first.force) == ("tw-1-stated", Force.TARGET)
    assert found(*played(*work, terms("2024-11-05", "2024-12-02", "2024-12-27"))) == []


def test_an_undecided_item_is_due_on_its_planned_day() -> None:
    """And told on the day on which it was decided."""
    item = {"item": "amount", "reason": "amount-unknown", "decide_by": "2025-02-20"}
    told = (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-29", undecided=(item,)))
    assert due_days("fl-1-supplement", *told) == ["2025-02-20"]
    for on, decided_on, late in (
        ("2025-02-20", "2025-02-20", False),
        ("2025-02-21", "2025-02-21", True),
        ("2025-02-20", "2025-02-19", True),
    ):
        history = played(*told, supplement(on, "2025-05-29", amount=900, decided_on=decided_on))
        assert found(*history) == ([(4, "fl-1-supplement")] if late else [])


def test_two_regimes_give_two_days_and_the_earlier_comes_first() -> None:
    """The town pays by the 30th day of the claim and by the due date; both are shown."""
    shown = running(*BY_TOWN, deliver("2025-03-31"), passes("2025-04-04"), claim("2025-04-07"))
    payments = [(one.check.code, str(one.due_on)) for one in shown if one.amount]
    assert payments == [
        ("tw-3-30-days", "2025-04-29"),
        ("gp-2-payment", "2025-05-07"),
        ("fl-2-paid", "2025-05-29"),
    ]
    assert [one.force for one in shown if one.amount] == [
        Force.TARGET,
        Force.BINDING,
        Force.TO_BE_CONFIRMED,
    ]


def test_a_claim_before_the_inspection_starts_no_term() -> None:
    """Another after it does, on the day of the inspection at the earliest."""
    early = (*BY_TOWN, deliver("2025-03-31"), claim("2025-04-03", 400), passes("2025-04-04"))
    assert due_days("gp-2-payment", *early) == []
    assert due_days("gp-2-payment", *early, claim("2025-04-04", 600)) == ["2025-05-07"]


def test_a_claim_made_anew_after_the_inspection_counts_once() -> None:
    """The early one started nothing; the same sum may be claimed again, and no more."""
    early = (*BY_TOWN, deliver("2025-03-31"), claim("2025-04-03"), passes("2025-04-04"))
    again = (*early, claim("2025-04-07"))
    assert due_days("gp-2-payment", *again) == ["2025-05-07"]
    under(*played(*again)).when(claim("2025-04-08", 1)).refused(rules.CLAIMED_MORE_THAN_STATED)
    assert found(*played(*again, pay("2025-05-07"))) == []


def test_what_was_paid_is_no_longer_due() -> None:
    """Of 1000 yen 990 were paid in time: 10 are late."""
    part = (*TOLD, deliver("2025-03-31"), pay("2025-05-20", 990))
    (clock,) = [one for one in running(*part) if one.check.code == "fl-2-paid"]
    assert (clock.amount, clock.done) == (10, None)
    (clock,) = [one for one in running(*part, pay("2025-05-21", 10)) if one.check == clock.check]
    assert (clock.amount, clock.done and clock.done.on) == (1000, day("2025-05-21"))


def test_a_late_inspection_shortens_the_term_of_payment() -> None:
    """Due on 10 April, it passes four days late: 26 days from the claim."""
    late = (*BY_TOWN, deliver("2025-03-31"), passes("2025-04-14"), claim("2025-04-14"))
    assert due_days("gp-1-inspection", *late) == ["2025-04-10"]
    assert due_days("gp-2-payment", *late) == ["2025-05-12"]
    assert found(*played(*late)) == [(5, "gp-1-inspection")]
    in_time = (*BY_TOWN, deliver("2025-03-31"), passes("2025-04-10"))
    assert found(*played(*in_time)) == []


def test_without_a_written_time_the_town_pays_within_fifteen_days() -> None:
    """Claimed on Monday 7 April: by Tuesday the 22nd."""
    told = terms("2025-02-03", "2025-03-31", None, as_fact=True)
    unwritten = (*BY_TOWN[:2], told, deliver("2025-03-31"), passes("2025-04-04"))
    assert due_days("gp-3-unwritten", *unwritten, claim("2025-04-07")) == ["2025-04-22"]
    assert due_days("fl-2-paid", *unwritten) == ["2025-03-31"]
    paid = played(*unwritten, claim("2025-04-07"), pay("2025-04-23"))
    assert (7, "gp-3-unwritten") in found(*paid)


def test_the_inspection_moves_no_due_date() -> None:
    """It is counted from the receipt, inspected or not."""
    received = (*TOLD, deliver("2025-03-31"))
    assert due_days("fl-2-paid", *received) == due_days(
        "fl-2-paid", *received, passes("2025-05-20")
    )


def test_an_early_delivery_is_due_as_agreed_up_to_its_own_sixtieth_day() -> None:
    """Received on 3 March, 1 May is the 60th day, and the agreed 29 May is too late."""
    assert due_days("fl-2-paid", *TOLD, deliver("2025-03-03")) == ["2025-05-01"]
    early = terms("2025-02-03", "2025-03-31", "2025-04-30")
    assert due_days("fl-2-paid", *TOLD[:2], early, deliver("2025-03-03")) == ["2025-04-30"]


def test_paid_on_the_due_date_is_in_time_and_a_day_later_is_not() -> None:
    """A Thursday; the payment that settled it is what is to be checked."""
    received = (*TOLD, deliver("2025-03-31"))
    for on, late in (("2025-05-28", 0), ("2025-05-29", 0), ("2025-05-30", 1)):
        assert found(*played(*received, pay(on))) == [(5, "fl-2-paid")] * late
    half = played(*received, pay("2025-05-29", 500), pay("2025-05-30", 500))
    assert found(*half) == [(6, "fl-2-paid")]


def test_a_due_date_on_a_closed_day_is_paid_before_it() -> None:
    """Sunday 25 May: on Friday the 23rd, or on the Monday where that was agreed in writing."""
    for how, by in ((None, "2025-05-23"), ("before", "2025-05-23"), ("after", "2025-05-26")):
        told = terms("2025-02-03", "2025-03-31", "2025-05-25", closed_days=how)
        assert due_days("fl-2-paid", *TOLD[:2], told, deliver("2025-03-31")) == [by]


def test_before_the_act_the_agreed_day_counts() -> None:
    """Of a contract with no other law on it; a closed day moves on."""
    work = (
        *entrusted("2024-10-31", "2024-12-02"),
        terms("2024-10-31", "2024-12-02", "2024-12-28"),
        deliver("2024-12-02"),
    )
    assert due_days("ct-1-due-date", *work) == ["2024-12-30"]
    assert found(*played(*work, pay("2024-12-30"))) == []
    assert found(*played(*work, pay("2025-01-06"))) == [(5, "ct-1-due-date")]


def test_each_part_has_a_clock_of_its_own() -> None:
    """With what belongs to it; the last one with all that is left."""
    parts = (
        *TOLD,
        deliver("2025-02-28", extent="part", amount=400),
        deliver("2025-03-31"),
    )
    shown = [one for one in running(*parts) if one.check.code == "fl-2-paid"]
    assert [(one.delivery, str(one.due_on), one.amount) for one in shown] == [
        (1, "2025-04-28", 400),
        (2, "2025-05-29", 600),
    ]
    first_late = played(*parts, pay("2025-04-30", 400), pay("2025-05-29", 600))
    assert found(*first_late) == [(6, "fl-2-paid")]
    in_time = played(*parts, pay("2025-04-28", 400), pay("2025-05-29", 600))
    assert found(*in_time) == []


def test_a_part_of_which_nobody_said_the_amount_is_settled_by_a_payment() -> None:
    """The day is known, the amount is not."""
    part = (*TOLD, deliver("2025-02-28", extent="part"))
    (clock,) = (one for one in running(*part) if one.check.code == "fl-2-paid")
    assert (str(clock.due_on), clock.amount, clock.done) == ("2025-04-28", None, None)
    assert found(*played(*part, pay("2025-04-30", 1))) == [(5, "fl-2-paid")]


def again(cause: str, asked_on: str = "2025-04-10") -> list[str]:
    """Give the due days of work that was delivered again on 1 May."""
    bearer = "worker" if cause == "defect" else "orderer"
    return due_days(
        "fl-2-paid",
        *TOLD,
        deliver("2025-03-31"),
        fail(asked_on, cause),
        redo(asked_on, cause, bearer),
        deliver("2025-05-30", redoes=1),
    )


def test_rework_restarts_the_days_only_for_the_workers_fault() -> None:
    """Found by the day on which it was to be paid; else the first receipt counts."""
    assert again("client-asked") == ["2025-05-29"]
    # No day was agreed on for what comes in after the due date: it is due at once.
    assert again("defect") == ["2025-05-30"]


def test_redelivered_work_counts_from_its_new_receipt() -> None:
    """With a monthly closing: received again in May, paid at the end of June."""
    closing = {"closing_day": 31, "pay_months": 1, "pay_day": 31}
    told = terms("2025-02-03", "2025-03-31", None, **closing)
    for cause, bearer, by in (
        ("defect", "worker", "2025-06-30"),
        ("client-asked", "client", "2025-04-30"),
    ):
        redone = (
            *TOLD[:2],
            told,
            deliver("2025-03-31"),
            fail("2025-04-10", cause),
            redo("2025-04-10", cause, bearer),
            deliver("2025-05-07", redoes=1),
        )
        assert due_days("fl-2-paid", *redone) == [by]
    too_late = (
        *TOLD[:2],
        told,
        deliver("2025-03-31"),
        fail("2025-05-01"),
        deliver("2025-05-07", redoes=1),
    )
    assert due_days("fl-2-paid", *too_late) == ["2025-04-30"]


def test_what_is_inspected_late_by_the_terms_is_a_matter() -> None:
    """By the day that was stated; on it, it is in time."""
    told = terms("2025-02-03", "2025-03-31", "2025-05-29", inspect_by="2025-04-07")
    received = (*TOLD[:2], told, deliver("2025-03-31"))
    assert due_days("ct-2-inspection", *received) == ["2025-04-07"]
    assert found(*played(*received, passes("2025-04-07"))) == []
    assert found(*played(*received, passes("2025-04-08"))) == [(5, "ct-2-inspection")]


def test_notice_of_a_long_contract_lies_ahead_until_it_ends() -> None:
    """Its passing means nothing by itself: the contract may go on."""
    (clock,) = (one for one in running(*LONG) if one.check.code == "fl-5-notice")
    assert str(clock.due_on) == "2025-07-03"
    assert not clock.late(day("2025-07-04"))
    told = running(*LONG, notice("2025-06-01", "2025-08-02"))
    assert [one.done is not None for one in told if one.check.code == "fl-5-notice"] == [True]
    ended = running(*LONG, cancel("2025-05-01", "worker-asked"))
    assert [one for one in ended if one.check.code == "fl-5-notice"] == []


def test_a_request_for_consideration_has_no_day() -> None:
    """It is to be answered without delay, and is open until it is."""
    waiting = running(*LONG, ask_consideration("2025-03-03"))
    assert (waiting[-1].check.code, waiting[-1].due_on) == ("fl-5-consideration", None)
    assert not waiting[-1].late(day("2030-01-01"))
    answered = running(*LONG, ask_consideration("2025-03-03"), answer("2025-03-04", "given"))
    assert answered[-1].done is not None


def test_what_a_client_pays_directly_has_no_clock() -> None:
    """Where the town only introduces, its payment is not in the record."""
    history = played(*TOLD, deliver("2025-03-31"))
    direct = history[0].model_copy(update={"orderer": Orderer.CLIENT})
    made = course(versions(direct, *history[1:]))
    assert made
    assert [one for one in clocks(made) if one.amount] == []


def test_a_correction_that_clears_it_up_leaves_nothing() -> None:
    """Paid a day earlier than was recorded, there is no matter any more."""
    late = played(*TOLD, deliver("2025-03-31"), pay("2025-05-30"))
    assert found(*late) == [(5, "fl-2-paid")]
    corrected = under(*late).when(correct(5, "2025-06-02", effective_on="2025-05-29")).recorded
    under(*late, *corrected).when(shut(5, "fl-2-paid")).refused(matter.NO_SUCH_MATTER)


def test_a_matter_is_closed_once_by_a_person() -> None:
    """Explained, remedied or confirmed; another only after that closing was voided."""
    late = played(*TOLD, deliver("2025-03-31"), pay("2025-05-30"))
    under(*late).when(shut(5, "fl-2-paid", "2025-05-29")).refused(matter.NO_SUCH_MATTER)
    under(*late).when(shut(5, "fl-1-stated")).refused(matter.NO_SUCH_MATTER)
    under(*late).when(shut(4, "fl-2-paid")).refused(matter.NO_SUCH_MATTER)
    closed = under(*late).when(shut(5, "fl-2-paid", "2025-05-30")).recorded
    (event,) = closed
    assert (event.programme, event.effective_on) == (late[0].programme, day("2025-05-30"))
    under(*late, *closed).when(shut(5, "fl-2-paid")).refused(matter.MATTER_CLOSED_ALREADY)
    voided = under(*late, *closed).when(void(6)).recorded
    assert under(*late, *closed, *voided).when(shut(5, "fl-2-paid")).broken is None


def test_a_refusal_is_found_by_the_code_of_its_rule() -> None:
    """As a matter names it."""
    assert rules.REFUSAL_OF["fl-2-60-days"] is rules.DUE_60
