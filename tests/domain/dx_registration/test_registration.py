"""A firm is registered under a scheme; which scheme a KPI counts is not for this record to say."""

from typing import Any
from uuid import UUID

from domain.base.mend import CORRECTION_INVALID
from domain.dx_registration import commands as c
from domain.dx_registration import events as e
from domain.dx_registration import rules
from tests.given import day, given

GRANT = "grant:dx-r6"
REGISTRATION = UUID(int=0xD1)
FIRM: dict[str, Any] = {
    "scheme": "kakuu-dx",
    "scheme_name": "架空DX登録制度",
    "firm": "9999999999999",
    "firm_name": "架空商事株式会社",
    "municipality": "203246",
}


def confirmed(on: str = "2025-02-03", **other: object) -> e.DxRegistrationConfirmed:
    """It is registered."""
    said = {"effective_on": on, "programme": GRANT} | FIRM | other
    return e.DxRegistrationConfirmed.model_validate(said)


def ended(on: str) -> e.DxRegistrationEnded:
    """It is not any more."""
    kept = {name: FIRM[name] for name in ("scheme", "firm", "municipality")}
    return e.DxRegistrationEnded.model_validate({"effective_on": on, "programme": GRANT} | kept)


def confirm(on: str = "2025-02-03", **other: object) -> c.ConfirmDxRegistration:
    """Record that it is registered."""
    said = {"effective_on": on, "programme": GRANT} | FIRM | other
    return c.ConfirmDxRegistration.model_validate(said)


def end(on: str) -> c.EndDxRegistration:
    """Record that it is not any more."""
    return c.EndDxRegistration(effective_on=day(on), registration_id=REGISTRATION)


def test_a_firm_is_registered_once_under_a_scheme() -> None:
    """Under several schemes, and again after an end."""
    given().when(confirm()).then(confirmed())
    given(confirmed("2025-02-03")).when(confirm("2025-03-01")).refused(rules.CONFIRMED_ALREADY)
    given(confirmed("2025-02-03"), ended("2026-02-03")).when(confirm("2026-02-03")).then(
        confirmed("2026-02-03")
    )
    assert confirm().opens() != confirm(scheme="other").opens()


def test_a_registration_ends_while_it_is_in_force() -> None:
    """The day of the end is the first without it."""
    given(confirmed("2025-02-03")).when(end("2025-02-02")).refused(rules.NOT_REGISTERED)
    given(confirmed("2025-02-03")).when(end("2026-02-03")).then(ended("2026-02-03"))
    given(confirmed("2025-02-03"), ended("2026-02-03")).when(end("2026-02-03")).refused(
        rules.NOT_REGISTERED
    )


def test_entries_are_put_right_and_taken_back() -> None:
    """But a registration stays that of its scheme and firm."""
    wrong = c.CorrectDxRegistration(
        effective_on=day("2025-06-01"),
        registration_id=REGISTRATION,
        version=1,
        now={"firm_name": "架空物産株式会社"},
    )
    given(confirmed()).when(wrong).then(
        e.DxRegistrationCorrected(
            effective_on=day("2025-06-01"), programme=GRANT, corrects=1, now=wrong.now
        )
    )
    other = wrong.model_copy(update={"now": {"scheme": "other"}})
    given(confirmed()).when(other).refused(CORRECTION_INVALID)
    void = c.VoidDxRegistration(
        effective_on=day("2025-06-01"), registration_id=REGISTRATION, version=1
    )
    given(confirmed()).when(void).then(
        e.DxRegistrationVoided(effective_on=day("2025-06-01"), programme=GRANT, voids=1)
    )


def test_what_ends_had_been_confirmed() -> None:
    """A late confirmation that is taken back leaves no end behind it."""
    late = given(confirmed("2025-02-03"), confirmed("2024-02-03"), ended("2024-12-31"))
    void = c.VoidDxRegistration(
        effective_on=day("2025-06-01"), registration_id=REGISTRATION, version=2
    )
    late.when(void).refused(rules.NOT_REGISTERED)
