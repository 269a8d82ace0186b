"""No sequence of commands breaks a rule, and what is stored of a stream is all there is to it.

A short run of what `make trust` does at length.
"""

import pytest

from application.registry import AGGREGATES
from tests.domain.sequences.law import kinds_with_laws
from tests.domain.sequences.playing import play
from tests.domain.sequences.tally import Tally
from tests.domain.sequences.told import world

AT_A_TIME, AT_MOST = 20, 15


@pytest.mark.parametrize("kind", AGGREGATES)
def test_no_sequence_breaks_a_rule(kind: str) -> None:
    """Whatever comes is accepted and leaves all laws standing, or is refused by a declared rule.

    Sequences go on until each command of the stream was accepted at least once.
    """
    tally = Tally(AGGREGATES[kind])
    for number in range(AT_MOST):
        play(tally.aggregate, AT_A_TIME, number, tally)
        if not tally.never_accepted():
            break
    assert not tally.never_accepted()


def test_the_demonstration_tells_of_nearly_every_kind_of_stream() -> None:
    """Sequences begin with what it tells; only what comes of a spreadsheet it cannot tell."""
    assert set(AGGREGATES) - set(world().lines) == {"import"}


def test_laws_are_about_streams_that_there_are() -> None:
    """A law of a kind that is called otherwise now would be asked of nothing."""
    assert kinds_with_laws() <= set(AGGREGATES)
