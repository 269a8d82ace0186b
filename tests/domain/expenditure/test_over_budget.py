"""Which commitments a budget line has no room for, taken together."""

from datetime import date
from typing import Any

from domain.expenditure.over_budget import Step, over_budget
from domain.grant.budget import Said, said_of_lines
from tests.domain.expenditure.examples import committed
from tests.domain.grant import examples as plan
from tests.given import day

OF: dict[str, Any] = {"line": "2-training", "pillar": "2", "budget_items": ("r2:12",)}
LINE = plan.line("2024-04-01", **OF)


def budget(*more: Said) -> list[tuple[date, Said]]:
    """Say that the line has 400 yen, and what came after it."""
    return [(day("2024-04-01"), said_of_lines(LINE)), *((day("2024-07-01"), one) for one in more)]


def step(on: str, yen: int, **charge: object) -> Step:
    """So many yen more, or less, are committed on a day."""
    said = committed(on).model_copy(update=charge)
    return day(on), said, yen


def test_the_commitment_that_the_line_has_no_room_for_is_named() -> None:
    """400 are there: 300 and 100 fit, and the yen after them does not, nor the next."""
    steps = [step("2024-06-01", 300), step("2024-06-02", 100)]
    assert over_budget(budget(), steps) == set()
    assert over_budget(budget(), [*steps, step("2024-06-03", 1), step("2024-06-04", 1)]) == {2, 3}


def test_it_goes_by_the_days_and_not_by_the_order_of_recording() -> None:
    """What was entered late about an earlier day came first."""
    assert over_budget(budget(), [step("2024-06-02", 200), step("2024-06-01", 300)]) == {0}


def test_what_was_cancelled_leaves_room() -> None:
    """From its day on."""
    steps = [step("2024-06-01", 400), step("2024-06-03", -100)]
    assert over_budget(budget(), [*steps, step("2024-06-02", 100)]) == {2}
    assert over_budget(budget(), [*steps, step("2024-06-03", 100)]) == set()


def test_a_supplement_counts_from_its_day_on() -> None:
    """The day before, the line still has what it had."""
    raised = said_of_lines(LINE.model_copy(update={"amount": 500}))
    steps = [step("2024-06-01", 400), step("2024-06-30", 100)]
    assert over_budget(budget(raised), steps) == {1}
    later = [step("2024-06-01", 400), step("2024-07-01", 100)]
    assert over_budget(budget(raised), later) == set()


def test_a_municipalitys_part_bears_its_own_and_the_rest_is_joint() -> None:
    """All of them spend of a line that is not split; other lines are not touched."""
    towns = [step("2024-06-01", 300), step("2024-06-02", 200, municipality="202126")]
    assert over_budget(budget(), towns) == {1}
    own = said_of_lines(plan.line(**OF, municipality="202126", amount=200))
    steps = [(day("2024-07-02"), charge, yen) for _, charge, yen in towns]
    assert over_budget(budget(own), steps) == set()
    assert over_budget(budget(), [step("2024-06-01", 900, line="9-none")]) == set()
