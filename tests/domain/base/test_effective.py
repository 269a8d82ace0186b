"""What holds of a stream once corrections and voidings have spoken."""

from time import process_time
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.base.event import Correction, Event, Void, effective, reached, voided
from domain.base.words import Label
from tests.given import day, versions

ON = day("2024-04-01")


class Said(Event):
    """Something was said."""

    TOPIC = "test.said"
    SENTENCE: ClassVar[Label] = Label("言った。", "It was said.")

    what: int
    loudness: int = 0


class SaidCorrected(Correction):
    """It had been said otherwise."""

    TOPIC = "test.said_corrected"
    SENTENCE: ClassVar[Label] = Label("訂正した。", "It was corrected.")
    MENDS = (Said,)


class SaidVoided(Void):
    """It had never been said."""

    TOPIC = "test.said_voided"
    SENTENCE: ClassVar[Label] = Label("取り消した。", "It was voided.")
    MENDS = (Said,)


def said(what: int, loudness: int = 0, on: str = "2024-04-01") -> Said:
    """Something was said on a day."""
    return Said(effective_on=day(on), what=what, loudness=loudness)


def correction(version: int, **now: object) -> SaidCorrected:
    """Fields of a version are replaced."""
    return SaidCorrected(effective_on=ON, corrects=version, now=now)


def voiding(version: int) -> SaidVoided:
    """A version is taken out."""
    return SaidVoided(effective_on=ON, voids=version)


def holds(*history: Event) -> list[tuple[int, Event]]:
    """Give what holds of these versions 1, 2, 3, …."""
    return effective(versions(*history))


def test_what_nobody_mended_holds() -> None:
    """Every event, in the order of recording, under its own version."""
    assert holds(said(1), said(2)) == [(1, said(1)), (2, said(2))]
    assert holds() == []


def test_a_voided_event_does_not_hold() -> None:
    """The others do, and keep their versions."""
    assert holds(said(1), said(2), voiding(1)) == [(2, said(2))]


def test_a_correction_replaces_the_fields_it_names() -> None:
    """The other fields stay, and so does the event's own day."""
    wrong = said(1, 5, "2023-01-01")
    assert holds(wrong, correction(1, what=9)) == [(1, said(9, 5, "2023-01-01"))]


def test_a_correction_can_replace_the_day() -> None:
    """A day was typed wrongly."""
    assert holds(said(1), correction(1, effective_on="2023-02-03")) == [
        (1, said(1, on="2023-02-03"))
    ]


def test_of_two_corrections_the_later_counts() -> None:
    """Field by field."""
    history = (said(1), correction(1, what=2, loudness=2), correction(1, what=3))
    assert holds(*history) == [(1, said(3, 2))]


def test_a_correction_of_a_correction_reaches_the_event() -> None:
    """Through as many corrections as there are."""
    history = (said(1), correction(1, what=2), correction(2, what=3), correction(3, loudness=4))
    assert holds(*history) == [(1, said(3, 4))]


def test_a_voided_correction_has_no_effect() -> None:
    """What it had replaced is as before, and an earlier correction holds again."""
    assert holds(said(1), correction(1, what=2), voiding(2)) == [(1, said(1))]
    assert holds(said(1), correction(1, what=2), correction(1, what=3), voiding(3)) == [
        (1, said(2))
    ]


def test_a_voided_event_stays_out_however_it_is_corrected() -> None:
    """Before or after the voiding."""
    assert holds(said(1), correction(1, what=2), voiding(1)) == []
    assert holds(said(1), voiding(1), correction(1, what=2)) == []


def test_a_voided_voiding_takes_nothing_out() -> None:
    """What had been voided holds after all, with its corrections."""
    assert holds(said(1), correction(1, what=2), voiding(1), voiding(3)) == [(1, said(2))]
    assert holds(said(1), voiding(1), voiding(2), voiding(3)) == []
    assert voided(versions(said(1), voiding(1), voiding(2))) == {2}


def test_a_correction_of_what_a_reader_does_not_read_has_no_effect() -> None:
    """Who reads only some kinds of events need not know the others to know what holds of them."""
    partial = [(1, said(1)), (3, correction(2, what=5)), (5, correction(4, what=6))]
    assert effective(partial) == [(1, said(1))]


def test_a_correction_that_makes_no_event_is_an_error() -> None:
    """Nothing is guessed: such a correction is refused before it is recorded."""
    with pytest.raises(ValidationError):
        holds(said(1), correction(1, nonsense=1))


def test_the_version_that_a_correction_reaches_is_known() -> None:
    """Directly, or through another correction."""
    history = versions(said(1), said(2), correction(2, what=3), correction(3, what=4))
    assert reached(history) == {3: 2, 4: 2}


def test_a_long_chain_of_corrections_is_read_at_once() -> None:
    """Each correction corrects the one before it: the work grows with their number, not faster."""
    chain = [correction(version, what=version) for version in range(1, 5001)]
    began = process_time()
    assert holds(said(0), *chain) == [(1, said(5000))]
    assert process_time() - began < 1


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[int, Event]]:
    """Draw a stream in which anything earlier may be corrected or voided, voidings included."""
    history: list[tuple[int, Event]] = []
    for version in range(1, draw(st.integers(0, 12)) + 1):
        mendable = [v for v, event in history if not isinstance(event, Void)]
        kind = draw(st.sampled_from(["said", "corrected", "voided"]))
        event: Event
        if kind == "said" or not mendable:
            event = said(draw(st.integers(0, 9)), draw(st.integers(0, 9)))
        elif kind == "corrected":
            now = draw(
                st.dictionaries(
                    st.sampled_from(["what", "loudness"]), st.integers(10, 99), min_size=1
                )
            )
            event = correction(draw(st.sampled_from(mendable)), **now)
        else:
            event = voiding(draw(st.integers(1, version - 1)))
        history.append((version, event))
    return history


def stands(history: list[tuple[int, Event]], version: int) -> bool:
    """Say whether a version holds: no voiding of it holds itself."""
    return not any(
        isinstance(event, Void) and event.voids == version and stands(history, later)
        for later, event in history
    )


def reached_by(history: list[tuple[int, Event]], correction: Correction) -> int:
    """Say what a correction reaches, from one to the one before it."""
    corrects = dict(history)[correction.corrects]
    if isinstance(corrects, Correction):
        return reached_by(history, corrects)
    return correction.corrects


def by_the_words(history: list[tuple[int, Event]]) -> list[tuple[int, Event]]:
    """Say what holds as the handbook does, version by version, with no care for speed."""
    result: list[tuple[int, Event]] = []
    for version, event in history:
        if not isinstance(event, Said) or not stands(history, version):
            continue
        reached = {version}
        fields = event.model_dump()
        for later, other in history:
            if isinstance(other, Correction) and other.corrects in reached:
                reached.add(later)
                if stands(history, later):
                    fields = {**fields, **other.now}
        result.append((version, Said(**fields)))
    return result


@given(histories())
def test_what_holds_is_what_the_words_say(history: list[tuple[int, Event]]) -> None:
    """For any stream, the fold gives what a plain reading of the definition gives."""
    assert by_the_words(history) == effective(history)


@given(histories())
def test_what_is_reached_is_what_the_words_say(history: list[tuple[int, Event]]) -> None:
    """Whatever else was corrected or voided."""
    assert reached(history) == {
        version: reached_by(history, event)
        for version, event in history
        if isinstance(event, Correction)
    }


@given(histories())
def test_who_leaves_out_a_kind_of_event_agrees_on_the_rest(
    history: list[tuple[int, Event]],
) -> None:
    """Leaving out the loud events does not change what holds of the others."""
    kept = [(v, e) for v, e in history if not (isinstance(e, Said) and e.loudness > 5)]
    left_out = {v for v, _ in history} - {v for v, _ in kept}
    assert effective(kept) == [(v, e) for v, e in effective(history) if v not in left_out]
