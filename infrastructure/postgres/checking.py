"""Folding a prefix of the log from nothing, and holding the tables against it byte for byte."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from psycopg.rows import tuple_row
from psycopg.sql import SQL, Identifier, Literal

from application.projecting.check import Checked
from application.projecting.folding import Readers, fold_events
from application.projecting.projection import Projection
from application.projecting.versions import FOREVER
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.histories import Share, histories
from infrastructure.postgres.lines import Lines, line

EVENTS_AT_ONCE = 50_000


class PostgresChecker:
    """Checks the tables in force of one consortium."""

    def __init__(self, datastore: Datastore) -> None:
        """Check those in the datastore's schema."""
        self._datastore = datastore
        self._schema = datastore.schema

    def check(self, projections: Sequence[Projection[Any]], position: int) -> Iterator[Checked]:
        """Give for each projection whether its rows up to a position are a fresh fold of it."""
        for projection in projections:
            with self._datastore.get_connection() as conn:
                row = conn.execute(
                    SQL("SELECT position, table_name FROM {} WHERE name = %s").format(
                        Identifier(self._schema, "projections")
                    ),
                    [projection.name],
                ).fetchone()
            if row:
                at = min(position, row["position"])
                yield self._check(projection, row["table_name"], at)

    def _check(self, projection: Projection[Any], table: str, position: int) -> Checked:
        rows, missing, surplus = 0, Counter[bytes](), Counter[bytes]()
        for share in Share.all(position // EVENTS_AT_ONCE):
            fresh = Counter(self._fresh(projection, share, position))
            kept = Counter(self._kept(projection, table, share, position))
            rows += fresh.total()
            missing += fresh - kept
            surplus += kept - fresh
        first = min((*missing, *surplus), default=None)
        return Checked(
            projection.name,
            position,
            rows,
            missing.total(),
            surplus.total(),
            first.decode().strip() if first else None,
        )

    def _fresh(self, projection: Projection[Any], share: Share, position: int) -> Iterator[bytes]:
        readers = Readers([projection])
        with self._datastore.get_connection() as conn:
            entries = histories(conn, self._schema, share, position, readers.passed_over())
            changes, failures = fold_events(entries, {}, readers)
        for failure in failures.values():
            raise failure.error
        return Lines(projection).of(changes[projection.name].all())

    def _kept(
        self, projection: Projection[Any], table: str, share: Share, position: int
    ) -> Iterator[bytes]:
        """Give the rows with all their history, as they were written at the position.

        What began or ended since then, up to where the projection is now, is left out. Anything
        beyond that is given as it is: there nothing can have been said yet.
        """
        since = "{} > %(position)s AND {} <= now.reached"
        began, ended = (
            SQL(since).format(column, column)
            for column in (Identifier("r", "from_position"), Identifier("r", "to_position"))
        )
        to_position = SQL("CASE WHEN {} THEN {} ELSE r.to_position END").format(
            ended, Literal(FOREVER)
        )
        query = SQL(
            "SELECT {columns} FROM {table} r,"
            " (SELECT position AS reached FROM {projections} WHERE name = %(name)s) AS now"
            " WHERE r.stream BETWEEN %(first)s AND %(last)s AND NOT ({began})"
        ).format(
            columns=SQL(", ").join(
                to_position if name == "to_position" else Identifier("r", name)
                for name in Lines(projection).columns
            ),
            table=Identifier(self._schema, table),
            projections=Identifier(self._schema, "projections"),
            began=began,
        )
        first, last = share.bounds()
        about = {"position": position, "name": projection.name, "first": first, "last": last}
        with (
            self._datastore.get_connection() as conn,
            conn.cursor(binary=True, row_factory=tuple_row) as cursor,
        ):
            return map(line, cursor.execute(query, about).fetchall())
