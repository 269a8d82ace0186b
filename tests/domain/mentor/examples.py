"""A qualification's events and commands, with everything filled in that a test leaves open."""

from typing import Any
from uuid import UUID

from domain.mentor import commands as c
from domain.mentor import events as e
from tests.domain.training.examples import ENROLMENT
from tests.domain.worker.examples import HANAKO
from tests.given import day

GRANT = "grant:dx-r6"
QUALIFICATION, REQUIREMENT = UUID(int=0xE6), UUID(int=0xE7)
WORDING = "新たに担当するメンターは研修を修了していること"


def qualified(
    on: str = "2024-10-01", until: str | None = "2026-09-30", **fields: object
) -> e.MentorQualified:
    """Hanako may mentor."""
    said: dict[str, Any] = {"person_id": HANAKO, "valid_until": until}
    by = {"enrolment_id": ENROLMENT, "training_number": "T-1"}
    common = {"effective_on": on, "programme": GRANT}
    return e.MentorQualified.model_validate(common | said | by | fields)


def ended(on: str) -> e.MentorQualificationEnded:
    """She no longer may."""
    return e.MentorQualificationEnded(
        effective_on=day(on), programme=GRANT, person_id=HANAKO, grounds=e.Grounds.WISH
    )


def laid_down(on: str, *, required: bool = True) -> e.MentorRequirementSet:
    """It is laid down."""
    return e.MentorRequirementSet(
        effective_on=day(on), programme=GRANT, required=required, wording=WORDING
    )


def qualify(
    on: str = "2024-10-01",
    until: str | None = "2026-09-30",
    *,
    enrolment: UUID | None = ENROLMENT,
) -> c.QualifyMentor:
    """Qualify Hanako."""
    return c.QualifyMentor(
        effective_on=day(on),
        programme=GRANT,
        person_id=HANAKO,
        valid_until=day(until) if until else None,
        enrolment_id=enrolment,
    )


def end(on: str) -> c.EndQualification:
    """End it."""
    return c.EndQualification(
        effective_on=day(on), qualification_id=QUALIFICATION, grounds=e.Grounds.WISH
    )


def correct(version: int, **now: object) -> c.CorrectQualification:
    """Correct an entry."""
    return c.CorrectQualification(
        effective_on=day("2026-01-10"), qualification_id=QUALIFICATION, version=version, now=now
    )


def void(version: int) -> c.VoidQualification:
    """Void an entry."""
    return c.VoidQualification(
        effective_on=day("2026-01-10"), qualification_id=QUALIFICATION, version=version
    )


def lay_down(on: str, *, required: bool = True) -> c.SetMentorRequirement:
    """Lay down whether it is required."""
    return c.SetMentorRequirement(
        effective_on=day(on), programme=GRANT, required=required, wording=WORDING
    )
