"""What the demonstration must come to, counted from the story's own tables and not from the record.

A second path to the same figures: where it and the record disagree, the demonstration fails.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from application.asking.answers import Asked
from application.demo.contracts import hours_declared
from application.demo.counted import COUNTS, budget_executed, new_employments, new_hires
from application.demo.counted_elements import OF_R6
from application.demo.members import MUNICIPALITIES
from application.demo.plan_r6_r8 import GRANT, R6, R6_THOUSANDS, TOTAL_THOUSANDS
from application.demo.reports import FIGURES, REPORTS
from application.demo.teller import day
from application.demo.work import COMMISSIONS, ORDERS, RECEIPTS_ENTERED_LATE
from application.evidence.replay import whole
from application.evidence.restated import RestatementsAsked, answer_restatements
from application.evidence.restatement import Outcome
from application.figures.answers import FigureAsked, answer_figure
from application.figures.execution import ExecutionAsked, answer_execution
from application.figures.standard import STANDARD
from application.registry import PROJECTIONS
from application.service import Consortium
from application.viewing.answer import ViewAsked, answer_view
from application.views.contract_hours import CONTRACT_HOURS, ContractHoursAsks
from domain.base.values.fiscal_year import last_day
from domain.base.values.money import yen_from_thousands

YEAR_END = "2024-12-31"
MOMENTS: dict[str, dict[str, str]] = {
    "現在\nnow": {},
    f"基準日 {YEAR_END}\nvalid on": {"valid_on": YEAR_END},
    f"記録時点 {YEAR_END}\nas of": {"as_of": YEAR_END},
}
NOW = next(iter(MOMENTS))
MUNICIPALITIES_JOINED = len(MUNICIPALITIES)
FAR = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that the record must say, at one moment."""

    what: str
    moment: str
    expected: object
    found: object

    @property
    def agrees(self) -> bool:
        """Whether it does."""
        return self.expected == self.found


def checks(consortium: Consortium, taken_over_on: date | None = None) -> Iterator[Check]:
    """Compare the record with the story at the three moments.

    What was taken over on a day was not recorded before it: then there is nothing to say.
    """
    for moment, asked in MOMENTS.items():
        on = asked.get("valid_on", consortium.today().isoformat())
        by = asked.get("as_of", FAR)
        nothing = taken_over_on is not None and by < taken_over_on.isoformat()
        hires, members, spent, orders, paid = _expected(on, by)
        yield Check(
            "KPI① 新規雇用者数 R6\nnew hires",
            moment,
            None if nothing else hires,
            _figure(consortium, "kpi1", asked),
        )
        yield Check(
            "雇用契約で雇用された人数 R6\nnewly employed",
            moment,
            None if nothing else new_employments(on, by)[0],
            _figure(consortium, "new-employments", asked),
        )
        yield Check(
            "KPI④ 参加自治体数\nmunicipalities",
            moment,
            None if nothing else members,
            _figure(consortium, "kpi4", asked, year=None),
        )
        yield Check(
            "予算執行額（円） R6\nbudget executed",
            moment,
            None if nothing else spent,
            _figure(consortium, "budget-executed", asked),
        )
        yield Check(
            "受注案件\nengagements", moment, 0 if nothing else orders, _rows(consortium, asked)
        )
        yield Check(
            "支払済み報酬（円）\nremuneration paid",
            moment,
            0 if nothing else paid,
            _remuneration(consortium, asked),
        )
        yield Check(
            "自主収入（円） R6\nown income",
            moment,
            None if nothing else _own_income(on, by),
            _figure(consortium, "own-income", asked),
        )
        yield Check(
            "委託時間の申告（分）\nhours declared, in minutes",
            moment,
            0 if nothing else hours_declared(min(on, by)),
            _hours(consortium, asked),
        )
        for code, count in OF_R6.items():
            yield Check(
                _title(code),
                moment,
                None if nothing else count(min(on, by)),
                _figure(consortium, code, asked),
            )
    plan = answer_execution(consortium, ExecutionAsked(GRANT, R6))["plan"]
    yield Check(
        "総事業費（円）\ntotal of the plan",
        NOW,
        yen_from_thousands(TOTAL_THOUSANDS),
        plan["total_cost"],
    )
    # As its paper says it: what was carried over at the end of the year is R7's now.
    submitted = answer_execution(consortium, ExecutionAsked(GRANT, R6, day(YEAR_END)))
    yield Check(
        "R6 の予算（円）\nbudget of R6",
        f"基準日 {YEAR_END}\nvalid on",
        yen_from_thousands(R6_THOUSANDS),
        submitted["total"]["budget"],
    )
    yield from _documents(consortium, taken_over=taken_over_on is not None)


def _documents(consortium: Consortium, *, taken_over: bool) -> Iterator[Check]:
    """Compare what the documents state with the record, then and now."""
    today = consortium.today().isoformat()
    issued = {number for number, *_, on in REPORTS if on <= today}
    stated = [row for row in FIGURES if row[0] in issued]
    found = answer_restatements(consortium, RestatementsAsked(every=True))
    documents = [document for item in found["items"] for document in item["documents"]]
    yield Check(
        "提出文書の値のうち、当時の記録のとおり\nas the record said then",
        NOW,
        0 if taken_over else len(stated),
        sum(document["as_recorded"] == Outcome.HOLDS for document in documents),
    )
    yield Check(
        "同じく、今の記録のとおり\nas the record says now",
        NOW,
        sum(COUNTS[code](on, by) == COUNTS[code](on, FAR) for _, code, on, by, _ in stated),
        found["holding"],
    )


def _title(code: str) -> str:
    title = next(one.title for one in STANDARD if one.code == code)
    return f"{title.ja} R6\n{title.en}"


def _expected(on: str, by: str) -> tuple[int, int, int, int, int]:
    return (
        new_hires(on, by)[0],
        MUNICIPALITIES_JOINED,
        budget_executed(on, by)[0],
        _orders(on, by),
        _paid(on, by),
    )


def _orders(on: str, by: str) -> int:
    return sum(inquiry <= min(on, by) for _, _, _, _, _, inquiry, *_ in ORDERS)


def _paid(on: str, by: str) -> int:
    return sum(
        yen
        for _, _, yen, *_, paid, entered in COMMISSIONS
        if paid and entered and paid <= on and entered <= by
    )


def _own_income(on: str, by: str) -> int:
    until = min(on, last_day(R6).isoformat())
    received = sum(
        amount
        for number, _, _, _, amount, *_, money, _ in ORDERS
        if money and money <= until and RECEIPTS_ENTERED_LATE.get(number, money) <= by
    )
    return received - _paid(until, by)


def _figure(
    consortium: Consortium, code: str, asked: dict[str, str], year: int | None = 2024
) -> object:
    valid_on = day(asked["valid_on"]) if "valid_on" in asked else None
    question = FigureAsked(code, GRANT, year, valid_on, asked.get("as_of"))
    return answer_figure(consortium, question)["value"]


def _items(consortium: Consortium, name: str, asked: dict[str, str]) -> list[dict[str, object]]:
    valid_on = day(asked["valid_on"]) if "valid_on" in asked else None
    question = Asked(valid_on=valid_on, as_of=asked.get("as_of"))
    items: list[dict[str, object]] = whole(consortium, PROJECTIONS[name], question)["items"]
    return items


def _rows(consortium: Consortium, asked: dict[str, str]) -> int:
    return len(_items(consortium, "engagement_board", asked))


def _hours(consortium: Consortium, asked: dict[str, str]) -> int:
    valid_on = day(asked["valid_on"]) if "valid_on" in asked else None
    question = ViewAsked(valid_on, asked.get("as_of"))
    answer = answer_view(consortium, CONTRACT_HOURS, ContractHoursAsks(), question)
    minutes: int = answer["totals"]["declared"]
    return minutes


def _remuneration(consortium: Consortium, asked: dict[str, str]) -> int:
    return sum(int(str(row["paid"])) for row in _items(consortium, "commissions", asked))
