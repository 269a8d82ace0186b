"""Hours under contracts: agreed, declared and approved, month by month."""

from uuid import UUID

from application.views.contract_hours import CONTRACT_HOURS, ContractHoursAsks, ContractHoursRow
from domain.base.event import Event
from domain.contract.events import HoursCorrected
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.contract.examples import (
    CONTRACT,
    GRANT,
    NO_HOURS,
    amended,
    approved,
    concluded,
    declared,
    ended,
    renewed,
)
from tests.given import day

MAY, JUNE = UUID(int=5), UUID(int=6)
ALL = ContractHoursAsks()
HOUR = 60


def worked(*extra: tuple[UUID, Event]) -> list[tuple[UUID, Event]]:
    """120 hours in May, of which 100 are approved, and 130 in June."""
    return [
        (CONTRACT, concluded()),
        (MAY, declared("2024-05-10", 100 * HOUR)),
        (MAY, approved("2024-05-20", "2024-05-20", ("2024-05-10", 100 * HOUR))),
        (MAY, declared("2024-05-31", 20 * HOUR)),
        (JUNE, declared("2024-06-10", 130 * HOUR)),
        *extra,
    ]


def shown(log: list[tuple[UUID, Event]], valid_on: str) -> dict[str, ContractHoursRow]:
    """Give the rows by their months."""
    found = rows(CONTRACT_HOURS, log_of(*log), ALL, valid_on=valid_on)
    return {row.month: row for row in found}


def test_ten_months_burn_down_from_twelve_hundred_hours() -> None:
    """By four weeks a month, as the contract says; by the calendar there would be more."""
    found = shown(worked(), "2025-02-28")
    assert list(found) == [
        *(f"2024-{month:02}" for month in range(5, 13)),
        "2025-01",
        "2025-02",
    ]
    may, june = found["2024-05"], found["2024-06"]
    assert (may.agreed, may.by_calendar) == (120 * HOUR, 7971)
    assert (may.declared, may.approved, may.unapproved) == (7200, 6000, 1200)
    assert (may.over, june.over) == (0, 10 * HOUR)
    assert (may.left, june.left, june.declared_so_far) == (1080 * HOUR, 950 * HOUR, 250 * HOUR)
    assert found["2025-02"].left == 950 * HOUR


def test_a_month_is_over_or_under_only_when_it_is_over() -> None:
    """On its last day, not on the day before; what comes later is not known yet."""
    before, on_it = (shown(worked(), on)["2024-05"] for on in ("2024-05-30", "2024-05-31"))
    assert (before.declared, before.over, on_it.over) == (6000, None, 0)
    assert shown(worked(), "2024-05-31")["2024-06"].declared == 0


def test_what_was_corrected_after_its_approval_is_open_again() -> None:
    """With its whole day: nobody has seen it as it stands."""
    fixed = HoursCorrected(
        effective_on=day("2024-06-20"), programme=GRANT, corrects=1, now={"minutes": 90 * HOUR}
    )
    may = shown(worked((MAY, fixed)), "2025-02-28")["2024-05"]
    assert (may.declared, may.approved, may.unapproved) == (110 * HOUR, 0, 110 * HOUR)


def test_terms_hold_from_the_month_on_whose_first_day_they_hold() -> None:
    """Two heads from October; a renewal adds its months, an ending takes some away."""
    amendment = (CONTRACT, amended("2024-10-01", heads=2))
    found = shown(worked(amendment), "2025-02-28")
    assert (found["2024-09"].agreed, found["2024-10"].agreed) == (7200, 4800)
    middle = shown(worked((CONTRACT, amended("2024-10-02", heads=2))), "2025-02-28")
    assert (middle["2024-10"].agreed, middle["2024-11"].agreed) == (7200, 4800)
    more = shown(
        worked((CONTRACT, renewed("2025-02-14", "2025-03-01", "2025-03-31"))), "2025-03-31"
    )
    assert list(more)[-1] == "2025-03"
    assert (more["2025-02"].left, more["2025-03"].left) == (950 * HOUR, 120 * HOUR)
    fewer = shown(worked((CONTRACT, ended("2024-12-31"))), "2025-03-31")
    assert list(fewer)[-1] == "2024-12"


def test_of_a_part_of_a_month_nothing_is_said_by_four_weeks() -> None:
    """Nor then of what is left of all; nothing is guessed."""
    log: list[tuple[UUID, Event]] = [
        (CONTRACT, concluded(first_day="2024-05-16", last_day="2024-06-30"))
    ]
    found = shown(log, "2024-06-30")
    assert (found["2024-05"].agreed, found["2024-05"].by_calendar) == (None, 4114)
    assert (found["2024-05"].over, found["2024-06"].left) == (None, None)


def test_hours_outside_of_a_contract_are_shown_too() -> None:
    """An ending can be recorded after they were declared; a contract without hours has no line."""
    found = shown(worked((CONTRACT, ended("2024-05-31"))), "2025-02-28")
    assert (found["2024-06"].agreed, found["2024-06"].declared) == (None, 130 * HOUR)
    assert shown([(CONTRACT, concluded(**NO_HOURS))], "2025-02-28") == {}


def test_a_line_names_the_facts_it_stands_on() -> None:
    """The contract, and the month's; one contract or programme can be asked for."""
    asks = ContractHoursAsks(programme=GRANT, contract="委-R6-01")
    may, *_ = lines(CONTRACT_HOURS, log_of(*worked()), asks, valid_on="2025-02-28")
    assert [fact.position for fact in may.facts] == [1, 2, 3, 4]
    others = [ContractHoursAsks(contract="委-R6-02"), ContractHoursAsks(programme="own:203246")]
    for other in others:
        assert rows(CONTRACT_HOURS, log_of(*worked()), other, valid_on="2025-02-28") == []
