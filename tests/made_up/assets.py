"""Made-up equipment of the towns: bought, lent, counted, and one day gone."""

from datetime import date
from typing import Any

from domain.asset import commands as c
from domain.asset import events as e
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.values.municipalities import Municipality
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import CORPORATION, GRANT
from tests.made_up.residents import Residents
from tests.made_up.stream import Stream

FUNDS, LOSSES, DISPOSALS = tuple(e.Funds), tuple(e.Loss), tuple(e.Disposal)


class Assets:
    """What the towns own, and by which thresholds they register it."""

    def __init__(self, desk: Desk, residents: Residents) -> None:
        """Begin with nothing."""
        self._desk = desk
        self._residents = residents
        self._bought = 0
        self._thresholds: dict[str, Stream] = {}

    def threshold(self, town: Municipality) -> Life:
        """Set a town's thresholds before the first purchase; they are put right and raised."""
        desk, chance = self._desk, self._desk.chance
        limits: dict[str, Any] = {
            "municipality": town.code,
            "register_from": chance.thousands(10, 100),
            "grant_regardless": chance.comes(0.5),
            "disposal_limited_from": 500_000,
            "source": "架空の財務規則",
        }
        thresholds = desk.open(c.SetThresholds, FIRST, **limits)
        assert thresholds is not None
        self._thresholds[town.code] = thresholds
        yield desk.today + chance.days(20, 60)
        now = {"source": "架空の財務規則120条"}
        desk.must(thresholds, c.CorrectThresholds, desk.today, version=1, now=now)
        yield desk.today + chance.days(200, 400)
        raised = limits | {"register_from": 120_000}
        desk.must(thresholds, c.SetThresholds, desk.today, **raised)

    def buy(self) -> Life:
        """Buy something that is lent out and comes back, counted once a year."""
        desk, chance = self._desk, self._desk.chance
        self._bought += 1
        if not self._thresholds:
            return
        town = chance.choice(sorted(self._thresholds))
        on = desk.happened(FIRST)
        # Some are dear enough that their disposal is limited, whatever comes by chance.
        limited = self._bought % 3 == 0
        asset = desk.open(
            c.AcquireAsset,
            on,
            self._thresholds[town],
            programme=GRANT,
            number=f"PC-{self._bought:05}",
            municipality=town,
            name="架空のパソコン",
            price=800_000 if limited else chance.thousands(80, 900),
            funds=e.Funds.GRANT if limited else chance.choice(FUNDS),
            fiscal_year=fiscal_year_of(on),
            expenditure=f"架-{self._bought:05}" if chance.comes(0.5) else None,
            useful_life=5 if limited else chance.choice((4, 5, None)),
            place="架空庁舎",
            evidence=desk.paper(),
        )
        assert asset is not None
        yield desk.today + chance.days(5, 40)
        self._lend(asset)
        yield desk.today + chance.days(30, 200)
        if desk.ask(asset, c.ReturnAsset, desk.today):
            desk.must(asset, c.MoveAsset, desk.today, place="架空倉庫")
        version = len(asset.history)
        if chance.comes(0.3):
            desk.must(asset, c.CorrectAsset, desk.today, version=version, now={"place": "倉庫2"})
        elif chance.comes(0.4):
            desk.must(asset, c.VoidAssetEntry, desk.today, version=version)
        for year in (2024, 2025):
            yield max(desk.today, date(year + 1, 3, 1)) + chance.days(0, 20)
            desk.ask(
                asset, c.TakeStock, desk.today, fiscal_year=year,
                condition=e.AssetCondition.IN_USE, evidence=desk.paper(),
            )  # fmt: skip
        yield desk.today + chance.days(1, 200)
        if chance.comes(0.5):
            desk.ask(asset, c.LoseAsset, desk.today, loss=chance.choice(LOSSES))
        else:
            desk.ask(
                asset, c.DisposeOfAsset, desk.today, how=chance.choice(DISPOSALS),
                approval=f"架承{self._bought}", evidence=desk.paper(),
            )  # fmt: skip

    def _lend(self, asset: Stream) -> None:
        desk = self._desk
        resident = self._residents.anyone()
        worker = resident if desk.chance.comes(0.5) else None
        desk.ask(
            asset, c.LendAsset, desk.today,
            holder=e.HolderKind.WORKER if worker else e.HolderKind.CORPORATION,
            holder_code=str(worker.stream.id) if worker else CORPORATION,
            legal_basis="架空の無償貸付条例", until=date(2027, 3, 31), evidence=desk.paper(),
        )  # fmt: skip
