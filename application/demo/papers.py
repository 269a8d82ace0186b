"""Invented papers (架空) that show new hires and payments: some put to them late, one missing."""

import hashlib
from base64 import b64encode

from application.demo.facts import NEW_HIRES
from application.demo.money import EXPENDITURES
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from domain.base.event import PaperKind
from domain.evidence import commands as c

RETAINED_UNTIL = "2032-03-31"
"""Five years after the fiscal year in which the plan ends, R8."""
NO_PAPER = ("W-011", "R6-005-2")
"""A new hire and a payment whose papers nobody has found yet."""
PUT_LATE = {"W-010": "2025-06-05", "R6-003-1": "2025-05-30"}
"""Papers that came to light long after the fact had been recorded, and when."""
ATTACHED = "W-003"
"""Whose paper was scanned as well."""
SCAN = "%PDF-1.4 架空の雇用契約書の写し".encode()
WRONG_SCAN = "%PDF-1.4 架空の別の書類".encode()
TWICE = "R6-001-1"
"""A payment to which the paper of another was put by mistake, and taken back."""


def tell(teller: Teller) -> None:
    """Tell of the papers of new hires, of commitments and of payments."""
    _hires(teller)
    _money(teller)


def _hires(teller: Teller) -> None:
    for worker, _, on, entered, _ in NEW_HIRES:
        if worker not in NO_PAPER:
            number = f"雇-{worker}"
            fact = teller.id_of("fact", f"{GRANT}|kpi1|{teller.person(worker)}")
            teller.tell(
                c.RegisterEvidence, on, entered=entered, programme=GRANT, number=number,
                kind=PaperKind.CONTRACT, title="雇用契約書の写し（架空）",
                kept_at="本庁2階書庫 簿冊「雇用」", retained_until=RETAINED_UNTIL,
                person_id=teller.person(worker),
            )  # fmt: skip
            # Before the fact was found to be wrong, its paper was put to it as any other.
            _put(teller, number, fact, 1, PUT_LATE.get(worker, entered))
    scanned = teller.id_of("evidence", f"雇-{ATTACHED}")
    for content, on in ((WRONG_SCAN, "2025-02-03"), (SCAN, "2025-02-04")):
        teller.tell(
            c.AttachFile, on, programme=GRANT, evidence_id=scanned, media_type="application/pdf",
            sha256=hashlib.sha256(content).hexdigest(), content=b64encode(content).decode(),
        )  # fmt: skip
        if content is WRONG_SCAN:
            teller.tell(c.VoidEvidence, "2025-02-04", evidence_id=scanned, version=3)


def _money(teller: Teller) -> None:
    for number, *_, on, payments, _ in EXPENDITURES:
        expenditure = teller.id_of("expenditure", f"{GRANT}|joint|2024|{number}")
        committed = PaperKind.COMMITMENT, "支出負担行為書（架空）", f"負-{number}"
        _register(teller, on, on, *committed)
        _put(teller, f"負-{number}", expenditure, 1, on)
        for nth, (_, paid_on, entered) in enumerate(payments, start=1):
            name = f"{number}-{nth}"
            if name not in NO_PAPER:
                paid = PaperKind.PAYMENT, "支出命令書（架空）", f"支-{name}"
                _register(teller, paid_on, entered, *paid)
                _put(teller, f"支-{name}", expenditure, 1 + nth, PUT_LATE.get(name, entered))
            if name == TWICE:
                _put(teller, f"支-{name}", expenditure, 1, entered)
                teller.tell(
                    c.VoidEvidence, "2024-10-01", programme=GRANT,
                    evidence_id=teller.id_of("evidence", f"支-{name}"), version=3,
                )  # fmt: skip


def _register(  # noqa: PLR0913, PLR0917 - what a paper is
    teller: Teller, on: str, entered: str, kind: PaperKind, title: str, number: str
) -> None:
    teller.tell(
        c.RegisterEvidence, on, entered=entered, programme=GRANT, number=number, kind=kind,
        title=title, kept_at="会計室 簿冊「R6 交付金」", retained_until=RETAINED_UNTIL,
    )  # fmt: skip


def _put(teller: Teller, number: str, record: object, version: int, on: str) -> None:
    teller.tell(
        c.ShowFact, on, programme=GRANT, evidence_id=teller.id_of("evidence", number),
        shows=record, fact_version=version,
    )  # fmt: skip
