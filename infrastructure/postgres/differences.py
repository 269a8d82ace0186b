"""The statements that compare a projection's rows at two moments."""

from functools import cache
from typing import Any

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal, Placeholder

from application.asking.comparison import Spell
from application.projecting.projection import Projection
from application.projecting.versions import FOREVER
from infrastructure.postgres.lines import BOOKKEEPING, columns_of

FOUND = ("row_key", "stream", "version", "valid_from", "position", "taken_over")
"""What is told of every row besides its fields: where it stands and who said it."""
SIDES = ("earlier", "later")


@cache
def differing(
    schema: str, table: str, projection: Projection[Any], *, day_moves: bool, further: bool
) -> str:
    """Give the statement that finds the keys whose rows differ, with both rows of each.

    `day_moves` says that the two moments have different days, `further` that keys up to one are
    left out. Its parameters are earlier, earlier_day, later, later_day, after and limit.
    """
    t, events = Identifier(schema, table), Identifier(schema, "events")
    dated = projection.has_day
    fields = [name for name in columns_of(projection) if name not in BOOKKEEPING]
    told = ["valid_from", *fields]
    answering = SQL(" ").join(
        SQL(
            "LEFT JOIN LATERAL (SELECT * FROM (SELECT * FROM {t} s"
            " WHERE s.row_key = touched.row_key AND {seen}"
            " ORDER BY s.valid_from DESC, s.version DESC LIMIT 1) latest WHERE latest.holds)"
            " AS {side} ON true"
        ).format(t=t, seen=_seen("s", side, dated=dated), side=Identifier(side))
        for side in SIDES
    )
    shown = [
        column
        for side in SIDES
        for column in (
            *(Identifier(side, name) for name in FOUND),
            Identifier(f"{side}_event", "recorded_at"),
            *(Identifier(side, name) for name in fields),
        )
    ]
    recorded = SQL(" ").join(
        SQL("LEFT JOIN {events} {event} ON {event}.notification_id = {position}").format(
            events=events,
            event=Identifier(f"{side}_event"),
            position=Identifier(side, "position"),
        )
        for side in SIDES
    )
    return (
        SQL(
            "SELECT touched.row_key, {shown} FROM"
            " (SELECT DISTINCT r.row_key FROM {t} r WHERE {touched}{after}) AS touched"
            " {answering} {recorded}"
            " WHERE ROW({was}) IS DISTINCT FROM ROW({now})"
            " ORDER BY touched.row_key LIMIT %(limit)s"
        )
        .format(
            shown=SQL(", ").join(shown),
            t=t,
            touched=_touched("r", dated=dated, day_moves=day_moves),
            after=SQL(" AND r.row_key > %(after)s" if further else ""),
            answering=answering,
            recorded=recorded,
            was=SQL(", ").join(Identifier("earlier", name) for name in told),
            now=SQL(", ").join(Identifier("later", name) for name in told),
        )
        .as_string()
    )


def spells_of(schema: str, table: str) -> Composed:
    """Give the statement that finds all that the record ever said for some keys."""
    return SQL("SELECT row_key, {spell} FROM {t} WHERE row_key = ANY(%s)").format(
        spell=SQL(", ").join(map(Identifier, Spell._fields)),
        t=Identifier(schema, table),
    )


def _touched(row: str, *, dated: bool, day_moves: bool) -> Composable:
    """Say that a row is seen at one of the moments and not at the other."""
    if day_moves:
        sides = (_seen(row, side, dated=dated) for side in SIDES)
        return SQL("({}) <> ({})").format(*sides)
    # Each half begins at an index of its own, however many rows there are.
    began_or_ceased = SQL(
        "(({r}.from_position > %(earlier)s AND {r}.from_position <= %(later)s"
        " AND {r}.to_position > %(later)s)"
        " OR ({r}.to_position > %(earlier)s AND {r}.to_position <= %(later)s"
        " AND {r}.to_position < {forever} AND {r}.from_position <= %(earlier)s))"
    ).format(r=Identifier(row), forever=Literal(FOREVER))
    if not dated:
        return began_or_ceased
    return SQL("{} AND {}.valid_from <= %(later_day)s").format(began_or_ceased, Identifier(row))


def _seen(row: str, side: str, *, dated: bool) -> Composable:
    stands = "{r}.from_position <= {at} AND {r}.to_position > {at}"
    true = " AND {r}.valid_from <= {day}" if dated else ""
    return SQL(stands + true).format(
        r=Identifier(row), at=Placeholder(side), day=Placeholder(f"{side}_day")
    )
