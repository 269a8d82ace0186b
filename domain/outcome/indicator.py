"""The indicator: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.outcome import commands as c
from domain.outcome import events as e
from domain.outcome import rules


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: its definitions, each from its day on, and what was measured when."""

    programme: str
    definitions: tuple[tuple[date, e.IndicatorDefined], ...]
    measured: tuple[tuple[date, int], ...] = ()

    def defined_on(self, day: date) -> e.IndicatorDefined | None:
        """Give the definition in force on `day`."""
        return said_on(self.definitions, day)


def decide_opening(
    indicator: Indicator | None, command: c.DefineIndicator, _seen: Seen
) -> list[e.IndicatorEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    event = e.IndicatorDefined.model_validate(command.carried())
    known = {one.version for _, one in indicator.definitions} if indicator else set()
    rules.VERSION_DEFINED_ALREADY.require(command.version not in known)
    _require_order(evolve(indicator, event))
    return [event]


def decide(indicator: Indicator, command: c.MeasureOutcome, _seen: Seen) -> list[e.IndicatorEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    defined = indicator.defined_on(command.effective_on)
    if defined is None:
        rules.NOT_IN_FORCE.broken()
    measured = {day for day, _ in indicator.measured}
    rules.MEASURED_ALREADY.require(command.effective_on not in measured)
    of = {
        "programme": indicator.programme,
        "code": defined.code,
        "version": defined.version,
        "aim": defined.aim,
        "level": defined.level,
    }
    return [e.OutcomeMeasured.model_validate(command.carried() | of)]


def evolve(indicator: Indicator | None, event: e.IndicatorEvent) -> Indicator:
    """Fold one effective event into the indicator."""
    day = event.effective_on
    if isinstance(event, e.OutcomeMeasured):
        now = opened(indicator)
        return replace(now, measured=(*now.measured, (day, event.version)))
    if indicator is None:
        return Indicator(event.programme, ((day, event),))
    return replace(indicator, definitions=(*indicator.definitions, (day, event)))


def sound(indicator: Indicator) -> None:
    """Raise the rule that a mended indicator would break.

    A value stays under the version it was measured under, whatever is defined for its day later.
    """
    _require_order(indicator)
    measured = [day for day, _ in indicator.measured]
    rules.MEASURED_ALREADY.require(len(set(measured)) == len(measured))
    since = {one.version: day for day, one in indicator.definitions}
    for day, version in indicator.measured:
        rules.NOT_IN_FORCE.require(since.get(version, date.max) <= day)


def _require_order(indicator: Indicator) -> None:
    versions = [one.version for _, one in indicator.definitions]
    days = [day for day, _ in indicator.definitions]
    rules.VERSION_OUT_OF_ORDER.require(versions == list(range(1, len(versions) + 1)))
    rules.VERSION_OUT_OF_ORDER.require(days == sorted(set(days)))
