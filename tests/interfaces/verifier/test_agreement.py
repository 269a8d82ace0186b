"""The verifier and the service compute the same figures, from the same log, to the last part."""

import pytest

from tests.interfaces.verifier.given import Plain, figure, made
from tests.interfaces.verifier.random_logs import case

CASES, AT_ONCE = 1000, 50


@pytest.mark.parametrize("first", range(0, CASES, AT_ONCE))
def test_the_same_figures_on_random_logs(first: int) -> None:
    """Value, breakdown, parts, counted and recorded agree; what is refused there differs here."""
    for number in range(first, first + AT_ONCE):
        one = case(number)
        wrong = [
            figure(definition, fiscal_year=year, valid_on=one["valid_on"])
            for definition in one["definitions"]
            for year in one["years"]
        ]
        pairs = list(zip(one["expected"], wrong, strict=True))
        told = _verdicts(one, [right or other for right, other in pairs])
        expected = ["recomputed" if right else "differs" for right, _ in pairs]
        assert told == expected, number


def test_the_random_logs_are_not_idle() -> None:
    """Most figures count something, and every reason to have no value comes up."""
    figures = [each for number in range(50) for each in case(number)["expected"] if each]
    assert sum(bool(each["counted"]) for each in figures) > len(figures) // 3
    reasons = {each["reason_without_value"] for each in figures}
    assert reasons == {None, "compared_day_not_earlier", "denominator_zero"}


@pytest.mark.parametrize(
    "part", ["value", "reason_without_value", "by", "rows", "parts", "counted", "recorded"]
)
def test_a_figure_that_differs_in_any_part_is_noticed(part: str) -> None:
    """There is no part of a figure that could be told otherwise."""
    for number in range(20):
        one = case(number)
        if not all(one["expected"]):
            continue
        for place, right in enumerate(one["expected"]):
            told = list(one["expected"])
            told[place] = {**right, part: _other(part, right[part])}
            assert _verdicts(one, told)[place] == "differs", (number, place)


def _other(part: str, value: object) -> object:
    match value:
        case None:
            return 0 if part == "value" else "denominator_zero"
        case [] if part == "rows":
            return [{"by": [], "value": 1}]
        case int():
            return value + 1
        case list():
            return value[1:] if value else [1]
        case dict():
            return {**value, "late": value["late"] + 1}
        case _:
            return None


def _verdicts(one: Plain, figures: list[Plain]) -> list[str]:
    bundle = made(one["events"], figures, valid_on=one["valid_on"], years=one["years"])
    return [each["verdict"] for each in bundle.checked()["figures"]]
