"""The files of evidence items: attach, file."""

import hashlib
import mimetypes
from base64 import b64encode
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from application.asking.moments import as_of as moment_of
from application.decision import NotFound, stream_id
from application.evidence.files import FileDamaged, FileErased, NoFile, attached_file
from application.execute import execute
from application.recorded import Entry
from application.rehearse import reason_of
from domain.base.rule import RuleBroken
from domain.evidence.commands import AttachFile
from interfaces.cli.ask import DAY, AsOf, a_day, asking
from interfaces.cli.context import ConsortiumName, Context
from interfaces.cli.handing import CLERK, RECORDED, Taker, put

NumberOfEvidence = Annotated[str, typer.Argument(metavar="NUMBER", help="証拠番号 / its number.")]


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add these commands to the command line."""

    @cli.command("attach")
    def attach(
        number: NumberOfEvidence,
        file: Annotated[Path, typer.Argument(help="ファイル / the file.", exists=True)],
        on: Annotated[
            date | None,
            typer.Option("--on", parser=a_day, metavar=DAY, help="添付日 / the day."),
        ] = None,
        actor: Annotated[str, typer.Option(help="記録する人 / who records it.")] = "clerk",
        consortium: ConsortiumName = None,
    ) -> None:
        """証拠書類にファイルを添付する / Attach a file to an evidence item; it is sealed."""
        content = file.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        with context.consortium(consortium) as found:
            try:
                command = AttachFile(
                    effective_on=on or found.today(),
                    evidence_id=stream_id(found.log.namespace, "evidence", number),
                    content=b64encode(content).decode(),
                    media_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream",
                    sha256=digest,
                )
                version = len(found.log.read(command.evidence_id))
                key = f"attach|{number}|{version}|{digest}"
                entry = Entry(actor=actor)
                receipt = execute(
                    found.log, found.vault, command, entry, key=key, today=found.today()
                )
            except ValidationError as error:
                said = (one["msg"].removeprefix("Value error, ") for one in error.errors())
                context.fail("; ".join(said))
            except (RuleBroken, NotFound) as refused:
                context.fail(reason_of(refused))
        context.screen.print(
            f"{number}  {file.name}  {len(content):,} バイト / bytes"
            f"  SHA-256 {digest}  位置 / position {receipt.position}",
            highlight=False,
            soft_wrap=True,
        )

    @cli.command("file")
    def file_(
        number: NumberOfEvidence,
        out: Annotated[Path, typer.Option("--out", help="書き出す先 / where to write it.")],
        as_of: AsOf = None,
        actor: Taker = CLERK,
        consortium: ConsortiumName = None,
    ) -> None:
        """証拠書類のファイルを取り出す / Take out the file of an evidence item, as attached."""
        with asking(context, consortium) as found:
            evidence_id = stream_id(found.log.namespace, "evidence", number)
            position = moment_of(found.log, as_of).position
            try:
                attached = attached_file(found, evidence_id, position)
            except NotFound as missing:
                context.fail(reason_of(missing))
            except NoFile:
                context.fail(f"{number} にファイルは添付されていません / no file is attached")
            except FileErased:
                context.fail(f"{number} のファイルは消去されています / the file has been erased")
            except FileDamaged:
                context.fail(f"{number} のSHA-256が記録と合いません / the file is damaged")
            file = put(context, found, out, attached.file, actor)
        context.screen.print(
            f"{out}  {file.size:,} バイト / bytes  SHA-256 {file.sha256}\n{RECORDED}",
            highlight=False,
            soft_wrap=True,
        )
