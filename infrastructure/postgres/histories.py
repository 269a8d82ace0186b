"""Reading a log stream by stream: in binary, and a share of the streams at a time."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from struct import Struct
from typing import Any, NamedTuple, Self
from uuid import UUID

from psycopg import Connection
from psycopg.sql import SQL, Identifier, Literal

from application.ports import Unread
from application.recorded import Recorded
from infrastructure.postgres.decoding import entry

HEADER = 19
"""Bytes before the first row of a binary COPY: signature, flags and the length of no extension."""
ROW = Struct(">h i16s iq iq iq i")
LENGTH = Struct(">i")
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
UUIDS = 1 << 128


class Share(NamedTuple):
    """The streams whose ids lie in part `number` (from 0) of `of` equal parts of all ids."""

    number: int
    of: int

    @classmethod
    def all(cls, of: int) -> list[Self]:
        """Give all parts; one, if that."""
        parts = max(1, of)
        return [cls(number, parts) for number in range(parts)]

    def bounds(self) -> tuple[UUID, UUID]:
        """Give the first and the last id of the part."""
        first, end = (UUIDS * n // self.of for n in (self.number, self.number + 1))
        return UUID(int=first), UUID(int=end - 1)


def histories(
    connection: Connection[Any], schema: str, share: Share, upto: int, passed_over: Sequence[str]
) -> Iterator[Recorded | Unread]:
    """Give the events up to a position, stream by stream of a share, but for some topics.

    Events of unknown kinds are among them: whoever folds has to stop at them.
    """
    first, last = share.bounds()
    query = SQL(
        "COPY (SELECT originator_id, originator_version, notification_id, recorded_at, topic, state"
        " FROM {events} WHERE originator_id BETWEEN {first} AND {last}"
        " AND notification_id <= {upto} AND topic <> ALL({passed_over}::text[])"
        " ORDER BY originator_id, originator_version) TO STDOUT (FORMAT binary)"
    ).format(
        events=Identifier(schema, "events"),
        first=Literal(first),
        last=Literal(last),
        upto=Literal(upto),
        passed_over=Literal(list(passed_over)),
    )
    with connection.cursor().copy(query) as copy:
        content = b"".join(copy)
    yield from _entries(content)


def _entries(content: bytes) -> Iterator[Recorded | Unread]:
    offset, end = HEADER, len(content) - 2
    row, length = ROW.unpack_from, LENGTH.unpack_from
    names: dict[bytes, str] = {}
    times: dict[int, datetime] = {}
    stream, now = UUID(int=0), b""
    while offset < end:
        _, _, id_, _, version, _, position, _, at, topic_length = row(content, offset)
        offset += ROW.size
        name = content[offset : offset + topic_length]
        offset += topic_length
        (state_length,) = length(content, offset)
        offset += 4
        state = content[offset : offset + state_length]
        offset += state_length
        if id_ != now:
            now, stream = id_, UUID(bytes=id_)
        topic = names.get(name) or names.setdefault(name, name.decode())
        # Events of one transaction have one time.
        when = times.get(at) or times.setdefault(at, EPOCH + timedelta(microseconds=at))
        yield entry(stream, version, topic, state, position, when)
