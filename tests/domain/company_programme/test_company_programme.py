"""What is offered to companies: created, revised, run while it is offered, and ended."""

import pytest
from pydantic import ValidationError

from domain.base.mend import CORRECTION_INVALID
from domain.client import rules as client
from domain.company_programme import rules
from tests.domain.client.examples import CLIENT, prospect
from tests.domain.company_programme.examples import (
    correct,
    corrected,
    create,
    created,
    end,
    ended,
    revise,
    revised,
    run,
    take_up,
    void,
    voided,
)
from tests.domain.offsite_stay.examples import STAY, held, invited
from tests.given import given


def test_a_programme_is_created_once_under_its_code_by_a_town() -> None:
    """In the town's own programme, apart from the grant project."""
    given().when(create()).then(created())
    given(created()).when(create()).refused(rules.CREATED_ALREADY)
    given().when(create(programme="grant:dx-r6")).refused(rules.OF_OWN_PROGRAMME)
    assert create(programme="own:202126").opens() != create().opens()


def test_it_is_revised_run_and_ended_while_it_is_offered() -> None:
    """From its first day until the day before its end."""
    offered = given(created("2024-06-01"))
    offered.when(revise("2024-06-01")).then(revised("2024-06-01"))
    offered.when(revise("2024-05-31")).refused(rules.NOT_OFFERED)
    offered.when(take_up("2024-06-01")).then(run("2024-06-01"))
    offered.when(take_up("2024-05-31")).refused(rules.NOT_OFFERED)
    offered.when(end("2024-06-01")).then(ended("2024-06-01"))
    offered.when(end("2024-05-31")).refused(rules.NOT_OFFERED)
    over = given(created("2024-06-01"), ended("2024-09-01"))
    over.when(take_up("2024-08-31")).then(run("2024-08-31"))
    over.when(take_up("2024-09-01")).refused(rules.NOT_OFFERED)
    over.when(revise("2024-09-01")).refused(rules.NOT_OFFERED)
    over.when(end("2024-09-02")).refused(rules.NOT_OFFERED)
    over.when(end("2024-08-31")).refused(rules.NOT_OFFERED)


def test_it_does_not_end_before_it_was_run() -> None:
    """However late the end is recorded."""
    used = given(created("2024-06-01"), run("2024-08-31"))
    used.when(end("2024-08-30")).refused(rules.NOT_OFFERED)
    used.when(end("2024-08-31")).then(ended("2024-08-31"))


def test_a_run_is_for_a_stay_that_was_held_or_for_a_registered_client() -> None:
    """By that day; or for an organisation by its name."""
    seen = given(created()).seeing(STAY, invited(), held("2024-10-01"))
    seen.when(take_up("2024-10-01", stay_id=STAY)).then(run("2024-10-01", stay_id=STAY))
    seen.when(take_up("2024-09-30", stay_id=STAY)).refused(rules.NO_SUCH_STAY)
    given(created()).seeing(STAY, invited()).when(take_up("2024-10-01", stay_id=STAY)).refused(
        rules.NO_SUCH_STAY
    )
    known = given(created()).seeing(CLIENT, prospect("2024-10-01"))
    known.when(take_up("2024-10-01", client_id=CLIENT)).then(run("2024-10-01", client_id=CLIENT))
    known.when(take_up("2024-09-30", client_id=CLIENT)).refused(client.NOT_REGISTERED)
    with pytest.raises(ValidationError, match="for a stay, a client or an organisation"):
        take_up("2024-10-01", organisation=None)


def test_no_more_people_answer_than_came() -> None:
    """As many as came can."""
    given(created()).when(take_up("2024-10-01", feedback=[0, 0, 1, 3, 4])).then(
        run("2024-10-01", feedback=[0, 0, 1, 3, 4])
    )
    with pytest.raises(ValidationError, match="more answers than heads"):
        take_up("2024-10-01", feedback=[0, 0, 1, 4, 4])


def test_what_was_recorded_wrongly_is_put_right() -> None:
    """But a programme keeps its code, and is run while it is offered."""
    over = given(created("2024-06-01"), ended("2024-09-01"), run("2024-08-31"))
    over.when(correct(3, heads=9)).then(corrected("2025-06-01", 3, heads=9))
    over.when(correct(1, code="lake-camp")).refused(CORRECTION_INVALID)
    over.when(correct(3, effective_on="2024-09-01")).refused(rules.NOT_OFFERED)
    over.when(correct(2, effective_on="2024-08-31")).refused(rules.NOT_OFFERED)


def test_what_never_was_is_voided() -> None:
    """A programme whose end never was is offered on."""
    over = given(created("2024-06-01"), ended("2024-09-01"))
    over.when(void(2)).then(voided("2025-06-01", 2))
    given(created("2024-06-01"), ended("2024-09-01"), voided("2024-09-02", 2)).when(
        take_up("2024-09-01")
    ).then(run("2024-09-01"))
