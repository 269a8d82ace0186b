"""Rows of projections as lines for COPY."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, get_args, get_type_hints
from uuid import UUID

import msgspec

from application.projecting.projection import Projection, fields_of
from application.projecting.versions import RowVersion

CSV = "FORMAT csv, NULL 'null', ESCAPE E'\\\\', ENCODING 'UTF8'"
"""What COPY has to be told to read these lines."""
BOOKKEEPING = {
    "stream": "uuid NOT NULL",
    # Compared byte by byte, so that every PostgreSQL gives the same order.
    "row_key": 'text COLLATE "C" NOT NULL',
    "version": "bigint NOT NULL",
    "valid_from": "date NOT NULL",
    "position": "bigint NOT NULL",
    "taken_over": "boolean NOT NULL",
    "holds": "boolean NOT NULL",
    "from_position": "bigint NOT NULL",
    "to_position": "bigint NOT NULL",
}
"""What every row of every projection says besides its own fields."""

_encode = msgspec.json.Encoder().encode


class Lines:
    """How the rows of one projection are written."""

    def __init__(self, projection: Projection[Any]) -> None:
        """Find out which fields its rows have."""
        row: Any = projection.row
        names, self._values = fields_of(row)
        self.columns = (*BOOKKEEPING, *names)
        self._nothing = (None,) * len(names)

    def of(self, versions: Iterable[RowVersion]) -> Iterator[bytes]:
        """Write row versions, each with its end of line."""
        values, nothing = self._values, self._nothing
        for stream, said, from_position, to_position in versions:
            key, version, valid_from, position, taken_over, row = said
            own = nothing if row is None else values(row)
            holds = row is not None
            about = (stream, key, version, valid_from, position, taken_over, holds)
            yield line((*about, from_position, to_position, *own))


def line(values: tuple[Any, ...]) -> bytes:
    """Write the values of one row, with the end of its line."""
    written = _encode(values)[1:-1] + b"\n"
    # An array in JSON is a line of CSV, but where JSON escapes more than CSV does.
    return written if b"\\" not in written else _escaped(values)


def _escaped(values: tuple[Any, ...]) -> bytes:
    return (
        b",".join(
            b'"%b"' % value.replace("\\", "\\\\").replace('"', '\\"').encode()
            if isinstance(value, str)
            else _encode(value)
            for value in values
        )
        + b"\n"
    )


def columns_of(projection: Projection[Any]) -> dict[str, str]:
    """Give all columns of a projection's table with their SQL types."""
    hints = get_type_hints(projection.row, include_extras=True)
    return BOOKKEEPING | {name: sql_type(hint) for name, hint in hints.items()}


_SQL_TYPES: dict[type, str] = {
    bool: "boolean",
    int: "bigint",
    str: "text",
    # A datetime is a date too: the first that fits is taken.
    datetime: "timestamptz",
    date: "date",
    UUID: "uuid",
}


def sql_type(hint: Any) -> str:  # noqa: ANN401 - any type form
    """Give the SQL type of a row's field; raises TypeError for a type that has none."""
    for kind in _plain_types(hint):
        for python, sql in _SQL_TYPES.items():
            if issubclass(kind, python):
                return sql
    msg = f"a projection row cannot hold {hint}"
    raise TypeError(msg)


def _plain_types(hint: Any) -> Iterator[type]:  # noqa: ANN401
    if isinstance(hint, type) and hint is not type(None):
        yield hint
    for argument in get_args(hint):
        if isinstance(argument, str):
            yield str
        else:
            yield from _plain_types(argument)
