"""Distribution of skill levels (スキルのレベル分布): how many workers stand at which level?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import PEOPLE, Few
from application.viewing.levels import READS, standing
from application.viewing.view import Asks, Facts, Line, View
from domain.base.fields import Municipality
from domain.base.words import Label
from domain.worker import events as e
from domain.worker.levels import Skill


class SkillLevelsAsks(Asks):
    """Of the workers of which municipality; of all if none is given."""

    municipality: Municipality | None = None


@rowclass
class SkillLevelRow:
    """One level of one skill in one version of its framework; workers on the roll on the day."""

    framework: e.Framework
    framework_version: e.FrameworkVersion
    skill: e.Skill
    level: e.Level
    workers: Annotated[int, Label("人数", "workers"), PEOPLE]
    few: Few = False


def compute(facts: Facts, asks: SkillLevelsAsks) -> Iterator[Line[SkillLevelRow]]:
    """Count workers, in the order of skills and levels."""
    at: dict[tuple[Skill, int], list[Recorded]] = defaultdict(list)
    for worker in standing(facts, facts.valid_on):
        if worker.on_roll and asks.municipality in {None, worker.municipality}:
            for skill, held in worker.levels.items():
                at[skill, held.level].append(held.fact)
    for (skill, level), each in sorted(at.items()):
        row = SkillLevelRow(*skill, level, len(each))
        yield Line(row, tuple(each))


SKILL_LEVELS = View(
    name="skill-levels",
    label=Label("スキルのレベル分布", "Distribution of skill levels"),
    asks=SkillLevelsAsks,
    row=SkillLevelRow,
    reads=READS,
    compute=compute,
)
