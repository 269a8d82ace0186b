"""What a command is decided on: the streams that it names, if they are of the kind it means."""

from uuid import UUID

import pytest

from application.aggregate import Aggregate, members
from application.decision import NotFound, Source, prepare
from application.registry import AGGREGATES
from domain.base.event import Correction, Event, Void
from domain.client.client import Client
from domain.engagement.commands import ReceiveInquiry
from domain.worker.commands import Return
from tests.domain.client.examples import registered as client
from tests.domain.worker.examples import registered as worker
from tests.given import day, versions
from tests.golden.examples import EXAMPLES

STREAM = UUID(int=1)


def source(*events: Event) -> Source:
    """Give one stream with these events, and nothing else."""
    return Source(
        UUID(int=0), lambda stream: versions(*events) if stream == STREAM else [], lambda _: ()
    )


def test_a_stream_of_another_kind_is_not_found() -> None:
    """As if it did not exist: the caller has mistaken one id for another."""
    command = Return(worker_id=STREAM, effective_on=day("2024-06-01"))
    assert prepare(source(worker()), command).state is not None
    with pytest.raises(NotFound):
        prepare(source(client()), command)


def test_a_stream_of_another_kind_is_not_looked_at() -> None:
    """The rules see none of it, and say what is missing."""
    command = ReceiveInquiry(
        number="E-1",
        client_id=STREAM,
        title="文字起こし",
        kind="digitization",
        funds="client",
        municipality="203246",
        effective_on=day("2024-06-01"),
        programme="grant:dx-r6",
    )
    assert prepare(source(client()), command).seen.the(Client, STREAM) is not None
    assert prepare(source(worker()), command).seen.the(Client, STREAM) is None


@pytest.mark.parametrize("aggregate", AGGREGATES.values(), ids=AGGREGATES)
def test_no_kind_of_stream_folds_the_events_of_another(aggregate: Aggregate) -> None:
    """It gives no state, and no error either."""
    folded = members(aggregate.events)
    others = [
        each for each in EXAMPLES.values() if not isinstance(each, (*folded, Correction, Void))
    ]
    assert [each.TOPIC for each in others if aggregate.fold(versions(each)) is not None] == []
