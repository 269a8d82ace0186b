"""An indicator is defined, version by version, and measured under the definition of the day."""

from domain.base.mend import CORRECTION_INVALID
from domain.outcome import rules
from domain.outcome.events import OutcomeCorrected, OutcomeVoided
from tests.domain.outcome.examples import (
    GRANT,
    correct,
    define,
    defined,
    measure,
    measured,
    void,
)
from tests.given import day, given


def test_an_indicator_is_defined_version_by_version() -> None:
    """Counted up from 1, each from a later day on."""
    given().when(define(version=1)).then(defined(version=1))
    given().when(define(version=2)).refused(rules.VERSION_OUT_OF_ORDER)
    once = given(defined("2024-05-01", 1))
    once.when(define("2025-04-01", 1)).refused(rules.VERSION_DEFINED_ALREADY)
    once.when(define("2024-05-02", 2)).then(defined("2024-05-02", 2))
    once.when(define("2024-05-01", 2)).refused(rules.VERSION_OUT_OF_ORDER)
    once.when(define("2025-04-01", 3)).refused(rules.VERSION_OUT_OF_ORDER)


def test_it_is_measured_under_the_definition_of_the_day() -> None:
    """Once a day; what was measured under the version before stays as it is."""
    changed = given(defined("2024-05-01", 1), measured("2025-03-31"), defined("2025-04-01", 2))
    changed.when(measure("2025-03-30")).then(measured("2025-03-30", version=1))
    changed.when(measure("2025-04-01")).then(measured("2025-04-01", version=2))
    changed.when(measure("2025-03-31", 21)).refused(rules.MEASURED_ALREADY)
    changed.when(measure("2024-04-30")).refused(rules.NOT_IN_FORCE)
    changed.when(measure("2024-05-01")).then(measured("2024-05-01", version=1))


def test_a_definition_that_comes_later_for_an_earlier_day_restates_nothing() -> None:
    """The value says under which version it was measured."""
    given(defined("2024-05-01", 1), measured("2025-03-31")).when(define("2025-01-01", 2)).then(
        defined("2025-01-01", 2)
    )


def test_entries_are_corrected_but_not_into_other_versions() -> None:
    """A value stays within its definition's time, and alone on its day."""
    told = given(defined("2024-05-01"), measured("2024-09-30"), measured("2025-03-31"))
    told.when(correct(2, value=11)).then(
        OutcomeCorrected(
            effective_on=day("2025-06-01"), programme=GRANT, corrects=2, now={"value": 11}
        )
    )
    told.when(correct(1, code="other")).refused(CORRECTION_INVALID)
    told.when(correct(3, effective_on="2024-09-30")).refused(rules.MEASURED_ALREADY)
    again = given(defined("2024-05-01"), defined("2025-04-01", 2), measured("2025-04-01", 1, 2))
    again.when(correct(3, effective_on="2025-03-31")).refused(rules.NOT_IN_FORCE)
    again.when(correct(2, effective_on="2024-05-01")).refused(rules.VERSION_OUT_OF_ORDER)


def test_entries_are_voided_as_far_as_nothing_builds_on_them() -> None:
    """The latest definition not while something is measured under it."""
    told = given(defined("2024-05-01"), defined("2025-04-01", 2), measured("2025-04-01", 1, 2))
    told.when(void(3)).then(OutcomeVoided(effective_on=day("2025-06-01"), programme=GRANT, voids=3))
    told.when(void(2)).refused(rules.NOT_IN_FORCE)
    given(defined("2024-05-01"), defined("2025-04-01", 2), defined("2026-04-01", 3)).when(
        void(2)
    ).refused(rules.VERSION_OUT_OF_ORDER)
