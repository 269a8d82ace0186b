"""Skill map (スキルマップ): who can do what, at which level, and who says so?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.fields import Evidence, Municipality, PersonId, WorkerId
from domain.base.words import Label
from domain.worker import events as e


@rowclass
class SkillRow:
    """One skill of one worker. A self-declared level has no assessor.

    `endorsements` counts how often somebody bore the skill out since this level was found.
    """

    worker_id: WorkerId
    worker_number: e.WorkerNumber
    municipality: Municipality
    on_roll: Annotated[bool, Label("登録中", "on the roll")]
    skill: e.Skill
    framework: e.Framework
    framework_version: e.FrameworkVersion
    level: e.Level
    method: Annotated[e.Method, Label("評価方法", "method")]
    assessor: Annotated[PersonId | None, Label("評価者", "assessor")] = None
    evidence: Evidence | None = None
    endorsements: Annotated[int, Label("裏づけの数", "endorsements")] = 0


def fold(rows: Rows[SkillRow], recorded: Recorded) -> None:
    """Put one row for each skill; where the worker lives and whether they are here is on each."""
    event = recorded.event
    match event:
        case e.WorkerRegistered():
            rows.about = {
                "worker_id": recorded.stream,
                "worker_number": event.number,
                "municipality": event.municipality,
                "on_roll": True,
            }
        case e.SkillClaimed():
            claim = said_in(event, e.SkillLevel)
            rows.put(_key(rows, event), SkillRow(**rows.about, **claim, method=e.Method.SELF))
        case e.SkillAssessed():
            rows.put(_key(rows, event), SkillRow(**rows.about, **said_in(event, e.Assessment)))
        case e.SkillWithdrawn():
            rows.end(_key(rows, event))
        case e.SkillEndorsed():
            _endorse(rows, event)
        case e.SkillFrameworkRemapped():
            _remap(rows, event)
        case e.WorkerMoved():
            _each(rows, municipality=event.municipality)
        case e.WorkerLeft() | e.WorkerReturned():
            _each(rows, on_roll=isinstance(event, e.WorkerReturned))
        case _:
            pass


def _key(rows: Rows[SkillRow], event: e.SkillLevel | e.HeldSkill) -> str:
    return f"{rows.about['worker_number']}|{event.framework}|{event.skill}"


def _endorse(rows: Rows[SkillRow], event: e.SkillEndorsed) -> None:
    row = rows.get(_key(rows, event))
    if row is not None:
        rows.put(_key(rows, event), changed(row, endorsements=row.endorsements + 1))


def _remap(rows: Rows[SkillRow], event: e.SkillFrameworkRemapped) -> None:
    was = rows.get(_key(rows, event))
    rows.end(_key(rows, event))
    if was is not None:
        moved = e.HeldSkill(skill=event.to_skill, framework=event.framework)
        now = {
            "skill": event.to_skill,
            "framework_version": event.to_version,
            "level": event.to_level,
        }
        rows.put(_key(rows, moved), changed(was, **now))


def _each(rows: Rows[SkillRow], **now: object) -> None:
    rows.about |= now
    for key, row in rows.items():
        rows.put(key, changed(row, **now))


SKILL_MAP = Projection(
    name="skill_map",
    version=2,
    time=Time.ASSERTION,
    label=Label("スキルマップ", "Skill map"),
    row=SkillRow,
    reads=(
        e.WorkerRegistered,
        e.WorkerMoved,
        e.WorkerLeft,
        e.WorkerReturned,
        e.SkillClaimed,
        e.SkillAssessed,
        e.SkillWithdrawn,
        e.SkillEndorsed,
        e.SkillFrameworkRemapped,
    ),
    fold=fold,
    filters=("municipality", "skill"),
)
