"""A series has a planned rhythm, which is data and not a rule."""

from domain.base.mend import CORRECTION_INVALID, NOTHING_TO_MEND
from domain.meeting import rules
from domain.meeting.events import SeriesCorrected, SeriesEntryVoided
from tests.domain.meeting.examples import (
    GRANT,
    begun,
    change,
    correct_series,
    end,
    over,
    plan,
    rhythm,
    void_series,
)
from tests.given import day, given


def test_a_series_is_planned_with_its_rhythm() -> None:
    """Under a code of its own in its programme, and once."""
    given().when(plan()).then(begun())
    given(begun()).when(plan("2025-01-01")).refused(rules.SERIES_PLANNED_ALREADY)


def test_its_rhythm_changes_from_a_day_on() -> None:
    """To one that it does not have already, on a day on which it runs."""
    given(begun("2024-05-01")).when(change("2024-05-01")).then(rhythm("2024-05-01"))
    given(begun("2024-05-01")).when(change("2024-04-30")).refused(rules.SERIES_NOT_RUNNING)
    given(begun()).when(change("2024-10-01", days=14)).refused(rules.SAME_RHYTHM)
    changed = given(begun(), rhythm("2024-10-01", days=28))
    changed.when(change("2024-09-30", days=28)).then(rhythm("2024-09-30", days=28))


def test_it_ends_with_its_last_day() -> None:
    """Once; what was recorded by mistake is voided first."""
    given(begun()).when(end("2025-02-28")).then(over("2025-02-28"))
    ended = given(begun(), over("2025-02-28"))
    ended.when(change("2025-02-28")).then(rhythm("2025-02-28"))
    ended.when(end("2025-03-01")).refused(rules.SERIES_NOT_RUNNING)
    ended.when(end("2025-02-27")).refused(rules.SERIES_NOT_RUNNING)


def test_its_rhythm_does_not_change_after_its_end() -> None:
    """Whichever of the two is recorded or corrected later."""
    changed = given(begun(), rhythm("2024-10-01", days=28))
    changed.when(end("2024-09-30")).refused(rules.SERIES_NOT_RUNNING)
    changed.when(end("2024-10-01")).then(over("2024-10-01"))
    given(begun(), rhythm("2024-10-01", days=28), over("2025-02-28")).when(
        correct_series(3, effective_on="2024-09-30")
    ).refused(rules.SERIES_NOT_RUNNING)


def test_its_entries_are_corrected_and_voided() -> None:
    """But not which series it is, nor that it was planned at all while others build on it."""
    ended = given(begun(), over("2025-02-28"))
    on = day("2025-06-01")
    ended.when(correct_series(1, interval_days=7)).then(
        SeriesCorrected(effective_on=on, programme=GRANT, corrects=1, now={"interval_days": 7})
    )
    ended.when(correct_series(1, code="other")).refused(CORRECTION_INVALID)
    ended.when(void_series(2)).then(SeriesEntryVoided(effective_on=on, programme=GRANT, voids=2))
    ended.when(void_series(1)).refused(NOTHING_TO_MEND)
