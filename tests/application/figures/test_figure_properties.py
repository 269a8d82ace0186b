"""What holds of figures whatever the events are, and agreement with a second, naive computation."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from application.figures.joins import representatives
from application.figures.values import FigureEvent
from domain.base.figure import Count, Facts, FigureDefinition
from tests.application.figures.given import (
    BUDGET_EXECUTED,
    FIRST_PAID,
    GRANT,
    MEMBERS,
    NEW_HIRES,
    SKILLS_RAISED,
    definition,
    event,
    figure,
)

START = date(2024, 3, 25)
DAYS = st.integers(0, 14).map(lambda n: str(START + timedelta(days=n)))
TOPICS = (
    "kpi.fact_counted",
    "consortium.member_joined",
    "consortium.member_left",
    "expenditure.paid",
    "expenditure.returned",
    "worker.skill_assessed",
    "worker.skill_withdrawn",
    "engagement.remuneration_paid",
)
JOINS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=2).map(
    representatives
)
CUMULATIVE = definition(Count(facts=Facts(opens=TOPICS), basis="cumulative"), "pillar")
EVERY = [NEW_HIRES, MEMBERS, BUDGET_EXECUTED, SKILLS_RAISED, FIRST_PAID, CUMULATIVE]


@st.composite
def logs(draw: st.DrawFn) -> list[FigureEvent]:
    """Draw a short log in which streams, days, persons and codes meet often."""
    return [
        event(
            position,
            draw(st.sampled_from(TOPICS)),
            draw(DAYS),
            stream=draw(st.integers(1, 3)),
            programme=draw(st.sampled_from([GRANT, "common", "common", GRANT, "own:203246"])),
            kpi=draw(st.sampled_from(["kpi1", "kpi1", "kpi2"])),
            person=draw(st.sampled_from("abcd")),
            fiscal_year=draw(st.sampled_from([2023, 2024])),
            municipality=draw(st.sampled_from(["203246", "202126"])),
            kind=draw(st.sampled_from(["municipality", "municipality", "company"])),
            amount=draw(st.integers(0, 9)),
            pillar=draw(st.sampled_from(["1", "2", None])),
            skill=draw(st.sampled_from(["sql", "excel"])),
            change=draw(st.sampled_from(["raised", "same"])),
        )
        for position in range(1, draw(st.integers(0, 14)) + 1)
    ]


@given(logs(), st.sampled_from(EVERY), DAYS, JOINS, st.randoms(use_true_random=False))
def test_the_order_of_the_events_does_not_matter(
    log: list[FigureEvent],
    what: FigureDefinition,
    on: str,
    joins: Mapping[str, str],
    random: Random,
) -> None:
    """Whoever hands over the events, in whatever order, gets the same figure to the last row."""
    mixed = list(log)
    random.shuffle(mixed)

    assert figure(what, log, on, fiscal_year=2024, joins=joins) == figure(
        what, mixed, on, fiscal_year=2024, joins=joins
    )


@given(logs(), DAYS, DAYS, st.sampled_from([2023, 2024, None]))
def test_a_cumulative_count_never_falls(
    log: list[FigureEvent], one: str, other: str, year: int | None
) -> None:
    """Without endings, a later day counts what an earlier day counted, and perhaps more."""
    early, late = (figure(CUMULATIVE, log, on, fiscal_year=year) for on in sorted((one, other)))

    assert set(early.counted) <= set(late.counted)
    assert (early.value or 0) <= (late.value or 0)


@given(logs(), DAYS, JOINS, st.sampled_from([2023, 2024]))
def test_new_hires_agree_with_a_naive_count(
    log: list[FigureEvent], on: str, joins: Mapping[str, str], year: int
) -> None:
    """KPI 1 by filtering a list, with nothing of the interpreter."""
    naive = set()
    counted = []
    for e in log:
        facts = e.fields
        if e.topic != "kpi.fact_counted" or facts["kpi"] != "kpi1" or e.programme != GRANT:
            continue
        if facts["fiscal_year"] == year and str(e.effective_on) <= on:
            naive.add(joins.get(str(facts["person"]), facts["person"]))
            counted.append(e.position)

    result = figure(NEW_HIRES, log, on, fiscal_year=year, joins=joins)

    assert result.value == len(naive)
    assert [ref.position for ref in result.counted] == counted


@given(logs(), DAYS)
def test_a_level_agrees_with_a_naive_count(log: list[FigureEvent], on: str) -> None:
    """KPI 4 by living through the days one by one: joining at once, leaving after the day."""
    here: list[tuple[int, str]] = []
    leaving: list[tuple[int, str]] = []
    for today in (START + timedelta(days=n) for n in range(15)):
        for member in leaving:
            here.remove(member)
        leaving = []
        for e in log:
            if (e.effective_on, e.programme) != (today, "common"):
                continue
            if e.topic == "consortium.member_joined" and e.fields["kind"] == "municipality":
                here.append((e.stream.int, str(e.fields["municipality"])))
            if e.topic == "consortium.member_left":
                leaving = [member for member in here if member[0] == e.stream.int] + [
                    member for member in leaving if member[0] != e.stream.int
                ]
        if str(today) == on:
            break

    assert figure(MEMBERS, log, on).value == len({code for _, code in here})
