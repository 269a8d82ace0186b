"""The library's datastore, opened by a connection string and with our time limits."""

from collections.abc import Callable
from typing import Any

from eventsourcing.postgres import ConnectionPool, PostgresDatastore
from psycopg import Connection
from psycopg.rows import DictRow, dict_row

LOCK_TIMEOUT_SECONDS = 5.0


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
        pool_size: int = 2,
        pool_timeout: float = 5.0,
        lock_timeout: float = LOCK_TIMEOUT_SECONDS,
    ) -> None:
        """Prepare the pool; it opens with its first connection."""
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
