"""Counts of people are marked once, and what is small among them is said."""

from dataclasses import replace
from typing import Annotated

import pytest

from application.projecting.projection import rowclass
from application.viewing.counts import PEOPLE, Few, per_head, percent, with_few
from domain.base.words import Label


@rowclass
class Row:
    """People of two kinds, and money, which is no person."""

    registered: Annotated[int, Label("登録", "registered"), PEOPLE]
    raised: Annotated[int, Label("上がった人数", "raised"), PEOPLE]
    yen: Annotated[int, Label("円", "yen")]
    few: Few = False


@pytest.mark.parametrize(
    ("row", "few"),
    [
        (Row(20, 5, 1), False),
        (Row(20, 4, 1), True),
        (Row(4, 0, 100), True),
        (Row(0, 0, 3), False),
    ],
)
def test_one_small_count_of_people_marks_the_row(row: Row, *, few: bool) -> None:
    """From one to four; nobody is not small, and money is not counted."""
    assert with_few(row) == replace(row, few=few)


def test_shares_round_a_half_up() -> None:
    """And of nothing there is no share."""
    assert (percent(1, 8), percent(1, 3), percent(0, 0)) == (13, 33, None)
    assert (per_head(5, 2), per_head(7, 3), per_head(1, 0)) == (3, 2, None)
