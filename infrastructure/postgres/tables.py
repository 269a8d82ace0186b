"""The tables of projections and the views in front of them, derived from the projections."""

from collections.abc import Iterator
from typing import Any, get_type_hints

import psycopg
from psycopg.sql import SQL, Composed, Identifier, Literal
from pydantic import StringConstraints

from application.projecting.projection import Projection
from application.projecting.rebuild import ViewInUse
from application.projecting.versions import FOREVER
from domain.base.fields import Number
from domain.base.marks import marks_of_type
from domain.base.words import Label
from infrastructure.postgres.lines import columns_of, sql_type

Cursor = psycopg.Cursor[Any]


def create_table(cursor: Cursor, schema: str, projection: Projection[Any]) -> str:
    """Make an empty table without indexes, and give its name, which no table had before."""
    row = cursor.execute("SELECT nextval(%s) AS n", [f"{schema}.generation"]).fetchone()
    table = f"{projection.name}_{projection.version}_{row['n'] if row else 0}"
    columns = SQL(", ").join(
        SQL("{name} {type}").format(name=Identifier(name), type=SQL(kind))
        for name, kind in columns_of(projection).items()
    )
    created = SQL("CREATE TABLE {} ({})").format(Identifier(schema, table), columns)
    cursor.execute(_at_once(created, *_comments(schema, table, projection)))
    return table


def create_indexes(cursor: Cursor, schema: str, table: str, projection: Projection[Any]) -> None:
    """Index a table for listings, for what is looked up, and for what leads to many rows."""
    t = Identifier(schema, table)
    # A listing goes by key and, of each key, the latest day first. This index tells what stood
    # at any moment without a visit to the table.
    listing = SQL(
        "CREATE UNIQUE INDEX ON {} (row_key, valid_from DESC, version DESC,"
        " from_position, to_position) INCLUDE (holds)"
    ).format(t)
    looked_up = (
        SQL("CREATE INDEX ON {} ({})").format(t, Identifier(name))
        for name in identifying(projection)
    )
    # Many rows have the same value: they are listed from the first, not sought and sorted.
    filtered = (
        SQL("CREATE INDEX ON {} ({}, row_key)").format(t, Identifier(name))
        for name in projection.filters
    )
    # What began or ceased to stand between two positions is found without the rest.
    began = SQL("CREATE INDEX ON {} (from_position)").format(t)
    ceased = SQL("CREATE INDEX ON {} (to_position) WHERE to_position < {}").format(
        t, Literal(FOREVER)
    )
    cursor.execute(_at_once(listing, *looked_up, *filtered, began, ceased))


def show(cursor: Cursor, schema: str, projection: Projection[Any], table: str) -> None:
    """Put the projection's view in front of a table; what others built on the view stays.

    A column that a new version lacks can be taken from the view only while nobody uses the view;
    otherwise this raises `ViewInUse`.
    """
    before = columns_in(cursor, schema, projection.name)
    now = columns_in(cursor, schema, table)
    view = Identifier(schema, projection.name)
    if before.items() - now.items():
        try:
            cursor.execute(SQL("DROP VIEW {}").format(view))
        except psycopg.errors.DependentObjectsStillExist as error:
            lost = ", ".join(sorted(before.keys() - now.keys()) or before)
            raise ViewInUse(
                f"the view {projection.name} would lose or change {lost}, but others are built on"
                f" it ({error.diag.message_detail}); drop those first"
            ) from error
        before = {}
    # A view takes more columns at its end, and keeps the order of those it has.
    names = [*before, *(name for name in now if name not in before)]
    shown = SQL("CREATE OR REPLACE VIEW {} AS SELECT {} FROM {}").format(
        view, listed(names), Identifier(schema, table)
    )
    cursor.execute(_at_once(shown, *_comments(schema, projection.name, projection)))


def listed(names: list[str]) -> Composed:
    """Give names of columns as a list."""
    return SQL(", ").join(map(Identifier, names))


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


def columns_in(cursor: Cursor, schema: str, relation: str) -> dict[str, str]:
    """Give the columns of a table or view with their types, in their order; none if it is none."""
    cursor.execute(
        "SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute"
        " WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        [f"{schema}.{relation}"],
    )
    return {row["name"]: row["type"] for row in cursor.fetchall()}


def _comments(schema: str, relation: str, projection: Projection[Any]) -> Iterator[Composed]:
    for name, label in labels_of(projection.row).items():
        yield SQL("COMMENT ON COLUMN {} IS {}").format(
            Identifier(schema, relation, name), Literal(f"{label.ja} / {label.en}")
        )


def _at_once(*statements: Composed) -> Composed:
    # A new consortium takes over a thousand statements: one by one, it would mostly wait.
    return SQL("; ").join(statements)
