"""The due date of remuneration, and its limits under the Freelance Act (フリーランス法4条).

The day of receipt is day 1, whether or not anything is inspected. Of work done in parts each
receipt has its own due date.
"""

from dataclasses import dataclass
from datetime import date

from domain.base.days import last_of_month, last_of_months, same_day
from domain.base.values.closed_days import Counter
from domain.commission.law.counting import is_closed, moved_back, moved_on, nth_day
from domain.commission.law.rule_sets import FreelanceAct


@dataclass(frozen=True, slots=True)
class MonthlyClosing:
    """An agreed monthly closing (月単位の締切制度): 31 is the last day of each month.

    What was received up to the closing day is paid on `pay_day`, `pay_months` later.
    """

    closing_day: int
    pay_months: int
    pay_day: int

    def due(self, receipt: date) -> date:
        """Give the day on which what was received is paid."""
        closes_on = _day_of_month(receipt, self.closing_day)
        month = receipt if receipt <= closes_on else same_day(receipt.replace(day=1), 1)
        return _day_of_month(same_day(month.replace(day=1), self.pay_months), self.pay_day)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed on the due date.

    `day` is the day for what is delivered by then; what comes in later has no due date, unless
    another was told by the day on which it came in. `upstream` is the original due date if the
    three items of re-entrusting were stated. `postponed` says that it was agreed in writing to pay
    after a bank's closed days, not before them.
    """

    day: date | None = None
    closing: MonthlyClosing | None = None
    upstream: date | None = None
    postponed: bool = False

    def due(self, receipt: date) -> date | None:
        """Give the agreed due date of what was received on a day; None if there is none."""
        if self.closing:
            return self.closing.due(receipt)
        return self.day if self.day and receipt <= self.day else None


def limit(act: FreelanceAct, receipt: date, agreed: Agreed) -> date:
    """Give the last day that a due date may be.

    Where the three items were stated, the days from the upstream due date take the place of those
    from the receipt, even where that is later (4条3項). With an agreed monthly closing it is two
    calendar months, and never less than the 60 days.
    """
    if agreed.upstream:
        return nth_day(agreed.upstream, act.upstream_days)
    sixtieth = nth_day(receipt, act.due_days)
    if agreed.closing:
        return max(sixtieth, last_of_months(receipt, act.due_months))
    return sixtieth


def due(act: FreelanceAct, receipt: date, agreed: Agreed) -> date:
    """Give the due date that counts by law.

    One that was not set is the day of receipt, or the upstream due date of re-entrusted work; one
    beyond the limit is the 60th day, or the 30th from the upstream due date (4条2項・4項).
    """
    day = agreed.due(receipt)
    if day is None:
        return agreed.upstream or receipt
    if day <= limit(act, receipt, agreed):
        return day
    return limit(act, receipt, Agreed(upstream=agreed.upstream))


def paid_by(act: FreelanceAct, receipt: date, agreed: Agreed) -> date:
    """Give the day by which the money must have arrived.

    Where the due date is a closed day of banks, it is paid before. If it was agreed in writing to
    pay after, it may be on the next open day up to the limit, or past it by as many days as the
    rule set allows; where that is not enough, before.
    """
    day = due(act, receipt, agreed)
    if not is_closed(day, Counter.BANK):
        return day
    after = moved_on(day, Counter.BANK)
    allowed = after <= limit(act, receipt, agreed) or (after - day).days <= act.postponed
    return after if agreed.postponed and allowed else moved_back(day, Counter.BANK)


def as_agreed(receipt: date, agreed: Agreed, *, before: bool) -> date | None:
    """Give the day by which it is paid where no act binds: as agreed, else not at all (None).

    A closed day of banks moves to the next open one unless the day before was agreed on.
    """
    day = agreed.due(receipt)
    if day is None:
        return None
    return moved_back(day, Counter.BANK) if before else moved_on(day, Counter.BANK)


def _day_of_month(month: date, day: int) -> date:
    return month.replace(day=min(day, last_of_month(month).day))
