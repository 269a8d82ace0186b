"""A bad line between client and server: it loses answers, or requests, or is slow."""

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Self

import psycopg
from psycopg.conninfo import make_conninfo


def never(_data: bytes) -> bool:
    """Lose nothing."""
    return False


class BadLine:
    """Passes bytes on between a client on a loopback port and the server.

    Once `loses_answer` or `loses_request` says so of what has just come in, that is lost and its
    connection is cut; the line is good again after that. `delay` is how long an answer takes.
    """

    def __init__(self, url: str) -> None:
        """Prepare a line to the server of `url`."""
        with psycopg.connect(url) as connection:
            self._host, self._port = connection.info.host, connection.info.port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[Thread] = []
        self._ends: set[socket.socket] = set()
        self.url = make_conninfo(
            url,
            host="127.0.0.1",
            port=self._listener.getsockname()[1],
            sslmode="disable",
            gssencmode="disable",
        )
        self.loses_answer: Callable[[bytes], bool] = never
        self.loses_request: Callable[[bytes], bool] = never
        self.delay = 0.0

    def __enter__(self) -> Self:
        """Listen."""
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        """Cut all connections."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._cut(*self._ends)
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _start(self, work: Callable[..., None], *about: object) -> Thread:
        thread = Thread(target=work, args=about, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self._start(self._carry, client)

    def _carry(self, client: socket.socket) -> None:
        with client, self._server() as server:
            self._ends |= {client, server}
            answers = self._start(self._pass_on, server, client, "answer")
            self._pass_on(client, server, "request")
            answers.join()
            self._ends -= {client, server}

    def _server(self) -> socket.socket:
        if not self._host.startswith("/"):
            return socket.create_connection((self._host, self._port))
        server = socket.socket(socket.AF_UNIX)
        server.connect(f"{self._host}/.s.PGSQL.{self._port}")
        return server

    def _pass_on(self, source: socket.socket, sink: socket.socket, what: str) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if what == "answer":
                    time.sleep(self.delay)
                if what == "answer" and self.loses_answer(data):
                    self.loses_answer = never
                    break
                if what == "request" and self.loses_request(data):
                    self.loses_request = never
                    break
                sink.sendall(data)
        self._cut(source, sink)

    def _cut(self, *ends: socket.socket) -> None:
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
