"""What the pages name is there, and what they have the reader type does what they say."""

import argparse
import contextlib
import io
import os
import re
import shlex
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from interfaces import main
from tests.docs.pages import PAGES, README, ROOT, Step, is_there, links, places, steps, table

TOUCH = table(README.read_text(encoding="utf-8"), "to add")
TUTORIAL = ROOT / "docs" / "tutorial.md"
ADDRESS = "127.0.0.1:8000"
"""Where the pages say the service is; here it is wherever there is room."""
LONGEST_SECONDS = 120
KNOWN_FOLDERS = ("/api/v1/", "/var/lib/ayumi/")
KNOWN_HOSTS = {"tsa.example.jp", "127.0.0.1", "ayumi.example.jp", "db.example", "docs.astral.sh"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_is_there(page: Path) -> None:
    """Files, folders and patterns in code, and pages that it links to."""
    text = page.read_text(encoding="utf-8")
    assert [place for place in places(text) if not is_there(place)] == []
    assert [
        link for link in links(text) if not (page.parent / link.partition("#")[0]).exists()
    ] == []


def test_a_place_that_is_gone_is_noticed() -> None:
    """A name that matches nothing is a fault, and so is a pattern."""
    text = "`domain/worker/` `domain/<area>/events.py` `domain/nowhere/x.py` `tests/<area>.txt`"
    assert [place for place in places(text) if not is_there(place)] == [
        "domain/nowhere/x.py",
        "tests/<area>.txt",
    ]


@pytest.mark.parametrize("row", TOUCH, ids=lambda row: row[0].replace(" ", "-"))
def test_each_row_says_what_to_touch_and_what_shouts(row: list[str]) -> None:
    """With at least one file or pattern to touch, and something that notices."""
    _, touch, shouts = row
    assert re.search(r"`[^`]+`|anywhere|this page", touch)
    assert list(places(shouts))


def test_every_recipe_is_there() -> None:
    """Whoever comes to add one of these finds how."""
    asked = {
        "an event",
        "a field of an event",
        "a command",
        "a rule",
        "a projection",
        "a figure",
        "a kind of sheet",
    }
    assert asked <= {row[0] for row in TOUCH}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_speaks_of_no_place_that_its_reader_lacks(page: Path) -> None:
    """No folder of one machine, and no host but those that anybody may ask."""
    text = page.read_text(encoding="utf-8")
    folders = re.findall(r"(?<![\w.:/~}…>])/[a-z]+/[\w./-]+", text)
    assert [each for each in folders if not each.startswith(KNOWN_FOLDERS)] == []
    assert set(re.findall(r"://(?:\w+@)?([\w.-]+)", text)) <= KNOWN_HOSTS


@pytest.fixture(scope="module")
def reader(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Reader"]:
    """Give a reader with a database of their own, `practice` opened and the demo running."""
    name = f"docs_{uuid4().hex}"
    with psycopg.connect(postgres_url, autocommit=True) as admin:
        admin.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            url = make_conninfo(postgres_url, dbname=name)
            with pytest.MonkeyPatch.context() as patch:
                reader = Reader(url, tmp_path_factory.mktemp("reader"), patch)
                reader.type("ayumi open practice")
                with reader.serving("demo"):
                    yield reader
        finally:
            admin.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


class Reader:
    """Someone who types what a page says, in a folder of their own."""

    def __init__(self, url: str, folder: Path, patch: pytest.MonkeyPatch) -> None:
        """Take a free port on this machine, and the settings that lead there."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._here = f"127.0.0.1:{free.getsockname()[1]}"
        self._folder = folder
        self._patch = patch
        for name in os.environ:
            if name.startswith("AYUMI_"):
                patch.delenv(name)
        patch.setenv("AYUMI_DATABASE_URL", url)
        patch.setenv("AYUMI_PORT", self._here.rpartition(":")[2])
        # A PostgreSQL of one's own has no folder beside it for the key that the demo makes.
        patch.setenv("AYUMI_SIGNING_DIR", str(folder / "signing"))
        patch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")
        patch.setenv("COLUMNS", "100")
        patch.setenv("NO_COLOR", "1")
        self.demo = ""

    def type(self, commands: str) -> str:
        """Type some lines; give what they print. The first that fails ends it."""
        lines = commands.replace("\\\n", " ").replace(ADDRESS, self._here)
        # What is quoted may go on over several lines.
        whole = re.findall(r"""(?:[^\n'"]|'[^']*'|"[^"]*")+""", lines)
        return "".join(map(self._line, whole))

    def _line(self, line: str) -> str:
        match line.partition(" ")[0]:
            case "ayumi" if ">" not in line:
                return self._ayumi(shlex.split(line))
            case "curl":
                return _curl(shlex.split(line)[1:])
            case _:
                return self._shell(line)

    def _ayumi(self, words: list[str]) -> str:
        # In this process: to start a program for each line takes longer than all else.
        self._patch.setattr(sys, "argv", words)
        printed = io.StringIO()
        with (
            contextlib.chdir(self._folder),
            contextlib.redirect_stdout(printed),
            pytest.raises(SystemExit) as ended,
        ):
            main.run()
        assert not ended.value.code, f"{words}\n{printed.getvalue()}"
        return printed.getvalue()

    def _shell(self, line: str) -> str:
        run = subprocess.run(
            ["/bin/bash", "-euo", "pipefail", "-c", line],
            cwd=self._folder,
            capture_output=True,
            text=True,
            timeout=LONGEST_SECONDS,
            check=False,
        )
        assert run.returncode == 0, f"{line}\n{run.stdout}\n{run.stderr}"
        return run.stdout

    @contextlib.contextmanager
    def serving(self, command: str) -> Iterator[None]:
        """Let the service run, and keep what it printed before it served."""
        log = self._folder / "service.txt"
        with (
            log.open("wb") as printed,
            subprocess.Popen(
                [str(Path(sys.executable).with_name("ayumi")), command],
                cwd=self._folder,
                stdout=printed,
                stderr=subprocess.STDOUT,
            ) as service,
        ):
            try:
                self._wait(service, log)
                self.demo = log.read_text(encoding="utf-8")
                yield
            finally:
                service.terminate()

    def _wait(self, service: "subprocess.Popen[bytes]", log: Path) -> None:
        deadline = time.monotonic() + LONGEST_SECONDS
        while time.monotonic() < deadline:
            assert service.poll() is None, log.read_text(encoding="utf-8")
            try:
                with urllib.request.urlopen(f"http://{self._here}/readyz"):
                    return
            except OSError:
                time.sleep(0.1)
        pytest.fail(f"the service did not start: {log.read_text(encoding='utf-8')}")


def plain(text: str) -> str:
    """Leave out what depends on the width of a screen."""
    return re.sub(r"[\s│┃]", "", text)


def lacking(step: Step, printed: str) -> list[str]:
    """Give the lines that the page shows and the commands did not print, or not in that order."""
    left, found = plain(printed), []
    for line in step.printed:
        _, seen, after = left.partition(plain(line))
        if seen:
            left = after
        else:
            found.append(line)
    return found


def test_what_was_not_printed_is_noticed() -> None:
    """Neither a line that is missing nor two that have changed places."""
    printed = '│ {"level": 2,\n "how": "late"}'
    assert lacking(Step(README, "", ('"level":2', '"how":"late"')), printed) == []
    assert lacking(Step(README, "", ('"level":3',)), printed) == ['"level":3']
    assert lacking(Step(README, "", ('"how":"late"', '"level":2')), printed) == ['"level":2']


def test_the_demo_prints_what_the_readme_shows(reader: Reader) -> None:
    """The block after `of: ayumi demo`."""
    _, _, after = README.read_text(encoding="utf-8").partition("<!-- of: ayumi demo -->\n```text\n")
    lines = after.partition("```")[0].splitlines()
    assert len(lines) > 1
    assert (
        lacking(Step(README, "", tuple(line for line in lines if line != "…")), reader.demo) == []
    )


@pytest.mark.parametrize(
    "step", steps(README), ids=lambda step: plain(step.commands)[:40].replace("/", "-")
)
def test_what_the_readme_has_you_type_prints_what_it_shows(reader: Reader, step: Step) -> None:
    """Each block on its own, against the demo."""
    assert lacking(step, reader.type(step.commands)) == []


def test_the_first_hour_goes_as_the_tutorial_says(reader: Reader) -> None:
    """Block after block, since each builds on the one before."""
    found = steps(TUTORIAL)
    assert found
    for step in found:
        assert lacking(step, reader.type(step.commands)) == []


def _curl(words: list[str]) -> str:
    """Ask as curl does, which a small machine may lack, with the options that the pages use."""
    asked = argparse.ArgumentParser(prog="curl")
    asked.add_argument("-s", action="store_true")
    asked.add_argument("-i", action="store_true")
    asked.add_argument("-H", action="append", default=[])
    asked.add_argument("-d")
    asked.add_argument("url")
    given = asked.parse_args(words)
    headers = [tuple(header.split(": ", 1)) for header in given.H]
    method = "GET" if given.d is None else "POST"
    answer = httpx.request(method, given.url, headers=dict(headers), content=given.d)
    said = [f"{name}: {value}" for name, value in answer.headers.items()]
    status = f"HTTP/1.1 {answer.status_code} {answer.reason_phrase}"
    return "\r\n".join([status, *said, "", ""] if given.i else []) + answer.text + "\n"
