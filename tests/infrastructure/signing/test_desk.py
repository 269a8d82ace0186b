"""The signer's desk: a key that only its owner reads, and a memory that is never guessed."""

from base64 import b64encode
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from application.evidence.checkpoint import Signed
from application.evidence.desk import MemoryLost, SigningRefused
from infrastructure.signing.desk import FileDesk
from tests.infrastructure.signing.given import NAME

ROOT = b64encode(bytes(32)).decode()
SIGNED = Signed.read(f"ayumi/example/1\n1\n{ROOT}\n\n— a {b64encode(bytes(8)).decode()}\n")


def test_a_new_key_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    """Its folder too, where that has to be made; the key is the same when it is read again."""
    folder = tmp_path / "desks" / "here"
    made = FileDesk(folder, NAME).create_key()
    found = FileDesk(folder, NAME).key()

    assert (folder / f"{NAME}.key").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert found
    assert found.verifier("a") == made.verifier("a")
    assert {file.name for file in folder.iterdir()} == {f"{NAME}.key", f"{NAME}.signed"}


def test_a_key_is_never_written_over(desk: FileDesk, tmp_path: Path) -> None:
    """Whoever signed with it could not sign any more."""
    before = (tmp_path / f"{NAME}.key").read_bytes()

    with pytest.raises(SigningRefused, match="not written over"):
        desk.create_key()
    assert (tmp_path / f"{NAME}.key").read_bytes() == before


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601, 0o777])
def test_a_key_that_others_can_reach_is_not_used(desk: FileDesk, tmp_path: Path, mode: int) -> None:
    """It says which file, and how to close it."""
    (tmp_path / f"{NAME}.key").chmod(mode)

    with pytest.raises(SigningRefused, match="chmod 600") as found:
        desk.key()
    assert str(tmp_path) in found.value.why.ja
    assert str(tmp_path) in found.value.why.en


def test_a_key_of_another_kind_is_not_used(desk: FileDesk, tmp_path: Path) -> None:
    """Nor what is no key at all."""
    rsa = generate_private_key(65537, 2048).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    for content in (rsa, b"", b"nothing of the kind\n"):
        (tmp_path / f"{NAME}.key").write_bytes(content)
        with pytest.raises(SigningRefused, match="no signing key"):
            desk.key()


def test_where_there_is_no_key_there_is_none(tmp_path: Path) -> None:
    """And nothing is made by looking."""
    assert FileDesk(tmp_path / "nowhere", NAME).key() is None
    assert list(tmp_path.iterdir()) == []


def test_what_is_remembered_is_what_was_signed(desk: FileDesk, tmp_path: Path) -> None:
    """To the byte, in a file of its own that nobody else reads, with nothing left beside it."""
    assert desk.last() is None
    desk.remember(SIGNED)
    desk.remember(SIGNED)

    assert desk.last() == SIGNED
    assert (tmp_path / f"{NAME}.signed").read_text(encoding="utf-8") == SIGNED.note.written()
    assert (tmp_path / f"{NAME}.signed").stat().st_mode & 0o777 == 0o600
    assert {file.name for file in tmp_path.iterdir()} == {f"{NAME}.key", f"{NAME}.signed"}


@pytest.mark.parametrize("content", [b"", b"\xff", SIGNED.note.written().encode()[:-9]])
def test_a_memory_that_cannot_be_read_is_not_taken_for_none(
    desk: FileDesk, tmp_path: Path, content: bytes
) -> None:
    """Who cannot remember does not sign."""
    (tmp_path / f"{NAME}.signed").write_bytes(content)

    with pytest.raises(SigningRefused, match="cannot be read"):
        desk.last()


def test_a_memory_that_is_gone_is_not_taken_for_none(desk: FileDesk, tmp_path: Path) -> None:
    """A desk with a key remembers at least that it has signed nothing yet."""
    (tmp_path / f"{NAME}.signed").unlink()

    with pytest.raises(MemoryLost, match="Put it back from its copy"):
        desk.last()
    (tmp_path / f"{NAME}.signed").write_text(SIGNED.note.written())
    assert desk.last() == SIGNED


def test_a_key_that_takes_the_place_of_another_is_held_to_what_that_signed(
    desk: FileDesk, tmp_path: Path
) -> None:
    """Whoever makes a new one cannot make the desk forget so."""
    desk.remember(SIGNED)
    (tmp_path / f"{NAME}.key").unlink()
    desk.create_key()

    assert desk.last() == SIGNED
