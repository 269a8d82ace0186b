"""Attaching a file to evidence and taking it out again, on the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from infrastructure.documents.files import SpreadsheetFiles
from interfaces.cli.app import create_cli
from interfaces.settings import Settings
from tests.given_sheets import SHEETS, town_on
from tests.interfaces.cli.test_sheets import OneTown


@pytest.fixture
def ayumi(postgres_url: str, schema: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Run the command line over a town with two papers, on a wide screen."""
    monkeypatch.setenv("COLUMNS", "200")
    with town_on(postgres_url, schema) as town:
        town.take("evidence", *SHEETS["evidence"])

        @contextmanager
        def installation(_settings: Settings) -> Iterator[Any]:
            yield OneTown(town)

        def run(*arguments: object) -> Result:
            cli = create_cli(installation, SpreadsheetFiles())
            return CliRunner().invoke(cli, [str(one) for one in arguments])

        yield run, town


def test_a_file_is_attached_once_and_comes_back(ayumi: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """Byte for byte; another one is refused with what to do."""
    run, town = ayumi
    scan, back = tmp_path / "scan.pdf", tmp_path / "back.pdf"
    scan.write_bytes(bytes(range(256)))
    said = run("attach", "E-1", scan, "--on", "2026-11-20")
    assert said.exit_code == 0, said.output
    assert "256 バイト" in said.output
    said = run("file", "E-1", "--out", back)
    assert said.exit_code == 0, said.output
    assert back.read_bytes() == scan.read_bytes()
    position = town.position()
    scan.write_bytes(b"another")
    refused = run("attach", "E-1", scan)
    assert refused.exit_code == 1
    assert "evidence-file-attached-already" in refused.output
    assert town.position() == position


def test_what_cannot_be_attached_or_taken_out_is_said(ayumi: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """No such number, no file, a file that is too large, a day before the paper's."""
    run, _ = ayumi
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"0" * 5_000_001)
    assert "5 MB" in run("attach", "E-1", scan).output
    scan.write_bytes(b"0")
    assert "evidence-before-its-day" in run("attach", "E-1", scan, "--on", "2024-09-30").output
    assert "no such record" in run("attach", "E-9", scan).output
    assert "no such record" in run("file", "E-9", "--out", scan).output
    assert "no file is attached" in run("file", "E-2", "--out", scan).output
    assert scan.read_bytes() == b"0"
