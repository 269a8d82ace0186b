"""Recording what a sheet says: the commands of its new and changed rows, with their source."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.decision import NotFound, stream_of
from application.documents.preview import Line, Preview
from application.execute import Stale, execute
from application.ports import KeyReused, Receipt, StreamMoved
from application.recorded import JAPAN, Entry, Reason, Source, is_late
from application.rehearse import reason_of
from application.service import Consortium
from domain.base.rule import RuleBroken
from domain.evidence.commands import ReceiveImport


@dataclass(frozen=True, slots=True)
class File:
    """The file that was received: its name, its bytes, and on which day."""

    name: str
    content: bytes
    received_on: date


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import recorded: rows, events' positions, and rows that were refused meanwhile."""

    rows: int
    commands: int
    position: int
    refused: list[tuple[int, str]]


def record(  # noqa: PLR0913 - each is one thing that an import depends on
    consortium: Consortium,
    found: Preview,
    file: File,
    *,
    actor: str,
    on_behalf_of: str | None = None,
    reason: Reason = Reason.ROUTINE,
    at: datetime | None = None,
) -> Imported:
    """Record the new and changed rows, each with its file and row.

    A sheet may be how an office enters what has just happened, or the record that it kept before.
    Its day decides: what lies more than 31 days back was taken over, and never looks as if it had
    been recorded at the time. `reason` is why the other rows are entered.
    What is recorded already, in doubt or bad is left alone. Keys come from what is recorded, not
    from where it stands in the file, so the same row is recorded once however often it comes.
    """
    lines = [line for line in found.lines if line.status in {"new", "changed"}]
    if not lines:
        return Imported(0, 0, consortium.log.last()[0], [])
    received = _receive(consortium, found, file, actor, at)
    refused: list[tuple[int, str]] = []
    written: list[Receipt] = []
    rows = 0
    for line in lines:
        entry = Entry(
            actor=actor,
            on_behalf_of=on_behalf_of,
            reason=reason,
            source=Source(evidence=received, row=line.number),
            correlation=received,
            confirms=found.confirms,
        )
        try:
            written += _record_line(consortium, found, line, entry, at)
            rows += 1
        except (RuleBroken, NotFound, Stale, StreamMoved, KeyReused) as refusal:
            refused.append((line.number, reason_of(refusal)))
    position = max((receipt.position for receipt in written), default=consortium.log.last()[0])
    return Imported(rows, len(written), position, refused)


def _receive(
    consortium: Consortium, found: Preview, file: File, actor: str, at: datetime | None
) -> UUID:
    digest = hashlib.sha256(file.content).hexdigest()
    command = ReceiveImport(
        effective_on=file.received_on,
        kind=found.kind.name,
        file_name=file.name,
        sha256=digest,
        sheet=found.sheet,
        rows=len(found.lines),
    )
    stream = stream_of(consortium.log.namespace, command)
    if not consortium.log.read(stream):
        entry = Entry(actor=actor, reason=Reason.TAKE_OVER, confirms=found.confirms)
        key = f"import|{found.kind.name}|{digest}"
        log, vault, today = consortium.log, consortium.vault, consortium.today()
        try:
            execute(log, vault, command, entry, key=key, at=at, today=today)
        except (RuleBroken, StreamMoved, KeyReused):
            # Somebody else received the same file meanwhile; it is one file.
            if not consortium.log.read(stream):
                raise
    return stream


def _record_line(
    consortium: Consortium, found: Preview, line: Line, entry: Entry, at: datetime | None
) -> list[Receipt]:
    log, vault = consortium.log, consortium.vault
    receipts: list[Receipt] = []
    today = at.astimezone(JAPAN).date() if at else consortium.today()
    for command, seen in zip(line.commands, line.seen, strict=True):
        earlier = is_late(command.effective_on, today)
        how = {"taken_over": True, "reason": Reason.TAKE_OVER} if earlier else {}
        # The version is part of the key: what was voided can be taken over again. It is the one
        # that was compared with: whoever compared the same meanwhile records nothing twice.
        said = f"{type(command).__name__}|{seen}|{command.model_dump_json()}".encode()
        key = f"import|{found.kind.name}|{line.key}|{vault.fingerprint(said).hex()}"
        its = entry.model_copy(update=how)
        receipts.append(
            execute(log, vault, command, its, key=key, expected=seen, at=at, today=today)
        )
    return receipts
