"""Levels raised (スキルの伸び): how many of those who had a skill rose in it since a day?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import PEOPLE, Few, percent
from application.viewing.levels import READS, standing
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Day
from domain.base.fields import Municipality
from domain.base.words import Label
from domain.worker import events as e
from domain.worker.levels import Skill


class SkillGrowthAsks(Asks):
    """Since which day, until the day asked for; of which municipality, or of all."""

    since: Annotated[Day, Label("比べる日", "since", "2024-04-01")]
    municipality: Municipality | None = None


@rowclass
class SkillGrowthRow:
    """One skill in one version of its framework: workers on the roll who had it on both days.

    Levels of two versions are not compared. The share is in per cent of those who had the skill on
    both days.
    """

    framework: e.Framework
    framework_version: e.FrameworkVersion
    skill: e.Skill
    workers: Annotated[int, Label("両方の日に記録のある人数", "workers on both days"), PEOPLE]
    raised: Annotated[int, Label("上がった人数", "of these, higher"), PEOPLE]
    lowered: Annotated[int, Label("下がった人数", "of these, lower"), PEOPLE]
    share: Annotated[int | None, Label("上がった割合（％）", "higher, per cent")]
    few: Few = False


def compute(facts: Facts, asks: SkillGrowthAsks) -> Iterator[Line[SkillGrowthRow]]:
    """Compare each worker's levels on the two days, in the order of skills."""
    then = {one.worker: one.levels for one in standing(facts, asks.since)}
    changes: dict[Skill, list[tuple[int, Recorded]]] = defaultdict(list)
    for worker in standing(facts, facts.valid_on):
        if worker.on_roll and asks.municipality in {None, worker.municipality}:
            before = then.get(worker.worker, {})
            for skill, held in worker.levels.items():
                if skill in before:
                    changes[skill].append((held.level - before[skill].level, held.fact))
    for skill, each in sorted(changes.items()):
        raised, lowered = sum(by > 0 for by, _ in each), sum(by < 0 for by, _ in each)
        row = SkillGrowthRow(*skill, len(each), raised, lowered, percent(raised, len(each)))
        yield Line(row, tuple(fact for _, fact in each))


SKILL_GROWTH = View(
    name="skill-growth",
    label=Label("スキルの伸び", "Levels raised"),
    asks=SkillGrowthAsks,
    row=SkillGrowthRow,
    reads=READS,
    compute=compute,
)
