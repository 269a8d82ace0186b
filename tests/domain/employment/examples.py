"""An employment's events and commands, with everything filled in that a test leaves open."""

from typing import Any
from uuid import UUID

from domain.employment import commands as c
from domain.employment import events as e
from tests.domain.worker.examples import EVIDENCE, HANAKO, TATESHINA
from tests.given import day

GRANT = "grant:dx-r6"
EMPLOYMENT = UUID(int=0xE9)
FIRM = "7123456789012"
WORK: dict[str, Any] = {
    "person_id": HANAKO,
    "ordinal": 1,
    "form": "employed",
    "employer_kind": "corporation",
    "employer": FIRM,
    "municipality": TATESHINA,
}


def began(on: str = "2024-10-01", **fields: object) -> e.EmploymentBegan:
    """Hanako is employed."""
    common = {"effective_on": on, "programme": GRANT, "evidence": EVIDENCE}
    return e.EmploymentBegan.model_validate(common | WORK | fields)


def ended(on: str, **fields: object) -> e.EmploymentEnded:
    """She no longer is."""
    common = {"effective_on": on, "programme": GRANT}
    return e.EmploymentEnded.model_validate(common | WORK | fields)


def begin(on: str = "2024-10-01", **fields: object) -> c.BeginEmployment:
    """Record that she is."""
    common = {"effective_on": on, "programme": GRANT, "evidence": EVIDENCE}
    return c.BeginEmployment.model_validate(common | WORK | fields)


def end(on: str) -> c.EndEmployment:
    """Record that she no longer is."""
    return c.EndEmployment(effective_on=day(on), employment_id=EMPLOYMENT)


def correct(version: int, **now: object) -> c.CorrectEmployment:
    """Correct an entry."""
    return c.CorrectEmployment(
        effective_on=day("2025-06-01"), employment_id=EMPLOYMENT, version=version, now=now
    )


def void(version: int) -> c.VoidEmployment:
    """Void an entry."""
    return c.VoidEmployment(
        effective_on=day("2025-06-01"), employment_id=EMPLOYMENT, version=version
    )
