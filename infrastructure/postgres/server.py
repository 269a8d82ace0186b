"""The PostgreSQL that comes with the service, for when no database is configured.

A demonstration, a test run and an evaluator's offline replay need a real PostgreSQL and nobody to
install one. It listens on a Unix socket inside its own private folder and nowhere else.
"""

import atexit
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import Literal, Self
from urllib.parse import quote

import psycopg
from psycopg import errors, sql

from infrastructure.postgres import server_files
from infrastructure.postgres.server_exit import before_death, undisturbed
from infrastructure.postgres.server_library import PostgresServer, get_server, plain_environment

DATABASE = "ayumi"

_NOT_DURABLE = ("fsync", "synchronous_commit", "full_page_writes")
_handles: Counter[Path] = Counter()


class EmbeddedServer:
    """A PostgreSQL 18 of our own: running from `start` until the last process lets go of it.

    Processes that name the same folder share one server. It is stopped on `stop`, at exit, and on
    SIGTERM, SIGINT and SIGHUP; after SIGKILL it runs on, and the next `start` takes it over.
    """

    def __init__(self, data_dir: Path | None = None) -> None:
        """Prepare a server whose data stays in `data_dir`, by default `default_data_dir()`."""
        chosen = data_dir or server_files.default_data_dir()
        self._data_dir = chosen.expanduser().resolve()
        self._mode: Literal["stop", "delete"] = "stop"
        self._server: PostgresServer | None = None
        self._owner = 0

    @classmethod
    def ephemeral(cls) -> Self:
        """Prepare a server for tests: quick, not durable, gone with its data once stopped."""
        server = cls(server_files.temporary_dir() / "data")
        server._mode = "delete"
        return server

    @property
    def data_dir(self) -> Path:
        """The folder that holds the data and the socket."""
        return self._data_dir

    @property
    def url(self) -> str:
        """The libpq URL of the service's database; the server has to be started."""
        return self._url(DATABASE)

    def start(self) -> Self:
        """Start the server, or join the one that already runs on this folder.

        Raises `server_files.RefusedError` where that would open a private folder to others.
        """
        with undisturbed():
            if self._server is None:
                self._server = _join(self._data_dir, self._mode)
                self._owner = os.getpid()
                before_death.add(self.stop)
                atexit.register(self.stop)
        self._prepare_database()
        return self

    def stop(self) -> None:
        """Let go of the server; it stops once no process holds it."""
        with undisturbed():
            server, self._server = self._server, None
            # a forked child inherits this object, but the handle is its parent's
            if server is None or self._owner != os.getpid():
                return
            before_death.discard(self.stop)
            atexit.unregister(self.stop)
            _leave(server, self._data_dir)
            if self._mode == "delete":
                shutil.rmtree(self._data_dir.parent, ignore_errors=True)

    def __enter__(self) -> Self:
        """Start."""
        return self.start()

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.stop()

    def _url(self, database: str) -> str:
        if self._server is None:
            raise RuntimeError("the embedded PostgreSQL is not started")
        info = self._server.get_postmaster_info()
        host = quote(str(info.socket_dir), safe="")
        return f"postgresql://postgres@/{database}?host={host}&port={info.port}"

    def _prepare_database(self) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True) as admin:
            if self._mode == "delete":
                for setting in _NOT_DURABLE:
                    admin.execute(
                        sql.SQL("alter system set {} = off").format(sql.Identifier(setting))
                    )
                admin.execute("select pg_reload_conf()")
            found = admin.execute("select 1 from pg_database where datname = %s", [DATABASE])
            if found.fetchone() is None:
                _create_database(admin)


def _create_database(admin: psycopg.Connection) -> None:
    # text has to sort alike on every machine, so the machine's locale has no say
    create = sql.SQL(
        "create database {} template template0 encoding 'UTF8' locale_provider builtin"
        " builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C'"
    )
    try:
        admin.execute(create.format(sql.Identifier(DATABASE)))
    except (errors.DuplicateDatabase, errors.UniqueViolation):
        # a process that shares the server was quicker
        return


def _join(data_dir: Path, mode: Literal["stop", "delete"]) -> PostgresServer:
    server_files.prepare_data_dir(data_dir)
    server_files.use_readable_binaries()
    server = get_server(
        data_dir,
        cleanup_mode=mode,
        start=False,
        postgres_version=server_files.POSTGRES_VERSION,
    )
    # the library's own lock is one file for the whole machine, which only its creator may open
    server._lock = server_files.FolderLock(data_dir)  # noqa: SLF001
    if not _handles[data_dir]:
        with server._lock:  # noqa: SLF001 - the handle list is changed under no other
            server_files.forget_foreign_postmaster(data_dir)
            _forget_dead_processes(server)
        with plain_environment():
            server.start()
        # stopping is ours: the library's hook would look for files of a folder long gone
        atexit.unregister(server._cleanup)  # noqa: SLF001
    _handles[data_dir] += 1
    return server


def _leave(server: PostgresServer, data_dir: Path) -> None:
    _handles[data_dir] -= 1
    if not _handles[data_dir]:
        with server._lock:  # noqa: SLF001 - the handle list is changed under no other
            _forget_dead_processes(server)
            server.global_process_id_list.get_and_add(os.getpid())
        server.cleanup()


def _forget_dead_processes(server: PostgresServer) -> None:
    # one that was killed stays on the list, and nobody would ever be the last to leave
    handles = server.global_process_id_list
    for pid in handles.get_and_remove(os.getpid()):
        if not _is_alive(pid):
            handles.get_and_remove(pid)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
