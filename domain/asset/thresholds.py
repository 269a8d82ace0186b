"""A municipality's thresholds for assets: what its record accepts, and what its events make."""

from dataclasses import dataclass
from datetime import date

from domain.asset import commands as c
from domain.asset import events as e
from domain.asset import rules
from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.words import Code


class Registered(Code):
    """Whether a thing stands in the register of its municipality."""

    YES = "yes", "備品", "asset"
    NO = "no", "備品の基準に満たない", "below the threshold"
    UNKNOWN = "unknown", "基準が記録されていない", "no threshold recorded"


@dataclass(frozen=True, slots=True)
class AssetThresholds:
    """What a municipality has set, from which day on."""

    said: tuple[tuple[date, e.ThresholdsSet], ...]

    def said_on(self, day: date) -> e.ThresholdsSet | None:
        """Give what holds on `day`; None as long as nothing was set."""
        return said_on(self.said, day)


def decide_opening(
    thresholds: AssetThresholds | None, command: c.SetThresholds, _seen: Seen
) -> list[e.ThresholdsSet]:
    """Decide what a command records, the first time or again, or raise the rule against it."""
    event = e.ThresholdsSet.model_validate(command.carried())
    before = thresholds.said_on(command.effective_on) if thresholds else None
    if before is not None:
        same = before.model_dump(exclude={"effective_on"})
        rules.THRESHOLDS_AS_BEFORE.require(event.model_dump(exclude={"effective_on"}) != same)
    return [event]


def evolve(thresholds: AssetThresholds | None, event: e.ThresholdsSet) -> AssetThresholds:
    """Fold one effective event into the thresholds."""
    before = thresholds.said if thresholds else ()
    return AssetThresholds((*before, (event.effective_on, event)))


def registered(acquired: e.Acquisition, thresholds: e.Thresholds | None) -> Registered:
    """Say whether a thing stands in the register, by the thresholds of the day it was bought."""
    if thresholds is None:
        return Registered.UNKNOWN
    regardless = thresholds.grant_regardless and acquired.funds is e.Funds.GRANT
    enough = acquired.price >= thresholds.register_from
    return Registered.YES if regardless or enough else Registered.NO


def disposal_limited(acquired: e.Acquisition, thresholds: e.Thresholds) -> bool:
    """Say whether the disposal of what was bought is limited within its useful life."""
    by_grant = acquired.funds is e.Funds.GRANT
    return by_grant and acquired.price >= thresholds.disposal_limited_from
