"""Invented clients and orders (架空), and the commissions that residents were offered."""

from typing import Any

from application.demo.corporation import CORPORATION
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.recorded import Reason
from domain.client.commands import RegisterClient
from domain.commission import commands as k
from domain.engagement import commands as c

TAKEN_OVER_ON = "2025-04-01"
"""The day from which the corporation takes orders and commissions residents, not the town."""
TOWN = ("town", "203246")
FORM: dict[str, Any] = {
    "quantity": "一式",
    "specification": "仕様書（架空）のとおり",
    "rights": "transferred",
    "expenses": "通信費・電気代",
    "expense_bearer": "worker",
    "transfer_fee_bearer": "orderer",
    "closed_days": "before",
    "on_changes": "変更・中止は協議し、生じた費用は委託者が負担する",
    "on_defects": "不備は一度まで無償で直す。遅れるときは納品期日の前に連絡する",
    "on_personal_data": "業務の終わりに消去し、消去した日を知らせる",
}
"""What an order form says besides the work, the days and the pay."""
OFFICES: dict[str, dict[str, Any]] = {
    "town": {
        "orderer_name": "立科町",
        "orderer_address": "長野県北佐久郡立科町",
        "orderer_contact": "テレワーク担当（架空）",
    },
    "corporation": {
        "orderer_name": "一般社団法人立科町振興公社",
        "orderer_address": "長野県北佐久郡立科町",
        "orderer_contact": "テレワーク担当（架空）",
    },
}
CLIENTS = (
    ("C-001", "架空商事株式会社", "company", "2024-06-10"),
    ("C-002", "架空町役場", "town-hall", "2024-07-01"),
    ("C-003", "架空クリエイト合同会社", "company", "2025-02-03"),
)
# Number, client, title, kind, amount, inquiry, order, due, invoiced, money received, closed.
ORDERS = (
    ("E-2024-001", "C-001", "議事録の文字起こし（架空）", "digitization", 220_000,
     "2024-07-08", "2024-07-22", "2024-09-30", "2024-10-01", "2024-10-31", "2025-01-14"),
    ("E-2024-002", "C-002", "紙台帳のデータ化（架空）", "digitization", 480_000,
     "2024-09-02", "2024-09-20", "2024-12-20", "2025-01-08", "2025-02-07", "2025-03-14"),
    ("E-2024-003", "C-001", "問合せ対応の補助（架空）", "dx-support", 300_000,
     "2024-11-05", "2024-11-25", "2025-03-14", "2025-03-17", "2025-04-30", None),
    ("E-2025-001", "C-003", "ウェブ記事の制作（架空）", "creative", 360_000,
     "2025-05-12", "2025-06-02", "2025-09-30", "2025-10-01", None, None),
    ("E-2026-001", "C-002", "申請書の入力（架空）", "digitization", 540_000,
     "2026-08-03", "2026-09-01", "2026-12-18", None, None, None),
    ("E-2026-002", "C-003", "経理の補助（架空）", "back-office", 240_000,
     "2026-11-02", None, None, None, None, None),
)  # fmt: skip
DUE_OTHERWISE = {("E-2024-003", "W-007"): "2025-04-15", ("E-2025-001", "W-003"): "2025-10-20"}
"""Where remuneration was due on another day than the 28th of the next month: paid late, both."""
OF_ONE_TOWN = {"E-2024-003": "203246"}
"""Orders of one municipality; all others are joint."""
RECEIPTS_ENTERED_LATE = {"E-2024-001": "2025-01-10"}
# Order, worker, yen, offered, accepted ("" declined), delivered, passed, paid, paid entered on.
COMMISSIONS = (
    ("E-2024-001", "W-001", 60_000, "2024-07-24", "2024-07-26", "2024-09-06", "2024-09-11",
     "2024-10-25", "2024-10-25"),
    ("E-2024-001", "W-002", 80_000, "2024-07-24", "2024-07-25", "2024-09-20", "2024-09-26",
     "2024-10-25", "2024-10-25"),
    ("E-2024-002", "W-004", 120_000, "2024-09-24", "2024-09-27", "2024-12-09", "2024-12-13",
     "2025-01-24", "2025-01-24"),
    ("E-2024-002", "W-005", 120_000, "2024-09-24", "2024-09-30", "2024-12-16", "2024-12-20",
     "2025-01-24", "2025-03-10"),
    ("E-2024-002", "W-006", 90_000, "2024-09-25", "", None, None, None, None),
    ("E-2024-003", "W-007", 150_000, "2024-11-27", "2024-12-02", "2025-03-07", "2025-03-12",
     "2025-04-25", "2025-04-25"),
    ("E-2025-001", "W-003", 180_000, "2025-06-04", "2025-06-06", "2025-09-22", "2025-09-26",
     "2025-10-24", "2025-10-24"),
    ("E-2026-001", "W-011", 200_000, "2026-09-03", "2026-09-07", None, None, None, None),
    ("E-2026-001", "W-014", 150_000, "2026-09-03", "", None, None, None, None),
)  # fmt: skip


def tell(teller: Teller) -> None:
    """Tell of clients, of orders from inquiry to closing, and of commissions under them."""
    for number, name, kind, on in CLIENTS:
        teller.tell(
            RegisterClient, on, number=number, name=name, kind=kind, contact_person="架空 担当"
        )
    for order in ORDERS:
        _order(teller, *order)
    for commission in COMMISSIONS:
        _commission(teller, *commission)
    for number, *_, closed in ORDERS:
        if closed:
            teller.tell(
                c.CloseEngagement, closed, programme=GRANT,
                engagement_id=teller.id_of("engagement", number),
            )  # fmt: skip


def orderer_on(on: str) -> tuple[str, str]:
    """Give who takes orders and commissions residents on a day, and that one's code."""
    return TOWN if on < TAKEN_OVER_ON else ("corporation", CORPORATION)


def form_of(on: str) -> dict[str, Any]:
    """Give the items of an order form of that day."""
    orderer, _ = orderer_on(on)
    return FORM | OFFICES[orderer]


def _order(  # noqa: PLR0913, PLR0917 - one row of the table
    teller: Teller,
    number: str,
    client: str,
    title: str,
    kind: str,
    amount: int,
    inquiry: str,
    order: str | None,
    due: str | None,
    invoiced: str | None,
    received: str | None,
    _closed: str | None,
) -> None:
    of: dict[str, Any] = {"engagement_id": teller.id_of("engagement", number), "programme": GRANT}
    price: dict[str, Any] = {"amount": amount, "tax": "standard"}
    invoice: dict[str, Any] = {"invoice_number": f"INV-{number[2:]}", "amount": amount}
    teller.tell(
        c.ReceiveInquiry, inquiry, programme=GRANT, number=number, title=title, kind=kind,
        client_id=teller.id_of("client", client), funds="client",
        municipality=OF_ONE_TOWN.get(number, "joint"), by="lead-1",
    )  # fmt: skip
    teller.tell(c.GiveEstimate, inquiry, by="lead-1", **price, **of)
    if order:
        contractor, code = orderer_on(order)
        teller.tell(
            c.ReceiveOrder, order, by="lead-1", due_day=due, **price, **of,
            contractor=contractor, contractor_code=code,
        )  # fmt: skip
    if invoiced:
        stated = _stated(amount, invoiced)
        teller.tell(c.IssueInvoice, invoiced, by="lead-1", **invoice, **stated, **of)
    if received:
        entered = RECEIPTS_ENTERED_LATE.get(number)
        teller.tell(c.ReceiveMoney, received, entered=entered, by="lead-1", **invoice, **of)


def _stated(amount: int, invoiced: str) -> dict[str, Any]:
    """Give what an invoice states besides: due at the end of the next month, 10% of tax in it."""
    rates = [{"rate": 10, "total": amount, "tax": amount * 10 // 110}]
    return {"payment_due": end_of_next_month(invoiced), "rates": rates}


def _commission(  # noqa: PLR0913, PLR0917 - one row of the table
    teller: Teller,
    order: str,
    worker: str,
    yen: int,
    offered: str,
    accepted: str,
    delivered: str | None,
    passed: str | None,
    paid: str | None,
    paid_entered: str | None,
) -> None:
    engagement, resident = teller.id_of("engagement", order), teller.worker(worker)
    of: dict[str, Any] = {
        "commission_id": teller.id_of("commission", f"{engagement}|{resident}|1"),
        "programme": GRANT,
        "by": "lead-1",
    }
    due = next(row[7] for row in ORDERS if row[0] == order)
    work: dict[str, Any] = {"content": "（架空）受注業務の一部", "amount": yen, "delivery_day": due}
    orderer, code = orderer_on(offered)
    teller.tell(
        k.OfferCommission, offered, by="lead-1", programme=GRANT, engagement_id=engagement,
        worker_id=resident, ordinal=1, orderer=orderer, orderer_code=code, **work,
    )  # fmt: skip
    if not accepted:
        teller.tell(k.DeclineOffer, offered, **of)
        return
    teller.tell(k.AcceptOffer, accepted, **of)
    teller.tell(
        k.StateTerms, accepted, place="共有フォルダに保存", inspect_by=due,
        payment_due=DUE_OTHERWISE.get((order, worker), end_of_next_month(due)),
        payment_method="transfer", **form_of(offered), **work, **of,
    )  # fmt: skip
    if delivered:
        teller.tell(k.DeliverWork, delivered, extent="whole", **of)
    if passed:
        teller.tell(k.PassInspection, passed, delivery=1, **of)
        teller.tell(k.CompleteCommission, passed, worker_id=resident, **of)
    if paid:
        teller.tell(
            k.PayRemuneration, paid, entered=paid_entered, reason=Reason.ROUTINE,
            gross=yen, withheld=0, transferred=yen, **of,
        )  # fmt: skip


def end_of_next_month(day: str | None) -> str:
    """Give the 28th of the next month."""
    year, month = int(str(day)[:4]), int(str(day)[5:7])
    year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004 - December
    return f"{year}-{month:02}-28"
