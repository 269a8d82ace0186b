"""A paper is registered once, and a file is taken in once for each purpose."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.mend import CORRECTION_INVALID
from domain.evidence import rules
from tests.domain.evidence.examples import (
    correct,
    corrected,
    receive,
    received,
    register,
    registered,
    voided,
)
from tests.given import given, sealed


def test_evidence_is_registered_once() -> None:
    """Under its number; a number that was voided is free again."""
    given().when(register()).then(registered())
    given(registered()).when(register("2024-11-01")).refused(rules.REGISTERED_ALREADY)
    given(registered(), voided("2024-11-01", 1)).when(register()).then(registered())


def test_an_approval_has_its_day_and_number() -> None:
    """決裁 is found again by both; a paper without one has neither."""
    for lacking in ("approved_on", "approval_number"):
        wrong: dict[str, Any] = {lacking: None}
        with pytest.raises(ValidationError):
            register(**wrong)
    none: dict[str, Any] = {"approved_on": None, "approval_number": None}
    given().when(register(**none)).then(registered(**none))


@pytest.mark.parametrize("name", ["received_on", "approved_on", "retained_until"])
def test_a_day_is_one_that_a_record_can_be_about(name: str) -> None:
    """A typing error in the year is refused."""
    wrong: dict[str, Any] = {name: "0204-10-01"}
    with pytest.raises(ValidationError):
        register(**wrong)


@pytest.mark.parametrize("digest", ["A" * 64, "a" * 63, ""])
def test_a_digest_is_written_in_one_way(digest: str) -> None:
    """64 hexadecimal digits in lower case."""
    with pytest.raises(ValidationError):
        register(sha256=digest)


def test_evidence_is_corrected() -> None:
    """Its days, but neither its number nor whom it concerns: that decides about the key."""
    given(registered()).when(correct(1, received_on="2024-10-01")).then(
        corrected("2025-06-01", 1, received_on="2024-10-01")
    )
    given(registered()).when(correct(1, number="E-2")).refused(CORRECTION_INVALID)
    given(registered()).when(correct(1, person_id=None)).refused(CORRECTION_INVALID)


def test_the_same_file_is_received_once_for_a_kind_of_import() -> None:
    """By its content, whatever it is called."""
    given().when(receive()).then(received())
    given(received()).when(receive(file_name=sealed("copy"))).refused(rules.RECEIVED_ALREADY)
    assert receive(file_name=sealed("copy"), rows=1).opens() == receive().opens()
    others = [receive(), receive(sha256=sealed("new")), receive(kind="claim-skill")]
    assert len({command.opens() for command in others}) == 3
