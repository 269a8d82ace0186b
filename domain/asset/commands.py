"""What can be asked to be recorded of an asset."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from domain.asset import rules
from domain.asset.events import (
    Acquisition,
    AssetCorrected,
    AssetDisposed,
    AssetEntryVoided,
    AssetId,
    AssetLent,
    AssetLost,
    AssetMoved,
    AssetReturned,
    Disposing,
    Lending,
    Loss,
    Place,
    StockTaken,
    StockTaking,
    ThresholdId,
    Thresholds,
    ThresholdsCorrected,
)
from domain.base.command import Annul, Command, Correct
from domain.base.fields import AsFact, Evidence
from domain.base.mend import MEND_RULES, OTHERS_BUILD_ON_IT, VOID_RULES
from domain.base.rule import Rule
from domain.base.words import Label

_STEP = (rules.BEFORE_ACQUISITION, rules.GONE)


class AcquireAsset(Acquisition, Command):
    """Record that a municipality bought an asset."""

    LABEL = Label("備品の取得を記録する", "Acquire an asset")
    REFUSALS = (rules.ACQUIRED_ALREADY,)

    def opens(self) -> str:
        """One stream for each asset number of a municipality."""
        return f"{self.municipality}|{self.number}"

    def looks_at(self) -> Iterable[tuple[str, str]]:
        """At the thresholds of the municipality, of which the limit of disposal follows."""
        return (("asset-thresholds", self.municipality),)


class OfAsset(Command):
    """A command on one asset."""

    TARGET = "asset_id"
    REFUSALS: ClassVar[tuple[Rule, ...]] = _STEP

    asset_id: AssetId


class MoveAsset(OfAsset):
    """Record that an asset is kept at another place."""

    LABEL = Label("備品の所在を変更する", "Move an asset")
    EVENT = AssetMoved

    place: Place


class LendAsset(Lending, OfAsset):
    """Record that an asset was lent free of charge."""

    LABEL = Label("備品の貸付を記録する", "Lend an asset")
    REFUSALS = (*_STEP, rules.LENT_ALREADY, OTHERS_BUILD_ON_IT)
    EVENT = AssetLent


class ReturnAsset(OfAsset):
    """Record that a lent asset came back."""

    LABEL = Label("備品の返却を記録する", "Return an asset")
    REFUSALS = (*_STEP, rules.NOT_LENT, OTHERS_BUILD_ON_IT)
    EVENT = AssetReturned


class TakeStock(StockTaking, OfAsset):
    """Record what the stock-taking of a fiscal year found of an asset."""

    LABEL = Label("棚卸しを記録する", "Take stock of an asset")
    HAPPENED = True
    REFUSALS = (*_STEP, rules.STOCK_TAKEN_ALREADY)
    EVENT = StockTaken


class LoseAsset(OfAsset):
    """Record that an asset is gone."""

    LABEL = Label("備品の亡失を記録する", "Lose an asset")
    HAPPENED = True
    REFUSALS = (*_STEP, OTHERS_BUILD_ON_IT)
    EVENT = AssetLost

    loss: Annotated[Loss, Label("亡失の状況", "loss", "missing")]
    evidence: Evidence | None = None


class DisposeOfAsset(AsFact, Disposing, OfAsset):
    """Record that an asset was disposed of, with the approval where its disposal is limited."""

    LABEL = Label("備品の処分を記録する", "Dispose of an asset")
    REFUSALS = (*_STEP, rules.LENT_ALREADY, rules.DISPOSAL_LIMITED, OTHERS_BUILD_ON_IT)
    EVENT = AssetDisposed


class CorrectAsset(OfAsset, Correct):
    """Put right what was recorded of an asset."""

    LABEL = Label("備品の記録を訂正する", "Correct an asset's entry")
    REFUSALS = (*MEND_RULES, OTHERS_BUILD_ON_IT, rules.STOCK_TAKEN_ALREADY)
    EVENT = AssetCorrected


class VoidAssetEntry(OfAsset, Annul):
    """Record that an entry of an asset never held."""

    LABEL = Label("備品の記録を取り消す", "Void an asset's entry")
    REFUSALS = VOID_RULES
    EVENT = AssetEntryVoided


class SetThresholds(Thresholds, Command):
    """Record from which price on a municipality registers and limits, from this day on."""

    LABEL = Label("備品の基準を定める", "Set the thresholds for assets")
    REFUSALS = (rules.THRESHOLDS_AS_BEFORE,)

    def opens(self) -> str:
        """One stream for each municipality."""
        return self.municipality


class CorrectThresholds(Correct):
    """Put right what was recorded of a municipality's thresholds."""

    LABEL = Label("備品の基準を訂正する", "Correct the thresholds for assets")
    TARGET = "threshold_id"
    REFUSALS = MEND_RULES
    EVENT = ThresholdsCorrected

    threshold_id: ThresholdId


AssetStep = MoveAsset | LendAsset | ReturnAsset | TakeStock | LoseAsset | DisposeOfAsset
"""What is decided on an asset that was bought."""
AssetCommand = AcquireAsset | AssetStep | CorrectAsset | VoidAssetEntry
ThresholdCommand = SetThresholds | CorrectThresholds
