"""Support during mock work (模擬業務中のワーカー支援): how often, how long, with what?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.mock_work import events as e


class MockSupportAsks(Asks):
    """Whose scope, and of which fiscal year; all years if none is given."""

    programme: Programme
    fiscal_year: Year | None = None


@rowclass
class MockSupportRow:
    """One kind of support in one fiscal year; nothing of who needed it."""

    fiscal_year: Year
    kind: Annotated[e.SupportKind, Label("支援の種類", "kind of support")]
    times: Annotated[int, Label("回数", "times")]
    minutes: Annotated[int, Label("時間（分）", "minutes")]


def compute(facts: Facts, asks: MockSupportAsks) -> Iterator[Line[MockSupportRow]]:
    """Add up by year and kind, in the order of the kinds."""
    given: dict[tuple[int, e.SupportKind], list[tuple[int, Recorded]]] = defaultdict(list)
    for support, fact in facts.of(e.SupportGiven):
        year = fiscal_year_of(support.effective_on)
        if support.programme == asks.programme and asks.fiscal_year in {None, year}:
            given[year, support.kind].append((support.minutes, fact))
    for year in sorted({year for year, _ in given}):
        for kind in e.SupportKind:
            if each := given.get((year, kind)):
                row = MockSupportRow(year, kind, len(each), sum(minutes for minutes, _ in each))
                yield Line(row, tuple(fact for _, fact in each))


MOCK_SUPPORT = View(
    name="mock-support",
    label=Label("模擬業務中の支援", "Support during mock work"),
    asks=MockSupportAsks,
    row=MockSupportRow,
    reads=(e.SupportGiven,),
    compute=compute,
    totals=("times", "minutes"),
)
