"""Holding the tables against a fresh fold of the log, byte for byte."""

from collections.abc import Iterator
from contextlib import closing
from random import Random

import pytest

from application.projecting.check import Checked
from application.projecting.projector import Projector
from application.projecting.rebuild import rebuild
from application.projecting.versions import FOREVER
from application.registry import PROJECTIONS
from infrastructure.postgres import checking
from infrastructure.postgres.building import PostgresBuilding
from infrastructure.postgres.checking import PostgresChecker
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections
from tests.infrastructure.given import ask
from tests.infrastructure.test_projections_store import Programme
from tests.made_up.log import make_log

ALL = tuple(PROJECTIONS.values())


class Here:
    """One log, its projections and who checks them."""

    def __init__(self, url: str, log: PostgresLog, datastore: Datastore) -> None:
        """Begin with empty tables."""
        self.log = log
        self.url = url
        store = PostgresProjections(datastore)
        store.prepare()
        self.projector = Projector(log, store)
        self.checker = PostgresChecker(datastore)

    def check(self, position: int) -> dict[str, Checked]:
        """Check all of them as of a position."""
        return {one.name: one for one in self.checker.check(ALL, position)}


@pytest.fixture
def here(postgres_url: str, simulated_log: PostgresLog) -> Iterator[Here]:
    """Give a log with some history, projected."""
    with closing(Datastore(postgres_url, simulated_log.schema, pool_size=3)) as datastore:
        found = Here(postgres_url, simulated_log, datastore)
        Programme(simulated_log, 12).go_on(90)
        found.projector.catch_up()
        yield found


def test_at_every_moment_the_rows_are_a_fresh_fold(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of random positions, whatever the size of the parts that are compared."""
    last, _ = here.log.last()
    chance = Random(12)  # noqa: S311 - an example
    for position in (0, 1, last, *chance.sample(range(2, last), 6)):
        monkeypatch.setattr(checking, "EVENTS_AT_ONCE", chance.choice([5, 50_000]))
        checked = here.check(position)
        assert checked.keys() == PROJECTIONS.keys()
        assert [one for one in checked.values() if not one.right] == []
    assert checked["audit_trail"].rows > checked["workers"].rows > 0


@pytest.mark.parametrize("seed", [21, 22])
def test_it_is_so_whatever_happens_in_a_programme(
    postgres_url: str, schema: str, seed: int
) -> None:
    """Every kind of event, late, ahead, taken over, mended and mended again: live and rebuilt."""
    chance = Random(seed)  # noqa: S311 - an example
    with (
        closing(make_log(postgres_url, schema, 2_000, seed)) as log,
        closing(Datastore(postgres_url, schema, pool_size=4)) as datastore,
    ):
        store, building = PostgresProjections(datastore), PostgresBuilding(datastore)
        store.prepare()
        Projector(log, store).catch_up()
        checker = PostgresChecker(datastore)
        for position in chance.sample(range(1, 2_001), 4):
            assert [one for one in checker.check(ALL, position) if not one.right] == []

        rebuilt = rebuild(log, store, building, ALL)
        assert len(rebuilt.switched) == len(rebuilt.comparisons) == len(ALL)
        assert all(one.equal for one in rebuilt.comparisons)


@pytest.mark.parametrize(
    ("statement", "missing", "surplus"),
    [
        ("UPDATE {} SET municipality = '999999' WHERE {it}", 1, 1),
        ("UPDATE {} SET from_position = from_position - 1 WHERE {it}", 1, 1),
        ("DELETE FROM {} WHERE {it}", 1, 0),
        ("INSERT INTO {} SELECT * FROM {} WHERE {it}", 0, 1),
    ],
)
@pytest.mark.parametrize("which", [f"to_position = {FOREVER}", f"to_position < {FOREVER}"])
def test_rows_that_someone_changed_are_found(
    here: Here, which: str, statement: str, missing: int, surplus: int
) -> None:
    """Another value, another position, a row away, a row twice: how many, and which.

    Whether the row still holds or only answers for what was recorded by an earlier moment.
    """
    schema = here.log.schema
    ((table,),) = ask(
        here.url, "SELECT table_name FROM {}.projections WHERE name = 'workers'", schema
    )
    indexes = "SELECT indexname FROM pg_indexes WHERE schemaname = %(s)s AND tablename = %(t)s"
    for (index,) in ask(here.url, indexes, s=schema, t=table):
        # One of them would not let a row be there twice.
        ask(here.url, "DROP INDEX {}.{}", schema, index)
    it = f"ctid = (SELECT min(ctid) FROM {{}} WHERE {which})"  # noqa: S608 - of this test
    named = statement.replace("{it}", it).replace("{}", "{}.{}")
    ask(here.url, named, *[schema, table] * statement.replace("{it}", it).count("{}"))
    checked = here.check(here.log.last()[0])

    workers = checked.pop("workers")
    assert (workers.missing, workers.surplus) == (missing, surplus)
    assert workers.example
    assert [one for one in checked.values() if not one.right] == []


@pytest.mark.parametrize(
    "change", ["to_position = to_position + 1", "to_position = 1000000", "to_position = 0"]
)
def test_a_row_that_ended_elsewhere_is_found(here: Here, change: str) -> None:
    """Also where its end is put so far ahead that every moment would still see it."""
    ended = f"to_position < {FOREVER}"
    statement = f"UPDATE {{}}.workers SET {change} WHERE {ended}"  # noqa: S608 - of this test
    ask(here.url, statement, here.log.schema)
    checked = here.check(here.log.last()[0])

    assert [name for name, one in checked.items() if not one.right] == ["workers"]
    assert checked["workers"].missing == checked["workers"].surplus > 0


def test_what_came_after_a_moment_is_no_difference(here: Here) -> None:
    """As of an earlier position, rows that began or ended since are as they were then."""
    last, _ = here.log.last()
    ended = f"SELECT min(to_position) FROM {{}}.workers WHERE to_position < {FOREVER}"  # noqa: S608
    ((position,),) = ask(here.url, ended, here.log.schema)
    assert position < last
    assert here.check(position - 1)["workers"].right
    assert here.check(position)["workers"].right


def test_a_row_from_beyond_the_projection_is_found(here: Here) -> None:
    """Nothing can have been said at a position that has not been projected yet."""
    latest = f"to_position = {FOREVER} AND position = (SELECT max(position) FROM {{}}.workers)"  # noqa: S608
    statement = f"UPDATE {{}}.workers SET from_position = 1000000 WHERE {latest}"  # noqa: S608
    ask(here.url, statement, here.log.schema, here.log.schema)
    workers = here.check(here.log.last()[0])["workers"]

    assert (workers.missing, workers.surplus) == (1, 1)
