"""What an event says in words."""

from datetime import date
from typing import Annotated, Any, ClassVar, cast
from uuid import UUID

import pytest
from pydantic import Field
from pydantic.fields import FieldInfo

from application.evidence.sentences import SEALED, sentence, worded
from domain.base.event import Event
from domain.base.fields import Amount, Municipality, Whose, Year
from domain.base.personal import Sealed
from domain.base.words import Label
from domain.worker.events import Method, SkillAssessed, WorkerMoved, WorkerRegistered

DAY = date(2024, 10, 1)
PERSON = UUID("6f0c6ab1-5c61-4f0a-9d6e-4f0f0b1f2a11")


class Told(Event):
    """Something happened that is made up to be told; it is in no log."""

    TOPIC = "test.told"
    SENTENCE: ClassVar[Label] = Label(
        "{name}|{maybe}|{amount}|{year}|{home}|{whose}|{text}",
        "{name}|{maybe}|{amount}|{year}|{home}|{whose}|{text}",
    )

    name: Sealed = "0" * 64
    maybe: Sealed | None = None
    amount: Annotated[Amount, Field(gt=0)] = 1
    year: Year = 2024
    home: Municipality = "203246"
    whose: Whose = "joint"
    text: Annotated[str, Label("文", "text")] = ""


def told(**fields: object) -> tuple[list[str], list[str]]:
    """Give the parts of the sentence, in Japanese and in English."""
    said = sentence(Told.model_validate({"effective_on": DAY, **fields}))
    return said.ja.split("|"), said.en.split("|")


def test_a_sentence_is_told_in_both_languages() -> None:
    """With the event's own fields, and codes as words."""
    said = sentence(
        SkillAssessed(
            effective_on=DAY,
            skill="data-entry",
            framework="dss",
            framework_version="1.2",
            level=3,
            assessor=PERSON,
            method=Method.WORK_SAMPLE,
        )
    )
    assert said.ja == "data-entry をレベル3と評価した（成果物、dss 1.2）。"
    assert said.en == "data-entry was assessed at level 3 (work sample, dss 1.2)."


def test_a_municipality_is_told_by_its_name() -> None:
    """A code that is not in our list is told as it stands."""
    assert sentence(WorkerMoved(effective_on=DAY, municipality="203246")).ja.startswith("立科町")
    assert "Tateshina-machi" in sentence(WorkerMoved(effective_on=DAY, municipality="203246")).en
    assert sentence(WorkerMoved(effective_on=DAY, municipality="011029")).ja.startswith("011029")


def test_a_sealed_value_is_never_told() -> None:
    """Not even as a reference: two sentences with one reference would show that they mean one."""
    ja, en = told(maybe="f" * 64)
    assert (SEALED.ja, SEALED.ja) == (ja[0], ja[1])
    assert (SEALED.en, SEALED.en) == (en[0], en[1])


def test_what_is_absent_is_told_as_none() -> None:
    """Whether sealed or not: that nothing was given is no secret."""
    ja, en = told()
    assert (ja[1], en[1]) == ("（なし）", "(none)")


def test_amounts_have_separators_and_years_have_none() -> None:
    """1,234,567 yen, but 2024."""
    ja, _ = told(amount=1_234_567)
    assert (ja[2], ja[3]) == ("1,234,567", "2024")


def test_an_amount_that_may_be_absent_is_told_as_any_other() -> None:
    """The limits of an amount count wherever they stand in its type."""
    info = FieldInfo.from_annotation(cast("Any", Annotated[Amount | None, Label("額", "amount")]))
    assert worded(1_234_567, info).ja == "1,234,567"
    assert worded(None, info).en == "(none)"


def test_yes_and_no_are_words() -> None:
    """Neither is taken for a number."""
    info = FieldInfo.from_annotation(bool)
    assert [worded(value, info).ja for value in (True, False)] == ["はい", "いいえ"]
    assert [worded(value, info).en for value in (True, False)] == ["yes", "no"]


def test_what_belongs_to_all_is_joint() -> None:
    """A sum that nobody has split has a word of its own."""
    ja, en = told()
    assert (ja[5], en[5]) == ("共同", "joint")


@pytest.mark.parametrize("text", ["{name}", "{", "{0}", "%s"])
def test_what_a_field_holds_is_never_a_template(text: str) -> None:
    """Text that was entered is told as it stands."""
    ja, _ = told(text=text)
    assert text == ja[6]


def test_a_registration_names_no_name() -> None:
    """The sentence of a registration has the number and nothing personal."""
    event = WorkerRegistered(
        effective_on=DAY,
        person_id=PERSON,
        number="W-1",
        name="a" * 64,
        kana="b" * 64,
        municipality="203246",
    )
    assert sentence(event).ja == "ワーカー W-1 を登録した（立科町）。"
