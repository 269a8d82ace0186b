"""The language of figures, rule by rule: given these events, the figure counts those."""

from typing import Any

import pytest

from interfaces.verifier.events import Event, effective
from interfaces.verifier.figures import Figures, NoFigure
from interfaces.verifier.forms import definition
from tests.interfaces.verifier.given import PROGRAMME, Plain, counted, event

FACTS = {"opens": ["order.paid"]}
LEAVING = {"topics": ["order.ended"]}
YEAR, VALID_ON = 2024, "2025-03-31"


def read(plain: list[Plain]) -> list[Event]:
    """Give plain events as the verifier sees them."""
    return [
        Event(
            position=position,
            topic=each["topic"],
            scope=each["scope"],
            stream=each["stream"],
            version=each["version"],
            recorded_on=0,
            taken_over=each["taken_over"],
            fields=each["event"],
        )
        for position, each in enumerate(plain, 1)
    ]


def figure_of(measure: Plain, *plain: Plain, by: tuple[str, ...] = (), on: str = VALID_ON) -> Plain:
    """Compute a figure over some events, the first of which is at position 1."""
    if measure.get("kind", "count") in {"count", "sum"}:
        measure = {"kind": "count", "basis": "annual", "facts": FACTS, **measure}
    figures = Figures(effective(read(list(plain))), PROGRAMME, on)
    return figures.figure(definition(counted(by=list(by), measure=measure)), YEAR)


def paid(of: str = "a", version: int = 1, **fields: Any) -> Plain:  # noqa: ANN401
    """Give an event that opens a fact."""
    return event("order.paid", of, version, **fields)


def ended(of: str = "a", version: int = 2, **fields: Any) -> Plain:  # noqa: ANN401
    """Give an event that ends one."""
    return event("order.ended", of, version, **fields)


def mend(version: int, **fields: Any) -> Plain:  # noqa: ANN401
    """Give what corrects or voids an event of stream a."""
    return event("order.mended", "a", version, **fields)


LEVEL = {"basis": "level"}
RULES: dict[str, tuple[Plain, list[Plain], list[int]]] = {
    "only the named topics open facts": ({}, [paid(), event("order.sent", "b")], [1]),
    "a topic named twice opens once": ({"facts": {"opens": ["order.paid"] * 2}}, [paid()], [1]),
    "facts are of the programme": ({}, [paid(), paid("b", scope="common")], [1]),
    "or of the common registers": (
        {"facts": {**FACTS, "scope": "common"}},
        [paid(), paid("b", scope="common"), paid("c", scope="own:203246")],
        [2],
    ),
    "up to the day": ({}, [paid(day=VALID_ON), paid("b", day="2025-04-01")], [1]),
    "of the year, from April": (
        {},
        [paid(day="2024-03-31"), paid("b", day="2024-04-01"), paid("c", day="2025-03-31")],
        [2, 3],
    ),
    "of all years before, where that is asked": (
        {"basis": "cumulative"},
        [paid(day="2020-01-01"), paid("b")],
        [1, 2],
    ),
    "the year may stand in a field": (
        {"year_field": "year"},
        [paid(year=2024, day="2025-03-01"), paid("b", year=2023), paid("c", year=2025)],
        [1],
    ),
    "where: all conditions, and one of the values of each": (
        {
            "facts": {
                **FACTS,
                "where": [{"field": "a", "one_of": [1, 2]}, {"field": "b", "one_of": ["x"]}],
            }
        },
        [paid(a=2, b="x"), paid("b", a=2, b="y"), paid("c", a=3, b="x")],
        [1],
    ),
    "where: true is not 1, and text is no number": (
        {"facts": {**FACTS, "where": [{"field": "a", "one_of": [1]}]}},
        [paid(a=True), paid("b", a="1"), paid("c", a=1)],
        [3],
    ),
    "where: null has to be named": (
        {"facts": {**FACTS, "where": [{"field": "a", "one_of": [None, 0]}]}},
        [paid(), paid("b", a=0), paid("c", a=False)],
        [1, 2],
    ),
    "where: the language's own names": (
        {"facts": {**FACTS, "where": [{"field": "effective_year", "one_of": [2023]}]}, **LEVEL},
        [paid(day="2024-03-31"), paid("b")],
        [1],
    ),
    "an ending's day is the last day": (
        {"facts": {**FACTS, "ends": LEAVING}, **LEVEL},
        [paid(), ended(day=VALID_ON), paid("b"), ended("b", day="2025-03-30")],
        [1],
    ),
    "or the first day without": (
        {"facts": {**FACTS, "ends": {**LEAVING, "effective": "first_day_without"}}, **LEVEL},
        [paid(), ended(day=VALID_ON), paid("b"), ended("b", day="2025-04-01")],
        [3],
    ),
    "an ending is later than the fact": (
        {"facts": {**FACTS, "ends": LEAVING}, **LEVEL},
        [
            ended(day="2024-05-01", version=1),
            paid(version=2),
            ended("b"),
            paid("b", 3, day="2024-04-30"),
        ],
        [2],
    ),
    "an ending is of the same stream, and meets its conditions": (
        {"facts": {**FACTS, "ends": {**LEAVING, "where": [{"field": "a", "one_of": [1]}]}}},
        [paid(), ended("b", a=1), ended("a", a=2)],
        [1],
    ),
    "an ending is equal in the same fields": (
        {"facts": {**FACTS, "ends": {**LEAVING, "same": ["a"]}}},
        [paid(a=1), ended(a=2), ended(version=3), paid("b", a=1), ended("b", a=1)],
        [1],
    ),
    "an ending with null in one of the same fields ends nothing": (
        {"facts": {**FACTS, "ends": {**LEAVING, "same": ["a"]}}},
        [paid(a=1), ended()],
        [1],
    ),
    "keep the latest, by day and then by position": (
        {"facts": {**FACTS, "keep": "latest", "key": ["a"]}},
        [paid(a=1, day="2024-05-02"), paid("b", a=1), paid("c", a=2), paid("d", a=2)],
        [1, 4],
    ),
    "or the first": (
        {"facts": {**FACTS, "keep": "first", "key": ["a"]}},
        [paid(a=1, day="2024-05-02"), paid("b", a=1), paid("c", a=2), paid("d", a=2)],
        [2, 3],
    ),
    "kept_where comes after keeping": (
        {
            "facts": {
                **FACTS,
                "keep": "latest",
                "key": ["stream"],
                "kept_where": [{"field": "a", "one_of": [1]}],
            }
        },
        [paid(a=1), paid(version=2, a=2), paid("b", a=2), paid("b", 2, a=1)],
        [4],
    ),
    "the year comes after keeping": (
        {"facts": {**FACTS, "keep": "first", "key": ["stream"]}},
        [paid(day="2023-05-01"), paid(version=2), paid("b")],
        [3],
    ),
    "a level is of whatever year": (LEVEL, [paid(day="2020-01-01"), paid("b")], [1, 2]),
    "a voided event is out": ({}, [paid(), mend(2, voids=1), paid("b")], [3]),
    "unless the voiding is voided": ({}, [paid(), mend(2, voids=1), mend(3, voids=2)], [1]),
    "a correction replaces fields": (
        {"facts": {**FACTS, "where": [{"field": "a", "one_of": [2]}]}},
        [paid(a=1), mend(2, corrects=1, now={"a": 2})],
        [1],
    ),
    "a correction of a correction reaches what that one corrected": (
        {"facts": {**FACTS, "where": [{"field": "a", "one_of": [3]}]}},
        [paid(a=1), mend(2, corrects=1, now={"a": 2}), mend(3, corrects=2, now={"a": 3})],
        [1],
    ),
    "a voided correction replaces nothing": (
        {"facts": {**FACTS, "where": [{"field": "a", "one_of": [1]}]}},
        [paid(a=1), mend(2, corrects=1, now={"a": 2}), mend(3, voids=2)],
        [1],
    ),
    "a correction may move the day": (
        {},
        [paid(day="2023-05-01"), mend(2, corrects=1, now={"effective_on": "2024-05-01"})],
        [1],
    ),
    "what mends itself or a later version has no effect": (
        {},
        [mend(1, voids=1), mend(2, corrects=2, now={}), mend(3, voids=4), paid(version=4)],
        [4],
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_the_language(rule: str) -> None:
    """These facts are counted, and no others."""
    measure, plain, positions = RULES[rule]
    told = figure_of(measure, *plain)
    assert (told["counted"], told["value"]) == (positions, len(positions))


def test_different_values_are_counted_once() -> None:
    """And the facts behind them all."""
    told = figure_of({"distinct_by": "a"}, paid(a=1), paid("b", a=1), paid("c", a="1"))
    assert (told["value"], told["counted"]) == (2, [1, 2, 3])


def test_joined_ids_are_one_person() -> None:
    """On the day that is asked for, and through others."""
    measure = {"distinct_by": "a", "facts": {**FACTS, "persons": ["a"]}}
    facts = [paid(a="x"), paid("b", a="y"), paid("c", a="z")]
    one = event("person.joined", "j", person_id="x", other_id="y")
    two = event("client.merged", "k", client_id="z", duplicate_id="y", scope="common")
    parted = event("person.parted", "j", 2, person_id="y", other_id="x", day="2024-06-01")
    assert figure_of(measure, *facts)["value"] == 3
    assert figure_of(measure, *facts, one)["value"] == 2
    assert figure_of(measure, *facts, one, two)["value"] == 1
    assert figure_of(measure, *facts, one, two, parted)["value"] == 2
    assert figure_of(measure, *facts, one, two, parted, on="2024-05-31")["value"] == 1


def test_integers_are_summed() -> None:
    """Negative ones too; a fact without the number is an error."""
    measure = {"kind": "sum", "field": "yen"}
    assert figure_of(measure, paid(yen=5), paid("b", yen=-7))["value"] == -2
    for wrong in (None, "5", True):
        with pytest.raises(NoFigure):
            figure_of(measure, paid(yen=wrong))


@pytest.mark.parametrize(
    "measure",
    [
        {"distinct_by": "a"},
        {"year_field": "a"},
        {"facts": {**FACTS, "keep": "first", "key": ["a"]}},
        {"facts": {**FACTS, "ends": {**LEAVING, "same": ["a"]}}},
    ],
)
def test_what_is_told_apart_must_not_be_null(measure: Plain) -> None:
    """It is an error, and no figure."""
    with pytest.raises(NoFigure):
        figure_of(measure, paid())


def test_an_increment_is_the_level_less_the_level_before() -> None:
    """Two parts, the second with the opposite sign; the day before must be earlier."""
    measure = {"basis": "increment", "compared_with": "day_before_year"}
    facts = [paid(day="2024-03-31"), paid("b", day="2024-04-01")]
    told = figure_of(measure, *facts)
    assert told["value"] == 1
    assert [(p["day"], p["sign"], p["counted"]) for p in told["parts"]] == [
        (VALID_ON, 1, [1, 2]),
        ("2024-03-31", -1, [1]),
    ]
    none = figure_of({**measure, "compared_with": VALID_ON}, *facts)
    assert (none["value"], none["reason_without_value"]) == (None, "compared_day_not_earlier")
    assert (none["parts"], none["rows"], none["counted"]) == ([], [], [])


@pytest.mark.parametrize(
    ("above", "below", "rounding", "value"),
    [
        (1, 8, "half_up", 13),
        (1, 8, "down", 12),
        (-1, 8, "half_up", -13),
        (-1, 8, "down", -12),
        (1, -8, "half_up", -13),
        (-1, -8, "half_up", 13),
        (0, 8, "half_up", 0),
        (1, 0, "half_up", None),
    ],
)
def test_a_share_is_rounded_by_its_size(
    above: int, below: int, rounding: str, value: int | None
) -> None:
    """A half goes away from zero, down goes towards it, and nothing is divided by zero."""
    simple = {"kind": "sum", "basis": "annual", "facts": FACTS}
    measure = {"kind": "ratio", "scale": 100, "rounding": rounding}
    measure |= {"numerator": {**simple, "field": "a"}, "denominator": {**simple, "field": "b"}}
    told = figure_of(measure, paid(a=above, b=below), by=("stream_kind",))
    assert told["value"] == told["rows"][0]["value"] == value
    assert told["reason_without_value"] == (None if below else "denominator_zero")
    assert [part["side"] for part in told["parts"]] == ["numerator", "denominator"]


def test_a_breakdown_has_a_row_for_each_group_in_order() -> None:
    """Null, boolean, integer, text; 0 where a part has nothing."""
    values = ["b", 10, None, True, 9, "ab", False, "𝒃", "ｂ"]
    facts = [paid(str(number), a=each) for number, each in enumerate(values)]
    told = figure_of({}, *facts, by=("a",))
    order = [None, False, True, 9, 10, "ab", "b", "ｂ", "𝒃"]
    assert [row["by"] for row in told["rows"]] == [[each] for each in order]
    simple = {"kind": "count", "basis": "annual", "facts": FACTS}
    other = {**simple, "facts": {"opens": ["order.ended"]}}
    measure = {"kind": "difference", "of": [simple], "minus": [other]}
    told = figure_of(measure, paid(a="x"), ended(a="y"), by=("a",))
    assert told["rows"] == [{"by": ["x"], "value": 1}, {"by": ["y"], "value": -1}]
    assert (told["value"], [part["sign"] for part in told["parts"]]) == (0, [1, -1])
