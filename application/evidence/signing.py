"""Signing the log as it stands, and refusing where it does not continue what was signed."""

from collections.abc import Sequence

from application.evidence.checkpoint import SIMULATED, Checkpoint, Signed
from application.evidence.desk import Desk, NoKey, SigningKey, SigningRefused
from application.evidence.note import Note
from application.evidence.timestamps import Timestamp
from application.evidence.tree import Tree
from application.ports import Log
from application.service import Consortium
from domain.base.words import Label
from domain.log.events import LogOpened

EPOCH_JA = "失われた事実が戻らないときは、ayumi epoch new で新しい期を開いてください。"
EPOCH_EN = " If what was lost cannot be had again, open a new epoch: ayumi epoch new."


class NotContinued(SigningRefused):
    """The log is not what was signed, with more behind it."""


def signer(consortium: Consortium) -> tuple[Desk, SigningKey]:
    """Give the desk that a log is signed at, and its key; raises `NoKey` if either is missing."""
    desk = consortium.desk
    if desk is None or (key := desk.key()) is None:
        raise NoKey
    return desk, key


def sign(consortium: Consortium) -> Signed:
    """Sign the log as it stands, unless that has been done, and give the checkpoint as it is kept.

    Whoever has co-signed this very size already stands in it. What is signed is remembered at the
    desk before it is kept for others: whoever is killed in between has signed nothing that anybody
    saw and the desk does not know. Raises `SigningRefused`; then nothing was signed.
    """
    desk, _ = signer(consortium)
    with desk.alone():
        return sign_tree(consortium, continued(consortium.log, signed_before(consortium)))


def signed_of(consortium: Consortium, size: int | None = None) -> Signed | None:
    """Give what was signed last in the present epoch, or last of a size, as it is kept."""
    found, log = consortium.checkpoints.latest(size), consortium.log
    present = found and found.checkpoint.origin == epoch_name(log, opening(log))
    return found if present else None


def stamp(consortium: Consortium, signed: Signed) -> Timestamp:
    """Give the timestamp of a checkpoint, which an authority is asked for if none is kept.

    Nobody does so unasked: it wants a network, and often money. Raises `TimestampRefused`.
    """
    checkpoints, checkpoint = consortium.checkpoints, signed.checkpoint
    if kept := checkpoints.timestamp(checkpoint):
        return kept
    checkpoints.stamp(checkpoint, consortium.timestamper.stamp(signed.note.text))
    kept = checkpoints.timestamp(checkpoint)
    assert kept is not None  # noqa: S101 - this one, or another that was kept at the same time
    return kept


def last_signed(consortium: Consortium) -> Signed | None:
    """Give what was signed last, from desk or table, whichever is further."""
    return next(reversed(signed_before(consortium)), None)


def signed_before(consortium: Consortium) -> Sequence[Signed]:
    """Give what desk and table signed last, the further one last: the log continues both.

    The table is no proof, for it goes with the database: whatever it holds, what the desk remembers
    stands beside it. Only the desk's comes first, so the table may still be in the epoch before,
    which is left.
    """
    own = consortium.desk.last() if consortium.desk else None
    kept = consortium.checkpoints.latest()
    if own and kept and kept.checkpoint.epoch < own.checkpoint.epoch:
        kept = None
    known = [signed for signed in (kept, own) if signed]
    return sorted(known, key=lambda one: (one.checkpoint.epoch, one.checkpoint.size))


def continued(log: Log, before: Sequence[Signed] = ()) -> Tree:
    """Give the tree of the log as it stands, read from its first leaf on.

    Raises `NotContinued` where it does not begin with all that was signed before, in the order of
    its size, and `SigningRefused` where positions are missing or an event is not what its leaf
    says.
    """
    size, _ = log.last()
    tree = Tree()
    for last in (signed.checkpoint for signed in before):
        if last.origin != (origin := epoch_name(log, opening(log))):
            raise NotContinued(_other_epoch(last, origin))
        if size < last.size:
            raise NotContinued(_smaller(last, size))
        for leaf in log.leaf_hashes(range(tree.size, last.size)):
            tree.add(leaf)
        if tree.root() != last.root:
            raise NotContinued(_changed(last))
    for leaf in log.leaf_hashes(range(tree.size, size)):
        tree.add(leaf)
    if tree.size != size:
        raise SigningRefused(_missing(tree.size, size))
    if (position := log.altered(size)) is not None:
        raise SigningRefused(_altered(position))
    return tree


def sign_tree(consortium: Consortium, tree: Tree) -> Signed:
    """Sign a tree of the log's present epoch as `sign` does; who calls it is alone at the desk.

    Every epoch has a name of its own, under which it signs, and under that of the epoch before:
    so who knows the key by the old name can read that the old epoch is not continued.
    """
    log, (desk, key) = consortium.log, signer(consortium)
    opened = opening(log)
    origin = epoch_name(log, opened)
    names, extensions = [origin], []
    if log.clock == "simulated":
        extensions.append(SIMULATED)
    if opened.previous_checkpoint:
        before = Signed.read(opened.previous_checkpoint).checkpoint
        names.append(before.origin)
        extensions.append(before.not_continued())
    checkpoint = Checkpoint(origin, tree.size, tree.root(), tuple(extensions))
    text = checkpoint.text()
    signed = Signed(checkpoint, Note(text, tuple(key.sign(name, text) for name in names)))
    # The same text has the same signature, so what was signed already is only written again.
    desk.remember(signed)
    return consortium.checkpoints.keep(signed)


def opening(log: Log) -> LogOpened:
    """Give how the log's present epoch was opened."""
    found = [recorded.event for recorded in log.events(topics=[LogOpened.TOPIC])][-1]
    assert isinstance(found, LogOpened)  # noqa: S101 - by its topic
    return found


def epoch_name(log: Log, opened: LogOpened) -> str:
    """Give the name under which an epoch of the log is signed."""
    return f"{log.origin}/{opened.epoch}"


def _smaller(last: Checkpoint, size: int) -> Label:
    return Label(
        f"記録は{size}件しかありませんが、{last.size}件まで署名済みです。"
        "古いバックアップから戻されたか、新しい行が消されています。署名しません。"
        f"{last.size}件以上を含むバックアップから戻してください。{EPOCH_JA}",
        f"The record holds {size} events, but {last.size} have been signed: an old backup was"
        " restored, or the newest rows were deleted. Nothing is signed. Restore a backup that"
        f" holds at least {last.size}.{EPOCH_EN}",
    )


def _changed(last: Checkpoint) -> Label:
    return Label(
        f"初めの{last.size}件が、署名したときと違います。"
        "書き換えられたか、戻した後に別の事実が記録されています。署名しません。"
        f"署名したときの内容を含むバックアップから戻してください。{EPOCH_JA}",
        f"The first {last.size} events are not those that were signed: they were changed, or an"
        " old backup was restored and other events recorded after it. Nothing is signed. Restore"
        f" a backup that holds what was signed.{EPOCH_EN}",
    )


def _other_epoch(last: Checkpoint, origin: str) -> Label:
    return Label(
        f"最後に署名した記録は {last.origin} ですが、この記録は {origin} です。署名しません。"
        "AYUMI_SIGNING_DIR が正しいか確かめ、"
        f"古いバックアップから戻した場合は新しいものから戻してください。{EPOCH_JA}",
        f"What was signed last is {last.origin}, but this record is {origin}. Nothing is signed."
        " See whether AYUMI_SIGNING_DIR is the right one; if an old backup was restored, restore"
        f" a newer one.{EPOCH_EN}",
    )


def _missing(found: int, size: int) -> Label:
    return Label(
        f"記録の最後の位置は{size}ですが、{found}件しかありません。途中の行が欠けています。"
        "署名しません。ayumi doctor で位置を確かめ、バックアップから戻してください。",
        f"The record's last position is {size}, but it holds {found} events: rows are missing in"
        " between. Nothing is signed. See where with ayumi doctor, and restore a backup.",
    )


def _altered(position: int) -> Label:
    return Label(
        f"位置{position}の事実が、その照合コードと合いません。書き換えられています。署名しません。"
        "バックアップから戻してください。",
        f"The event at position {position} is not what its leaf says: it was changed. Nothing is"
        " signed. Restore a backup.",
    )
