"""Invented grants (架空) of the three municipalities, what moved in the budget, and its matters."""

from typing import Any

from application.demo.plan_r6_r8 import GRANT, TOWN
from application.demo.teller import CLERKS, Teller
from domain.award import commands as a
from domain.closing.commands import CloseAccounts
from domain.expenditure import commands as x
from domain.grant import commands as g

# Municipality, cost and grant in yen, number; applied on, decided on.
AWARDS = (
    ("203246", "R6", 10_251_000, 5_125_000, "2024-04-10", "2024-05-20"),
    ("202126", "R6", 10_001_000, 5_000_000, "2024-04-10", "2024-05-20"),
    ("152161", "R6", 10_001_000, 5_000_000, "2024-04-12", "2024-05-20"),
    ("203246", "R7", 4_000_000, 2_000_000, "2025-04-10", "2025-06-02"),
    ("202126", "R7", 3_000_000, 1_500_000, "2025-04-11", "2025-06-02"),
    ("152161", "R7", 3_000_000, 1_500_000, "2025-04-11", "2025-06-02"),
    ("203246", "R8", 3_000_000, 1_500_000, "2026-04-10", "2026-05-25"),
    ("202126", "R8", 2_000_000, 1_000_000, "2026-04-10", "2026-05-25"),
    ("152161", "R8", 2_000_000, 1_000_000, "2026-04-13", "2026-05-25"),
)


def tell(teller: Teller) -> None:
    """Tell of the plan's changes, of the grants, and of what is still to be checked."""
    _plan(teller)
    for municipality, year, cost, yen, applied, decided in AWARDS:
        number = f"架{year}-{municipality}"
        teller.tell(
            a.ApplyForGrant, applied, by=CLERKS[municipality], programme=GRANT, number=number,
            municipality=municipality, fiscal_year=year, cost=cost, amount=yen,
            plan_id=teller.id_of("plan", GRANT),
        )  # fmt: skip
        award: dict[str, Any] = {"award_id": _award(teller, municipality, year)}
        teller.tell(a.DecideGrant, decided, number=number, amount=yen, **award)
    _settled(teller)
    _spent(teller)


def _award(teller: Teller, municipality: str, year: str) -> Any:  # noqa: ANN401 - an id
    return teller.id_of("award", f"{GRANT}|{municipality}|{2018 + int(year[1:])}")


def _plan(teller: Teller) -> None:
    plan: dict[str, Any] = {"plan_id": teller.id_of("plan", GRANT)}
    line: dict[str, Any] = {"fiscal_year": "R6", "municipality": "joint", "line": "3-running"}
    note = "推進タイプは2分の1。1,000円未満の切捨ては確認を要する（架空）"
    share: dict[str, Any] = {"numerator": 1, "denominator": 2, "rounded_to": 1000, "note": note}
    teller.tell(g.SelectPlan, "2024-04-01", notice="架地創第1号（架空）", **plan)
    teller.tell(g.DefineGrantShare, "2024-04-01", **share, **plan)
    teller.tell(g.SetRelatedUrl, "2024-04-01", url=None, **plan)
    teller.tell(
        g.TransferBudget, "2024-11-01", amount=50_000, to_line="1-honoraria", **line, **plan
    )
    teller.tell(g.CarryOverBudget, "2025-03-31", amount=500_000, kind="set-aside", **line, **plan)
    split: dict[str, Any] = line | {"fiscal_year": "R7", "municipality": "203246"}
    teller.tell(g.SplitBudget, "2025-04-01", amount=400_000, **split, **plan)


def _settled(teller: Teller) -> None:
    for town, advance, fixed in (
        ("203246", 3_000_000, 5_000_000),
        ("202126", 4_900_000, 4_800_000),
    ):
        of: dict[str, Any] = {"award_id": _award(teller, town, "R6")}
        number = f"架R6-{town}"
        if town == "203246":
            teller.tell(a.AmendDecision, "2024-12-10", number=number, amount=5_050_000, **of)
        teller.tell(a.AdvanceGrant, "2025-01-20", amount=advance, **of)
        teller.tell(a.ReportPerformance, "2025-04-08", number=number, cost=2 * fixed, **of)
        teller.tell(a.FixGrant, "2025-05-12", number=number, amount=fixed, **of)
        if advance < fixed:
            teller.tell(a.SettleGrant, "2025-05-28", amount=fixed - advance, **of)
            continue
        teller.tell(
            a.CloseAwardMatter, "2025-05-13", concerns=5, check="grant-received-above-fixed",
            closing="remedied", **of,
        )  # fmt: skip
        repaid: dict[str, Any] = {"amount": advance - fixed, "cause": "over-advance"}
        teller.tell(a.RepayGrant, "2025-06-10", **repaid, **of)
    books: dict[str, Any] = {
        "accounts": "municipality",
        "municipality": "203246",
        "fiscal_year": "R6",
    }
    teller.tell(CloseAccounts, "2025-05-31", **books)


def _spent(teller: Teller) -> None:
    """Tell of one commitment before its decision (closed), and one paid before its inspection."""
    charge: dict[str, Any] = {
        "line": "3-running",
        "pillar": "3",
        "budget_item": "r2:13",
        "fiscal_year": "R7",
    }
    whose: dict[str, Any] = {"municipality": "203246", "purpose": "会場借上げ（架空）"}
    plan: dict[str, Any] = {"programme": GRANT, "plan_id": teller.id_of("plan", GRANT)}
    key = f"{GRANT}|203246|2025|"
    early: dict[str, Any] = {"expenditure_id": teller.id_of("expenditure", key + "R7-001")}
    teller.tell(
        x.CommitExpenditure, "2025-05-12", number="R7-001", amount=200_000,
        purpose_kind="pilot", purpose_number="P-01", **charge, **whose, **plan,
    )  # fmt: skip
    teller.tell(
        x.CloseExpenditureMatter, "2025-07-01", concerns=1, check="commitment-before-decision",
        closing="explained", **early,
    )  # fmt: skip
    teller.tell(
        x.InspectExpenditure, "2025-09-10", delivered_on="2025-09-05", amount=150_000, **early
    )
    teller.tell(x.OrderPayment, "2025-09-16", order_number="命-1", amount=150_000, **early)
    teller.tell(x.PayExpenditure, "2025-09-25", amount=150_000, **early)
    teller.tell(x.CancelCommitment, "2025-10-01", amount=50_000, **early)
    second: dict[str, Any] = {"expenditure_id": teller.id_of("expenditure", key + "R7-002")}
    teller.tell(
        x.CommitExpenditure, "2025-08-01", number="R7-002", amount=90_000, **charge, **whose, **plan
    )
    teller.tell(x.PayExpenditure, "2025-08-20", amount=90_000, **second)
    prior: dict[str, Any] = charge | {
        "prior_year": "R6",
        "programme": TOWN,
        "number": "R7-003",
        "amount": 33_000,
    }
    teller.tell(x.CommitExpenditure, "2025-06-05", **prior, **whose)
    paid: dict[str, Any] = {
        "expenditure_id": teller.id_of("expenditure", f"{TOWN}|203246|2025|R7-003")
    }
    teller.tell(
        x.InspectExpenditure, "2025-06-05", delivered_on="2025-03-28", amount=33_000, **paid
    )
    teller.tell(x.PayExpenditure, "2025-06-20", amount=33_000, **paid)
