"""A stated value's events and commands, with everything that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.statement import commands as c
from domain.statement import events as e
from tests.given import day

OWN = "own:203246"
STATEMENT = UUID(int=0x74)
FIELDS: dict[str, Any] = {
    "code": "orders-after-trips",
    "kind": "document",
    "title": "業務発注に至った事例",
    "value": 4,
    "unit": "件",
    "evidence": UUID(int=0x73),
}


def stated(on: str = "2024-04-01", **other: object) -> e.ValueStated:
    """A document says four."""
    return e.ValueStated.model_validate({"effective_on": on, "programme": OWN} | FIELDS | other)


def voided(on: str, version: int) -> e.StatementVoided:
    """No document says so."""
    return e.StatementVoided(effective_on=day(on), programme=OWN, voids=version)


def state(on: str = "2024-04-01", **other: object) -> c.StateValue:
    """Record what it says."""
    return c.StateValue.model_validate({"effective_on": on, "programme": OWN} | FIELDS | other)


def correct(version: int, on: str = "2025-06-01", **now: object) -> c.CorrectStatement:
    """Correct it."""
    return c.CorrectStatement(
        effective_on=day(on), statement_id=STATEMENT, version=version, now=now
    )


def corrected(on: str, version: int, **now: object) -> e.StatementCorrected:
    """It was read wrongly."""
    return e.StatementCorrected(effective_on=day(on), programme=OWN, corrects=version, now=now)


def void(version: int, on: str = "2025-06-01") -> c.VoidStatement:
    """Take it back."""
    return c.VoidStatement(effective_on=day(on), statement_id=STATEMENT, version=version)
