"""What the examples on a real log share: commands, bare decisions, and another way to look."""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

import psycopg
from psycopg.sql import SQL, Identifier

from application.ports import Append, Receipt, SealedValue
from application.recorded import Entry, Provenance, Reason, Recorded
from domain.worker.commands import RegisterWorker
from domain.worker.events import WorkerReturned
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.mapper import StateMapper
from infrastructure.postgres.recorder import Writing

CLERK = Entry(actor="clerk")
DAY = date(2024, 4, 2)
WRITTEN = ("events", "answers", "sealed_values", "relied")
LEAVES_ANEW = (
    "UPDATE {0}.events SET leaf = {0}.leaf_of(notification_id, originator_id, originator_version,"
    " topic, state, scope, recorded_at)"
)
"""What whoever runs the database does, so that changed rows and their leaves agree."""

T = TypeVar("T")


def registration(number: str = "W-1", **fields: Any) -> RegisterWorker:  # noqa: ANN401
    """Ask for a worker to be registered."""
    given = {
        "person_id": uuid4(),
        "name": "架空 花子",
        "kana": "カクウ ハナコ",
        "municipality": "203246",
        "effective_on": DAY,
    }
    return RegisterWorker(number=number, **given | fields)


def event(stream: UUID, version: int, programme: str = "common") -> Recorded:
    """Make an event of no importance."""
    by = Provenance(
        actor="clerk",
        role="secretariat",
        reason=Reason.ROUTINE,
        correlation=uuid4(),
        salt=os.urandom(16).hex(),
    )
    return Recorded(stream, version, WorkerReturned(effective_on=DAY, programme=programme), by)


def decision(  # noqa: PLR0913
    stream: UUID,
    knows: int = 0,
    *,
    key: str | None = None,
    reads: Mapping[UUID, int] | None = None,
    dependents: Mapping[UUID, int] | None = None,
    sealed: Sequence[SealedValue] = (),
    at: datetime | None = None,
) -> tuple[list[Recorded], Append]:
    """Decide one event on a stream known at version `knows`, having read others."""
    append = Append(
        key=key or uuid4().hex,
        fingerprint=b"",
        stream=stream,
        version=knows + 1,
        expected={stream: knows, **(reads or {})},
        relied=frozenset(reads or ()),
        dependents=dependents or {},
        sealed=sealed,
        at=at,
    )
    return [event(stream, knows + 1)], append


def writing(stream: UUID, knows: int = 0, **also: Any) -> Writing:  # noqa: ANN401
    """Make the same decision as the writer gets it."""
    events, append = decision(stream, knows, **also)
    stored = [StateMapper().to_stored_event(one) for one in events]
    return Writing(stored, [one.event.programme for one in events], append)


def append(log: PostgresLog, stream: UUID, knows: int = 0, **also: Any) -> Receipt:  # noqa: ANN401
    """Append one decision."""
    return log.append(*decision(stream, knows, **also))


def positions(log: PostgresLog) -> list[int]:
    """Give all positions the log holds, in their order."""
    return [leaf[0] for leaf in log.leaves()]


def ask(url: str, statement: str, *names: str, **parameters: object) -> list[tuple[Any, ...]]:
    """Ask the database directly; each `{}` stands for a name."""
    with psycopg.connect(url, autocommit=True) as connection:
        query = SQL(statement).format(*map(Identifier, names))
        cursor = connection.execute(query, parameters or None)
        return cursor.fetchall() if cursor.description else []


def written(url: str, schema: str) -> dict[str, int]:
    """Count the rows of all that a decision writes."""
    return {table: ask(url, "SELECT count(*) FROM {}.{}", schema, table)[0][0] for table in WRITTEN}


def at_once(work: Sequence[Callable[[], T]]) -> list[T | Exception]:
    """Do all of it at the same time, each in its own thread; give answers and errors in order."""

    def answer(one: Callable[[], T]) -> T | Exception:
        try:
            return one()
        except Exception as error:  # noqa: BLE001 - the example looks at it
            return error

    with ThreadPoolExecutor(len(work)) as threads:
        return list(threads.map(answer, work))
