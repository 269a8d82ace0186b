"""The signer's desk as files in a folder: a key, what was signed last, and a lock."""

import fcntl
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from application.evidence.checkpoint import Signed
from application.evidence.desk import MemoryLost, SigningRefused
from application.evidence.note import NoteUnread
from domain.base.words import Label
from infrastructure.signing.ed25519 import Ed25519SigningKey

NOTHING_SIGNED = b"nothing signed yet\n"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class FileDesk:
    """Keeps `<name>.key`, `<name>.signed` and `<name>.lock` in a folder, readable by its owner.

    A file is written beside its place, brought to the disk, and only then put there: whoever is
    killed leaves the old one or the new one, and never half of it. What was signed last is there
    from the first key on, and says that nothing was signed yet: where it is missing, it is lost.
    """

    def __init__(self, folder: Path, name: str) -> None:
        """Sit down for the log of one consortium; nothing is made before it is needed."""
        self._folder = folder
        self._key = folder / f"{name}.key"
        self._signed = folder / f"{name}.signed"
        self._lock = folder / f"{name}.lock"

    def create_key(self) -> Ed25519SigningKey:
        """Make a key, and the memory that goes with it; raises `SigningRefused` if there is one."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        private = Ed25519PrivateKey.generate()
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        try:
            if not os.path.lexists(self._key):
                with suppress(FileExistsError):  # what an earlier key signed is not forgotten
                    self._put(NOTHING_SIGNED, self._signed, os.link)
            self._put(pem, self._key, os.link)
        except FileExistsError:
            raise SigningRefused(_there_is_one(self._key)) from None
        return Ed25519SigningKey(private)

    def key(self) -> Ed25519SigningKey | None:
        """Give the key, None if there is none.

        Raises `SigningRefused` if others than its owner can read it, or if it is none.
        """
        try:
            file = os.open(self._key, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return None
        except PermissionError:
            raise SigningRefused(_not_private(self._key)) from None
        with os.fdopen(file, "rb") as opened:
            found = os.fstat(file)
            if found.st_mode & _OTHERS or found.st_uid != os.geteuid():
                raise SigningRefused(_not_private(self._key))
            pem = opened.read()
        try:
            private = load_pem_private_key(pem, None)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            private = None
        if not isinstance(private, Ed25519PrivateKey):
            raise SigningRefused(_no_key(self._key))
        return Ed25519SigningKey(private)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait until nobody else signs at this desk, and keep others out."""
        file = os.open(self._lock, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        finally:
            os.close(file)

    def last(self) -> Signed | None:
        """Give what was signed last; None before the first time. Raises `MemoryLost`."""
        try:
            found = self._signed.read_bytes()
            return None if found == NOTHING_SIGNED else Signed.read(found.decode())
        except FileNotFoundError:
            if self.key() is None:
                return None
            raise MemoryLost(_lost(self._signed)) from None
        except (NoteUnread, UnicodeDecodeError):
            raise SigningRefused(_no_memory(self._signed)) from None

    def remember(self, signed: Signed) -> None:
        """Remember what is signed last; it is on the disk when this returns."""
        self._put(signed.note.written().encode(), self._signed, os.replace)

    def begin_anew(self) -> None:
        """Forget what was signed last of a simulated log that is no more; the key stays.

        What was signed of any other log is not forgotten.
        """
        try:
            last = self.last()
            anew = last is not None and last.checkpoint.simulated
        except MemoryLost:
            # There is nothing left to be forgotten, nor a log that could be held to it.
            anew = True
        if anew:
            self._put(NOTHING_SIGNED, self._signed, os.replace)

    def _put(self, content: bytes, place: Path, put: Callable[[Path, Path], None]) -> None:
        file, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=self._folder)
        beside = Path(name)
        try:
            with os.fdopen(file, "wb") as opened:
                opened.write(content)
                opened.flush()
                os.fsync(file)
            put(beside, place)
        finally:
            beside.unlink(missing_ok=True)
        folder = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _there_is_one(key: Path) -> Label:
    return Label(
        f"鍵はすでにあります: {key}。上書きしません。",
        f"There is a key already: {key}. It is not written over.",
    )


def _not_private(key: Path) -> Label:
    return Label(
        f"鍵は、サービスを動かす利用者だけが読めるものでなければなりません: {key}。"
        f"chmod 600 {key} を実行してください。他人が読んだおそれがあれば、新しい鍵にしてください。",
        f"Nobody but the user who runs the service may read the key: {key}. Run chmod 600 {key};"
        " if others may have read it, use a new one.",
    )


def _no_key(key: Path) -> Label:
    return Label(
        f"署名鍵（Ed25519、PEM）ではありません: {key}。控えから戻してください。",
        f"It is no signing key (Ed25519, PEM): {key}. Put it back from its copy.",
    )


def _lost(signed: Path) -> Label:
    return Label(
        f"最後に署名した内容が失われています: {signed}。署名しません。控えから戻すか、"
        "評価者や立会人が持っている最後の記録確定点をそこに置いてください。"
        "どちらもないときは、ayumi epoch new で新しい期を開いてください。",
        f"What was signed last is lost: {signed}. Nothing is signed. Put it back from its copy, or"
        " put the last checkpoint there that an evaluator or a witness has kept. If there is"
        " neither, open a new epoch: ayumi epoch new.",
    )


def _no_memory(signed: Path) -> Label:
    return Label(
        f"最後に署名した内容が読めません: {signed}。控えから戻してください。"
        "確かめずに署名することはありません。",
        f"What was signed last cannot be read: {signed}. Put it back from its copy; nothing is"
        " signed without looking at it.",
    )
