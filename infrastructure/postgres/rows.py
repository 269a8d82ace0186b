"""Reading a projection's rows at any moment."""

from functools import cache
from typing import Any

from psycopg.rows import tuple_row
from psycopg.sql import SQL, Composable, Identifier, Literal
from psycopg_pool import ConnectionPool

from application.projections.projection import Projection, Time
from application.projections.query import Behind, Found, FoundRow, Question
from application.projections.versions import FOREVER
from infrastructure.postgres.projections import BOOKKEEPING, columns_of

FOUND = ("row_key", "stream", "version", "valid_from", "position", "taken_over")


class PostgresRows:
    """Reads through the view `<projection>` of one consortium's schema."""

    def __init__(self, pool: ConnectionPool[Any], schema: str) -> None:
        """Read with connections of `pool`, which may serve many consortia."""
        self._pool = pool
        self._schema = schema

    def find(self, projection: Projection[Any], question: Question) -> Found:
        """Answer a question; raises `Behind` if the position has not been projected yet."""
        statement = _statement(
            self._schema,
            projection,
            now=question.position is None,
            later=question.after is not None,
            where=tuple(question.where),
        )
        parameters = {
            "position": question.position,
            "day": question.valid_on,
            "after": question.after,
            "limit": question.limit,
            **{f"where_{name}": value for name, value in question.where.items()},
        }
        # Both statements see one state of the database, so the position is that of the rows.
        with self._pool.connection() as conn, conn.cursor(row_factory=tuple_row) as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                cursor.execute(
                    SQL("SELECT position, version FROM {}.projections WHERE name = %s").format(
                        Identifier(self._schema)
                    ),
                    [projection.name],
                )
                position, version = cursor.fetchone() or (0, 0)
                if question.position is not None and question.position > position:
                    raise Behind(position)
                cursor.execute(statement, parameters)
                rows = cursor.fetchall()
            finally:
                cursor.execute("COMMIT")
        at = position if question.position is None else question.position
        return Found(at, version, [_found(projection, row) for row in rows])


def _found(projection: Projection[Any], row: tuple[Any, ...]) -> FoundRow:
    key, stream, version, valid_from, position, taken_over, recorded_at, *values = row
    return FoundRow(
        row=projection.row(*values),
        key=key,
        stream=stream,
        version=version,
        valid_from=valid_from,
        position=position,
        taken_over=taken_over,
        recorded_at=recorded_at,
    )


@cache
def _statement(
    schema: str, projection: Projection[Any], *, now: bool, later: bool, where: tuple[str, ...]
) -> Composable:
    holds_in_record: Composable = (
        SQL("to_position = {}").format(Literal(FOREVER))
        if now
        else SQL("from_position <= %(position)s AND to_position > %(position)s")
    )
    conditions = [holds_in_record]
    if projection.time is not Time.AS_RECORDED:
        conditions.append(SQL("valid_from <= %(day)s"))
    if later:
        conditions.append(SQL("row_key > %(after)s"))
    latest = (
        SQL("DISTINCT ON (row_key)") if projection.time is Time.ASSERTION else SQL("")
    )
    filters = [SQL("holds")] + [
        SQL("{} = {}").format(Identifier(name), SQL(f"%(where_{name})s")) for name in where
    ]
    fields = [name for name in columns_of(projection) if name not in BOOKKEEPING]
    return SQL(
        "SELECT {found}, e.recorded_at, {fields} FROM ("
        "SELECT * FROM (SELECT {latest} * FROM {schema}.{view} WHERE {conditions}"
        " ORDER BY row_key, valid_from DESC, version DESC) AS said"
        " WHERE {filters} ORDER BY row_key LIMIT %(limit)s) AS page"
        " JOIN {schema}.events e ON e.notification_id = page.position ORDER BY page.row_key"
    ).format(
        found=SQL(", ").join(Identifier("page", name) for name in FOUND),
        fields=SQL(", ").join(Identifier("page", name) for name in fields),
        latest=latest,
        schema=Identifier(schema),
        view=Identifier(projection.name),
        conditions=SQL(" AND ").join(conditions),
        filters=SQL(" AND ").join(filters),
    )
