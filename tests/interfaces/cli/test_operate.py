"""Running the service: open, serve, projections and doctor."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from application.registry import PROJECTIONS
from tests.application.demo.given import YEAR_END, Ayumi

SECONDS_TO_START = 60.0
SECONDS_TO_END = 20.0
PROGRAM = "from interfaces.main import run; run()"


def test_doctor_says_whose_record_it_is_and_that_its_clock_is_simulated(reader: Ayumi) -> None:
    """For people and for programs; exit status 0 as nothing is wrong."""
    said = reader.said("doctor")
    told = json.loads(reader.said("doctor", "--json"))

    assert "ayumi/demo" in said
    assert "simulated: not real times" in said
    assert "nothing wrong" in said
    assert (told["consortium"], told["clock"], told["wrong"]) == ("demo", "simulated", [])
    assert [p["name"] for p in told["projections"]] == sorted(PROJECTIONS)
    assert {(p["position"], p["lag"]) for p in told["projections"]} == {(told["position"], 0)}


def test_doctor_fails_when_a_projection_stopped(ayumi: Ayumi) -> None:
    """Exit status 1, with the position and the reason as they are; the others are still shown."""
    why = "ValueError: [/架空] of [type=string_type]"
    with ayumi.installation() as installation:
        installation.take_up("demo").store.fail("workers", 7, why)
    result = ayumi("doctor")
    told = ayumi("doctor", "--json")
    status = json.loads(ayumi.said("projections", "status", "--json"))

    assert (result.exit_code, told.exit_code) == (1, 1)
    assert f"workers stopped at 7: {why}" in result.stdout
    assert "skill_map" in result.stdout
    assert "nothing wrong" not in result.stdout
    assert json.loads(told.stdout)["wrong"] == [f"workers stopped at 7: {why}"]
    assert [p["name"] for p in status if p["error"]] == ["workers"]
    ayumi.said("projections", "rebuild", "workers")
    assert json.loads(ayumi.said("doctor", "--json"))["wrong"] == []


def test_status_tells_how_far_each_projection_is(ayumi: Ayumi) -> None:
    """What has been recorded and not projected yet is the lag."""
    with ayumi.installation() as installation:
        consortium = installation.take_up("demo")
        last, _ = consortium.log.last()
        installation.found("other")
    other = json.loads(ayumi.said("projections", "status", "--consortium", "other", "--json"))
    status = json.loads(ayumi.said("projections", "status", "--consortium", "demo", "--json"))

    assert {(p["position"], p["lag"]) for p in status} == {(last, 0)}
    assert {(p["position"], p["lag"]) for p in other} == {(0, 1)}
    said = ayumi.said("projections", "status", "--consortium", "demo")
    assert all(name in said for name in PROJECTIONS)


def test_a_rebuild_is_of_those_named_or_of_all(ayumi: Ayumi) -> None:
    """It says how many and up to where; an unknown name is refused before anything is done."""
    with ayumi.installation() as installation:
        last, _ = installation.take_up("demo").log.last()
    assert "Rebuilt 2 at position" in ayumi.said("projections", "rebuild", "workers", "clients")
    # The first rebuild was recorded, an event for each.
    said = ayumi.said("projections", "rebuild")
    assert f"Rebuilt {len(PROJECTIONS)} at position {last + 2}." in said
    said = ayumi.refused("projections", "rebuild", "workers", "wokers")
    assert "No projection wokers" in said
    assert "skill_map" in said


def test_a_rebuild_waits_for_nobody(ayumi: Ayumi) -> None:
    """While another process projects this log, it says so and what to do."""
    with ayumi.installation() as here, here.take_up("demo").store.alone() as alone:
        assert alone
        said = ayumi.refused("projections", "rebuild")

    assert "another process is projecting this log" in said


def test_a_consortium_is_opened_once(empty: Ayumi) -> None:
    """Its clock is the server's; opening it again changes nothing."""
    assert "ayumi/tateshina, clock: server" in empty.said("open", "tateshina")
    assert "ayumi/tateshina, clock: server" in empty.said("open", "tateshina")
    told = json.loads(empty.said("doctor", "--json"))
    assert (told["origin"], told["clock"], told["position"]) == ("ayumi/tateshina", "server", 1)


def test_the_demonstration_is_not_opened_as_a_real_record(ayumi: Ayumi) -> None:
    """Invented facts never become a record of the server's time."""
    assert "simulated clock" in ayumi.refused("open", "demo")


@pytest.mark.parametrize("name", ["Tateshina", "立科", "a b", "-a", "a" * 41, "1st"])
def test_a_name_that_is_none_is_refused_in_words(empty: Ayumi, name: str) -> None:
    """It becomes part of addresses and of the schema's name."""
    result = empty("open", "--", name)

    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "is not a consortium's name" in result.stderr


def free_port() -> int:
    """Give a port of the loopback that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


@contextmanager
def serving(url: str, **settings: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `ayumi serve` as a process of its own; give it, once it answers, with its address."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AYUMI_")}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "serve"],
        env={**kept, "AYUMI_DATABASE_URL": url, "AYUMI_PORT": str(port), **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(process, address)
        yield process, address
    finally:
        process.kill()
        process.communicate()


def _wait(process: subprocess.Popen[str], address: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        assert process.poll() is None, process.stdout and process.stdout.read()
        try:
            httpx.get(f"{address}/livez")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("it does not answer")


def test_the_service_answers_and_ends_when_it_is_told_to(ayumi: Ayumi, postgres_url: str) -> None:
    """On SIGTERM it closes what it opened, ends with status 0, and PostgreSQL runs on."""
    with serving(ayumi.url) as (process, address):
        assert httpx.get(f"{address}/livez").json() == {"alive": True}
        assert httpx.get(f"{address}/readyz").status_code == 200
        asked = {"as_of": YEAR_END}
        answer = httpx.get(f"{address}/api/v1/c/demo/skill-map", params=asked).json()
        process.terminate()
        said, _ = process.communicate(timeout=30)

        assert process.returncode == 0
        assert "Traceback" not in said
    assert len(answer["items"]) == 8
    assert answer["log"]["clock"] == "simulated"
    name = conninfo_to_dict(ayumi.url)["dbname"]
    with psycopg.connect(postgres_url) as connection:
        left = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
        assert connection.execute(left, [name]).fetchone() == (0,)
    assert json.loads(ayumi.said("doctor", "--json"))["wrong"] == []


IN_SHARES = "from infrastructure.postgres import building; building.EVENTS_PER_SHARE = 2; "
TOLD_WHILE_LOCKS_ARE_HELD = """
import os, signal
from concurrent.futures import _base
take = _base._AcquireFutures.__enter__

def take_and_be_told(futures):
    take(futures)
    os.kill(os.getpid(), signal.SIGTERM)

_base._AcquireFutures.__enter__ = take_and_be_told
"""


def rebuild_in_shares(url: str, *, prepared: str = "") -> subprocess.Popen[str]:
    """Begin a rebuild of all in many shares, in a session of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AYUMI_")}
    program = prepared + IN_SHARES + PROGRAM
    return subprocess.Popen(
        [sys.executable, "-c", program, "projections", "rebuild", "-c", "demo"],
        env={**kept, "AYUMI_DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


@contextmanager
def rebuilding(url: str) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """Run a rebuild of all in many shares; give it with its workers, once they are there."""
    process = rebuild_in_shares(url)
    try:
        deadline = time.monotonic() + SECONDS_TO_START
        while len(found := workers_of(process.pid)) < 2:
            assert time.monotonic() < deadline
            assert process.poll() is None, process.stdout and process.stdout.read()
            time.sleep(0.02)
        yield process, found
    finally:
        process.kill()
        process.communicate()


def workers_of(pid: int) -> list[int]:
    """Give the processes that a rebuild has started to work for it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [
            int(c) for c in children if b"spawn_main" in Path(f"/proc/{c}/cmdline").read_bytes()
        ]
    except FileNotFoundError:
        return []


def gone(pid: int) -> bool:
    """Say whether a process has ended; one that nobody has waited for has ended, too."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def all_end(pids: list[int]) -> bool:
    """Wait until processes have ended, for a while."""
    deadline = time.monotonic() + SECONDS_TO_END
    while not all(map(gone, pids)):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def test_the_workers_of_a_killed_rebuild_end_with_it(ayumi: Ayumi) -> None:
    """Nobody is left to give them work or to end them; the same command goes on later."""
    with rebuilding(ayumi.url) as (process, workers):
        process.kill()
        assert all_end(workers)
    assert "Rebuilt" in ayumi.said("projections", "rebuild")


@pytest.mark.parametrize(
    ("number", "everyone"),
    [(signal.SIGTERM, False), (signal.SIGINT, False), (signal.SIGINT, True)],
)
def test_a_rebuild_that_is_told_to_end_says_how_it_goes_on(
    ayumi: Ayumi, number: signal.Signals, *, everyone: bool
) -> None:
    """On SIGTERM as on Ctrl-C, which reaches its workers too; as soon as they begin."""
    with rebuilding(ayumi.url) as (process, workers):
        if everyone:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        said, _ = process.communicate(timeout=SECONDS_TO_START)
        assert all_end(workers)

        assert process.returncode == 130
        assert "the same command goes on from here" in " ".join(said.split())
        assert "Traceback" not in said
    assert "Rebuilt" in ayumi.said("projections", "rebuild")


def test_a_rebuild_that_is_told_to_end_at_a_bad_moment_ends_all_the_same(ayumi: Ayumi) -> None:
    """While the pool's own locks are held: whoever left them held would wait for ever."""
    process = rebuild_in_shares(ayumi.url, prepared=TOLD_WHILE_LOCKS_ARE_HELD)
    try:
        said, _ = process.communicate(timeout=SECONDS_TO_START)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)

    assert process.returncode == 130, said
    assert "the same command goes on from here" in " ".join(said.split())
