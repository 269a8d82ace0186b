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


class Handler(BaseHTTPRequestHandler):
    """Answers by the last word of the path; `moved` sends elsewhere."""

    server: Server

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer, a byte at a time if it is slow."""
        if self.server.one_by_one:
            answer, *self.server.one_by_one = self.server.one_by_one
        else:
            answer = self.server.answers.get(self.path.partition("?")[0].rpartition("/")[2], b"")
        self.send_response(302 if answer == b"moved" else 200)
        self.send_header("Location", "/evidence/elsewhere")
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
    "another address": b"moved",
}


@pytest.mark.parametrize("answer", BAD.values(), ids=BAD.keys())
def test_an_answer_that_is_not_understood_is_no_refusal(
    witness: Witness, server: Server, answer: bytes
) -> None:
    """Whether it is a checkpoint, a proof or what is said of a signature."""
    same, more = told(note("log/1", TRUE[:5])), told(note("log/1", TRUE[:8]))
    elsewhere = {"elsewhere": same}
    proofs = json.dumps({"proof": [1]}).encode()
    assert once(witness, server, checkpoint=answer, **elsewhere) == Exit.NOT_REACHED
    for proof in (answer, proofs):
        found = once(witness, server, checkpoint=more, consistency=proof, **elsewhere)
        assert found == Exit.NOT_REACHED
    found = once(witness, server, checkpoint=same, cosignatures=answer, **elsewhere)
    assert found == Exit.NOT_REACHED


def test_a_service_that_answers_byte_by_byte_is_given_up(
    witness: Witness, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time is that of the whole answer."""
    monkeypatch.setattr(service, "SECONDS", 0.5)
    server.slow = 0.1
    assert once(witness, server, checkpoint=told(note("log/1", TRUE[:5]))) == Exit.NOT_REACHED


def test_who_runs_goes_on_after_what_was_not_understood(witness: Witness, server: Server) -> None:
    """Until it is something that a person has to decide."""
    server.one_by_one = [*BAD.values(), told(note("log/1", FALSE[:5]))]
    assert once(witness, server, "run", "--every", "0") == Exit.REFUSED
    assert server.one_by_one == []
