"""Invented expenditures (架空) on the real budget lines of R6; what is not split stays unsplit."""

from typing import Any

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from domain.expenditure import commands as c

# Number, line, pillar, 節, yen committed, on; paid (yen, on, entered on); returned (yen, on).
EXPENDITURES = (
    ("R6-001", "1-honoraria", "1", "r2:7", 150_000, "2024-06-03",
     ((60_000, "2024-09-30", "2024-09-30"), (84_000, "2025-02-28", "2025-02-28")), None),
    ("R6-002", "1-management", "1", "r2:12", 5_697_000, "2024-06-03",
     ((2_848_000, "2024-10-31", "2024-10-31"), (2_849_000, "2025-04-18", "2025-04-18")), None),
    ("R6-003", "2-training", "2", "r2:12", 5_200_000, "2024-07-01",
     ((2_600_000, "2024-11-29", "2025-01-15"), (2_600_000, "2025-04-25", "2025-04-25")),
     (120_000, "2025-05-16")),
    ("R6-004", "3-projects", "3", "r2:12", 11_400_000, "2024-07-16",
     ((5_000_000, "2024-12-20", "2024-12-20"), (6_400_000, "2025-05-09", "2025-05-09")), None),
    ("R6-005", "3-running", "3", "r2:10", 900_000, "2024-08-01",
     ((640_000, "2024-12-13", "2025-02-24"), (210_000, "2025-03-28", "2025-03-28")), None),
    ("R6-006", "4-equipment", "4", "r2:17", 5_300_000, "2024-08-20",
     ((5_280_000, "2024-10-25", "2024-10-28"),), None),
)  # fmt: skip


def tell(teller: Teller) -> None:
    """Tell of commitments, of payments until May, and of one return."""
    plan = teller.id_of("plan", GRANT)
    for number, line, pillar, item, yen, on, payments, returned in EXPENDITURES:
        teller.tell(
            c.CommitExpenditure, on, programme=GRANT, plan_id=plan, number=number,
            purpose="（架空）", line=line, pillar=pillar, budget_item=item, fiscal_year="R6",
            municipality="joint", amount=yen,
        )  # fmt: skip
        key = f"{GRANT}|joint|2024|{number}"
        of: dict[str, Any] = {
            "expenditure_id": teller.id_of("expenditure", key),
            "programme": GRANT,
        }
        for paid, paid_on, entered in payments:
            # What is paid after the year's end had been delivered and inspected by then.
            by = min(paid_on, "2025-03-31")
            teller.tell(
                c.InspectExpenditure, by, entered=entered, delivered_on=by, amount=paid, **of
            )
            teller.tell(c.PayExpenditure, paid_on, entered=entered, amount=paid, **of)
        if returned:
            amount, returned_on = returned
            teller.tell(c.ReturnExpenditure, returned_on, amount=amount, **of)
