"""The logic model (ロジックモデル): for each aim from what is put in to what comes of it."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.words import Label
from domain.outcome import events as e

AIMS, LEVELS = tuple(e.Aim), tuple(e.Level)


class LogicModelAsks(Asks):
    """Of which programme, and for which aim; all aims if none is given."""

    programme: Programme
    aim: Annotated[e.Aim | None, Label("事業目的", "aim", "smooth-running")] = None


@rowclass
class LogicModelRow:
    """One indicator under its definition of the day, with its first and its latest value.

    A value keeps the version it was measured under; where that is not the version in force, both
    stand there. What was never measured has no value.
    """

    aim: Annotated[e.Aim, Label("事業目的", "aim")]
    level: Annotated[e.Level, Label("段階", "level")]
    code: e.IndicatorCode
    title: e.IndicatorTitle
    unit: e.Unit
    version: e.DefinitionVersion
    definition: e.Definition
    basis: e.Basis
    leads_to: Annotated[str | None, Label("つながる指標", "leads to")]
    measured: Annotated[int, Label("測定回数", "times measured")]
    first_on: Annotated[date | None, Label("最初の測定日", "first measured on")] = None
    first_value: Annotated[int | None, Label("最初の値", "first value")] = None
    latest_on: Annotated[date | None, Label("直近の測定日", "latest measured on")] = None
    latest_value: Annotated[int | None, Label("直近の値", "latest value")] = None
    latest_version: Annotated[int | None, Label("測定時の定義の版", "measured under version")] = (
        None
    )
    method: Annotated[e.Method | None, Label("測定方法", "method")] = None


def compute(facts: Facts, asks: LogicModelAsks) -> Iterator[Line[LogicModelRow]]:
    """Give the indicators by aim, and within an aim from input to outcome."""
    lines: list[Line[LogicModelRow]] = []
    for stream in facts.streams:
        told = facts.in_record(stream)
        defined = [one for one in told if isinstance(one.event, e.IndicatorDefined)]
        measured = [one for one in told if isinstance(one.event, e.OutcomeMeasured)]
        if not defined:
            continue
        now = defined[-1].event
        values = [one.event for one in measured if isinstance(one.event, e.OutcomeMeasured)]
        ours = isinstance(now, e.IndicatorDefined) and now.programme == asks.programme
        if isinstance(now, e.IndicatorDefined) and ours and asks.aim in {None, now.aim}:
            row = _row(now, values)
            lines.append(Line(row, (defined[-1], *measured[:1], *measured[1:][-1:])))
    yield from sorted(
        lines,
        key=lambda line: (AIMS.index(line.row.aim), LEVELS.index(line.row.level), line.row.code),
    )


def _row(now: e.IndicatorDefined, values: list[e.OutcomeMeasured]) -> LogicModelRow:
    first, latest = (values[0], values[-1]) if values else (None, None)
    return LogicModelRow(
        aim=now.aim,
        level=now.level,
        code=now.code,
        title=now.title,
        unit=now.unit,
        version=now.version,
        definition=now.definition,
        basis=now.basis,
        leads_to=now.leads_to,
        measured=len(values),
        first_on=first.effective_on if first else None,
        first_value=first.value if first else None,
        latest_on=latest.effective_on if latest else None,
        latest_value=latest.value if latest else None,
        latest_version=latest.version if latest else None,
        method=latest.method if latest else None,
    )


LOGIC_MODEL = View(
    name="logic-model",
    label=Label("ロジックモデル", "Logic model"),
    asks=LogicModelAsks,
    row=LogicModelRow,
    reads=(e.IndicatorDefined, e.OutcomeMeasured),
    compute=compute,
)
