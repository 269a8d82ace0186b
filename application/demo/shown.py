"""What a newcomer is shown: the same questions asked of three moments, and whether they agree."""

from collections.abc import Sequence
from typing import Any

from application.asking.answers import Asked
from application.demo.expected import MOMENTS, Check
from application.demo.plan_r6_r8 import GRANT, R6
from application.demo.teller import day
from application.evidence.replay import whole
from application.figures.achievement import AchievementAsked, answer_achievement
from application.projections.engagement_board import Stage
from application.registry import PROJECTIONS
from application.service import Consortium
from domain.base.words import Code
from domain.worker.events import Method

SKILLS_OF = "W-003"


def shown(consortium: Consortium, found: Sequence[Check]) -> dict[str, Any]:
    """Give everything that the demonstration prints, as plain values."""
    position, recorded_at = consortium.log.last()
    return {
        "consortium": consortium.name,
        "clock": consortium.log.clock,
        "position": position,
        "recorded_at": recorded_at.isoformat(),
        "checks": [
            {
                "what": check.what,
                "moment": check.moment,
                "expected": check.expected,
                "found": check.found,
                "agrees": check.agrees,
            }
            for check in found
        ],
        "kpis": answer_achievement(consortium, AchievementAsked(GRANT, R6))["kpis"],
        "skills": {moment: _skills(consortium, asked) for moment, asked in MOMENTS.items()},
        "engagements": {moment: _stages(consortium, asked) for moment, asked in MOMENTS.items()},
    }


def _skills(consortium: Consortium, asked: dict[str, str]) -> list[str]:
    """Give one worker's skills as they stand at a moment."""
    return [
        f"{row['skill']}  レベル{row['level']}（{_word(Method, row['method'])}）"
        for row in _items(consortium, "skill_map", asked)
        if row["worker_number"] == SKILLS_OF
    ]


def _stages(consortium: Consortium, asked: dict[str, str]) -> dict[str, str]:
    """Give the stage of every engagement at a moment."""
    rows = _items(consortium, "engagement_board", asked)
    return {row["number"]: _word(Stage, row["stage"]) for row in rows}


def _word(codes: type[Code], value: str) -> str:
    return next(code.ja for code in codes if code.value == value)


def _items(consortium: Consortium, name: str, asked: dict[str, str]) -> list[dict[str, Any]]:
    valid_on = day(asked["valid_on"]) if "valid_on" in asked else None
    question = Asked(valid_on=valid_on, as_of=asked.get("as_of"))
    items: list[dict[str, Any]] = whole(consortium, PROJECTIONS[name], question)["items"]
    return items
