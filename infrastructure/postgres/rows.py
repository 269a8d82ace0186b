"""Reading a projection's rows at any moment."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any, NamedTuple, TypeVar

from psycopg import Cursor
from psycopg.errors import UndefinedTable
from psycopg.rows import tuple_row
from psycopg.sql import SQL, Composable, Identifier, Literal, Placeholder
from psycopg_pool import ConnectionPool

from application.asking.comparison import Moment, Spell, causes
from application.asking.query import (
    Behind,
    Comparison,
    Differing,
    Found,
    FoundDifferences,
    FoundRow,
    OtherVersion,
    Question,
    Stopped,
)
from application.projecting.projection import Projection, Time
from application.projecting.versions import FOREVER
from infrastructure.postgres.differences import FOUND, differing, spells_of
from infrastructure.postgres.lines import BOOKKEEPING, columns_of

Q = TypeVar("Q")
A = TypeVar("A")
SWITCHES_MET = 3
"""How many switches to a newly built table one question gets over."""


class InForce(NamedTuple):
    """The table in force of a projection, and where it stands."""

    table: str
    position: int
    version: int
    failed_at: int | None

    @property
    def stopped(self) -> Stopped | None:
        """Say where it stopped, if it did."""
        return None if self.failed_at is None else Stopped(self.position, self.failed_at)


class PostgresRows:
    """Reads the tables in force of one consortium's schema."""

    def __init__(self, pool: ConnectionPool[Any], schema: str) -> None:
        """Read with connections of `pool`, which may serve many consortia."""
        self._pool = pool
        self._schema = schema

    def find(self, projection: Projection[Any], question: Question) -> Found:
        """Answer a question; raises `Behind` if the position has not been projected yet."""
        return self._from_one_table(self._find, projection, question)

    def compare(self, projection: Projection[Any], comparison: Comparison) -> FoundDifferences:
        """Give the keys whose rows differ; raises `Behind` as `find` does."""
        return self._from_one_table(self._compare, projection, comparison)

    def _from_one_table(
        self, answer: Callable[[Projection[Any], Q], A], projection: Projection[Any], question: Q
    ) -> A:
        # Position and rows are those of one table. Where that was replaced by a newly built one
        # between the two statements it is gone, and everything is asked of the new one.
        for _ in range(SWITCHES_MET):
            with suppress(UndefinedTable):
                return answer(projection, question)
        return answer(projection, question)

    def _find(self, projection: Projection[Any], question: Question) -> Found:
        parameters = {
            "position": question.position,
            "day": question.valid_on,
            "after": question.after,
            "limit": question.limit,
            **{f"where_{name}": value for name, value in question.where.items()},
        }
        with self._one_state() as cursor:
            here = self._reached(cursor, projection, question.position)
            statement = _statement(
                self._schema,
                here.table,
                projection,
                now=question.position is None,
                later=question.after is not None,
                where=tuple(question.where),
            )
            cursor.execute(statement, parameters)
            rows = cursor.fetchall()
        at = here.position if question.position is None else question.position
        return Found(at, here.version, [_found(projection, row) for row in rows], here.stopped)

    def _compare(self, projection: Projection[Any], comparison: Comparison) -> FoundDifferences:
        earlier, day = comparison.earlier, comparison.later_day
        with self._one_state() as cursor:
            wanted = max(earlier.position, comparison.later_position or 0)
            here = self._reached(cursor, projection, wanted)
            at = here.position if comparison.later_position is None else comparison.later_position
            later = Moment(at, day)
            parameters = {
                "earlier": earlier.position,
                "earlier_day": earlier.day,
                "later": later.position,
                "later_day": later.day,
                "after": comparison.after,
                "limit": comparison.limit,
            }
            statement = differing(
                self._schema,
                here.table,
                projection,
                day_moves=earlier.day != later.day,
                further=comparison.after is not None,
            )
            # Planned for these very moments: between them may lie one event or all.
            cursor.execute(statement, parameters, prepare=False)
            rows = cursor.fetchall()
            cursor.execute(spells_of(self._schema, here.table), [[row[0] for row in rows]])
            spells: dict[str, list[Spell]] = {}
            for key, *spell in cursor.fetchall():
                spells.setdefault(key, []).append(Spell(*spell))
        found = []
        for key, *both in rows:
            before, after = both[: len(both) // 2], both[len(both) // 2 :]
            found.append(
                Differing(
                    key=key,
                    before=_found(projection, before) if before[0] is not None else None,
                    after=_found(projection, after) if after[0] is not None else None,
                    causes=causes(spells[key], earlier, later),
                )
            )
        return FoundDifferences(later, here.version, found, here.stopped)

    @contextmanager
    def _one_state(self) -> Iterator[Cursor[tuple[Any, ...]]]:
        # All statements see one state of the database, so the position is that of the rows.
        with self._pool.connection() as conn, conn.cursor(row_factory=tuple_row) as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                yield cursor
            finally:
                cursor.execute("COMMIT")

    def _reached(
        self, cursor: Cursor[tuple[Any, ...]], projection: Projection[Any], wanted: int | None
    ) -> InForce:
        cursor.execute(
            SQL(
                "SELECT table_name, position, version, failed_at FROM {}.projections"
                " WHERE name = %s"
            ).format(Identifier(self._schema)),
            [projection.name],
        )
        found = cursor.fetchone()
        if found is None:
            raise LookupError(f"there are no tables for {projection.name} yet")
        here = InForce(*found)
        if here.version != projection.version:
            raise OtherVersion(projection.name, here.version)
        if wanted is not None and wanted > here.position:
            raise here.stopped or Behind(here.position)
        return here


def _found(projection: Projection[Any], row: Sequence[Any]) -> FoundRow:
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
def _statement(  # noqa: PLR0913 - what one statement is made of
    schema: str,
    table: str,
    projection: Projection[Any],
    *,
    now: bool,
    later: bool,
    where: tuple[str, ...],
) -> str:
    # A page is found in an index, and only its rows are fetched. Whether a row is the latest that
    # was said for its key, another look into the index tells: so filters and limit apply to the
    # rows themselves, and the planner starts from the index that leaves it the fewest.
    conditions = [SQL("r.holds"), _counts("r", projection, now=now)]
    if projection.time is Time.ASSERTION:
        conditions.append(
            SQL(
                "(SELECT s.version = r.version FROM {t} s WHERE s.row_key = r.row_key AND {counts}"
                " ORDER BY s.valid_from DESC, s.version DESC LIMIT 1)"
            ).format(t=Identifier(schema, table), counts=_counts("s", projection, now=now))
        )
    if later:
        conditions.append(SQL("r.row_key > %(after)s"))
    conditions += [_asked(projection, name) for name in where]
    fields = [name for name in columns_of(projection) if name not in BOOKKEEPING]
    return (
        SQL(
            "SELECT {found}, e.recorded_at, {fields} FROM ("
            "SELECT row_key, valid_from, version, from_position FROM {t} r WHERE {conditions}"
            " ORDER BY r.row_key LIMIT %(limit)s) AS page"
            " JOIN {t} found USING (row_key, valid_from, version, from_position)"
            " JOIN {events} e ON e.notification_id = found.position ORDER BY found.row_key"
        )
        .format(
            found=SQL(", ").join(Identifier("found", name) for name in FOUND),
            fields=SQL(", ").join(Identifier("found", name) for name in fields),
            t=Identifier(schema, table),
            conditions=SQL(" AND ").join(conditions),
            events=Identifier(schema, "events"),
        )
        .as_string()
    )


def _asked(projection: Projection[Any], name: str) -> Composable:
    """Say that a field has the value asked for, or that a condition of the list's own holds."""
    own = next((one for one in projection.conditions if one.name == name), None)
    columns, side = (own.columns, own.side) if own else ((name,), "=")
    each = [
        SQL("{} {} {}").format(Identifier("r", column), SQL(side), Placeholder(f"where_{name}"))
        for column in columns
    ]
    return SQL("({})").format(SQL(" OR ").join(each))


def _counts(row: str, projection: Projection[Any], *, now: bool) -> Composable:
    """Say that a row stands in the record at the position asked for, and is true by that day."""
    stands = "{r}.to_position = {forever}"
    if not now:
        stands = "{r}.from_position <= %(position)s AND {r}.to_position > %(position)s"
    true = " AND {r}.valid_from <= %(day)s" if projection.has_day else ""
    return SQL(stands + true).format(r=Identifier(row), forever=Literal(FOREVER))
