"""Files on the command line: who takes one, and the one place in which one is written.

What may be written is a file whose export is recorded, a form that holds nothing of any record, or
a signed note, which says how long the record is and names its hash.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, BinaryIO, NoReturn, TypeVar, cast

import typer
from pydantic import ValidationError

from application.documents.template import Blank
from application.evidence.exports import File, Handed, hand_over
from application.evidence.note import Note
from application.recorded import Entry
from application.service import Consortium
from domain.base.rule import RuleBroken
from interfaces.cli.context import Context

Taker = Annotated[
    str,
    typer.Option(
        "--actor", help="書き出す人。持ち出しとして記録される / who writes it out; it is recorded."
    ),
]
CLERK = "clerk"
NOT_WRITTEN = 2
RECORDED = "持ち出しとして記録しました。 / It is recorded as an export."
T = TypeVar("T")


def taker(actor: str) -> Entry:
    """Give who takes a file, as they say."""
    try:
        return Entry(actor=actor)
    except ValidationError:
        raise typer.BadParameter(
            "英数字と . _ : - で64字まで / letters, digits and . _ : -, up to 64.",
            param_hint="--actor",
        ) from None


def put(context: Context, consortium: Consortium, path: Path, file: File, actor: str) -> Handed:
    """Record that a file is written out, and write it, its parts beside it.

    What cannot be recorded is not written. Then, or if it cannot be written, it is said why, and
    the command ends.
    """
    entry = taker(actor)
    try:
        if file.parts:
            path.parent.mkdir(parents=True, exist_ok=True)
        # Opened first: what can never be written is not recorded as written out.
        with _opened(path) as out:
            handed = hand_over(consortium, file, entry)
            for name, content in handed.parts.items():
                path.with_name(name).write_bytes(content)
            if path.is_file():
                out.truncate(0)
            shutil.copyfileobj(handed.file, out)
    except RuleBroken as broken:
        context.fail(f"{broken.rule.ja}\n{broken.rule.en}")
    except OSError as error:
        _not_written(context, error)
    return handed


def put_unrecorded(context: Context, path: Path, what: Blank | Note) -> None:
    """Write what is no export; where that cannot be done, say why and end."""
    content = what.content if isinstance(what, Blank) else what.written().encode()
    try:
        path.write_bytes(content)
    except OSError as error:
        _not_written(context, error)


def put_new(path: Path, write: Callable[[BinaryIO], tuple[T, Handed]]) -> T:
    """Have a file written, put it in its place once it is whole, and tell what was said of it.

    Whoever is killed on the way leaves nothing that looks like it. Raises `FileExistsError` where
    there is a file already.
    """
    if path.exists():
        raise FileExistsError(str(path))
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.") as beside:
        told, _ = write(cast("BinaryIO", beside))
        beside.flush()
        os.fsync(beside.fileno())
        # Unlike a renaming, a link never takes the place of what came to be there meanwhile.
        try:
            os.link(beside.name, path)
        except FileExistsError:
            raise FileExistsError(str(path)) from None
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return told


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file, and leave it as it was where nothing comes of it."""
    is_new = not path.exists()
    try:
        with path.open("ab") as out:
            yield out
    except BaseException:
        if is_new:
            path.unlink(missing_ok=True)
        raise


def _not_written(context: Context, error: OSError) -> NoReturn:
    context.fail(f"書き出せません / cannot be written: {error}", NOT_WRITTEN)
