"""The figures that the programme needs: given events, when computed, then the value."""

from application.figures.values import EventRef, FigureEvent, Row
from tests.application.figures.given import (
    BUDGET_EXECUTED,
    FIRST_PAID,
    MEMBERS,
    NEW_HIRES,
    SKILLS_RAISED,
    event,
    figure,
)


def hired(
    position: int, effective_on: str, person: str, year: int, at: str = "203246"
) -> FigureEvent:
    """Make a counted fact of KPI 1."""
    return event(
        position,
        "kpi.fact_counted",
        effective_on,
        kpi="kpi1",
        person=person,
        fiscal_year=year,
        municipality=at,
    )


def member(position: int, topic: str, effective_on: str, code: str, kind: str) -> FigureEvent:
    """Make a joining or leaving; each member has one stream."""
    return event(
        position,
        f"consortium.member_{topic}",
        effective_on,
        stream=int(code),
        programme="common",
        municipality=code,
        kind=kind,
    )


def paid(position: int, effective_on: str, person: str) -> FigureEvent:
    """Make a payment to a worker."""
    return event(position, "engagement.remuneration_paid", effective_on, person=person)


def spending(position: int, kind: str, amount: int, pillar: str, year: int = 2024) -> FigureEvent:
    """Make a payment or a return in a budget year."""
    return event(
        position,
        f"expenditure.{kind}",
        "2025-05-20",
        amount=amount,
        pillar=pillar,
        municipality=None,
        fiscal_year=year,
    )


def skill(position: int, effective_on: str, person: str, name: str, change: str) -> FigureEvent:
    """Make an assessment; each person has one stream."""
    return event(
        position,
        "worker.skill_assessed",
        effective_on,
        stream=ord(person),
        programme="common",
        person=person,
        skill=name,
        change=change,
    )


def test_new_hires_are_those_of_the_year_that_the_event_names() -> None:
    """KPI 1 goes by the fiscal year in the event and not by the day of counting."""
    events = [
        hired(1, "2024-06-01", "a", 2024),
        hired(2, "2025-04-10", "b", 2024),
        hired(3, "2025-04-10", "c", 2025),
        event(4, "kpi.fact_counted", "2024-07-01", kpi="kpi2", fiscal_year=2024),
    ]

    result = figure(NEW_HIRES, events, "2025-05-31", fiscal_year=2024)

    assert result.value == 2
    assert [ref.position for ref in result.counted] == [1, 2]


def test_a_person_hired_twice_in_a_year_counts_once_and_both_facts_are_shown() -> None:
    """The trace shows every fact behind a distinct count, and rows need not add up to it."""
    events = [
        hired(2, "2024-06-01", "a", 2024, at="203246"),
        hired(1, "2024-09-01", "a", 2024, at="202126"),
    ]

    result = figure(NEW_HIRES, events, fiscal_year=2024)

    assert result.value == 1
    assert result.rows == (Row(("202126",), 1), Row(("203246",), 1))
    assert result.counted == (events[1].ref, events[0].ref)


def test_joined_persons_count_once_and_parted_persons_twice() -> None:
    """Counting persons follows the joins in force without moving any event."""
    events = [hired(1, "2024-06-01", "a", 2024), hired(2, "2024-09-01", "b", 2024)]

    joined = figure(NEW_HIRES, events, fiscal_year=2024, joins={"a": "a", "b": "a"})
    parted = figure(NEW_HIRES, events, fiscal_year=2024, joins={})

    assert (joined.value, parted.value) == (1, 2)
    assert joined.counted == parted.counted


def test_a_year_without_facts_is_zero() -> None:
    """Nothing counted under a definition in force is 0, which is not the same as no value."""
    result = figure(NEW_HIRES, [], fiscal_year=2024)

    assert (result.value, result.reason_without_value) == (0, None)


def test_member_municipalities_count_on_their_last_day_and_not_after() -> None:
    """KPI 4 is a level: a member leaving on 31 March still counts that day."""
    events = [
        member(1, "joined", "2024-04-01", "203246", "municipality"),
        member(2, "joined", "2024-04-01", "202126", "municipality"),
        member(3, "joined", "2024-04-01", "999999", "company"),
        member(4, "left", "2026-03-31", "202126", "municipality"),
    ]

    days = ["2024-03-31", "2024-04-01", "2026-03-31", "2026-04-01"]
    values = [figure(MEMBERS, events, on).value for on in days]

    assert values == [0, 2, 2, 1]


def test_a_level_of_a_past_year_is_that_of_its_last_day() -> None:
    """Asked in 2027 about fiscal year 2024, KPI 4 states the members on 2025-03-31."""
    events = [
        member(1, "joined", "2024-04-01", "203246", "municipality"),
        member(2, "joined", "2025-04-01", "202126", "municipality"),
    ]

    values = [figure(MEMBERS, events, "2027-01-01", fiscal_year=y).value for y in (2024, 2025)]

    assert values == [1, 2]


def test_a_member_that_comes_back_counts_again_once() -> None:
    """Leaving ends what was before it, and not the membership that begins later in the stream."""
    events = [
        member(1, "joined", "2024-04-01", "203246", "municipality"),
        member(2, "left", "2024-09-30", "203246", "municipality"),
        member(3, "joined", "2024-09-30", "203246", "municipality"),
    ]

    values = [figure(MEMBERS, events, on).value for on in ("2024-09-30", "2024-10-01")]

    assert values == [1, 1]


def test_budget_executed_is_paid_less_returned_of_the_budget_year() -> None:
    """A payment in May belongs to the year it names; what was returned is taken off its line."""
    events = [
        spending(1, "paid", 500_000, "1"),
        spending(2, "paid", 200_000, "3"),
        spending(3, "returned", 50_000, "3"),
        spending(4, "paid", 9, "1", year=2025),
    ]

    result = figure(BUDGET_EXECUTED, events, "2025-05-31", fiscal_year=2024)

    assert result.value == 650_000
    assert result.rows == (Row(("1", None), 500_000), Row(("3", None), 150_000))
    assert [(p.sign, p.value, len(p.counted)) for p in result.parts] == [
        (1, 700_000, 2),
        (-1, 50_000, 1),
    ]
    assert [ref.position for ref in result.counted] == [1, 2, 3]


def test_the_share_of_skills_raised_looks_at_the_latest_assessment() -> None:
    """A skill raised and later found lower again is not raised; two of three are 67 per cent."""
    events = [
        skill(1, "2024-05-01", "a", "excel", "raised"),
        skill(2, "2024-06-01", "a", "excel", "lowered"),
        skill(3, "2024-05-01", "b", "excel", "raised"),
        skill(4, "2024-05-01", "b", "sql", "raised"),
    ]

    result = figure(SKILLS_RAISED, events)

    assert result.value == 67
    assert result.rows == (Row(("excel",), 50), Row(("sql",), 100))
    assert [(p.side, p.value) for p in result.parts] == [("numerator", 2), ("denominator", 3)]


def test_withdrawing_a_skill_ends_that_skill_only() -> None:
    """An ending that names fields in `same` leaves other facts of the stream alone."""
    events = [
        skill(1, "2024-05-01", "a", "excel", "raised"),
        skill(2, "2024-05-01", "a", "sql", "same"),
        event(
            3,
            "worker.skill_withdrawn",
            "2024-06-01",
            stream=ord("a"),
            programme="common",
            skill="sql",
        ),
    ]

    values = [figure(SKILLS_RAISED, events, on).value for on in ("2024-05-31", "2024-06-01")]

    assert values == [50, 100]


def test_the_first_paid_order_counts_in_the_year_in_which_it_fell() -> None:
    """A worker paid in 2023 has no first paid order in 2024, however often paid then."""
    events = [
        paid(3, "2023-12-01", "a"),
        paid(1, "2024-05-01", "a"),
        paid(2, "2024-06-01", "b"),
        paid(4, "2024-07-01", "b"),
    ]

    result = figure(FIRST_PAID, events, fiscal_year=2024)

    assert result.value == 1
    assert result.counted == (EventRef(events[2].stream, 2, 2),)


def test_joined_workers_have_one_first_paid_order() -> None:
    """A key that names a person follows the joins too."""
    events = [paid(1, "2023-12-01", "a"), paid(2, "2024-06-01", "b")]

    result = figure(FIRST_PAID, events, fiscal_year=2024, joins={"b": "a"})

    assert result.value == 0
