"""Logs on a real PostgreSQL, each in a schema of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections

OpenLog = Callable[..., PostgresLog]


@pytest.fixture
def open_log(postgres_url: str, schema: str) -> Iterator[OpenLog]:
    """Open the test's log once more, as another process would; keywords go to its datastore."""
    with ExitStack() as opened:

        def again(url: str = postgres_url, **limits: float) -> PostgresLog:
            datastore = Datastore(url, schema, **limits)  # type: ignore[arg-type]
            return opened.enter_context(
                closing(PostgresLog.open(datastore, origin=f"test/{schema}"))
            )

        yield again


@pytest.fixture
def log(open_log: OpenLog) -> PostgresLog:
    """Give a log that keeps the server's time."""
    return open_log()


@pytest.fixture
def simulated_log(postgres_url: str) -> Iterator[PostgresLog]:
    """Give a log that takes its time from the test and was opened on 2024-04-01."""
    datastore = Datastore(postgres_url, f"test_{uuid4().hex}")
    origin = f"test/{datastore.schema}"
    at = datetime(2024, 4, 1, tzinfo=UTC)
    with closing(PostgresLog.open(datastore, origin=origin, clock="simulated", at=at)) as log:
        yield log


@pytest.fixture
def vault(log: PostgresLog) -> PostgresVault:
    """Give the vault of `log`."""
    return PostgresVault(log._datastore, log.origin, log.namespace)


@pytest.fixture
def projections(postgres_url: str, schema: str, log: PostgresLog) -> Iterator[PostgresProjections]:
    """Give the projection tables of `log`, on connections of their own."""
    with closing(Datastore(postgres_url, log.schema)) as datastore:
        assert log.schema == schema
        store = PostgresProjections(datastore)
        store.prepare()
        yield store
