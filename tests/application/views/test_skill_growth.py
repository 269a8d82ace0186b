"""How many rose in a skill between two days."""

from application.views.skill_growth import SKILL_GROWTH, SkillGrowthAsks, SkillGrowthRow
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.worker.examples import WORKER, assessed, claimed, registered, remapped
from tests.given import day

LOG = log_of(
    (WORKER, registered()),
    (WORKER, claimed("2024-05-01", level=2)),
    (WORKER, assessed("2024-06-01", level=3)),
    (WORKER, assessed("2024-08-01", level=1)),
    (WORKER, remapped("2025-04-01")),
)


def since(text: str) -> SkillGrowthAsks:
    """Ask since a day."""
    return SkillGrowthAsks(since=day(text))


def row(raised: int, lowered: int, share: int) -> SkillGrowthRow:
    """One worker, higher or lower."""
    return SkillGrowthRow("dss", "1.2", "data-entry", 1, raised, lowered, share, few=True)


def test_levels_of_two_days_are_compared() -> None:
    """Higher, lower, and the share of those who had the skill on both days."""
    assert rows(SKILL_GROWTH, LOG, since("2024-05-01"), valid_on="2024-06-01") == [row(1, 0, 100)]
    assert rows(SKILL_GROWTH, LOG, since("2024-06-01"), valid_on="2024-08-01") == [row(0, 1, 0)]
    assert rows(SKILL_GROWTH, LOG, since("2024-05-01"), valid_on="2024-05-31") == [row(0, 0, 0)]


def test_who_had_no_level_then_is_not_compared() -> None:
    """Nor are levels of two versions of the framework."""
    assert rows(SKILL_GROWTH, LOG, since("2024-04-30"), valid_on="2024-06-01") == []
    assert rows(SKILL_GROWTH, LOG, since("2024-05-01"), valid_on="2025-04-01") == []
