"""The witness's folder: its key, and the last checkpoint that it saw."""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from interfaces.witness.words import Exit, Stopped

PUT_BACK_JA = (
    "控えから戻してください。控えがなければ、別のフォルダーで新しい鍵を作り、事務局に届けてください。"
    "署名していません。"
)
PUT_BACK_EN = (
    "Put it back from its copy; if there is none, make a new key in another folder and have it"
    " recorded. Nothing was co-signed."
)
NOTHING_SEEN = b"nothing seen yet\n"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Memory:
    """Keeps `key.pem`, `name`, `seen.txt` and a lock in a folder that its owner alone can read.

    `seen.txt` is there from the first key on, and says that nothing was seen yet: where it is
    missing, what was seen is lost, and never taken for nothing.
    A file is written beside its place, brought to the disk, and only then put there: whoever is
    killed leaves the old one or the new one.
    """

    def __init__(self, folder: Path) -> None:
        """Keep things in this folder."""
        self.folder = folder
        self._key, self._name = folder / "key.pem", folder / "name"
        self._seen = folder / "seen.txt"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait until no other run uses the folder, and keep others out."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(self.folder / "lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        finally:
            os.close(file)

    def make_key(self, name: str, *, replace: bool) -> Ed25519PrivateKey:
        """Make a key; one that is there is only replaced if that is said."""
        if self._key.exists() and not replace:
            raise Stopped(
                Exit.USAGE,
                f"鍵はすでにあります: {self._key}。"
                "引継ぎで新しくするときは --replace を付けてください。",
                f"There is a key already: {self._key}. If it is handed over, give --replace.",
            )
        if self._key.exists():
            # A key that is handed over goes on from what was seen; without that, nobody can.
            self.seen()
        elif not os.path.lexists(self._seen):
            self._put(self._seen, NOTHING_SEEN)
        key = Ed25519PrivateKey.generate()
        self._put(self._name, f"{name}\n".encode())
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self._put(self._key, pem)
        return key

    def key(self) -> tuple[str, Ed25519PrivateKey]:
        """Give the key and its name; refuses one that others can read."""
        try:
            if self._key.stat().st_mode & _OTHERS:
                raise Stopped(
                    Exit.USAGE,
                    f"鍵を他の利用者が読めます: {self._key}。chmod 600 を実行し、"
                    "読まれたおそれがあれば鍵を替えてください。",
                    f"Others can read the key: {self._key}. Run chmod 600; if anybody may have"
                    " read it, change it.",
                )
            key = load_pem_private_key(self._key.read_bytes(), None)
            name = self._name.read_text().strip()
        except (FileNotFoundError, ValueError):
            key, name = None, ""
        if not isinstance(key, Ed25519PrivateKey) or not name:
            raise Stopped(
                Exit.USAGE,
                f"鍵がありません: {self.folder}。ayumi-witness new-key で作ってください。",
                f"There is no key in {self.folder}: make one with ayumi-witness new-key.",
            )
        return name, key

    def seen(self) -> bytes | None:
        """Give the checkpoint co-signed last; None before the first. Refuses where it is lost."""
        try:
            found = self._seen.read_bytes()
        except FileNotFoundError:
            raise Stopped(
                Exit.USAGE,
                f"前回見た記録確定点が失われています: {self._seen}。{PUT_BACK_JA}",
                f"What was seen last is lost: {self._seen}. {PUT_BACK_EN}",
            ) from None
        return None if found == NOTHING_SEEN else found

    def remember(self, note: bytes) -> None:
        """Remember what is co-signed; it is on the disk when this returns."""
        self._put(self._seen, note)

    def keep_evidence(self, why: str, files: dict[str, bytes]) -> Path:
        """Keep files for people to look at, under the time and the reason."""
        kept = self.folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}-{why}"
        kept.mkdir(mode=0o700)
        for name, content in files.items():
            self._put(kept / name, content)
        return kept

    def _put(self, place: Path, content: bytes) -> None:
        beside = place.with_name(f".{place.name}.new")
        file = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(file, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(file)
        beside.replace(place)
        folder = os.open(place.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
