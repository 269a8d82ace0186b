"""Invented documents (架空) that state figures as the record said when they were written.

What was entered or found out later changes some of these figures; the documents stay what they are.
"""

from datetime import date
from typing import Any

from application.asking.moments import as_of
from application.demo.counted import COUNTS
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.figures.figures import definitions
from application.ports import Log
from domain.report import commands as c

TOWN = "203246"
# Number, kind, title, addressee, issued on.
REPORTS = (
    ("6架企第14号", "ministry-report", "地域DX推進事業 令和6年度中間報告（架空）",
     "内閣府地方創生推進事務局", "2025-01-14"),
    ("6架議第3号", "assembly-answer", "令和7年第1回定例会 一般質問への答弁（架空）",
     "立科町議会", "2025-03-11"),
    ("7架企第31号", "ministry-report", "地域DX推進事業 令和6年度実績報告（架空）",
     "内閣府地方創生推進事務局", "2025-06-10"),
)  # fmt: skip
# Document, figure, taken on, by what the record held at the end of this day, place.
FIGURES = (
    ("6架企第14号", "kpi1", "2024-12-31", "2025-01-10", "p.2 表1"),
    ("6架企第14号", "budget-executed", "2024-12-31", "2025-01-10", "p.3 表2"),
    ("6架議第3号", "kpi1", "2024-12-31", "2025-01-10", "答弁1"),
    ("6架議第3号", "kpi1", "2025-03-10", "2025-03-10", "答弁2"),
    ("7架企第31号", "kpi1", "2024-12-31", "2025-06-06", "p.2 表1"),
    ("7架企第31号", "kpi1", "2025-06-10", "2025-06-06", "p.2 表2"),
    ("7架企第31号", "kpi2", "2025-03-31", "2025-06-06", "p.3 表1"),
    ("7架企第31号", "budget-executed", "2025-05-31", "2025-06-06", "p.4 表3"),
)


def tell(teller: Teller) -> None:
    """Tell of each document with the figures it states, counted from the story's tables."""
    issued_on = {number: on for number, *_, on in REPORTS}
    for number, kind, title, addressee, on in REPORTS:
        teller.tell(
            c.IssueReport, on, programme=GRANT, issuer=TOWN, number=number, kind=kind, title=title,
            addressee=addressee,
        )  # fmt: skip
    for number, figure, taken_on, read_on, place in FIGURES:
        value, lines = COUNTS[figure](taken_on, read_on)
        teller.tell(
            c.StateFigure, issued_on[number], read_on=read_on, programme=GRANT,
            report_id=teller.id_of("report", f"{TOWN}|{number}"), figure=figure, fiscal_year="R6",
            taken_on=taken_on, value=value, place=place,
            breakdown=[{"by": (by,), "value": each} for by, each in lines.items()],
        )  # fmt: skip


def read_from(log: Log, command: c.StateFigure, read_on: date) -> c.StateFigure:
    """Give the command with the position that the record had reached at the end of a day.

    Whoever takes the documents over from paper does without: of them the record knows no position.
    """
    position = as_of(log, read_on.isoformat()).position
    found = definitions(log, valid_on=command.taken_on, position=position)
    taken: dict[str, Any] = {
        "at_position": position,
        "definition_version": found[command.figure].version,
    }
    return command.model_copy(update=taken)
