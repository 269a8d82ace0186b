"""A consent's events and commands, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.consent import commands as c
from domain.consent import events as e
from tests.given import day

CONSENT, PERSON, OTHER = UUID(int=0xAC1), UUID(int=0xAC2), UUID(int=0xAC3)


def _about(on: str, scope: str, person: UUID) -> dict[str, object]:
    return {"effective_on": on, "person_id": person, "purpose": "publicity", "scope": scope}


WORDS = {"wording": "publicity-consent", "wording_version": "1"}


def agreed(on: str = "2024-06-01", scope: str = "photo", person: UUID = PERSON) -> e.ConsentGiven:
    """Somebody agreed."""
    return e.ConsentGiven.model_validate(_about(on, scope, person) | WORDS)


def withdrawn(on: str, scope: str = "photo", person: UUID = PERSON) -> e.ConsentWithdrawn:
    """Somebody agrees no longer."""
    return e.ConsentWithdrawn.model_validate(_about(on, scope, person))


def corrected(on: str, version: int, **now: object) -> e.ConsentCorrected:
    """An entry was wrong."""
    return e.ConsentCorrected(effective_on=day(on), corrects=version, now=now)


def voided(on: str, version: int) -> e.ConsentEntryVoided:
    """An entry never held."""
    return e.ConsentEntryVoided(effective_on=day(on), voids=version)


def agree(on: str = "2024-06-01", scope: str = "photo") -> c.GiveConsent:
    """Agree."""
    return c.GiveConsent.model_validate(_about(on, scope, PERSON) | WORDS)


def withdraw(on: str) -> c.WithdrawConsent:
    """Agree no longer."""
    return c.WithdrawConsent(effective_on=day(on), consent_id=CONSENT)


def correct(version: int, **now: object) -> c.CorrectConsent:
    """Correct an entry."""
    return c.CorrectConsent(
        effective_on=day("2025-06-01"), consent_id=CONSENT, version=version, now=now
    )


def void(version: int) -> c.VoidConsentEntry:
    """Void an entry."""
    return c.VoidConsentEntry(effective_on=day("2025-06-01"), consent_id=CONSENT, version=version)
