"""Invented pilots (架空), one of them given up, what was learnt, and a firm that is registered.

KPI② counts a pilot in the year in which it was begun, until the consortium changes its mind in
2026; what was reported before stays as it was. KPI③ stays undefined: nobody has named its scheme.
"""

from typing import Any

from application.demo.members import COMPANY
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import CLERKS, Teller
from application.figures.standard import PILOTS_FINISHED
from application.recorded import Reason
from domain.dx_registration.commands import ConfirmDxRegistration, EndDxRegistration
from domain.figure.commands import DefineFigure
from domain.pilot import commands as c

# Number, title, municipality, partner, begun, finished, given up.
PILOTS = (
    ("P-R6-01", "窓口申請のデジタル化（架空）", "203246", "town-hall",
     "2024-09-02", "2025-02-28", None),
    ("P-R6-02", "観光案内の多言語化（架空）", "202126", "company",
     "2024-10-15", None, "2025-01-20"),
    ("P-R6-03", "漁港の入荷記録の電子化（架空）", "152161", "company",
     "2024-11-11", "2025-06-30", None),
    ("P-R7-01", "空き家台帳の整備（架空）", "203246", "town-hall",
     "2025-07-14", "2026-02-27", None),
    ("P-R8-01", "議会資料の検索（架空）", "202126", "town-hall",
     "2026-06-08", None, None),
)  # fmt: skip
# Pilot, theme, learnt from, shared with, on.
LESSONS = (
    ("P-R6-01", "workflow", "success", ("202126", "152161"), "2025-02-28"),
    ("P-R6-02", "need", "failure", ("203246", "152161"), "2025-02-10"),
    ("P-R6-02", "people", "premise", (), "2025-02-10"),
    ("P-R7-01", "tool", "failure", ("202126",), "2026-03-02"),
)
# Pilot, policy, title, field, whose, on.
POLICIES = (
    ("P-R6-01", "203246-5-2", "行政デジタル化計画（架空）", "administration", "203246",
     "2024-09-02"),
    ("P-R6-03", "152161-2-1", "水産業振興計画（架空）", "industry", "152161", "2024-11-11"),
    ("P-R7-01", "203246-3-4", "移住・住まい計画（架空）", "community", "203246", "2025-07-14"),
    ("P-R7-01", "203246-6-1", "地域福祉計画（架空）", "welfare", "203246", "2025-09-01"),
)  # fmt: skip
REDEFINED_ON = "2026-04-01"


def tell(teller: Teller) -> None:
    """Tell of the pilots, their lessons and policies, of a new definition, and of one firm."""
    for number, title, municipality, partner, begun, finished, given_up in PILOTS:
        by = CLERKS[municipality]
        teller.tell(
            c.StartPilot, begun, by=by, programme=GRANT, number=number, title=title,
            municipality=municipality, partner=partner,
        )  # fmt: skip
        if finished:
            teller.tell(c.CompletePilot, finished, by=by, **_of(teller, number))
        if given_up:
            teller.tell(
                c.AbandonPilot, given_up, by=by, reason=Reason.DECISION,
                grounds="partner-withdrew", **_of(teller, number),
            )  # fmt: skip
    for number, theme, learnt_from, shared_with, on in LESSONS:
        teller.tell(
            c.RecordLesson, on, theme=theme, learnt_from=learnt_from, shared_with=shared_with,
            text="（架空）", **_of(teller, number),
        )  # fmt: skip
    for number, policy, title, field, whose, on in POLICIES:
        teller.tell(
            c.LinkPolicy, on, policy=policy, policy_title=title, policy_field=field,
            policy_of=whose, **_of(teller, number),
        )  # fmt: skip
    teller.tell(DefineFigure, REDEFINED_ON, reason=Reason.DECISION, definition=PILOTS_FINISHED)
    firm: dict[str, Any] = {"scheme": "kakuu-dx", "firm": COMPANY}
    teller.tell(
        ConfirmDxRegistration, "2025-02-03", programme=GRANT, scheme_name="架空DX登録制度",
        firm_name="架空ITサービス株式会社", municipality="203246", registration_number="DX-001",
        **firm,
    )  # fmt: skip
    teller.tell(
        ConfirmDxRegistration, "2026-02-03", programme=GRANT, scheme="kakuu-dx-2",
        scheme_name="架空DX登録制度（第2期）", firm=COMPANY, firm_name="架空ITサービス株式会社",
        municipality="203246",
    )  # fmt: skip
    teller.tell(
        EndDxRegistration, "2026-02-03", programme=GRANT,
        registration_id=teller.id_of("dx-registration", "|".join((GRANT, *firm.values()))),
    )  # fmt: skip


def _of(teller: Teller, number: str) -> dict[str, Any]:
    return {"pilot_id": teller.id_of("pilot", f"{GRANT}|{number}"), "programme": GRANT}
