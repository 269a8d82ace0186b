"""A worker's events and commands, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.base.event import Event
from domain.worker import commands as c
from domain.worker import events as e
from tests.given import day, sealed

HANAKO = UUID(int=0xA1)
WORKER = UUID(int=0xB1)
ASSESSOR = UUID(int=0xC1)
EVIDENCE = UUID(int=0xD1)
TATESHINA = "203246"
SAKU = "202177"


def registered(on: str = "2024-04-01", *, municipality: str = TATESHINA) -> e.WorkerRegistered:
    """Hanako, registered as W-001."""
    return e.WorkerRegistered(
        effective_on=day(on),
        person_id=HANAKO,
        number="W-001",
        name=sealed("name"),
        kana=sealed("kana"),
        municipality=municipality,
    )


def moved(on: str, municipality: str) -> e.WorkerMoved:
    """From this day on she lives there."""
    return e.WorkerMoved(effective_on=day(on), municipality=municipality)


def left(*, last_day: str) -> e.WorkerLeft:
    """She left after her last day."""
    last = day(last_day)
    return e.WorkerLeft(effective_on=last.fromordinal(last.toordinal() + 1), last_day=last)


def returned(on: str) -> e.WorkerReturned:
    """From this day on she is back."""
    return e.WorkerReturned(effective_on=day(on))


def claimed(on: str, *, level: int = 2, skill: str = "data-entry") -> e.SkillClaimed:
    """She declared a skill."""
    return e.SkillClaimed(
        effective_on=day(on), skill=skill, framework="dss", framework_version="1.2", level=level
    )


def assessed(on: str, *, level: int = 3, skill: str = "data-entry") -> e.SkillAssessed:
    """A mentor found her level."""
    return e.SkillAssessed(
        effective_on=day(on),
        skill=skill,
        framework="dss",
        framework_version="1.2",
        level=level,
        assessor=ASSESSOR,
        method=e.Method.MENTOR,
        evidence=EVIDENCE,
    )


def withdrawn(on: str, *, skill: str = "data-entry") -> e.SkillWithdrawn:
    """A skill no longer stands."""
    return e.SkillWithdrawn(effective_on=day(on), skill=skill, framework="dss")


def endorsed(on: str, endorser: UUID = ASSESSOR) -> e.SkillEndorsed:
    """Somebody bears it out."""
    return e.SkillEndorsed(
        effective_on=day(on), skill="data-entry", framework="dss", endorser=endorser
    )


def remapped(on: str, *, version: str = "1.2", to: str = "2.0") -> e.SkillFrameworkRemapped:
    """In another version of the framework it has another name."""
    return e.SkillFrameworkRemapped(
        effective_on=day(on),
        skill="data-entry",
        framework="dss",
        framework_version=version,
        to_skill="data-handling",
        to_version=to,
        to_level=3,
    )


def skill_corrected(on: str, version: int, **now: object) -> e.SkillCorrected:
    """A skill entry was wrong."""
    return e.SkillCorrected(effective_on=day(on), corrects=version, now=now)


def registration_corrected(on: str, version: int, **now: object) -> e.RegistrationCorrected:
    """A registration entry was wrong."""
    return e.RegistrationCorrected(effective_on=day(on), corrects=version, now=now)


def entry_voided(on: str, version: int) -> e.WorkerEntryVoided:
    """An entry never held."""
    return e.WorkerEntryVoided(effective_on=day(on), voids=version)


def void(version: int, on: str = "2025-01-06") -> c.VoidWorkerEntry:
    """Take an entry back."""
    return c.VoidWorkerEntry(effective_on=day(on), worker_id=WORKER, version=version)


def register(on: str = "2024-04-01") -> c.RegisterWorker:
    """Register Hanako; personal values are sealed by the time a command is decided."""
    return c.RegisterWorker(
        effective_on=day(on),
        person_id=HANAKO,
        number="W-001",
        name=sealed("name"),
        kana=sealed("kana"),
        municipality=TATESHINA,
    )


def change_name(on: str) -> c.ChangeName:
    """Give her a new name."""
    return c.ChangeName(
        effective_on=day(on), worker_id=WORKER, name=sealed("new name"), kana=sealed("new kana")
    )


def change_contact(on: str) -> c.ChangeContact:
    """Give her a new contact."""
    return c.ChangeContact(effective_on=day(on), worker_id=WORKER, contact=sealed("mail"))


def move(on: str, municipality: str) -> c.MoveWorker:
    """Let her move."""
    return c.MoveWorker(effective_on=day(on), worker_id=WORKER, municipality=municipality)


def leave(last_day: str) -> c.Leave:
    """Let her leave after this day."""
    return c.Leave(effective_on=day(last_day), worker_id=WORKER)


def come_back(on: str) -> c.Return:
    """Let her be back from this day on."""
    return c.Return(effective_on=day(on), worker_id=WORKER)


def claim(on: str, *, level: int = 2, skill: str = "data-entry") -> c.ClaimSkill:
    """Let her declare a skill."""
    return c.ClaimSkill(worker_id=WORKER, **claimed(on, level=level, skill=skill).model_dump())


def assess(on: str, *, level: int = 3, assessor: UUID = ASSESSOR) -> c.AssessSkill:
    """Let someone find her level."""
    fields = assessed(on, level=level).model_dump() | {"assessor": assessor}
    return c.AssessSkill(worker_id=WORKER, **fields)


def withdraw(on: str, *, skill: str = "data-entry") -> c.WithdrawSkill:
    """Let a skill no longer stand."""
    return c.WithdrawSkill(worker_id=WORKER, **withdrawn(on, skill=skill).model_dump())


def endorse(on: str, endorser: UUID = ASSESSOR) -> c.EndorseSkill:
    """Let somebody bear it out."""
    return c.EndorseSkill(worker_id=WORKER, **endorsed(on, endorser).model_dump())


def remap(on: str, *, version: str = "1.2", to: str = "2.0") -> c.RemapSkill:
    """Carry it over to another version."""
    return c.RemapSkill(worker_id=WORKER, **remapped(on, version=version, to=to).model_dump())


def correct_skill(version: int, on: str = "2025-06-01", **now: object) -> c.CorrectSkill:
    """Correct a skill entry."""
    return c.CorrectSkill(effective_on=day(on), worker_id=WORKER, version=version, now=now)


def correct_registration(
    version: int, on: str = "2025-06-01", **now: object
) -> c.CorrectRegistration:
    """Correct a registration entry."""
    return c.CorrectRegistration(effective_on=day(on), worker_id=WORKER, version=version, now=now)


LIFE: tuple[Event, ...] = (
    registered("2024-04-01"),
    claimed("2024-05-01"),
    moved("2024-10-01", SAKU),
    left(last_day="2025-03-31"),
    returned("2025-06-01"),
)
"""A worker who came, moved, left and came back."""
