"""Nothing is counted twice, and what was counted wrongly can be taken back."""

from uuid import UUID

from domain.base.mend import CORRECTION_INVALID
from domain.kpi import rules
from tests.domain.kpi.examples import correct, corrected, count, counted, void, voided
from tests.given import given


def test_a_fact_is_counted() -> None:
    """The count names the KPI, the subject, the year and the municipality."""
    given().when(count()).then(counted())


def test_a_subject_is_counted_once_for_a_kpi() -> None:
    """On another day too."""
    given(counted("2024-06-01")).when(count("2025-06-01")).refused(rules.COUNTED_ALREADY)


def test_a_corrected_fact_is_still_counted() -> None:
    """Putting the year right does not free the subject."""
    given(counted(), corrected("2024-07-01", 1, fiscal_year=2023)).when(count()).refused(
        rules.COUNTED_ALREADY
    )


def test_a_voided_fact_can_be_counted_again() -> None:
    """It had never held."""
    given(counted(), voided("2024-07-01", 1)).when(count("2024-08-01")).then(counted("2024-08-01"))


def test_a_fact_is_taken_back_once() -> None:
    """After that nothing is there."""
    given(counted()).when(void(1, "2025-01-01")).then(voided("2025-01-01", 1))
    given(counted(), voided("2024-07-01", 1)).when(void(1)).not_found()


def test_a_fact_is_corrected() -> None:
    """The year it belongs to was wrong."""
    given(counted()).when(correct(1, "2025-01-01", fiscal_year=2023)).then(
        corrected("2025-01-01", 1, fiscal_year=2023)
    )


def test_a_count_is_not_moved_to_another_kpi_or_subject() -> None:
    """Either could be counted already, in a stream of its own: void it and count it anew."""
    given(counted()).when(correct(1, kpi="kpi2")).refused(CORRECTION_INVALID)
    given(counted()).when(correct(1, subject=str(UUID(int=9)))).refused(CORRECTION_INVALID)


def test_each_kpi_subject_and_programme_is_counted_apart() -> None:
    """A person can count for two KPIs, and two persons for one."""
    command = count()
    others = [
        command.model_copy(update={"kpi": "kpi2"}),
        command.model_copy(update={"subject": UUID(int=9)}),
        command.model_copy(update={"programme": "own:203246"}),
    ]
    assert len({command.opens(), *(other.opens() for other in others)}) == 4
