"""What the shapes of laws hold of, and what they do not."""

from domain.consent.events import ConsentGiven, ConsentWithdrawn
from tests.domain.consent.examples import agreed, withdrawn
from tests.domain.sequences.law import (
    in_turn,
    nothing_after,
    nothing_before,
    nothing_later,
    once,
    once_each,
    rests_on,
)

MAY, JUNE, JULY = "2024-05-01", "2024-06-01", "2024-07-01"


def test_turns_are_those_of_the_days() -> None:
    """Whatever was recorded first; what ends had begun."""
    law = in_turn(ConsentGiven, ConsentWithdrawn)
    assert law([withdrawn(JUNE), agreed(MAY), agreed(JULY)])
    assert law([agreed(MAY), withdrawn(JUNE), agreed(JUNE)])
    assert not law([agreed(MAY), agreed(JUNE)])
    assert not law([withdrawn(MAY), agreed(JUNE)])


def test_after_is_the_order_of_recording_and_later_that_of_the_days() -> None:
    """So each of the two can hold without the other."""
    late = [withdrawn(JUNE), agreed(MAY)]
    assert not nothing_after(ConsentWithdrawn)(late)
    assert nothing_after(ConsentWithdrawn, ConsentGiven)(late)
    assert nothing_later(ConsentWithdrawn)(late)
    ahead = [agreed(JULY), withdrawn(JUNE)]
    assert nothing_after(ConsentWithdrawn)(ahead)
    assert not nothing_later(ConsentWithdrawn)(ahead)
    assert nothing_later(ConsentWithdrawn, ConsentGiven)(ahead)


def test_nothing_lies_before_the_first() -> None:
    """On its day it may."""
    assert nothing_before(ConsentGiven)([agreed(JUNE), withdrawn(JUNE)])
    assert not nothing_before(ConsentGiven)([agreed(JUNE), withdrawn(MAY)])


def test_once_is_once_at_all_or_for_the_same_fields() -> None:
    """Facts of several kinds are counted together."""
    assert once(ConsentGiven)([agreed(MAY), withdrawn(JUNE)])
    assert not once(ConsentGiven, ConsentWithdrawn)([agreed(MAY), withdrawn(JUNE)])
    assert once_each(ConsentGiven, "scope")([agreed(scope="photo"), agreed(scope="name")])
    assert not once_each(ConsentGiven, "scope")([agreed(MAY), agreed(JUNE)])


def test_what_rests_on_something_has_it_by_its_day() -> None:
    """With the same fields, if any are named."""
    law = rests_on(ConsentWithdrawn, ConsentGiven, "scope")
    assert law([agreed(MAY), withdrawn(MAY)])
    assert not law([agreed(JUNE), withdrawn(MAY)])
    assert not law([agreed(MAY, scope="name"), withdrawn(JUNE, scope="photo")])
