"""Proofs that an outsider can check against a signed checkpoint: what is in it, what it continues.

Hashes are given in base64, as checkpoints write them.
"""

from base64 import b64encode
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from application.asking.answers import heading
from application.asking.moments import AsOf
from application.evidence.checkpoint import Checkpoint, Signed
from application.evidence.epochs import ends
from application.evidence.leaf import entry_of
from application.evidence.moved import NoSuchEvent
from application.evidence.signing import signed_of
from application.evidence.tree import Tree, prove_consistency, prove_inclusion
from application.evidence.witnesses import cosign, cosigned
from application.ports import Leaf
from application.registry import EVENT_OF_TOPIC
from application.service import Consortium
from domain.base.words import Label

NOT_SIGNED = Label("この記録は署名されていません。", "This record is not signed.")
SIZE_NOT_SIGNED = Label(
    "この大きさの記録は署名されていません。",
    "The record of this size is not signed.",
)
CHANGED = Label(
    "記録が、署名したときと違います。運用の担当者に知らせてください。",
    "The record is not what was signed: tell the operator.",
)
ENTRY_NOT_SHOWN = Label(
    "この位置の事実は、どの一覧にも示されません。葉だけを示します。その記録（stream）を指定すれば、"
    "種類と事業区分も示します。",
    "The event at this position stands in no list: only its leaf is shown. Name its record"
    " (stream), and its topic and scope are shown as well.",
)


class OfAnotherRecord(ValueError):  # noqa: N818 - an outcome
    """The event at a position is not one of the record that was named."""


class NoSuchSize(ValueError):  # noqa: N818 - an outcome
    """The log never had that size, or the sizes are in no order; `word` says which is wrong."""

    def __init__(self, message: str, word: str) -> None:
        """Keep the word."""
        super().__init__(message)
        self.word = word


def checkpoint_answer(consortium: Consortium) -> dict[str, Any]:
    """Give the checkpoint signed last, and say what is not signed; plain values."""
    return _last_signed(consortium, signed_of(consortium))


def cosigning_answer(consortium: Consortium, note: str) -> dict[str, Any]:
    """Keep a witness's signature, and give the checkpoint with all that are kept; plain values.

    Raises `NoteUnread` and `CosignatureRefused`.
    """
    return _last_signed(consortium, cosign(consortium, note))


def inclusion_answer(
    consortium: Consortium, position: int, size: int | None, stream: UUID | None = None
) -> dict[str, Any]:
    """Give the proof that the event at a position is in the log of a size.

    Without a size, it is the one signed last, or that of the log where the event came after it.
    The entry, with topic and scope, is shown of what stands in a list, and to whoever names the
    event's record; of all else the leaf alone, as in a publication. Raises `NoSuchEvent`,
    `OfAnotherRecord` and `NoSuchSize`.
    """
    log = consortium.log
    leaf = next(log.leaves(after=position - 1, upto=position), None)
    if leaf is None:
        raise NoSuchEvent(f"the log has no event at {position}")
    if stream not in {None, leaf.stream}:
        raise OfAnotherRecord(f"the event at {position} is not of the record {stream}")
    asked, size = size, _size(consortium, size, "size", least=position)
    proof = prove_inclusion(position - 1, size, log.leaf_hashes)
    root, signed = Tree(log.leaf_hashes(range(size))).root(), signed_of(consortium, size)
    shown = stream is not None or _listed(leaf)
    notes = _held(signed, root) if shown else [*_held(signed, root), ENTRY_NOT_SHOWN]
    return {
        **_heading(consortium, size, asked, notes),
        "position": position,
        "size": size,
        "entry": entry_of(leaf) if shown else None,
        "leaf": _text(leaf.leaf),
        "proof": [_text(each) for each in proof],
        "root": _text(root),
        "checkpoint": _told(consortium, signed),
    }


def _listed(leaf: Leaf) -> bool:
    # Of a kind that this version does not know, nobody knows it.
    kind = EVENT_OF_TOPIC.get(leaf.topic)
    return kind is not None and kind.LISTED


def consistency_answer(consortium: Consortium, first: int, second: int | None) -> dict[str, Any]:
    """Give the proof that the log of the second size begins with that of the first.

    Without a second size, it is the one signed last, or that of the log where that is smaller than
    the first. Raises `NoSuchSize`.
    """
    log = consortium.log
    if not 1 <= first <= log.last()[0]:
        raise NoSuchSize(f"the log never had the size {first}", "from")
    asked, second = second, _size(consortium, second, "to", least=first)
    proof = prove_consistency(first, second, log.leaf_hashes)
    roots = [Tree(log.leaf_hashes(range(size))).root() for size in (first, second)]
    signed = [signed_of(consortium, size) for size in (first, second)]
    notes = dict.fromkeys(n for each in zip(signed, roots, strict=True) for n in _held(*each))
    return {
        **_heading(consortium, second, asked, list(notes)),
        "from": {
            "size": first,
            "root": _text(roots[0]),
            "checkpoint": _told(consortium, signed[0]),
        },
        "to": {"size": second, "root": _text(roots[1]), "checkpoint": _told(consortium, signed[1])},
        "proof": [_text(each) for each in proof],
    }


def _last_signed(consortium: Consortium, signed: Signed | None) -> dict[str, Any]:
    size, _ = consortium.log.last()
    return {
        **_heading(consortium, size, None, _about(signed.checkpoint if signed else None, size)),
        "checkpoint": _told(consortium, signed),
        "not_continued": ends(consortium.log),
    }


def _size(consortium: Consortium, asked: int | None, word: str, *, least: int) -> int:
    last, _ = consortium.log.last()
    if asked is None:
        signed = signed_of(consortium)
        within = signed and least <= signed.checkpoint.size <= last
        return signed.checkpoint.size if signed and within else last
    if not least <= asked <= last:
        raise NoSuchSize(f"the size lies between {least} and {last}", word)
    return asked


def _about(checkpoint: Checkpoint | None, size: int) -> list[Label]:
    if checkpoint is None:
        return [NOT_SIGNED]
    if checkpoint.size > size:
        return [CHANGED]
    if checkpoint.size < size:
        return [
            Label(
                f"位置 {checkpoint.size} より後は、まだ署名されていません。",
                f"What came after position {checkpoint.size} is not signed yet.",
            )
        ]
    return []


def _held(signed: Signed | None, root: bytes) -> list[Label]:
    if signed is None:
        return [SIZE_NOT_SIGNED]
    return [] if signed.checkpoint.root == root else [CHANGED]


def _heading(
    consortium: Consortium, size: int, asked: int | None, notes: Sequence[Label]
) -> dict[str, Any]:
    moment = AsOf(size, consortium.log.time_of(size), None if asked is None else str(asked))
    return heading(consortium, size, moment, None, also=notes)


def _told(consortium: Consortium, signed: Signed | None) -> dict[str, Any] | None:
    if signed is None:
        return None
    checkpoint = signed.checkpoint
    return {
        "origin": checkpoint.origin,
        "size": checkpoint.size,
        "root": _text(checkpoint.root),
        "extensions": list(checkpoint.extensions),
        "note": signed.note.written(),
        "witnesses": cosigned(consortium, signed).told(),
    }


def _text(value: bytes) -> str:
    return b64encode(value).decode()
