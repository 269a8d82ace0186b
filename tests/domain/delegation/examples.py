"""Delegations and assistance, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.delegation import commands as c
from domain.delegation import events as e
from tests.given import day

DELEGATION, ASSISTANCE = UUID(int=0xA1), UUID(int=0xA2)
DIRECTOR, DEPUTY = UUID(int=0xA3), UUID(int=0xA4)


def _delegation(on: str, fields: dict[str, object]) -> dict[str, object]:
    known: dict[str, object] = {
        "number": "6立企第45号",
        "delegate": DEPUTY,
        "delegated_by": DIRECTOR,
        "kinds": ["estimate", "invoice"],
        "up_to": 300_000,
        "until": "2025-03-31",
    }
    return {"effective_on": on} | known | fields


def delegated(on: str = "2024-10-01", **fields: object) -> e.ApprovalDelegated:
    """Somebody may approve from this day on."""
    return e.ApprovalDelegated.model_validate(_delegation(on, fields))


def revoked(on: str) -> e.ApprovalRevoked:
    """It was taken back."""
    return e.ApprovalRevoked.model_validate({"effective_on": on, "reason": "back"})


def delegate(on: str = "2024-10-01", **fields: object) -> c.DelegateApproval:
    """Let somebody approve."""
    return c.DelegateApproval.model_validate(_delegation(on, fields))


def revoke(on: str) -> c.RevokeApproval:
    """Take it back."""
    said = {"effective_on": on, "delegation_id": DELEGATION, "reason": "back"}
    return c.RevokeApproval.model_validate(said)


def correct(version: int, **now: object) -> c.CorrectDelegation:
    """Correct an entry."""
    return c.CorrectDelegation(
        effective_on=day("2025-06-01"), delegation_id=DELEGATION, version=version, now=now
    )


def void(version: int) -> c.VoidDelegationEntry:
    """Void an entry."""
    return c.VoidDelegationEntry(
        effective_on=day("2025-06-01"), delegation_id=DELEGATION, version=version
    )


def logged(
    on: str = "2024-10-01", minutes: int = 90, kind: str = "documents", person: UUID = DEPUTY
) -> e.AssistanceLogged:
    """Somebody helped so long."""
    said = {"effective_on": on, "person_id": person, "kind": kind, "minutes": minutes}
    return e.AssistanceLogged.model_validate(said)


def log(on: str = "2024-10-01", minutes: int = 90, kind: str = "documents") -> c.LogAssistance:
    """Log it."""
    return c.LogAssistance.model_validate(logged(on, minutes, kind).model_dump())


def correct_log(version: int, **now: object) -> c.CorrectAssistance:
    """Correct what was logged."""
    return c.CorrectAssistance(
        effective_on=day("2024-11-01"), assistance_id=ASSISTANCE, version=version, now=now
    )


def void_log(version: int) -> c.VoidAssistance:
    """Void what was logged."""
    return c.VoidAssistance(
        effective_on=day("2024-11-01"), assistance_id=ASSISTANCE, version=version
    )
