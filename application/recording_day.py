"""What is recorded as happened does not lie after the day of recording, in Japan."""

from collections.abc import Sequence
from datetime import date

from domain.base.command import Command, Correct
from domain.base.event import Event, effective
from domain.base.rule import Rule

IN_THE_FUTURE = Rule(
    "in-the-future",
    "基準日が記録する日より後です。起きたことは、その日が来てから記録します。日付を直してください。",
    "The day lies after the day of recording: what has happened is recorded once its day has come."
    " Put the day right.",
)


def asks_the_day(command: type[Command]) -> bool:
    """Say whether a command can be refused because its day has not come."""
    return command.HAPPENED or issubclass(command, Correct)


def require_happened(
    command: Command, history: Sequence[tuple[int, Event]], events: Sequence[Event], today: date
) -> None:
    """Raise the rule if what the command says has happened, or what it corrects, lies ahead.

    What was recorded ahead, as a leaving can be, may be corrected to another day ahead.
    """
    if command.HAPPENED:
        IN_THE_FUTURE.require(command.effective_on <= today)
    if isinstance(command, Correct):
        before = dict(effective(history))
        after = effective([*history, *enumerate(events, start=len(history) + 1)])
        for version, event in after:
            IN_THE_FUTURE.require(
                event.effective_on <= today or before[version].effective_on > today
            )
