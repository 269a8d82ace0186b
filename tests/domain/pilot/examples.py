"""A pilot's events and commands, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.pilot import commands as c
from domain.pilot import events as e
from tests.given import day

GRANT = "grant:dx-r6"
PILOT = UUID(int=0xB1)
START: dict[str, Any] = {
    "number": "P-R6-01",
    "title": "窓口申請のデジタル化（架空）",
    "municipality": "203246",
    "partner": "town-hall",
}
LESSON = {"theme": "workflow", "learnt_from": "failure", "shared_with": ("202126",)}
POLICY = {
    "policy": "203246-5-2",
    "policy_title": "産業振興計画（架空）",
    "policy_field": "industry",
    "policy_of": "203246",
}


def _event(on: str, **fields: object) -> dict[str, Any]:
    return {"effective_on": on, "programme": GRANT, "municipality": "203246", **fields}


def started(on: str = "2024-09-02", **other: object) -> e.PilotStarted:
    """It was begun."""
    return e.PilotStarted.model_validate(_event(on) | START | other)


def completed(on: str) -> e.PilotCompleted:
    """It was finished."""
    return e.PilotCompleted.model_validate(_event(on))


def abandoned(on: str) -> e.PilotAbandoned:
    """It was given up."""
    return e.PilotAbandoned.model_validate(_event(on, grounds="not-feasible"))


def learnt(on: str, lesson: int = 1, **other: object) -> e.LessonRecorded:
    """Something was learnt."""
    said = _event(on, lesson=lesson) | LESSON | other
    follows = {
        "shared_beyond": e.shared_beyond(said["shared_with"], said["municipality"]),
        "from_failure": said["learnt_from"] == "failure",
    }
    return e.LessonRecorded.model_validate(follows | said)


def linked(on: str, **other: object) -> e.PolicyLinked:
    """It serves a policy."""
    return e.PolicyLinked.model_validate(_event(on, begun_in=2024) | POLICY | other)


def voided(on: str, version: int) -> e.PilotEntryVoided:
    """An entry never held."""
    return e.PilotEntryVoided(effective_on=day(on), programme=GRANT, voids=version)


def corrected(on: str, version: int, **now: object) -> e.PilotCorrected:
    """An entry was wrong."""
    return e.PilotCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def start(on: str = "2024-09-02", **other: object) -> c.StartPilot:
    """Begin it."""
    return c.StartPilot.model_validate({"effective_on": on, "programme": GRANT} | START | other)


def complete(on: str) -> c.CompletePilot:
    """Finish it."""
    return c.CompletePilot(effective_on=day(on), pilot_id=PILOT)


def abandon(on: str) -> c.AbandonPilot:
    """Give it up."""
    return c.AbandonPilot.model_validate(
        {"effective_on": on, "pilot_id": PILOT, "grounds": "not-feasible"}
    )


def learn(on: str, **other: object) -> c.RecordLesson:
    """Record a lesson."""
    return c.RecordLesson.model_validate({"effective_on": on, "pilot_id": PILOT} | LESSON | other)


def link(on: str, **other: object) -> c.LinkPolicy:
    """Link a policy."""
    return c.LinkPolicy.model_validate({"effective_on": on, "pilot_id": PILOT} | POLICY | other)


def correct(version: int, on: str = "2025-06-01", **now: object) -> c.CorrectPilot:
    """Correct an entry."""
    return c.CorrectPilot(effective_on=day(on), pilot_id=PILOT, version=version, now=now)


def void(version: int, on: str = "2025-06-01") -> c.VoidPilotEntry:
    """Void an entry."""
    return c.VoidPilotEntry(effective_on=day(on), pilot_id=PILOT, version=version)
