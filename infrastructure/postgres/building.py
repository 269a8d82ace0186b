"""New tables of projections beside those in force: made, filled, indexed, switched to."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
from psycopg.rows import DictRow
from psycopg.sql import SQL, Identifier

from application.projecting.projection import Projection
from application.projecting.rebuild import Comparison, Progress
from infrastructure.postgres.comparing import compare
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.filling import Filling, fill
from infrastructure.postgres.histories import Share
from infrastructure.postgres.projections import PostgresProjections
from infrastructure.postgres.tables import create_indexes, create_table, show

EVENTS_PER_SHARE = 10_000
INDEXED_AT_ONCE = 2


class PostgresBuilding(PostgresProjections):
    """What is being built; it outlives whoever builds it, and is taken up where that one ended."""

    def __init__(self, datastore: Datastore) -> None:
        """Build in the datastore's schema."""
        super().__init__(datastore, "building")

    def begin(self, projections: Sequence[Projection[Any]], upto: int) -> None:
        """Make new tables to be filled up to a position, or take up those that were begun."""
        wanted = {projection.name: projection.version for projection in projections}
        begun = {name: one for name, one in self.status().items() if name in wanted}
        if (
            {name: one.version for name, one in begun.items()} == wanted
            and len({one.position for one in begun.values()}) == 1
            and all(one.failed_at is None for one in begun.values())
        ):
            return
        self.discard(list(begun))
        shares = max(1, round(upto / EVENTS_PER_SHARE))
        with self._datastore.transaction(commit=True) as cursor:
            for projection in projections:
                table = create_table(cursor, self._schema, projection)
                # Whoever tidied up meanwhile would do so again and again: `index` does it once.
                cursor.execute(
                    SQL("ALTER TABLE {} SET (autovacuum_enabled = off)").format(
                        Identifier(self._schema, table)
                    )
                )
                cursor.execute(
                    SQL(
                        "INSERT INTO {} (name, version, table_name, position, shares)"
                        " VALUES (%s, %s, %s, %s, %s)"
                    ).format(self._kept),
                    [projection.name, projection.version, table, upto, shares],
                )

    def fill(self, projections: Sequence[Projection[Any]]) -> Iterator[Progress]:
        """Fill what is not filled; gives how far it is, at the beginning and after each share."""
        names = [projection.name for projection in projections]
        begun = [row for row in self._rows("building") if row["name"] in names]
        filled = {(row["name"], row["share"]) for row in self._rows("filled")}
        of = begun[0]["shares"]
        left = {
            share: lacking
            for share in Share.all(of)
            if (lacking := [name for name in names if (name, share.number) not in filled])
        }
        filling = Filling(
            url=str(self._datastore.pool.conninfo),
            schema=self._schema,
            tables={row["name"]: row["table_name"] for row in begun},
            upto=begun[0]["position"],
        )
        done, rows = of - len(left), 0
        yield Progress(done, of, rows)
        for one in fill(filling, left, projections):
            for name, failure in one.failures.items():
                self.fail(name, failure.position, str(failure))
            done, rows = done + 1, rows + one.rows
            yield Progress(done, of, rows)

    def index(self, projections: Sequence[Projection[Any]]) -> None:
        """Index the filled tables, and let PostgreSQL look at what is in them."""
        tables = self._tables("building")

        def one(projection: Projection[Any]) -> None:
            table = tables[projection.name]
            its = Identifier(self._schema, table)
            with self._datastore.transaction(commit=True) as cursor:
                # Sorted in memory where there is room for it.
                cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
                indexed = cursor.execute(
                    "SELECT 1 FROM pg_indexes WHERE schemaname = %s AND tablename = %s",
                    [self._schema, table],
                ).fetchone()
                if not indexed:
                    create_indexes(cursor, self._schema, table, projection)
            with self._datastore.get_connection() as conn:
                conn.execute(SQL("VACUUM (ANALYZE) {}").format(its))
                conn.execute(SQL("ALTER TABLE {} RESET (autovacuum_enabled)").format(its))

        with ThreadPoolExecutor(INDEXED_AT_ONCE) as threads:
            list(threads.map(one, projections))

    def compare(self, projection: Projection[Any]) -> Comparison | None:
        """Compare with the table in force; None if there is none."""
        with self._datastore.get_connection() as conn:
            return compare(conn, self._schema, projection)

    def switch(self, projections: Sequence[Projection[Any]]) -> None:
        """Put the new tables in force, all in one transaction, and drop the old.

        Raises `ViewInUse` where others use what a new version lacks; then nothing is switched.
        """
        before = self._tables("projections")
        with self._datastore.transaction(commit=True) as cursor:
            for projection in projections:
                self._switch(cursor, projection, before.get(projection.name))

    def _switch(
        self, cursor: psycopg.Cursor[Any], projection: Projection[Any], before: str | None
    ) -> None:
        cursor.execute(
            SQL(
                "DELETE FROM {} WHERE name = %s RETURNING name, version, table_name, position"
            ).format(self._kept),
            [projection.name],
        )
        row = cursor.fetchone()
        assert row is not None  # noqa: S101 - whoever switches has built
        show(cursor, self._schema, projection, row["table_name"])
        cursor.execute(
            SQL(
                "INSERT INTO {} (name, version, table_name, position)"
                " VALUES (%(name)s, %(version)s, %(table_name)s, %(position)s)"
                " ON CONFLICT (name) DO UPDATE SET version = excluded.version,"
                " table_name = excluded.table_name, position = excluded.position,"
                " failed_at = NULL, error = NULL, activation = NULL"
            ).format(Identifier(self._schema, "projections")),
            row,
        )
        if before:
            cursor.execute(SQL("DROP TABLE {}").format(Identifier(self._schema, before)))

    def discard(self, names: Sequence[str]) -> None:
        """Drop what was begun of these."""
        with self._datastore.transaction(commit=True) as cursor:
            cursor.execute(
                SQL("DELETE FROM {} WHERE name = ANY(%s) RETURNING table_name").format(self._kept),
                [list(names)],
            )
            for row in cursor.fetchall():
                table = Identifier(self._schema, row["table_name"])
                cursor.execute(SQL("DROP TABLE {}").format(table))

    def _tables(self, kept: str) -> dict[str, str]:
        return {row["name"]: row["table_name"] for row in self._rows(kept)}

    def _rows(self, table: str) -> list[DictRow]:
        with self._datastore.get_connection() as conn:
            return conn.execute(
                SQL("SELECT * FROM {}").format(Identifier(self._schema, table))
            ).fetchall()
