"""A counted fact's events and commands."""

from typing import Any
from uuid import UUID

from domain.kpi import commands as c
from domain.kpi import events as e
from tests.given import day

GRANT = "grant:dx-r6"
FACT = UUID(int=0xF1)
SUBJECT = UUID(int=0xF2)
COUNTED: dict[str, Any] = {
    "kpi": "kpi1",
    "subject": SUBJECT,
    "fiscal_year": 2024,
    "municipality": "203246",
    "pillar": "2",
}


def counted(on: str = "2024-06-01") -> e.FactCounted:
    """Someone was counted."""
    return e.FactCounted.model_validate({**COUNTED, "effective_on": on, "programme": GRANT})


def corrected(on: str, version: int, **now: object) -> e.FactCorrected:
    """The count was wrong."""
    return e.FactCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def voided(on: str, version: int) -> e.FactVoided:
    """It must not be counted."""
    return e.FactVoided(effective_on=day(on), programme=GRANT, voids=version)


def count(on: str = "2024-06-01", **other: object) -> c.CountFact:
    """Count someone."""
    said = {**COUNTED, "effective_on": on, "programme": GRANT}
    return c.CountFact.model_validate(said | other)


def correct(version: int, on: str = "2025-01-01", **now: object) -> c.CorrectFact:
    """Correct the count."""
    return c.CorrectFact(effective_on=day(on), fact_id=FACT, version=version, now=now)


def void(version: int, on: str = "2025-01-01") -> c.VoidFact:
    """Take the count back."""
    return c.VoidFact(effective_on=day(on), fact_id=FACT, version=version)
