"""Correcting and voiding: the same rules for every kind of stream."""

import pytest

from domain.base.command import Command
from domain.base.event import Event
from domain.base.mend import (
    BEFORE_THE_BEGINNING,
    CORRECTION_CHANGES_NOTHING,
    CORRECTION_INVALID,
    NOTHING_TO_MEND,
    OTHERS_BUILD_ON_IT,
    mend,
)
from domain.base.rule import RuleBroken
from tests.domain.commission import examples as g
from tests.domain.expenditure import examples as x
from tests.domain.kpi import examples as k
from tests.domain.worker import examples as w
from tests.given import day, given, versions


def test_an_entry_is_corrected() -> None:
    """The correction names the version, what was true, and the day on which this was put right."""
    given(w.registered(), w.claimed("2024-05-01", level=2)).when(
        w.correct_skill(2, "2025-06-01", level=3)
    ).then(w.skill_corrected("2025-06-01", 2, level=3))


def test_the_day_of_an_entry_is_corrected() -> None:
    """It had become true on another day."""
    given(w.registered(), w.claimed("2024-05-01")).when(
        w.correct_skill(2, effective_on="2024-06-01")
    ).then(w.skill_corrected("2025-06-01", 2, effective_on="2024-06-01"))


def test_corrected_fields_are_kept_as_the_event_would_write_them() -> None:
    """Whoever replaces fields without knowing their types, as a verifier does, gets them right."""
    wrong = k.counted("2024-03-31").model_copy(update={"fiscal_year": 2024})
    given(wrong).when(k.correct(1, "2025-01-01", fiscal_year="R5", municipality="20217")).then(
        k.corrected("2025-01-01", 1, fiscal_year=2023, municipality="202177")
    )
    given(k.counted()).when(k.correct(1, "2025-01-01", effective_on=day("2024-05-01"))).then(
        k.corrected("2025-01-01", 1, effective_on="2024-05-01")
    )


def test_a_field_that_may_be_empty_is_emptied() -> None:
    """A value that was entered by mistake is taken out."""
    given(k.counted()).when(k.correct(1, "2025-01-01", pillar=None)).then(
        k.corrected("2025-01-01", 1, pillar=None)
    )


def test_a_correction_is_corrected_by_the_same_command() -> None:
    """The new correction names the one that was wrong."""
    given(x.committed(), x.corrected("2024-07-01", 1, amount=900)).when(
        x.correct(2, "2025-01-01", amount=800)
    ).then(x.corrected("2025-01-01", 2, amount=800))


def test_an_entry_is_voided() -> None:
    """The voiding names the version and the day on which it was found."""
    given(x.committed(), x.paid("2024-07-01", 100)).when(x.void(2, "2025-01-01")).then(
        x.voided("2025-01-01", 2)
    )


def test_a_correction_is_voided() -> None:
    """Then what it had corrected holds as it was."""
    given(x.committed(), x.corrected("2024-07-01", 1, amount=900)).when(
        x.void(2, "2025-01-01")
    ).then(x.voided("2025-01-01", 2))


def test_what_mends_an_entry_belongs_to_its_programme() -> None:
    """Who is shown a programme's payments is shown what became of them."""
    asked = x.correct(1, amount=900).model_copy(update={"programme": x.GRANT})
    (correction,) = given(x.committed()).when(asked).recorded
    (voiding,) = given(x.committed()).when(x.void(1)).recorded
    assert (correction.programme, voiding.programme) == (x.PROGRAMME, x.PROGRAMME)


@pytest.mark.parametrize(
    ("history", "command"),
    [
        ((k.counted(),), k.correct(2, fiscal_year=2023)),
        ((x.committed(),), x.void(2)),
        ((x.committed(), x.paid("2024-07-01", 1), x.voided("2024-07-02", 2)), x.void(2)),
        ((x.committed(), x.paid("2024-07-01", 1), x.voided("2024-07-02", 2)), x.void(3)),
        (
            (x.committed(), x.paid("2024-07-01", 1), x.voided("2024-07-02", 2)),
            x.correct(2, amount=2),
        ),
        (
            (x.committed(), x.corrected("2024-07-01", 1, amount=9), x.voided("2024-07-02", 2)),
            x.void(2),
        ),
        (
            (x.committed(), x.corrected("2024-07-01", 1, amount=9), x.voided("2024-07-02", 2)),
            x.correct(2, amount=8),
        ),
        (
            (
                x.committed(),
                x.paid("2024-07-01", 1),
                x.corrected("2024-07-02", 2, amount=2),
                x.voided("2024-07-03", 2),
            ),
            x.void(3),
        ),
        ((w.registered(), w.claimed("2024-05-01")), w.correct_skill(1, number="W-002")),
        ((w.registered(), w.claimed("2024-05-01")), w.correct_registration(2, level=3)),
        (
            (w.registered(), w.claimed("2024-05-01"), w.skill_corrected("2024-06-01", 2, level=3)),
            w.correct_registration(3, level=4),
        ),
    ],
    ids=[
        "a version that is not there",
        "the same, to void",
        "a voided payment",
        "a voiding",
        "a voided payment, to correct",
        "a voided correction",
        "a voided correction, to correct",
        "the correction of a voided payment",
        "a registration, as a skill",
        "a skill, as a registration",
        "a skill's correction, as a registration",
    ],
)
def test_only_what_is_there_is_mended(history: tuple[Event, ...], command: Command) -> None:
    """Only a version that holds, and only by the command for its kind."""
    given(*history).when(command).refused(NOTHING_TO_MEND)


@pytest.mark.parametrize(
    "command",
    [
        x.correct(1, colour="red"),
        x.correct(1, amount=-1),
        x.correct(1, amount="1000"),
        x.correct(1, fiscal_year="令和6年"),
        x.correct(1, effective_on=None),
        x.correct(1, programme="own:203246"),
        x.correct(1, number="R6-013"),
    ],
    ids=lambda command: str(command.now),
)
def test_a_correction_makes_the_event_as_it_should_have_been(command: Command) -> None:
    """No unknown field, no invalid value, and nothing that says which stream this is."""
    given(x.committed()).when(command).refused(CORRECTION_INVALID)


def test_what_does_not_fit_together_is_said() -> None:
    """It is of no single field: all that was given is named, and what they have to fit."""
    history = versions(g.paid("2025-01-31", gross=1000, withheld=0))
    with pytest.raises(RuleBroken) as refused:
        mend(history, g.correct(1, withheld=100))
    assert refused.value.where == {
        "version": 1,
        "fields": ["withheld"],
        "why": ["the gross is what was withheld and what was transferred"],
    }


def test_the_two_days_of_a_leaving_are_corrected_together() -> None:
    """The last day and the day after it cannot come apart."""
    was = given(w.registered(), w.left(last_day="2025-03-31"))
    was.when(w.correct_registration(2, last_day="2025-02-28")).refused(CORRECTION_INVALID)
    was.when(w.correct_registration(2, last_day="2025-02-28", effective_on="2025-03-01")).then(
        w.registration_corrected("2025-06-01", 2, last_day="2025-02-28", effective_on="2025-03-01")
    )


def test_a_correction_says_something_new() -> None:
    """What the record says already, in whatever way it is written, is no correction."""
    given(x.committed(amount=1000)).when(x.correct(1, amount=1000)).refused(
        CORRECTION_CHANGES_NOTHING
    )
    given(x.committed()).when(x.correct(1, budget_item="R2:12")).refused(CORRECTION_CHANGES_NOTHING)
    given(x.committed(), x.corrected("2024-07-01", 1, amount=900)).when(
        x.correct(1, amount=900)
    ).refused(CORRECTION_CHANGES_NOTHING)


def test_a_value_can_be_corrected_back() -> None:
    """A correction was itself a mistake."""
    given(x.committed(amount=1000), x.corrected("2024-07-01", 1, amount=900)).when(
        x.correct(1, "2025-01-01", amount=1000)
    ).then(x.corrected("2025-01-01", 1, amount=1000))


def test_no_entry_comes_to_lie_before_the_beginning() -> None:
    """Neither by an earlier day of its own nor by a later beginning."""
    was = given(w.registered("2024-04-01"), w.claimed("2024-05-01"))
    was.when(w.correct_skill(2, effective_on="2024-03-31")).refused(BEFORE_THE_BEGINNING)
    was.when(w.correct_registration(1, effective_on="2024-05-02")).refused(BEFORE_THE_BEGINNING)


def test_the_day_of_the_beginning_belongs_to_the_record() -> None:
    """Up to the border both may be corrected."""
    was = given(w.registered("2024-04-01"), w.claimed("2024-05-01"))
    was.when(w.correct_skill(2, effective_on="2024-04-01")).then(
        w.skill_corrected("2025-06-01", 2, effective_on="2024-04-01")
    )
    was.when(w.correct_registration(1, effective_on="2024-05-01")).then(
        w.registration_corrected("2025-06-01", 1, effective_on="2024-05-01")
    )


def test_what_lay_before_the_beginning_already_does_not_hinder_other_corrections() -> None:
    """A claim dated before the registration is put right like any other."""
    given(w.registered("2024-06-01"), w.claimed("2024-05-01")).when(
        w.correct_skill(2, "2025-01-01", level=4)
    ).then(w.skill_corrected("2025-01-01", 2, level=4))


def test_the_beginning_is_voided_last() -> None:
    """While anything else holds, a record does not lose its beginning."""
    given(x.committed(), x.paid("2024-07-01", 1)).when(x.void(1)).refused(OTHERS_BUILD_ON_IT)


def test_the_beginning_is_voided_once_nothing_else_holds() -> None:
    """Then the whole record never held."""
    given(x.committed(), x.paid("2024-07-01", 1), x.voided("2024-07-02", 2)).when(
        x.void(1, "2025-01-01")
    ).then(x.voided("2025-01-01", 1))
    given(k.counted(), k.corrected("2024-07-01", 1, fiscal_year=2023)).when(
        k.void(1, "2025-01-01")
    ).then(k.voided("2025-01-01", 1))
