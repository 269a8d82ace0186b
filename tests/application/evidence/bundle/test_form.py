"""A bundle has the form of docs/bundle.md, to the byte."""

import hashlib
import os
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from application.evidence.bundle.question import Kind
from application.evidence.checkpoint import Checkpoint, Signed
from application.evidence.note import Note, Signature
from application.evidence.signing import sign
from application.evidence.timestamps import Timestamp
from infrastructure.signing.ed25519 import Ed25519Verifier
from tests.application.demo.given import Ayumi, told
from tests.given_bundles import (
    PAGE,
    demonstration,
    made,
    of_demonstration,
    of_made_up,
    public_key,
    sign_at,
)

KINDS: tuple[Kind, ...] = ("evaluation", "publication")
MEMBERS = [
    "manifest.txt", "README.txt", "checkpoint.txt", "figures.json", "words.json", "events.jsonl",
    "verify.html",
]  # fmt: skip
AT = datetime(2026, 11, 23, 3, tzinfo=UTC)
ROOT = Path(__file__).parents[4]


@pytest.mark.parametrize("kind", KINDS)
def test_the_manifest_says_what_it_is_about_and_names_every_member(
    postgres_url: str, kind: Kind
) -> None:
    """Line by line, with the SHA-256 of each other member in its order."""
    bundle = of_demonstration(postgres_url, kind)
    lines = bundle.member("manifest.txt").decode().split("\n")
    size = Signed.read(bundle.member("checkpoint.txt").decode()).checkpoint.size
    digests = [hashlib.sha256(bundle.member(name)).hexdigest() for name in MEMBERS[1:]]

    assert bundle.names() == MEMBERS
    assert lines[:-3] == [
        "ayumi-bundle/1",
        f"for: {kind}",
        "origin: ayumi/demo/1",
        f"size: {size}",
        "programme: grant:dx-r6",
        "valid-on: 2026-11-23",
        "fiscal-years: 2024 2025 2026",
        *(["suppressed-below: 5"] if kind == "publication" else []),
        *(f"sha256: {sha} {name}" for sha, name in zip(digests, MEMBERS[1:], strict=True)),
    ]


def test_the_logs_own_key_signs_the_manifest_under_a_name_of_its_own(postgres_url: str) -> None:
    """So that no checkpoint can be passed off as a manifest, nor the other way round."""
    bundle = of_demonstration(postgres_url)
    note = Note.read(bundle.member("manifest.txt").decode())
    key = Ed25519Verifier("ayumi/demo/1/bundle", bundle.key.public)

    assert note.signers([key]) == ["ayumi/demo/1/bundle"]
    assert [signature.id for signature in note.signatures] == [key.id]


def canonical(members: dict[str, bytes]) -> bytes:
    """Write a ZIP as docs/bundle.md has it, without a library."""
    whole, directory = b"", b""
    for name, content in members.items():
        common = struct.pack("<HHHHHLLLHH", 20, 0, 0, 0, 33, crc(content), len(content),
                             len(content), len(name), 0)  # fmt: skip
        directory += (
            b"PK\x01\x02" + bytes([20, 3]) + common
            + struct.pack("<HHHLL", 0, 0, 0, 0o600 << 16, len(whole)) + name.encode()
        )  # fmt: skip
        whole += b"PK\x03\x04" + common + name.encode() + content
    end = struct.pack("<HHHHLLH", 0, 0, len(members), len(members), len(directory), len(whole), 0)
    return whole + directory + b"PK\x05\x06" + end


def crc(content: bytes) -> int:
    """Give the CRC-32 of some bytes."""
    return zlib.crc32(content)


@pytest.mark.parametrize("kind", KINDS)
def test_its_members_alone_decide_every_byte(postgres_url: str, kind: Kind) -> None:
    """The ZIP is the canonical one."""
    bundle = of_demonstration(postgres_url, kind)
    assert bundle.content == canonical({name: bundle.member(name) for name in bundle.names()})


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_question_gives_the_same_bytes(postgres_url: str, kind: Kind) -> None:
    """Of the same log and size, whoever asks, and however often."""
    with demonstration(postgres_url) as consortium:
        first, second = made(consortium, kind), made(consortium, kind)
        assert second.content == first.content
        assert second.said == first.said
        assert first.said.sha256 == hashlib.sha256(first.content).hexdigest()


ELSEWHERE = """
import sys
from datetime import date
from pathlib import Path
from application.evidence.bundle.question import BundleAsked
from application.evidence.bundle.writer import write_bundle
from infrastructure.postgres.installation import PostgresInstallation
from tests.given_bundles import PAGE

url, folder, out, *_ = sys.argv[1:]
with PostgresInstallation(url, lambda: date(2026, 11, 23), Path(folder)) as installation:
    with open(out, "w+b") as file:
        write_bundle(installation.take_up("demo"), BundleAsked("evaluation"), PAGE, file)
"""


def test_another_process_in_another_time_zone_writes_the_same_bytes(
    postgres_url: str, tmp_path: Path
) -> None:
    """No clock, no place, no order of a set is in a bundle."""
    desk, out = tmp_path / "desk", tmp_path / "bundle.zip"
    with told(postgres_url) as url:
        with Ayumi(url, signing_dir=desk).installation() as installation:
            consortium = installation.take_up("demo")
            assert consortium.desk
            consortium.desk.create_key()
            here = made(consortium)
        subprocess.run(
            [sys.executable, "-c", ELSEWHERE, url, str(desk), str(out)],
            cwd=ROOT,
            env={**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C",
                 "PYTHONPATH": str(ROOT)},
            check=True,
        )  # fmt: skip
    assert out.read_bytes() == here.content


def test_the_checkpoint_stands_in_it_as_it_is_kept(postgres_url: str) -> None:
    """With whatever others have put to it since it was signed."""
    with demonstration(postgres_url) as consortium:
        signed = sign_at(consortium, 100)
        note = Note(signed.note.text, (*signed.note.signatures, Signature("w", bytes(4), b"x")))
        kept = Signed(signed.checkpoint, note)

        class Witnessed:
            """What a table with co-signatures gives."""

            def latest(self, _size: int | None = None) -> Signed:
                """Give the one checkpoint."""
                return kept

            def timestamp(self, _checkpoint: Checkpoint) -> None:
                """Nobody was asked for one."""

        witnessed = replace(consortium, checkpoints=Witnessed())  # type: ignore[arg-type]
        bundle = made(witnessed, as_of=100)
    assert bundle.member("checkpoint.txt").decode() == note.written()


def test_an_earlier_checkpoint_and_a_timestamp_have_their_places(postgres_url: str) -> None:
    """Between the checkpoint and the figures; both are in the manifest."""
    with demonstration(postgres_url) as consortium:
        earlier = sign_at(consortium, 300).note.written()
        checkpoint = sign(consortium).checkpoint
        consortium.checkpoints.stamp(checkpoint, Timestamp(AT, "架空時刻認証局", b"a reply"))
        bundle = made(consortium, previous=earlier)
    assert bundle.names() == [
        *MEMBERS[:3], "previous.txt", "timestamp.tsr", *MEMBERS[3:],
    ]  # fmt: skip
    assert bundle.member("previous.txt").decode() == earlier
    assert bundle.member("timestamp.tsr") == b"a reply"
    named = [line.split(" ")[2] for line in bundle.member("manifest.txt").decode().split("\n")
             if line.startswith("sha256: ")]  # fmt: skip
    assert named == bundle.names()[1:]


def test_the_page_is_the_one_that_was_given(postgres_url: str) -> None:
    """Byte for byte."""
    assert of_demonstration(postgres_url).member("verify.html") == PAGE


def test_an_earlier_size_gives_the_bundle_of_that_size(postgres_url: str) -> None:
    """What was recorded since is not in it, nor in its figures."""
    with demonstration(postgres_url) as consortium:
        sign_at(consortium, 700)
        then = made(consortium)
        earlier = made(consortium, as_of=700)
        assert earlier.key == public_key(consortium)
    assert len(earlier.events()) == earlier.said.question.size == 700
    assert then.said.question.size > 700
    assert max(at for figure in earlier.figures() for at in figure["counted"]) <= 700


def test_a_made_up_log_gives_a_bundle_as_well(postgres_url: str) -> None:
    """Of whatever kinds of events; it can be opened as any ZIP."""
    bundle = of_made_up(postgres_url, events=1000)
    with ZipFile(BytesIO(bundle.content)) as archive:
        assert archive.testzip() is None
    assert len(bundle.events()) == 1000
