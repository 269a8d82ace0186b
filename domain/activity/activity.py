"""The activity: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.activity import commands as c
from domain.activity import events as e
from domain.activity import rules
from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity, and from which days on it runs or does not."""

    programme: str
    runs: tuple[tuple[date, bool], ...]

    def runs_on(self, day: date) -> bool:
        """Say whether the activity runs on `day`."""
        return said_on(self.runs, day) is True


def decide_opening(
    activity: Activity | None, command: c.StartActivity, _seen: Seen
) -> list[e.ActivityEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    running = activity is not None and activity.runs_on(command.effective_on)
    rules.RUNNING_ALREADY.require(not running)
    return [e.ActivityStarted.model_validate(command.carried())]


def decide(activity: Activity, command: c.StopActivity, _seen: Seen) -> list[e.ActivityEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.NOT_RUNNING.require(activity.runs_on(command.effective_on))
    fields = command.carried() | {"programme": activity.programme}
    return [e.ActivityStopped.model_validate(fields)]


def sound(activity: Activity) -> None:
    """Raise the rule that a mended activity breaks: what is stopped had been started."""
    started = min((day for day, runs in activity.runs if runs), default=date.max)
    rules.NOT_RUNNING.require(all(started <= day for day, _ in activity.runs))


def evolve(activity: Activity | None, event: e.ActivityEvent) -> Activity:
    """Fold one effective event into the activity."""
    day = event.effective_on
    match event:
        case e.ActivityStarted():
            before = activity.runs if activity else ()
            return Activity(event.programme, (*before, (day, True)))
        case e.ActivityStopped():
            activity = opened(activity)
            return replace(activity, runs=(*activity.runs, (day, False)))
        case _:
            assert_never(event)
