"""The figures of a bundle: one for each definition in force and each fiscal year.

They are computed as the service computes them for everybody else.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from application.effective import effective_events
from application.evidence.bundle import refusals
from application.evidence.bundle.persons import Records, Whose, records
from application.evidence.bundle.question import Question
from application.evidence.bundle.suppression import Published, published
from application.figures.figures import definitions
from application.figures.interpreter import compute, topics
from application.figures.joins import joins_in_force
from application.figures.values import EventRef, Figure, FigureError, FigureEvent, for_figures
from application.ports import Log
from domain.base.figure import FigureDefinition
from domain.grant.events import KpiNamed


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure with all that it was computed from."""

    definition: FigureDefinition
    figure: Figure
    events: Mapping[int, FigureEvent]
    joins: Mapping[str, str]
    records: Records


def in_force(log: Log, question: Question) -> list[FigureDefinition]:
    """Give the definitions in force on the bundle's day, by their codes."""
    found = definitions(log, valid_on=question.valid_on, position=question.size)
    return [found[code] for code in sorted(found)]


def without_definition(
    log: Log, question: Question, in_force: Iterable[FigureDefinition]
) -> list[KpiNamed]:
    """Give the KPIs that the programme's plan names and that no definition computes."""
    codes = {definition.code for definition in in_force}
    named = {
        each.event.kpi: each.event
        for each in effective_events(log, [KpiNamed.TOPIC], question.size)
        if isinstance(each.event, KpiNamed)
        and each.event.programme == question.programme
        and each.event.effective_on <= question.valid_on
    }
    return [named[kpi] for kpi in sorted(named) if named[kpi].figure not in codes]


def figures(
    log: Log, question: Question, of: Iterable[FigureDefinition]
) -> Iterator[dict[str, Any]]:
    """Give the figures as the bundle holds them, those of one definition year by year.

    Raises `RuleBroken` where one cannot be computed.
    """
    below = question.suppressed_below
    for computed in _computed(log, question, of):
        yield _whole(computed.figure) if below is None else _published(computed, below)


def written(figures: Iterable[Mapping[str, Any]]) -> bytes:
    """Write the member figures.json, a figure on each line."""
    lines = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in figures)
    return '{{"figures":[\n{}\n]}}\n'.format(",\n".join(lines)).encode()


def _computed(log: Log, question: Question, of: Iterable[FigureDefinition]) -> Iterator[Computed]:
    joins = joins_in_force(log, valid_on=question.valid_on, position=question.size)
    for definition in of:
        effective = effective_events(log, topics(definition), question.size)
        events = {each.position: for_figures(each) for each in effective}
        # Whom they are about matters only where small counts of persons are suppressed.
        named = {} if question.suppressed_below is None else records(log, definition, question.size)
        for year in question.fiscal_years:
            try:
                figure = compute(
                    definition,
                    events.values(),
                    programme=question.programme,
                    fiscal_year=year,
                    valid_on=question.valid_on,
                    joins=joins,
                )
            except FigureError as error:
                refusals.FIGURE_NOT_COMPUTED.broken(
                    figure=definition.code, fiscal_year=year, why=str(error)
                )
            yield Computed(definition, figure, events, joins, named)


def _whole(figure: Figure) -> dict[str, Any]:
    return {
        **_asked(figure),
        "value": figure.value,
        "reason_without_value": figure.reason_without_value,
        "by": list(figure.by),
        "rows": [asdict(row) for row in figure.rows],
        "parts": [
            {
                "side": part.side,
                "sign": part.sign,
                "day": part.day.isoformat(),
                "value": part.value,
                "counted": _positions(part.counted),
            }
            for part in figure.parts
        ],
        "counted": _positions(figure.counted),
        "recorded": asdict(figure.recorded),
    }


def _published(computed: Computed, below: int) -> dict[str, Any]:
    figure = computed.figure
    told: Published = published(
        computed.definition,
        figure,
        computed.events,
        Whose(computed.joins, computed.records),
        below=below,
    )
    return {
        **_asked(figure),
        "value": told.value,
        "reason_without_value": figure.reason_without_value,
        "by": list(figure.by),
        "rows": None if told.rows is None else [asdict(row) for row in told.rows],
        "counted": told.counted,
        "recorded": asdict(told.recorded) if told.recorded else None,
        **({"suppressed": True} if told.suppressed else {}),
    }


def _asked(figure: Figure) -> dict[str, Any]:
    return {
        "code": figure.code,
        "version": figure.version,
        "programme": figure.programme,
        "fiscal_year": figure.fiscal_year,
        "valid_on": figure.valid_on.isoformat(),
    }


def _positions(counted: Iterable[EventRef]) -> list[int]:
    return [each.position for each in counted]
