"""A KPI's fiscal year is closed; what is counted into it later says why."""

from uuid import UUID

from domain.kpi import commands as c
from domain.kpi import events as e
from domain.kpi import rules
from tests.domain.kpi.examples import COUNTED, GRANT, count, counted
from tests.given import day, given

YEAR = UUID(int=0xF3)


def closed(on: str = "2025-05-30") -> e.KpiYearClosed:
    """The figures of the year were closed."""
    return e.KpiYearClosed.model_validate(
        {"effective_on": on, "programme": GRANT, "kpi": "kpi1", "fiscal_year": 2024}
    )


def close(on: str = "2025-05-30") -> c.CloseKpiYear:
    """Close the figures of the year."""
    return c.CloseKpiYear.model_validate(
        {"effective_on": on, "programme": GRANT, "kpi": "kpi1", "fiscal_year": "R6"}
    )


def late(on: str = "2024-06-01") -> c.CountFact:
    """Count someone, and say why only now."""
    said = {**COUNTED, "effective_on": on, "programme": GRANT, "after_closing": "overlooked"}
    return c.CountFact.model_validate(said)


def test_a_year_is_closed_once_it_is_over() -> None:
    """On 31 March at the earliest, and once."""
    given().when(close("2025-03-30")).refused(rules.CLOSED_BEFORE_ITS_END)
    given().when(close("2025-03-31")).then(closed("2025-03-31"))
    given(closed()).when(close("2025-06-01")).refused(rules.CLOSED_ALREADY)


def test_what_is_counted_into_a_closed_year_says_why() -> None:
    """Whatever the day of the fact; before the closing nobody is asked."""
    counted_late = counted().model_copy(update={"after_closing": e.AfterClosing.OVERLOOKED})
    given().seeing(YEAR, closed()).when(count()).refused(rules.YEAR_CLOSED)
    given().seeing(YEAR, closed()).when(late()).then(counted_late)
    given().when(late()).refused(rules.NOT_CLOSED)


def test_the_closing_looked_at_is_that_of_the_facts_own_year() -> None:
    """Nobody has to name it, and nobody can leave it out."""
    assert ("kpi-year", close().opens()) in count().looks_at()


def test_a_closing_is_taken_back() -> None:
    """Then the year is open as before."""
    reopen = c.ReopenKpiYear(effective_on=day("2025-06-01"), kpi_year_id=YEAR, version=1)
    reopened = e.KpiYearReopened(effective_on=day("2025-06-01"), programme=GRANT, voids=1)
    given(closed()).when(reopen).then(reopened)
    given(closed(), reopened).when(close("2025-06-02")).then(closed("2025-06-02"))
    given().seeing(YEAR, closed(), reopened).when(count()).then(counted())
