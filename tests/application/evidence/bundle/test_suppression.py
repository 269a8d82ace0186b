"""No small count of persons can be worked out from a published figure."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations_with_replacement

import pytest

from application.evidence.bundle.persons import Whose
from application.evidence.bundle.suppression import Published, published
from application.figures.values import FigureEvent
from domain.base.figure import Count, Difference, Facts, FigureDefinition, Measure, Ratio, Sum
from tests.application.figures.given import GRANT, NEW_HIRES, definition, event, figure

PAY = definition(
    Sum(facts=Facts(opens=("commission.remuneration_paid",)), basis="annual", field="gross"),
    "municipality",
)
SPENT = definition(
    Sum(facts=Facts(opens=("expenditure.paid",)), basis="annual", field="amount"), "pillar"
)


def hires(*counts: int) -> list[FigureEvent]:
    """Give so many new hires in each of some municipalities, all recorded in time."""
    each = [municipality for municipality, count in enumerate(counts) for _ in range(count)]
    return [
        event(
            at, "kpi.fact_counted", "2024-06-01", kpi="kpi1", fiscal_year=2024,
            person=f"p{at}", municipality=f"m{municipality}", amount=1000 * at,
        )
        for at, municipality in enumerate(each, start=1)
    ]  # fmt: skip


def told(
    what: FigureDefinition, events: list[FigureEvent], *, below: int = 5, **joins: str
) -> Published:
    """Publish a figure of 2024."""
    found = figure(what, events, fiscal_year=2024, joins=joins)
    by_position = {each.position: each for each in events}
    return published(what, found, by_position, Whose(joins, {}), below=below)


def lines(found: Published) -> list[int | None] | None:
    """Give the values of the lines."""
    return None if found.rows is None else [row.value for row in found.rows]


@pytest.mark.parametrize(("below", "lines", "most"), [(4, 5, 12), (5, 3, 24), (5, 6, 13)])
def test_whoever_knows_how_it_is_done_works_out_no_small_count(
    below: int, lines: int, most: int
) -> None:
    """Every breakdown is tried: of those published alike, no small count stands in each.

    The reader knows all that is told, the limit, how many lines there can be, and these very rules.
    A count of some lines together is one too.
    """
    alike: defaultdict[Published, list[set[int]]] = defaultdict(list)
    for counts in combinations_with_replacement(range(most + 1), lines):
        if sum(counts) <= most:
            small = {each for each in sums(counts) if 0 < each < below}
            alike[told(NEW_HIRES, hires(*counts), below=below)].append(small)
    for found, possible in alike.items():
        assert not set.intersection(*possible), found
    assert sum(found.suppressed for found in alike) > most // 2


def sums(counts: Iterable[int]) -> set[int]:
    """Give all that some of these counts can add up to."""
    found = {0}
    for count in counts:
        found |= {each + count for each in found}
    return found


@pytest.mark.parametrize(
    ("counts", "value", "shown"),
    [
        ((7, 9, 12), 28, [7, 9, 12]),
        ((0, 9, 12), 21, [9, 12]),
        ((2, 9, 12), 23, None),
        ((1, 5, 6), 12, None),
        ((3, 4), 7, None),
        ((1, 1, 1, 1, 1), 5, None),
        ((2, 2), None, None),
        ((), 0, []),
    ],
)
def test_a_small_line_takes_all_others_with_it(
    counts: tuple[int, ...], value: int | None, shown: list[int] | None
) -> None:
    """But not the value, if that is of enough; nobody and enough may be told."""
    found = told(NEW_HIRES, hires(*counts))
    assert (found.value, lines(found)) == (value, shown)
    assert found.suppressed == (None in (value, shown))


def test_a_small_value_leaves_nothing_of_its_figure() -> None:
    """Neither how many events it counts, nor how they were recorded."""
    assert told(NEW_HIRES, hires(3)) == Published(None, None, None, None, suppressed=True)


def test_how_facts_were_recorded_is_not_told_where_few_were_recorded_so() -> None:
    """One late fact is a fact about one person."""
    events = hires(9)
    late = event(
        10, "kpi.fact_counted", "2024-06-01", kpi="kpi1", fiscal_year=2024, person="late",
        municipality="m0", recorded_at=event(1, "x", "2024-09-01").recorded_at,
    )  # fmt: skip
    assert told(NEW_HIRES, events).recorded is not None
    found = told(NEW_HIRES, [*events, late])
    assert (found.value, found.counted, found.recorded) == (10, 10, None)
    assert found.suppressed


def test_persons_are_counted_as_they_are_joined() -> None:
    """Five ids of four persons are four."""
    assert told(NEW_HIRES, hires(5)).value == 5
    assert told(NEW_HIRES, hires(5), p5="p4").value is None


def counting(*persons: str) -> Count:
    """Count facts, which name persons or do not."""
    return Count(facts=facts("kpi.fact_counted", *persons), basis="cumulative")


def facts(topic: str, *persons: str) -> Facts:
    """Give all facts of a kind."""
    return Facts(opens=(topic,), persons=persons)


SUM = Sum(facts=facts("kpi.fact_counted", "person"), basis="cumulative", field="amount")
ENOUGH = [event(at, "training.held", "2024-06-01", municipality="m0") for at in range(100, 200)]


@pytest.mark.parametrize(
    ("measure", "small", "large"),
    [
        (counting("person"), 4, 5),
        (SUM, 4, 5),
        (
            Ratio(numerator=SUM, denominator=counting("person"), scale=1, rounding="down"),
            4,
            5,
        ),
        (
            Ratio(
                numerator=counting("person"),
                denominator=Count(facts=facts("training.held"), basis="cumulative"),
                scale=100,
                rounding="down",
            ),
            4,
            5,
        ),
        (
            Difference(
                of=(Count(facts=facts("training.held"), basis="cumulative"),),
                minus=(counting("person"),),
            ),
            4,
            5,
        ),
    ],
)
def test_whatever_a_few_persons_stand_behind_is_not_told(
    measure: Measure, small: int, large: int
) -> None:
    """Counts, sums, averages, shares and differences."""
    what = definition(measure)
    assert told(what, [*hires(small), *ENOUGH]).value is None
    assert told(what, [*hires(large), *ENOUGH]).value is not None


def test_two_facts_of_one_person_are_one_person() -> None:
    """Ten deeds of two people are as telling as two."""
    events = [
        event(at, "kpi.fact_counted", "2024-06-01", person=f"p{at % 2}") for at in range(1, 11)
    ]
    assert told(definition(counting("person")), events).value is None


def test_a_small_difference_between_large_counts_is_not_told() -> None:
    """It is a count of persons itself."""
    more = [event(at, "training.begun", "2024-06-01", person=f"q{at}") for at in range(50, 58)]
    fewer = Difference(
        of=(Count(facts=facts("training.begun", "person"), basis="cumulative"),),
        minus=(counting("person"),),
    )
    assert told(definition(fewer), [*hires(6), *more]).value is None
    assert told(definition(fewer), [*hires(8), *more]).value == 0


def paid(*persons: int) -> list[FigureEvent]:
    """Give what was paid to so many residents of each of some municipalities, once to each."""
    each = [municipality for municipality, count in enumerate(persons) for _ in range(count)]
    return [
        event(
            at, "commission.remuneration_paid", "2024-06-01", person_id=f"p{at}",
            municipality=f"m{municipality}", gross=1000,
        )
        for at, municipality in enumerate(each, start=1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("persons", "value", "shown"),
    [
        ((1, 1), None, None),
        ((4,), None, None),
        ((1, 9), 10_000, None),
        ((1, 6, 9), 16_000, None),
        ((5, 6), 11_000, [5000, 6000]),
    ],
)
def test_pay_is_told_of_no_few_persons_whatever_the_definition_says(
    persons: tuple[int, ...], value: int | None, shown: list[int | None] | None
) -> None:
    """The definition names no persons; the event does, and a line of one person is that one's pay.

    That nine facts are of nine persons, and not of one, is known by their ids alone.
    """
    found = told(PAY, paid(*persons))
    assert (found.value, lines(found)) == (value, shown)


def test_nine_payments_to_one_person_are_one_person_s() -> None:
    """However often they are paid, and under whichever of their ids."""
    same = {f"p{at}": "p1" for at in range(1, 10)}
    assert told(PAY, paid(9)).value == 9000
    assert told(PAY, paid(9), below=5, **same) == Published(None, None, None, None, suppressed=True)


@pytest.mark.parametrize(("firms", "value"), [(0, None), (3, None), (4, 500)])
def test_public_money_is_told_unless_it_is_a_person_s(firms: int, value: int | None) -> None:
    """A payment does not say whom it goes to; its record does, where that is a person."""
    payments = [
        event(at, "expenditure.paid", "2024-06-01", pillar="1", amount=100)
        for at in range(1, firms + 2)
    ]
    to_firms = told(SPENT, payments)
    assert (to_firms.value, to_firms.suppressed) == (100 * (firms + 1), False)
    honorarium = {payments[0].stream: {"payee_person": "p1"}}
    by_position = {each.position: each for each in payments}
    whole = figure(SPENT, payments, fiscal_year=2024)
    found = published(SPENT, whole, by_position, Whose({}, honorarium), below=5)
    assert (found.value, found.suppressed) == (value, value is None)


def test_how_many_are_counted_twice_is_not_told() -> None:
    """Nine of ten counted: one stands there under two ids, and one is a small count."""
    found = told(NEW_HIRES, hires(10), p10="p9")
    assert (found.value, found.counted, found.recorded) == (9, None, None)
    assert lines(found) == [9]
    assert found.suppressed


def test_how_many_stand_in_two_lines_is_not_told() -> None:
    """Lines of seven and six of twelve persons: one of them was hired in both municipalities."""
    found = told(NEW_HIRES, hires(7, 6), p13="p1")
    assert (found.value, found.rows, found.counted) == (12, None, None)


def test_public_money_and_counts_of_things_stay() -> None:
    """Where neither definition nor events name persons nothing is left out."""
    without = definition(counting(), "municipality")
    found = told(without, hires(1, 2))
    assert (found.value, lines(found), found.counted, found.suppressed) == (3, [1, 2], 3, False)


def test_an_increment_looks_at_both_days() -> None:
    """Ten today less two a year ago would tell the two to whoever knows the ten."""
    measure = Count(
        facts=facts("kpi.fact_counted", "person"), basis="increment",
        compared_with="day_before_year",
    )  # fmt: skip
    earlier = [
        event(at, "kpi.fact_counted", "2023-06-01", person=f"e{at}", programme=GRANT)
        for at in range(50, 52)
    ]
    assert told(definition(measure), hires(9)).value == 9
    assert told(definition(measure), [*hires(9), *earlier]).value is None


@pytest.mark.parametrize(("left", "value"), [(0, 100), (1, None), (4, None), (5, 64)])
def test_a_share_does_not_tell_of_the_few_that_are_not_in_it(left: int, value: int | None) -> None:
    """Of 17 that are counted above and below, 889 ‰ are 8 of 9: one is left."""
    above = Count(facts=facts("pilot.started", "person"), basis="cumulative")
    share = Ratio(numerator=above, denominator=counting("person"), scale=100, rounding="down")
    some = [event(at, "pilot.started", "2024-06-01", person=f"p{at}") for at in range(50, 59)]
    assert told(definition(share), [*some, *hires(9 + left)]).value == value


def test_a_figure_without_a_value_tells_why() -> None:
    """Nobody stands behind it."""
    share = Ratio(numerator=SUM, denominator=counting("person"), scale=1, rounding="down")
    found = told(definition(share), ENOUGH)
    assert (found.value, found.counted, found.suppressed) == (None, 0, False)
