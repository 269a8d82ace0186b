"""Matters that auditors look for in an expenditure: derived from the facts that hold.

None of them is a violation: each says which rule a fact touches, and waits for a person.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from domain.base.event import Event
from domain.base.matter import Check, Force, Matter
from domain.base.values.fiscal_year import last_day
from domain.closing.accounts import closes_on, in_year
from domain.expenditure import events as e

BEFORE_DECISION: Final = Check(
    "commitment-before-decision",
    "交付決定の前に行われた支出負担行為。交付の対象になるか確かめる。",
    "Committed before the grant decision of that municipality and year.",
    "補助金適正化法6条・22条、会計検査院 令和4年度報告 0049",
)
OVER_BUDGET: Final = Check(
    "commitment-over-budget",
    "その日の予算科目の額を超える支出負担行為。補正・流用の記録漏れでないか確かめる。",
    "More is committed than the budget line has on that day: check whether a change is missing.",
    "地方自治法232条の3（支出負担行為は予算の定めるところによる）",
)
OUTSIDE_PROJECT: Final = Check(
    "outside-project-period",
    "事業期間の外で行われた負担行為または履行。交付の対象になるか確かめる。",
    "Committed or delivered outside the period of the project.",
    "実施計画の事業期間、会計検査院 平成29年度報告 0050",
)
STAFF_TRAVEL: Final = Check(
    "staff-travel",
    "職員の旅費。交付の対象経費に含めてよいか確かめる。",
    "Travel of staff: check whether the grant may bear it.",
    "会計検査院 令和4年度報告 0049、平成29年度報告 0050",
    Force.TO_BE_CONFIRMED,
)
COMMITTED_OUTSIDE_YEAR: Final = Check(
    "commitment-outside-year",
    "会計年度の外の日付の支出負担行為。",
    "Committed on a day outside its fiscal year.",
    "地方自治法208条2項、232条の3",
)
DELIVERED_LATE: Final = Check(
    "delivery-after-year-end",
    "3月31日より後の履行。どの年度の支出か確かめる。",
    "Delivered after 31 March: check to which year it belongs.",
    "地方自治法施行令143条1項4号",
)
PAID_BEFORE_INSPECTION: Final = Check(
    "payment-before-inspection",
    "検収した額を超える支出。前金払・概算払の定めによるものか確かめる。",
    "More was paid than had been inspected: check whether an advance was provided for.",
    "地方自治法232条の4第2項・232条の5第2項、234条の2第1項",
)
PAID_LATE: Final = Check(
    "payment-after-closing",
    "出納閉鎖（5月31日）より後の、旧年度の支出。",
    "Paid for the old year after its accounts had closed on 31 May.",
    "地方自治法235条の5、同法施行令165条の8",
)
RETURNED_LATE: Final = Check(
    "return-after-closing",
    "出納閉鎖（5月31日）より後の、旧年度への戻入。",
    "Returned to the old year after its accounts had closed on 31 May.",
    "地方自治法施行令159条・160条",
)
CHECKS: Final = (
    BEFORE_DECISION,
    OVER_BUDGET,
    OUTSIDE_PROJECT,
    STAFF_TRAVEL,
    COMMITTED_OUTSIDE_YEAR,
    DELIVERED_LATE,
    PAID_BEFORE_INSPECTION,
    PAID_LATE,
    RETURNED_LATE,
)
History = Iterable[tuple[int, Event]]
Span = tuple[date, date]


def matters(history: Sequence[tuple[int, Event]]) -> list[Matter]:
    """Give what can be closed, given the effective facts of an expenditure.

    Whether a commitment of a grant lies before the decision, above its line or outside the project
    is said by other records: a person may close it as soon as it is asked, and the view of matters
    says if it is.
    """
    return [
        *of_itself(history),
        *before_decision(history, None),
        *above_line(history),
        *outside_project(history, None),
    ]


def of_itself(history: History) -> Iterator[Matter]:
    """Give what the facts of an expenditure show without any other record.

    What was inspected on a day comes before what was paid on it.
    """
    inspected = spent = 0
    for version, event in sorted(history, key=_in_turn):
        match event:
            case e.ExpenditureInspected():
                inspected += event.amount
            case e.ExpenditureReturned():
                spent -= event.amount
            case e.ExpenditurePaid():
                spent += event.amount
                if spent > inspected:
                    yield _matter(PAID_BEFORE_INSPECTION, version, event)
        for check in _touched(event):
            yield _matter(check, version, event)


def before_decision(history: History, decided_on: date | None) -> Iterator[Matter]:
    """Give the commitments of a grant before its decision; None says that there is none.

    What nobody has split between the municipalities is every applicant's: for it the decision is
    the last of the applicants' first ones, and there is none as long as one of them has none.
    """
    for version, event in history:
        if isinstance(event, e.ExpenditureCommitted) and _of_grant(event):
            early = decided_on is None or event.effective_on < decided_on
            if early:
                yield _matter(BEFORE_DECISION, version, event)


def above_line(history: History) -> Iterator[Matter]:
    """Give the commitments of a grant; which of them their line has no room for, others say."""
    for version, event in history:
        if isinstance(event, e.ExpenditureCommitted) and _of_grant(event):
            yield _matter(OVER_BUDGET, version, event)


def outside_project(history: History, period: Span | None) -> Iterator[Matter]:
    """Give what a grant's expenditure has outside the period of its project; None: all of it."""
    for version, event in history:
        match event:
            case e.ExpenditureCommitted() if _of_grant(event):
                days = [event.effective_on]
            case e.ExpenditureInspected() if _of_grant(event):
                days = [event.delivered_on]
            case _:
                days = []
        if any(period is None or not period[0] <= day <= period[1] for day in days):
            yield _matter(OUTSIDE_PROJECT, version, event)


def _in_turn(fact: tuple[int, Event]) -> tuple[date, bool, int]:
    version, event = fact
    return event.effective_on, not isinstance(event, e.ExpenditureInspected), version


def _of_grant(event: Event) -> bool:
    return event.programme.startswith("grant:")


def _touched(event: Event) -> Iterator[Check]:
    match event:
        case e.ExpenditureCommitted():
            if event.traveller is e.Traveller.STAFF:
                yield STAFF_TRAVEL
            if not in_year(event.effective_on, event.fiscal_year):
                yield COMMITTED_OUTSIDE_YEAR
        case e.ExpenditureInspected():
            if event.delivered_on > last_day(event.fiscal_year):
                yield DELIVERED_LATE
        case e.ExpenditurePaid():
            if _closed(event):
                yield PAID_LATE
        case e.ExpenditureReturned():
            if _closed(event):
                yield RETURNED_LATE
        case _:
            pass


def _closed(event: e.ExpenditurePaid | e.ExpenditureReturned) -> bool:
    closes = closes_on(event.accounts, event.fiscal_year)
    return closes is not None and event.effective_on > closes


def _matter(check: Check, version: int, event: Event) -> Matter:
    return Matter(version, check, check.force, event.effective_on)
