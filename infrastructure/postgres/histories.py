"""Reading a log stream by stream: in binary, and a share of the streams at a time."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Self
from uuid import UUID

from psycopg import Connection
from psycopg.rows import tuple_row
from psycopg.sql import SQL, Identifier, Literal

from application.ports import Unread
from application.recorded import Recorded
from infrastructure.postgres.decoding import entry

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
        "SELECT uuid_send(originator_id), originator_version, topic, state, notification_id,"
        " recorded_at FROM {events} WHERE originator_id BETWEEN {first} AND {last}"
        " AND notification_id <= {upto} AND topic <> ALL({passed_over}::text[])"
        " ORDER BY originator_id, originator_version"
    ).format(
        events=Identifier(schema, "events"),
        first=Literal(first),
        last=Literal(last),
        upto=Literal(upto),
        passed_over=Literal(list(passed_over)),
    )
    with connection.cursor(binary=True, row_factory=tuple_row) as cursor:
        rows = cursor.execute(query).fetchall()
    # Ids that are one and the same object are found sooner than equal ones.
    stream, now = UUID(int=0), b""
    for id_, version, topic, state, position, recorded_at in rows:
        if id_ != now:
            now, stream = id_, UUID(bytes=id_)
        yield entry(stream, version, topic, state, position, recorded_at)
