"""An export's events and commands, with everything that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.export import commands as c
from domain.export import events as e
from tests.given import day, sealed

GRANT = "grant:dx-r6"
EXPORT = UUID(int=0xE2)
FILE: dict[str, Any] = {
    "kind": "bundle-evaluation",
    "sha256": sealed("the bytes of a bundle"),
    "size": 48213,
    "log_size": 1200,
}


def made(on: str = "2025-07-01", **other: object) -> e.ExportMade:
    """A bundle was written."""
    return e.ExportMade.model_validate({"effective_on": on, "programme": GRANT} | FILE | other)


def record(on: str = "2025-07-01", **other: object) -> c.RecordExport:
    """Record it."""
    return c.RecordExport.model_validate({"effective_on": on, "programme": GRANT} | FILE | other)


def correct(on: str, version: int, **now: object) -> c.CorrectExport:
    """Put an entry right."""
    return c.CorrectExport(effective_on=day(on), export_id=EXPORT, version=version, now=now)


def void(on: str, version: int) -> c.VoidExport:
    """Void an entry."""
    return c.VoidExport(effective_on=day(on), export_id=EXPORT, version=version)
