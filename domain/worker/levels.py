"""Which level of which skill a worker has, and which rises led to it: what was told, in order.

Rules ask it of a record, and views of what they show: each entry comes with whatever it is known by
to the one who asks, and so does what is found.
"""

from collections.abc import Iterable, Mapping
from typing import Final, Generic, NamedTuple, TypeVar

from domain.worker import events as e

Entry = TypeVar("Entry")
DIGITAL_SKILL_STANDARD: Final = "dss"
"""The framework in which residents rise, if nothing else is said: デジタルスキル標準 (DSS)."""


class Skill(NamedTuple):
    """A skill of one version of a framework."""

    framework: str
    framework_version: str
    skill: str


class Held(NamedTuple, Generic[Entry]):
    """A level, the entry that says so, and the rises that led to it and still stand."""

    level: int
    fact: Entry
    rises: "tuple[Rise[Entry], ...]" = ()


class Rise(NamedTuple, Generic[Entry]):
    """A step up within one version of a framework, found by somebody else than the worker."""

    before: Held[Entry]
    found: e.SkillAssessed
    fact: Entry


def levels_of(told: Iterable[tuple[e.SkillEvent, Entry]]) -> Mapping[Skill, Held[Entry]]:
    """Give the level of each skill after all that was told of it, in the order of days."""
    levels: dict[Skill, Held[Entry]] = {}
    for event, fact in told:
        match event:
            case e.SkillClaimed() | e.SkillAssessed():
                skill = Skill(event.framework, event.framework_version, event.skill)
                rises = _rises(levels.get(skill), event, fact)
                _drop(levels, event.framework, event.skill)
                levels[skill] = Held(event.level, fact, rises)
            case e.SkillWithdrawn():
                _drop(levels, event.framework, event.skill)
            case e.SkillFrameworkRemapped():
                before = levels.get(Skill(event.framework, event.framework_version, event.skill))
                _drop(levels, event.framework, event.skill)
                _drop(levels, event.framework, event.to_skill)
                moved = Skill(event.framework, event.to_version, event.to_skill)
                levels[moved] = Held(event.to_level, fact, before.rises if before else ())
            case e.SkillEndorsed():
                pass
    return levels


def _rises(
    before: Held[Entry] | None, event: e.SkillClaimed | e.SkillAssessed, fact: Entry
) -> tuple[Rise[Entry], ...]:
    """Give the rises up to the level found now; what was never known before is no rise.

    A lower level takes away the rises above it. What a worker declares is none.
    """
    if before is None:
        return ()
    rises = tuple(rise for rise in before.rises if rise.found.level <= event.level)
    if isinstance(event, e.SkillAssessed) and event.method is not e.Method.SELF:
        return (*rises, Rise(before, event, fact)) if before.level < event.level else rises
    return rises


def _drop(levels: dict[Skill, Held[Entry]], framework: str, skill: str) -> None:
    """Take a skill out, in whichever version it is held: the latest word about it counts."""
    for one in [one for one in levels if (one.framework, one.skill) == (framework, skill)]:
        del levels[one]
