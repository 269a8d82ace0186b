"""Building projections anew: beside what is in force, interrupted or not, and compared first."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from psycopg_pool import ConnectionPool

from application.asking.comparison import Moment
from application.asking.query import Comparison as Between
from application.asking.query import Question
from application.projecting.activation import record_activations
from application.projecting.projection import Projection, Rows
from application.projecting.projector import Projector
from application.projecting.rebuild import (
    Comparison,
    Progress,
    Rebuilt,
    ViewInUse,
    cancel,
    rebuild,
)
from application.projections.workers import WORKERS, WorkerRow
from application.recorded import Recorded
from application.registry import PROJECTIONS
from domain.log.events import ProjectionActivated
from infrastructure.postgres import building as building_module
from infrastructure.postgres.building import PostgresBuilding
from infrastructure.postgres.checking import PostgresChecker
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections
from infrastructure.postgres.rows import PostgresRows
from tests.infrastructure.given import ask, written
from tests.infrastructure.test_projections_store import Programme, table, tables

ALL = tuple(PROJECTIONS.values())


class Here:
    """One log with its projections, and what is built beside them."""

    def __init__(self, url: str, log: PostgresLog, datastore: Datastore) -> None:
        """Begin with empty tables."""
        self.url = url
        self.log = log
        self.store = PostgresProjections(datastore)
        self.store.prepare()
        self.building = PostgresBuilding(datastore)
        self.checker = PostgresChecker(datastore)
        self.projector = Projector(log, self.store)
        self.programme = Programme(log, 11)

    def go_on(self, turns: int) -> None:
        """Record something, and project it."""
        self.programme.go_on(turns)
        self.projector.catch_up()

    def rebuild(self, *projections: Projection[Any], **how: Any) -> Rebuilt:  # noqa: ANN401
        """Build these anew, or all."""
        return rebuild(self.log, self.store, self.building, projections or ALL, **how)

    def tables(self) -> dict[str, list[tuple[Any, ...]]]:
        """Give all rows."""
        return tables(self.url, self.log.schema)

    def workers(self) -> list[tuple[Any, ...]]:
        """Give the rows of one projection."""
        return table(self.url, self.log.schema, "workers")

    def right(self) -> bool:
        """Say whether every table is a fresh fold of the log."""
        last, _ = self.log.last()
        return all(one.right for one in self.checker.check(ALL, last))

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """Ask the database; each `{}` is the schema."""
        return ask(self.url, statement, *[self.log.schema] * statement.count("{}"))


@pytest.fixture
def here(postgres_url: str, simulated_log: PostgresLog) -> Iterator[Here]:
    """Give a log with some history, projected."""
    with closing(Datastore(postgres_url, simulated_log.schema, pool_size=4)) as datastore:
        found = Here(postgres_url, simulated_log, datastore)
        found.go_on(60)
        yield found


@pytest.fixture
def in_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let even a short log be filled in many shares."""
    monkeypatch.setattr(building_module, "EVENTS_PER_SHARE", 6)


@pytest.fixture
def alone(in_shares: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """Let them be filled by this process, one after the other."""
    monkeypatch.setattr("os.cpu_count", lambda: 1)


@pytest.mark.usefixtures("in_shares")
def test_several_processes_build_what_one_followed(here: Here) -> None:
    """Split by streams over processes, the rows and their positions are those that stood before."""
    before, steps = here.tables(), list[Progress]()
    rebuilt = here.rebuild(show=steps.append)

    assert here.tables() == before
    assert sorted(rebuilt.switched) == sorted(PROJECTIONS)
    assert all(one.equal for one in rebuilt.comparisons)
    assert [step.done for step in steps] == list(range(steps[0].of + 1))
    assert steps[0].of > 2
    assert steps[-1].rows == sum(map(len, before.values()))


def test_what_was_built_is_tidied_up_by_postgresql_from_then_on(here: Here) -> None:
    """Only while a table is filled does autovacuum leave it alone."""
    here.rebuild()
    kept = "SELECT reloptions FROM pg_class WHERE relnamespace = '{}'::regnamespace"
    assert {options for (options,) in here.ask(f"{kept} AND relkind = 'r'")} == {None}


@pytest.mark.usefixtures("alone")
def test_a_rebuild_that_was_interrupted_goes_on_where_it_was(here: Here) -> None:
    """No share is done twice, and what came in meanwhile is not missed."""

    def interrupt(progress: Progress) -> None:
        if progress.done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        here.rebuild(show=interrupt)
    here.go_on(30)
    before, steps = here.tables(), list[Progress]()
    here.rebuild(show=steps.append)

    assert [step.done for step in steps] == list(range(3, steps[0].of + 1))
    assert here.tables() == before
    assert here.building.status() == {}


@pytest.mark.usefixtures("alone")
def test_what_was_begun_can_be_dropped(here: Here) -> None:
    """Nothing of it stays behind, and the next rebuild begins anew."""

    def interrupt(progress: Progress) -> None:
        if progress.done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        here.rebuild(WORKERS, show=interrupt)
    assert cancel(here.building, ALL) == ["workers"]
    assert cancel(here.building, ALL) == []
    steps = list[Progress]()
    here.rebuild(WORKERS, show=steps.append)

    assert steps[0].done == 0
    assert here.ask("SELECT count(*) FROM {}.filled") == [(0,)]
    left = ask(
        here.url,
        "SELECT count(*) FROM pg_tables WHERE schemaname = %(schema)s"
        " AND tablename LIKE 'workers%%'",
        schema=here.log.schema,
    )
    assert left == [(1,)]


@pytest.mark.usefixtures("alone")
def test_people_record_and_read_while_it_is_built(here: Here) -> None:
    """What comes in meanwhile is followed live, and is there after the switch."""
    seen: list[int] = []

    def record(progress: Progress) -> None:
        if progress.done in {1, 4}:
            here.go_on(15)
            seen.append(len(here.workers()))

    rebuilt = here.rebuild(show=record)
    here.projector.catch_up()

    assert 0 < seen[0] <= seen[1]
    assert len(rebuilt.switched) == len(PROJECTIONS)
    assert here.right()
    here.go_on(20)
    assert here.right()


def test_rows_that_someone_changed_are_shown_before_they_are_replaced(here: Here) -> None:
    """Equal versions give equal rows; where they do not, a person decides, and is told how many."""
    here.ask(
        "UPDATE {}.workers SET municipality = '999999' WHERE from_position ="
        " (SELECT min(from_position) FROM {}.workers)"
    )
    changed, seen = here.workers(), list[Comparison]()

    def refuse(compared: Any) -> bool:  # noqa: ANN401
        seen.extend(compared)
        return False

    refused = here.rebuild(WORKERS, accept=refuse)
    assert (refused.switched, here.workers()) == ([], changed)
    (one,) = seen
    assert (one.only_before, one.only_after, one.equal) == (1, 1, False)

    assert here.rebuild(WORKERS, accept=lambda _: True).switched == ["workers"]
    assert here.right()
    assert here.workers() != changed


def other(rows: Rows[WorkerRow], recorded: Recorded) -> None:
    """Fold as version 1 does, but leave everyone in one municipality."""
    WORKERS.fold(rows, recorded)
    for key, row in rows.items():
        rows.put(key, replace(row, municipality="202142"))


SECOND = replace(WORKERS, version=2, fold=other)


@pytest.mark.usefixtures("alone")
def test_a_new_version_is_switched_to_only_after_its_difference_was_shown(here: Here) -> None:
    """How many rows hold before and after, how many only one of them has."""
    before, seen = here.workers(), list[Comparison]()

    def refuse(compared: Any) -> bool:  # noqa: ANN401
        seen.extend(compared)
        return False

    kept = here.rebuild(SECOND, accept=refuse)
    (one,) = seen
    assert (one.version_before, one.version_after, one.equal) == (1, 2, False)
    assert one.before.rows == one.after.rows > 0
    assert one.only_before == one.only_after > 0
    assert (kept.switched, here.workers()) == ([], before)

    steps = list[Progress]()
    assert here.rebuild(SECOND, accept=lambda _: True, show=steps.append).switched == ["workers"]
    assert steps[0].done == steps[0].of, "what was built is not built again"
    homes = here.ask("SELECT DISTINCT municipality FROM {}.workers WHERE holds")
    assert homes == [("202142",)]
    assert here.store.status()["workers"].version == 2


def test_the_switch_is_recorded_and_nothing_else(here: Here) -> None:
    """One event for each projection says its version and since when; no command is repeated."""
    last, _ = here.log.last()
    before = written(here.url, here.log.schema)
    here.rebuild(SECOND, PROJECTIONS["skill_map"], accept=lambda _: True)
    events = [entry.event for entry in here.log.events(after=last)]

    assert sorted(
        (e.projection, e.version, e.built_upto)
        for e in events
        if isinstance(e, ProjectionActivated)
    ) == [("skill_map", PROJECTIONS["skill_map"].version, last), ("workers", 2, last)]
    after = written(here.url, here.log.schema)
    grown = {name: after[name] - before[name] for name in after}
    assert grown == {"events": 2, "answers": 2, "sealed_values": 0, "relied": 0}
    status = here.store.status()
    assert {status["skill_map"].activation, status["workers"].activation} == {last + 1, last + 2}


def test_what_others_built_on_a_view_goes_on(here: Here) -> None:
    """A view that asks the projection's view shows the new table, without being made again."""
    here.ask("CREATE VIEW {}.homes AS SELECT number, municipality FROM {}.workers")
    here.rebuild(SECOND, accept=lambda _: True)

    homes = here.ask("SELECT DISTINCT municipality FROM {}.homes")
    assert homes == [("202142",)]


def test_a_view_that_others_need_is_not_taken_away(here: Here) -> None:
    """A version that lacks a column is not switched to while others ask for it; all stays."""
    here.ask("ALTER VIEW {}.workers RENAME COLUMN kana TO reading")
    here.ask("CREATE VIEW {}.kana_readings AS SELECT reading FROM {}.workers")
    before = here.ask("SELECT count(*) FROM {}.kana_readings")
    with pytest.raises(ViewInUse, match="reading"):
        here.rebuild(WORKERS)
    assert here.ask("SELECT count(*) FROM {}.kana_readings") == before

    here.ask("DROP VIEW {}.kana_readings")
    assert here.rebuild(WORKERS).switched == ["workers"]
    assert here.right()


def broken(_rows: Rows[WorkerRow], _recorded: Recorded) -> None:
    """Fail at once."""
    msg = "架空の故障"
    raise ArithmeticError(msg)


def test_a_fold_that_fails_leaves_what_is_in_force(here: Here) -> None:
    """It says where and why; the others are switched to, and nothing half-built stays."""
    before = here.workers()
    rebuilt = here.rebuild(replace(WORKERS, fold=broken), PROJECTIONS["skill_map"])

    assert rebuilt.failures == {"workers": "ArithmeticError: 架空の故障"}
    assert rebuilt.switched == ["skill_map"]
    assert here.workers() == before
    assert here.building.status() == {}


def test_a_service_of_another_version_leaves_the_rows_alone(here: Here) -> None:
    """Who has not been restarted after a switch folds no row into a table of the new version."""
    here.rebuild(SECOND, accept=lambda _: True)
    before = here.workers()
    here.go_on(30)

    assert here.workers() == before
    places = {place.projection.name: place for place in here.projector.places()}
    assert (places["workers"].current, places["skill_map"].current) == (False, True)
    assert places["workers"].lag > 0 == places["skill_map"].lag


def test_the_position_told_is_that_of_the_switch(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is recorded as soon as others may write again was not in what was switched to."""
    last, _ = here.log.last()
    switch = here.building.switch

    def others_record(projections: Sequence[Projection[Any]]) -> None:
        switch(projections)
        here.programme.go_on(5)

    monkeypatch.setattr(here.building, "switch", others_record)
    assert here.rebuild(WORKERS).position == last
    assert here.log.last()[0] > last + 1


def test_a_switch_is_recorded_once_whatever_ends_meanwhile(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever ended after the event was recorded left it to the next, who finds it recorded."""

    def ended(*_: object) -> None:
        raise KeyboardInterrupt

    record_activations(here.log, here.store)
    with monkeypatch.context() as patched:
        patched.setattr(here.store, "activated", ended)
        with pytest.raises(KeyboardInterrupt):
            here.rebuild(WORKERS)
    last, _ = here.log.last()
    assert here.store.status()["workers"].activation is None
    record_activations(here.log, here.store)

    assert here.log.last()[0] == last
    assert here.store.status()["workers"].activation == last


def test_what_was_recorded_of_one_table_is_not_kept_for_another(here: Here) -> None:
    """Between the event and its note another rebuild may have switched."""
    before = here.store.status()["workers"]
    here.rebuild(WORKERS)
    now = here.store.status()["workers"]
    here.store.activated("workers", before.table, 1)
    assert here.store.status()["workers"] == now


def test_a_reader_gets_position_and_rows_of_one_table(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another table comes into force between the two, everything is read from that one."""
    with ConnectionPool(here.url, kwargs={"autocommit": True}, open=True) as pool:
        rows = PostgresRows(pool, here.log.schema)
        reached, switches = rows._reached, iter([True])

        def and_switch(*about: Any) -> Any:  # noqa: ANN401 - whatever it is given
            found = reached(*about)
            if next(switches, False):
                here.rebuild(WORKERS)
            return found

        day = here.log.last()[1].date() + timedelta(days=3650)
        stood = rows.find(WORKERS, Question(None, day, limit=1000)).rows
        assert stood
        monkeypatch.setattr(rows, "_reached", and_switch)
        assert rows.find(WORKERS, Question(None, day, limit=1000)).rows == stood
        switches = iter([True])
        moments = Between(Moment(0, day), None, day, limit=1000)
        assert len(rows.compare(WORKERS, moments).rows) == len(stood)
