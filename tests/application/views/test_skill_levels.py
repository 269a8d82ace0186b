"""How many workers stand at which level on a day."""

from application.views.skill_levels import SKILL_LEVELS, SkillLevelRow, SkillLevelsAsks
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.worker.examples import (
    SAKU,
    TATESHINA,
    WORKER,
    assessed,
    claimed,
    left,
    moved,
    registered,
    remapped,
    skill_corrected,
    withdrawn,
)

ALL = SkillLevelsAsks()


def at(level: int, *, skill: str = "data-entry", version: str = "1.2") -> SkillLevelRow:
    """One worker at this level."""
    return SkillLevelRow("dss", version, skill, level, 1, few=True)


def test_the_level_is_the_latest_of_the_day() -> None:
    """A correction flows through, and a skill that was withdrawn is gone."""
    log = log_of(
        (WORKER, registered()),
        (WORKER, claimed("2024-05-01", level=2)),
        (WORKER, assessed("2024-06-01", level=4)),
        (WORKER, skill_corrected("2024-09-01", 3, level=3)),
        (WORKER, withdrawn("2024-07-01")),
    )
    days = ("2024-05-31", "2024-06-01", "2024-07-01")
    assert [rows(SKILL_LEVELS, log, ALL, valid_on=on) for on in days] == [[at(2)], [at(3)], []]


def test_a_skill_carried_over_stands_in_the_other_version() -> None:
    """And no longer in the first."""
    log = log_of(
        (WORKER, registered()), (WORKER, claimed("2024-05-01")), (WORKER, remapped("2025-04-01"))
    )
    moved_to = at(3, skill="data-handling", version="2.0")
    assert rows(SKILL_LEVELS, log, ALL, valid_on="2025-03-31") == [at(2)]
    assert rows(SKILL_LEVELS, log, ALL, valid_on="2025-04-01") == [moved_to]


def test_only_workers_on_the_roll_and_of_the_place_count() -> None:
    """Where they live on the day."""
    log = log_of(
        (WORKER, registered()),
        (WORKER, claimed("2024-05-01")),
        (WORKER, moved("2024-10-01", SAKU)),
        (WORKER, left(last_day="2025-03-31")),
    )
    tateshina = SkillLevelsAsks(municipality=TATESHINA)
    assert rows(SKILL_LEVELS, log, tateshina, valid_on="2024-09-30") == [at(2)]
    assert rows(SKILL_LEVELS, log, tateshina, valid_on="2024-10-01") == []
    assert rows(SKILL_LEVELS, log, ALL, valid_on="2025-03-31") == [at(2)]
    assert rows(SKILL_LEVELS, log, ALL, valid_on="2025-04-01") == []
