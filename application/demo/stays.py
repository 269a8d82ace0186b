"""Invented offsite stays (架空の立科WORK TRIP), and what the town offers to companies.

All of it is the town's own programme. One order is traced to a stay; what a paper of the programme
states of such orders stands apart, as a stated value.
"""

from typing import Any

from application.demo.teller import CLERKS, Teller
from application.recorded import Reason
from domain.company_programme import commands as k
from domain.engagement.commands import AttributeEngagement
from domain.offsite_stay import commands as c

TOWN = "203246"
OWN = f"own:{TOWN}"
BY = CLERKS[TOWN]
# Code, title, host, price for one head, safety, created.
OFFERS = (
    ("forest-camp", "森の開発合宿（架空）", "架空観光協会", 12_000,
     "火の使用は指定の場所のみ（架空）", "2024-06-03"),
    ("lake-walk", "湖畔の歩く会議（架空）", "架空湖畔の会", 4_000,
     "荒天のときは中止（架空）", "2024-07-01"),
)  # fmt: skip
REVISED = (("forest-camp", "2026-04-01", 15_000),)
ENDED = (("lake-walk", "2025-04-01", "no-demand"),)
# Number, client, firm, invited; first and last day, heads, programme.
STAYS = (
    ("WT-2024-01", "C-001", "架空商事株式会社", "2024-08-05",
     ("2024-10-02", "2024-10-04", 8, "forest-camp")),
    ("WT-2025-01", None, "架空リゾート株式会社", "2025-07-07",
     ("2025-09-03", "2025-09-05", 5, None)),
    ("WT-2026-01", None, "架空映像合同会社", "2026-05-18", None),
    ("WT-2026-02", "C-003", "架空クリエイト合同会社", "2026-10-19", None),
)  # fmt: skip
FOLLOW_UPS = (
    ("WT-2024-01", "2024-10-21", "meeting"),
    ("WT-2024-01", "2024-11-05", "proposal"),
    ("WT-2025-01", "2025-09-16", "contact"),
)
CANCELLED = (("WT-2026-01", "2026-07-06", "firm-withdrew"),)
# Programme, on, stay, organisation, heads, answers from 1 to 5.
RUNS = (
    ("forest-camp", "2024-10-03", "WT-2024-01", None, 8, (0, 0, 1, 4, 3)),
    ("lake-walk", "2024-09-12", None, "架空大学ゼミ", 6, None),
    ("forest-camp", "2026-06-22", None, "架空ソフト株式会社", 10, (0, 1, 1, 5, 2)),
)
ATTRIBUTED = (("E-2024-003", "2025-05-19", "WT-2024-01"),)
"""Order, on which day it was found out, and the stay that it came of."""


def tell(teller: Teller) -> None:
    """Tell of what is offered to companies, of the stays, and of an order that came of one."""
    for code, title, host, price, safety, created in OFFERS:
        offer: dict[str, Any] = {"title": title, "host": host, "safety": safety}
        teller.tell(
            k.CreateCompanyProgramme, created, by=BY, programme=OWN, code=code, price=price, **offer
        )
        for of, on, revised in REVISED:
            if of == code:
                programme = _of_programme(teller, code)
                teller.tell(
                    k.ReviseCompanyProgramme, on, by=BY, price=revised, **offer, **programme
                )
    for stay in STAYS:
        _stay(teller, *stay)
    for code, on, number, organisation, heads, feedback in RUNS:
        stay_id = teller.id_of("offsite-stay", number) if number else None
        teller.tell(
            k.RunCompanyProgramme, on, by=BY, stay_id=stay_id, organisation=organisation,
            heads=heads, feedback=feedback, **_of_programme(teller, code),
        )  # fmt: skip
    for code, on, reason in ENDED:
        ended = {"effective_on": on, "reason": reason, **_of_programme(teller, code)}
        command = k.EndCompanyProgramme.model_validate(ended)
        teller.enter(command, by=BY, reason=Reason.DECISION)
    for order, on, number in ATTRIBUTED:
        teller.tell(
            AttributeEngagement, on, by="lead-1", source="offsite-stay", source_number=number,
            source_id=teller.id_of("offsite-stay", number),
            engagement_id=teller.id_of("engagement", order),
        )  # fmt: skip


def _stay(  # noqa: PLR0913, PLR0917 - one row of the table
    teller: Teller,
    number: str,
    client: str | None,
    firm: str,
    invited: str,
    came: tuple[str, str, int, str | None] | None,
) -> None:
    of = _of(teller, number)
    client_id = teller.id_of("client", client) if client else None
    teller.tell(
        c.InviteToStay, invited, by=BY, programme=OWN, number=number, organisation=firm,
        client_id=client_id,
    )  # fmt: skip
    if came:
        first, last_day, heads, code = came
        used = _of_programme(teller, code) if code else {}
        teller.tell(c.HoldStay, first, by=BY, last_day=last_day, heads=heads, **used, **of)
    for stay, on, kind in FOLLOW_UPS:
        if stay == number:
            teller.tell(c.MakeFollowUp, on, by=BY, kind=kind, **of)
    for stay, on, why in CANCELLED:
        if stay == number:
            off = {"effective_on": on, "reason": why, **of}
            teller.enter(c.CancelStay.model_validate(off), by=BY)


def _of(teller: Teller, number: str) -> dict[str, Any]:
    return {"stay_id": teller.id_of("offsite-stay", number)}


def _of_programme(teller: Teller, code: str) -> dict[str, Any]:
    return {"company_programme_id": teller.id_of("company-programme", f"{OWN}|{code}")}
