"""Invented equipment (架空) that the grant paid for, and one server whose disposal is limited."""

from typing import Any

from application.demo.members import COMPANY
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import CLERKS, Teller
from application.recorded import Reason
from domain.asset import commands as c

# Municipality, registered from, grant-bought regardless.
THRESHOLDS = (
    ("203246", 30_000, True),
    ("202126", 100_000, True),
    ("152161", 100_000, False),
)
# Number, owner, name, yen, useful life, bought.
ASSETS = (
    ("PC-R6-001", "203246", "ノートパソコン（架空）", 180_000, 4, "2024-10-11"),
    ("PC-R6-002", "203246", "ノートパソコン（架空）", 180_000, 4, "2024-10-11"),
    ("PC-R6-003", "202126", "ノートパソコン（架空）", 180_000, 4, "2024-10-16"),
    ("PC-R6-004", "152161", "ノートパソコン（架空）", 180_000, 4, "2024-10-18"),
    ("SV-R6-001", "203246", "共用サーバー（架空）", 1_980_000, 5, "2024-10-18"),
    ("HS-R6-001", "152161", "ヘッドセット（架空）", 12_000, None, "2024-10-18"),
)  # fmt: skip
ORDINANCE = "財産の交換、譲与、無償貸付等に関する条例（架空）"
LENT_TO_THE_CORPORATION = "2025-04-01"


def tell(teller: Teller) -> None:
    """Tell of thresholds, purchases, lendings, two stock-takings, a loss and a disposal."""
    for municipality, register_from, regardless in THRESHOLDS:
        teller.tell(
            c.SetThresholds, "2024-04-01", by=CLERKS[municipality], municipality=municipality,
            register_from=register_from, grant_regardless=regardless,
            disposal_limited_from=500_000, source="財務規則（架空）、交付要綱（架空）",
        )  # fmt: skip
    for number, owner, name, price, life, on in ASSETS:
        teller.tell(
            c.AcquireAsset, on, by=CLERKS[owner], programme=GRANT, number=number,
            municipality=owner, name=name, price=price, funds="grant", fiscal_year="R6",
            expenditure="R6-006", useful_life=life, place="役場 作業室（架空）",
        )  # fmt: skip
    worker = {"holder": "worker", "holder_code": str(teller.worker("W-001"))}
    _lend(teller, "203246", "PC-R6-001", "2024-11-05", worker)
    teller.tell(c.ReturnAsset, "2025-03-28", **_of(teller, "203246", "PC-R6-001"))
    corporation = {"holder": "corporation", "holder_code": COMPANY}
    for number in ("PC-R6-001", "PC-R6-002", "SV-R6-001"):
        _lend(teller, "203246", number, LENT_TO_THE_CORPORATION, corporation)
    teller.tell(
        c.MoveAsset, "2025-04-01", place="公社 事務所（架空）",
        **_of(teller, "203246", "SV-R6-001"),
    )  # fmt: skip
    for number, owner, *_ in ASSETS[:4]:
        for year, on in (("R6", "2025-03-14"), ("R7", "2026-03-13")):
            missing = number == "PC-R6-003" and year == "R7"
            condition = "not-found" if missing else "in-use"
            teller.tell(
                c.TakeStock, on, by=CLERKS[owner], fiscal_year=year, condition=condition,
                **_of(teller, owner, number),
            )  # fmt: skip
    teller.tell(
        c.LoseAsset, "2026-04-10", by="clerk-omachi", reason=Reason.NEW_EVIDENCE, loss="missing",
        **_of(teller, "202126", "PC-R6-003"),
    )  # fmt: skip
    teller.tell(
        c.DisposeOfAsset, "2026-05-20", by="clerk-itoigawa", how="scrapped",
        **_of(teller, "152161", "HS-R6-001"),
    )  # fmt: skip


def _lend(teller: Teller, owner: str, number: str, on: str, holder: dict[str, Any]) -> None:
    teller.tell(
        c.LendAsset, on, by=CLERKS[owner], legal_basis=ORDINANCE, until="2027-03-31",
        **holder, **_of(teller, owner, number),
    )  # fmt: skip


def _of(teller: Teller, owner: str, number: str) -> dict[str, Any]:
    return {"asset_id": teller.id_of("asset", f"{owner}|{number}"), "programme": GRANT}
