"""The domain reads no clock, draws nothing at random and touches nothing outside itself.

Replaying the events of ten years ago has to give today what it gave then.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

DOMAIN = Path(__file__).parents[2] / "domain"

# holidays is a table of laws; it reads no clock and no file
ALLOWED_OUTSIDE = {"domain", "holidays", "pydantic"}
REACHES_OUTSIDE = {
    "asyncio",
    "concurrent",
    "ctypes",
    "getpass",
    "glob",
    "http",
    "importlib",
    "io",
    "locale",
    "logging",
    "multiprocessing",
    "os",
    "pathlib",
    "pickle",
    "platform",
    "random",
    "secrets",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
CALLED_ON_CLASS = {
    "date": {"today"},
    "datetime": {"now", "today", "utcnow"},
}
CALLED_BY_NAME = {"__import__", "breakpoint", "eval", "exec", "input", "open", "print"}
# uuid3 and uuid5 are computed from what they are given
DRAWN = {"uuid1", "uuid4", "uuid6", "uuid7"}


def impurities(source: str) -> Iterator[str]:
    """Name what a module of the domain must not do, with its line."""
    for node in ast.walk(ast.parse(source)):
        for found in _imported(node):
            yield f"{node.lineno}: imports {found}"  # type: ignore[attr-defined]
        match node:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
                if name in CALLED_ON_CLASS.get(owner, ()):
                    yield f"{node.lineno}: reads the clock with {owner}.{name}"
                if name in DRAWN:
                    yield f"{node.lineno}: draws {name}"
            case ast.Call(func=ast.Name(id=name)) if name in CALLED_BY_NAME:
                yield f"{node.lineno}: calls {name}"


def _imported(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            modules = [each.name for each in names]
        case ast.ImportFrom(module=str(module), level=0, names=names):
            modules = [module]
            yield from (each.name for each in names if each.name in DRAWN)
        case _:
            return
    for module in modules:
        top = module.partition(".")[0]
        known = top in ALLOWED_OUTSIDE or top in sys.stdlib_module_names
        if not known or top in REACHES_OUTSIDE:
            yield module


@pytest.mark.parametrize(
    "path", sorted(DOMAIN.rglob("*.py")), ids=lambda path: str(path.relative_to(DOMAIN))
)
def test_the_domain_is_pure(path: Path) -> None:
    """What happened and what follows from it depend on the events alone."""
    assert list(impurities(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "planted",
    [
        "import os",
        "import os.path as where",
        "from time import monotonic",
        "import random",
        "import structlog",
        "import pydantic_settings",
        "from eventsourcing.domain import Aggregate",
        "from application import ports",
        "from uuid import uuid4",
        "import uuid; uuid.uuid4()",
        "from datetime import datetime; datetime.now()",
        "import datetime; datetime.datetime.now(datetime.UTC)",
        "import datetime as dt; dt.date.today()",
        "from datetime import datetime; read = datetime.utcnow",
        "from pydantic import Field; Field(default_factory=datetime.now)",
        "def rule():\n    import socket",
        "open('sheet.csv')",
        "print('done')",
    ],
)
def test_what_is_planted_is_found(planted: str) -> None:
    """Each way out of the domain is noticed."""
    assert list(impurities(planted)) != []


@pytest.mark.parametrize(
    "allowed",
    [
        "from pydantic import BaseModel",
        "from uuid import UUID, uuid5",
        "from datetime import date, timedelta; date.fromisoformat('2026-04-01')",
        "from domain.base import event",
        "from . import events",
    ],
)
def test_what_is_pure_is_let_through(allowed: str) -> None:
    """Dates, identifiers and models are the domain's own material."""
    assert list(impurities(allowed)) == []
