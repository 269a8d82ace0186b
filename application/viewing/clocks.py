"""The clocks of commissions: what a rule from outside wants done, by which day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, get_args

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Facts, Line
from domain.base.fields import WorkerId
from domain.base.matter import CheckCode, Force
from domain.base.words import Code, Label
from domain.commission import events as e
from domain.commission import terms
from domain.commission.law.clocks import Clock, clocks
from domain.commission.law.course import course
from domain.engagement import codes
from domain.engagement.events import OrderNumber

READS = get_args(e.CommissionEvent)
"""What a view must read that uses `lines`."""


class Standing(Code):
    """Where a term stands on the day asked about."""

    LATE = "late", "期限を過ぎている", "late"
    PAST_TARGET = "past-target", "目安の日を過ぎている", "past the day of a target"
    DUE = "due", "これから", "to come"
    PENDING = "pending", "期限の定めなし（速やかに）", "without a day, to be done without delay"
    DONE = "done", "済み", "done"
    DONE_LATE = "done-late", "期限の後に済んだ", "done after its day"


@rowclass
class ClockRow:
    """One term: the rule that sets it, its last day, and what it stands on.

    The rule's words in English are with its code in docs/rules.md. `amount` is what is to be paid
    by it; blank where the record does not say how much belongs to that part, or nothing is to be
    paid.
    """

    due_on: Annotated[date | None, Label("期限", "due on")]
    standing: Annotated[Standing, Label("状態", "standing")]
    days: Annotated[int | None, Label("残り日数", "days left")]
    engagement_number: OrderNumber
    ordinal: terms.Ordinal
    worker_id: WorkerId
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer")]
    check: CheckCode
    rule: Annotated[str, Label("定めの内容", "what the rule says")]
    source: Annotated[str, Label("出典", "source")]
    force: Annotated[Force, Label("効力", "force")]
    delivery: Annotated[int | None, Label("納品の番号", "delivery")]
    amount: Annotated[int | None, Label("報酬額（円）", "remuneration in yen")]
    done_on: Annotated[date | None, Label("済んだ日", "done on")]
    commission_id: terms.CommissionId


def lines(facts: Facts, history: Sequence[Recorded]) -> Iterator[tuple[Line[ClockRow], Clock]]:
    """Give the clocks of one commission on the day, the earliest first."""
    known = [one for one in history if one.event.effective_on <= facts.valid_on]
    made = course((one.version, one.event) for one in known)
    if made is None or not isinstance(known[0].event, e.CommissionOffered):
        return
    by_version = {one.version: one for one in known}
    offer = made.commission.offer
    for clock in clocks(made):
        row = ClockRow(
            due_on=clock.due_on,
            standing=_standing(clock, facts.valid_on),
            days=(clock.due_on - facts.valid_on).days if clock.due_on and not clock.done else None,
            engagement_number=offer.engagement_number,
            ordinal=offer.ordinal,
            worker_id=offer.worker_id,
            orderer=offer.orderer,
            check=clock.check.code,
            rule=clock.check.ja,
            source=clock.check.source,
            force=clock.force,
            delivery=clock.delivery,
            amount=clock.amount,
            done_on=clock.done.on if clock.done else None,
            commission_id=known[0].stream,
        )
        versions = (*clock.stands_on, *((clock.done.version,) if clock.done else ()))
        yield Line(row, tuple(by_version[one] for one in dict.fromkeys(versions))), clock


def _standing(clock: Clock, day: date) -> Standing:
    if clock.done:
        return Standing.DONE_LATE if clock.late(day) else Standing.DONE
    if clock.due_on is None:
        return Standing.PENDING
    if not clock.late(day):
        return Standing.DUE
    return Standing.PAST_TARGET if clock.force is Force.TARGET else Standing.LATE
