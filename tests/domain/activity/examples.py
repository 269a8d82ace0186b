"""An activity's events and commands, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.activity import commands as c
from domain.activity import events as e
from tests.given import day

OWN = "own:203246"
ACTIVITY = UUID(int=0x72)
EVIDENCE = UUID(int=0x73)
FIELDS: dict[str, Any] = {
    "code": "trial-tateshina",
    "name": "おためし立科テレワーク事業",
    "kind": "company-attraction",
}


def started(on: str = "2023-04-01", **other: object) -> e.ActivityStarted:
    """It runs."""
    return e.ActivityStarted.model_validate({"effective_on": on, "programme": OWN} | FIELDS | other)


def stopped(on: str = "2024-04-01", grounds: str = "aims-apart") -> e.ActivityStopped:
    """It does not run any more."""
    return e.ActivityStopped.model_validate(
        {"effective_on": on, "programme": OWN, "grounds": grounds, "evidence": EVIDENCE}
    )


def voided(on: str, version: int) -> e.ActivityEntryVoided:
    """An entry never held."""
    return e.ActivityEntryVoided(effective_on=day(on), programme=OWN, voids=version)


def corrected(on: str, version: int, **now: object) -> e.ActivityCorrected:
    """An entry was wrong."""
    return e.ActivityCorrected(effective_on=day(on), programme=OWN, corrects=version, now=now)


def start(on: str = "2023-04-01", **other: object) -> c.StartActivity:
    """Start it."""
    return c.StartActivity.model_validate({"effective_on": on, "programme": OWN} | FIELDS | other)


def stop(on: str = "2024-04-01", grounds: str = "aims-apart") -> c.StopActivity:
    """Stop it."""
    return c.StopActivity.model_validate(
        {"effective_on": on, "activity_id": ACTIVITY, "grounds": grounds, "evidence": EVIDENCE}
    )


def correct(version: int, on: str = "2025-06-01", **now: object) -> c.CorrectActivity:
    """Correct an entry."""
    return c.CorrectActivity(effective_on=day(on), activity_id=ACTIVITY, version=version, now=now)


def void(version: int, on: str = "2025-06-01") -> c.VoidActivityEntry:
    """Void an entry."""
    return c.VoidActivityEntry(effective_on=day(on), activity_id=ACTIVITY, version=version)
