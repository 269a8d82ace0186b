"""The demonstration, recorded once in a run of the tests, in copies that a test may change."""

import atexit
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from fastapi import FastAPI
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier
from typer.testing import CliRunner, Result

from application.demo.story import record
from application.demo.teller import OPENED
from application.evidence.timestamps import Timestamper
from application.recorded import JAPAN
from application.service import Consortium, Installation
from infrastructure.documents.files import SpreadsheetFiles
from infrastructure.postgres.installation import PostgresInstallation
from infrastructure.signing.timestamps import NO_AUTHORITY
from interfaces.cli.app import create_cli
from interfaces.http.app import create_app
from interfaces.settings import Settings

with warnings.catch_warnings():
    # It would rather have a successor of httpx; the requests are the same.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

TODAY = date(2026, 11, 23)
YEAR_END = "2024-12-31"
GRANT = "grant:dx-r6"
MOMENTS: dict[str, dict[str, str]] = {
    "now": {},
    "valid on": {"valid_on": YEAR_END},
    "as of": {"as_of": YEAR_END},
    "both": {"valid_on": YEAR_END, "as_of": YEAR_END},
}


@contextmanager
def database(server: str, template: str = "template0") -> Iterator[str]:
    """Give a database of its own, empty or a copy of another, as long as the context lasts.

    The demonstration's name is fixed, so tests of it cannot share one.
    """
    name = f"test_{uuid4().hex}"
    _make(server, name, template)
    try:
        yield make_conninfo(server, dbname=name)
    finally:
        _drop(server, name)


@contextmanager
def told(server: str) -> Iterator[str]:
    """Give a database in which the demonstration has been recorded and projected."""
    with database(server, _recorded(server)) as copy:
        yield copy


@cache
def _recorded(server: str) -> str:
    name = f"test_{uuid4().hex}"
    _make(server, name, "template0")
    atexit.register(_drop, server, name)
    with PostgresInstallation(make_conninfo(server, dbname=name), lambda: TODAY) as installation:
        at = datetime.combine(OPENED, time.min, JAPAN)
        consortium = installation.found("demo", clock="simulated", at=at)
        for _ in record(consortium):
            pass
        consortium.projector.catch_up()
    return name


def _make(server: str, name: str, template: str) -> None:
    statement = SQL("CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8'")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement.format(Identifier(name), Identifier(template)))


def _drop(server: str, name: str) -> None:
    # A server of the tests' own may have gone, and all that it kept with it.
    with suppress(psycopg.OperationalError), psycopg.connect(server, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


@dataclass(frozen=True)
class Ayumi:
    """The command line over one database, on a day of the tests' choice; it signs in a folder."""

    url: str
    today: date = TODAY
    signing_dir: Path | None = None
    simulated_signing_dir: Path | None = None
    timestamper: Timestamper = NO_AUTHORITY

    def __call__(self, *arguments: object) -> Result:
        """Run one command as a process of its own would, with nothing set."""
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("COLUMNS", "250")
            for name in [name for name in os.environ if name.startswith("AYUMI_")]:
                environment.delenv(name)
            cli = create_cli(self._installation, SpreadsheetFiles())
            return CliRunner().invoke(cli, [str(argument) for argument in arguments])

    def said(self, *arguments: object) -> str:
        """Run a command that succeeds, and give what it printed."""
        result = self(*arguments)
        assert result.exit_code == 0, result.output
        return result.stdout

    def refused(self, *arguments: object) -> str:
        """Run a command that says what is wrong, in words and not as a trace, and give them."""
        result = self(*arguments)
        assert isinstance(result.exception, SystemExit), repr(result.exception)
        assert result.exit_code != 0
        assert "Traceback" not in result.output
        assert result.stderr
        return result.stderr

    @contextmanager
    def installation(self) -> Iterator[PostgresInstallation]:
        """Open the installation."""
        with PostgresInstallation(
            self.url,
            lambda: self.today,
            self.signing_dir,
            self.simulated_signing_dir,
            self.timestamper,
        ) as installation:
            yield installation

    @contextmanager
    def _installation(self, _settings: Settings) -> Iterator[Installation]:
        with self.installation() as installation:
            yield installation


@dataclass(frozen=True)
class Api:
    """The API of the demonstration."""

    url: str
    consortium: Consortium
    app: FastAPI
    client: TestClient
    base: str

    def get(self, path: str, **asked: Any) -> dict[str, Any]:  # noqa: ANN401 - a parameter
        """Ask, and give the answer; paths lie within the consortium."""
        answer = self.client.get(f"{self.base}/{path}", params=asked)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def whole(self, path: str, **asked: Any) -> dict[str, Any]:  # noqa: ANN401 - a parameter
        """Ask page by page, and give the answer with the items of all pages."""
        found = page = self.get(path, **asked, limit=20)
        while cursor := page["next_cursor"]:
            page = self.get(path, **asked, limit=20, cursor=cursor)
            found["items"] += page["items"]
            for how, count in page["recorded"].items():
                found["recorded"][how] = found["recorded"].get(how, 0) + count
        recorded = dict(sorted(found["recorded"].items()))
        return {**found, "recorded": recorded, "next_cursor": None}

    def figure(self, code: str, **asked: Any) -> dict[str, Any]:  # noqa: ANN401 - a parameter
        """Ask for a figure of the grant in R6."""
        return self.get(f"figures/{code}", programme=GRANT, fiscal_year="R6", **asked)


@cache
def application() -> FastAPI:
    """Give the application; whoever uses it lets it serve a consortium under a name of its own."""
    return create_app({})


@contextmanager
def served(url: str, signing_dir: Path | None = None) -> Iterator[Api]:
    """Serve the demonstration that a database holds; it signs in a folder."""
    app, name = application(), f"demo-{uuid4().hex[:8]}"
    with (
        PostgresInstallation(url, lambda: TODAY, signing_dir) as installation,
        TestClient(app, raise_server_exceptions=False) as client,
    ):
        consortium = installation.take_up("demo")
        app.state.consortia[name] = consortium
        try:
            yield Api(url, consortium, app, client, f"/api/v1/c/{name}")
        finally:
            del app.state.consortia[name]
