"""Where the rows of one consortium's projections are kept: one table each, behind a view."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import Any, get_args, get_type_hints
from uuid import UUID

import psycopg
from eventsourcing.persistence import (
    DataError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from psycopg.sql import SQL, Identifier, Literal
from pydantic import StringConstraints

from application.ports import Unavailable
from application.projections.projection import Projection
from application.projections.projector import RowsRefused, Status
from application.projections.versions import FOREVER, RowVersion, RowVersions
from domain.base.fields import Number
from domain.base.marks import marks_of_type
from domain.base.words import Label
from infrastructure.postgres.datastore import Datastore

BOOKKEEPING = (
    "stream",
    "row_key",
    "version",
    "valid_from",
    "position",
    "taken_over",
    "holds",
    "from_position",
    "to_position",
)


class PostgresProjections:
    """Tables, positions and failures of a consortium's projections."""

    def __init__(self, datastore: Datastore) -> None:
        """Keep them in the datastore's schema."""
        self._datastore = datastore
        self._schema = Identifier(datastore.schema)

    def prepare(self, projections: Iterable[Projection[Any]]) -> None:
        """Make tables and views for projections that have none of their present version."""
        with self._datastore.transaction(commit=True) as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('ayumi schemas', 0))")
            known = self.status()
            for projection in projections:
                was = known.get(projection.name)
                if was is None or was.version != projection.version:
                    self._switch(cursor, projection, self._new_table(cursor, projection), 0)

    def status(self) -> dict[str, Status]:
        """Give where each projection is."""
        with self._datastore.get_connection() as conn:
            rows = conn.execute(
                SQL(
                    "SELECT name, version, position, failed_at, error FROM {schema}.projections"
                ).format(schema=self._schema)
            ).fetchall()
        return {row["name"]: Status(**row) for row in rows}

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Hold the log's projector lock; gives False if another process holds it."""
        lock = [f"ayumi projector {self._datastore.schema}"]
        with self._datastore.get_connection() as conn:
            row = conn.execute(
                "SELECT pg_try_advisory_lock(hashtextextended(%s, 0)) AS alone", lock
            ).fetchone()
            alone = bool(row and row["alone"])
            try:
                yield alone
            finally:
                if alone:
                    conn.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", lock)

    def apply(self, position: int, changes: Mapping[str, RowVersions]) -> None:
        """Write these projections' changes and their one position in one transaction.

        Raises `RowsRefused` if the database does not take them.
        """
        try:
            with self._datastore.transaction(commit=True) as cursor:
                self._apply(cursor, position, changes)
        except (DataError, IntegrityError, ProgrammingError, NotSupportedError) as error:
            raise RowsRefused(str(error)) from error

    def _apply(
        self, cursor: psycopg.Cursor[Any], position: int, changes: Mapping[str, RowVersions]
    ) -> None:
        cursor.execute(
            SQL(
                "UPDATE {schema}.projections SET position = %s"
                " WHERE name = ANY(%s) AND position < %s RETURNING name, table_name"
            ).format(schema=self._schema),
            [position, list(changes), position],
        )
        tables = {row["name"]: row["table_name"] for row in cursor.fetchall()}
        if len(tables) < len(changes):
            # Whoever lost the lock without noticing must not write over what came after.
            raise Unavailable("another process has projected this log further")
        for name, rows in changes.items():
            self._write(cursor, tables[name], rows)

    def fail(self, name: str, position: int, error: str) -> None:
        """Write down why a projection stopped, outside any other transaction."""
        with self._datastore.get_connection() as conn:
            conn.execute(
                SQL(
                    "UPDATE {schema}.projections SET failed_at = %s, error = %s WHERE name = %s"
                ).format(schema=self._schema),
                [position, error, name],
            )

    def replace(self, projection: Projection[Any], position: int, rows: RowVersions) -> None:
        """Write new tables beside the old, and switch the view to them in one transaction."""
        # In the order of listings, so that a page reads few blocks. Sorting many rows can take
        # longer than a transaction may do nothing, so it comes first.
        versions = sorted([*rows.closed, *rows.live.values()], key=_listed)
        with self._datastore.transaction(commit=True) as cursor:
            table = self._new_table(cursor, projection, indexed=False)
            # Nobody sees the table before this transaction ends: its rows can be frozen at once.
            self._copy(cursor, table, versions, frozen=True)
            self._index(cursor, projection, table)
            cursor.execute(SQL("ANALYZE {}.{}").format(self._schema, Identifier(table)))
            self._switch(cursor, projection, table, position)

    def _new_table(
        self, cursor: psycopg.Cursor[Any], projection: Projection[Any], *, indexed: bool = True
    ) -> str:
        cursor.execute(SQL("SELECT nextval(%s) AS n"), [f"{self._datastore.schema}.generation"])
        row = cursor.fetchone()
        table = f"{projection.name}_{projection.version}_{row['n'] if row else 0}"
        columns = SQL(", ").join(
            SQL("{name} {type}").format(name=Identifier(name), type=SQL(kind))
            for name, kind in columns_of(projection).items()
        )
        cursor.execute(
            SQL("CREATE TABLE {schema}.{table} ({columns})").format(
                schema=self._schema, table=Identifier(table), columns=columns
            )
        )
        for name, label in labels_of(projection.row).items():
            cursor.execute(
                SQL("COMMENT ON COLUMN {schema}.{table}.{column} IS {comment}").format(
                    schema=self._schema,
                    table=Identifier(table),
                    column=Identifier(name),
                    comment=Literal(f"{label.ja} / {label.en}"),
                )
            )
        if indexed:
            self._index(cursor, projection, table)
        return table

    def _index(self, cursor: psycopg.Cursor[Any], projection: Projection[Any], table: str) -> None:
        # A listing goes by key and, of each key, the latest day first. This index tells what stood
        # at any moment without a visit to the table.
        t = Identifier(self._datastore.schema, table)
        cursor.execute(
            SQL(
                "CREATE UNIQUE INDEX ON {t} (row_key, valid_from DESC, version DESC,"
                " from_position, to_position) INCLUDE (holds)"
            ).format(t=t)
        )
        for name in identifying(projection):
            cursor.execute(SQL("CREATE INDEX ON {t} ({name})").format(t=t, name=Identifier(name)))
        # Many rows have the same value: they are listed from the first, not sought and sorted.
        for name in projection.filters:
            cursor.execute(
                SQL("CREATE INDEX ON {t} ({name}, row_key)").format(t=t, name=Identifier(name))
            )

    def _switch(
        self, cursor: psycopg.Cursor[Any], projection: Projection[Any], table: str, position: int
    ) -> None:
        cursor.execute(
            SQL("SELECT table_name, version FROM {schema}.projections WHERE name = %s").format(
                schema=self._schema
            ),
            [projection.name],
        )
        old = cursor.fetchone()
        names = {
            "schema": self._schema,
            "view": Identifier(projection.name),
            "table": Identifier(table),
        }
        if old is None or old["version"] != projection.version:
            cursor.execute(SQL("DROP VIEW IF EXISTS {schema}.{view}").format(**names))
        # Replaced and not dropped, so that whatever others built on the view stays.
        cursor.execute(
            SQL("CREATE OR REPLACE VIEW {schema}.{view} AS SELECT * FROM {schema}.{table}").format(
                **names
            )
        )
        cursor.execute(
            SQL(
                "INSERT INTO {schema}.projections (name, version, table_name, position)"
                " VALUES (%s, %s, %s, %s) ON CONFLICT (name) DO UPDATE SET"
                " version = excluded.version, table_name = excluded.table_name,"
                " position = excluded.position, failed_at = NULL, error = NULL"
            ).format(schema=self._schema),
            [projection.name, projection.version, table, position],
        )
        if old:
            cursor.execute(
                SQL("DROP TABLE {schema}.{old}").format(
                    schema=self._schema, old=Identifier(old["table_name"])
                )
            )

    def _write(self, cursor: psycopg.Cursor[Any], table: str, rows: RowVersions) -> None:
        name = SQL("{}.{}").format(self._schema, Identifier(table))
        if rows.ended:
            cursor.execute(
                SQL(
                    "UPDATE {t} SET to_position = e.position FROM"
                    " unnest(%s::uuid[], %s::text[], %s::bigint[], %s::bigint[])"
                    " AS e (stream, row_key, version, position)"
                    " WHERE {t}.stream = e.stream AND {t}.row_key = e.row_key"
                    " AND {t}.version = e.version AND {t}.to_position = {forever}"
                ).format(t=name, forever=Literal(FOREVER)),
                [
                    [stream for stream, _, _ in rows.ended],
                    [key for _, key, _ in rows.ended],
                    [version for _, _, version in rows.ended],
                    list(rows.ended.values()),
                ],
            )
        self._copy(cursor, table, [*rows.closed, *rows.live.values()])

    def _copy(
        self,
        cursor: psycopg.Cursor[Any],
        table: str,
        versions: Sequence[RowVersion],
        *,
        frozen: bool = False,
    ) -> None:
        if not versions:
            return
        row_type = next((type(v.said.row) for v in versions if v.said.row is not None), None)
        names = [field.name for field in fields(row_type)] if row_type else []
        columns = SQL(", ").join(map(Identifier, [*BOOKKEEPING, *names]))
        copy = SQL("COPY {schema}.{t} ({columns}) FROM STDIN (FREEZE {frozen})").format(
            schema=self._schema, t=Identifier(table), columns=columns, frozen=Literal(frozen)
        )
        with cursor.copy(copy) as writing:
            for version in versions:
                writing.write_row(_values(version, names))


def _values(version: RowVersion, names: Sequence[str]) -> list[Any]:
    said = version.said
    return [
        version.stream,
        said.key,
        said.version,
        said.valid_from,
        said.position,
        said.taken_over,
        said.row is not None,
        version.from_position,
        version.to_position,
        *(_plain(getattr(said.row, name)) if said.row is not None else None for name in names),
    ]


def _listed(version: RowVersion) -> tuple[str, int, int]:
    said = version.said
    return said.key, -said.valid_from.toordinal(), -said.version


def _plain(value: Any) -> Any:  # noqa: ANN401 - a row's field
    return value.value if isinstance(value, Enum) else value


def columns_of(projection: Projection[Any]) -> dict[str, str]:
    """Give all columns of a projection's table with their SQL types."""
    bookkeeping = {
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
    hints = get_type_hints(projection.row, include_extras=True)
    return bookkeeping | {name: sql_type(hint) for name, hint in hints.items()}


def identifying(projection: Projection[Any]) -> list[str]:
    """Give the columns that hold an id or a number, and so lead to few rows."""
    hints = get_type_hints(projection.row, include_extras=True)
    (number,) = marks_of_type(Number, StringConstraints)
    return [
        name
        for name, hint in hints.items()
        if sql_type(hint) == "uuid" or number in marks_of_type(hint, StringConstraints)
    ]


def labels_of(row: type[Any]) -> dict[str, Label]:
    """Give the label of every field of a row."""
    hints = get_type_hints(row, include_extras=True)
    return {
        name: labels[0] for name, hint in hints.items() if (labels := marks_of_type(hint, Label))
    }


SQL_TYPES: dict[type, str] = {
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
        for python, sql in SQL_TYPES.items():
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
