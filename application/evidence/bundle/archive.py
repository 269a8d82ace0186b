"""The file: a ZIP in one canonical form, so that its members alone decide every byte."""

import shutil
from collections.abc import Mapping
from typing import BinaryIO
from zipfile import ZIP_STORED, LargeZipFile, ZipFile, ZipInfo

from application.evidence.bundle import refusals

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name: when a bundle was made is no part of it."""
UNIX = 3
OWNERS = 0o600


def write_archive(members: Mapping[str, bytes | BinaryIO], out: BinaryIO) -> None:
    """Write the members in their order; `out` can be read and sought in.

    A member is its bytes, or an open file that is read from its beginning.
    """
    try:
        with ZipFile(out, "w", ZIP_STORED, allowZip64=False) as archive:
            for name, content in members.items():
                _write(archive, name, content)
    except LargeZipFile:
        refusals.TOO_LARGE.broken()


def _write(archive: ZipFile, name: str, content: bytes | BinaryIO) -> None:
    member = ZipInfo(name, OLDEST)
    member.create_system = UNIX
    member.external_attr = OWNERS << 16
    if isinstance(content, bytes):
        archive.writestr(member, content)
        return
    member.file_size = content.seek(0, 2)
    content.seek(0)
    with archive.open(member, "w") as opened:
        shutil.copyfileobj(content, opened)
