"""Payment list (支払一覧): what is due to residents on a day or in a month, and what was paid then.

A commission stands here with each payment made or due in the time asked for, and once more with
what is still to pay. What is withheld follows what a person decided of the kind of work, and stands
beside what was recorded; where nobody has decided, no amount is given.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, NamedTuple, Self, get_args
from uuid import UUID

from pydantic import Field, model_validator

from application.projecting.projection import rowclass
from application.projections.commissions import Stage, stage_of
from application.recorded import Recorded
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
from domain.commission.terms import CommissionId, Ordinal, Terms
from domain.engagement import codes
from domain.engagement.events import OrderNumber
from domain.work_kind.events import Applies, WithholdingSet
from domain.worker.events import Name, WorkerNumber

Told = e.TermsStated | e.TermsChanged | e.TermsSupplemented
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$"), Label("月", "month", "2024-10")]


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

    def holds(self, *days: date | None) -> bool:
        """Say whether one of these days was asked for."""
        return any(self._holds(day) for day in days if day)

    def _holds(self, day: date) -> bool:
        if self.pay_day:
            return day == self.pay_day
        return self.month is None or f"{day:%Y-%m}" == self.month


@rowclass
class PaymentListRow:
    """One payment to a resident, made or still to be made, in yen.

    `payment_due` is the day that was stated, or what an agreed monthly closing makes of delivery as
    planned. `bank_day` is the last day up to it on which banks work. `to_withhold` is what the
    decision on the kind of work comes to; None where there is none. What was taken off for the
    worker's fault is not still to pay; nor is anything on an offer that was not accepted, or on a
    commission that was cancelled: what is owed then is not in its terms. `stage` says whether the
    work has come in.
    """

    worker_number: WorkerNumber
    name: Name
    engagement_number: OrderNumber
    ordinal: Ordinal
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer")]
    payment_due: Annotated[date | None, Label("支払期日", "payment due")]
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
    id: UUID
    offered: e.CommissionOffered
    resident: Resident
    terms: tuple[Told, Recorded] | None
    paid: list[tuple[e.RemunerationPaid, Recorded]]
    now: state.Commission


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
    day = row.paid_on or row.payment_due or date.max
    number = row.engagement_number
    return day, row.worker_number, number, row.ordinal, str(row.commission_id)


def _commissions(facts: Facts) -> Iterator[_Commission]:
    people = residents(facts)
    for stream, offered in facts.opening(e.CommissionOffered).items():
        now = state.evolve(None, offered)
        terms, paid = None, []
        for fact in facts.in_record(stream)[1:]:
            now = state.evolve(now, fact.event)  # type: ignore[arg-type]
            match fact.event:
                case e.TermsStated() | e.TermsChanged() | e.TermsSupplemented():
                    terms = (fact.event, fact)
                case e.RemunerationPaid():
                    paid.append((fact.event, fact))
                case _:
                    pass
        yield _Commission(stream, offered, people[offered.worker_id], terms, paid, now)


def _lines(
    commission: _Commission,
    decided: dict[codes.OrderKind, list[tuple[date, Applies]]],
    asks: PaymentListAsks,
) -> Iterator[Line[PaymentListRow]]:
    terms = commission.terms
    due = _due(commission)
    told = (terms[1],) if terms else ()
    for paid, fact in commission.paid:
        if asks.holds(due, paid.effective_on):
            decision = _decision(decided, paid.kind, paid.effective_on)
            yield Line(_row(commission, paid.gross, decision, paid), (*told, fact))
    if terms and due and asks.holds(due) and commission.now.stage in _OWES:
        left = terms[0].amount - sum(_settled(paid) for paid, _ in commission.paid)
        if left > 0:
            decision = _decision(decided, commission.offered.kind, due)
            facts = (*told, *(fact for _, fact in commission.paid))
            yield Line(_row(commission, left, decision, None), facts)


def _due(commission: _Commission) -> date | None:
    if commission.terms is None:
        return None
    terms: Terms = commission.terms[0]
    closing = terms.closing()
    return terms.payment_due or (closing.due(terms.delivery_day) if closing else None)


def _settled(paid: e.RemunerationPaid) -> int:
    return paid.gross + (paid.reduced if paid.reduced_for in state.WORKERS_FAULT else 0)


def _decision(
    decided: dict[codes.OrderKind, list[tuple[date, Applies]]], kind: codes.OrderKind, day: date
) -> Decision:
    said = said_on(decided.get(kind, ()), day)
    return Decision[said.name] if said else Decision.NOT_DECIDED


def _row(
    commission: _Commission, gross: int, decision: Decision, paid: e.RemunerationPaid | None
) -> PaymentListRow:
    due = _due(commission)
    to_withhold = {Decision.YES: withholding(gross), Decision.NO: 0}.get(decision)
    return PaymentListRow(
        worker_number=commission.resident.number,
        name=commission.resident.name,
        engagement_number=commission.offered.engagement_number,
        ordinal=commission.offered.ordinal,
        orderer=commission.offered.orderer,
        payment_due=due,
        bank_day=open_until(due, Counter.BANK) if due else None,
        paid_on=paid.effective_on if paid else None,
        gross=gross,
        decision=decision,
        to_withhold=to_withhold,
        withheld=paid.withheld if paid else None,
        transferred=paid.transferred if paid else None,
        to_transfer=None if paid or to_withhold is None else gross - to_withhold,
        still_to_pay=0 if paid else gross,
        stage=stage_of(commission.now),
        cancelled=commission.now.stage is state.Stage.CANCELLED,
        commission_id=commission.id,
    )


_OWES = frozenset({state.Stage.ACCEPTED, state.Stage.COMPLETED})
PAYMENT_LIST = View(
    name="payment-list",
    label=Label("住民への支払一覧", "Payments to residents"),
    asks=PaymentListAsks,
    row=PaymentListRow,
    reads=(*RESIDENTS, WithholdingSet, *get_args(e.CommissionEvent)),
    compute=compute,
    totals=("gross", "to_withhold", "withheld", "transferred", "to_transfer", "still_to_pay"),
)
