"""The draw: whoever has the seed and the facts draws the same sample."""

from hashlib import sha256
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from domain.evaluation.draw import draw, frame_digest, rank

seeds = st.from_regex(r"[!-~]{1,64}", fullmatch=True)
frames = st.lists(st.integers(1, 2**63 - 1), max_size=60)
sizes = st.integers(0, 80)


@given(seeds, frames, sizes, st.randoms(use_true_random=False))
def test_the_order_in_which_facts_are_given_does_not_matter(
    seed: str, frame: list[int], size: int, chance: Random
) -> None:
    """Nor does a fact that is given twice."""
    shuffled = [*frame, *frame[:3]]
    chance.shuffle(shuffled)

    assert draw(seed, shuffled, size) == draw(seed, frame, size)


@given(seeds, frames, sizes)
def test_each_fact_is_drawn_once_and_none_from_elsewhere(
    seed: str, frame: list[int], size: int
) -> None:
    """As many as were asked for, or all there are."""
    drawn = draw(seed, frame, size)

    assert len(drawn) == len(set(drawn)) == min(size, len(set(frame)))
    assert set(drawn) <= set(frame)


@given(seeds, frames, sizes)
def test_a_larger_sample_begins_with_the_smaller_one(
    seed: str, frame: list[int], size: int
) -> None:
    """Whoever asks for more does not lose what was drawn."""
    assert draw(seed, frame, size) == draw(seed, frame, len(frame))[:size]


def test_a_rank_is_what_sha256sum_says() -> None:
    r"""`printf '%s\n%s\n' 2025-06-20/271828 41 | sha256sum`."""
    assert (
        rank("2025-06-20/271828", 41)
        == "096453d468b606299d6bf02f32d76763a7adb0d3ecebbffb7367c48a4dd97a93"
    )


def test_a_drawing_is_known() -> None:
    """Nobody may change the draw: samples of the past would no longer be what they were."""
    assert draw("2025-06-20/271828", range(1, 11), 4) == [9, 10, 3, 2]
    assert frame_digest([2, 10, 1]) == sha256(b"1\n2\n10\n").hexdigest()
