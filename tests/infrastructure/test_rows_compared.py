"""Comparing two moments of a projection: what differs between two answers, and what made it so."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from random import Random
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from psycopg_pool import ConnectionPool

from application.asking.comparison import Moment
from application.asking.query import Behind, Comparison, Differing, Question
from application.projecting.projection import Projection, Time
from application.projecting.projector import Projector
from application.projecting.versions import FOREVER
from application.registry import PROJECTIONS
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.differences import differing
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections
from infrastructure.postgres.rows import PostgresRows
from tests.infrastructure.given import DAY
from tests.infrastructure.test_projections_store import MET, Programme

EVERYTHING = 10_000
ROWS = 100_000


@pytest.fixture
def rows(postgres_url: str, simulated_log: PostgresLog) -> Iterator[PostgresRows]:
    """Give the rows of the simulated log as queries read them."""
    options = {"autocommit": True, "options": "-c timezone=UTC"}
    with ConnectionPool(postgres_url, min_size=1, max_size=1, kwargs=options, open=True) as pool:
        yield PostgresRows(pool, simulated_log.schema)


@pytest.fixture
def projector(postgres_url: str, simulated_log: PostgresLog) -> Iterator[Projector]:
    """Give what projects the simulated log."""
    with closing(Datastore(postgres_url, simulated_log.schema, pool_size=3)) as datastore:
        store = PostgresProjections(datastore)
        store.prepare()
        yield Projector(simulated_log, store)


def answers(rows: PostgresRows, projection: Projection[Any], at: Moment) -> dict[str, Any]:
    """Give what each key is answered with at a moment: its row, and since when."""
    found = rows.find(projection, Question(at.position, at.day, limit=EVERYTHING))
    return {one.key: (one.valid_from, one.row) for one in found.rows}


def compared(
    rows: PostgresRows, projection: Projection[Any], earlier: Moment, later: Moment
) -> list[Differing]:
    """Give all that differs, as page after page tells it."""
    found: list[Differing] = []
    while True:
        after = found[-1].key if found else None
        asked = Comparison(earlier, later.position, later.day, after, limit=3)
        page = rows.compare(projection, asked).rows
        found += page
        if len(page) < asked.limit:
            return found


def moments(random: Random, projection: Projection[Any], last: int) -> Iterator[tuple[Moment, ...]]:
    """Give pairs of moments: of one day and of two, near and far, and twice the same."""
    for _ in range(60):
        earlier, later = sorted((random.randint(0, last), random.randint(0, last)))
        if random.random() < 0.2:
            earlier = later
        days: list[date | None] = [None, None]
        if projection.time is not Time.AS_RECORDED:
            one, other = (DAY + timedelta(days=random.randint(-5, 450)) for _ in range(2))
            days = [one, random.choice([one, other])]
        yield Moment(earlier, days[0]), Moment(later, days[1])


@pytest.mark.parametrize("seed", range(3))
def test_what_differs_is_what_two_answers_differ_in(
    simulated_log: PostgresLog, projector: Projector, rows: PostgresRows, seed: int
) -> None:
    """Each key once and in order, with both rows; of equal days, every cause lies between."""
    random = Random(seed)  # noqa: S311 - an example, not a secret
    Programme(simulated_log, seed).go_on(150)
    last = projector.catch_up()
    met = set()
    for name in (*MET, "audit_trail"):
        projection = PROJECTIONS[name]
        for earlier, later in moments(random, projection, last):
            before, after = (answers(rows, projection, at) for at in (earlier, later))
            keys = {key for key in before | after if before.get(key) != after.get(key)}
            found = compared(rows, projection, earlier, later)

            assert [one.key for one in found] == sorted(keys)
            for one in found:
                for row, answer in ((one.before, before), (one.after, after)):
                    told = (row.valid_from, row.row) if row else None
                    assert told == answer.get(one.key)
                assert one.causes
                if earlier.day == later.day:
                    assert earlier.position < min(one.causes)
                assert max(one.causes) <= later.position
                met.add((one.before is None, one.after is None, earlier.day == later.day))
    assert met >= {(True, False, same) for same in (True, False)}
    assert met >= {(False, False, same) for same in (True, False)}


def test_what_is_not_projected_yet_is_not_compared(
    simulated_log: PostgresLog, projector: Projector, rows: PostgresRows
) -> None:
    """Neither moment may lie beyond what has been projected; without one, that is the later."""
    workers = PROJECTIONS["workers"]
    programme = Programme(simulated_log, 1)
    programme.go_on(10)
    last = projector.catch_up()
    programme.go_on(20)

    assert rows.compare(workers, Comparison(Moment(0, DAY), None, DAY)).later.position == last
    for earlier, later in ((0, last + 1), (last + 1, None), (last + 1, last + 1)):
        with pytest.raises(Behind):
            rows.compare(workers, Comparison(Moment(earlier, DAY), later, DAY))


def test_little_change_is_found_among_many_rows_without_reading_them(
    postgres_url: str, simulated_log: PostgresLog, projector: Projector
) -> None:
    """Both halves begin at an index of positions, and no table is read from end to end."""
    assert projector.catch_up() == 1
    ledger, schema = PROJECTIONS["kpi_ledger"], simulated_log.schema
    statement = differing(schema, ledger.name, ledger, day_moves=False, further=False)
    moments = {"earlier": ROWS - 20, "earlier_day": DAY, "later": ROWS - 10, "later_day": DAY}
    with psycopg.connect(postgres_url) as connection:
        connection.execute(
            SQL(
                "INSERT INTO {} SELECT gen_random_uuid(), lpad(n::text, 9, '0'), 1, {}, n, false,"
                " true, n, CASE WHEN n % 20 = 0 THEN n + 500 ELSE {} END"
                " FROM generate_series(1, {}) n"
            ).format(Identifier(schema, ledger.name), DAY, FOREVER, ROWS)
        )
        table = connection.execute(
            SQL("SELECT table_name FROM {} WHERE name = %s").format(
                Identifier(schema, "projections")
            ),
            [ledger.name],
        ).fetchone()
        assert table is not None
        connection.execute(SQL("ANALYZE {}").format(Identifier(schema, *table)))
        asked = moments | {"limit": 51}
        planned = connection.execute(f"EXPLAIN {statement}", asked, prepare=False).fetchall()
    plan = "\n".join(line for (line,) in planned)

    assert "_from_position_idx" in plan, plan
    assert "_to_position_idx" in plan, plan
    assert f"Seq Scan on {table[0]}" not in plan, plan
