"""Made-up skills: claimed, assessed, rising, now and then withdrawn."""

from datetime import date
from typing import Any, Final

from domain.worker import commands as c
from domain.worker import events as e
from tests.made_up.desk import MEND_REASONS, Desk
from tests.made_up.residents import Resident, Residents

SKILLS: Final = (
    "ai-assistance",
    "bookkeeping",
    "captioning",
    "data-entry",
    "design",
    "online-support",
    "proofreading",
    "spreadsheets",
    "video-editing",
    "web-production",
)
FRAMEWORK: Final = {"framework": "dss", "framework_version": "1.2"}
HIGHEST: Final = 7
METHODS: Final = (e.Method.TEST, e.Method.WORK_SAMPLE, e.Method.MENTOR)


def tell(desk: Desk, residents: Residents) -> None:
    """Record something of a skill of one of the residents, or put right what was said last."""
    resident = residents.anyone()
    if resident is None or (since := resident.here_since(desk.today)) is None:
        return
    chance, stream = desk.chance, resident.stream
    if (said := resident.said) and chance.comes(0.03):
        resident.said = None
        desk.say(stream, _corrected(desk, resident, said), chance.choice(MEND_REASONS))
    elif len(resident.levels) > 1 and chance.comes(0.02):
        _withdraw(desk, resident, desk.happened(since))
    elif resident.levels and chance.comes(0.02):
        _endorse(desk, resident, residents.anyone() or resident, desk.happened(since))
    elif resident.levels and chance.comes(0.005):
        _remap(desk, resident, desk.happened(since))
    else:
        event = _found(desk, resident, residents.anyone() or resident, desk.happened(since))
        desk.say(stream, event)
        resident.said = len(stream.history), event
    if chance.comes(0.01):
        # Someone else may find a mistake now, so nobody is sure any more what was said last.
        resident.said = None
        desk.rest(stream)


def _withdraw(desk: Desk, resident: Resident, on: date) -> None:
    skill = desk.chance.choice(list(resident.levels))
    framework = FRAMEWORK["framework"]
    # Whether it was on the record on that day only the record knows.
    if desk.ask(resident.stream, c.WithdrawSkill, on, skill=skill, framework=framework):
        del resident.levels[skill]
        resident.said = None


def _endorse(desk: Desk, resident: Resident, endorser: Resident, on: date) -> None:
    skill = desk.chance.choice(list(resident.levels))
    framework, by = FRAMEWORK["framework"], endorser.person_id
    desk.ask(resident.stream, c.EndorseSkill, on, skill=skill, framework=framework, endorser=by)


def _remap(desk: Desk, resident: Resident, on: date) -> None:
    skill = desk.chance.choice(list(resident.levels))
    level = resident.levels[skill]
    now = {"to_skill": f"{skill}-2", "to_version": "2.0", "to_level": level}
    said: dict[str, Any] = {"skill": skill, **FRAMEWORK, **now}
    if desk.ask(resident.stream, c.RemapSkill, on, **said):
        del resident.levels[skill]
        resident.levels[f"{skill}-2"] = level
        resident.said = None


def _corrected(
    desk: Desk, resident: Resident, said: tuple[int, e.SkillClaimed | e.SkillAssessed]
) -> e.SkillCorrected:
    version, wrong = said
    level = (wrong.level + desk.chance.randint(1, HIGHEST)) % (HIGHEST + 1)
    resident.levels[wrong.skill] = level
    return e.SkillCorrected(effective_on=desk.today, corrects=version, now={"level": level})


def _found(
    desk: Desk, resident: Resident, assessor: Resident, on: date
) -> e.SkillClaimed | e.SkillAssessed:
    chance, levels = desk.chance, resident.levels
    said: dict[str, Any] = {"effective_on": on, **FRAMEWORK}
    if not levels or (len(levels) < 6 and chance.comes(0.2)):
        skill = chance.choice([skill for skill in SKILLS if skill not in levels])
        levels[skill] = chance.randint(0, 2)
        return e.SkillClaimed(skill=skill, level=levels[skill], **said)
    skill = chance.choice(list(levels))
    levels[skill] = level = min(HIGHEST, levels[skill] + chance.comes(0.4))
    if assessor is resident:
        return e.SkillClaimed(skill=skill, level=level, **said)
    by, method, paper = assessor.person_id, chance.choice(METHODS), desk.paper()
    return e.SkillAssessed(
        skill=skill, level=level, assessor=by, method=method, evidence=paper, **said
    )
