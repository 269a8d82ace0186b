"""A new epoch of a log whose signed part was lost: said and signed, never passed over."""

from datetime import date

from application.decision import stream_id
from application.evidence.checkpoint import Signed
from application.evidence.desk import MemoryLost, SigningRefused
from application.evidence.signing import (
    NotContinued,
    continued,
    last_signed,
    opening,
    sign_tree,
    signed_before,
    signer,
)
from application.of_itself import say
from application.ports import Log
from application.recorded import Reason
from application.service import Consortium
from domain.base.words import Label
from domain.log.events import LogOpened

NOTHING_SIGNED = Label(
    "まだ何も署名されていないので、新しい期は要りません。ayumi checkpoint で署名してください。",
    "Nothing has been signed yet, so there is nothing to discontinue: sign with ayumi checkpoint.",
)
NOTHING_LOST = Label(
    "記録は署名した内容を含んでいるので、新しい期は要りません。",
    "The record holds what was signed, so there is nothing to discontinue.",
)


def ends(log: Log) -> list[str]:
    """Give the notes of the checkpoints with which the epochs before this one ended.

    Whoever missed whole epochs follows what each says of the one before it.
    """
    opened = [recorded.event for recorded in log.events(topics=[LogOpened.TOPIC])]
    told = [event.previous_checkpoint for event in opened if isinstance(event, LogOpened)]
    return [note for note in told if note is not None]


def open_epoch(consortium: Consortium) -> Signed:
    """Open a new epoch of a log that does not continue what was signed, and sign it.

    The event that opens it holds the last checkpoint of the epoch before, and every checkpoint of
    the new one says that it does not continue that. Safe to repeat if it was killed in between.
    Raises `SigningRefused` where nothing is lost, not even the desk's memory, and where rows must
    be restored first.
    """
    desk, _ = signer(consortium)
    with desk.alone():
        last = _last(consortium)
        continued(consortium.log)
        if not _said(opening(consortium.log).previous_checkpoint, last):
            _record(consortium, last)
        return sign_tree(consortium, continued(consortium.log))


def _last(consortium: Consortium) -> Signed:
    """Give what is not continued: what was signed last, where the record does not hold it.

    Where the desk's memory is lost, nobody knows whether the record holds it. Then it is what the
    log's own table kept last; without that there is nothing to say, and the memory has to be
    put back.
    """
    try:
        last = last_signed(consortium)
    except MemoryLost:
        if (kept := consortium.checkpoints.latest()) is None:
            raise
        return kept
    if last is None:
        raise SigningRefused(NOTHING_SIGNED)
    if not _lost(consortium):
        raise SigningRefused(NOTHING_LOST)
    return last


def _said(previous: str | None, last: Signed) -> bool:
    """Whether an epoch was opened after this; a witness may have co-signed it since."""
    return previous is not None and Signed.read(previous).note.text == last.note.text


def _lost(consortium: Consortium) -> bool:
    try:
        continued(consortium.log, signed_before(consortium))
    except NotContinued:
        return True
    return False


def _record(consortium: Consortium, last: Signed) -> None:
    log = consortium.log
    epoch = max(last.checkpoint.epoch, opening(log).epoch) + 1
    stream = stream_id(log.namespace, "log", str(epoch))
    projections = {one.name: one.version for one in consortium.store.status().values()}

    def opened(day: date) -> LogOpened:
        return LogOpened(
            effective_on=day,
            origin=log.origin,
            epoch=epoch,
            clock=log.clock,
            projections=projections,
            previous_checkpoint=last.note.written(),
        )

    say(log, stream, opened, key=f"log|{epoch}", reason=Reason.DECISION)
