"""A log on a real PostgreSQL whose checkpoints are signed at a desk in a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from application.service import Consortium
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from tests.infrastructure.signing.given import NAME, put_up


@pytest.fixture
def desk(tmp_path: Path) -> FileDesk:
    """Give a desk with a key."""
    desk = FileDesk(tmp_path, NAME)
    desk.create_key()
    return desk


@pytest.fixture
def consortium(log: PostgresLog, postgres_url: str, desk: FileDesk) -> Iterator[Consortium]:
    """Give a consortium whose log keeps the server's time."""
    with put_up(postgres_url, log, desk) as found:
        yield found


@pytest.fixture
def simulated(
    simulated_log: PostgresLog, postgres_url: str, desk: FileDesk
) -> Iterator[Consortium]:
    """Give a consortium whose log takes its time from the test."""
    with put_up(postgres_url, simulated_log, desk) as found:
        yield found
