"""An asset's events and commands, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.asset import commands as c
from domain.asset import events as e
from tests.given import day

GRANT = "grant:dx-r6"
OWNER = "203246"
ASSET, THRESHOLDS, WORKER = UUID(int=0xA1), UUID(int=0xA2), UUID(int=0xA3)
BOUGHT: dict[str, Any] = {
    "number": "PC-R6-001",
    "municipality": OWNER,
    "name": "ノートパソコン",
    "price": 600_000,
    "funds": "grant",
    "fiscal_year": 2024,
    "useful_life": 4,
    "place": "役場2階 作業室",
}
LENDING: dict[str, Any] = {
    "holder": "corporation",
    "holder_code": "9999999999999",
    "legal_basis": "無償貸付条例（架空）4条",
    "until": "2027-03-31",
}
LIMITS: dict[str, Any] = {
    "municipality": OWNER,
    "register_from": 30_000,
    "grant_regardless": True,
    "disposal_limited_from": 500_000,
    "source": "財務規則（架空）",
}


def _event(on: str, **fields: object) -> dict[str, Any]:
    return {"effective_on": on, "programme": GRANT, "municipality": OWNER, **fields}


def acquired(
    on: str = "2024-08-01", until: str | None = "2028-07-31", **other: object
) -> e.AssetAcquired:
    """It was bought."""
    said = _event(on) | BOUGHT | {"limited_until": until} | other
    return e.AssetAcquired.model_validate(said)


def moved(on: str, place: str) -> e.AssetMoved:
    """It is kept elsewhere."""
    return e.AssetMoved.model_validate(_event(on, place=place))


def lent(on: str, **other: object) -> e.AssetLent:
    """It was lent."""
    return e.AssetLent.model_validate(_event(on) | LENDING | other)


def returned(on: str) -> e.AssetReturned:
    """It came back."""
    return e.AssetReturned.model_validate(_event(on))


def stock_taken(on: str, fiscal_year: int, condition: str = "in-use") -> e.StockTaken:
    """It was looked at."""
    said = _event(on, fiscal_year=fiscal_year, condition=condition)
    return e.StockTaken.model_validate(said)


def lost(on: str) -> e.AssetLost:
    """It is gone."""
    return e.AssetLost.model_validate(_event(on, loss="missing"))


def disposed(on: str, approval: str | None = None) -> e.AssetDisposed:
    """It was disposed of."""
    return e.AssetDisposed.model_validate(_event(on, how="scrapped", approval=approval))


def corrected(on: str, version: int, **now: object) -> e.AssetCorrected:
    """An entry was wrong."""
    return e.AssetCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def voided(on: str, version: int) -> e.AssetEntryVoided:
    """An entry never held."""
    return e.AssetEntryVoided(effective_on=day(on), programme=GRANT, voids=version)


def limits(on: str = "2024-04-01", **other: object) -> e.ThresholdsSet:
    """The municipality set its thresholds."""
    return e.ThresholdsSet.model_validate(
        {"effective_on": on, "programme": "common"} | LIMITS | other
    )


def acquire(on: str = "2024-08-01", **other: object) -> c.AcquireAsset:
    """Buy it."""
    return c.AcquireAsset.model_validate({"effective_on": on, "programme": GRANT} | BOUGHT | other)


def _command(on: str, **fields: object) -> dict[str, Any]:
    return {"effective_on": on, "asset_id": ASSET, **fields}


def move(on: str, place: str) -> c.MoveAsset:
    """Keep it elsewhere."""
    return c.MoveAsset.model_validate(_command(on, place=place))


def lend(on: str, **other: object) -> c.LendAsset:
    """Lend it."""
    return c.LendAsset.model_validate(_command(on) | LENDING | other)


def give_back(on: str) -> c.ReturnAsset:
    """Give it back."""
    return c.ReturnAsset.model_validate(_command(on))


def take_stock(on: str, fiscal_year: int) -> c.TakeStock:
    """Look at it."""
    return c.TakeStock.model_validate(_command(on, fiscal_year=fiscal_year, condition="in-use"))


def lose(on: str) -> c.LoseAsset:
    """Lose it."""
    return c.LoseAsset.model_validate(_command(on, loss="missing"))


def dispose(on: str, approval: str | None = None, *, as_fact: bool = False) -> c.DisposeOfAsset:
    """Dispose of it."""
    said = _command(on, how="scrapped", approval=approval, as_fact=as_fact)
    return c.DisposeOfAsset.model_validate(said)


def correct(version: int, on: str = "2025-06-01", **now: object) -> c.CorrectAsset:
    """Correct an entry."""
    return c.CorrectAsset(effective_on=day(on), asset_id=ASSET, version=version, now=now)


def void(version: int, on: str = "2025-06-01") -> c.VoidAssetEntry:
    """Void an entry."""
    return c.VoidAssetEntry(effective_on=day(on), asset_id=ASSET, version=version)


def set_limits(on: str = "2024-04-01", **other: object) -> c.SetThresholds:
    """Set the thresholds."""
    return c.SetThresholds.model_validate({"effective_on": on} | LIMITS | other)
