"""What rules from outside do not allow: refused beforehand, recorded as a fact afterwards.

Each rule with what breaks it, and what stays just inside it.
"""

from typing import Any

import pytest

from domain.base.command import Command
from domain.base.event import Event
from domain.commission import commands as c
from domain.commission import rules
from domain.commission.codes import Conduct
from domain.commission.law import checks
from tests.domain.commission.examples import COMMISSION, offer
from tests.domain.commission.law.played import CORPORATION, entrusted, found, played, terms, under
from tests.domain.engagement.examples import ENGAGEMENT, inquired, ordered
from tests.domain.worker.examples import WORKER, registered
from tests.given import Outcome, day, given

TOLD = (*entrusted("2025-02-03", "2025-03-31"), terms("2025-02-03", "2025-03-31", "2025-05-29"))
"""Two months from the corporation: 1000 yen, delivery on 31 March, due on the 60th day."""
SHORT = (*entrusted("2025-03-03", "2025-04-01"), terms("2025-03-03", "2025-04-01", "2025-05-30"))
"""A day less than a month."""
LONG = (*entrusted("2025-02-03", "2025-08-02"), terms("2025-02-03", "2025-08-02", "2025-09-30"))
"""Six months to the day."""
LONGISH = (*entrusted("2025-02-03", "2025-08-01"), terms("2025-02-03", "2025-08-01", "2025-09-29"))
"""A day less than six months."""
UPSTREAM = {
    "entrusting": "re-entrusted",
    "original_orderer": "架空商事",
    "original_due": "2025-05-31",
}


def _of(on: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {"effective_on": on, "commission_id": COMMISSION, **fields}


def pay(on: str, gross: int = 1000, **fields: object) -> c.PayRemuneration:
    """Pay, and transfer all of it but the fee."""
    fee = fields.get("transfer_fee", 0)
    assert isinstance(fee, int)
    money = {"gross": gross, "withheld": 0, "transferred": gross - fee}
    return c.PayRemuneration.model_validate(_of(on, money | fields))


def change(on: str, amount: int, cause: str, **fields: object) -> c.ChangeTerms:
    """Change the amount."""
    told = terms(on, "2025-03-31", "2025-05-29").model_dump()
    return c.ChangeTerms.model_validate(told | {"amount": amount, "cause": cause} | fields)


def supplement(on: str, due: str | None, **fields: object) -> c.SupplementTerms:
    """Say what had been undecided."""
    told = terms(on, "2025-03-31", due).model_dump() | {"decided_on": on}
    return c.SupplementTerms.model_validate(told | fields)


def start(on: str, **fields: object) -> c.StartWork:
    """Begin."""
    return c.StartWork.model_validate(_of(on, fields))


def deliver(on: str, **fields: object) -> c.DeliverWork:
    """Deliver the whole."""
    return c.DeliverWork.model_validate(_of(on, {"extent": "whole", **fields}))


def fail(on: str, cause: str = "defect") -> c.FailInspection:
    """Find it wanting."""
    return c.FailInspection.model_validate(_of(on, {"delivery": 1, "cause": cause}))


def redo(on: str, cause: str, bearer: str, **fields: object) -> c.RequestRework:
    """Ask for it again."""
    said = {"delivery": 1, "cause": cause, "cost_bearer": bearer}
    return c.RequestRework.model_validate(_of(on, said | fields))


def cancel(on: str, reason: str, **fields: object) -> c.CancelCommission:
    """End it."""
    return c.CancelCommission.model_validate(_of(on, {"reason": reason, **fields}))


def notice(on: str, ends_on: str, **fields: object) -> c.NoticeEnding:
    """Tell that it ends."""
    return c.NoticeEnding.model_validate(_of(on, {"ends_on": ends_on, **fields}))


def ask_consideration(on: str) -> c.AskConsideration:
    """Ask for consideration."""
    return c.AskConsideration.model_validate(_of(on, {}))


def answer(on: str, how: str, **fields: object) -> c.AnswerConsideration:
    """Answer it."""
    return c.AnswerConsideration.model_validate(_of(on, {"answer": how, **fields}))


def note(on: str, conduct: str, **fields: object) -> c.NoteConduct:
    """Note a fact."""
    return c.NoteConduct.model_validate(_of(on, {"conduct": conduct, **fields}))


def claim(on: str, amount: int = 1000) -> c.ReceiveClaim:
    """Receive a claim."""
    return c.ReceiveClaim.model_validate(_of(on, {"amount": amount}))


def allowed(outcome: Outcome) -> tuple[Event, ...]:
    """Expect that it was not refused; give what it recorded."""
    assert outcome.broken is None
    return tuple(outcome.recorded)


def as_fact(command: Command) -> Command:
    """Ask for the same as a fact that has happened."""
    return command.model_copy(update={"as_fact": True})


def touches(history: tuple[Event, ...], command: Command, code: str) -> None:
    """Expect that the same command as a fact is recorded, and is then a matter under this rule."""
    recorded = allowed(under(*history).when(as_fact(command)))
    assert (len(history) + 1, code) in found(*history, *recorded)


def test_a_due_date_is_a_day() -> None:
    """Without one it is refused; a monthly closing gives one; undecided it is none either."""
    work = played(*entrusted("2025-02-03", "2025-03-31"))
    under(*work).when(terms("2025-02-03", "2025-03-31", None)).refused(rules.DUE_DATE)
    touches(work, terms("2025-02-03", "2025-03-31", None), checks.FL_DUE.code)
    closing = {"closing_day": 31, "pay_months": 1, "pay_day": 31}
    allowed(under(*work).when(terms("2025-02-03", "2025-03-31", None, **closing)))


def test_a_due_date_up_to_the_sixtieth_day() -> None:
    """Delivered on 31 March, the 60th day is 29 May, the day after is refused."""
    work = played(*entrusted("2025-02-03", "2025-03-31"))
    for due in ("2025-05-28", "2025-05-29"):
        history = allowed(under(*work).when(terms("2025-02-03", "2025-03-31", due)))
        assert found(*work, *history) == []
    late = terms("2025-02-03", "2025-03-31", "2025-05-30")
    under(*work).when(terms("2025-02-03", "2025-03-31", "2025-05-30")).refused(rules.DUE_60)
    touches(work, late, checks.FL_60.code)


def test_a_due_date_up_to_the_thirtieth_day_from_upstream() -> None:
    """Even beyond the 60th day where the three items are stated; without one the 60 days hold."""
    work = played(*entrusted("2025-02-03", "2025-03-31"))
    allowed(under(*work).when(terms("2025-02-03", "2025-03-31", "2025-06-29", **UPSTREAM)))
    late = terms("2025-02-03", "2025-03-31", "2025-06-30", **UPSTREAM)
    under(*work).when(terms("2025-02-03", "2025-03-31", "2025-06-30", **UPSTREAM)).refused(
        rules.DUE_30
    )
    touches(work, late, checks.FL_30.code)
    for lacking in ("original_orderer", "original_due"):
        under(*work).when(
            terms("2025-02-03", "2025-03-31", "2025-06-29", **{**UPSTREAM, lacking: None})
        ).refused(rules.DUE_60)


def test_the_limits_hold_for_changed_and_supplemented_terms() -> None:
    """As for those that are stated first."""
    told = played(*TOLD)
    under(*told).when(change("2025-02-10", 1000, "client-asked", payment_due=None)).refused(
        rules.DUE_DATE
    )
    under(*told).when(change("2025-02-10", 1000, "client-asked", payment_due="2025-05-30")).refused(
        rules.DUE_60
    )
    under(*told).when(
        change("2025-02-10", 1000, "client-asked", payment_due="2025-06-30", **UPSTREAM)
    ).refused(rules.DUE_30)
    open_item = {"item": "payment", "reason": "other", "decide_by": "2025-02-20"}
    other = {"item": "rights", "reason": "other", "decide_by": "2025-02-20"}
    both = terms("2025-02-03", "2025-03-31", "2025-05-01", undecided=(open_item, other), **UPSTREAM)
    undecided = played(*entrusted("2025-02-03", "2025-03-31"), both)
    now = {**UPSTREAM, "undecided": (other,)}
    allowed(under(*undecided).when(supplement("2025-02-10", "2025-06-29", **now)))
    under(*undecided).when(supplement("2025-02-10", "2025-06-30", **now)).refused(rules.DUE_30)
    under(*undecided).when(supplement("2025-02-10", None, **now)).refused(rules.DUE_DATE)
    first = terms("2025-02-03", "2025-03-31", "2025-05-01", undecided=(open_item,))
    alone = played(*entrusted("2025-02-03", "2025-03-31"), first)
    under(*alone).when(supplement("2025-02-10", "2025-05-30")).refused(rules.DUE_60)
    allowed(under(*alone).when(supplement("2025-02-10", "2025-05-29")))


def test_before_the_act_any_due_date_is_stated() -> None:
    """What was entrusted on 31 October 2024 is not covered."""
    work = played(*entrusted("2024-10-31", "2024-12-02"))
    told = allowed(under(*work).when(terms("2024-10-31", "2024-12-02", "2025-12-01")))
    assert found(*work, *told) == []


def test_the_original_due_date_is_that_of_the_order() -> None:
    """As far as the order says when the client pays."""
    taken_by = {"contractor": "corporation", "contractor_code": CORPORATION["orderer_code"]}
    order = ordered(by=taken_by).model_copy(update={"upstream_due": day("2025-05-31")})
    seen = given().seeing(ENGAGEMENT, inquired(), order).seeing(WORKER, registered("2024-04-01"))
    made = seen.when(offer("2025-02-03", delivery_day="2025-03-31", **CORPORATION)).recorded
    accepted = given(*made).when(c.AcceptOffer.model_validate(_of("2025-02-03", {}))).recorded
    work = (*made, *accepted)
    under(*work).when(
        terms(
            "2025-02-03", "2025-03-31", "2025-05-01", **{**UPSTREAM, "original_due": "2025-06-30"}
        )
    ).refused(rules.ORIGINAL_DUE_DIFFERS)
    told = allowed(under(*work).when(terms("2025-02-03", "2025-03-31", "2025-05-01", **UPSTREAM)))
    wrong = {**UPSTREAM, "original_due": "2025-06-30"}
    under(*work, *told).when(change("2025-02-10", 1000, "other", **wrong)).refused(
        rules.ORIGINAL_DUE_DIFFERS
    )
    item = {"item": "rights", "reason": "other", "decide_by": "2025-02-20"}
    open_terms = terms("2025-02-03", "2025-03-31", "2025-05-29", undecided=(item,))
    undecided = allowed(under(*work).when(open_terms))
    under(*work, *undecided).when(supplement("2025-02-10", "2025-05-29", **wrong)).refused(
        rules.ORIGINAL_DUE_DIFFERS
    )


def test_work_begins_after_its_terms() -> None:
    """On their day at the earliest, once; begun before, it is a fact to be checked."""
    accepted, told = played(*TOLD[:2]), played(*TOLD)
    under(*accepted).when(start("2025-02-03")).refused(rules.TERMS_NOT_STATED)
    touches(accepted, start("2025-02-03"), checks.FL_BEFORE_WORK.code)
    touches(accepted, deliver("2025-02-04"), checks.FL_BEFORE_WORK.code)
    begun = allowed(under(*told).when(start("2025-02-03")))
    assert found(*told, *begun) == []
    under(*told).when(start("2025-02-02")).refused(rules.BEFORE_EARLIER_STEP)
    under(*told, *begun).when(start("2025-02-04")).refused(rules.STARTED_ALREADY)
    under(*told[:1]).when(start("2025-02-03")).refused(rules.NOT_ACCEPTED)
    ended = played(*TOLD, cancel("2025-02-10", "worker-asked"))
    under(*ended).when(start("2025-02-10")).refused(rules.ENDED)


def test_remuneration_is_not_reduced_by_changed_terms() -> None:
    """Unless the cause lies with the worker, or the contract is shorter than a month."""
    told = played(*TOLD)
    less = change("2025-02-10", 999, "client-asked")
    under(*told).when(change("2025-02-10", 999, "client-asked")).refused(rules.REDUCTION)
    touches(told, less, checks.FL_REDUCTION.code)
    allowed(under(*told).when(change("2025-02-10", 1000, "client-asked")))
    allowed(under(*told).when(change("2025-02-10", 999, "defect")))
    allowed(under(*told).when(change("2025-02-10", 999, "worker-asked")))
    until = {"delivery_day": "2025-04-01", "inspect_by": "2025-04-01"}
    allowed(under(*played(*SHORT)).when(change("2025-03-10", 999, "client-asked", **until)))


@pytest.mark.parametrize("why", ["budget", "other"])
def test_remuneration_is_not_reduced_when_it_is_paid(why: str) -> None:
    """For the worker's fault it is, and the rest counts as settled."""
    done = played(*TOLD, deliver("2025-03-31"))
    less = pay("2025-05-28", 900, reduced=100, reduced_for=why)
    under(*done).when(pay("2025-05-28", 900, reduced=100, reduced_for=why)).refused(rules.REDUCTION)
    touches(done, less, checks.FL_REDUCTION.code)
    for fault in ("defect", "delay"):
        for_fault = pay("2025-05-28", 900, reduced=100, reduced_for=fault)
        paid = allowed(under(*done).when(for_fault))
        assert found(*done, *paid) == []
        under(*done, *paid).when(pay("2025-05-28", 1)).refused(rules.PAID_MORE_THAN_STATED)


def test_no_fraction_is_cut() -> None:
    """Not by one yen."""
    done = played(*TOLD, deliver("2025-03-31"))
    cut = pay("2025-05-28", 999, reduced=1, reduced_for="fraction")
    under(*done).when(pay("2025-05-28", 999, reduced=1, reduced_for="fraction")).refused(
        rules.FRACTION
    )
    touches(done, cut, checks.FL_FRACTION.code)
    assert found(*done, *allowed(under(*done).when(pay("2025-05-28", 1000)))) == []


def test_a_transfer_fee_is_deducted_only_where_that_was_agreed() -> None:
    """In the terms; else the worker gets all of it."""
    done = played(*TOLD, deliver("2025-03-31"))
    fee = pay("2025-05-28", 1000, transfer_fee=440)
    under(*done).when(pay("2025-05-28", 1000, transfer_fee=440)).refused(rules.TRANSFER_FEE)
    touches(done, fee, checks.FL_FEE.code)
    told = terms("2025-02-03", "2025-03-31", "2025-05-29", transfer_fee_bearer="worker")
    agreed = played(*TOLD[:2], told, deliver("2025-03-31"))
    assert found(*agreed, *allowed(under(*agreed).when(fee))) == []


@pytest.mark.parametrize("bearer", ["worker", "nobody"])
def test_work_is_not_done_again_at_the_workers_cost(bearer: str) -> None:
    """Unless the cause lies with the worker; who asked for it may pay for it."""
    failed = played(*TOLD, deliver("2025-03-31"), fail("2025-04-02", "instruction-unclear"))
    unjust = redo("2025-04-03", "instruction-changed", bearer)
    under(*failed).when(redo("2025-04-03", "instruction-changed", bearer)).refused(rules.REWORK)
    touches(failed, unjust, checks.FL_REWORK.code)
    for cause, by in (("defect", bearer), ("client-asked", "client"), ("other", "orderer")):
        assert found(*failed, *allowed(under(*failed).when(redo("2025-04-03", cause, by)))) == []


def test_a_commission_is_not_cancelled_at_the_workers_cost() -> None:
    """A deliverable would be refused receipt, a service be changed; the worker's fault is not."""
    told = played(*TOLD)
    unjust = cancel("2025-02-10", "orderer-decided")
    under(*told).when(cancel("2025-02-10", "orderer-decided")).refused(rules.RECEIPT)
    touches(told, unjust, checks.FL_RECEIPT.code)
    service = played(
        *entrusted("2025-02-03", "2025-03-31", subject="service"),
        terms("2025-02-03", "2025-03-31", "2025-05-29"),
    )
    under(*service).when(cancel("2025-02-10", "orderer-decided")).refused(rules.REWORK)
    touches(service, unjust, checks.FL_REWORK.code)
    for fields in (
        {"reason": "orderer-decided", "cost_bearer": "orderer"},
        {"reason": "client-withdrew", "cost_bearer": "client"},
        {"reason": "other", "fault": "worker"},
        {"reason": "worker-asked"},
        {"reason": "force-majeure"},
    ):
        reason = fields.pop("reason")
        ended = allowed(under(*told).when(cancel("2025-02-10", reason, **fields)))
        assert found(*told, *ended) == []


def test_in_less_than_a_month_no_conduct_is_asked_about() -> None:
    """Article 5 is about contracts of a month or more."""
    done = played(*SHORT, deliver("2025-04-01"), fail("2025-04-02"))
    allowed(under(*done).when(redo("2025-04-03", "other", "worker")))
    allowed(under(*done).when(pay("2025-05-30", 999, transfer_fee=440)))
    allowed(under(*done).when(note("2025-04-03", "benefit")))
    allowed(under(*done).when(cancel("2025-04-03", "orderer-decided")))


@pytest.mark.parametrize("conduct", list(Conduct))
def test_conduct_is_noted_only_as_a_fact(conduct: Conduct) -> None:
    """Each with the rule that speaks of it; nobody plans it."""
    told = played(*TOLD)
    act = note("2025-02-10", conduct.value)
    outcome = under(*told).when(act)
    assert outcome.broken is not None
    assert outcome.broken.code == f"fl-4-{conduct}"
    touches(told, act, f"fl-4-{conduct}")
    under(*played(*TOLD[:1])).when(note("2025-02-10", conduct.value)).refused(rules.NOT_ACCEPTED)
    under(*told).when(note("2025-02-02", conduct.value)).refused(rules.BEFORE_EARLIER_STEP)


def test_each_conduct_is_refused_by_its_own_rule() -> None:
    """Said one by one, for whoever looks for the rule's name."""
    told = under(*played(*TOLD))
    told.when(note("2025-02-10", "return")).refused(rules.RETURN)
    told.when(note("2025-02-10", "price")).refused(rules.PRICE)
    told.when(note("2025-02-10", "purchase")).refused(rules.PURCHASE)
    told.when(note("2025-02-10", "benefit")).refused(rules.BENEFIT)


@pytest.mark.parametrize(
    ("told_on", "early"), [("2025-07-02", True), ("2025-07-03", True), ("2025-07-04", False)]
)
def test_the_end_of_a_long_contract_is_noticed_thirty_days_before(
    told_on: str, *, early: bool
) -> None:
    """For an end on 2 August until 3 July."""
    history, told = played(*LONG), notice(told_on, "2025-08-02")
    if early:
        noticed = allowed(under(*history).when(told))
        assert found(*history, *noticed) == []
        ended = allowed(
            under(*history, *noticed).when(
                cancel("2025-08-02", "orderer-decided", cost_bearer="orderer")
            )
        )
        assert found(*history, *noticed, *ended) == []
    else:
        under(*history).when(told).refused(rules.NOTICE)
        touches(history, told, checks.FL_NOTICE.code)
        allowed(under(*played(*LONGISH)).when(told))


def test_the_vector_of_a_contract_that_is_not_renewed() -> None:
    """It ends on 2025-02-28: notice by 2025-01-29."""
    work = (
        *entrusted("2024-11-01", "2025-02-28", continues_since="2024-05-01"),
        terms("2024-11-01", "2025-02-28", "2025-04-01"),
    )
    history = played(*work)
    for on in ("2025-01-28", "2025-01-29"):
        allowed(under(*history).when(notice(on, "2025-02-28")))
    under(*history).when(notice("2025-01-30", "2025-02-28")).refused(rules.NOTICE)


def test_a_long_contract_is_cancelled_only_after_its_notice() -> None:
    """Unless the law makes an exception: disaster, the upstream contract's end, worker's fault."""
    history = played(*LONG)
    sudden = cancel("2025-05-01", "orderer-decided", cost_bearer="orderer")
    under(*history).when(cancel("2025-05-01", "orderer-decided", cost_bearer="orderer")).refused(
        rules.NOTICE
    )
    touches(history, sudden, checks.FL_NOTICE.code)
    for reason, fields in (
        ("force-majeure", {}),
        ("client-withdrew", {"cost_bearer": "client"}),
        ("other", {"fault": "worker"}),
    ):
        allowed(under(*history).when(cancel("2025-05-01", reason, **fields)))
    allowed(under(*played(*LONGISH)).when(sudden))


def test_a_notice_is_of_what_goes_on_and_lies_ahead() -> None:
    """Not before the acceptance, nor after the end, nor of a day that is over."""
    under(*played(*LONG[:1])).when(notice("2025-02-03", "2025-08-02")).refused(rules.NOT_ACCEPTED)
    history = played(*LONG)
    under(*history).when(notice("2025-02-02", "2025-08-02")).refused(rules.BEFORE_EARLIER_STEP)
    under(*history).when(notice("2025-05-02", "2025-05-01")).refused(rules.ENDS_BEFORE_NOTICE)
    ended = played(*LONG, cancel("2025-05-01", "worker-asked"))
    under(*ended).when(notice("2025-05-01", "2025-08-02")).refused(rules.ENDED)


def test_a_request_for_consideration_is_answered() -> None:
    """Met, or explained; neither is only a fact, and in a shorter contract no matter."""
    waiting = played(*LONG, ask_consideration("2025-03-03"))
    for how in ("given", "otherwise", "explained"):
        answered = allowed(under(*waiting).when(answer("2025-03-04", how)))
        assert found(*waiting, *answered) == []
    neither = answer("2025-03-04", "none")
    under(*waiting).when(answer("2025-03-04", "none")).refused(rules.CONSIDERATION)
    touches(waiting, neither, checks.FL_CONSIDERATION.code)
    allowed(under(*played(*LONGISH, ask_consideration("2025-03-03"))).when(neither))


def test_a_request_for_consideration_waits_for_one_answer() -> None:
    """Asked once at a time, while the work goes on; answered on its day or later."""
    waiting = played(*LONG, ask_consideration("2025-03-03"))
    under(*waiting).when(ask_consideration("2025-03-04")).refused(rules.ASKED_ALREADY)
    under(*waiting).when(answer("2025-03-02", "given")).refused(rules.BEFORE_EARLIER_STEP)
    under(*played(*LONG)).when(answer("2025-03-04", "given")).refused(rules.NOTHING_ASKED)
    under(*played(*LONG[:1])).when(ask_consideration("2025-03-03")).refused(rules.NOT_ACCEPTED)
    under(*played(*LONG)).when(ask_consideration("2025-02-02")).refused(rules.BEFORE_EARLIER_STEP)
    ended = played(*LONG, cancel("2025-05-01", "worker-asked"))
    under(*ended).when(ask_consideration("2025-05-01")).refused(rules.ENDED)


def test_a_claim_is_received_up_to_the_remuneration() -> None:
    """After the acceptance, in parts; after the end too."""
    told = played(*TOLD)
    half = allowed(under(*told).when(claim("2025-04-01", 500)))
    allowed(under(*told, *half).when(claim("2025-04-02", 500)))
    under(*told, *half).when(claim("2025-04-02", 501)).refused(rules.CLAIMED_MORE_THAN_STATED)
    under(*told).when(claim("2025-02-02")).refused(rules.BEFORE_EARLIER_STEP)
    under(*played(*TOLD[:1])).when(claim("2025-02-03")).refused(rules.NOT_ACCEPTED)


def test_a_supplement_fills_in_what_was_undecided() -> None:
    """And nothing else; what is left stays undecided."""
    item = {"item": "amount", "reason": "amount-unknown", "decide_by": "2025-02-20"}
    told = terms("2025-02-03", "2025-03-31", "2025-05-29", undecided=(item,))
    undecided = played(*TOLD[:2], told)
    allowed(under(*undecided).when(supplement("2025-02-10", "2025-05-29", amount=1200)))
    under(*undecided).when(supplement("2025-02-10", "2025-05-29", undecided=(item,))).refused(
        rules.NOTHING_TO_SUPPLEMENT
    )
    under(*undecided).when(supplement("2025-02-10", "2025-05-28", amount=1200)).refused(
        rules.SUPPLEMENT_CHANGES_TERMS
    )
    under(*played(*TOLD)).when(supplement("2025-02-10", "2025-05-29")).refused(
        rules.NOTHING_TO_SUPPLEMENT
    )
    under(*played(*TOLD[:2])).when(supplement("2025-02-10", "2025-05-29")).refused(
        rules.TERMS_NOT_STATED
    )
    under(*undecided).when(supplement("2025-02-02", "2025-05-29")).refused(
        rules.BEFORE_EARLIER_STEP
    )
    paid = (*undecided, *allowed(under(*undecided).when(pay("2025-02-05", 500))))
    under(*paid).when(supplement("2025-02-10", "2025-05-29", amount=499)).refused(
        rules.TERMS_BELOW_PAID
    )
    ended = played(*TOLD[:2], told, cancel("2025-02-10", "worker-asked"))
    under(*ended).when(supplement("2025-02-10", "2025-05-29")).refused(rules.ENDED)
    offered_only = played(*TOLD[:1], told)
    under(*offered_only).when(supplement("2025-02-10", "2025-05-29")).refused(rules.NOT_ACCEPTED)


def test_what_terms_lack_of_the_guideline_is_a_target() -> None:
    """One matter for the statement, which names no person; full terms have none."""
    work = played(*TOLD[:2])
    bare = terms("2025-02-03", "2025-03-31", "2025-05-29", on_changes=None)
    told = allowed(under(*work).when(bare))
    assert found(*work, *told) == [(3, checks.TW_ITEMS.code)]
    open_item = {"item": "content", "reason": "client-undecided", "decide_by": "2025-02-20"}
    left_open = terms(
        "2025-02-03", "2025-03-31", "2025-05-29", quantity=None, undecided=(open_item,)
    )
    assert found(*work, *allowed(under(*work).when(left_open))) == []


@pytest.mark.parametrize(("item", "lacks"), [("delivery", False), ("rights", True)])
def test_what_is_left_open_with_an_undecided_item_is_not_lacking(item: str, *, lacks: bool) -> None:
    """Nobody can say by when it is inspected as long as the delivery day is undecided."""
    open_item = {"item": item, "reason": "client-undecided", "decide_by": "2025-02-20"}
    until = {"inspect_by": None, "undecided": (open_item,)}
    work = played(*TOLD[:2])
    told = allowed(under(*work).when(terms("2025-02-03", "2025-03-31", "2025-05-29", **until)))
    assert found(*work, *told) == [(3, checks.TW_ITEMS.code)] * lacks


def test_work_on_goods_is_to_be_asked_about() -> None:
    """From the acceptance on; other work is not."""
    history = played(*entrusted("2025-02-03", "2025-03-31", goods_processing=True))
    assert found(*history) == [(2, checks.HW_GOODS.code)]
    assert found(*played(*entrusted("2025-02-03", "2025-03-31"))) == []
