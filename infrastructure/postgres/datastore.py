"""The library's datastore, opened by a connection string and with our time limits."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from eventsourcing.persistence import InterfaceError, OperationalError
from eventsourcing.postgres import ConnectionPool, PostgresDatastore
from psycopg import Connection
from psycopg.rows import DictRow, dict_row

from application.ports import Unavailable

LOCK_TIMEOUT_SECONDS = 5.0
NO = {"", "n", "no", "f", "false", "off", "0"}


class UnsafeSettingError(Exception):
    """The environment asks for something of the library that the log must not do."""


class Datastore(PostgresDatastore):
    """A pool of connections to one consortium's schema.

    A lock that is not had within `lock_timeout` seconds, or a connection within `pool_timeout`,
    is an error: the caller's key makes a retry safe.
    """

    def __init__(
        self,
        url: str,
        schema: str,
        *,
        pool_size: int = 3,
        pool_timeout: float = 5.0,
        lock_timeout: float = LOCK_TIMEOUT_SECONDS,
    ) -> None:
        """Prepare the pool; it opens with its first connection."""
        _refuse_unsafe_settings()
        self._lock_timeout_ms = int(lock_timeout * 1000)
        super().__init__("", "", "", "", "", schema=schema)
        self.pool = ConnectionPool(
            url,
            connection_class=Connection[DictRow],
            kwargs={"row_factory": dict_row},
            min_size=1,
            max_size=pool_size,
            open=False,
            configure=self.after_connect_func(),
            timeout=pool_timeout,
        )

    @contextmanager
    def get_connection(self) -> Iterator[Connection[DictRow]]:
        """Give a connection; raises `Unavailable` at once where the library would try again."""
        try:
            with super().get_connection() as conn:
                yield conn
        except (InterfaceError, OperationalError) as error:
            raise Unavailable(str(error)) from error

    def after_connect_func(self) -> Callable[[Connection[Any]], None]:
        """Give what every new connection is set to."""
        limit = self._lock_timeout_ms

        def after_connect(conn: Connection[Any]) -> None:
            conn.autocommit = True
            conn.execute(
                "SELECT set_config('lock_timeout', %s, false),"
                " set_config('idle_in_transaction_session_timeout', '5s', false),"
                " set_config('timezone', 'UTC', false)",
                [f"{limit}ms"],
            )

        return after_connect


def _refuse_unsafe_settings() -> None:
    # The library's database functions lose events for readers, and every log's states are open
    # JSON that anyone can hash: whoever sets these expects what will not happen.
    if os.environ.get("POSTGRES_ENABLE_DB_FUNCTIONS", "").strip().lower() not in NO:
        raise UnsafeSettingError("POSTGRES_ENABLE_DB_FUNCTIONS loses events; unset it")
    for name in ("CIPHER_TOPIC", "COMPRESSOR_TOPIC"):
        if os.environ.get(name):
            raise UnsafeSettingError(f"{name} is set, but states are kept as they are; unset it")
