"""A person begins and ends to work, in one form or another."""

import pytest
from pydantic import ValidationError

from domain.base.mend import BEFORE_THE_BEGINNING, CORRECTION_INVALID
from domain.employment import events as e
from domain.employment import rules
from tests.domain.employment.examples import GRANT, began, begin, correct, end, ended, void
from tests.given import day, given

CLIENT = "0191d8a0-0000-7000-8000-000000000001"


def test_an_employment_begins_once() -> None:
    """The next one of the same person has the next number."""
    given().when(begin()).then(began())
    given(began()).when(begin("2024-11-01")).refused(rules.BEGAN_ALREADY)
    assert begin(ordinal=2).opens() != begin().opens()


def test_it_ends_once_and_not_before_it_began() -> None:
    """The day of the end is the last; nobody is asked why."""
    given(began()).when(end("2024-10-01")).then(ended("2024-10-01"))
    given(began()).when(end("2024-09-30")).refused(rules.ENDS_BEFORE_BEGIN)
    given(began(), ended("2025-03-31")).when(end("2025-04-01")).refused(rules.ENDED_ALREADY)


@pytest.mark.parametrize(
    ("form", "kind", "employer"),
    [
        ("employed", "municipality", "203246"),
        ("employed", "corporation", "7123456789012"),
        ("commissioned", "client", CLIENT),
        ("own-business", "none", None),
    ],
)
def test_the_employer_stands_under_a_public_number(
    form: str, kind: str, employer: str | None
) -> None:
    """A municipality, a corporation or a client; who works for themselves has none."""
    given().when(begin(form=form, employer_kind=kind, employer=employer)).then(
        began(form=form, employer_kind=kind, employer=employer)
    )


@pytest.mark.parametrize(
    ("form", "kind", "employer"),
    [
        ("employed", "none", None),
        ("own-business", "corporation", "7123456789012"),
        ("own-business", "none", "203246"),
        ("employed", "corporation", None),
        ("employed", "corporation", "7123456789013"),
        ("employed", "municipality", "203245"),
        ("employed", "municipality", "7123456789012"),
    ],
)
def test_form_and_employer_go_together(form: str, kind: str, employer: str | None) -> None:
    """What contradicts itself is no fact."""
    with pytest.raises(ValidationError):
        begin(form=form, employer_kind=kind, employer=employer)


def test_a_correction_leaves_first_and_last_day_in_order() -> None:
    """And form and employer together."""
    over = given(began(), ended("2025-03-31"))
    over.when(correct(2, effective_on="2024-09-30")).refused(BEFORE_THE_BEGINNING)
    over.when(correct(1, effective_on="2025-04-01")).refused(BEFORE_THE_BEGINNING)
    over.when(correct(1, form="own-business")).refused(CORRECTION_INVALID)
    over.when(correct(1, form="commissioned")).then(
        e.EmploymentCorrected(
            effective_on=day("2025-06-01"),
            programme=GRANT,
            corrects=1,
            now={"form": "commissioned"},
        )
    )
    over.when(void(2)).then(
        e.EmploymentVoided(effective_on=day("2025-06-01"), programme=GRANT, voids=2)
    )
