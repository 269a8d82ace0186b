"""One example of every event of the area asset."""

from typing import Any

from domain.asset import events as asset
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, example

OF_ASSET: dict[str, Any] = {"municipality": "203246"}

EXAMPLES = (
    example(
        asset.AssetAcquired,
        GRANT,
        **OF_ASSET,
        number="PC-R6-001",
        name="ノートパソコン",
        price=600000,
        funds="grant",
        fiscal_year=2024,
        expenditure="R6-012",
        useful_life=4,
        place="役場2階 作業室",
        evidence=EVIDENCE,
        limited_until="2028-09-30",
    ),
    example(asset.AssetMoved, GRANT, **OF_ASSET, place="倉庫"),
    example(
        asset.AssetLent,
        GRANT,
        **OF_ASSET,
        holder="worker",
        holder_code=str(ONE),
        legal_basis="無償貸付条例（架空）4条",
        until="2027-03-31",
        evidence=EVIDENCE,
    ),
    example(asset.AssetReturned, GRANT, **OF_ASSET),
    example(
        asset.StockTaken,
        GRANT,
        **OF_ASSET,
        fiscal_year=2024,
        condition="in-use",
        evidence=EVIDENCE,
    ),
    example(asset.AssetLost, GRANT, **OF_ASSET, loss="missing", evidence=EVIDENCE),
    example(
        asset.AssetDisposed,
        GRANT,
        **OF_ASSET,
        how="scrapped",
        approval="関整第12号",
        evidence=EVIDENCE,
    ),
    example(asset.AssetCorrected, GRANT, corrects=2, now={"place": "倉庫2"}),
    example(asset.AssetEntryVoided, GRANT, voids=2),
    example(
        asset.ThresholdsSet,
        **OF_ASSET,
        register_from=30000,
        grant_regardless=True,
        disposal_limited_from=500000,
        source="財務規則（架空）120条",
    ),
    example(asset.ThresholdsCorrected, corrects=1, now={"register_from": 50000}),
)
