"""What is known of a client: a prospect or not, its numbers, and whom one speaks with."""

from typing import Any

import pytest

from domain.base import mend
from domain.client import events as e
from domain.client import rules
from tests.domain.client.examples import (
    ISSUER,
    NUMBER,
    PERSON,
    add,
    added,
    became_client,
    correct,
    describe,
    described,
    end,
    ended,
    erase,
    erased,
    prospect,
    register,
    registered,
    rename,
    renamed,
    take_on,
    verified,
    verify,
    void,
)
from tests.given import day, given

WRONG = "T1234567890123"
"""T and 13 digits whose check digit does not fit, so that it can be no corporation's."""
SOMEBODYS = "T7123456789012"
"""A number whose check digit fits, but which is not the made-up company's."""


def test_a_prospect_becomes_a_client() -> None:
    """From its registration on; once."""
    given(prospect("2024-04-01")).when(take_on("2024-04-01")).then(became_client("2024-04-01"))
    given(prospect("2024-04-01")).when(take_on("2024-03-31")).refused(rules.NOT_REGISTERED)
    known = given(prospect("2024-04-01"), became_client("2024-05-01"))
    known.when(take_on("2024-05-01")).refused(rules.CLIENT_ALREADY)
    known.when(take_on("2024-04-30")).then(became_client("2024-04-30"))
    given(registered()).when(take_on("2024-05-01")).refused(rules.CLIENT_ALREADY)


@pytest.mark.parametrize(
    "written",
    ["T9999999999999", "t9999999999999", "T-9999999999999", "Ｔ９９９９９９９９９９９９９"],
)
def test_an_invoice_number_is_read_in_its_usual_form(written: str) -> None:
    """However people type it."""
    given().when(register(invoice_number=written)).then(registered(invoice_number=ISSUER))


def test_a_companys_invoice_number_is_t_and_its_corporate_number() -> None:
    """Where the corporate number is not known, the check digit fits at least."""
    given().when(register(invoice_number=WRONG)).refused(rules.INVOICE_NUMBER_DOES_NOT_FIT)
    given().when(register(invoice_number=SOMEBODYS)).refused(rules.INVOICE_NUMBER_DOES_NOT_FIT)
    alone: dict[str, Any] = {"corporate_number": None, "invoice_number": SOMEBODYS}
    given().when(register(**alone)).then(registered(**alone))
    known = given(registered())
    known.when(describe("2024-05-01", invoice_number=WRONG)).refused(
        rules.INVOICE_NUMBER_DOES_NOT_FIT
    )
    both = {"corporate_number": NUMBER, "invoice_number": ISSUER}
    known.when(describe("2024-05-01", **both)).then(described("2024-05-01", **both))


@pytest.mark.parametrize("kind", ["town-hall", "other"])
def test_of_other_holders_only_the_form_is_known(kind: str) -> None:
    """Town halls have numbers for special accounts; associations have no corporate number."""
    fields = {"kind": kind, "invoice_number": WRONG}
    given().when(register(**fields)).then(registered(**fields))


def test_a_corrected_card_still_fits() -> None:
    """Whichever of the two numbers, or the kind, is corrected."""
    known = given(registered(invoice_number=ISSUER))
    known.when(correct(1, invoice_number=SOMEBODYS)).refused(rules.INVOICE_NUMBER_DOES_NOT_FIT)
    held = given(registered(kind="other", invoice_number=WRONG))
    held.when(correct(1, kind="company")).refused(rules.INVOICE_NUMBER_DOES_NOT_FIT)


def test_what_is_known_is_written_down_as_a_whole() -> None:
    """From the registration on; what is left out is not known any more."""
    known = {"size": "medium", "sector": "G", "address": "東京都架空区架空町1-2-3"}
    given(registered("2024-04-01")).when(describe("2024-04-01", **known)).then(
        described("2024-04-01", **known)
    )
    given(registered("2024-04-01")).when(describe("2024-03-31", **known)).refused(
        rules.NOT_REGISTERED
    )


def test_a_number_is_looked_up_on_a_day() -> None:
    """The number that the client had that day, with what the register said."""
    known = given(registered("2024-04-01"), described("2024-05-01", invoice_number=ISSUER))
    known.when(verify("2024-05-01")).then(verified("2024-05-01"))
    known.when(verify("2024-05-02", "cancelled")).then(verified("2024-05-02", "cancelled"))
    known.when(verify("2024-04-30")).refused(rules.NO_INVOICE_NUMBER)
    known.when(verify("2024-03-31")).refused(rules.NOT_REGISTERED)
    gone = given(registered(invoice_number=ISSUER), described("2024-05-01"))
    gone.when(verify("2024-05-01")).refused(rules.NO_INVOICE_NUMBER)
    gone.when(verify("2024-04-30")).then(verified("2024-04-30"))


def test_a_number_that_was_looked_up_is_not_voided() -> None:
    """Nobody looks up what was not there."""
    known = given(
        registered(), described("2024-05-01", invoice_number=ISSUER), verified("2024-05-02")
    )
    known.when(void(2)).refused(rules.NO_INVOICE_NUMBER)
    known.when(correct(2, effective_on="2024-05-03")).refused(rules.NO_INVOICE_NUMBER)
    known.when(void(3)).then(e.ClientEntryVoided(effective_on=day("2024-06-01"), voids=3))


def test_a_contact_person_is_added_once_and_ended_once() -> None:
    """Each on its day, and again after an end."""
    known = given(registered("2024-04-01"))
    known.when(add("2024-04-01")).then(added("2024-04-01"))
    known.when(add("2024-03-31")).refused(rules.NOT_REGISTERED)
    known.when(end("2024-05-01")).refused(rules.NO_SUCH_CONTACT)
    known.when(end("2024-03-31")).refused(rules.NOT_REGISTERED)
    met = given(registered(), added("2024-05-01"))
    met.when(add("2024-05-01")).refused(rules.CONTACT_ALREADY)
    met.when(end("2024-04-30")).refused(rules.NO_SUCH_CONTACT)
    met.when(end("2024-05-01")).then(ended("2024-05-01"))
    gone = given(registered(), added("2024-05-01"), ended("2024-06-01"))
    gone.when(add("2024-05-31")).refused(rules.CONTACT_ALREADY)
    gone.when(add("2024-06-01")).then(added("2024-06-01"))


def test_a_contact_person_is_erased_also_after_the_end() -> None:
    """Whoever was never one has nothing here to be erased."""
    met = given(registered("2024-04-01"), added("2024-05-01"))
    met.when(erase("2024-06-01")).then(erased("2024-06-01"))
    given(registered(), added("2024-05-01"), ended("2024-06-01")).when(erase("2024-07-01")).then(
        erased("2024-07-01")
    )
    given(registered()).when(erase("2024-06-01")).refused(rules.NO_SUCH_CONTACT)
    met.when(erase("2024-03-31")).refused(rules.NOT_REGISTERED)


def test_the_beginning_of_a_contact_is_not_voided_under_its_end() -> None:
    """The end goes first."""
    gone = given(registered(), added("2024-05-01"), ended("2024-06-01"))
    gone.when(void(2)).refused(mend.OTHERS_BUILD_ON_IT)
    gone.when(void(3)).then(e.ClientEntryVoided(effective_on=day("2024-06-01"), voids=3))


def test_whom_an_entry_is_about_is_not_corrected() -> None:
    """Void it, and record it of the right person; nor is a registration voided."""
    met = given(registered(), added("2024-05-01"))
    met.when(correct(2, person_id=str(PERSON))).refused(mend.CORRECTION_INVALID)
    met.when(void(1)).refused(mend.NOTHING_TO_MEND)


def test_a_name_is_changed_whatever_else_is_known() -> None:
    """A prospect is renamed too."""
    given(prospect()).when(rename("2024-05-01")).then(renamed("2024-05-01"))
