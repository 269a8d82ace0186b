"""A paper is registered once, and a file is taken in once for each purpose."""

from hashlib import sha256
from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.mend import CORRECTION_INVALID, OTHERS_BUILD_ON_IT
from domain.evidence import rules
from domain.evidence.commands import AttachFile
from domain.kpi.events import FactCounted, FactVoided
from tests.domain.evidence.examples import (
    FACT,
    SCAN,
    attach,
    attached,
    correct,
    corrected,
    receive,
    received,
    register,
    registered,
    show,
    shown,
    void,
    voided,
)
from tests.given import day, given, sealed


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


def test_a_file_is_attached_once() -> None:
    """From the day of the paper on; another one after the first was taken back."""
    given(registered()).when(attach("2024-10-01")).then(attached("2024-10-01"))
    given(registered()).when(attach("2024-09-30")).refused(rules.BEFORE_ITS_DAY)
    given(registered(), attached()).when(attach()).refused(rules.FILE_ATTACHED_ALREADY)
    given(registered(), attached()).when(void(2)).then(voided("2025-06-01", 2))
    given(registered(), attached(), voided("2025-06-01", 2)).when(attach()).then(attached())


def test_the_attached_file_is_the_one_that_was_registered() -> None:
    """Where its SHA-256 was; whichever of the two is wrong has to be put right."""
    digest = sha256(SCAN).hexdigest()
    given(registered(sha256=digest)).when(attach()).then(attached())
    given(registered(sha256=sealed("other"))).when(attach()).refused(rules.FILE_DIFFERS)
    given(registered(), attached()).when(correct(1, sha256=sealed("other"))).refused(
        rules.FILE_DIFFERS
    )
    given(registered(), attached()).when(correct(1, sha256=digest)).then(
        corrected("2025-06-01", 1, sha256=digest)
    )


def test_a_file_is_whole_and_not_too_large() -> None:
    """Up to five million bytes, with the digest of what was sent."""
    assert attach(content=b"0" * 5_000_000).sha256
    with pytest.raises(ValidationError, match="5 MB"):
        attach(content=b"0" * 5_000_001)
    with pytest.raises(ValidationError, match="SHA-256"):
        attach(sha256=sealed("another"))
    with pytest.raises(ValidationError, match="base64"):
        AttachFile.model_validate(attach().model_dump() | {"content": "no base64 at all"})


def test_evidence_is_put_to_a_fact_that_holds() -> None:
    """To a version of any record; it shows nothing that was never recorded, or was voided."""
    begun = given(registered()).knowing(FACT, counted())
    begun.when(show("2024-10-01")).then(shown("2024-10-01"))
    begun.when(show("2024-09-30")).refused(rules.BEFORE_ITS_DAY)
    begun.when(show(version=2)).refused(rules.NO_SUCH_FACT)
    given(registered()).when(show()).refused(rules.NO_SUCH_FACT)
    gone = FactVoided(effective_on=day("2024-12-01"), voids=1)
    given(registered()).knowing(FACT, counted(), gone).when(show()).refused(rules.NO_SUCH_FACT)


def test_evidence_is_put_to_a_fact_once_and_taken_back_by_voiding() -> None:
    """What was taken back can be put there again; a voided item shows nothing first."""
    begun = given(registered(), shown()).knowing(FACT, counted())
    begun.when(show()).refused(rules.SHOWN_ALREADY)
    begun.when(void(1)).refused(OTHERS_BUILD_ON_IT)
    begun.when(void(2)).then(voided("2025-06-01", 2))
    taken_back = given(registered(), shown(), voided("2025-06-01", 2)).knowing(FACT, counted())
    taken_back.when(show()).then(shown())
    taken_back.when(void(1)).then(voided("2025-06-01", 1))
    begun.when(correct(2, fact_version=2)).refused(CORRECTION_INVALID)
    begun.when(correct(2, effective_on="2024-11-06")).then(
        corrected("2025-06-01", 2, effective_on="2024-11-06")
    )


def counted() -> FactCounted:
    """A fact was counted."""
    return FactCounted(
        effective_on=day("2024-10-01"),
        kpi="kpi1",
        subject=FACT,
        fiscal_year=2024,
        municipality="203246",
    )


def test_the_same_file_is_received_once_for_a_kind_of_import() -> None:
    """By its content, whatever it is called."""
    given().when(receive()).then(received())
    given(received()).when(receive(file_name=sealed("copy"))).refused(rules.RECEIVED_ALREADY)
    assert receive(file_name=sealed("copy"), rows=1).opens() == receive().opens()
    others = [receive(), receive(sha256=sealed("new")), receive(kind="claim-skill")]
    assert len({command.opens() for command in others}) == 3
