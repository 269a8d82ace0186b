"""Payment list (支払一覧): what was paid to residents on a day or in a month, and what is to pay.

A payment stands here on the day on which it was made, and what is still to pay on the day by which
the earliest rule wants it paid: the stated day, or the one that the law puts in its place. What was
not received yet stands on the day that the terms give for work delivered as planned, and says so;
where no day was stated it stands in the list of everything alone. What is withheld follows what a
person decided of the kind of work, and stands beside what was recorded; where nobody has decided,
no amount is given.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, NamedTuple, Self, get_args
from uuid import UUID

from pydantic import model_validator

from application.projecting.projection import rowclass
from application.projections.commissions import Stage, stage_of
from application.recorded import Recorded
from application.viewing.periods import Month
from application.viewing.residents import RESIDENTS, Resident, residents
from application.viewing.view import Asks, Facts, Line, View
from domain.base.days import said_on
from domain.base.event import Day
from domain.base.fields import Amount
from domain.base.values.closed_days import Counter, open_until
from domain.base.values.withholding import withholding
from domain.base.words import Code, Label
from domain.commission import events as e
from domain.commission import state
from domain.commission.law.course import STATED, Course, course
from domain.commission.law.payable import Payable, Settled, payable, settled
from domain.commission.terms import CommissionId, Ordinal
from domain.engagement import codes
from domain.engagement.events import OrderNumber
from domain.work_kind.events import Applies, WithholdingSet
from domain.worker.events import Name, WorkerNumber


class Decision(Code):
    """Whether fees for the kind of work are withheld from, as far as anybody has decided."""

    YES = "yes", "対象", "withheld"
    NO = "no", "対象外", "not withheld"
    UNKNOWN = "unknown", "確認中", "being asked"
    NOT_DECIDED = "not-decided", "未決定", "not decided"


class PaymentListAsks(Asks):
    """Of which pay day or month, and of which orderer; everything if neither is given."""

    pay_day: Annotated[Day | None, Label("支払日", "pay day", "2024-10-25")] = None
    month: Month | None = None
    orderer: Annotated[codes.Orderer | None, Label("委託者", "orderer", "town")] = None

    @model_validator(mode="after")
    def _is_a_day_or_a_month(self) -> Self:
        if self.pay_day and self.month:
            raise ValueError("ask for a day or for a month, not for both")
        return self

    def holds(self, day: date | None) -> bool:
        """Say whether a day was asked for; what has no day belongs to the list of everything."""
        if self.pay_day:
            return day == self.pay_day
        return self.month is None or (day is not None and f"{day:%Y-%m}" == self.month)


@rowclass
class PaymentListRow:
    """One payment to a resident, made or still to be made, in yen.

    `bank_day` is the last day up to `pay_by` on which banks work. `to_withhold` is what the
    decision on the kind of work comes to; None where there is none. Nothing is said to be still to
    pay on an offer that was not accepted, or on a commission that was cancelled: what is owed then
    is not in its terms.
    """

    worker_number: WorkerNumber
    name: Name
    engagement_number: OrderNumber
    ordinal: Ordinal
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer")]
    received_on: Annotated[date | None, Label("受領日", "received on")]
    payment_due: Annotated[date | None, Label("明示した支払期日", "payment due as stated")]
    pay_by: Annotated[date | None, Label("支払うべき日", "to be paid by")]
    bank_day: Annotated[date | None, Label("銀行営業日（期日以前）", "bank's open day")]
    paid_on: Annotated[date | None, Label("支払日", "paid on")]
    gross: Annotated[Amount, Label("支払総額（円）", "gross in yen")]
    decision: Annotated[Decision, Label("源泉徴収の対象", "subject to withholding")]
    to_withhold: Annotated[Amount | None, Label("源泉徴収額・定めによる（円）", "to withhold")]
    withheld: Annotated[Amount | None, Label("源泉徴収額・記録（円）", "withheld as recorded")]
    transferred: Annotated[Amount | None, Label("振込額・記録（円）", "transferred in yen")]
    to_transfer: Annotated[Amount | None, Label("振込予定額（円）", "to transfer in yen")]
    still_to_pay: Annotated[Amount, Label("未払額（円）", "still to pay in yen")]
    stage: Annotated[Stage, Label("段階", "stage")]
    cancelled: Annotated[bool, Label("取消し", "cancelled")]
    commission_id: CommissionId


class _Commission(NamedTuple):
    stream: UUID
    offered: e.CommissionOffered
    resident: Resident
    course: Course
    terms: Recorded | None
    paid: list[tuple[e.RemunerationPaid, Recorded]]


def compute(facts: Facts, asks: PaymentListAsks) -> Iterator[Line[PaymentListRow]]:
    """Give payments in the order of their days, of residents' numbers, and of orders."""
    decided: dict[codes.OrderKind, list[tuple[date, Applies]]] = {}
    for said, _ in facts.of(WithholdingSet):
        decided.setdefault(said.kind, []).append((said.effective_on, said.applies))
    lines = [
        line
        for commission in _commissions(facts)
        if asks.orderer in {None, commission.offered.orderer}
        for line in _lines(commission, decided, asks)
    ]
    yield from sorted(lines, key=lambda line: _order(line.row))


def _order(row: PaymentListRow) -> tuple[date, str, str, int, str]:
    day = row.paid_on or row.pay_by or date.max
    number = row.engagement_number
    return day, row.worker_number, number, row.ordinal, str(row.commission_id)


def _commissions(facts: Facts) -> Iterator[_Commission]:
    people = residents(facts)
    for stream, offered in facts.opening(e.CommissionOffered).items():
        record = facts.in_record(stream)
        if known := course((fact.version, fact.event) for fact in record):
            told = [fact for fact in record if isinstance(fact.event, STATED)]
            paid = [(f.event, f) for f in record if isinstance(f.event, e.RemunerationPaid)]
            resident = people[offered.worker_id]
            yield _Commission(stream, offered, resident, known, told[-1] if told else None, paid)


def _lines(
    commission: _Commission,
    decided: dict[codes.OrderKind, list[tuple[date, Applies]]],
    asks: PaymentListAsks,
) -> Iterator[Line[PaymentListRow]]:
    told = (commission.terms,) if commission.terms else ()
    for paid, fact in commission.paid:
        if asks.holds(paid.effective_on):
            decision = _decision(decided, paid.kind, paid.effective_on)
            known = settled(commission.course, fact.version)
            yield Line(_made(commission, paid, known, decision), (*told, fact))
    facts = (*told, *(fact for _, fact in commission.paid))
    for left in payable(commission.course):
        if asks.holds(left.pay_by):
            day = left.pay_by or commission.course.commission.delivery_day
            decision = _decision(decided, commission.offered.kind, day)
            yield Line(_to_make(commission, left, decision), facts)


def _decision(
    decided: dict[codes.OrderKind, list[tuple[date, Applies]]], kind: codes.OrderKind, day: date
) -> Decision:
    said = said_on(decided.get(kind, ()), day)
    return Decision[said.name] if said else Decision.NOT_DECIDED


def _made(
    commission: _Commission, paid: e.RemunerationPaid, known: Settled, decision: Decision
) -> PaymentListRow:
    return PaymentListRow(
        **_of(commission),
        received_on=known.received_on,
        payment_due=known.stated,
        pay_by=known.pay_by,
        bank_day=_bank_day(known.pay_by),
        paid_on=paid.effective_on,
        gross=paid.gross,
        decision=decision,
        to_withhold=_to_withhold(paid.gross, decision),
        withheld=paid.withheld,
        transferred=paid.transferred,
        to_transfer=0,
        still_to_pay=0,
    )


def _to_make(commission: _Commission, left: Payable, decision: Decision) -> PaymentListRow:
    to_withhold = _to_withhold(left.yen, decision)
    return PaymentListRow(
        **_of(commission) | ({} if left.received_on else {"stage": Stage.ACCEPTED}),
        received_on=left.received_on,
        payment_due=left.stated,
        pay_by=left.pay_by,
        bank_day=_bank_day(left.pay_by),
        paid_on=None,
        gross=left.yen,
        decision=decision,
        to_withhold=to_withhold,
        withheld=None,
        transferred=None,
        to_transfer=None if to_withhold is None else left.yen - to_withhold,
        still_to_pay=left.yen,
    )


def _of(commission: _Commission) -> dict[str, Any]:
    now = commission.course.commission
    return {
        "worker_number": commission.resident.number,
        "name": commission.resident.name,
        "engagement_number": commission.offered.engagement_number,
        "ordinal": commission.offered.ordinal,
        "orderer": commission.offered.orderer,
        "stage": stage_of(now),
        "cancelled": now.stage is state.Stage.CANCELLED,
        "commission_id": commission.stream,
    }


def _bank_day(pay_by: date | None) -> date | None:
    return open_until(pay_by, Counter.BANK) if pay_by else None


def _to_withhold(gross: int, decision: Decision) -> int | None:
    return {Decision.YES: withholding(gross), Decision.NO: 0}.get(decision)


PAYMENT_LIST = View(
    name="payment-list",
    label=Label("住民への支払一覧", "Payments to residents"),
    asks=PaymentListAsks,
    row=PaymentListRow,
    reads=(
        *RESIDENTS,
        WithholdingSet,
        *get_args(e.CommissionEvent),
    ),
    compute=compute,
    totals=("gross", "to_withhold", "withheld", "transferred", "to_transfer", "still_to_pay"),
    blank_is_nothing=("withheld", "transferred"),
)
