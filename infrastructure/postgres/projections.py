"""Where the rows of one consortium's projections are kept: one table each, behind a view."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Literal

import psycopg
from eventsourcing.persistence import (
    DataError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from psycopg import sql
from psycopg.sql import SQL, Identifier

from application.ports import Unavailable
from application.projecting.projection import Projection
from application.projecting.store import RowsRefused, Status
from application.projecting.versions import FOREVER, RowVersion, RowVersions
from application.registry import PROJECTIONS
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.lines import CSV, Lines
from infrastructure.postgres.tables import create_indexes, create_table, listed, show

Kept = Literal["projections", "building"]


class PostgresProjections:
    """Tables, positions and failures of a consortium's projections.

    Those in force are kept in the table `projections`; those that are being built beside them, in
    `building`, until they are switched to.
    """

    def __init__(
        self,
        datastore: Datastore,
        kept: Kept = "projections",
        projections: Mapping[str, Projection[Any]] = PROJECTIONS,
    ) -> None:
        """Keep them in the datastore's schema."""
        self._projections = projections
        self._datastore = datastore
        self._schema = datastore.schema
        self._kept = Identifier(datastore.schema, kept)
        self._lock = f"ayumi {kept} {datastore.schema}"

    def prepare(self) -> None:
        """Make an empty table and its view for projections that have none."""
        with self._datastore.transaction(commit=True) as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('ayumi schemas', 0))")
            known = self.status()
            for projection in self._projections.values():
                if projection.name not in known:
                    table = create_table(cursor, self._schema, projection)
                    create_indexes(cursor, self._schema, table, projection)
                    show(cursor, self._schema, projection, table)
                    cursor.execute(
                        SQL(
                            "INSERT INTO {} (name, version, table_name, position)"
                            " VALUES (%s, %s, %s, 0)"
                        ).format(self._kept),
                        [projection.name, projection.version, table],
                    )

    def status(self) -> dict[str, Status]:
        """Give where each projection is."""
        with self._datastore.get_connection() as conn:
            rows = conn.execute(
                SQL(
                    "SELECT name, version, table_name AS table, position, failed_at, error,"
                    " activation FROM {}"
                ).format(self._kept)
            ).fetchall()
        return {row["name"]: Status(**row) for row in rows}

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Hold the lock of those who write here; gives False if another process holds it."""
        with self._datastore.get_connection() as conn:
            row = conn.execute(
                "SELECT pg_try_advisory_lock(hashtextextended(%s, 0)) AS alone", [self._lock]
            ).fetchone()
            alone = bool(row and row["alone"])
            try:
                yield alone
            finally:
                if alone:
                    conn.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [self._lock])

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
                "UPDATE {} SET position = %s"
                " WHERE name = ANY(%s) AND position < %s RETURNING name, table_name"
            ).format(self._kept),
            [position, list(changes), position],
        )
        tables = {row["name"]: row["table_name"] for row in cursor.fetchall()}
        if len(tables) < len(changes):
            # Whoever lost the lock without noticing must not write over what came after.
            raise Unavailable("another process has projected this log further")
        for name, rows in changes.items():
            self._write(cursor, name, tables[name], rows)

    def _write(self, cursor: psycopg.Cursor[Any], name: str, table: str, rows: RowVersions) -> None:
        if rows.ended:
            cursor.execute(
                SQL(
                    "UPDATE {t} SET to_position = e.position FROM"
                    " unnest(%s::uuid[], %s::text[], %s::bigint[], %s::bigint[])"
                    " AS e (stream, row_key, version, position)"
                    " WHERE {t}.stream = e.stream AND {t}.row_key = e.row_key"
                    " AND {t}.version = e.version AND {t}.to_position = {forever}"
                ).format(t=Identifier(self._schema, table), forever=sql.Literal(FOREVER)),
                [
                    [stream for stream, _, _ in rows.ended],
                    [key for _, key, _ in rows.ended],
                    [version for _, _, version in rows.ended],
                    list(rows.ended.values()),
                ],
            )
        copy_rows(cursor, self._schema, table, self._projections[name], rows.all())

    def fail(self, name: str, position: int, error: str) -> None:
        """Write down why a projection stopped, outside any other transaction."""
        with self._datastore.get_connection() as conn:
            conn.execute(
                SQL("UPDATE {} SET failed_at = %s, error = %s WHERE name = %s").format(self._kept),
                # PostgreSQL keeps no zero bytes, and the reason must not be lost for one.
                [position, error.replace("\0", "\\0"), name],
            )

    def activated(self, name: str, table: str, position: int) -> None:
        """Keep the position of the event that says since when this table is in force."""
        with self._datastore.get_connection() as conn:
            conn.execute(
                SQL("UPDATE {} SET activation = %s WHERE name = %s AND table_name = %s").format(
                    self._kept
                ),
                [position, name, table],
            )


def copy_rows(
    cursor: psycopg.Cursor[Any],
    schema: str,
    table: str,
    projection: Projection[Any],
    versions: Iterable[RowVersion],
) -> int:
    """Write row versions, and give how many."""
    lines = Lines(projection)
    written = list(lines.of(versions))
    if written:
        copy = SQL("COPY {} ({}) FROM STDIN ({})").format(
            Identifier(schema, table), listed([*lines.columns]), SQL(CSV)
        )
        with cursor.copy(copy) as writing:
            writing.write(b"".join(written))
    return len(written)
