"""Who may order work."""

import pytest
from pydantic import ValidationError

from domain.base import mend
from domain.client import events as e
from domain.client import rules
from tests.domain.client.examples import correct, register, registered, rename, renamed
from tests.given import day, given


def test_a_client_is_registered() -> None:
    """An organisation's name is plain, the contact person is sealed."""
    given().when(register()).then(registered())


def test_a_number_is_registered_once() -> None:
    """Two clients have two numbers."""
    given(registered()).when(register("2024-05-01")).refused(rules.ALREADY_REGISTERED)


def test_a_client_is_renamed() -> None:
    """From the day of its registration on."""
    given(registered("2024-04-01")).when(rename("2024-04-01")).then(renamed("2024-04-01"))


def test_a_client_is_not_renamed_before_it_was_registered() -> None:
    """Not even by one day."""
    given(registered("2024-04-01")).when(rename("2024-03-31")).refused(rules.NOT_REGISTERED)


def test_a_corporate_number_has_its_check_digit() -> None:
    """A slip is found before it is recorded."""
    with pytest.raises(ValidationError):
        register().model_validate(register().model_dump() | {"corporate_number": "3000020203246"})


def test_an_entry_is_corrected_but_not_its_number() -> None:
    """The stream's id was derived from the number."""
    given(registered()).when(correct(1, kind="other")).then(
        e.ClientCorrected(effective_on=day("2024-06-01"), corrects=1, now={"kind": "other"})
    )
    given(registered()).when(correct(1, number="C-002")).refused(mend.CORRECTION_INVALID)


def test_a_client_nobody_registered_is_not_found() -> None:
    """There is nothing to rename."""
    given().when(rename("2024-04-01")).not_found()
