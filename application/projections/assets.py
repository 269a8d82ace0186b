"""Assets (備品一覧): whose is it, where is it, who holds it, and is it still there?"""

from datetime import date
from typing import Annotated, Any

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.asset import events as e
from domain.base.event import Programme
from domain.base.fields import Evidence, Municipality, Year
from domain.base.words import Code, Label


class Standing(Code):
    """How an asset stands."""

    KEPT = "kept", "保有", "kept"
    LENT = "lent", "貸付中", "lent"
    LOST = "lost", "亡失", "lost"
    DISPOSED = "disposed", "処分済み", "disposed of"


@rowclass
class AssetRow:
    """One asset; it stays on the list when it is gone."""

    asset_id: e.AssetId
    programme: Programme
    number: e.AssetNumber
    municipality: Municipality
    name: e.AssetName
    price: e.Price
    funds: Annotated[e.Funds, Label("財源", "source of funds")]
    fiscal_year: Year
    expenditure: e.ExpenditureNumber | None
    useful_life: e.UsefulLife | None
    place: e.Place
    evidence: Evidence | None
    limited_until: Annotated[date | None, Label("処分制限期間の末日", "disposal limited until")]
    standing: Annotated[Standing, Label("状況", "standing")] = Standing.KEPT
    holder: Annotated[e.HolderKind | None, Label("借受者の種類", "holder")] = None
    holder_code: e.HolderCode | None = None
    legal_basis: e.LegalBasis | None = None
    until: e.Until | None = None
    stock_taken: Annotated[Year | None, Label("最後の棚卸し年度", "last stock-taking")] = None
    condition: Annotated[e.AssetCondition | None, Label("現況", "condition")] = None


_NOT_LENT: dict[str, Any] = {
    "holder": None,
    "holder_code": None,
    "legal_basis": None,
    "until": None,
}


def fold(rows: Rows[AssetRow], recorded: Recorded) -> None:
    """Put one row for each asset."""
    event = recorded.event
    if isinstance(event, e.AssetAcquired):
        said = said_in(event, e.Acquisition) | {"limited_until": event.limited_until}
        row = AssetRow(asset_id=recorded.stream, programme=event.programme, **said)
        rows.put(f"{event.municipality}|{event.number}", row)
        return
    for key, row in rows.items():
        rows.put(key, _after(row, recorded))


def _after(row: AssetRow, recorded: Recorded) -> AssetRow:
    event = recorded.event
    now: dict[str, Any] = {}
    match event:
        case e.AssetMoved():
            now = {"place": event.place}
        case e.AssetLent():
            now = {name: getattr(event, name) for name in _NOT_LENT} | {"standing": Standing.LENT}
        case e.AssetReturned():
            now = _NOT_LENT | {"standing": Standing.KEPT}
        case e.StockTaken():
            now = {"stock_taken": event.fiscal_year, "condition": event.condition}
        case e.AssetLost():
            now = _NOT_LENT | {"standing": Standing.LOST}
        case e.AssetDisposed():
            now = {"standing": Standing.DISPOSED}
        case _:
            pass
    return changed(row, **now)


ASSETS = Projection(
    name="assets",
    version=1,
    time=Time.ASSERTION,
    label=Label("備品一覧", "Assets"),
    row=AssetRow,
    reads=(
        e.AssetAcquired,
        e.AssetMoved,
        e.AssetLent,
        e.AssetReturned,
        e.StockTaken,
        e.AssetLost,
        e.AssetDisposed,
    ),
    fold=fold,
    filters=("municipality",),
)
