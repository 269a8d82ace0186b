"""Help given to the order director by one person in one month: daily totals for each kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.base.command import Seen
from domain.delegation import commands as c
from domain.delegation import events as e
from domain.delegation import rules

Total = tuple[date, e.Help, int]


@dataclass(frozen=True, slots=True)
class Assistance:
    """What was logged, in the order of recording: day, kind and minutes."""

    totals: tuple[Total, ...] = ()


def decide_opening(
    assistance: Assistance | None, command: c.LogAssistance, _seen: Seen
) -> list[e.AssistanceLogged]:
    """Decide what a command records, or raise the rule that forbids it."""
    logged = assistance.totals if assistance else ()
    _require_plausible((*logged, (command.effective_on, command.kind, command.minutes)))
    return [e.AssistanceLogged.model_validate(command.carried())]


def sound(assistance: Assistance) -> None:
    """Raise the rule that a mended month breaks."""
    _require_plausible(assistance.totals)


def _require_plausible(totals: Iterable[Total]) -> None:
    kinds: set[tuple[date, e.Help]] = set()
    minutes: dict[date, int] = {}
    for day, kind, total in totals:
        rules.LOGGED_ALREADY.require((day, kind) not in kinds)
        kinds.add((day, kind))
        minutes[day] = minutes.get(day, 0) + total
        rules.MORE_THAN_A_DAY.require(minutes[day] <= e.A_DAY)


def evolve(assistance: Assistance | None, event: e.AssistanceLogged) -> Assistance:
    """Fold one effective event into the month."""
    before = assistance.totals if assistance else ()
    return Assistance((*before, (event.effective_on, event.kind, event.minutes)))
