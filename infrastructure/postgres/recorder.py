"""How events are written: the library's recorder with one call of a function of our own."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from json import dumps
from typing import Any
from uuid import UUID

import psycopg
from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder
from psycopg.sql import SQL, Identifier, Literal
from psycopg_pool import PoolTimeout

from application.ports import Append, ClockRefused, KeyReused, Receipt, StreamMoved, Unavailable
from infrastructure.postgres.datastore import Datastore

MOVED = "AY001"
BACKWARDS = "AY002"


@dataclass(frozen=True, slots=True)
class Writing:
    """One decision on its way into the log."""

    events: Sequence[StoredEvent]
    scopes: Sequence[str]
    append: Append

    def writes(self) -> set[UUID]:
        """Give the streams that no other decision of the same transaction may look at."""
        return {UUID(str(event.originator_id)) for event in self.events} | {*self.append.dependents}

    def looks_at(self) -> set[UUID]:
        """Give every stream this decision read or wrote."""
        return {*self.append.expected, *self.append.relied} | self.writes()


class LogRecorder(PostgresApplicationRecorder):
    """Writes decisions into one consortium's log.

    One statement, one round trip: the schema's function `append` writes idempotency rows and sealed
    values, takes the log's lock, checks all versions read or written, and inserts the events with
    position, time and leaf. It commits as it ends, so no client keeps the lock waiting. There is
    no retry: a timeout is `Unavailable` at once, and the key makes the caller's retry safe. There
    is no NOTIFY in the transaction; whoever waits is woken after the commit.
    """

    datastore: Datastore

    def __init__(self, datastore: Datastore) -> None:
        """Prepare the statements for the datastore's schema."""
        super().__init__(datastore, events_table_name="events")
        name = Identifier(datastore.schema)
        self._append = SQL("SELECT * FROM {schema}.append(%s, %s)").format(schema=name).as_bytes()

    def create_table(self) -> None:
        """Make the consortium's schema; safe to repeat."""
        ddl = files("infrastructure.postgres").joinpath("schema.sql").read_text("utf-8")
        with self.datastore.get_connection() as conn, conn.transaction():
            conn.execute("SELECT pg_advisory_xact_lock(hashtextextended('ayumi schemas', 0))")
            schema = Identifier(self.datastore.schema).as_string(conn)
            # The lock is the log's own: other consortia on this server never wait for it.
            lock = Literal(f"ayumi log {self.datastore.schema}").as_string(conn)
            conn.execute(ddl.replace("{schema}", schema).replace("{lock}", lock).encode())

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        **kwargs: Any,  # noqa: ANN401 - the library's signature
    ) -> Sequence[int] | None:
        """Write one decision; without an `append`, which carries its key, nothing is written."""
        if "append" not in kwargs:
            msg = "an append without an idempotency key is refused"
            raise TypeError(msg)
        writing = Writing(stored_events, kwargs["scopes"], kwargs["append"])
        (receipt,) = self.write([writing])
        first = receipt.position - len(stored_events) + 1
        return range(first, receipt.position + 1)

    def write(self, group: Sequence[Writing]) -> list[Receipt]:
        """Write several decisions that do not look at each other's streams, all or none."""
        try:
            self.datastore.pool.open()
            with self.datastore.pool.connection() as conn:
                at = group[0].append.at
                rows = conn.execute(self._append, [_json(group), at], prepare=True).fetchall()
        except psycopg.errors.UniqueViolation as error:
            raise _unique(error, group) from error
        except psycopg.Error as error:
            raise _failure(error) from error
        positions = iter(rows)
        receipts = []
        for writing in group:
            last = [next(positions) for _ in writing.events][-1]
            receipts.append(
                Receipt(
                    writing.append.stream,
                    writing.append.version,
                    last["notification_id"],
                    last["recorded_at"],
                )
            )
        return receipts


def _json(group: Sequence[Writing]) -> str:
    # One parameter: psycopg takes longer over some twenty arrays than the server over all else.
    appends = [writing.append for writing in group]
    return dumps(
        {
            "answers": [
                {
                    "key": append.key,
                    "fingerprint": _bytea(append.fingerprint),
                    "stream": str(append.stream),
                    "version": append.version,
                }
                for append in appends
            ],
            "sealed": [
                {
                    "digest": _bytea(bytes.fromhex(value.digest)),
                    "subject": str(value.subject),
                    "seal_group": value.group,
                    "nonce": _bytea(value.nonce),
                    "ciphertext": _bytea(value.ciphertext),
                }
                for append in appends
                for value in append.sealed
            ],
            "expected": [
                {"stream": str(stream), "version": version}
                for append in appends
                for stream, version in append.expected.items()
            ],
            "dependents": [
                {"stream": str(stream), "known": known}
                for append in appends
                for stream, known in append.dependents.items()
            ],
            "relied": [
                {"stream": str(stream), "by_stream": str(append.stream)}
                for append in appends
                for stream in append.relied
            ],
            "events": [
                {
                    "stream": str(event.originator_id),
                    "version": event.originator_version,
                    "topic": event.topic,
                    "state": _bytea(event.state),
                    "scope": scope,
                }
                for writing in group
                for event, scope in zip(writing.events, writing.scopes, strict=True)
            ],
        }
    )


def _bytea(value: bytes) -> str:
    return f"\\x{value.hex()}"


def _unique(error: psycopg.errors.UniqueViolation, group: Sequence[Writing]) -> Exception:
    if error.diag.constraint_name == "answers_pkey":
        return KeyReused(str(error.diag.message_detail))
    return StreamMoved(frozenset(writing.append.stream for writing in group))


def _failure(error: psycopg.Error) -> Exception:
    if error.sqlstate == MOVED:
        moved = str(error.diag.message_detail).split(",")
        return StreamMoved(frozenset(UUID(stream) for stream in moved))
    if error.sqlstate == BACKWARDS:
        return ClockRefused("the time given lies before the log's last time")
    if isinstance(error, psycopg.OperationalError | PoolTimeout | psycopg.InterfaceError):
        return Unavailable(str(error))
    return error
