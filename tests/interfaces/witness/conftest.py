"""A service on loopback, and two witnesses in office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from infrastructure.signing.desk import FileDesk
from interfaces.http.app import create_app
from tests.interfaces.http.given import opened
from tests.interfaces.witness.carried import TRUE, Witness, note
from tests.interfaces.witness.given import Served, serving


@pytest.fixture(scope="session")
def app() -> FastAPI:
    """Give the application; each test lets it serve a consortium of its own."""
    return create_app({})


@pytest.fixture
def unwitnessed(postgres_url: str, schema: str, app: FastAPI, tmp_path: Path) -> Iterator[Served]:
    """Give a consortium of two municipalities whose log is signed, and has no witness yet."""
    desk = FileDesk(tmp_path / "desk", "demo")
    desk.create_key()
    with opened(postgres_url, schema, app, desk=desk) as api, serving(app) as url:
        served = Served(api, url, desk, tmp_path)
        served.form()
        yield served


@pytest.fixture
def served(unwitnessed: Served) -> Served:
    """Give a consortium with two witnesses, whose log is signed."""
    for name in ("omachi", "tateshina"):
        unwitnessed.appoint(name, unwitnessed.make_key(name))
    unwitnessed.grow()
    return unwitnessed


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    """Give a witness that has co-signed five events of an epoch."""
    found = Witness(tmp_path)
    assert found.sign(note("log/1", TRUE[:5])) == 0
    return found
