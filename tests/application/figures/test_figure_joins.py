"""Two records of one person: joined, parted, and who stands for them."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from application.figures.joins import JoinStatement, in_force, representatives
from tests.application.figures.given import day

PEOPLE = st.sampled_from("abcdefgh")
PAIRS = st.lists(st.tuples(PEOPLE, PEOPLE), max_size=12)


def said(position: int, on: str, one: str, other: str, *, joined: bool = True) -> JoinStatement:
    """Make a statement about two ids."""
    return JoinStatement(one, other, joined, day(on), position)


def test_the_smallest_id_stands_for_all_that_are_connected() -> None:
    """Joins reach through a third, and whoever is not joined stays out."""
    assert representatives([("c", "b"), ("e", "d"), ("b", "a")]) == {
        "a": "a",
        "b": "a",
        "c": "a",
        "d": "d",
        "e": "d",
    }


def test_parting_holds_from_its_day_and_may_be_taken_back() -> None:
    """The last statement about a pair holds, whichever id was named first."""
    statements = [
        said(1, "2024-05-01", "a", "b"),
        said(2, "2024-06-01", "b", "a", joined=False),
        said(3, "2024-07-01", "b", "a"),
    ]
    days = ["2024-04-30", "2024-05-31", "2024-06-01", "2024-07-01"]

    found = [in_force(reversed(statements), valid_on=day(on)) for on in days]

    assert found == [frozenset(), {("a", "b")}, frozenset(), {("a", "b")}]


def test_parting_one_pair_leaves_other_connections() -> None:
    """Ids that are still joined through a third stay one person."""
    statements = [
        said(1, "2024-05-01", "a", "b"),
        said(2, "2024-05-01", "b", "c"),
        said(3, "2024-05-01", "a", "c"),
        said(4, "2024-05-01", "a", "c", joined=False),
    ]

    pairs = in_force(statements, valid_on=day("2024-05-01"))

    assert representatives(pairs) == {"a": "a", "b": "a", "c": "a"}


@given(PAIRS, st.randoms(use_true_random=False))
def test_representatives_do_not_depend_on_the_order_of_the_pairs(
    pairs: list[tuple[str, str]], random: Random
) -> None:
    """Whoever computes the joins, in whatever order, comes to the same persons."""
    turned = [(other, one) for one, other in pairs]
    random.shuffle(turned)

    assert representatives(pairs) == representatives(turned)


@given(PAIRS)
def test_representatives_agree_with_a_naive_closure(pairs: list[tuple[str, str]]) -> None:
    """Spreading the smallest id along the pairs until nothing changes gives the same."""
    naive = {person: person for pair in pairs for person in pair}
    for _ in naive:
        for one, other in pairs:
            naive[one] = naive[other] = min(naive[one], naive[other])

    assert representatives(pairs) == naive


def test_a_preferred_id_stands_for_those_it_is_connected_to() -> None:
    """The smallest of the preferred ones; where there is none, the smallest of all."""
    pairs = [("a", "b"), ("b", "c"), ("d", "e")]
    chosen = representatives(pairs, preferred={"c", "b", "x"})
    assert chosen == {"a": "b", "b": "b", "c": "b", "d": "d", "e": "d"}
