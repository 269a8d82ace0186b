"""What the examples of signing share; imported by the processes that are killed, too."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

from psycopg_pool import ConnectionPool

from application.evidence.checkpoint import Signed
from application.evidence.signing import sign
from application.evidence.tree import Tree
from application.service import Consortium
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.installation import put_together
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from tests.infrastructure.given import append, ask
from tests.interfaces.http.given import TODAY

NAME = "example"
Killed = Literal["before it remembers", "before it keeps"]


@contextmanager
def put_up(url: str, log: PostgresLog, desk: FileDesk | None) -> Iterator[Consortium]:
    """Put a consortium together over a log that is open."""
    readers: ConnectionPool[Any] = ConnectionPool(url, open=False)
    with closing(Datastore(url, log.schema)) as datastore:
        yield put_together(NAME, log, datastore, readers, lambda: TODAY, desk=desk)


def record(consortium: Consortium, events: int = 3) -> int:
    """Record some events, each in a stream of its own, and give the last position."""
    log = consortium.log
    assert isinstance(log, PostgresLog)
    for _ in range(events):
        append(log, uuid4())
    return log.last()[0]


def root(consortium: Consortium, size: int) -> bytes:
    """Give the root over the first leaves that the log keeps."""
    return Tree(consortium.log.leaf_hashes(range(size))).root()


def kept(url: str, consortium: Consortium) -> list[Signed]:
    """Give all checkpoints that the log's table holds, in the order in which they came."""
    schema = schema_of(consortium)
    rows = ask(url, "SELECT note FROM {}.checkpoints ORDER BY kept_at", schema)
    return [Signed.read(row[0]) for row in rows]


def schema_of(consortium: Consortium) -> str:
    """Give the schema that the consortium's log lies in."""
    assert isinstance(consortium.log, PostgresLog)
    return consortium.log.schema


def sign_until_killed(url: str, schema: str, folder: Path, begun: Connection) -> None:
    """Sign again and again, in a process of its own; says when it has signed for the first time."""
    with (
        closing(PostgresLog(Datastore(url, schema))) as log,
        put_up(url, log, FileDesk(folder, NAME)) as consortium,
    ):
        sign(consortium)
        begun.send(None)
        while True:
            sign(consortium)


def sign_and_die(url: str, schema: str, folder: Path, when: Killed) -> None:
    """Sign once, in a process of its own, which is killed on the way."""
    with (
        closing(PostgresLog(Datastore(url, schema))) as log,
        put_up(url, log, FileDesk(folder, NAME)) as consortium,
    ):
        assert consortium.desk
        here = consortium.desk if when == "before it remembers" else consortium.checkpoints
        method = "remember" if when == "before it remembers" else "keep"
        setattr(here, method, lambda _: os.kill(os.getpid(), signal.SIGKILL))
        sign(consortium)
