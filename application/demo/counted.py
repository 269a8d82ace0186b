"""What the story's own tables come to, on any day and by what had been entered until any day."""

from collections.abc import Callable

from application.demo.facts import NEW_HIRES, WRONGLY_COUNTED
from application.demo.money import EXPENDITURES
from application.demo.pilots import PILOTS
from application.demo.support import EMPLOYMENTS, FOUND_ON, WRONG_FORM

FIRST_OF_R6, LAST_OF_R6 = "2024-04-01", "2025-03-31"
VOIDED_ON = "2025-05-20"
JOINED_ON = "2025-06-09"
SAME_PERSON = {"W-012": "W-007"}

Breakdown = dict[str, int]


def new_hires(on: str, by: str) -> tuple[int, Breakdown]:
    """Count the persons newly hired in R6, in all and by municipality."""
    hired = {
        (municipality, SAME_PERSON.get(worker, worker) if min(on, by) >= JOINED_ON else worker)
        for worker, year, day_of, entered, municipality in NEW_HIRES
        if year == "R6"
        and day_of <= on
        and entered <= by
        and not (worker == WRONGLY_COUNTED and by >= VOIDED_ON)
    }  # fmt: skip
    lines: Breakdown = {}
    for municipality, _ in hired:
        lines[municipality] = lines.get(municipality, 0) + 1
    return len({person for _, person in hired}), dict(sorted(lines.items()))


def budget_executed(on: str, by: str) -> tuple[int, Breakdown]:
    """Add up the yen paid from the budget of R6 less what was returned, in all and by pillar."""
    lines: Breakdown = {}
    for _, _, pillar, *_, payments, returned in EXPENDITURES:
        paid = [yen for yen, paid_on, entered in payments if paid_on <= on and entered <= by]
        if returned and returned[1] <= min(on, by):
            paid.append(-returned[0])
        if paid:
            lines[pillar] = lines.get(pillar, 0) + sum(paid)
    return sum(lines.values()), dict(sorted(lines.items()))


def pilots(on: str, _by: str) -> tuple[int, Breakdown]:
    """Count the pilots begun in R6, in all and by municipality; none was entered late."""
    lines: Breakdown = {}
    for _, _, municipality, _, begun, *_ in PILOTS:
        if FIRST_OF_R6 <= begun <= min(on, LAST_OF_R6):
            lines[municipality] = lines.get(municipality, 0) + 1
    return sum(lines.values()), dict(sorted(lines.items()))


def new_employments(on: str, by: str) -> tuple[int, Breakdown]:
    """Count the persons newly employed in R6 under a contract, in all and by municipality."""
    employed = {
        (municipality, person)
        for person, _, form, _, _, municipality, began, entered, _ in EMPLOYMENTS
        if form == "employed"
        and "2024-04-01" <= began <= min(on, "2025-03-31")
        and entered <= by
        and not (person == WRONG_FORM and by >= FOUND_ON)
    }  # fmt: skip
    lines: Breakdown = {}
    for municipality, _ in employed:
        lines[municipality] = lines.get(municipality, 0) + 1
    return len({person for _, person in employed}), dict(sorted(lines.items()))


COUNTS: dict[str, Callable[[str, str], tuple[int, Breakdown]]] = {
    "kpi1": new_hires,
    "new-employments": new_employments,
    "budget-executed": budget_executed,
    "kpi2": pilots,
}
"""How to count a figure by hand, by its code."""
