"""What examples on a real PostgreSQL need."""

import gc
import os
from collections.abc import Iterator
from uuid import uuid4

import pytest

from infrastructure.postgres.server import EmbeddedServer

# A run keeps more than a million objects (models, applications, the demonstration): to look through
# all of them as often as Python does would take an eighth of its time.
gc.set_threshold(50_000, 10, 10)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Give the URL of a PostgreSQL: AYUMI_TEST_DATABASE_URL, or one that ends with the run."""
    configured = os.environ.get("AYUMI_TEST_DATABASE_URL")
    if configured:
        yield configured
        return
    with EmbeddedServer.ephemeral() as server:
        yield server.url


@pytest.fixture
def schema() -> str:
    """Give the name of a schema that nobody has made yet."""
    return f"test_{uuid4().hex}"
