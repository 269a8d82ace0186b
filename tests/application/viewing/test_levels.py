"""Levels of persons: of joined records, and what counts as having risen."""

from uuid import UUID

from application.effective import by_stream
from application.viewing.levels import by_person, rose
from application.viewing.view import Facts
from domain.worker.levels import Skill
from tests.application.projections.given import log_of
from tests.domain.worker.examples import HANAKO, WORKER, assessed, registered
from tests.given import day

AGAIN, SAME = UUID(int=0xB2), UUID(int=0xA2)
ENTRY = Skill("dss", "1.2", "data-entry")
LOG = log_of(
    (WORKER, registered()),
    (AGAIN, registered().model_copy(update={"person_id": SAME})),
    (WORKER, assessed("2024-06-01", level=3)),
    (AGAIN, assessed("2024-07-01", level=2)),
    (AGAIN, assessed("2024-07-01", level=2, skill="design")),
)
FACTS = Facts(day("2025-01-01"), by_stream(LOG), {SAME: HANAKO, HANAKO: HANAKO})


def test_a_person_with_two_records_stands_at_the_higher_level() -> None:
    """And holds what either record says."""
    held = by_person(FACTS, day("2024-12-31"))[HANAKO]
    assert {skill.skill: one.level for skill, one in held.items()} == {
        "data-entry": 3,
        "design": 2,
    }
    assert by_person(FACTS, day("2024-05-31")).get(HANAKO, {}) == {}


def test_who_had_no_level_before_did_not_rise() -> None:
    """A first level shows where someone stands; and one may ask about some skills only."""
    then, now = (by_person(FACTS, day(on))[HANAKO] for on in ("2024-06-01", "2024-07-01"))
    assert not rose(then, now)
    lower = {ENTRY: then[ENTRY]._replace(level=2)}
    assert rose(lower, now)
    assert rose(lower, now, among={ENTRY})
    assert not rose(lower, now, among={Skill("dss", "1.2", "design")})
