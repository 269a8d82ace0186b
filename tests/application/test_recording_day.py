"""What has happened is recorded once its day has come; what is planned or ends lies ahead."""

from uuid import UUID

import pytest

from application.decision import stream_id
from application.recording_day import IN_THE_FUTURE
from application.rehearse import Rehearsal
from domain.base.command import Command
from domain.base.rule import RuleBroken
from domain.worker.commands import CorrectRegistration, Leave
from tests.domain.kpi import examples as kpi
from tests.given import day
from tests.infrastructure.given import registration

SPACE = UUID(int=0xA0)
TODAY = day("2026-11-23")
TOMORROW = day("2026-11-24")


def refused(rehearsal: Rehearsal, command: Command) -> bool:
    """Say whether a command is refused because its day has not come."""
    with pytest.raises(RuleBroken) as broken:
        rehearsal.accept(command)
    return broken.value.rule is IN_THE_FUTURE


def test_what_has_happened_is_not_of_tomorrow() -> None:
    """A registration and a count of today are; where the day is not known, nobody is held to it."""
    rehearsal = Rehearsal(SPACE, today=TODAY)
    for command in (registration("W-1"), kpi.count().model_copy(update={"fiscal_year": 2026})):
        assert refused(rehearsal, command.model_copy(update={"effective_on": TOMORROW}))
        rehearsal.accept(command.model_copy(update={"effective_on": TODAY}))
    Rehearsal(SPACE).accept(registration("W-1").model_copy(update={"effective_on": TOMORROW}))


def test_a_leaving_can_be_known_ahead_and_moved_ahead() -> None:
    """But what has happened is not corrected into the future."""
    rehearsal = Rehearsal(SPACE, today=TODAY)
    worker = stream_id(SPACE, "worker", "W-1")
    rehearsal.accept(registration("W-1"))
    rehearsal.accept(Leave(effective_on=day("2026-11-30"), worker_id=worker))
    correct = CorrectRegistration(effective_on=TODAY, worker_id=worker, version=2, now={"_": 0})
    later = {"last_day": "2026-12-31", "effective_on": "2027-01-01"}
    rehearsal.accept(correct.model_copy(update={"now": later}))
    registered = {"version": 1, "now": {"effective_on": str(TOMORROW)}}
    assert refused(rehearsal, correct.model_copy(update=registered))
