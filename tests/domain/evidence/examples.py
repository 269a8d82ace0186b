"""An evidence item's and an import's events and commands."""

from base64 import b64encode
from hashlib import sha256
from typing import Any
from uuid import UUID

from domain.evidence import commands as c
from domain.evidence import events as e
from tests.given import day, sealed

EVIDENCE = UUID(int=0x73)
FACT = UUID(int=0x74)
SCAN = b"%PDF-1.7 a scan"
PAPER: dict[str, Any] = {
    "number": "E-R6-001",
    "kind": "invoice",
    "title": sealed("title"),
    "received_on": "2024-10-02",
    "approved_on": "2024-10-03",
    "approval_number": "決-45",
}
FILE: dict[str, Any] = {
    "kind": "register-worker",
    "sha256": sealed("file"),
    "rows": 48,
    "file_name": sealed("file name"),
}


def registered(on: str = "2024-10-01", **other: object) -> e.EvidenceRegistered:
    """An invoice was registered."""
    return e.EvidenceRegistered.model_validate({"effective_on": on} | PAPER | other)


def received(on: str = "2026-11-23", **other: object) -> e.ImportReceived:
    """A file was received."""
    return e.ImportReceived.model_validate({"effective_on": on} | FILE | other)


def attached(on: str = "2024-11-05", content: bytes = SCAN) -> e.FileAttached:
    """Its scan was attached."""
    return e.FileAttached(
        effective_on=day(on),
        sha256=sha256(content).hexdigest(),
        media_type="application/pdf",
        content=sealed("scan"),
    )


def attach(on: str = "2024-11-05", content: bytes = SCAN, **other: object) -> c.AttachFile:
    """Attach its scan."""
    digest = sha256(content).hexdigest()
    written = b64encode(content).decode()
    said = {"media_type": "application/pdf", "sha256": digest, "content": written} | other
    asked = c.AttachFile.model_validate({"effective_on": on, "evidence_id": EVIDENCE} | said)
    return asked.model_copy(update={"content": sealed("scan")})


def shown(on: str = "2024-11-05", version: int = 1) -> e.FactShown:
    """It was put to a fact."""
    return e.FactShown(effective_on=day(on), shows=FACT, fact_version=version)


def show(on: str = "2024-11-05", version: int = 1) -> c.ShowFact:
    """Put it to a fact."""
    return c.ShowFact(effective_on=day(on), evidence_id=EVIDENCE, shows=FACT, fact_version=version)


def corrected(on: str, version: int, **now: object) -> e.EvidenceCorrected:
    """An entry was wrong."""
    return e.EvidenceCorrected(effective_on=day(on), corrects=version, now=now)


def voided(on: str, version: int) -> e.EvidenceVoided:
    """It is no evidence."""
    return e.EvidenceVoided(effective_on=day(on), voids=version)


def register(on: str = "2024-10-01", **other: object) -> c.RegisterEvidence:
    """Register an invoice; what is personal is sealed by the time a command is decided."""
    return c.RegisterEvidence.model_validate({"effective_on": on} | PAPER | other)


def receive(on: str = "2026-11-23", **other: object) -> c.ReceiveImport:
    """Receive a file."""
    return c.ReceiveImport.model_validate({"effective_on": on} | FILE | other)


def correct(version: int, on: str = "2025-06-01", **now: object) -> c.CorrectEvidence:
    """Correct an entry."""
    return c.CorrectEvidence(effective_on=day(on), evidence_id=EVIDENCE, version=version, now=now)


def void(version: int, on: str = "2025-06-01") -> c.VoidEvidence:
    """Take it off the register."""
    return c.VoidEvidence(effective_on=day(on), evidence_id=EVIDENCE, version=version)
