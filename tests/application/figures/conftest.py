"""Logs on a real PostgreSQL that take their time from a test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog

NewLog = Callable[[], PostgresLog]


@pytest.fixture
def new_log(postgres_url: str) -> Iterator[NewLog]:
    """Open the log of one more consortium, on 2024-04-01."""
    with ExitStack() as opened:

        def another() -> PostgresLog:
            datastore = Datastore(postgres_url, f"test_{uuid4().hex}")
            log = PostgresLog.open(
                datastore,
                origin=f"test/{datastore.schema}",
                clock="simulated",
                at=datetime(2024, 4, 1, tzinfo=UTC),
            )
            return opened.enter_context(closing(log))

        yield another
