"""Service contracts and the hours declared under them, on sheets."""

from application.documents.cells import Cell
from domain.contract import commands as c
from domain.contract import events as e
from tests.given import day
from tests.given_sheets import GRANT, SHEETS, Town, one

HEADER, HOURS = SHEETS["hours"]


def test_contracts_and_hours_are_recorded_from_sheets(town: Town) -> None:
    """Each on its day, with what the row says and nothing that it leaves blank."""
    town.take_all(upto="employments")
    before = town.position()
    town.take("contracts", *SHEETS["contracts"], programme=GRANT)
    town.take("hours", HEADER, HOURS, programme=GRANT)
    said = [one.event for one in town.events(before) if "Import" not in type(one.event).__name__]
    concluded = [event for event in said if isinstance(event, e.ContractConcluded)]
    assert [(event.number, event.effective_on, event.amount) for event in concluded] == [
        ("委-1", day("2024-05-01"), None),
        ("委-2", day("2024-06-03"), 500_000),
    ]
    declared = [event for event in said if isinstance(event, e.HoursDeclared)]
    assert [(event.contract_number, event.effective_on, event.minutes) for event in declared] == [
        ("委-1", day("2024-05-07"), 360),
        ("委-1", day("2024-06-03"), 420),
    ]


def test_hours_that_differ_are_corrected_on_a_day_that_is_asked_for(town: Town) -> None:
    """A day's total is one entry, and nothing builds on it; a contract is corrected by hand."""
    town.take_all(upto="hours")
    other: list[list[Cell]] = [["委-1", "R6.5.7", 300]]
    assert one(town.compare("hours", HEADER, other)).status == "in_doubt"
    (corrects,) = one(town.compare("hours", HEADER, other, changes_from=day("2024-06-01"))).commands
    assert isinstance(corrects, c.CorrectHours)
    header, rows = SHEETS["contracts"]
    changed = [[400_000 if cell == "500,000円" else cell for cell in rows[1]]]
    line = one(town.compare("contracts", header, changed, programme=GRANT))
    assert "correct-contract" in line.faults[0].reason


def test_hours_of_no_contract_or_of_none_by_the_hour_are_bad(town: Town) -> None:
    """A number that nobody knows, and a contract for a piece of work."""
    town.take_all(upto="hours")
    (unknown, other) = town.compare(
        "hours", HEADER, [["委-9", "R6.7.1", 60], ["委-2", "R6.7.1", 60]], programme=GRANT
    )
    assert [fault.column for fault in unknown.faults] == ["契約番号"]
    assert [line.status for line in (unknown, other)] == ["bad", "bad"]
