"""The API of a consortium, with its log new and empty, or shared by tests that do not mind."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI

from infrastructure.signing.desk import FileDesk
from interfaces.http.app import create_app
from tests.interfaces.http.given import Api, OpenApi, opened


@pytest.fixture(scope="session")
def app() -> FastAPI:
    """Give the application; each test lets it serve a consortium of its own, named demo."""
    return create_app({})


@pytest.fixture
def open_api(postgres_url: str, schema: str, app: FastAPI) -> Iterator[OpenApi]:
    """Open a consortium and its API; keywords as in `opened`."""
    with ExitStack() as stack:

        def api(application: FastAPI = app, **keywords: Any) -> Api:  # noqa: ANN401
            return stack.enter_context(opened(postgres_url, schema, application, **keywords))

        yield api


@pytest.fixture
def desk(tmp_path: Path) -> FileDesk:
    """Give the desk of a signer, with a key."""
    desk = FileDesk(tmp_path, "demo")
    desk.create_key()
    return desk


@pytest.fixture
def api(open_api: OpenApi) -> Api:
    """Give the API of a consortium whose log keeps the server's time."""
    return open_api()


@pytest.fixture
def past_api(open_api: OpenApi) -> Api:
    """Give the API of a consortium that was opened on 2024-04-01 and takes its time from a test."""
    return open_api(clock="simulated", at=datetime(2024, 4, 1, tzinfo=UTC))


@pytest.fixture(scope="session")
def shared_api(postgres_url: str) -> Iterator[Api]:
    """Give an API that many tests share; they write only records of their own."""
    with opened(postgres_url, f"test_{uuid4().hex}", create_app({})) as api:
        yield api
