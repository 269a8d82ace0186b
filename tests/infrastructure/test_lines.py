"""Rows go into the database as they are, whatever people have written into them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg.rows import tuple_row

from application.projecting.projection import Projection, Rows, Said, Time, rowclass
from application.projecting.versions import RowVersion
from application.recorded import Recorded
from domain.base.words import Code, Label
from infrastructure.postgres.projections import copy_rows
from infrastructure.postgres.tables import create_table


class Kind(Code):
    """A code, as rows hold them."""

    ONE = "one-kind", "一つ", "one"


@rowclass
class AnyRow:
    """A field of every type that a row can have."""

    text: str
    nothing: str | None
    kind: Kind
    number: int
    yes: bool
    day: date
    moment: datetime
    worker: UUID


def fold(_rows: Rows[AnyRow], _recorded: Recorded) -> None:
    """Say nothing."""


ANY = Projection("any", 1, Time.DATED, Label("何でも", "Any"), AnyRow, (), fold)
TEXTS = st.text(
    st.characters(exclude_characters="\0", exclude_categories=["Cs"])
) | st.sampled_from(["", "null", "\\N", "\\.", '"', "\\", "a,b", "髙﨑\t\n\r\n", "𠮷野家", "'; --"])
ROWS = st.builds(
    AnyRow,
    text=TEXTS,
    nothing=st.none() | TEXTS,
    kind=st.just(Kind.ONE),
    number=st.integers(-(2**63), 2**63 - 1),
    yes=st.booleans(),
    day=st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    moment=st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    worker=st.uuids(),
)


@pytest.fixture
def connection(postgres_url: str, schema: str) -> Iterator[psycopg.Connection[Any]]:
    """Give a connection with a schema that goes away with it."""
    options = "-c timezone=UTC"
    with psycopg.connect(postgres_url, options=options, row_factory=psycopg.rows.dict_row) as found:
        found.execute(f"CREATE SCHEMA {schema}".encode())
        found.execute(f"CREATE SEQUENCE {schema}.generation".encode())
        yield found
        found.rollback()


def test_rows_come_back_as_they_were_written(
    connection: psycopg.Connection[Any], schema: str
) -> None:
    """Quotes, backslashes, ends of lines, words that mean something to COPY, and nothing at all."""
    with connection.cursor() as cursor:
        table = create_table(cursor, schema, ANY)

    @settings(max_examples=300, deadline=None)
    @given(ROWS, TEXTS)
    def holds(row: AnyRow, key: str) -> None:
        said = Said(key, 3, date(2024, 4, 1), 7, taken_over=True, row=row)
        nothing = said._replace(row=None)
        versions = [RowVersion(UUID(int=5), said, 7, 9), RowVersion(UUID(int=6), nothing, 8)]
        with connection.cursor(row_factory=tuple_row) as cursor:
            assert copy_rows(cursor, schema, table, ANY, versions) == 2
            cursor.execute(f"DELETE FROM {schema}.{table} RETURNING *".encode())  # noqa: S608
            written, ended = cursor.fetchall()
        own = tuple(getattr(row, name) for name in AnyRow.__dataclass_fields__)
        assert written[:9] == (UUID(int=5), key, 3, date(2024, 4, 1), 7, True, True, 7, 9)
        assert written[9:] == own
        assert ended[6:9] == (False, 8, 2**63 - 1)
        assert set(ended[9:]) == {None}

    holds()
