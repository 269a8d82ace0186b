"""Career support's events and commands, with everything filled in that a test leaves open."""

from typing import Any
from uuid import UUID

from domain.career import commands as c
from domain.career import events as e
from tests.domain.worker.examples import HANAKO, TATESHINA, WORKER
from tests.given import day, sealed

GRANT = "grant:dx-r6"
CAREER = UUID(int=0xE8)


def _counted(on: str, **fields: object) -> dict[str, Any]:
    who = {"worker_id": WORKER, "person_id": HANAKO, "municipality": TATESHINA}
    return {"effective_on": on, "programme": GRANT} | who | fields


def begun(on: str = "2024-06-01") -> e.CareerSupportBegun:
    """Hanako is given career support."""
    return e.CareerSupportBegun.model_validate(_counted(on))


def held(on: str, consultation: int = 1, **fields: object) -> e.CareerConsultationHeld:
    """She talks with someone."""
    said = {"kind": "skills", "minutes": 45, "content": sealed("content")}
    return e.CareerConsultationHeld.model_validate(
        _counted(on, consultation=consultation, **said) | fields
    )


def aim_set(on: str, aim: int = 1, **fields: object) -> e.CareerAimSet:
    """She sets an aim."""
    return e.CareerAimSet.model_validate(_counted(on, aim=aim, text=sealed("aim")) | fields)


def reviewed(on: str, aim: int = 1, **fields: object) -> e.CareerAimReviewed:
    """She looks at what became of it."""
    return e.CareerAimReviewed.model_validate(_counted(on, aim=aim, result="reached") | fields)


def begin(on: str = "2024-06-01") -> c.BeginCareerSupport:
    """Begin."""
    return c.BeginCareerSupport(effective_on=day(on), programme=GRANT, worker_id=WORKER)


def hold(on: str, consultation: int = 1) -> c.HoldConsultation:
    """Record a consultation; its content is sealed by the time a command is decided."""
    return c.HoldConsultation(
        effective_on=day(on),
        career_id=CAREER,
        consultation=consultation,
        kind=e.ConsultationKind.SKILLS,
        minutes=45,
        content=sealed("content"),
    )


def set_aim(on: str, aim: int = 1) -> c.SetCareerAim:
    """Set an aim."""
    return c.SetCareerAim(effective_on=day(on), career_id=CAREER, aim=aim, text=sealed("aim"))


def review(on: str, aim: int = 1) -> c.ReviewCareerAim:
    """Look at it."""
    return c.ReviewCareerAim(
        effective_on=day(on), career_id=CAREER, aim=aim, result=e.AimResult.REACHED
    )


def correct(version: int, **now: object) -> c.CorrectCareer:
    """Correct an entry."""
    return c.CorrectCareer(
        effective_on=day("2025-01-10"), career_id=CAREER, version=version, now=now
    )


def void(version: int) -> c.VoidCareer:
    """Void an entry."""
    return c.VoidCareer(effective_on=day("2025-01-10"), career_id=CAREER, version=version)
