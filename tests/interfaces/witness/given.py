"""A service on loopback whose log is signed, and witnesses (架空) that look at it."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

import uvicorn
from fastapi import FastAPI

from application.decision import stream_id
from application.evidence.checkpoint import Signed
from application.evidence.signing import epoch_name, opening, sign
from application.execute import execute
from application.recorded import Entry
from domain.base.command import Command
from domain.consortium import commands as consortium
from domain.consortium.events import MemberKind
from domain.witness import commands as c
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import NOTHING_SIGNED, FileDesk
from interfaces.witness import main as program
from tests.infrastructure.given import ask
from tests.interfaces.http.given import Api

MUNICIPALITIES = {"tateshina": ("203246", "立科町"), "omachi": ("202126", "大町市")}
SINCE = date(2024, 6, 3)
STORED = (
    "events",
    "answers",
    "sealed_values",
    "relied",
    "checkpoints",
    "cosignatures",
    "timestamps",
)


@dataclass
class Served:
    """A consortium, where it is served, and what its operator and its witnesses have in files."""

    api: Api
    url: str
    desk: FileDesk
    folder: Path

    @property
    def log(self) -> PostgresLog:
        """Give the log."""
        log = self.api.consortium.log
        assert isinstance(log, PostgresLog)
        return log

    @property
    def database(self) -> str:
        """Give the address of the database."""
        return str(self.log._datastore.pool.conninfo)

    def record(self, command: Command) -> None:
        """Record something."""
        parts = self.api.consortium
        execute(parts.log, parts.vault, command, Entry(actor="clerk-1"), key=uuid4().hex)

    def grow(self, events: int = 3) -> Signed:
        """Record some events, and sign."""
        for _ in range(events):
            self.api.registered()
        return sign(self.api.consortium)

    def key_file(self) -> Path:
        """Give a file with the log's key under the name of its present epoch."""
        key = self.desk.key()
        assert key
        file = self.folder / "log.pub"
        name = epoch_name(self.log, opening(self.log))
        file.write_text(f"# handed over on paper\n{key.verifier(name).written()}\n")
        return file

    def state(self, name: str) -> Path:
        """Give the folder of a witness."""
        return self.folder / name

    def once(self, name: str = "omachi", *more: str) -> int:
        """Let a witness look at the log once."""
        return program.main(self.arguments(name, *more))

    def arguments(self, name: str, *more: str) -> list[str]:
        """Give the command line of that."""
        keys = self.folder / "log.pub"
        if not keys.exists():
            self.key_file()
        return ["once", "--log", self.url, "--log-key", str(keys), "--state",
                str(self.state(name)), *more]  # fmt: skip

    def make_key(self, name: str, *more: str) -> str:
        """Let an officer make a key, and give its line."""
        made = ["new-key", "--name", f"witness/{name}", "--state", str(self.state(name)), *more]
        with redirect_stdout(StringIO()) as said:
            assert program.main(made) == 0
        return said.getvalue().strip()

    def appoint(self, name: str, line: str) -> None:
        """Let the secretariat record a witness."""
        self.record(
            c.AppointWitness(
                effective_on=SINCE,
                municipality=MUNICIPALITIES[name][0],
                name=f"witness/{name}",
                key=line,
            )
        )

    def witnesses_id(self) -> UUID:
        """Give the stream of the witnesses."""
        return stream_id(self.log.namespace, "witness", c.WITNESSES)

    def form(self) -> None:
        """Form a consortium of municipalities."""
        self.record(consortium.FormConsortium(effective_on=SINCE, name="架空コンソーシアム"))
        formed = stream_id(self.log.namespace, "consortium", "consortium")
        for code, name in MUNICIPALITIES.values():
            self.record(
                consortium.JoinConsortium(
                    effective_on=SINCE,
                    consortium_id=formed,
                    code=code,
                    name=name,
                    kind=MemberKind.MUNICIPALITY,
                )
            )

    def backup(self) -> None:
        """Keep all that the database holds of the log."""
        for table in STORED:
            ask(self.database, f"CREATE TABLE {{}}.kept_{table} AS TABLE {{}}.{table}",
                self.log.schema, self.log.schema)  # fmt: skip

    def restore(self) -> None:
        """Put back what was kept."""
        for table in STORED:
            ask(self.database, f"TRUNCATE {{}}.{table}", self.log.schema)
            ask(self.database, f"INSERT INTO {{}}.{table} TABLE {{}}.kept_{table}",
                self.log.schema, self.log.schema)  # fmt: skip

    def delete_newest(self, after: int) -> None:
        """Take the newest rows out, as who runs the database can."""
        ask(self.database, "DELETE FROM {}.events WHERE notification_id > %(after)s",
            self.log.schema, after=after)  # fmt: skip

    def forget(self) -> None:
        """Make the signer believe that it never signed, as an operator can who hides something."""
        (self.folder / "desk" / "demo.signed").write_bytes(NOTHING_SIGNED)
        ask(self.database, "TRUNCATE {}.checkpoints", self.log.schema)


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an application on a port of loopback, and give the address of the consortium's API."""
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_level="error", lifespan="off", ws="none")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        (port,) = (one.getsockname()[1] for s in server.servers for one in s.sockets)
        yield f"http://127.0.0.1:{port}/api/v1/c/demo"
    finally:
        server.should_exit = True
        thread.join()


def die_on(owner: type, method: str, arguments: list[str]) -> None:
    """Look at the log once, in a process that is killed where it comes to a method."""
    setattr(owner, method, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    look(arguments)


def look(arguments: list[str]) -> None:
    """Look at the log once, in a process of its own."""
    sys.exit(program.main(arguments))
