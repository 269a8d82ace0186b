"""Whether a checkpoint may be co-signed, given the one that was seen before."""

from collections.abc import Callable, Collection, Sequence

from interfaces.verifier.note import Key
from interfaces.verifier.proof import consistent
from interfaces.verifier.strict import Malformed
from interfaces.witness.checkpoint import Checkpoint, line, public
from interfaces.witness.memory import Memory
from interfaces.witness.words import Exit, Stopped, refused

Proof = Callable[[int, int], Sequence[bytes]]
"""Gives the hashes that lead from the log of a size to that of a later one (RFC 9162, 2.1.4)."""


def cosign(
    memory: Memory,
    offered: bytes,
    keys: Collection[Key],
    proof: Proof,
    *,
    accept_epoch: bool = False,
) -> bytes:
    """Co-sign a checkpoint that continues the one seen before, and give the note.

    It is remembered, on the disk, before it is given: whoever is killed in between gives the same
    note out the next time. Whoever calls this is alone in the folder. Raises `Stopped`; then
    nothing was signed, and what contradicts is kept in files where there is such.
    """
    before = memory.seen()
    seen = _seen(before) if before else None
    try:
        checkpoint = _judged(seen, offered, keys, proof, accept_epoch=accept_epoch)
    except Stopped as stopped:
        if stopped.code not in {Exit.REFUSED, Exit.NEW_EPOCH}:
            raise
        files = {"offered.txt": offered, "keys.txt": _written(keys)}
        kept = memory.keep_evidence("refused", files | ({"seen.txt": before} if before else {}))
        ja, _, en = str(stopped).partition("\n")
        raise Stopped(stopped.code, f"{ja} 証拠: {kept}", f"{en} Evidence: {kept}") from None
    name, key = memory.key()
    own = public(name, key)
    if seen and seen.note.text == checkpoint.note.text and (own, True) in seen.note.judged([own]):
        # The same text is not signed again: what is given out is what was given out before.
        return seen.written()
    if before and seen and seen.origin != checkpoint.origin:
        memory.keep_evidence("left", {"seen.txt": before, "accepted.txt": offered})
    cosigned = checkpoint.only_of(keys).cosigned(name, key)
    memory.remember(cosigned)
    return cosigned


def _seen(before: bytes) -> Checkpoint:
    try:
        return Checkpoint.read(before)
    except Malformed:
        raise Stopped(
            Exit.USAGE,
            "前回見た記録確定点（seen.txt）が読めません。控えから戻してください。署名していません。",
            "What was seen last (seen.txt) cannot be read: put it back from its copy. Nothing was"
            " co-signed.",
        ) from None


def _judged(
    seen: Checkpoint | None,
    offered: bytes,
    keys: Collection[Key],
    proof: Proof,
    *,
    accept_epoch: bool,
) -> Checkpoint:
    try:
        checkpoint = Checkpoint.read(offered)
        verdicts = list(checkpoint.note.judged(keys))
    except (Malformed, ValueError):
        raise refused(
            "渡されたものは記録確定点ではありません。", "What was given is no checkpoint."
        ) from None
    if not verdicts or not all(right for _, right in verdicts):
        raise refused(
            "記録の署名が、預かっている公開鍵のものではありません。",
            "The log's signature is not one of the key that was handed over.",
        )
    names = {key.name for key, _ in verdicts} | ({seen.origin} if seen else set())
    if seen and checkpoint.origin != seen.origin:
        if not accept_epoch:
            raise _new_epoch(seen, checkpoint)
    elif checkpoint.origin not in names:
        raise refused(
            f"これは {checkpoint.origin} の記録で、預かっている鍵の記録ではありません。",
            f"It is of the log {checkpoint.origin}, which is not that of the key.",
        )
    elif seen:
        _continues(seen, checkpoint, proof)
    return checkpoint


def _continues(seen: Checkpoint, checkpoint: Checkpoint, proof: Proof) -> None:
    if checkpoint.size < seen.size:
        raise refused(
            f"記録が小さくなっています（前回 {seen.size} 件、今回 {checkpoint.size} 件）。"
            "新しい行が消されたか、古いバックアップから戻されています。",
            f"The log has become smaller ({seen.size} events before, {checkpoint.size} now): the"
            " newest rows were deleted, or an old backup was restored.",
        )
    if checkpoint.size == seen.size:
        same = checkpoint.note.text == seen.note.text
    else:
        path = proof(seen.size, checkpoint.size)
        same = consistent(seen.size, checkpoint.size, path, seen.root, checkpoint.root)
    if not same:
        raise refused(
            f"今回の記録は、前回見た{seen.size}件の続きではありません。前の記録が書き換えられています。",
            f"The log does not continue the {seen.size} events that were seen before: they were"
            " changed.",
        )


def _new_epoch(seen: Checkpoint, checkpoint: Checkpoint) -> Stopped:
    said = checkpoint.not_continued() or "-"
    return Stopped(
        Exit.NEW_EPOCH,
        f"記録が新しい期 {checkpoint.origin} になり、前回見た {seen.origin} の{seen.size}件を"
        f"引き継いでいません（記録の説明: {said}）。署名していません。失われた理由を確かめ、"
        "認めるときは、担当者が --accept-epoch を付けて一度だけ実行してください。",
        f"The log is in a new epoch, {checkpoint.origin}, which does not continue the {seen.size}"
        f" events of {seen.origin} that were seen (it says: {said}). Nothing was co-signed. Find"
        " out why they were lost; to accept it, a person runs this once with --accept-epoch.",
    )


def _written(keys: Collection[Key]) -> bytes:
    return "".join(f"{line(key)}\n" for key in keys).encode()
