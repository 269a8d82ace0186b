"""The month as another program records it: one command after the other, over the HTTP API."""

from datetime import date
from typing import Any
from uuid import uuid4

from application.decision import stream_id
from tests.application.demo.given import Api
from tests.interfaces.clerks_month.given import (
    CLIENTS,
    CORPORATION,
    GRANT,
    NEXT_PAY_DAY,
    PAY_DAY,
    RESIDENTS,
    TOWN,
)

WITHHELD = {"creative": "yes", "digitization": "no", "back-office": "no"}
FORM: dict[str, Any] = {
    "place": "共有フォルダに保存",
    "payment_method": "transfer",
    "orderer_name": "架空公社",
    "orderer_address": "長野県北佐久郡立科町",
    "orderer_contact": "架空公社 受発注係",
    "quantity": "一式",
    "specification": "見本のとおり",
    "rights": "transferred",
    "expense_bearer": "orderer",
    "on_changes": "協議して条件を変更する",
    "on_defects": "不備は一度まで無償で直す",
    "on_personal_data": "業務の終わりに消去する",
    "closed_days": "before",
    "transfer_fee_bearer": "orderer",
}


class Program:
    """A program that remembers what it opened, and which version of it the answers spoke of."""

    def __init__(self, api: Api) -> None:
        """Talk to this API."""
        self._api = api
        self.streams: dict[str, str] = {}
        self._seen: dict[str, int] = {}

    def open(self, name: str, path: str, on: str, /, **fields: Any) -> None:  # noqa: ANN401
        """Open a record, and call it by a name from here on."""
        self.streams[name] = self._post(path, on, fields, {})

    def on(self, name: str, command: str, on: str, /, **fields: Any) -> None:  # noqa: ANN401
        """Record a step of what was opened."""
        stream = self.streams[name]
        area = "engagements" if name.startswith("O-") and " " not in name else "commissions"
        seen = {"If-Match": f'"{self._seen[stream]}"'}
        self._post(f"{area}/{stream}/{command}", on, fields, seen)

    def _post(self, path: str, on: str, fields: dict[str, Any], seen: dict[str, str]) -> str:
        headers = {"Ayumi-Actor": "ledger", "Idempotency-Key": uuid4().hex, **seen}
        body = {"effective_on": on, **fields}
        answer = self._api.client.post(f"{self._api.base}/{path}", json=body, headers=headers)
        assert answer.is_success, f"{path} {body}: {answer.text}"
        said = answer.json()
        stream: str = said["stream"]
        self._seen[stream] = said["version"]
        return stream


def tell(api: Api) -> None:
    """Record the month, and what of it goes on into January."""
    program = Program(api)
    _registers(program, api)
    _orders(program)
    _offers(program)
    _work(program)
    _hours(program)
    _invoices(program)
    _payment_run(program)
    _january(program)
    api.consortium.projector.catch_up()


def _registers(program: Program, api: Api) -> None:
    for number, name, kana, municipality in RESIDENTS:
        # The id that a sheet gives the person whom it knows by this number.
        person = str(stream_id(api.consortium.log.namespace, "person", number))
        who = {"number": number, "person_id": person, "name": name, "kana": kana}
        program.open(number, "workers/register-worker", "2026-11-02", **who,
                     municipality=municipality)  # fmt: skip
    for number, name, kind in CLIENTS:
        client = {"number": number, "name": name, "kind": kind}
        program.open(number, "clients/register-client", "2026-11-02", **client)
    for kind, applies in WITHHELD.items():
        decided = {"kind": kind, "applies": applies, "decided_by": "架空公社 会計係"}
        program.open(kind, "work-kinds/set-withholding", "2026-11-02", **decided)


def _orders(program: Program) -> None:
    def order(
        number: str, client: str, what: tuple[str, str], asked: str, won: tuple[str, int, str]
    ) -> None:
        kind, title = what
        program.open(
            number, "engagements/receive-inquiry", asked, programme=GRANT, number=number,
            client_id=program.streams[client], title=title, kind=kind,
            funds="client" if client == "C-1" else "municipal", municipality=TOWN,
        )  # fmt: skip
        on, amount, due = won
        program.on(
            number, "receive-order", on, amount=amount, tax="standard", due_day=due,
            contractor="corporation", contractor_code=CORPORATION,
        )  # fmt: skip

    order("O-1", "C-1", ("creative", "特産品の紹介記事と見本品"),
          "2026-11-26", ("2026-12-01", 197_400, "2026-12-18"))  # fmt: skip
    order("O-2", "C-1", ("digitization", "名刺の入力"),
          "2026-12-01", ("2026-12-02", 143_000, "2026-12-23"))  # fmt: skip
    order("O-4", "C-2", ("back-office", "アンケートの集計"),
          "2026-12-02", ("2026-12-03", 66_000, "2026-12-18"))  # fmt: skip
    order("O-3", "C-2", ("digitization", "紙台帳の入力"),
          "2026-12-03", ("2026-12-07", 110_000, "2027-01-15"))  # fmt: skip


def _offers(program: Program) -> None:
    def offer(name: str, on: str, content: str, amount: int, due: str) -> dict[str, Any]:
        number, worker, *further = name.split()
        work = {"content": content, "amount": amount, "delivery_day": due}
        program.open(
            name, "commissions/offer-commission", on,
            engagement_id=program.streams[number], worker_id=program.streams[worker],
            ordinal=int(*further or "1"), orderer="corporation", orderer_code=CORPORATION, **work,
        )  # fmt: skip
        return work | {"inspect_by": "2026-12-25", "payment_due": "2026-12-31"}

    def agree(name: str, on: str, terms: dict[str, Any]) -> None:
        program.on(name, "accept-offer", on)
        program.on(name, "state-terms", on, **FORM, **terms)

    articles = offer("O-1 W-1", "2026-12-01", "紹介記事2本", 60_000, "2026-12-18")
    pictures = offer("O-1 W-2", "2026-12-01", "写真20点", 45_000, "2026-12-18")
    offer("O-1 W-3", "2026-12-01", "写真の説明文20点", 30_000, "2026-12-18")
    agree("O-1 W-1", "2026-12-02", articles)
    agree("O-1 W-2", "2026-12-02", pictures)
    program.on("O-1 W-3", "decline-offer", "2026-12-03")
    cards = offer("O-2 W-2", "2026-12-02", "名刺800枚の入力", 80_000, "2026-12-22")
    agree("O-2 W-2", "2026-12-03", cards)
    answers = offer("O-4 W-3", "2026-12-03", "アンケート120件の集計", 24_000, "2026-12-17")
    agree("O-4 W-3", "2026-12-04", answers)
    captions = offer("O-1 W-1 2", "2026-12-07", "写真の説明文20点", 30_000, "2026-12-18")
    agree("O-1 W-1 2", "2026-12-07", captions)
    books = offer("O-3 W-3", "2026-12-08", "紙台帳500件の入力", 50_000, "2027-01-15")
    january = {"inspect_by": "2027-01-22", "payment_due": "2027-01-31"}
    agree("O-3 W-3", "2026-12-09", books | january)


def _work(program: Program) -> None:
    def deliver(name: str, on: str, **fields: Any) -> None:  # noqa: ANN401 - of the delivery
        program.on(name, "deliver-work", on, **{"extent": "whole", **fields})

    def passed(name: str, on: str, delivery: int = 1) -> None:
        program.on(name, "pass-inspection", on, delivery=delivery)

    def completed(name: str, on: str) -> None:
        _, worker, *_ = name.split()
        program.on(name, "complete-commission", on, worker_id=program.streams[worker])

    deliver("O-2 W-2", "2026-12-09", extent="part", amount=30_000)
    passed("O-2 W-2", "2026-12-10")
    deliver("O-1 W-1", "2026-12-10")
    program.on("O-1 W-1", "fail-inspection", "2026-12-11", delivery=1, cause="defect")
    program.on("O-1 W-1", "request-rework", "2026-12-11", delivery=1, cause="defect",
               cost_bearer="worker")  # fmt: skip
    deliver("O-1 W-2", "2026-12-14")
    passed("O-1 W-2", "2026-12-15")
    completed("O-1 W-2", "2026-12-15")
    program.on("O-3 W-3", "start-work", "2026-12-14")
    deliver("O-1 W-1", "2026-12-15", redoes=1)
    passed("O-1 W-1", "2026-12-16", delivery=2)
    completed("O-1 W-1", "2026-12-16")
    deliver("O-1 W-1 2", "2026-12-16")
    passed("O-1 W-1 2", "2026-12-17")
    completed("O-1 W-1 2", "2026-12-17")
    deliver("O-4 W-3", "2026-12-17")
    passed("O-4 W-3", "2026-12-18")
    completed("O-4 W-3", "2026-12-18")
    deliver("O-2 W-2", "2026-12-21", amount=50_000)
    passed("O-2 W-2", "2026-12-22", delivery=2)
    completed("O-2 W-2", "2026-12-22")


def _hours(program: Program) -> None:
    program.open(
        "委-1", "contracts/conclude-contract", "2026-12-01", programme=GRANT, number="委-1",
        kind="mandate", orderer="corporation", orderer_code=CORPORATION, party="team",
        party_code="T-1", team="outreach", municipality=TOWN, first_day="2026-12-01",
        last_day="2027-03-31", heads=2, minutes_a_week=300, minutes_a_month=2_400,
        month_convention="4w",
    )  # fmt: skip
    for on, minutes in (
        ("2026-12-02", 360), ("2026-12-09", 480), ("2026-12-16", 420), ("2026-12-23", 540)
    ):  # fmt: skip
        declared = {"contract_id": program.streams["委-1"], "minutes": minutes}
        program.open(f"委-1 {on}", "contract-months/declare-hours", on, **declared)


def _invoices(program: Program) -> None:
    program.on("O-4", "issue-invoice", "2026-12-18", invoice_number="INV-1", amount=66_000,
               payment_due="2026-12-28", issuer=f"T{CORPORATION}",
               rates=[{"rate": 10, "total": 66_000, "tax": 6_000}])  # fmt: skip
    program.on("O-1", "issue-invoice", "2026-12-18", invoice_number="INV-2", amount=197_400,
               payment_due="2026-12-25", issuer=f"T{CORPORATION}",
               rates=[{"rate": 10, "total": 165_000, "tax": 15_000},
                      {"rate": 8, "total": 32_400, "tax": 2_400}])  # fmt: skip
    program.on("O-2", "issue-invoice", "2026-12-23", invoice_number="INV-3", amount=143_000,
               payment_due="2027-01-29", issuer=f"T{CORPORATION}",
               rates=[{"rate": 10, "total": 143_000, "tax": 13_000}])  # fmt: skip
    for order, number, on, amount in (
        ("O-1", "INV-2", "2026-12-25", 197_400),
        ("O-2", "INV-3", "2026-12-28", 43_000),
        ("O-4", "INV-1", "2026-12-28", 66_000),
    ):
        program.on(order, "receive-money", on, invoice_number=number, amount=amount)


def _payment_run(program: Program) -> None:
    _pay(program, PAY_DAY, "O-1 W-1", 60_000, withheld=6_126)
    _pay(program, PAY_DAY, "O-1 W-1 2", 30_000, withheld=3_063)
    _pay(program, PAY_DAY, "O-1 W-2", 45_000, withheld=4_594)
    _pay(program, PAY_DAY, "O-2 W-2", 80_000, withheld=0)
    _pay(program, PAY_DAY, "O-4 W-3", 24_000, withheld=0)


def _pay(program: Program, on: date, name: str, gross: int, *, withheld: int) -> None:
    paid = {"gross": gross, "withheld": withheld, "transferred": gross - withheld}
    program.on(name, "pay-remuneration", str(on), **paid)


def _january(program: Program) -> None:
    program.on("O-3 W-3", "deliver-work", "2027-01-13", extent="whole")
    program.on("O-3 W-3", "pass-inspection", "2027-01-14", delivery=1)
    program.on("O-3 W-3", "complete-commission", "2027-01-14", worker_id=program.streams["W-3"])
    program.on("O-3", "issue-invoice", "2027-01-15", invoice_number="INV-4", amount=110_000,
               payment_due="2027-02-15", issuer=f"T{CORPORATION}",
               rates=[{"rate": 10, "total": 110_000, "tax": 10_000}])  # fmt: skip
    program.on("O-2", "receive-money", "2027-01-29", invoice_number="INV-3", amount=100_000)
    _pay(program, NEXT_PAY_DAY, "O-3 W-3", 50_000, withheld=0)
