"""The log of one consortium in PostgreSQL."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any, LiteralString
from uuid import UUID, uuid5

from eventsourcing.persistence import EventStore
from psycopg.rows import tuple_row
from psycopg.sql import SQL, Composable, Identifier

from application.of_itself import entered_by_nobody
from application.ports import (
    Append,
    Clock,
    ClockRefused,
    Indigestible,
    KeyReused,
    Leaf,
    Receipt,
    StreamMoved,
    Unread,
)
from application.projecting.folding import readable
from application.recorded import JAPAN, Recorded
from application.registry import PROJECTIONS
from domain.log.events import LogOpened
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.decoding import decode, entry
from infrastructure.postgres.mapper import StateMapper
from infrastructure.postgres.recorder import LogRecorder, Writing
from infrastructure.postgres.writer import GroupWriter

NAMESPACE = UUID("6f0c6ab1-5c61-4f0a-9d6e-4f0f0b1f2a11")
PAGE = 5000


class NotOpened(Exception):  # noqa: N818 - an outcome
    """There is no log in this schema."""


class PostgresLog:
    """Reads and appends. It keeps two connections: one to write and one to read."""

    def __init__(self, datastore: Datastore) -> None:
        """Take up the log that the schema holds; raises `NotOpened` if it holds none."""
        self._datastore = datastore
        self._recorder = LogRecorder(datastore)
        self._events = EventStore(StateMapper(), self._recorder)
        self._schema = Identifier(datastore.schema)
        opened = self._opened()
        self.origin = opened.origin
        self.clock: Clock = opened.clock
        self.namespace = uuid5(NAMESPACE, self.origin)
        self.schema = datastore.schema
        self.after_commit: list[Callable[[], None]] = []
        self._writer = GroupWriter(self._recorder.write)

    @classmethod
    def open(
        cls,
        datastore: Datastore,
        *,
        origin: str,
        clock: Clock = "server",
        at: datetime | None = None,
    ) -> "PostgresLog":
        """Make the schema and write `LogOpened`, if that has not been done; then take it up.

        Raises `ClockRefused` if the log has been opened with another clock.
        """
        recorder = LogRecorder(datastore)
        recorder.create_table()
        try:
            log = cls(datastore)
        except NotOpened:
            # Two processes may open it at once: one writes, and both take up what was written.
            with suppress(StreamMoved, KeyReused):
                _write_opened(recorder, origin, clock, at)
            log = cls(datastore)
        if log.clock != clock:
            raise ClockRefused(f"the log {log.origin} has a {log.clock} clock")
        return log

    def close(self) -> None:
        """Give the connections back; whoever still writes is told that the log is unavailable."""
        self._datastore.close()

    def read(self, stream: UUID) -> list[Recorded]:
        """Give the stream's events in the order of their versions; empty if there are none."""
        events: Any = self._events.get(stream)
        try:
            return list(events)
        except Indigestible:
            # What the library gives to read has no position; this names it.
            return list(self.events(streams=[stream]))

    def dependents(self, stream: UUID) -> list[UUID]:
        """Give the streams whose decisions have relied on this one."""
        rows = self._rows("SELECT by_stream FROM {schema}.relied WHERE stream = %s", [stream])
        return [row[0] for row in rows]

    def answered(self, key: str, fingerprint: bytes) -> Receipt | None:
        """Give the first answer under this key; raises `KeyReused` if it was for something else."""
        rows = self._rows(
            "SELECT a.fingerprint, a.stream, a.version, e.notification_id, e.recorded_at"
            " FROM {schema}.answers a JOIN {schema}.events e"
            " ON e.originator_id = a.stream AND e.originator_version = a.version"
            " WHERE a.key = %s",
            [key],
        )
        if not rows:
            return None
        if bytes(rows[0][0]) != fingerprint:
            raise KeyReused(key)
        return Receipt(*rows[0][1:])

    def append(self, events: Sequence[Recorded], append: Append) -> Receipt:
        """Write all of it in one transaction, or nothing."""
        if append.at is not None and self.clock != "simulated":
            msg = "this log keeps its own time; only a simulated log takes one from outside"
            raise ClockRefused(msg)
        stored = [self._events.mapper.to_stored_event(event) for event in events]
        scopes = [event.event.programme for event in events]
        try:
            receipt = self._writer.submit(Writing(stored, scopes, append))
        except KeyReused:
            # The same request may have won the race with itself: then its answer is the answer.
            if answer := self.answered(append.key, append.fingerprint):
                return answer
            raise
        for wake in self.after_commit:
            wake()
        return receipt

    def last(self) -> tuple[int, datetime]:
        """Give the last position and its time."""
        ((position, at),) = self._rows(
            "SELECT notification_id, recorded_at FROM {schema}.events"
            " ORDER BY notification_id DESC LIMIT 1",
            [],
        )
        return position, at

    def position_at(self, at: datetime) -> int:
        """Give the position up to which everything was recorded by `at`; 0 if nothing was."""
        rows = self._rows(
            "SELECT notification_id FROM {schema}.events WHERE recorded_at <= %s"
            " ORDER BY recorded_at DESC, notification_id DESC LIMIT 1",
            [at],
        )
        return rows[0][0] if rows else 0

    def time_of(self, position: int) -> datetime | None:
        """Give when this position was recorded; None for position 0."""
        rows = self._rows(
            "SELECT recorded_at FROM {schema}.events WHERE notification_id = %s", [position]
        )
        return rows[0][0] if rows else None

    def events(
        self,
        *,
        after: int = 0,
        upto: int | None = None,
        topics: Sequence[str] | None = None,
        streams: Sequence[UUID] | None = None,
    ) -> Iterator[Recorded]:
        """Give events in the order of their positions, `after` excluded and `upto` included.

        Raises `Indigestible` at the first that this version cannot read.
        """
        entries = self.entries(after=after, upto=upto, topics=topics, streams=streams)
        return map(readable, entries)

    def entries(
        self,
        *,
        after: int = 0,
        upto: int | None = None,
        topics: Sequence[str] | None = None,
        streams: Sequence[UUID] | None = None,
    ) -> Iterator[Recorded | Unread]:
        """Give events as `events` does, and what is known of those that cannot be read."""
        limits: dict[LiteralString, Any] = {
            " AND notification_id <= %s": upto,
            " AND topic = ANY(%s)": topics,
            " AND originator_id = ANY(%s)": streams,
        }
        given = {clause: value for clause, value in limits.items() if value is not None}
        statement = (
            "SELECT originator_id, originator_version, topic, state, notification_id, recorded_at"
            " FROM {schema}.events WHERE notification_id > %s {limits}"
            " ORDER BY notification_id LIMIT %s"
        )
        clauses = SQL("").join(map(SQL, given))
        while rows := self._rows(statement, [after, *given.values(), PAGE], limits=clauses):
            yield from (entry(*row) for row in rows)
            after = rows[-1][4]
            if len(rows) < PAGE:
                return

    def leaves(self, *, after: int = 0, upto: int | None = None) -> Iterator[Leaf]:
        """Give events as their leaves are made of them, in the order of their positions."""
        statement: LiteralString = (
            "SELECT notification_id, originator_id, originator_version, topic, state, scope,"
            " recorded_at, leaf FROM {schema}.events"
            " WHERE notification_id > %s AND (%s::bigint IS NULL OR notification_id <= %s)"
            " ORDER BY notification_id LIMIT %s"
        )
        while rows := self._rows(statement, [after, upto, upto, PAGE]):
            yield from (Leaf(*row) for row in rows)
            after = rows[-1][0]

    def leaf_hashes(self, stretch: range) -> Iterator[bytes]:
        """Give the leaves that the log keeps, by their indexes: position 1 has index 0."""
        after = stretch.start
        statement: LiteralString = (
            "SELECT leaf, notification_id FROM {schema}.events"
            " WHERE notification_id > %s AND notification_id <= %s"
            " ORDER BY notification_id LIMIT %s"
        )
        while rows := self._rows(statement, [after, stretch.stop, PAGE]):
            yield from (row[0] for row in rows)
            after = rows[-1][1]

    def altered(self, upto: int) -> int | None:
        """Give the first position up to here at which an event is not what its leaf says."""
        ((position,),) = self._rows(
            "SELECT min(notification_id) FROM {schema}.events"
            " WHERE notification_id <= %s AND leaf IS DISTINCT FROM {schema}.leaf_of("
            "notification_id, originator_id, originator_version, topic, state, scope, recorded_at)",
            [upto],
        )
        return position  # type: ignore[no-any-return]

    def _opened(self) -> LogOpened:
        rows = self._rows("SELECT to_regclass(%s)", [f"{self._datastore.schema}.events"])
        if rows[0][0] is None:
            raise NotOpened(self._datastore.schema)
        rows = self._rows("SELECT topic, state FROM {schema}.events WHERE notification_id = 1", [])
        if not rows:
            raise NotOpened(self._datastore.schema)
        opened, _ = decode(*rows[0])
        assert isinstance(opened, LogOpened)  # noqa: S101 - position 1 of every log
        return opened

    def _rows(
        self, statement: LiteralString, parameters: Sequence[Any], **parts: Composable
    ) -> list[Any]:
        composed = SQL(statement).format(schema=self._schema, **parts)
        with self._datastore.get_connection() as conn, conn.cursor(row_factory=tuple_row) as cursor:
            return cursor.execute(composed, parameters).fetchall()


def _write_opened(recorder: LogRecorder, origin: str, clock: Clock, at: datetime | None) -> None:
    if at is not None and clock != "simulated":
        msg = "only a simulated log takes a time from outside"
        raise ClockRefused(msg)
    stream = uuid5(uuid5(NAMESPACE, origin), "log|1")
    today: date = (at or datetime.now(UTC)).astimezone(JAPAN).date()
    versions = {name: projection.version for name, projection in PROJECTIONS.items()}
    event = LogOpened(effective_on=today, origin=origin, clock=clock, projections=versions)
    opened = entered_by_nobody(stream, 1, event)
    append = Append("log|1", b"", stream, 1, {stream: 0}, at=at)
    stored = StateMapper().to_stored_event(opened)
    recorder.write([Writing([stored], [opened.event.programme], append)])
