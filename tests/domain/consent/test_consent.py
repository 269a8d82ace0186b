"""A consent is given and withdrawn in turn, for one purpose and one part of publicity."""

import pytest
from pydantic import ValidationError

from domain.base.mend import CORRECTION_INVALID, OTHERS_BUILD_ON_IT
from domain.consent import rules
from domain.consent.commands import GiveConsent
from domain.consent.consent import Consent, evolve
from tests.domain.consent.examples import (
    CONSENT,
    agree,
    agreed,
    correct,
    corrected,
    void,
    voided,
    withdraw,
    withdrawn,
)
from tests.given import day, given


def _folded(*events: object) -> Consent:
    consent: Consent | None = None
    for event in events:
        consent = evolve(consent, event)  # type: ignore[arg-type]
    assert consent is not None
    return consent


def test_a_consent_is_given_and_withdrawn_in_turn() -> None:
    """And given again, in whatever wording; each once."""
    given().when(agree()).then(agreed())
    given(agreed("2024-06-01")).when(agree("2024-06-02")).refused(rules.IN_FORCE_ALREADY)
    given(agreed("2024-06-01")).when(withdraw("2024-06-02")).then(withdrawn("2024-06-02"))
    given(agreed("2024-06-01")).when(withdraw("2024-05-31")).refused(rules.NOT_IN_FORCE)
    over = given(agreed("2024-06-01"), withdrawn("2024-07-01"))
    over.when(withdraw("2024-07-02")).refused(rules.NOT_IN_FORCE)
    over.when(agree("2024-06-30")).refused(rules.IN_FORCE_ALREADY)
    over.when(agree("2024-07-01")).then(agreed("2024-07-01"))
    given().when(withdraw("2024-06-01")).not_found()


def test_a_consent_is_in_force_from_its_day_until_the_day_before_it_is_withdrawn() -> None:
    """The day of the withdrawal is the first without it."""
    consent = _folded(agreed("2024-06-01"), withdrawn("2024-07-01"), agreed("2024-08-01"))
    days = ("2024-05-31", "2024-06-01", "2024-06-30", "2024-07-01", "2024-07-31", "2024-08-01")
    assert [consent.in_force(day(on)) for on in days] == [False, True, True, False, False, True]


def test_each_part_of_publicity_has_a_consent_of_its_own() -> None:
    """Other purposes are agreed to as a whole."""
    assert agree(scope="name").opens() != agree(scope="photo").opens()
    said = agree().model_dump()
    GiveConsent.model_validate(said | {"purpose": "mentoring-notes", "scope": "whole"})
    for purpose, scope in (("publicity", "whole"), ("sharing", "photo")):
        with pytest.raises(ValidationError, match="any other consent is whole"):
            GiveConsent.model_validate(said | {"purpose": purpose, "scope": scope})


def test_what_was_recorded_wrongly_is_put_right() -> None:
    """But whose consent it is, and what for, is what the record is about."""
    both = given(agreed("2024-06-01"), withdrawn("2024-07-01"))
    both.when(correct(1, wording_version="2")).then(corrected("2025-06-01", 1, wording_version="2"))
    both.when(correct(1, scope="name")).refused(CORRECTION_INVALID)
    both.when(correct(1, person_id=str(CONSENT))).refused(CORRECTION_INVALID)
    four = given(
        agreed("2024-06-01"), withdrawn("2024-07-01"), agreed("2024-08-01"), withdrawn("2024-09-01")
    )
    four.when(correct(4, effective_on="2024-07-31")).refused(rules.NOT_IN_FORCE)
    thrice = given(agreed("2024-06-01"), withdrawn("2024-07-01"), agreed("2024-08-01"))
    thrice.when(correct(2, effective_on="2024-08-02")).refused(rules.IN_FORCE_ALREADY)


def test_what_never_was_is_voided() -> None:
    """As long as giving and withdrawing still take turns, and nobody was shown because of it."""
    given(agreed(), withdrawn("2024-07-01")).when(void(2)).then(voided("2025-06-01", 2))
    given(agreed()).when(void(1)).then(voided("2025-06-01", 1))
    given(agreed()).looked_at().when(void(1)).refused(OTHERS_BUILD_ON_IT)
    thrice = given(agreed("2024-06-01"), withdrawn("2024-07-01"), agreed("2024-08-01"))
    thrice.when(void(2)).refused(rules.IN_FORCE_ALREADY)
    again = given(
        agreed("2024-06-01"), withdrawn("2024-07-01"), agreed("2024-08-01"), withdrawn("2024-09-01")
    )
    again.when(void(3)).refused(rules.NOT_IN_FORCE)
