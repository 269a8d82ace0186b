"""The series of meetings: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.base.teams import Team
from domain.meeting import commands as c
from domain.meeting import events as e
from domain.meeting import rules

Beat = tuple[int, tuple[Team, ...]]


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its rhythms, each from its day on, and its last day if it ended."""

    programme: str
    rhythms: tuple[tuple[date, Beat], ...]
    last_day: date | None = None

    def runs_on(self, day: date) -> bool:
        """Say whether it runs on `day`; its last day belongs to it."""
        ended = self.last_day is not None and self.last_day < day
        return self.rhythm_on(day) is not None and not ended

    def rhythm_on(self, day: date) -> Beat | None:
        """Give interval and expected teams on `day`."""
        return said_on(self.rhythms, day)


def decide_opening(
    series: Series | None, command: c.PlanSeries, _seen: Seen
) -> list[e.SeriesEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.SERIES_PLANNED_ALREADY.require(series is None)
    return [e.SeriesPlanned.model_validate(command.carried())]


def decide(series: Series, command: c.SeriesStep, _seen: Seen) -> list[e.SeriesEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | {"programme": series.programme}
    rules.SERIES_NOT_RUNNING.require(series.runs_on(day))
    match command:
        case c.ChangeRhythm():
            beat = (command.interval_days, command.expects)
            rules.SAME_RHYTHM.require(series.rhythm_on(day) != beat)
            return [e.RhythmChanged.model_validate(fields)]
        case c.EndSeries():
            rules.SERIES_NOT_RUNNING.require(series.last_day is None)
            ended = e.SeriesEnded.model_validate(fields)
            sound(evolve(series, ended))
            return [ended]
        case _:
            assert_never(command)


def sound(series: Series) -> None:
    """Raise the rule that a series breaks: its rhythm does not change once it has ended."""
    last = series.last_day or date.max
    rules.SERIES_NOT_RUNNING.require(all(on <= last for on, _ in series.rhythms))


def evolve(series: Series | None, event: e.SeriesEvent) -> Series:
    """Fold one effective event into the series."""
    day = event.effective_on
    if isinstance(event, e.SeriesPlanned):
        return Series(event.programme, ((day, (event.interval_days, event.expects)),))
    series = opened(series)
    match event:
        case e.RhythmChanged():
            beat = (event.interval_days, event.expects)
            return replace(series, rhythms=(*series.rhythms, (day, beat)))
        case e.SeriesEnded():
            return replace(series, last_day=day)
        case _:
            assert_never(event)
