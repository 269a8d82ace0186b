"""The draw: whoever has the seed and the facts draws the same sample."""

import subprocess
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from domain.evaluation.draw import Seed, draw, frame_digest, rank

seeds = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=64)
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


@pytest.mark.parametrize("seed", ["種 さいころ", "４", "4", " 4 ", "ﾀﾈ", "か\u3099", "が", "🎲 's"])
def test_a_seed_in_any_script_is_taken_as_it_was_written(seed: str) -> None:
    """In UTF-8, nothing made alike: `sha256sum` of the same text gives the same rank."""
    script = 'printf "%s\\n%s\\n" "$1" "$2" | sha256sum'
    said = subprocess.run(
        ["/bin/sh", "-c", script, "sh", seed, "41"], capture_output=True, text=True, check=True
    )
    assert TypeAdapter(Seed).validate_python(seed) == seed
    assert said.stdout.split()[0] == rank(seed, 41)


@pytest.mark.parametrize("seed", ["", "種\n1", "1\t2", "\0", "\x7f", "\x85", "種" * 65])
def test_what_is_no_seed(seed: str) -> None:
    """Nothing, what a sheet of paper cannot show, and what is too long to copy."""
    with pytest.raises(ValidationError):
        TypeAdapter(Seed).validate_python(seed)


def test_a_drawing_is_known() -> None:
    """Nobody may change the draw: samples of the past would no longer be what they were."""
    assert draw("2025-06-20/271828", range(1, 11), 4) == [9, 10, 3, 2]
    assert frame_digest([2, 10, 1]) == sha256(b"1\n2\n10\n").hexdigest()
