"""The asset: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.asset import commands as c
from domain.asset import events as e
from domain.asset import rules
from domain.asset.thresholds import AssetThresholds, disposal_limited
from domain.base.command import Seen
from domain.base.days import MONTHS_OF_A_YEAR, last_of_months, said_on
from domain.base.event import opened
from domain.base.mend import OTHERS_BUILD_ON_IT


@dataclass(frozen=True, slots=True)
class Asset:
    """One asset as far as its rules need it; `lent` says from which days on it is lent or not.

    `latest` is the latest day of its entries.
    """

    programme: str
    municipality: str
    acquired_on: date
    latest: date
    limited_until: date | None
    lent: tuple[tuple[date, bool], ...] = ()
    stock_taken: tuple[int, ...] = ()
    gone_on: date | None = None

    def lent_on(self, day: date) -> bool:
        """Say whether it is lent on `day`."""
        return said_on(self.lent, day) is True

    def limited_on(self, day: date) -> bool:
        """Say whether its disposal is limited on `day`."""
        return self.limited_until is not None and day <= self.limited_until


def decide_opening(asset: Asset | None, command: c.AcquireAsset, seen: Seen) -> list[e.AssetEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ACQUIRED_ALREADY.require(asset is None)
    day, years = command.effective_on, command.useful_life
    limited_until = None
    for thresholds in seen.every(AssetThresholds):
        said = thresholds.said_on(day)
        # Its life ends on no day where nobody has stated how long it is.
        if years is not None and said and disposal_limited(command, said):
            limited_until = last_of_months(day, MONTHS_OF_A_YEAR * years)
    return [e.AssetAcquired.model_validate(command.carried() | {"limited_until": limited_until})]


def decide(asset: Asset, command: c.AssetStep, _seen: Seen) -> list[e.AssetEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    rules.BEFORE_ACQUISITION.require(asset.acquired_on <= day)
    rules.GONE.require(asset.gone_on is None or day < asset.gone_on)
    _require_can_be(asset, command, day)
    of_asset = {"programme": asset.programme, "municipality": asset.municipality}
    event = command.EVENT.model_validate(command.carried("as_fact") | of_asset)
    # An entry about an earlier day must leave in order what is recorded of later days.
    sound(evolve(asset, event))
    return [event]


def _require_can_be(asset: Asset, command: c.AssetStep, day: date) -> None:
    """Raise the rule that how the asset stands on the day breaks."""
    match command:
        case c.LendAsset():
            rules.LENT_ALREADY.require(not asset.lent_on(day))
        case c.ReturnAsset():
            rules.NOT_LENT.require(asset.lent_on(day))
        case c.TakeStock():
            rules.STOCK_TAKEN_ALREADY.require(command.fiscal_year not in asset.stock_taken)
        case c.DisposeOfAsset():
            rules.LENT_ALREADY.require(not asset.lent_on(day))
            approved = command.approval is not None or not asset.limited_on(day)
            rules.DISPOSAL_LIMITED.require(approved or command.as_fact)
        case c.MoveAsset() | c.LoseAsset():
            pass
        case _:
            assert_never(command)


def evolve(asset: Asset | None, event: e.AssetEvent) -> Asset:
    """Fold one effective event into the asset."""
    day = event.effective_on
    if isinstance(event, e.AssetAcquired):
        return Asset(event.programme, event.municipality, day, day, event.limited_until)
    asset = opened(asset)
    asset = replace(asset, latest=max(asset.latest, day))
    match event:
        case e.AssetMoved():
            return asset
        case e.AssetLent():
            return replace(asset, lent=(*asset.lent, (day, True)))
        case e.AssetReturned():
            return replace(asset, lent=(*asset.lent, (day, False)))
        case e.StockTaken():
            return replace(asset, stock_taken=(*asset.stock_taken, event.fiscal_year))
        case e.AssetLost() | e.AssetDisposed():
            return replace(asset, gone_on=min(day, asset.gone_on or day))
        case _:
            assert_never(event)


def sound(asset: Asset) -> None:
    """Raise the rule that an asset breaks: lent and back in turn, and nothing once it is gone."""
    lent = [now for _, now in sorted(asset.lent, key=lambda each: each[0])]
    in_turn = lent == [number % 2 == 0 for number in range(len(lent))]
    OTHERS_BUILD_ON_IT.require(in_turn)
    OTHERS_BUILD_ON_IT.require(asset.gone_on is None or asset.latest <= asset.gone_on)
    rules.STOCK_TAKEN_ALREADY.require(len(set(asset.stock_taken)) == len(asset.stock_taken))
