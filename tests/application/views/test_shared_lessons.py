"""What was learnt where, from failures too, and who else was told."""

from uuid import UUID

from application.views.shared_lessons import SHARED_LESSONS, SharedLessonsAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.pilot import examples as p

KEPT, GIVEN_UP = UUID(int=0xB1), UUID(int=0xB2)
LOG = log_of(
    (KEPT, p.started()),
    (GIVEN_UP, p.started(number="P-R6-02", municipality="202126")),
    (KEPT, p.learnt("2025-02-28", learnt_from="success", shared_with=("203246", "202126"))),
    (GIVEN_UP, p.learnt("2025-02-10", municipality="202126", shared_with=())),
    (GIVEN_UP, p.learnt("2025-04-01", 2, municipality="202126", learnt_from="premise")),
    (GIVEN_UP, p.abandoned("2025-04-10")),
    (
        GIVEN_UP,
        p.learnt("2025-04-10", 3, municipality="202126", learnt_from="premise", from_failure=True),
    ),
    (KEPT, p.learnt("2025-04-02", 2, learnt_from="failure", shared_with=("203246",))),
)


def shown(valid_on: str = "2026-01-01", **asked: object) -> list[tuple[object, ...]]:
    """Give year, pilot, lesson, whether from failure, whom it was shared with, and whether."""
    asks = SharedLessonsAsks.model_validate(asked)
    return [
        (row.fiscal_year, row.number, row.lesson, row.from_failure, row.shared_with, row.shared)
        for row in rows(SHARED_LESSONS, LOG, asks, valid_on=valid_on)
    ]


def test_a_lesson_is_shared_if_another_municipality_was_told() -> None:
    """The pilot's own does not count; a lesson of a pilot given up by then is from failure."""
    assert shown() == [
        (2024, "P-R6-02", 1, True, (), False),
        (2024, "P-R6-01", 1, False, ("202126",), True),
        (2025, "P-R6-02", 2, False, (), False),
        (2025, "P-R6-01", 2, True, (), False),
        (2025, "P-R6-02", 3, True, (), False),
    ]


def test_a_pilot_that_is_given_up_later_changes_no_lesson() -> None:
    """Each row says what the lesson said, and whether the pilot is given up by now."""

    def second(valid_on: str) -> tuple[bool, bool]:
        found = rows(SHARED_LESSONS, LOG, SharedLessonsAsks(), valid_on=valid_on)[2]
        return found.from_failure, found.given_up

    assert second("2025-04-09") == (False, False)
    assert second("2025-04-10") == (False, True)


def test_what_is_asked_for_is_all_that_is_answered() -> None:
    """The year in which it was learnt, and the programme; each line names its lesson."""
    assert len(shown(fiscal_year="R6", programme=p.GRANT)) == 2
    assert shown(programme="own:203246") == []
    (first, *_) = lines(SHARED_LESSONS, LOG, SharedLessonsAsks(), valid_on="2026-01-01")
    assert [fact.position for fact in first.facts] == [4]
