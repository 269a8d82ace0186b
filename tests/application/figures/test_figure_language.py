"""What a definition may say, and that it survives being published as JSON."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from application.figures.interpreter import topics
from domain.base.figure import Condition, Count, Difference, Facts, FigureDefinition
from tests.application.figures.given import (
    BUDGET_EXECUTED,
    FIRST_PAID,
    MEMBERS,
    NEW_HIRES,
    SKILLS_RAISED,
    day,
    definition,
)

PAID = Facts(opens=("expenditure.paid",))
INCREMENT = definition(
    Difference(
        of=(Count(facts=PAID, basis="increment", compared_with=day("2024-03-31")),),
        minus=(Count(facts=PAID, basis="increment", compared_with="day_before_year"),),
    )
)
WITH_NULL = definition(
    Count(
        facts=Facts(
            opens=("expenditure.paid",),
            where=(Condition(field="line", one_of=(None, True, 1, "1")),),
        ),
        basis="cumulative",
    )
)
EVERY = [NEW_HIRES, MEMBERS, BUDGET_EXECUTED, SKILLS_RAISED, FIRST_PAID, INCREMENT, WITH_NULL]


@pytest.mark.parametrize("published", EVERY, ids=lambda d: d.measure.kind)
@pytest.mark.parametrize("sparse", [True, False])
def test_a_definition_comes_back_from_json_unchanged(
    published: FigureDefinition, *, sparse: bool
) -> None:
    """The stored bytes give the same definition, read as text or as data, with nulls or without."""
    text = published.model_dump_json(exclude_none=sparse)

    assert published == FigureDefinition.model_validate_json(text)
    assert published == FigureDefinition.model_validate(json.loads(text))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "1"),
        (("unknown",), 1),
        (("title", "ja"), ""),
        (("measure", "kind"), "median"),
        (("measure", "basis"), "weekly"),
        (("measure", "compared_with"), "2024-03-31"),
        (("measure", "facts", "opens"), []),
        (("measure", "facts", "keep"), "latest"),
        (("measure", "facts", "key"), ["stream"]),
        (("measure", "facts", "kept_where"), [{"field": "kpi", "one_of": ["kpi1"]}]),
        (("measure", "facts", "persons"), ["stream"]),
        (("measure", "facts", "where"), [{"field": "kpi", "one_of": []}]),
        (("measure", "facts", "where"), [{"field": "kpi", "one_of": [1.5]}]),
        (("by",), ["person"]),
        (("by",), ["stream"]),
        (("by",), ["municipality", "municipality"]),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(path: tuple[str, ...], value: object) -> None:
    """A definition with any of these changes is not a definition."""
    data: Any = json.loads(NEW_HIRES.model_dump_json())
    place = data
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value

    with pytest.raises(ValidationError):
        FigureDefinition.model_validate_json(json.dumps(data))


@pytest.mark.parametrize("change", [{"basis": "increment"}, {"basis": "level"}])
def test_a_basis_does_not_go_with_what_contradicts_it(change: dict[str, str]) -> None:
    """An increment needs a day to compare with, and a level has no year of its facts."""
    data = json.loads(NEW_HIRES.model_dump_json())
    data["measure"] |= change

    with pytest.raises(ValidationError):
        FigureDefinition.model_validate_json(json.dumps(data))


@pytest.mark.parametrize("value", [1711843200, "31 March 2024", "2024-13-01", "20240331"])
def test_a_day_to_compare_with_is_an_iso_day(value: object) -> None:
    """No number of seconds and no other spelling is taken for a day."""
    data = json.loads(INCREMENT.model_dump_json())
    data["measure"]["of"][0]["compared_with"] = value

    with pytest.raises(ValidationError):
        FigureDefinition.model_validate(data)


def test_topics_are_those_that_open_and_those_that_end_facts() -> None:
    """Whoever selects the events for a figure, or shows their leaves, leaves none out."""
    assert frozenset({"consortium.member_joined", "consortium.member_left"}) == topics(MEMBERS)
    assert frozenset({"expenditure.paid", "expenditure.returned"}) == topics(BUDGET_EXECUTED)
    assert frozenset({"worker.skill_assessed", "worker.skill_withdrawn"}) == topics(SKILLS_RAISED)


def test_the_fields_that_a_definition_reads_are_known_for_each_topic() -> None:
    """A misspelt name can be found before the definition is published."""
    amount = frozenset({"pillar", "municipality", "fiscal_year", "amount"})

    assert NEW_HIRES.fields_by_topic() == {
        "kpi.fact_counted": frozenset({"kpi", "person", "fiscal_year", "municipality"})
    }
    assert BUDGET_EXECUTED.fields_by_topic() == {
        "expenditure.paid": amount,
        "expenditure.returned": amount,
    }
    assert SKILLS_RAISED.fields_by_topic() == {
        "worker.skill_assessed": frozenset({"person", "skill", "change"}),
        "worker.skill_withdrawn": frozenset({"skill"}),
    }
