"""Help to the order director is logged as totals of a day, and nothing else of the day."""

import pytest
from pydantic import ValidationError

from domain.base import mend
from domain.delegation import events as e
from domain.delegation import rules
from tests.domain.delegation.examples import correct_log, log, logged, void_log
from tests.given import day, given


def test_each_kind_has_one_total_a_day() -> None:
    """Of another kind, or on another day, there is another."""
    given().when(log()).then(logged())
    known = given(logged("2024-10-01", 90))
    known.when(log("2024-10-01", 30)).refused(rules.LOGGED_ALREADY)
    known.when(log("2024-10-02", 30)).then(logged("2024-10-02", 30))
    known.when(log("2024-10-01", 30, "schedule")).then(logged("2024-10-01", 30, "schedule"))


def test_a_day_has_24_hours() -> None:
    """To the minute, over all kinds."""
    known = given(logged("2024-10-01", 1439))
    known.when(log("2024-10-01", 1, "schedule")).then(logged("2024-10-01", 1, "schedule"))
    known.when(log("2024-10-01", 2, "schedule")).refused(rules.MORE_THAN_A_DAY)
    with pytest.raises(ValidationError):
        log(minutes=1441)


def test_nothing_is_known_of_the_hours_of_a_day() -> None:
    """No beginning, no end, no presence: only how long, of what, for whom."""
    own = set(e.Assistance.model_fields)
    assert own == {"person_id", "kind", "minutes"}
    assert set(e.AssistanceLogged.model_fields) - own == {"effective_on", "programme"}


def test_a_corrected_total_is_plausible_too() -> None:
    """The minutes and the kind can be put right; whose it was and when is voided instead."""
    known = given(logged("2024-10-01", 1400), logged("2024-10-01", 40, "schedule"))
    known.when(correct_log(2, minutes=41)).refused(rules.MORE_THAN_A_DAY)
    known.when(correct_log(2, kind="documents")).refused(rules.LOGGED_ALREADY)
    known.when(correct_log(2, minutes=39)).then(
        e.AssistanceCorrected(effective_on=day("2024-11-01"), corrects=2, now={"minutes": 39})
    )
    known.when(correct_log(2, effective_on="2024-10-02")).refused(mend.CORRECTION_INVALID)


def test_what_was_never_given_is_voided() -> None:
    """And may be logged again."""
    voided = e.AssistanceVoided(effective_on=day("2024-11-01"), voids=2)
    known = (logged("2024-10-01"), logged("2024-10-02"))
    given(*known).when(void_log(2)).then(voided)
    given(*known, voided).when(log("2024-10-02")).then(logged("2024-10-02"))


def test_a_month_of_one_person_is_one_record() -> None:
    """However much is logged, no record grows long."""
    assert log("2024-10-01").opens() == log("2024-10-31").opens()
    assert log("2024-10-31").opens() != log("2024-11-01").opens()
