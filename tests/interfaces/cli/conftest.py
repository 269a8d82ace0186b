"""The command line over databases of their own."""

from collections.abc import Iterator

import pytest

from tests.application.demo.given import Api, Ayumi, database, served, told


@pytest.fixture
def empty(postgres_url: str) -> Iterator[Ayumi]:
    """Give a command line that finds nothing recorded."""
    with database(postgres_url) as url:
        yield Ayumi(url)


@pytest.fixture
def ayumi(postgres_url: str) -> Iterator[Ayumi]:
    """Give a command line over the demonstration, in a copy that a test may change."""
    with told(postgres_url) as url:
        yield Ayumi(url)


@pytest.fixture(scope="session")
def reader(postgres_url: str) -> Iterator[Ayumi]:
    """Give a command line over the demonstration that many tests read and none changes."""
    with told(postgres_url) as url:
        yield Ayumi(url)


@pytest.fixture(scope="session")
def api(reader: Ayumi) -> Iterator[Api]:
    """Give the API of the same record."""
    with served(reader.url) as found:
        yield found
