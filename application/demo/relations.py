"""Invented prospects and leads (架空), what orders came of, and what the director delegated."""

from typing import Any

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.demo.work import form_of, orderer_on
from application.recorded import Reason
from domain.base.values.codes import corporate_check_digit
from domain.client import commands as c
from domain.commission import commands as k
from domain.delegation import commands as d
from domain.engagement import commands as e
from domain.lead import commands as m


def nobodys(serial: int) -> str:
    """Give a corporate number that is well-formed and, by its digits, visibly nobody's."""
    base = f"99999000{serial:04}"
    return f"{corporate_check_digit(base)}{base}"


# Number, name, kind, standing, how it came, registered on.
PROSPECTS = (
    ("C-004", "架空リゾート株式会社", "company", "prospect", "offsite-stay", "2025-09-08"),
    ("C-005", "（株）架空商事", "company", "client", "referral", "2025-11-10"),
    ("C-006", "架空観光協会", "other", "prospect", "town-hall", "2025-11-17"),
)
# Client, described on, corporate number, size, sector, number looked up on, result.
CARDS = (
    ("C-001", "2024-07-10", nobodys(1), "medium", "I", "2024-07-11", "registered"),
    ("C-003", "2025-03-10", nobodys(3), "small", "G", "2025-03-12", "name-differs"),
)
# Kept, duplicate, merged on, parted on.
MERGES = (
    ("C-001", "C-005", "2025-12-08", None),
    ("C-004", "C-006", "2026-01-19", "2026-02-02"),
)
# Number, client, title, origin, opened, met, proposed, yen; how it ended (day, order or reason).
LEADS = (
    ("L-2024-001", "C-001", "文字起こしの相談（架空）", "referral", "2024-06-17", "2024-06-24",
     "2024-07-05", 230_000, ("2024-07-22", "E-2024-001")),
    ("L-2024-002", "C-002", "紙台帳の相談（架空）", "town-hall", "2024-08-05", "2024-08-19",
     "2024-09-02", 480_000, ("2024-09-20", "E-2024-002")),
    ("L-2024-003", "C-002", "庁内研修の相談（架空）", "town-hall", "2024-10-07", "2024-10-15",
     None, None, ("2024-11-15", "no-budget")),
    ("L-2025-001", "C-003", "記事制作の相談（架空）", "advertisement", "2025-04-14", "2025-04-21",
     "2025-05-12", 380_000, ("2025-06-02", "E-2025-001")),
    ("L-2025-002", "C-004", "予約管理の相談（架空）", "offsite-stay", "2025-09-16", "2025-10-06",
     "2025-11-04", 600_000, ("2025-12-08", "price")),
    ("L-2026-001", "C-004", "顧客対応の相談（架空）", "offsite-stay", "2026-10-13", "2026-10-20",
     None, None, None),
)  # fmt: skip
# Order, found out on, source, its number.
SOURCES = (
    ("E-2024-001", "2024-07-22", "lead", "L-2024-001"),
    ("E-2024-002", "2024-09-20", "lead", "L-2024-002"),
    ("E-2025-001", "2025-06-02", "advertisement", None),
    ("E-2026-002", "2026-11-06", "standing-order", None),
)
STANDING = ("E-2026-002", "2026-11-06", "2026-11-30", "2026-11-18", "W-010", 80_000)
"""Order, ordered on, due, continued on; who took work under it, for how many yen."""
# Day, kind, minutes; all of one person.
ASSISTANCE = (
    ("2024-10-08", "documents", 90),
    ("2024-10-08", "schedule", 30),
    ("2024-10-22", "correspondence", 60),
    ("2024-11-12", "accounts", 120),
    ("2026-05-19", "research", 75),
)
NEXT_STEP_IN = {"2024-06-24": "2024-07-05", "2026-10-20": "2026-11-27"}


def tell(teller: Teller) -> None:
    """Tell of clients and leads, of sources and a standing order, and of the director's help."""
    _clients(teller)
    for lead in LEADS:
        _lead(teller, *lead)
    for order, on, source, number in SOURCES:
        lead_id = teller.id_of("lead", number) if number else None
        teller.tell(
            e.AttributeEngagement, on, by="lead-1", programme=GRANT, source=source,
            source_number=number, source_id=lead_id,
            engagement_id=teller.id_of("engagement", order),
        )  # fmt: skip
    # It had been an article after all, as the client said half a year later.
    teller.tell(
        e.CorrectEngagement, "2026-01-26", by="lead-1", reason=Reason.MISTAKE, programme=GRANT,
        engagement_id=teller.id_of("engagement", "E-2025-001"), version=4,
        now={"source": "publication"},
    )  # fmt: skip
    _standing_order(teller)
    _director(teller)


def _clients(teller: Teller) -> None:
    for number, name, kind, standing, origin, on in PROSPECTS:
        teller.tell(
            c.RegisterClient, on, number=number, name=name, kind=kind, standing=standing,
            origin=origin, by="lead-1",
        )  # fmt: skip
    for client, on, corporate, size, sector, looked_up, result in CARDS:
        of = _of_client(teller, client)
        teller.tell(
            c.DescribeClient, on, corporate_number=corporate, invoice_number=f"T{corporate}",
            address="架空県架空市架空町1-2-3", size=size, sector=sector, **of,
        )  # fmt: skip
        teller.tell(c.VerifyInvoiceNumber, looked_up, result=result, **of)
    first, town, third, resort = (_of_client(teller, f"C-00{n}") for n in range(1, 5))
    # The register knew the company under its new name before we did.
    teller.tell(c.RenameClient, "2025-04-01", name="架空クリエイト株式会社", **third)
    teller.tell(c.VerifyInvoiceNumber, "2025-04-03", result="registered", **third)
    teller.tell(c.TakeOnProspect, "2026-10-05", **resort)
    people: dict[str, dict[str, Any]] = {
        name: {"person_id": teller.person(f"contact-{name}")} for name in ("1", "2", "3")
    }
    contact: dict[str, Any] = {"role": "orders", "contact": "tanto@example.jp"}
    teller.tell(
        c.AddContact, "2024-08-20", contact_name="架空 次郎", **people["1"], **contact, **first
    )
    teller.tell(c.EndContact, "2025-04-01", **people["1"], **first)
    teller.tell(
        c.AddContact, "2025-04-01", contact_name="架空 三郎", **people["2"], **contact, **first
    )
    teller.tell(
        c.AddContact, "2024-08-20", contact_name="架空 四子", **people["3"], **contact, **town
    )
    teller.tell(c.EraseContact, "2025-08-20", reason=Reason.REQUESTED, **people["3"], **town)
    for kept, duplicate, merged, parted in MERGES:
        ids: dict[str, Any] = {name: teller.id_of("client", n) for name, n in
               (("client_id", kept), ("duplicate_id", duplicate))}  # fmt: skip
        teller.tell(c.MergeClients, merged, reason=Reason.NEW_EVIDENCE, **ids)
        if parted:
            key = "|".join(sorted(map(str, ids.values())))
            link = teller.id_of("client-link", key)
            teller.tell(c.PartClients, parted, reason=Reason.MISTAKE, link_id=link)


def _of_client(teller: Teller, number: str) -> dict[str, Any]:
    return {"client_id": teller.id_of("client", number), "by": "lead-1"}


def _lead(  # noqa: PLR0913, PLR0917 - one row of the table
    teller: Teller,
    number: str,
    client: str,
    title: str,
    origin: str,
    opened: str,
    met: str,
    proposed: str | None,
    yen: int | None,
    ended: tuple[str, str] | None,
) -> None:
    of: dict[str, Any] = {"lead_id": teller.id_of("lead", number), "programme": GRANT}
    teller.tell(
        m.OpenLead, opened, by="lead-1", programme=GRANT, number=number, title=title,
        client_id=teller.id_of("client", client), origin=origin, municipality="joint",
    )  # fmt: skip
    teller.tell(m.MeetClient, met, by="lead-1", form="visit", note="（架空）希望を伺った", **of)
    if by := NEXT_STEP_IN.get(met):
        teller.tell(m.JudgeLikelihood, met, by="lead-1", likelihood="interested", **of)
        teller.tell(m.PlanNextStep, met, by="lead-1", step="propose", due_day=by, **of)
    if proposed:
        teller.tell(m.SendProposal, proposed, by="lead-1", amount=yen, **of)
    if ended is None:
        return
    on, what = ended
    if what.startswith("E-"):
        order = teller.id_of("engagement", what)
        teller.tell(m.WinLead, on, by="lead-1", engagement_id=order, **of)
    else:
        lost = {"effective_on": on, "reason": what, **of}
        teller.enter(m.LoseLead.model_validate(lost), by="lead-1")


def _standing_order(teller: Teller) -> None:
    order, on, due, continued, worker, yen = STANDING
    engagement, resident = teller.id_of("engagement", order), teller.worker(worker)
    of: dict[str, Any] = {"engagement_id": engagement, "programme": GRANT, "by": "lead-1"}
    orderer, code = orderer_on(on)
    work: dict[str, Any] = {
        "content": "（架空）経理の補助", "amount": yen, "delivery_day": due,
    }  # fmt: skip
    teller.tell(
        e.ReceiveOrder, on, amount=240_000, tax="standard", due_day=due, rhythm="monthly",
        contractor=orderer, contractor_code=code, **of,
    )  # fmt: skip
    teller.tell(
        k.OfferCommission, on, worker_id=resident, ordinal=1, orderer=orderer,
        orderer_code=code, **work, **of,
    )  # fmt: skip
    commission = teller.id_of("commission", f"{engagement}|{resident}|1")
    under: dict[str, Any] = {"commission_id": commission, "programme": GRANT, "by": "lead-1"}
    teller.tell(k.AcceptOffer, on, **under)
    # Every month's work is inspected and paid by an agreed monthly closing.
    teller.tell(
        k.StateTerms, on, place="共有フォルダに保存", inspect_by=due, payment_method="transfer",
        closing_day=31, pay_months=1, pay_day=31, **form_of(on), **work, **under,
    )  # fmt: skip
    teller.tell(e.ContinueStandingOrder, continued, **of)


def _director(teller: Teller) -> None:
    director, deputy = teller.person("director"), teller.person("deputy")
    both: dict[str, Any] = {"delegate": deputy, "delegated_by": director, "programme": GRANT}
    teller.tell(
        d.DelegateApproval, "2024-10-01", reason=Reason.DECISION, number="架決第1号",
        kinds=["estimate", "invoice"], up_to=300_000, until="2025-03-31", **both,
    )  # fmt: skip
    revoked = {"delegation_id": teller.id_of("delegation", "架決第1号"), "reason": "back"}
    teller.enter(
        d.RevokeApproval.model_validate(
            {"effective_on": "2025-02-17", "programme": GRANT, **revoked}
        ),
        reason=Reason.DECISION,
    )
    teller.tell(
        d.DelegateApproval, "2026-04-01", reason=Reason.DECISION, number="架決第2号",
        kinds=["order", "offer"], up_to=500_000, until="2027-03-31", **both,
    )  # fmt: skip
    for on, kind, minutes in ASSISTANCE:
        teller.tell(
            d.LogAssistance, on, person_id=deputy, kind=kind, minutes=minutes, programme=GRANT
        )
