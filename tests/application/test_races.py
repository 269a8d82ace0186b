"""Two people decide at the same moment about one resident: one of them is refused."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from threading import Barrier
from time import sleep
from uuid import UUID, uuid4

import pytest

from application.decision import stream_id
from application.execute import Stale, execute
from application.ports import Append, Receipt, StreamMoved
from application.recorded import Entry, Provenance, Reason, Recorded
from domain.base.command import Command
from domain.base.rule import RuleBroken
from domain.commission.commands import OfferCommission
from domain.worker.commands import Leave
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from tests.domain.client.examples import register
from tests.domain.commission.examples import offer
from tests.domain.engagement.examples import ask, order
from tests.domain.worker.examples import registered
from tests.given import day

RACES = 1000
CLERK = Entry(actor="clerk")
REFUSED = (RuleBroken, StreamMoved, Stale)

Office = tuple[PostgresLog, PostgresVault]
Answer = Receipt | RuleBroken | StreamMoved | Stale


@pytest.fixture
def offices(postgres_url: str, schema: str) -> Iterator[list[Office]]:
    """Open one log twice, as two processes would."""
    with ExitStack() as opened:
        logs = [
            opened.enter_context(
                closing(PostgresLog.open(Datastore(postgres_url, schema), origin=f"test/{schema}"))
            )
            for _ in range(2)
        ]
        yield [(log, PostgresVault(log._datastore, log.origin, log.namespace)) for log in logs]


def run(office: Office, command: Command) -> Answer:
    """Ask for something; give the answer or the refusal."""
    try:
        return execute(*office, command, CLERK, key=uuid4().hex)
    except REFUSED as refusal:
        return refusal


def open_order(office: Office) -> UUID:
    """Record a client and an order that is open."""
    client = execute(*office, register(), CLERK, key="client").stream
    asked = ask().model_copy(update={"client_id": client})
    engagement = execute(*office, asked, CLERK, key="inquiry").stream
    ordered = order("2024-06-10").model_copy(update={"engagement_id": engagement})
    return execute(*office, ordered, CLERK, key="order").stream


def register_workers(log: PostgresLog, many: int) -> list[UUID]:
    """Register workers in one transaction, each as a stream of its own."""
    numbers = [f"W-{n:04}" for n in range(many)]
    streams = [stream_id(log.namespace, "worker", number) for number in numbers]
    by = Provenance(
        actor="clerk", role="secretariat", reason=Reason.ROUTINE, correlation=uuid4(), salt="0" * 32
    )
    events = [
        Recorded(stream, 1, registered().model_copy(update={"number": number}), by)
        for stream, number in zip(streams, numbers, strict=True)
    ]
    log.append(events, Append("workers", b"", streams[0], 1, dict.fromkeys(streams, 0)))
    return streams


def race(works: list[Callable[[int], Answer]], many: int) -> list[list[Answer]]:
    """Do both works at the same moment, many times; now the one, now the other a little later."""
    start = Barrier(len(works))

    def each(number: int) -> list[Answer]:
        answers = []
        for turn in range(many):
            start.wait(30)
            if turn % 10 == number:
                sleep(0.01)
            answers.append(works[number](turn))
        return answers

    with ThreadPoolExecutor(len(works)) as threads:
        return [list(pair) for pair in zip(*threads.map(each, range(len(works))), strict=True)]


def test_of_an_offer_and_a_leaving_at_the_same_moment_one_is_refused(
    offices: list[Office],
) -> None:
    """In every race exactly one is recorded, and asking again is refused by its rule.

    The two come now through one process, now through two.
    """
    engagement = open_order(offices[0])
    workers = register_workers(offices[0][0], RACES)
    offers = [
        OfferCommission.model_validate(
            offer().model_dump() | {"engagement_id": engagement, "worker_id": worker}
        )
        for worker in workers
    ]
    leavings = [Leave(effective_on=day("2024-07-01"), worker_id=worker) for worker in workers]
    asked: list[Callable[[int], Answer]] = [
        lambda turn: run(offices[0], offers[turn]),
        lambda turn: run(offices[turn % 2], leavings[turn]),
    ]

    answers = race(asked, RACES)

    assert {sum(isinstance(one, Receipt) for one in pair) for pair in answers} == {1}
    by_rule = {"worker-has-open-commissions", "worker-leaves-before-delivery"}
    for turn in range(0, RACES, 10):
        (refused,) = [n for n in (0, 1) if not isinstance(answers[turn][n], Receipt)]
        again = asked[refused](turn)
        assert isinstance(again, RuleBroken)
        assert again.rule.code in by_rule
    winners = [isinstance(offered, Receipt) for offered, _ in answers]
    assert 0 < sum(winners) < RACES
    topics = [recorded.event.TOPIC for recorded in offices[0][0].events(after=RACES + 4)]
    assert sorted(topics) == sorted(
        "commission.offered" if offered else "worker.left" for offered in winners
    )
