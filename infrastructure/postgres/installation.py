"""All consortia of one PostgreSQL server: one schema each, and one pool to read rows with."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from psycopg.sql import SQL, Identifier
from psycopg_pool import ConnectionPool

from application.evidence.desk import Desk
from application.evidence.timestamps import Timestamper
from application.ports import Clock, ClockRefused
from application.projecting.activation import record_activations
from application.projecting.live import LiveProjector
from application.projecting.projection import Projection
from application.projecting.projector import Projector
from application.registry import PROJECTIONS
from application.service import Consortium, NoSuchConsortium
from infrastructure.documents.files import SpreadsheetFiles
from infrastructure.keys.trails import PostgresTrails
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.building import PostgresBuilding
from infrastructure.postgres.checking import PostgresChecker
from infrastructure.postgres.checkpoints import PostgresCheckpoints
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import NotOpened, PostgresLog
from infrastructure.postgres.projections import PostgresProjections
from infrastructure.postgres.rows import PostgresRows
from infrastructure.signing.cosignature import is_cosignature
from infrastructure.signing.desk import FileDesk
from infrastructure.signing.timestamps import NO_AUTHORITY

NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
READERS = 8


class PostgresInstallation:
    """Opens consortia on the server that `url` names, and closes them with itself."""

    def __init__(
        self,
        url: str,
        today: Callable[[], date],
        signing_dir: Path | None = None,
        simulated_signing_dir: Path | None = None,
        timestamper: Timestamper = NO_AUTHORITY,
    ) -> None:
        """Connect when something is first asked; `today` gives the present day in Japan.

        `signing_dir` is where the desks of the signer are; without it nothing is signed, but for
        logs with a simulated clock in `simulated_signing_dir`.
        """
        self._url = url
        self._today = today
        self._timestamper = timestamper
        self._signing_dirs: dict[Clock, Path | None] = {
            "server": signing_dir,
            "simulated": signing_dir or simulated_signing_dir,
        }
        self._logs: dict[str, PostgresLog] = {}
        self._open: dict[str, Consortium] = {}
        self._readers = ConnectionPool(
            url,
            min_size=1,
            max_size=READERS,
            kwargs={"autocommit": True, "options": "-c timezone=UTC"},
            timeout=5.0,
            open=False,
        )

    def __enter__(self) -> Self:
        """Open the pool of readers."""
        self._readers.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close every consortium and the pool."""
        for log in self._logs.values():
            log.close()
        self._readers.close()

    def names(self) -> list[str]:
        """Give the names of all consortia whose log has been opened."""
        with self._readers.connection() as conn:
            rows = conn.execute(
                "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'c\\_%'"
                " AND to_regclass(quote_ident(nspname) || '.answers') IS NOT NULL ORDER BY 1"
            ).fetchall()
        return [row[0][2:].replace("_", "-") for row in rows]

    def take_up(self, name: str) -> Consortium:
        """Give a consortium; raises `NoSuchConsortium`. It stays open with the installation."""
        if name not in self._open:
            datastore = self._datastore(name)
            try:
                self._take_up(name, datastore, PostgresLog(datastore))
            except NotOpened:
                datastore.close()
                raise NoSuchConsortium(name) from None
        return self._open[name]

    def found(
        self, name: str, *, clock: Clock = "server", at: datetime | None = None
    ) -> Consortium:
        """Open the log of a consortium if that has not been done, and give it."""
        if name not in self._open:
            datastore = self._datastore(name)
            log = PostgresLog.open(datastore, origin=f"ayumi/{name}", clock=clock, at=at)
            self._take_up(name, datastore, log)
        return self._open[name]

    def drop_simulated(self, name: str) -> None:
        """Remove a consortium whose clock is simulated; refuses any other."""
        try:
            consortium = self.take_up(name)
        except NoSuchConsortium:
            return
        if consortium.log.clock != "simulated":
            raise ClockRefused(f"{name} is a real record: its log keeps the server's time")
        if consortium.desk:
            consortium.desk.begin_anew()
        del self._open[name]
        self._logs.pop(name).close()
        with self._readers.connection() as conn:
            conn.execute(SQL("DROP SCHEMA {} CASCADE").format(Identifier(schema_of(name))))

    @contextmanager
    def projecting(self, consortium: Consortium) -> Iterator[LiveProjector]:
        """Project what is recorded, in the background, as long as the context lasts."""
        log = self._logs[consortium.name]
        with LiveProjector(consortium.name, consortium.projector) as live:
            log.after_commit.append(live.wake)
            try:
                yield live
            finally:
                log.after_commit.remove(live.wake)

    def _datastore(self, name: str) -> Datastore:
        return Datastore(self._url, schema_of(name))

    def _take_up(self, name: str, datastore: Datastore, log: PostgresLog) -> None:
        self._logs[name] = log
        folder = self._signing_dirs[log.clock]
        desk = FileDesk(folder, name) if folder else None
        self._open[name] = put_together(
            name,
            log,
            datastore,
            self._readers,
            self._today,
            desk=desk,
            timestamper=self._timestamper,
        )


def put_together(  # noqa: PLR0913 - the parts of a consortium
    name: str,
    log: PostgresLog,
    datastore: Datastore,
    readers: ConnectionPool[Any],
    today: Callable[[], date],
    *,
    projections: Mapping[str, Projection[Any]] = PROJECTIONS,
    desk: Desk | None = None,
    timestamper: Timestamper = NO_AUTHORITY,
) -> Consortium:
    """Give a consortium whose projections are kept with `datastore` and read through `readers`.

    Projections that have no table yet get one, and the log says which versions are in force.
    """
    store = PostgresProjections(datastore, projections=projections)
    store.prepare()
    record_activations(log, store)
    return Consortium(
        name=name,
        log=log,
        vault=PostgresVault(datastore, log.origin, log.namespace),
        store=store,
        building=PostgresBuilding(datastore),
        checker=PostgresChecker(datastore),
        projector=Projector(log, store, tuple(projections.values())),
        rows=PostgresRows(readers, datastore.schema),
        files=SpreadsheetFiles(),
        checkpoints=PostgresCheckpoints(datastore),
        trails=PostgresTrails(datastore, log.origin),
        desk=desk,
        is_cosignature=is_cosignature,
        timestamper=timestamper,
        today=today,
    )


def schema_of(name: str) -> str:
    """Give the schema of a consortium; raises ValueError for a name that is none."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not a consortium's name: write {NAME.pattern}")
    return f"c_{name.replace('-', '_')}"
