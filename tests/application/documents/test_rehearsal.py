"""A row is rehearsed as a whole: what was accepted of a refused row must not count for the next."""

import pytest

from application.decision import stream_id
from application.rehearse import Refused, Rehearsal
from domain.worker.commands import Leave
from tests.given import day
from tests.given_sheets import Town
from tests.infrastructure.given import registration


def test_a_refused_row_leaves_nothing_behind(town: Town) -> None:
    """The registration of a row whose leaving is refused has not taken place."""
    position = town.position()
    rehearsal = Rehearsal(town.consortium.log)
    worker = stream_id(town.consortium.log.namespace, "worker", "W-1")
    register = registration("W-1")
    with pytest.raises(Refused) as refused:
        rehearsal.accept_all([register, Leave(effective_on=day("2020-01-01"), worker_id=worker)])
    assert isinstance(refused.value.command, Leave)
    assert "worker-not-on-roll" in refused.value.reason
    rehearsal.accept_all([register])
    with pytest.raises(Refused, match="worker-already-registered"):
        rehearsal.accept_all([register])
    assert town.position() == position
