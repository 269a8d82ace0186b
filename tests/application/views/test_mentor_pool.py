"""The mentor pool on a day: qualified or not, and how many mentees."""

from uuid import UUID

from application.views.mentor_pool import MENTOR_POOL, MentorPoolAsks, MentorRow
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.mentor.examples import QUALIFICATION, REQUIREMENT, ended, laid_down, qualified
from tests.domain.mentorship.examples import LIFE, MENTORSHIP, SABURO
from tests.domain.worker.examples import HANAKO
from tests.given import day

JIRO = UUID(int=0xA2)
ASKS = MentorPoolAsks()


def test_who_is_qualified_stands_in_the_pool_until_it_ends() -> None:
    """On the day before, the first day, and the first day without."""
    log = log_of((QUALIFICATION, qualified()), (QUALIFICATION, ended("2025-04-01")))
    days = ("2024-09-30", "2024-10-01", "2025-03-31", "2025-04-01")
    found = [[row.mentor for row in rows(MENTOR_POOL, log, ASKS, valid_on=on)] for on in days]
    assert found == [[], [HANAKO], [HANAKO], []]
    (row,) = rows(MENTOR_POOL, log, ASKS, valid_on="2024-10-01")
    assert row == MentorRow(
        mentor=HANAKO,
        qualified=True,
        required=None,
        valid_until=day("2026-09-30"),
        training_number="T-1",
        mentees=0,
    )


def test_a_mentor_without_a_qualification_stands_there_too() -> None:
    """With the mentees of the day; the last day of a mentorship counts."""
    log = log_of(*((MENTORSHIP, event) for event in LIFE))
    days = ("2024-05-19", "2024-05-20", "2024-07-20", "2024-08-31", "2024-09-01")
    found = [
        [
            (row.mentor, row.qualified, row.mentees)
            for row in rows(MENTOR_POOL, log, ASKS, valid_on=on)
        ]
        for on in days
    ]
    assert found == [[], [(JIRO, False, 1)], [(SABURO, False, 1)], [(SABURO, False, 1)], []]


def test_what_was_laid_down_is_shown_beside_each() -> None:
    """From its day on; before, nothing was said."""
    log = log_of((QUALIFICATION, qualified()), (REQUIREMENT, laid_down("2025-04-01")))
    found = [
        rows(MENTOR_POOL, log, ASKS, valid_on=on)[0].required for on in ("2025-03-31", "2025-04-01")
    ]
    assert found == [None, True]
