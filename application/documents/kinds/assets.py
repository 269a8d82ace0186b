"""Assets (備品): what was bought, where it is kept, to whom it is lent, and what became of it.

Who holds a lent thing is written by number: of a municipality, of a corporation, or of a worker.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from application.documents.directory import written_id
from application.documents.journal import journal_kind
from application.documents.kind import Place, column_of
from application.documents.record import Record
from application.documents.references import registered
from application.documents.steps import Step
from domain.asset import commands as c
from domain.asset import events as e
from domain.base.words import Label


def _settle_holder(_place: Place, row: dict[str, Any], record: Record) -> None:
    if row.get("holder") is e.HolderKind.WORKER and "holder_code" in row:
        row["holder_code"] = str(registered(record, "worker", row["holder_code"], "holder_code"))


def _written_holder(code: str, numbers: Mapping[UUID, str]) -> str:
    worker = written_id(code)
    return numbers.get(worker, code) if worker else code


KIND = journal_kind(
    "assets",
    Label("備品", "Assets"),
    of=("municipality", "number"),
    step=Label("異動", "what happened"),
    on=("happened_on", "日付", "on", "異動日", "取得日"),
    steps=(
        Step(c.AcquireAsset, e.AssetAcquired, Label("取得", "acquired"), once=True),
        Step(c.MoveAsset, e.AssetMoved, Label("所在の変更", "moved")),
        Step(c.LendAsset, e.AssetLent, Label("貸付", "lent")),
        Step(c.ReturnAsset, e.AssetReturned, Label("返却", "returned")),
        Step(
            c.TakeStock, e.StockTaken, Label("棚卸し", "stock taken"),
            by=("fiscal_year",), once=True,
        ),
        Step(c.LoseAsset, e.AssetLost, Label("亡失", "lost"), once=True),
        Step(c.DisposeOfAsset, e.AssetDisposed, Label("処分", "disposed of"), once=True),
    ),
    aliases={
        "municipality": ("自治体コード", "所有する市町村コード"),
        "name": ("名称",),
        "price": ("取得価格", "取得金額"),
        "place": ("保管場所",),
    },
    also=(
        replace(
            column_of(c.LendAsset, "holder_code", "借受者番号"), writes=_written_holder
        ),
    ),
    complete=_settle_holder,
)  # fmt: skip
