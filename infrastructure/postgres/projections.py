"""Where the rows of one consortium's projections are kept: one table each, behind a view."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any, get_args, get_type_hints
from uuid import UUID

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from application.projections.projection import Projection
from application.projections.projector import Status
from application.projections.versions import FOREVER, RowVersion, RowVersions
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
        """Write these projections' changes and their one position in one transaction."""
        with self._datastore.transaction(commit=True) as cursor:
            cursor.execute(
                SQL(
                    "UPDATE {schema}.projections SET position = %s WHERE name = ANY(%s)"
                    " RETURNING name, table_name"
                ).format(schema=self._schema),
                [position, list(changes)],
            )
            tables = {row["name"]: row["table_name"] for row in cursor.fetchall()}
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
        with self._datastore.transaction(commit=True) as cursor:
            table = self._new_table(cursor, projection, indexed=False)
            self._write(cursor, table, rows)
            self._index(cursor, projection, table)
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

    def _index(
        self, cursor: psycopg.Cursor[Any], projection: Projection[Any], table: str
    ) -> None:
        # A listing goes by key and, of each key, the latest day first. One index serves what holds
        # now, the other every moment: its last two columns say so without a visit to the table.
        listing = SQL("row_key, valid_from DESC, version DESC")
        for statement in (
            SQL("CREATE INDEX ON {t} ({listing}) WHERE to_position = {forever}"),
            SQL("CREATE INDEX ON {t} ({listing}, from_position, to_position)"),
            SQL("CREATE UNIQUE INDEX ON {t} (stream, row_key, version, from_position)"),
        ):
            cursor.execute(
                statement.format(
                    t=SQL("{}.{}").format(self._schema, Identifier(table)),
                    listing=listing,
                    forever=Literal(FOREVER),
                )
            )

    def _switch(
        self, cursor: psycopg.Cursor[Any], projection: Projection[Any], table: str, position: int
    ) -> None:
        cursor.execute(
            SQL("SELECT table_name FROM {schema}.projections WHERE name = %s").format(
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
        cursor.execute(SQL("DROP VIEW IF EXISTS {schema}.{view}").format(**names))
        cursor.execute(
            SQL("CREATE VIEW {schema}.{view} AS SELECT * FROM {schema}.{table}").format(**names)
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
        versions = [*rows.closed, *rows.live.values()]
        if not versions:
            return
        row_type = next((type(v.said.row) for v in versions if v.said.row is not None), None)
        names = [field.name for field in fields(row_type)] if row_type else []
        columns = SQL(", ").join(map(Identifier, [*BOOKKEEPING, *names]))
        copy = SQL("COPY {t} ({columns}) FROM STDIN").format(t=name, columns=columns)
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
