"""An indicator's events and commands, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.outcome import commands as c
from domain.outcome import events as e
from tests.given import day

GRANT = "grant:dx-r6"
INDICATOR = UUID(int=0x61)
DEFINITION: dict[str, Any] = {
    "code": "meetings-held",
    "version": 1,
    "aim": "smooth-running",
    "level": "activity",
    "title": "定例会議の開催数",
    "definition": "年度内に開かれた定例会議の数",
    "unit": "回",
    "basis": "事務局案（架空）",
    "leads_to": "actions-closed",
}
WHICH = {name: DEFINITION[name] for name in ("code", "version", "aim", "level")}


def _common(on: str) -> dict[str, Any]:
    return {"effective_on": on, "programme": GRANT}


def defined(on: str = "2024-05-01", version: int = 1, **other: object) -> e.IndicatorDefined:
    """It was defined."""
    fields = DEFINITION | {"version": version} | other
    return e.IndicatorDefined.model_validate(_common(on) | fields)


def measured(on: str, value: int = 20, version: int = 1, **other: object) -> e.OutcomeMeasured:
    """It was measured."""
    fields = WHICH | {"version": version, "value": value, "method": "record"} | other
    return e.OutcomeMeasured.model_validate(_common(on) | fields)


def define(on: str = "2024-05-01", version: int = 1) -> c.DefineIndicator:
    """Define it."""
    return c.DefineIndicator.model_validate(_common(on) | DEFINITION | {"version": version})


def measure(on: str, value: int = 20) -> c.MeasureOutcome:
    """Measure it."""
    fields = {"indicator_id": INDICATOR, "value": value, "method": "record"}
    return c.MeasureOutcome.model_validate({"effective_on": on, **fields})


def correct(version: int, **now: object) -> c.CorrectOutcome:
    """Correct an entry."""
    on = day("2025-06-01")
    return c.CorrectOutcome(effective_on=on, indicator_id=INDICATOR, version=version, now=now)


def void(version: int) -> c.VoidOutcome:
    """Void an entry."""
    return c.VoidOutcome(effective_on=day("2025-06-01"), indicator_id=INDICATOR, version=version)
