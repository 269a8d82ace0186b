"""KPIs and their targets: what a plan promised for a fiscal year, and what came of it.

A target that nobody gave is absent, and a KPI without a definition in force has no value and says
so; stated values are no part of either.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from application.asking.answers import heading
from application.asking.moments import as_of
from application.effective import effective_events
from application.figures.answers import WHY_NO_VALUE
from application.figures.figures import figure
from application.figures.values import HowRecorded, Reason
from application.ports import Log
from application.service import Consortium
from domain.base.figure import FigureDefinition
from domain.base.values.fiscal_year import day_within, view
from domain.grant import events as planned
from domain.grant.terms import NamedKpi


@dataclass(frozen=True, slots=True)
class Achieved:
    """One KPI in one fiscal year.

    `targets` holds those that were given, by municipality or `joint`. `value` is None exactly where
    `reason_without_value` says why. `taken_on` is the day on which the value was taken, `recorded`
    how the facts that it counts came to be recorded.
    """

    kpi: NamedKpi
    targets: dict[str, int]
    value: int | None
    reason_without_value: Reason | None
    definition: FigureDefinition | None
    taken_on: date
    recorded: HowRecorded


def achievement(
    log: Log, *, programme: str, fiscal_year: int, valid_on: date, position: int
) -> list[Achieved]:
    """Give every KPI of the plan with its targets for a year and its value on a day."""
    kpis: dict[str, NamedKpi] = {}
    targets: dict[tuple[str, str], int] = {}
    topics = (planned.KpiNamed.TOPIC, planned.TargetSet.TOPIC)
    # A plan is one stream, so its events come in the order of their days.
    for recorded in effective_events(log, topics, position):
        event = recorded.event
        if event.programme != programme or event.effective_on > valid_on:
            continue
        if isinstance(event, planned.KpiNamed):
            kpis[event.kpi] = event
        elif isinstance(event, planned.TargetSet) and event.fiscal_year == fiscal_year:
            targets[event.kpi, event.municipality] = event.value
    found = []
    for kpi in sorted(kpis):
        day = _day_of(kpis[kpi], fiscal_year, valid_on)
        definition, value = figure(
            log,
            kpis[kpi].figure,
            programme=programme,
            fiscal_year=fiscal_year,
            valid_on=day,
            position=position,
        )
        given = {whose: target for (of, whose), target in targets.items() if of == kpi}
        found.append(
            Achieved(
                kpi=kpis[kpi],
                targets=given,
                value=value.value,
                reason_without_value=value.reason_without_value,
                definition=definition,
                taken_on=day,
                recorded=value.recorded,
            )
        )
    return found


def _day_of(kpi: NamedKpi, fiscal_year: int, valid_on: date) -> date:
    if kpi.stated_day is None:
        return valid_on
    return min(day_within(fiscal_year, kpi.stated_day), valid_on)


@dataclass(frozen=True, slots=True)
class AchievementAsked:
    """Of which programme and year, on which day, as of which moment."""

    programme: str
    fiscal_year: int
    valid_on: date | None = None
    as_of: str | None = None


def answer_achievement(consortium: Consortium, asked: AchievementAsked) -> dict[str, Any]:
    """Answer with plain values, the same for the API, the command line and a replay."""
    moment = as_of(consortium.log, asked.as_of)
    day = asked.valid_on or consortium.today()
    found = achievement(
        consortium.log,
        programme=asked.programme,
        fiscal_year=asked.fiscal_year,
        valid_on=day,
        position=moment.position,
    )
    taken_over = sum(each.recorded.taken_over for each in found)
    return {
        "programme": asked.programme,
        "fiscal_year": view(asked.fiscal_year).model_dump(),
        **heading(consortium, moment.position, moment, day, taken_over=taken_over),
        "kpis": [_plain(each) for each in found],
    }


def _plain(each: Achieved) -> dict[str, Any]:
    kpi = NamedKpi.of(each.kpi).model_dump(mode="json")
    reason = each.reason_without_value
    return {
        **kpi,
        "targets": each.targets,
        "value": each.value,
        "why_no_value": WHY_NO_VALUE[reason] if reason else None,
        "definition_version": each.definition.version if each.definition else None,
        "taken_on": each.taken_on.isoformat(),
        "recorded": asdict(each.recorded),
    }
