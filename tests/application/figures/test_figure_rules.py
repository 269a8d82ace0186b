"""The rules of the figure language, one by one."""

from datetime import datetime
from typing import Any, Literal

import pytest

from application.figures.facts import typed
from application.figures.interpreter import require_sum, undefined
from application.figures.values import FigureError, HowRecorded, Row
from domain.base.figure import Basis, Condition, Count, Difference, Ending, Facts, Ratio, Sum
from tests.application.figures.given import (
    GRANT,
    NEW_HIRES,
    day,
    days_after,
    definition,
    event,
    figure,
)

HELD = Facts(opens=("pilot.started",))


def count(basis: Basis, facts: Facts = HELD) -> Count:
    """Count facts on a basis."""
    return Count(facts=facts, basis=basis)


def tens(topic: str) -> Sum:
    """Sum the field n of a topic."""
    return Sum(facts=Facts(opens=(topic,)), basis="cumulative", field="n")


def test_a_fiscal_year_begins_on_1_april() -> None:
    """31 March 2025 is the last day of fiscal year 2024, and 1 April the first of 2025."""
    events = [event(1, "pilot.started", "2025-03-31"), event(2, "pilot.started", "2025-04-01")]

    refs = [figure(count("annual"), events, fiscal_year=y).counted for y in (2023, 2024, 2025)]

    assert refs == [(), (events[0].ref,), (events[1].ref,)]


def test_cumulative_counts_the_year_and_all_before() -> None:
    """Without a fiscal year, all years up to the day are counted."""
    events = [event(1, "pilot.started", "2024-05-01"), event(2, "pilot.started", "2025-05-01")]

    values = [figure(count("cumulative"), events, fiscal_year=y).value for y in (2024, 2025, None)]

    assert values == [1, 2, 2]


def test_what_takes_effect_after_the_day_is_not_counted() -> None:
    """The day itself is still counted."""
    events = [event(1, "pilot.started", "2024-05-02")]

    values = [figure(count("cumulative"), events, on).value for on in ("2024-05-01", "2024-05-02")]

    assert values == [0, 1]


@pytest.mark.parametrize(
    ("compared_with", "expected"), [("day_before_year", -1), (day("2023-03-31"), 1)]
)
def test_an_increment_is_the_level_less_an_earlier_level(
    compared_with: Literal["day_before_year"], expected: int
) -> None:
    """Both levels are shown as parts, and an increment may be negative."""
    facts = Facts(opens=("pilot.started",), ends=Ending(topics=("pilot.ended",)))
    events = [
        event(1, "pilot.started", "2023-05-01"),
        event(2, "pilot.started", "2023-06-01", stream=7),
        event(3, "pilot.ended", "2024-06-01", stream=7),
    ]
    measure = Count(facts=facts, basis="increment", compared_with=compared_with)

    result = figure(measure, events, fiscal_year=2024)

    assert result.value == expected
    assert [(p.sign, str(p.day)) for p in result.parts] == [
        (1, "2025-03-31"),
        (-1, "2024-03-31" if expected < 0 else "2023-03-31"),
    ]


def test_an_increment_within_a_difference_is_subtracted_whole() -> None:
    """Subtracting an increment subtracts its later level and adds its earlier one."""
    events = [event(1, "pilot.started", "2023-05-01"), event(2, "pilot.started", "2024-05-01")]
    rise = Count(facts=HELD, basis="increment", compared_with="day_before_year")

    result = figure(Difference(of=(count("level"),), minus=(rise,)), events, fiscal_year=2024)

    assert (result.value, [p.sign for p in result.parts]) == (1, [1, -1, 1])


def test_an_increment_needs_an_earlier_day() -> None:
    """A day that is not earlier gives no value and the reason, never 0."""
    rise = Count(facts=HELD, basis="increment", compared_with=day("2024-03-31"))

    result = figure(rise, [], "2024-03-31")

    assert (result.value, result.reason_without_value) == (None, "compared_day_not_earlier")


@pytest.mark.parametrize(
    "measure",
    [count("annual"), Count(facts=HELD, basis="increment", compared_with="day_before_year")],
)
def test_a_figure_of_a_year_needs_the_year(measure: Count) -> None:
    """No fiscal year is guessed from the day."""
    result = figure(measure, [event(1, "pilot.started", "2024-05-01")])

    assert (result.value, result.reason_without_value) == (None, "no_fiscal_year")


def test_without_a_definition_there_is_no_value() -> None:
    """A KPI without a definition in force has no value and says so."""
    result = undefined("kpi3", programme=GRANT, fiscal_year=2024, valid_on=day("2025-03-31"))

    assert (result.code, result.version) == ("kpi3", None)
    assert (result.value, result.reason_without_value) == (None, "not_defined")


@pytest.mark.parametrize(
    ("effective", "expected"), [("last_day", [1, 1, 0]), ("first_day_without", [1, 0, 0])]
)
def test_the_definition_says_how_the_day_of_an_ending_is_meant(
    effective: Literal["last_day", "first_day_without"], expected: list[int]
) -> None:
    """The day of the ending is the last with the fact, or the first without it."""
    ends = Ending(topics=("pilot.ended",), effective=effective)
    measure = count("level", Facts(opens=("pilot.started",), ends=ends))
    events = [
        event(1, "pilot.started", "2024-05-01", stream=7),
        event(2, "pilot.ended", "2024-06-01", stream=7),
    ]

    days = ["2024-05-31", "2024-06-01", "2024-06-02"]
    assert expected == [figure(measure, events, on).value for on in days]


def test_an_ending_ends_only_its_own_stream_and_only_if_it_meets_the_conditions() -> None:
    """A pilot abandoned by choice ends that pilot; one that was paused ends nothing."""
    ends = Ending(topics=("pilot.ended",), where=(Condition(field="why", one_of=("abandoned",)),))
    measure = count("annual", Facts(opens=("pilot.started",), ends=ends))
    events = [
        event(1, "pilot.started", "2024-05-01", stream=7),
        event(2, "pilot.started", "2024-05-01", stream=8),
        event(3, "pilot.ended", "2024-06-01", stream=7, why="abandoned"),
        event(4, "pilot.ended", "2024-06-01", stream=8, why="paused"),
        event(5, "pilot.ended", "2024-06-01", stream=9, why="abandoned"),
    ]

    assert figure(measure, events, fiscal_year=2024).counted == (events[1].ref,)


def test_an_ending_that_does_not_say_which_fact_it_means_ends_nothing() -> None:
    """With null in a field of `same`; a fact that has null there is an error all the same."""
    facts = Facts(opens=("pilot.started",), ends=Ending(topics=("pilot.ended",), same=("n",)))
    began = event(1, "pilot.started", "2024-05-01", n=1)
    ended = event(2, "pilot.ended", "2024-05-02")

    assert figure(count("level", facts), [began, ended]).value == 1
    with pytest.raises(FigureError, match="null"):
        figure(count("level", facts), [event(1, "pilot.started", "2024-05-01"), ended])


def test_an_ending_entered_before_the_beginning_still_ends_it() -> None:
    """What ends what goes by the days on which it was true, not by the order of entry."""
    measure = count("level", Facts(opens=("pilot.started",), ends=Ending(topics=("pilot.ended",))))
    events = [
        event(1, "pilot.ended", "2024-06-01", stream=7),
        event(2, "pilot.started", "2024-05-01", stream=7),
    ]

    assert figure(measure, events).value == 0


def test_the_latest_under_a_key_goes_by_day_and_then_by_position() -> None:
    """A fact entered late but true earlier does not replace the one that was true later."""
    facts = Facts(
        opens=("worker.moved",),
        keep="latest",
        key=("stream",),
        kept_where=(Condition(field="to", one_of=("203246",)),),
    )
    events = [
        event(1, "worker.moved", "2024-06-01", stream=7, to="203246"),
        event(2, "worker.moved", "2024-05-01", stream=7, to="202126"),
        event(3, "worker.moved", "2024-06-01", stream=8, to="203246"),
        event(4, "worker.moved", "2024-06-01", stream=8, to="202126"),
    ]

    assert figure(count("level", facts), events).counted == (events[0].ref,)


def test_where_chooses_before_keeping_and_kept_where_after() -> None:
    """The latest assessment at level 3 is not the latest assessment, if that is at level 3."""
    three = (Condition(field="level", one_of=(3,)),)
    before = Facts(opens=("worker.assessed",), keep="latest", key=("stream",), where=three)
    after = Facts(opens=("worker.assessed",), keep="latest", key=("stream",), kept_where=three)
    events = [
        event(1, "worker.assessed", "2024-05-01", stream=7, level=3),
        event(2, "worker.assessed", "2024-06-01", stream=7, level=2),
    ]

    assert [figure(count("level", facts), events).value for facts in (before, after)] == [1, 0]


def test_another_programme_and_another_topic_are_not_counted() -> None:
    """A figure states its programme; the town's own work is not the grant's."""
    events = [
        event(1, "pilot.started", "2024-05-01", programme="own:203246"),
        event(2, "pilot.started", "2024-05-01", programme="common"),
        event(3, "pilot.ended", "2024-05-01"),
        event(4, "pilot.started", "2024-05-01"),
    ]

    assert figure(count("cumulative"), events).counted == (events[3].ref,)
    assert figure(count("cumulative"), events, programme="own:203246").counted == (events[0].ref,)


def test_the_common_registers_are_asked_by_name() -> None:
    """With the scope `common`, events of the programme itself are not counted."""
    facts = Facts(scope="common", opens=("pilot.started",))
    events = [
        event(1, "pilot.started", "2024-05-01", programme="common"),
        event(2, "pilot.started", "2024-05-01"),
    ]

    assert figure(count("cumulative", facts), events).counted == (events[0].ref,)


def test_true_one_and_the_digit_are_three_values() -> None:
    """Conditions, keys and breakdowns never take one kind of value for another."""
    events = [
        event(i, "pilot.started", "2024-05-01", n=n)
        for i, n in enumerate((True, 1, "1", None, 10, 9), 1)
    ]
    one = Facts(opens=("pilot.started",), where=(Condition(field="n", one_of=(1,)),))

    rows = figure(definition(count("cumulative"), "n"), events).rows

    assert figure(count("cumulative", one), events).counted == (events[1].ref,)
    assert [repr(r.by[0]) for r in rows] == ["None", "True", "1", "9", "10", "'1'"]


def test_null_and_absent_are_the_same() -> None:
    """The log leaves out what is null, so a verifier sees no difference either."""
    events = [
        event(1, "pilot.started", "2024-05-01", n=None),
        event(2, "pilot.started", "2024-05-01"),
    ]
    null = Facts(opens=("pilot.started",), where=(Condition(field="n", one_of=(None,)),))

    assert figure(count("cumulative", null), events).value == 2
    assert figure(definition(count("cumulative"), "n"), events).rows == (Row((None,), 2),)


def test_a_breakdown_by_the_year_of_the_day() -> None:
    """`effective_year` is a name like those of the event's own fields."""
    events = [event(1, "pilot.started", "2025-03-31"), event(2, "pilot.started", "2025-04-01")]

    result = figure(definition(count("cumulative"), "effective_year"), events)

    assert result.rows == (Row((2024,), 1), Row((2025,), 1))


@pytest.mark.parametrize(
    ("of", "per", "rounding", "expected"),
    [
        (1, 8, "half_up", 13),
        (1, 8, "down", 12),
        (-1, 8, "half_up", -13),
        (-1, 8, "down", -12),
        (1, -8, "down", -12),
        (-1, -8, "half_up", 13),
        (1, 3, "half_up", 33),
        (2, 3, "half_up", 67),
        (0, 3, "half_up", 0),
    ],
)
def test_ratios_round_by_magnitude(
    of: int, per: int, rounding: Literal["half_up", "down"], expected: int
) -> None:
    """Halves go away from zero, and rounding down goes towards it, on both sides of zero."""
    events = [event(1, "a.x", "2024-05-01", n=of), event(2, "a.y", "2024-05-01", n=per)]
    ratio = Ratio(numerator=tens("a.x"), denominator=tens("a.y"), scale=100, rounding=rounding)

    assert figure(ratio, events).value == expected


def test_a_zero_denominator_gives_no_value_and_the_reason() -> None:
    """There is no share of nothing: neither in total, nor in one line of the breakdown."""
    ratio = Ratio(numerator=tens("a.x"), denominator=tens("a.y"), scale=1000, rounding="down")
    by_town = definition(ratio, "town")
    events = [
        event(1, "a.x", "2024-05-01", n=1, town="A"),
        event(2, "a.x", "2024-05-01", n=1, town="B"),
        event(3, "a.y", "2024-05-01", n=4, town="B"),
    ]

    nothing = figure(by_town, events[:2])
    partly = figure(by_town, events)

    assert (nothing.value, nothing.reason_without_value) == (None, "denominator_zero")
    assert (partly.value, partly.reason_without_value) == (500, None)
    assert partly.rows == (Row(("A",), None), Row(("B",), 250))


def test_a_ratio_of_differences() -> None:
    """The rate of execution is (paid less returned) to (voted less carried over)."""
    ratio = Ratio(
        numerator=Difference(of=(tens("a.paid"),), minus=(tens("a.returned"),)),
        denominator=Difference(of=(tens("a.voted"),), minus=(tens("a.carried"),)),
        scale=100,
        rounding="down",
    )
    amounts = [("a.paid", 50), ("a.returned", 5), ("a.voted", 100), ("a.carried", 10)]
    events = [event(i, topic, "2024-05-01", n=n) for i, (topic, n) in enumerate(amounts)]

    assert figure(ratio, events).value == 50


@pytest.mark.parametrize(
    ("recorded_at", "taken_over", "expected"),
    [
        (days_after("2024-05-01", 31, hour=14), False, HowRecorded(as_it_happened=1)),
        (days_after("2024-05-01", 31, hour=15), False, HowRecorded(late=1)),
        (days_after("2024-05-01", -3, hour=0), False, HowRecorded(as_it_happened=1)),
        (days_after("2024-05-01", 0, hour=0), True, HowRecorded(taken_over=1)),
    ],
)
def test_late_is_after_31_days_in_japan(
    recorded_at: datetime,
    taken_over: bool,  # noqa: FBT001 - a case
    expected: HowRecorded,
) -> None:
    """The 31st day ends at midnight in Japan; what was taken over is never called anything else."""
    events = [
        event(1, "pilot.started", "2024-05-01", recorded_at=recorded_at, taken_over=taken_over)
    ]

    assert figure(count("cumulative"), events).recorded == expected


def test_a_fact_counted_in_two_parts_is_recorded_once() -> None:
    """How facts were recorded is told of facts, not of the parts that they are in."""
    both = Difference(of=(count("cumulative"), count("cumulative")), minus=(count("level"),))

    result = figure(both, [event(1, "pilot.started", "2024-05-01")])

    assert (result.value, len(result.counted)) == (1, 1)
    assert result.recorded == HowRecorded(as_it_happened=1)


@pytest.mark.parametrize(
    ("person", "year"), [(None, 2024), (7, 2024), ("a", None), ("a", "2024"), ("a", True)]
)
def test_what_cannot_be_told_apart_or_put_into_a_year_is_an_error(
    person: str | int | None, year: str | int | None
) -> None:
    """No figure rather than a guessed one."""
    fact = event(1, "kpi.fact_counted", "2024-05-01", kpi="kpi1", person=person, fiscal_year=year)

    with pytest.raises(FigureError):
        figure(NEW_HIRES, [fact], fiscal_year=2024)


@pytest.mark.parametrize("n", [None, "5", True])
def test_only_integers_are_summed(n: str | bool | None) -> None:  # noqa: FBT001 - a case
    """An amount that is missing, or written as text, is not 0."""
    with pytest.raises(FigureError):
        figure(tens("a.x"), [event(1, "a.x", "2024-05-01", n=n)])


def test_an_event_given_twice_is_an_error() -> None:
    """Double counting is refused and not repaired."""
    events = [event(1, "pilot.started", "2024-05-01")] * 2

    with pytest.raises(FigureError):
        figure(count("cumulative"), events)


def test_an_event_has_no_field_of_the_language_s_own_names() -> None:
    """`stream` and `effective_year` mean one thing only."""
    with pytest.raises(FigureError):
        event(1, "pilot.started", "2024-05-01", effective_year=1999)


def test_a_time_of_recording_without_a_zone_is_refused() -> None:
    """A time that could be in Japan or in UTC decides nothing about lateness."""
    with pytest.raises(FigureError):
        event(1, "a.x", "2024-05-01", recorded_at=datetime(2024, 5, 1))  # noqa: DTZ001


def test_a_breakdown_that_does_not_add_up_is_refused() -> None:
    """Lines and total of what is not counted distinct are held against each other."""
    require_sum(3, {(typed("A"),): 1, (typed("B"),): 2})

    with pytest.raises(FigureError):
        require_sum(4, {(typed("A"),): 1, (typed("B"),): 2})


def test_a_list_is_nothing_to_count_by() -> None:
    """It would be equal to nothing, and no other program could say what was counted."""
    shared: Any = ("202126", "203246")
    events = [event(1, "pilot.started", "2024-05-01", shared_with=shared)]
    where = (Condition(field="shared_with", one_of=("202126",)),)
    facts = Facts(opens=("pilot.started",), where=where)
    with pytest.raises(FigureError, match="shared_with is no single value"):
        figure(count("cumulative", facts), events)
