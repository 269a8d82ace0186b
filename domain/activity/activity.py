"""The activity: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.activity import commands as c
from domain.activity import events as e
from domain.activity import rules
from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import Correction, Void


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity, and from which days on it runs or does not."""

    programme: str
    runs: tuple[tuple[date, bool], ...]

    def runs_on(self, day: date) -> bool:
        """Say whether the activity runs on `day`."""
        return said_on(self.runs, day) is True


def decide(
    activity: Activity | None, command: c.ActivityCommand, _seen: Seen
) -> list[e.ActivityEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    match command:
        case c.StartActivity():
            rules.RUNNING_ALREADY.require(activity is None or not activity.runs_on(day))
            return [e.ActivityStarted.model_validate(command.carried())]
        case c.StopActivity():
            assert activity is not None  # noqa: S101 - `execute` answers 404 before it comes to this
            rules.NOT_RUNNING.require(activity.runs_on(day))
            fields = command.carried() | {"programme": activity.programme}
            return [e.ActivityStopped.model_validate(fields)]
        case c.CorrectActivity() | c.VoidActivityEntry():
            msg = "mending is decided in domain.base.mend"
            raise TypeError(msg)
        case _:
            assert_never(command)


def evolve(activity: Activity | None, event: e.ActivityEvent) -> Activity | None:
    """Fold one effective event into the activity."""
    match event:
        case e.ActivityStarted() | e.ActivityStopped():
            activity = activity or Activity(event.programme, ())
            runs = (event.effective_on, isinstance(event, e.ActivityStarted))
            return replace(activity, runs=(*activity.runs, runs))
        case Correction() | Void():
            return activity
        case _:
            assert_never(event)
