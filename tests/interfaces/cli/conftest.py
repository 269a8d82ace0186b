"""The command line over databases of their own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.application.demo.given import Api, Ayumi, database, served, told
from tests.given_bundles import page_of_the_tests


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


@pytest.fixture
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let bundles have a page of the tests, where nobody has made that of the verifier."""
    with page_of_the_tests(tmp_path_factory.mktemp("page")):
        yield


@pytest.fixture
def signing(ayumi: Ayumi, page: None, tmp_path: Path) -> Ayumi:  # noqa: ARG001 - it is in place
    """Give a command line over the demonstration, with a key to sign."""
    signing = replace(ayumi, signing_dir=tmp_path / "signing")
    signing.said("key", "new")
    return signing


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Give a place for a file, in a folder that holds nothing else."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "file.xlsx"


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
