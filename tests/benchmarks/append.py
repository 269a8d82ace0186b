"""Appending with leaf, sealing and idempotency, against the event-sourcing library's own recorder.

Both write the same events to the same server, one event at a time, through pools of the same size.
Ours seals one personal value and keeps one idempotency key for each, and both are measured; the
stock recorder is handed its bytes ready made. With its own default, 15 connections, many writers
make it slower: that figure is given too.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from itertools import count, islice
from statistics import median
from typing import LiteralString
from uuid import UUID, uuid4

import psycopg
from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresFactory
from eventsourcing.utils import Environment
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool

from application.execute import execute
from application.ports import Append
from application.recorded import Entry, Provenance, Reason, Recorded
from domain.worker.commands import AssessSkill, RegisterWorker
from domain.worker.events import ContactChanged, Method
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.mapper import encode
from tests.benchmarks import Measure, database, per_second

SCHEMA = "benchmark_append"
EMPTY: tuple[LiteralString, ...] = (
    "DROP SCHEMA IF EXISTS benchmark_append CASCADE",
    "DROP SCHEMA IF EXISTS benchmark_append_stock CASCADE",
    "CREATE SCHEMA benchmark_append_stock",
    "CREATE TABLE benchmark_append_stock.plain (number bigint PRIMARY KEY, state bytea)",
)
INSERT_PLAIN = "INSERT INTO benchmark_append_stock.plain VALUES (%s, %s)"
POOL_SIZE = 2
TARGETS = {1: 1.0, 16: 3.0}
SHARE = {1: 60, 16: 40}
ROUNDS = {1: 30, 16: 12}
STREAM_LENGTH = 20

DAY = date(2025, 4, 1)
ENTRY = Entry(actor="clerk")
SUBJECT, ASSESSOR = uuid4(), uuid4()
BY = Provenance(
    actor="clerk",
    role="secretariat",
    reason=Reason.ROUTINE,
    correlation=uuid4(),
    salt="5a" * 16,
)
numbers = count(1)


@dataclass(frozen=True, slots=True)
class Step:
    """One event to write."""

    stream: UUID
    version: int
    contact: str


@dataclass(frozen=True, slots=True)
class Ours:
    """The service's own way of writing."""

    log: PostgresLog
    vault: PostgresVault

    def append(self, step: Step) -> None:
        """Seal, and append the event with its key."""
        sealed = self.vault.seal(SUBJECT, "contact", step.contact)
        event = ContactChanged(effective_on=DAY, contact=sealed.digest)
        append = Append(
            key=f"{step.stream}|{step.version}",
            fingerprint=self.vault.fingerprint(step.contact.encode()),
            stream=step.stream,
            version=step.version,
            expected={step.stream: step.version - 1},
            sealed=[sealed],
        )
        self.log.append([Recorded(step.stream, step.version, event, BY)], append)

    def stored(self, step: Step) -> StoredEvent:
        """Give the same event, ready for the stock recorder."""
        sealed = self.vault.seal(SUBJECT, "contact", step.contact)
        event = ContactChanged(effective_on=DAY, contact=sealed.digest)
        state = encode(Recorded(step.stream, step.version, event, BY))
        return StoredEvent(step.stream, step.version, event.TOPIC, state)

    def command(self, assessment: tuple[str, AssessSkill]) -> None:
        """Do the whole of a command, under its key."""
        key, command = assessment
        execute(self.log, self.vault, command, ENTRY, key=key)

    def register(self) -> UUID:
        """Register a worker, and give its stream."""
        number = f"B-{next(numbers)}"
        command = RegisterWorker(
            person_id=uuid4(),
            number=number,
            name="架空 花子",
            kana="カクウ ハナコ",
            municipality="203246",
            effective_on=DAY,
        )
        return execute(self.log, self.vault, command, ENTRY, key=number).stream


def run() -> list[Measure]:
    """Measure with one writer and with many."""
    with ExitStack() as stack:
        url = stack.enter_context(database())
        empty(url)
        log = PostgresLog.open(
            Datastore(url, SCHEMA, pool_size=POOL_SIZE), origin="example/benchmark"
        )
        stack.enter_context(closing(log))
        keys = stack.enter_context(Datastore(url, SCHEMA, pool_size=1))
        ours = Ours(log, PostgresVault(keys, log.origin, log.namespace))
        same = stock_recorder(url, pool_size=POOL_SIZE, max_overflow=0)
        stack.enter_context(same.datastore)
        default = stock_recorder(url)
        stack.enter_context(default.datastore)
        return [
            *(each for writers in TARGETS for each in appends(ours, same, default, writers)),
            *(commands(ours, writers) for writers in TARGETS),
            *(plain_commits(url, writers) for writers in TARGETS),
        ]


def appends(
    ours: Ours,
    same: PostgresApplicationRecorder,
    default: PostgresApplicationRecorder,
    writers: int,
) -> Iterator[Measure]:
    """Compare in short alternating rounds: what else the machine does changes all the time."""

    def stock(recorder: PostgresApplicationRecorder) -> float:
        ready = [[[ours.stored(step)] for step in share] for share in steps(writers)]
        return per_second(ready, recorder.insert_events)

    # the first rounds open connections and prepare statements
    rounds = [
        (per_second(steps(writers), ours.append), stock(same)) for _ in range(2 + ROUNDS[writers])
    ][2:]
    who = named(writers)
    yield Measure(f"append, {who}", median(mine for mine, _ in rounds), "per second")
    yield Measure(f"stock recorder, {who}", median(other for _, other in rounds), "per second")
    yield Measure.at_least(
        f"append to stock recorder, {who}",
        median(mine / other for mine, other in rounds),
        "times",
        TARGETS[writers],
    )
    large = [stock(default) for _ in range(2 + ROUNDS[writers] // 3)][2:]
    yield Measure(f"stock recorder, {who}, its default pool", median(large), "per second")


def commands(ours: Ours, writers: int) -> Measure:
    """Measure a whole command: its streams loaded, decided, sealed and appended."""
    rates = [per_second(assessments(ours, writers), ours.command) for _ in range(5)]
    return Measure(f"command AssessSkill, {named(writers)}", median(rates[1:]), "per second")


def plain_commits(url: str, writers: int) -> Measure:
    """Measure what the server can do at most: commits of one row of about the same size."""
    with ConnectionPool(
        url, kwargs={"autocommit": True}, min_size=writers, max_size=writers
    ) as pool:
        pool.wait()

        def insert(number: int) -> None:
            with pool.connection() as connection:
                connection.execute(INSERT_PLAIN, [number, b"x" * 400])

        rates = [
            per_second([list(islice(numbers, SHARE[writers])) for _ in range(writers)], insert)
            for _ in range(ROUNDS[writers])
        ]
    return Measure(f"commit of one row, {named(writers)}", median(rates[1:]), "per second")


def steps(writers: int) -> list[list[Step]]:
    """Give each writer streams of its own."""
    return [
        [
            Step(stream, version, f"{next(numbers)}@example.jp")
            for stream in (uuid4() for _ in range(SHARE[writers] // STREAM_LENGTH))
            for version in range(1, STREAM_LENGTH + 1)
        ]
        for _ in range(writers)
    ]


def assessments(ours: Ours, writers: int) -> list[list[tuple[str, AssessSkill]]]:
    """Give each writer workers of its own, registered already."""
    return [
        [
            (
                f"assess {next(numbers)}",
                AssessSkill(
                    worker_id=worker,
                    effective_on=DAY,
                    skill=f"skill-{number}",
                    framework="dss",
                    framework_version="1.2",
                    level=2,
                    assessor=ASSESSOR,
                    method=Method.TEST,
                ),
            )
            for worker in [ours.register() for _ in range(SHARE[writers] // STREAM_LENGTH)]
            for number in range(STREAM_LENGTH)
        ]
        for _ in range(writers)
    ]


def empty(url: str) -> None:
    """Start with nothing, whatever an earlier run has left."""
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in EMPTY:
            connection.execute(statement)


def stock_recorder(url: str, **pool: int) -> PostgresApplicationRecorder:
    """Let the library make its own recorder and its tables."""
    server = conninfo_to_dict(url)
    environment = {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(server["dbname"]),
        "POSTGRES_HOST": str(server["host"]),
        "POSTGRES_PORT": str(server.get("port", 5432)),
        "POSTGRES_USER": str(server["user"]),
        "POSTGRES_PASSWORD": str(server.get("password") or "none"),
        "POSTGRES_SCHEMA": "benchmark_append_stock",
        **{f"POSTGRES_{name.upper()}": str(size) for name, size in pool.items()},
    }
    factory: PostgresFactory = PostgresFactory.construct(Environment(env=environment))
    recorder = factory.application_recorder()
    assert type(recorder) is PostgresApplicationRecorder
    return recorder


def named(writers: int) -> str:
    """Give the number of writers in words."""
    return "1 writer" if writers == 1 else f"{writers} writers"
