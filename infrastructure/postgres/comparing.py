"""What a new table of a projection says against the one in force."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection, Cursor
from psycopg.rows import DictRow
from psycopg.sql import SQL, Composed, Identifier, Literal

from application.projecting.projection import Projection
from application.projecting.rebuild import Comparison, Totals
from application.projecting.versions import FOREVER
from infrastructure.postgres.lines import BOOKKEEPING
from infrastructure.postgres.tables import columns_in, listed

HISTORY = SQL(
    "SELECT {columns}, CASE WHEN to_position > {position} THEN {forever} ELSE to_position END"
    " FROM {table} WHERE from_position <= {position}"
)
"""All that a table said up to a position."""
HOLDING = SQL(
    "SELECT {columns} FROM {table}"
    " WHERE holds AND from_position <= {position} AND to_position > {position}"
)
"""What holds at a position, of whatever day."""


def compare(
    connection: Connection[DictRow], schema: str, projection: Projection[Any]
) -> Comparison | None:
    """Compare both as of the last position that both have reached; None if there is but one."""
    with connection.transaction(), connection.cursor() as cursor:
        # Others write meanwhile: all of this is about one state of the database.
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        found = cursor.execute(
            SQL(
                "SELECT o.version AS before, n.version AS after, o.table_name AS old,"
                " n.table_name AS new, least(o.position, n.position) AS position"
                " FROM {} o JOIN {} n USING (name) WHERE name = %s"
            ).format(Identifier(schema, "projections"), Identifier(schema, "building")),
            [projection.name],
        ).fetchone()
        if found is None:
            return None
        before, after = (columns_in(cursor, schema, found[table]) for table in ("old", "new"))
        both = [name for name in after if before.get(name) == after[name] and name != "to_position"]
        rows = HISTORY if found["before"] == found["after"] else HOLDING
        old, new = (
            rows.format(
                columns=listed(both),
                table=Identifier(schema, found[table]),
                position=Literal(found["position"]),
                forever=Literal(FOREVER),
            )
            for table in ("old", "new")
        )
        same = _digest(cursor, old) == _digest(cursor, new)
        counted = [name for name in both if after[name] == "bigint" and name not in BOOKKEEPING]
        return Comparison(
            name=projection.name,
            version_before=found["before"],
            version_after=found["after"],
            position=found["position"],
            only_before=0 if same else _only_in(cursor, old, new),
            only_after=0 if same else _only_in(cursor, new, old),
            before=_totals(cursor, schema, found["old"], found["position"], counted),
            after=_totals(cursor, schema, found["new"], found["position"], counted),
        )


def _digest(cursor: Cursor[DictRow], rows: Composed) -> Any:  # noqa: ANN401 - to be compared
    # Whatever the order, at the cost of one reading; equal rows are told from unequal ones by
    # their whole text.
    return cursor.execute(
        SQL(
            "SELECT count(*), sum(hashtextextended(r::text, 0)::numeric),"
            " sum(hashtextextended(r::text, 1)::numeric) FROM ({}) r"
        ).format(rows)
    ).fetchone()


def _only_in(cursor: Cursor[DictRow], one: Composed, other: Composed) -> int:
    query = SQL("SELECT count(*) AS n FROM ({} EXCEPT ALL {}) r").format(one, other)
    row = cursor.execute(query).fetchone()
    return int(row["n"]) if row else 0


def _totals(
    cursor: Cursor[DictRow], schema: str, table: str, position: int, counted: Sequence[str]
) -> Totals:
    sums = [
        SQL("coalesce(sum({0}), 0)::bigint AS {0}").format(Identifier(name)) for name in counted
    ]
    rows = HOLDING.format(
        columns=SQL("*"), table=Identifier(schema, table), position=Literal(position)
    )
    row = cursor.execute(
        SQL("SELECT {} FROM ({}) r").format(
            SQL(", ").join([SQL("count(*) AS number_of_rows"), *sums]), rows
        )
    ).fetchone()
    found = dict(row or {})
    return Totals(found.pop("number_of_rows"), found)
