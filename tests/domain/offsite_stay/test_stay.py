"""A firm is invited, comes or does not, and is kept in touch with."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.mend import CORRECTION_INVALID
from domain.client import rules as client
from domain.company_programme import rules as companies
from domain.offsite_stay import rules
from tests.domain.client.examples import CLIENT, prospect
from tests.domain.company_programme.examples import PROGRAMME, created, ended
from tests.domain.offsite_stay.examples import (
    cancel,
    cancelled,
    correct,
    corrected,
    follow_up,
    followed_up,
    held,
    hold,
    invite,
    invited,
    void,
    voided,
)
from tests.given import given


def test_a_firm_is_invited_under_a_number_by_a_town() -> None:
    """In the town's own programme, apart from the grant project."""
    given().when(invite()).then(invited())
    given(invited()).when(invite()).refused(rules.INVITED_ALREADY)
    given().when(invite(programme="grant:dx-r6")).refused(companies.OF_OWN_PROGRAMME)
    given().when(invite(programme="common")).refused(companies.OF_OWN_PROGRAMME)


def test_a_firm_is_named_as_a_client_or_by_its_name() -> None:
    """A client is registered by that day; a prospect will do."""
    seen = given().seeing(CLIENT, prospect("2024-08-01"))
    seen.when(invite("2024-08-01", client_id=CLIENT)).then(invited("2024-08-01", client_id=CLIENT))
    seen.when(invite("2024-07-31", client_id=CLIENT)).refused(client.NOT_REGISTERED)
    given().when(invite(client_id=CLIENT)).refused(client.NOT_REGISTERED)
    with pytest.raises(ValidationError, match="by its name, or by both"):
        invite(organisation=None)


def test_a_stay_is_held_once_after_its_invitation() -> None:
    """Its first day is the day of the entry, and its last is no earlier."""
    given(invited("2024-08-01")).when(hold("2024-08-01", "2024-08-01")).then(
        held("2024-08-01", "2024-08-01")
    )
    given(invited("2024-08-01")).when(hold("2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)
    given(invited(), held()).when(hold("2024-11-01")).refused(rules.HELD_ALREADY)
    given(invited(), cancelled("2024-09-01")).when(hold("2024-10-01")).refused(rules.CANCELLED)
    with pytest.raises(ValidationError, match="not before its first"):
        hold("2024-10-02", "2024-10-01")


def test_a_stay_uses_a_programme_that_is_offered() -> None:
    """From the day of its offer until the day before its end."""
    seen = given(invited("2024-08-01")).seeing(
        PROGRAMME, created("2024-09-01"), ended("2024-10-01")
    )
    of: dict[str, Any] = {"company_programme_id": PROGRAMME}
    for on in ("2024-09-01", "2024-09-30"):
        seen.when(hold(on, "2024-12-31", **of)).then(held(on, "2024-12-31", **of))
    seen.when(hold("2024-08-31", **of)).refused(companies.NOT_OFFERED)
    seen.when(hold("2024-10-01", **of)).refused(companies.NOT_OFFERED)
    given(invited()).when(hold("2024-10-01", **of)).refused(companies.NOT_OFFERED)


def test_a_firm_that_came_is_kept_in_touch_with() -> None:
    """From its first day on, as often as wanted."""
    came = given(invited(), held("2024-10-01"), followed_up("2024-11-01"))
    came.when(follow_up("2024-10-01")).then(followed_up("2024-10-01"))
    came.when(follow_up("2024-09-30")).refused(rules.BEFORE_EARLIER_STEP)
    given(invited()).when(follow_up("2024-10-01")).refused(rules.NOT_HELD)
    given(invited(), cancelled("2024-09-01")).when(follow_up("2024-10-01")).refused(rules.NOT_HELD)


def test_a_stay_is_called_off_before_it_is_held() -> None:
    """Once, on the day of its invitation at the earliest."""
    given(invited("2024-08-01")).when(cancel("2024-08-01")).then(cancelled("2024-08-01"))
    given(invited("2024-08-01")).when(cancel("2024-07-31")).refused(rules.BEFORE_EARLIER_STEP)
    given(invited(), held()).when(cancel("2024-10-02")).refused(rules.HELD_ALREADY)
    given(invited(), cancelled("2024-09-01")).when(cancel("2024-09-02")).refused(rules.CANCELLED)


def test_what_was_recorded_wrongly_is_put_right() -> None:
    """But a stay keeps its number, and its steps their order."""
    came = given(invited(), held("2024-10-01"), followed_up("2024-10-15"))
    came.when(correct(2, heads=9)).then(corrected("2025-06-01", 2, heads=9))
    came.when(correct(1, number="WT-9")).refused(CORRECTION_INVALID)
    came.when(correct(2, last_day="2024-09-30")).refused(CORRECTION_INVALID)
    came.when(correct(3, effective_on="2024-09-30")).refused(rules.BEFORE_EARLIER_STEP)


def test_what_never_was_is_voided() -> None:
    """A stay that never was has no follow-up; one that was not called off can be held."""
    came = given(invited(), held(), followed_up("2024-11-01"))
    came.when(void(3)).then(voided("2025-06-01", 3))
    came.when(void(2)).refused(rules.NOT_HELD)
    back = given(invited(), cancelled("2024-09-01"), voided("2024-09-02", 2))
    back.when(hold("2024-10-01", "2024-10-03")).then(held())
