"""Asset register (備品台帳): what each municipality keeps as an asset, and what is to be checked?

Which things are assets is each municipality's own rule, and so is from which price on disposal is
limited: the thresholds of the day of acquisition hold, as they are recorded now.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.asset import events as e
from domain.asset.thresholds import Registered, disposal_limited, registered
from domain.base.days import said_on
from domain.base.event import Programme
from domain.base.fields import Municipality, Year
from domain.base.words import Code, Label


class ToCheck(Code):
    """What there is to be checked of an asset; the record states no more."""

    STOCK_NOT_TAKEN = "stock-not-taken", "この年度の棚卸しがない", "no stock-taking this year"
    NOT_FOUND = "not-found", "棚卸しで現物を確認できない", "not found at stock-taking"
    LENT_TOO_LONG = "lent-too-long", "貸付期限を過ぎている", "lent beyond its term"
    LIFE_UNKNOWN = (
        "life-unknown",
        "処分制限の対象だが耐用年数の記録がない",
        "disposal is limited, and nobody has stated the useful life",
    )
    NO_APPROVAL = (
        "no-approval",
        "処分制限期間内の処分に承認番号がない",
        "disposed of within the limit, without the number of an approval",
    )


class AssetRegisterAsks(Asks):
    """Of which fiscal year the stock-taking is asked, of which municipality and programme."""

    fiscal_year: Year
    municipality: Municipality | None = None
    programme: Programme | None = None


@rowclass
class AssetRegisterRow:
    """One thing that was bought."""

    municipality: Municipality
    number: e.AssetNumber
    name: e.AssetName
    acquired_on: Annotated[date, Label("取得日", "bought on")]
    price: e.Price
    funds: Annotated[e.Funds, Label("財源", "source of funds")]
    registered: Annotated[Registered, Label("台帳", "register")]
    place: e.Place
    holder: Annotated[e.HolderKind | None, Label("借受者", "holder")]
    until: e.Until | None
    limited_until: Annotated[date | None, Label("処分制限期間の末日", "disposal limited until")]
    gone_on: Annotated[date | None, Label("亡失・処分日", "gone on")]
    to_check: Annotated[tuple[ToCheck, ...], Label("確かめること", "to check")]


@dataclass(slots=True)
class _Seen:
    """One asset as it stands on the day; of the stock-taking that of the year asked for."""

    acquired: e.AssetAcquired
    facts: list[Recorded]
    place: str
    lent: e.AssetLent | None = None
    condition: e.AssetCondition | None = None
    gone_on: date | None = None
    disposed: e.AssetDisposed | None = None


def compute(facts: Facts, asks: AssetRegisterAsks) -> Iterator[Line[AssetRegisterRow]]:
    """Give what was bought, by municipality and number."""
    thresholds: dict[str, list[tuple[date, e.ThresholdsSet]]] = defaultdict(list)
    for said, _ in facts.of(e.ThresholdsSet):
        thresholds[said.municipality].append((said.effective_on, said))
    assets: dict[UUID, _Seen] = {}
    for acquired, recorded in facts.of(e.AssetAcquired):
        if asks.municipality in {None, acquired.municipality} and asks.programme in {
            None,
            acquired.programme,
        }:
            assets[recorded.stream] = _Seen(acquired, [recorded], acquired.place)
    for recorded in facts.of_any(*STEPS):
        if asset := assets.get(recorded.stream):
            _take(asset, recorded, asks.fiscal_year)
    in_order = sorted(
        assets.values(), key=lambda asset: (asset.acquired.municipality, asset.acquired.number)
    )
    for asset in in_order:
        acquired = asset.acquired
        threshold = said_on(thresholds[acquired.municipality], acquired.effective_on)
        yield Line(_row(asset, threshold, facts.valid_on), tuple(asset.facts))


def _take(asset: _Seen, recorded: Recorded, fiscal_year: int) -> None:
    asset.facts.append(recorded)
    event = recorded.event
    match event:
        case e.AssetMoved():
            asset.place = event.place
        case e.AssetLent():
            asset.lent = event
        case e.AssetReturned():
            asset.lent = None
        case e.StockTaken():
            if event.fiscal_year == fiscal_year:
                asset.condition = event.condition
        case e.AssetLost():
            asset.lent, asset.gone_on = None, event.effective_on
        case e.AssetDisposed():
            asset.gone_on, asset.disposed = event.effective_on, event
        case _:
            raise TypeError(event.TOPIC)


def _row(asset: _Seen, said: e.ThresholdsSet | None, day: date) -> AssetRegisterRow:
    acquired, lent = asset.acquired, asset.lent
    return AssetRegisterRow(
        municipality=acquired.municipality,
        number=acquired.number,
        name=acquired.name,
        acquired_on=acquired.effective_on,
        price=acquired.price,
        funds=acquired.funds,
        registered=registered(acquired, said),
        place=asset.place,
        holder=lent.holder if lent else None,
        until=lent.until if lent else None,
        limited_until=acquired.limited_until,
        gone_on=asset.gone_on,
        to_check=tuple(_to_check(asset, said, day)),
    )


def _to_check(asset: _Seen, said: e.ThresholdsSet | None, day: date) -> Iterator[ToCheck]:
    acquired = asset.acquired
    if asset.gone_on is None and registered(acquired, said) is Registered.YES:
        if asset.condition is None:
            yield ToCheck.STOCK_NOT_TAKEN
        elif asset.condition is e.AssetCondition.NOT_FOUND:
            yield ToCheck.NOT_FOUND
    if asset.lent and asset.lent.until and asset.lent.until < day:
        yield ToCheck.LENT_TOO_LONG
    if said and disposal_limited(acquired, said) and acquired.useful_life is None:
        yield ToCheck.LIFE_UNKNOWN
    gone, limit = asset.disposed, acquired.limited_until
    if gone and limit and gone.effective_on <= limit and gone.approval is None:
        yield ToCheck.NO_APPROVAL


STEPS = (
    e.AssetMoved,
    e.AssetLent,
    e.AssetReturned,
    e.StockTaken,
    e.AssetLost,
    e.AssetDisposed,
)

ASSET_REGISTER = View(
    name="asset-register",
    label=Label("備品台帳", "Asset register"),
    asks=AssetRegisterAsks,
    row=AssetRegisterRow,
    reads=(e.AssetAcquired, *STEPS, e.ThresholdsSet),
    compute=compute,
    totals=("price",),
)
