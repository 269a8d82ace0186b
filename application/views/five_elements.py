"""The five elements (評価項目（５要素）): what does the record hold for each, year by year?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.elements.metric import Element, Measured, Why
from application.elements.metrics import METRICS
from application.projecting.projection import rowclass
from application.viewing.counts import Few, is_few
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Event, Programme
from domain.base.fields import Year
from domain.base.figure import Words
from domain.base.values.fiscal_year import EARLIEST, LATEST, first_day, fiscal_year_of
from domain.base.words import Label
from domain.grant.events import PlanAmended, PlanSubmitted


class FiveElementsAsks(Asks):
    """Of which grant project, element and fiscal year.

    Without a year it is those of the plan and the one after it, when the project has to stand by
    itself; without a plan on record, the present one.
    """

    programme: Programme
    fiscal_year: Year | None = None
    element: Annotated[Element | None, Label("要素", "element", "self-reliance")] = None


@rowclass
class FiveElementsRow:
    """One metric of one element in one fiscal year, under its definition of the day.

    `value` is empty where `why` says why, and never 0 for what is unknown. `counted` says how many
    entries were counted; they are named by the line, and `details` can be asked for what they say.
    Words stand in Japanese and English.
    """

    element: Annotated[Element, Label("要素", "element")]
    metric: Annotated[str, Label("指標コード", "metric")]
    title: Annotated[str, Label("指標", "title")]
    fiscal_year: Year
    value: Annotated[int | None, Label("値", "value")]
    unit: Annotated[str, Label("単位", "unit")]
    why: Annotated[Why | None, Label("値がない理由", "why there is no value")]
    counted: Annotated[int, Label("数えた記録", "entries counted")]
    few: Few
    definition: Annotated[str | None, Label("定義", "definition")]
    note: Annotated[str | None, Label("注", "note")]
    version: Annotated[int | None, Label("定義の版", "version of the definition")]
    since: Annotated[date | None, Label("定義の効力の始まり", "definition in force since")]
    details: Annotated[str, Label("内訳の一覧", "listed in")]


def compute(facts: Facts, asks: FiveElementsAsks) -> Iterator[Line[FiveElementsRow]]:
    """Measure every metric, year by year, so that its course can be read."""
    for metric in METRICS:
        for year in _years(facts, asks) if asks.element in {None, metric.element} else ():
            found = metric.measure(facts, asks.programme, year)
            if facts.valid_on < first_day(year):
                found = Measured(found.published, why=Why.NOT_YET)
            said = found.published.definition if found.published else None
            row = FiveElementsRow(
                element=metric.element,
                metric=metric.code,
                title=_both(said.title) if said else metric.code,
                fiscal_year=year,
                value=found.value,
                unit=_both(said.unit) if said else "",
                why=found.why,
                counted=len(found.counted),
                few=metric.of_persons and is_few(found.value or 0),
                definition=_both(said.sentence) if said else None,
                note=_both(said.note) if said and said.note else None,
                version=said.version if said else None,
                since=found.published.effective_on if found.published else None,
                details=metric.details,
            )
            yield Line(row, tuple(found.counted))


def _years(facts: Facts, asks: FiveElementsAsks) -> range:
    if asks.fiscal_year is not None:
        return range(asks.fiscal_year, asks.fiscal_year + 1)
    plans = [
        fact.event
        for fact in facts.of_any(PlanSubmitted, PlanAmended)
        if isinstance(fact.event, PlanSubmitted | PlanAmended)
        and fact.event.programme == asks.programme
    ]
    if not plans:
        year = fiscal_year_of(facts.valid_on)
        # Nothing can be asked of a year that no field accepts.
        return range(year, year + 1) if EARLIEST <= year <= LATEST else range(0)
    return range(plans[-1].first_year, plans[-1].last_year + 2)


def _both(words: Words) -> str:
    return f"{words.ja} / {words.en}"


READS: tuple[type[Event], ...] = (
    PlanSubmitted,
    PlanAmended,
    *(kind for metric in METRICS for kind in metric.reads),
)
FIVE_ELEMENTS = View(
    name="five-elements",
    label=Label("評価項目（5要素）", "The five elements"),
    asks=FiveElementsAsks,
    row=FiveElementsRow,
    reads=tuple(dict.fromkeys(READS)),
    compute=compute,
)
