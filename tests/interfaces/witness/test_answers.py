"""What a service may answer so that a witness dies, waits for ever, or cries wolf."""

import json
import threading
import time
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from interfaces.witness import main as program
from interfaces.witness import service
from interfaces.witness.words import Exit
from tests.interfaces.witness.carried import FALSE, TRUE, Witness, note

Answers = dict[str, bytes]


class Server(ThreadingHTTPServer):
    """A service that answers whatever it is told to."""

    answers: Answers
    one_by_one: Sequence[bytes] = ()
    slow: float = 0.0
    later: tuple[int, str] = (200, "application/json")


class Handler(BaseHTTPRequestHandler):
    """Answers by the last word of the path; before that, what there is one by one."""

    server: Server

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer, a byte at a time if it is slow."""
        status, kind = 200, "application/json"
        if self.server.one_by_one:
            answer, *self.server.one_by_one = self.server.one_by_one
        else:
            status, kind = self.server.later
            answer = self.server.answers.get(self.path.partition("?")[0].rpartition("/")[2], b"")
        self.send_response(status)
        self.send_header("Location", "/evidence/elsewhere")
        self.send_header("Content-Type", kind)
        self.end_headers()
        try:
            for byte in answer if self.server.slow else ():
                self.wfile.write(bytes([byte]))
                time.sleep(self.server.slow)
            self.wfile.write(b"" if self.server.slow else answer)
        except OSError:
            """The witness has gone."""

    def do_POST(self) -> None:
        """Take what is handed in."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()


@pytest.fixture
def server() -> Iterator[Server]:
    """Serve on loopback."""
    with Server(("127.0.0.1", 0), Handler) as found:
        thread = threading.Thread(target=found.serve_forever, args=(0.01,))
        thread.start()
        yield found
        found.shutdown()
        thread.join()


def once(witness: Witness, server: Server, *command: str, **answers: bytes) -> int:
    """Let the witness look at what the service answers."""
    server.answers = answers
    url = f"http://127.0.0.1:{server.server_port}"
    given = ["--log", url, "--log-key", str(witness.keys), "--state", str(witness.state)]
    return program.main([*(command or ["once"]), *given])


def told(written: bytes) -> bytes:
    """Give a note as the service does."""
    return json.dumps({"checkpoint": {"note": written.decode()}}).encode()


BAD = {
    "half a character": b'{"checkpoint":{"note":"\\ud800"}}',
    "no text": b"\xff\xfe",
    "a list": b"[]",
    "null": b"null",
    "a number": b'{"checkpoint":{"note":1}}',
    "another type": b'{"checkpoint":"x"}',
    "no note": b'{"checkpoint":{"note":"hello"}}',
    "nothing": b"",
    "deep": b"[" * 200_000,
    "large": b" " * 2_000_000 + b"{}",
    "a size of 2000 digits": told(note("log/1", TRUE, size=10**2000)),
}


@pytest.mark.parametrize("answer", BAD.values(), ids=BAD.keys())
def test_an_answer_that_is_not_understood_is_no_refusal(
    witness: Witness, server: Server, answer: bytes
) -> None:
    """Whether it is a checkpoint, a proof or what is said of a signature."""
    same, more = told(note("log/1", TRUE[:5])), told(note("log/1", TRUE[:8]))
    proofs = json.dumps({"proof": [1]}).encode()
    assert once(witness, server, checkpoint=answer) == Exit.NOT_REACHED
    for proof in (answer, proofs):
        found = once(witness, server, checkpoint=more, consistency=proof)
        assert found == Exit.NOT_REACHED
    found = once(witness, server, checkpoint=same, cosignatures=answer)
    assert found == Exit.NOT_REACHED


PAGE = b"<html>Who are you?</html>"
PROBLEM = {"type": "urn:ayumi:problem:x", "code": "x", "title_ja": "架空", "title_en": "made up"}


@pytest.mark.parametrize(
    "answered",
    [
        (200, "text/html", PAGE),
        (302, "application/json", told(note("log/1", TRUE[:5]))),
        (403, "text/html", PAGE),
        (407, "text/plain", b""),
        (403, "application/json", b'{"error":"blocked"}'),
        (404, "application/problem+json", json.dumps(PROBLEM | {"type": "about:blank"}).encode()),
        (502, "text/html", PAGE),
    ],
)
def test_who_answers_in_place_of_the_service_refuses_nothing(
    witness: Witness,
    server: Server,
    answered: tuple[int, str, bytes],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A proxy's page is told apart from what the service says, and no address is gone to."""
    status, kind, answer = answered
    elsewhere = told(note("log/1", TRUE[:5]))
    server.one_by_one = [told(note("log/1", TRUE[:8]))]
    server.later = status, kind
    found = once(witness, server, consistency=answer, elsewhere=elsewhere)
    assert found == Exit.IN_BETWEEN
    assert f"as a proxy does (HTTP {status}" in capsys.readouterr().err
    assert once(witness, server, checkpoint=answer, elsewhere=elsewhere) == Exit.IN_BETWEEN
    assert not list(witness.state.glob("*-refused"))


def test_what_the_service_itself_does_not_give_is_a_refusal(
    witness: Witness, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the proof, which every log that continues another can give; not where it cannot now."""
    server.one_by_one = [told(note("log/1", TRUE[:8]))]
    server.later = 422, "application/problem+json"
    problem = json.dumps(PROBLEM).encode()
    assert once(witness, server, consistency=problem) == Exit.REFUSED
    said = capsys.readouterr().err
    assert "was not given (x: 架空 made up)" in said
    assert "rows may have been deleted" in said
    server.one_by_one, server.later = [told(note("log/1", TRUE[:8]))], (503, server.later[1])
    assert once(witness, server, consistency=problem) == Exit.NOT_REACHED


def test_a_service_that_answers_byte_by_byte_is_given_up(
    witness: Witness, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time is that of the whole answer."""
    monkeypatch.setattr(service, "SECONDS", 0.5)
    server.slow = 0.1
    assert once(witness, server, checkpoint=told(note("log/1", TRUE[:5]))) == Exit.NOT_REACHED


def test_who_runs_goes_on_after_what_was_not_understood(
    witness: Witness, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is something that a person has to decide."""
    server.one_by_one = [*BAD.values(), told(note("log/1", FALSE[:5]))]
    monkeypatch.setattr("interfaces.witness.main.time.sleep", lambda _: None)
    assert once(witness, server, "run") == Exit.REFUSED
    assert server.one_by_one == []


@pytest.mark.parametrize("every", ["-1", "0", "0.5", "nan", "inf", "hourly"])
def test_what_is_no_time_to_wait_is_a_mistake_of_usage(
    witness: Witness, server: Server, capsys: pytest.CaptureFixture[str], every: str
) -> None:
    """It is said before anything is asked or co-signed, and is no refusal."""
    server.one_by_one = [told(note("log/1", TRUE[:8]))]
    with pytest.raises(SystemExit) as ended:
        once(witness, server, "run", "--every", every)
    assert ended.value.code == Exit.USAGE
    assert "--every" in capsys.readouterr().err
    assert len(server.one_by_one) == 1
