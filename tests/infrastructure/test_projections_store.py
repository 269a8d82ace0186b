"""Projection tables: every moment of them is a fold of the log, whatever happened meanwhile."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from threading import Event, Thread
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from application.decision import NotFound
from application.execute import execute
from application.projecting import projector as projector_module
from application.projecting import rebuild as rebuild_module
from application.projecting.projection import Projection, Rows, Said
from application.projecting.projector import Projector, fold_prefix
from application.projecting.rebuild import Busy, Rebuilt, rebuild
from application.projecting.versions import FOREVER, RowVersion, RowVersions
from application.projections.workers import WORKERS, WorkerRow
from application.recorded import Recorded
from application.registry import PROJECTIONS
from domain.base.command import Command
from domain.base.rule import RuleBroken
from domain.base.values.fiscal_year import fiscal_year_of
from domain.expenditure import commands as spend
from domain.kpi import commands as kpi
from domain.worker import commands as work
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.building import PostgresBuilding
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections
from tests.infrastructure.given import CLERK, DAY, ask, at_once, registration

NAMES = tuple(PROJECTIONS)
MET = ("workers", "skill_map", "expenditures", "kpi_ledger")
START = datetime(2024, 4, 2, tzinfo=UTC)


class Programme:
    """Everyday use of one log by chance: registrations, moves, skills, money, and mistakes."""

    def __init__(self, log: PostgresLog, seed: int) -> None:
        """Start with an empty log; the same seed gives the same history."""
        self.log = log
        self._vault = PostgresVault(log._datastore, log.origin, log.namespace)
        self._random = Random(seed)  # noqa: S311 - an example, not a secret
        self._streams: dict[str, list[UUID]] = {"worker": [], "expenditure": [], "fact": []}
        self._turn = 0

    def go_on(self, turns: int) -> None:
        """Ask for so many things; what the rules refuse is not recorded."""
        for _ in range(turns):
            self._turn += 1
            kind = self._random.choice(["worker", "worker", "worker", "expenditure", "fact"])
            streams = self._streams[kind]
            opens = not streams or self._random.random() < 0.15
            target = None if opens else self._random.choice(streams)
            command = getattr(self, f"_{kind}")(target)
            at = START + timedelta(hours=self._turn) if self.log.clock == "simulated" else None
            with suppress(RuleBroken, NotFound):
                receipt = execute(
                    self.log, self._vault, command, CLERK, key=f"turn-{self._turn}", at=at
                )
                if opens:
                    streams.append(receipt.stream)

    def _day(self) -> date:
        return DAY + timedelta(days=self._random.choice([0, 0, 30, 60, 90, 200, 400]))

    def _version(self, stream: UUID) -> int:
        return self._random.randint(1, max(1, len(self.log.read(stream))))

    def _municipality(self) -> str:
        return self._random.choice(["203246", "202126", "202142"])

    def _worker(self, worker: UUID | None) -> Command:
        if worker is None:
            return registration(f"W-{self._turn}", municipality=self._municipality())
        about = {"worker_id": worker, "effective_on": self._day()}
        skill = {"framework": "dss", "skill": self._random.choice(["data-entry", "web"])}
        level = {"framework_version": "1.2", "level": self._random.randint(0, 4)}
        assessed = {"assessor": uuid4(), "method": "test"}
        name = {"name": f"架空 {self._turn}", "kana": "カクウ"}
        moved = {"municipality": self._municipality()}
        wrong = {"version": self._version(worker)}
        options: list[Callable[[], Command]] = [
            lambda: work.MoveWorker.model_validate(about | moved),
            lambda: work.ChangeName.model_validate(about | name),
            lambda: work.ClaimSkill.model_validate(about | skill | level),
            lambda: work.AssessSkill.model_validate(about | skill | level | assessed),
            lambda: work.WithdrawSkill.model_validate(about | skill),
            lambda: work.Leave.model_validate(about),
            lambda: work.Return.model_validate(about),
            lambda: work.CorrectSkill.model_validate(
                about | wrong | {"now": {"level": self._random.randint(0, 4)}}
            ),
            lambda: work.CorrectSkill.model_validate(
                about | wrong | {"now": {"level": self._random.randint(0, 4)}}
            ),
            lambda: work.CorrectSkill.model_validate(
                about | wrong | {"now": {"level": self._random.randint(0, 4)}}
            ),
            lambda: work.CorrectRegistration.model_validate(about | wrong | {"now": moved}),
            lambda: work.CorrectRegistration.model_validate(
                about | wrong | {"now": {"effective_on": self._day().isoformat()}}
            ),
            lambda: work.CorrectRegistration.model_validate(
                about | wrong | {"now": {"kana": "カクウ"}}
            ),
        ]
        return self._random.choice(options)()

    def _expenditure(self, expenditure: UUID | None) -> Command:
        amount = {"amount": self._random.randint(1, 5) * 1000, "effective_on": self._day()}
        if expenditure is None:
            charge = {
                "number": f"R6-{self._turn}",
                "line": "2-training",
                "pillar": "2",
                "budget_item": "r2:12",
                "fiscal_year": "R6",
                "municipality": "203246",
                "purpose": "研修",
                "programme": "own:203246",
            }
            return spend.CommitExpenditure.model_validate(charge | amount)
        about = {"expenditure_id": expenditure}
        wrong = about | {"version": self._version(expenditure), "effective_on": self._day()}
        options: list[Callable[[], Command]] = [
            lambda: spend.PayExpenditure.model_validate(about | amount),
            lambda: spend.ReturnExpenditure.model_validate(about | amount),
            lambda: spend.VoidExpenditure.model_validate(wrong),
            lambda: spend.CorrectExpenditure.model_validate(
                wrong | {"now": {"amount": self._random.randint(1, 5) * 1000}}
            ),
        ]
        return self._random.choice(options)()

    def _fact(self, fact: UUID | None) -> Command:
        counted = {"kpi": "kpi1", "subject": uuid4(), "municipality": "joint"}
        if fact is None:
            on = self._day()
            return kpi.CountFact.model_validate(
                counted | {"fiscal_year": fiscal_year_of(on), "effective_on": on}
            )
        wrong = {"fact_id": fact, "version": self._version(fact), "effective_on": self._day()}
        if self._random.random() < 0.5:
            return kpi.VoidFact.model_validate(wrong)
        return kpi.CorrectFact.model_validate(
            wrong | {"now": {"municipality": self._municipality()}}
        )


def table(url: str, schema: str, name: str, where: str = "") -> list[tuple[Any, ...]]:
    """Give a projection's rows as its view shows them, in an order of their own."""
    order = "stream, row_key, version, from_position"
    return ask(url, f"SELECT * FROM {{}}.{{}} {where} ORDER BY {order}", schema, name)  # noqa: S608


def tables(url: str, schema: str) -> dict[str, list[tuple[Any, ...]]]:
    """Give the rows of all projections."""
    return {name: table(url, schema, name) for name in NAMES}


def rebuilt(url: str, log: PostgresLog) -> dict[str, list[tuple[Any, ...]]]:
    """Give the rows of all projections after folding them from nothing."""
    with closing(Datastore(url, log.schema, pool_size=3)) as datastore:
        build_anew(log, datastore)
    return tables(url, log.schema)


def build_anew(log: PostgresLog, datastore: Datastore, *names: str) -> Rebuilt:
    """Build the named projections anew, or all; nothing is recorded of it in these examples."""
    store, building = PostgresProjections(datastore), PostgresBuilding(datastore)
    wanted = [PROJECTIONS[name] for name in names or PROJECTIONS]
    return rebuild(log, store, building, wanted)


@pytest.fixture
def store(postgres_url: str, simulated_log: PostgresLog) -> Iterator[PostgresProjections]:
    """Give the projection tables of the simulated log."""
    with closing(Datastore(postgres_url, simulated_log.schema, pool_size=3)) as datastore:
        store = PostgresProjections(datastore)
        store.prepare()
        yield store


@pytest.mark.parametrize("seed", range(4))
def test_live_rows_are_the_rebuilt_rows(
    simulated_log: PostgresLog,
    store: PostgresProjections,
    postgres_url: str,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    """In whatever batches a history came in, its rows and their positions are the same."""
    monkeypatch.setattr(projector_module, "BATCH", 7)
    monkeypatch.setattr(projector_module, "STREAMS_IN_MEMORY", 3)
    programme, projector = Programme(simulated_log, seed), Projector(simulated_log, store)
    for turns in (1, 30, 3, 60, 60):
        programme.go_on(turns)
        assert projector.catch_up() == simulated_log.last()[0]
    live = tables(postgres_url, simulated_log.schema)

    assert all(live[name] for name in MET)
    assert live == rebuilt(postgres_url, simulated_log)


@pytest.mark.parametrize("seed", range(2))
def test_the_rows_at_a_position_are_the_fold_of_what_came_up_to_it(
    simulated_log: PostgresLog, store: PostgresProjections, postgres_url: str, seed: int
) -> None:
    """As of P is what a fresh fold of the first P events gives, at every P."""
    Programme(simulated_log, seed).go_on(70)
    last = Projector(simulated_log, store).catch_up()
    for name, projection in PROJECTIONS.items():
        rows = table(postgres_url, simulated_log.schema, name)
        columns = [
            column
            for (column,) in ask(
                postgres_url,
                "SELECT column_name::text FROM information_schema.columns"
                " WHERE table_schema = %(schema)s AND table_name = %(name)s"
                " ORDER BY ordinal_position",
                schema=simulated_log.schema,
                name=name,
            )
        ]
        start, end = columns.index("from_position"), columns.index("to_position")
        for position in range(last + 1):
            shown = [row for row in rows if row[start] <= position < row[end]]
            fresh = fold_prefix(simulated_log, projection, position).live.values()
            assert len(shown) == len(fresh)
            by_id = {(row[0], row[1], row[2]): row for row in shown}
            for version in fresh:
                row = dict(
                    zip(columns, by_id[version.stream, version.said.key, version.said.version],
                        strict=True)
                )  # fmt: skip
                assert row["from_position"] == version.from_position
                assert row["valid_from"] == version.said.valid_from
                assert row["holds"] == (version.said.row is not None)
                for field in projection.row.__dataclass_fields__:
                    told = getattr(version.said.row, field, None)
                    assert row[field] == getattr(told, "value", told)


def test_the_database_and_the_fold_agree_at_every_position(
    simulated_log: PostgresLog, store: PostgresProjections, postgres_url: str
) -> None:
    """The half-open interval is right in SQL too: no row is missing or there twice."""
    Programme(simulated_log, 9).go_on(60)
    last = Projector(simulated_log, store).catch_up()
    for name, projection in PROJECTIONS.items():
        counted = ask(
            postgres_url,
            "SELECT p, count(v.stream) FROM generate_series(0, %(last)s) AS p"
            " LEFT JOIN {}.{} v ON v.from_position <= p AND p < v.to_position"
            " GROUP BY p ORDER BY p",
            simulated_log.schema,
            name,
            last=last,
        )
        fresh = [len(fold_prefix(simulated_log, projection, p).live) for p in range(last + 1)]
        assert [count for _, count in counted] == fresh


class Switch:
    """A projection of workers whose fold fails while it is switched on."""

    def __init__(self) -> None:
        """Start healthy."""
        self.on = False
        self.projection: Projection[Any] = replace(WORKERS, fold=self._fold)
        self.projections = (self.projection, *(p for p in PROJECTIONS.values() if p is not WORKERS))

    def _fold(self, rows: Rows[WorkerRow], recorded: Recorded) -> None:
        if self.on:
            msg = "架空の故障"
            raise ArithmeticError(msg)
        WORKERS.fold(rows, recorded)


def test_a_projection_that_fails_stops_alone_and_says_why(
    simulated_log: PostgresLog, store: PostgresProjections, postgres_url: str
) -> None:
    """The reason outlives the process; the others go on, and what it showed before still stands."""
    programme, switch = Programme(simulated_log, 1), Switch()
    projector = Projector(simulated_log, store, switch.projections)
    programme.go_on(20)
    before = projector.catch_up()
    stood = table(postgres_url, simulated_log.schema, "workers")
    switch.on = True
    programme.go_on(30)
    after = projector.catch_up()
    status = PostgresProjections(store._datastore).status()

    assert after == simulated_log.last()[0] > before
    failed = status.pop("workers")
    assert failed.position == before
    assert failed.failed_at is not None
    assert before < failed.failed_at <= after
    assert failed.error == "ArithmeticError: 架空の故障"
    assert {(s.position, s.failed_at, s.error) for s in status.values()} == {(after, None, None)}
    assert table(postgres_url, simulated_log.schema, "workers") == stood


def test_a_projection_that_failed_goes_on_after_its_rebuild(
    simulated_log: PostgresLog, store: PostgresProjections, postgres_url: str
) -> None:
    """Once mended and rebuilt it follows the log again, and nothing is missing or there twice."""
    programme, switch = Programme(simulated_log, 2), Switch()
    projector = Projector(simulated_log, store, switch.projections)
    for on in (False, True):
        switch.on = on
        programme.go_on(25)
        projector.catch_up()
    switch.on = False
    build_anew(simulated_log, store._datastore, "workers")
    programme.go_on(25)
    last = projector.catch_up()

    assert {(s.position, s.error) for s in store.status().values()} == {(last, None)}
    live = tables(postgres_url, simulated_log.schema)
    assert live == rebuilt(postgres_url, simulated_log)


def test_a_rebuild_elsewhere_is_noticed(
    simulated_log: PostgresLog, store: PostgresProjections, postgres_url: str
) -> None:
    """The projector that saw the failure does not go on from what it had in memory then."""
    programme, switch = Programme(simulated_log, 3), Switch()
    projector = Projector(simulated_log, store, switch.projections)
    for on in (False, True):
        switch.on = on
        programme.go_on(25)
        projector.catch_up()
    switch.on = False
    build_anew(simulated_log, store._datastore, "workers")
    programme.go_on(40)
    projector.catch_up()

    live = tables(postgres_url, simulated_log.schema)
    assert live == rebuilt(postgres_url, simulated_log)


def test_a_rebuild_may_run_ahead_of_the_others(
    simulated_log: PostgresLog, store: PostgresProjections, postgres_url: str
) -> None:
    """One projection rebuilt while the rest lag behind loses nothing when all go on together."""
    programme, projector = Programme(simulated_log, 4), Projector(simulated_log, store)
    programme.go_on(25)
    projector.catch_up()
    programme.go_on(25)
    build_anew(simulated_log, store._datastore, "skill_map", "workers")
    projector.catch_up()
    programme.go_on(40)
    projector.catch_up()

    live = tables(postgres_url, simulated_log.schema)
    assert live == rebuilt(postgres_url, simulated_log)


def filled(municipality: str, rows: int) -> RowVersions:
    """Make rows that all say the same municipality."""
    made = RowVersions()
    for number in range(rows):
        stream = UUID(int=number)
        row = WorkerRow(
            worker_id=stream,
            person_id=stream,
            number=f"W-{number}",
            name="0" * 64,
            kana="0" * 64,
            birth_date=None,
            contact=None,
            municipality=municipality,
            registered_on=DAY,
        )
        said = Said(row.number, 1, DAY, number + 2, taken_over=False, row=row)
        made.live[stream, said.key, 1] = RowVersion(stream, said, number + 2)
    return made


def test_readers_see_the_old_table_or_the_new_one(
    store: PostgresProjections, simulated_log: PostgresLog, postgres_url: str
) -> None:
    """While a rebuild switches, the view is never away and never a mixture."""
    contents = {"203246": 300, "202126": 500}
    building = PostgresBuilding(store._datastore)

    def put(name: str) -> None:
        building.begin([WORKERS], upto=0)
        building.apply(1, {"workers": filled(name, contents[name])})
        building.switch([WORKERS])

    put("203246")
    done, seen = Event(), set()
    question = (
        f"SELECT municipality, count(*)::int FROM {simulated_log.schema}.workers"  # noqa: S608
        f" WHERE to_position = {FOREVER} GROUP BY municipality"
    ).encode()

    def read() -> None:
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            while not done.is_set():
                seen.add(tuple(connection.execute(question).fetchall()))

    def switch() -> None:
        try:
            for number in range(30):
                put(("202126", "203246")[number % 2])
        finally:
            done.set()

    assert at_once([switch, read, read, read]) == [None] * 4
    assert seen == {((name, count),) for name, count in contents.items()}
    leftover = ask(
        postgres_url,
        "SELECT count(*) FROM pg_tables WHERE schemaname = %(schema)s"
        " AND tablename LIKE 'workers%%'",
        schema=simulated_log.schema,
    )
    assert leftover == [(1,)]


def test_of_two_projectors_only_one_writes(
    simulated_log: PostgresLog,
    store: PostgresProjections,
    postgres_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second leaves it to the first while that one is at work, and takes over afterwards."""
    programme = Programme(simulated_log, 5)
    programme.go_on(20)
    first = Projector(simulated_log, store)
    with closing(Datastore(postgres_url, simulated_log.schema, pool_size=3)) as datastore:
        other = PostgresProjections(datastore)
        second, busy, go_on = Projector(simulated_log, other), Event(), Event()
        written: list[str] = []
        apply = store.apply

        def slowly(position: int, changes: Mapping[str, RowVersions]) -> None:
            busy.set()
            go_on.wait(10)
            apply(position, changes)
            written.append("first")

        def noted(position: int, changes: Mapping[str, RowVersions]) -> None:
            PostgresProjections.apply(other, position, changes)
            written.append("second")

        monkeypatch.setattr(store, "apply", slowly)
        monkeypatch.setattr(other, "apply", noted)
        thread = Thread(target=first.catch_up)
        thread.start()
        busy.wait(10)
        assert second.catch_up() == 0
        monkeypatch.setattr(rebuild_module, "LONGEST_WAIT_SECONDS", 0.1)
        with pytest.raises(Busy):
            build_anew(simulated_log, datastore, "workers")
        assert written == []
        go_on.set()
        thread.join()
        assert written == ["first"]
        programme.go_on(20)
        second.catch_up()
        assert written == ["first", "second"]
        programme.go_on(20)
        first.catch_up()

    live = tables(postgres_url, simulated_log.schema)
    assert live == rebuilt(postgres_url, simulated_log)


class DiedError(Exception):
    """The projector was killed here."""


class Dying(PostgresProjections):
    """Tables whose projector is killed at a chosen point of its next write."""

    point: str | None = None

    def apply(self, position: int, changes: Mapping[str, RowVersions]) -> None:
        """Write, unless killed before; be killed afterwards if that was chosen."""
        self._die("before the transaction")
        super().apply(position, changes)
        self._die("after the commit")

    def _write(self, *about: Any, **more: Any) -> None:  # noqa: ANN401 - whatever it is given
        super()._write(*about, **more)
        self._die("within the transaction")

    def _die(self, point: str) -> None:
        if self.point == point:
            self.point = None
            raise DiedError(point)


POINTS = ("before the transaction", "within the transaction", "after the commit")


@pytest.mark.parametrize("survives", [False, True])
def test_a_projector_killed_at_any_point_counts_nothing_twice(
    simulated_log: PostgresLog,
    store: PostgresProjections,
    postgres_url: str,
    monkeypatch: pytest.MonkeyPatch,
    *,
    survives: bool,
) -> None:
    """Fifty times killed before, within or after a commit: the tables are the fold all the same.

    Whether a new process goes on, or the same one after an error of the database.
    """
    monkeypatch.setattr(projector_module, "BATCH", 3)
    chance, programme = Random(6), Programme(simulated_log, 6)  # noqa: S311
    tables_ = Dying(store._datastore)
    projector, deaths = Projector(simulated_log, tables_), 0
    while deaths < 50:
        programme.go_on(2)
        tables_.point = chance.choice(POINTS)
        try:
            projector.catch_up()
        except DiedError:
            deaths += 1
            if not survives:
                projector = Projector(simulated_log, tables_)
        if chance.random() < 0.3:
            tables_.point = None
            projector.catch_up()
    tables_.point = None
    projector.catch_up()

    live = tables(postgres_url, simulated_log.schema)
    assert live == rebuilt(postgres_url, simulated_log)


def test_everyday_use_meets_every_kind_of_event(simulated_log: PostgresLog) -> None:
    """The histories above are worth something: there are corrections and voidings in them."""
    Programme(simulated_log, 0).go_on(250)
    events = list(simulated_log.events(after=1))

    assert len(events) > 100
    assert {event.event.TOPIC.split(".")[0] for event in events} == {"worker", "expenditure", "kpi"}
    topics = {event.event.TOPIC for event in events}
    assert {t for t in topics if t.endswith("corrected")} >= {
        "worker.skill_corrected",
        "worker.registration_corrected",
        "expenditure.corrected",
        "kpi.fact_corrected",
    }
    assert {"expenditure.voided", "kpi.fact_voided"} <= topics
