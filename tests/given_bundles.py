"""Real bundles for tests: of the demonstration, of a made-up log, of any consortium that signs.

    made = of_demonstration(postgres_url)            # for evaluation
    made = of_demonstration(postgres_url, "publication", valid_on=date(2025, 3, 31))
    made = of_made_up(postgres_url, events=2000, seed=3)
    made.content, made.key.written(), made.member("figures.json")

Each is made once in a run of the tests. `signing` puts a desk with a key to a consortium of your
own, `sign_at` signs it at an earlier size, `made` makes a bundle of it.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from psycopg_pool import ConnectionPool

from application.evidence.bundle.question import BundleAsked, Kind
from application.evidence.bundle.writer import Bundle, write_bundle
from application.evidence.checkpoint import Signed
from application.evidence.signing import epoch_name, opening, sign_tree, signer
from application.evidence.tree import Tree
from application.service import Consortium
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.installation import put_together
from infrastructure.signing.desk import FileDesk
from infrastructure.signing.ed25519 import Ed25519Verifier
from interfaces import verify_page
from tests.application.demo.given import Ayumi, told
from tests.made_up.calendar import LAST
from tests.made_up.log import make_log
from tests.made_up.programme import SEED

PAGE = b"<!doctype html><title>a page that checks nothing</title>\n"


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle, byte for byte, what its writer says of it, and the log's public key."""

    content: bytes
    said: Bundle
    key: Ed25519Verifier

    def names(self) -> list[str]:
        """Give the names of its members, in their order."""
        with ZipFile(BytesIO(self.content)) as archive:
            return archive.namelist()

    def member(self, name: str) -> bytes:
        """Give a member."""
        with ZipFile(BytesIO(self.content)) as archive:
            return archive.read(name)

    def figures(self) -> list[dict[str, Any]]:
        """Give the figures."""
        found: list[dict[str, Any]] = json.loads(self.member("figures.json"))["figures"]
        return found

    def events(self) -> list[dict[str, Any]]:
        """Give the lines of events."""
        return [json.loads(line) for line in self.member("events.jsonl").split(b"\n") if line]


@contextmanager
def page_of_the_tests(folder: Path) -> Iterator[None]:
    """Let command line and API put `PAGE` into bundles, as long as the context lasts."""
    page = folder / "verify.html"
    page.write_bytes(PAGE)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(verify_page, "PAGE", page)
        yield


@cache
def of_demonstration(server: str, kind: Kind = "evaluation", **asked: Any) -> Made:  # noqa: ANN401
    """Give a bundle of the demonstration, as it stands on the tests' day."""
    with demonstration(server) as consortium:
        return made(consortium, kind, **asked)


@cache
def of_made_up(
    server: str,
    kind: Kind = "evaluation",
    *,
    events: int = 1000,
    seed: int = SEED,
    **asked: Any,  # noqa: ANN401
) -> Made:
    """Give a bundle of a made-up log, as it stands on the last day of its years."""
    with made_up(server, events, seed) as consortium:
        return made(consortium, kind, **asked)


@contextmanager
def demonstration(server: str) -> Iterator[Consortium]:
    """Give the demonstration, in a copy that may be changed, with a key to sign."""
    with (
        told(server) as url,
        TemporaryDirectory() as folder,
        Ayumi(url, signing_dir=Path(folder)).installation() as installation,
    ):
        consortium = installation.take_up("demo")
        assert consortium.desk
        consortium.desk.create_key()
        yield consortium


@contextmanager
def made_up(server: str, events: int, seed: int = SEED) -> Iterator[Consortium]:
    """Give a made-up log of so many events, with a key to sign."""
    schema = f"test_{uuid4().hex}"
    log = make_log(server, schema, events, seed)
    readers: ConnectionPool[Any] = ConnectionPool(server, open=False)
    with Datastore(server, schema) as datastore, TemporaryDirectory() as folder:
        consortium = put_together(schema, log, datastore, readers, lambda: LAST)
        try:
            yield signing(consortium, Path(folder))
        finally:
            log.close()


def signing(consortium: Consortium, folder: Path) -> Consortium:
    """Give the consortium with a desk in this folder, and a key there."""
    desk = FileDesk(folder, consortium.name)
    desk.create_key()
    return replace(consortium, desk=desk)


def sign_at(consortium: Consortium, size: int) -> Signed:
    """Sign the log as it was at a size; sizes come in their order."""
    desk, _ = signer(consortium)
    with desk.alone():
        return sign_tree(consortium, Tree(consortium.log.leaf_hashes(range(size))))


def public_key(consortium: Consortium) -> Ed25519Verifier:
    """Give the log's public key, under the name of its present epoch."""
    log, (_, key) = consortium.log, signer(consortium)
    return Ed25519Verifier.read(key.verifier(epoch_name(log, opening(log))).written())


def witness_key(name: str, number: int) -> Ed25519PrivateKey:
    """Give a private key of a witness of the demonstration, which is no secret."""
    seed = hashlib.sha256(f"ayumi demo, no secret: {name} {number}".encode()).digest()
    return Ed25519PrivateKey.from_private_bytes(seed)


def made(
    consortium: Consortium,
    kind: Kind = "evaluation",
    *,
    page: bytes = PAGE,
    **asked: Any,  # noqa: ANN401 - as it is asked
) -> Made:
    """Make a bundle; keywords are those of `BundleAsked`."""
    out = BytesIO()
    said = write_bundle(consortium, BundleAsked(kind, **asked), page, out)
    return Made(out.getvalue(), said, public_key(consortium))
