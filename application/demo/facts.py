"""Invented facts (架空) counted for the KPIs, one of them wrongly, and the figures' definitions."""

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import CLERKS, Teller
from application.figures.standard import STANDARD
from application.recorded import Reason
from domain.figure.commands import DefineFigure
from domain.kpi import commands as c

# Worker, fiscal year, on, entered on, municipality.
NEW_HIRES = (
    ("W-001", "R6", "2024-08-01", "2024-08-05", "203246"),
    ("W-002", "R6", "2024-09-02", "2024-09-06", "203246"),
    ("W-003", "R6", "2024-10-01", "2024-10-08", "203246"),
    ("W-004", "R6", "2024-10-15", "2024-10-18", "202126"),
    ("W-005", "R6", "2024-11-11", "2024-11-15", "202126"),
    ("W-006", "R6", "2024-11-18", "2024-11-22", "202126"),
    ("W-007", "R6", "2024-12-02", "2025-02-12", "152161"),
    ("W-009", "R6", "2024-12-16", "2025-01-08", "203246"),
    ("W-008", "R6", "2025-01-20", "2025-01-24", "152161"),
    ("W-010", "R6", "2025-03-03", "2025-03-07", "203246"),
    ("W-012", "R6", "2025-03-24", "2025-06-03", "202126"),
    ("W-011", "R7", "2025-07-01", "2025-07-04", "202126"),
    ("W-013", "R7", "2025-11-05", "2026-01-30", "152161"),
    ("W-014", "R8", "2026-06-01", "2026-06-05", "203246"),
)
WRONGLY_COUNTED = "W-006"
CLOSED_ON = "2025-05-30"
"""The day on which the figures of R6 were closed; one new hire was entered after it."""


def tell(teller: Teller) -> None:
    """Tell of the definitions in force, of the facts, and of the one that was voided."""
    for definition in STANDARD:
        teller.tell(DefineFigure, "2024-04-01", reason=Reason.DECISION, definition=definition)
    for worker, fiscal_year, on, entered, municipality in NEW_HIRES:
        late = fiscal_year == "R6" and entered > CLOSED_ON
        teller.tell(
            c.CountFact,
            on,
            entered=entered,
            by=CLERKS[municipality],
            programme=GRANT,
            kpi="kpi1",
            subject=teller.person(worker),
            fiscal_year=fiscal_year,
            municipality=municipality,
            after_closing="paper-came-late" if late else None,
        )
    teller.tell(
        c.CloseKpiYear, CLOSED_ON, reason=Reason.DECISION, programme=GRANT, kpi="kpi1",
        fiscal_year="R6",
    )  # fmt: skip
    wrong = f"{GRANT}|kpi1|{teller.person(WRONGLY_COUNTED)}"
    teller.tell(
        c.VoidFact,
        "2025-05-20",
        by="clerk-omachi",
        reason=Reason.NEW_EVIDENCE,
        fact_id=teller.id_of("fact", wrong),
        version=1,
    )
