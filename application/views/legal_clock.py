"""The legal clock: what falls due in the coming days, by which rule, and what is late.

Three things are told apart: what a rule that binds sets, what only a guideline's target is, and
what may or may not apply (適用を確認中). Nothing here says that anybody broke a rule.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, get_args

from pydantic import Field

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import WorkerId
from domain.base.matter import CheckCode, Force
from domain.base.words import Code, Label
from domain.commission import events as e
from domain.commission import terms
from domain.commission.law.clocks import Clock, clocks
from domain.commission.law.course import course
from domain.engagement import codes
from domain.engagement.events import OrderNumber


class Standing(Code):
    """Where a term stands on the day asked about."""

    LATE = "late", "期限を過ぎている", "late"
    PAST_TARGET = "past-target", "目安の日を過ぎている", "past the day of a target"
    DUE = "due", "これから", "to come"
    PENDING = "pending", "期限の定めなし（速やかに）", "without a day, to be done without delay"
    DONE = "done", "済み", "done"
    DONE_LATE = "done-late", "期限の後に済んだ", "done after its day"


class LegalClockAsks(Asks):
    """Of how many days ahead, whose scope, and of which force; all if none is given."""

    days: Annotated[int, Field(ge=0, le=366), Label("先の日数", "days ahead", "7")] = 7
    programme: Programme | None = None
    force: Annotated[Force | None, Label("効力", "force", "binding")] = None


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


def compute(facts: Facts, asks: LegalClockAsks) -> Iterator[Line[ClockRow]]:
    """Give what is not done and late or falls due, the earliest first; what has no day comes last.

    A target that has passed is shown as such, by its force. What needs no doing by itself, notice
    of a contract that may go on, is shown only while there is time for it.
    """
    until = facts.valid_on + timedelta(days=asks.days)
    found = []
    for history in facts.streams.values():
        for line, clock in lines(facts, history):
            if clock.done or not _asked(line.row, asks, history):
                continue
            over = clock.ahead_only and clock.due_on and clock.due_on < facts.valid_on
            if not over and (clock.due_on is None or clock.due_on <= until):
                found.append(line)
    yield from sorted(found, key=_order)


def _asked(row: ClockRow, asks: LegalClockAsks, history: Sequence[Recorded]) -> bool:
    programme = history[0].event.programme
    return asks.programme in {None, programme} and asks.force in {None, row.force}


def _order(line: Line[ClockRow]) -> tuple[object, ...]:
    row = line.row
    return (row.due_on or date.max, row.engagement_number, row.ordinal, row.check)


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


READS = get_args(e.CommissionEvent)
LEGAL_CLOCK = View(
    name="legal-clock",
    label=Label("法定期限", "Legal clock"),
    asks=LegalClockAsks,
    row=ClockRow,
    reads=READS,
    compute=compute,
)
