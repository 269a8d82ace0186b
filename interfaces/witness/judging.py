"""Whether a checkpoint may be co-signed, given the one that was seen before."""

from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from interfaces.verifier.note import Key
from interfaces.verifier.proof import consistent
from interfaces.verifier.strict import Malformed
from interfaces.witness.checkpoint import Checkpoint, Left, log_of, public
from interfaces.witness.memory import PUT_BACK_EN, PUT_BACK_JA, Memory
from interfaces.witness.words import Exit, Stopped, missed_epoch, not_taken, refused

Proof = Callable[[int, int], Sequence[bytes]]
"""Gives the hashes that lead from the log of a size to that of a later one (RFC 9162, 2.1.4)."""


class Offer(NamedTuple):
    """A checkpoint to co-sign, what proves that it continues another, and how epochs ended.

    `ends` are the last checkpoints of earlier epochs; they are looked at where some were missed.
    """

    note: bytes
    proof: Proof
    ends: Sequence[bytes] = ()


def cosign(
    memory: Memory, offer: Offer, keys: Collection[Key], *, accept_epoch: bool = False
) -> bytes:
    """Co-sign a checkpoint that continues the one seen before, and give the note.

    It is remembered, on the disk, before it is given: whoever is killed in between gives the same
    note out the next time. Whoever calls this is alone in the folder. Raises `Stopped`; then
    nothing was signed, and what contradicts is kept in files where there is such.
    """
    before = memory.seen()
    seen = None if before is None else _seen(before)
    try:
        checkpoint = _judged(seen, offer, keys, accept_epoch=accept_epoch)
    except Stopped as stopped:
        if stopped.code not in {Exit.REFUSED, Exit.NEW_EPOCH}:
            raise
        files = _files(offer) | {"keys.txt": _written(keys)}
        kept = memory.keep_evidence("refused", files | ({"seen.txt": before} if before else {}))
        ja, _, en = str(stopped).partition("\n")
        raise Stopped(stopped.code, f"{ja} 証拠: {kept}", f"{en} Evidence: {kept}") from None
    name, key = memory.key()
    own = public(name, key)
    if seen and seen.note.text == checkpoint.note.text and (own, True) in seen.note.judged([own]):
        # The same text is not signed again: what is given out is what was given out before.
        return seen.written()
    if before and seen and seen.origin != checkpoint.origin:
        memory.keep_evidence("left", _files(offer) | {"seen.txt": before})
    cosigned = checkpoint.only_of(keys).cosigned(name, key)
    memory.remember(cosigned)
    return cosigned


def _seen(before: bytes) -> Checkpoint:
    try:
        return Checkpoint.read(before)
    except Malformed:
        raise Stopped(
            Exit.USAGE,
            f"前回見た記録確定点（seen.txt）が読めません。{PUT_BACK_JA}",
            f"What was seen last (seen.txt) cannot be read. {PUT_BACK_EN}",
        ) from None


def _judged(
    seen: Checkpoint | None, offer: Offer, keys: Collection[Key], *, accept_epoch: bool
) -> Checkpoint:
    try:
        checkpoint = Checkpoint.read(offer.note)
        verdicts = list(checkpoint.note.judged(keys))
    except (Malformed, ValueError):
        raise not_taken(
            "渡されたものは記録確定点ではありません。", "What was given is no checkpoint."
        ) from None
    if not verdicts and seen and checkpoint.log == seen.log and checkpoint.epoch > seen.epoch + 1:
        # The first epoch after the one that was seen would be signed under its name, too.
        raise missed_epoch(checkpoint.origin, checkpoint.origin)
    if not verdicts or not all(right for _, right in verdicts):
        raise refused(
            "記録の署名が、預かっている公開鍵のものではありません。",
            "The log's signature is not one of the key that was handed over.",
        )
    names = {key.name for key, _ in verdicts}
    if seen and checkpoint.origin != seen.origin:
        left = _left(seen, checkpoint, offer.ends, keys)
        _follows(seen, checkpoint, left, names, accept_epoch=accept_epoch)
    elif checkpoint.origin not in names:
        raise refused(
            f"これは {checkpoint.origin} の記録で、預かっている鍵の記録ではありません。",
            f"It is of the log {checkpoint.origin}, which is not that of the key.",
        )
    elif seen:
        _continues(seen, checkpoint, offer.proof)
    if not checkpoint.size:
        # Every log continues an empty one, so a signature of that would vouch for nothing.
        raise not_taken("記録がまだ空です。", "The log is empty as yet.")
    return checkpoint


def _left(
    seen: Checkpoint, checkpoint: Checkpoint, ends: Sequence[bytes], keys: Collection[Key]
) -> Left | None:
    """Give what is said not to be continued, as far back as the epoch that was seen.

    Where epochs were missed, the last checkpoint of each says what it does not continue itself.
    """
    left = checkpoint.left()
    missed = [end for end in _read(ends, keys) if seen.epoch < end.epoch < checkpoint.epoch]
    # From the latest back: each speaks of an epoch before its own.
    for end in sorted(missed, key=lambda one: one.epoch, reverse=True):
        if left and left.ends_with(end):
            left = end.left()
    return left


def _read(ends: Sequence[bytes], keys: Collection[Key]) -> list[Checkpoint]:
    """Give those that a known key of their log has signed."""
    try:
        return [end for end in map(Checkpoint.read, ends) if _is_signed(end, keys)]
    except (Malformed, ValueError):
        raise not_taken(
            "前の期の最後とされるものは記録確定点ではありません。",
            "What was given as the end of an earlier epoch is no checkpoint.",
        ) from None


def _is_signed(checkpoint: Checkpoint, keys: Collection[Key]) -> bool:
    of_log = [key for key in keys if log_of(key.name) == checkpoint.log]
    verdicts = [right for _, right in checkpoint.note.judged(of_log)]
    return bool(verdicts) and all(verdicts)


def _follows(
    seen: Checkpoint,
    checkpoint: Checkpoint,
    left: Left | None,
    names: AbstractSet[str],
    *,
    accept_epoch: bool,
) -> None:
    """Let a person, and nobody else, go on to a later epoch of the same log.

    It has to say what it does not continue: what was seen, or something later of that epoch. That
    the later one did continue what was seen cannot be shown any more, for it is what was lost.
    """
    if checkpoint.log != seen.log or checkpoint.epoch < seen.epoch:
        raise refused(
            f"これは {checkpoint.origin} の記録で、前回見た {seen.origin} と同じ記録の"
            "後の期ではありません。",
            f"It is of {checkpoint.origin}, which is no later epoch of the log that was seen,"
            f" {seen.origin}.",
        )
    if seen.log not in map(log_of, names):
        raise refused(
            f"{checkpoint.origin} の記録ですが、その鍵で署名されていません。",
            f"It is of {checkpoint.origin}, and not signed by the key of that log.",
        )
    if left and log_of(left.origin) == seen.log and seen.epoch < left.epoch < checkpoint.epoch:
        raise missed_epoch(checkpoint.origin, left.origin)
    if left is None or not left.holds(seen.origin, seen.size, seen.root):
        raise refused(
            f"新しい期 {checkpoint.origin} が引き継がないと言うものは、前回見た {seen.origin} の"
            f"{seen.size}件と合いません。",
            f"What the new epoch {checkpoint.origin} says that it does not continue is not the"
            f" {seen.size} events of {seen.origin} that were seen.",
        )
    if not accept_epoch:
        raise _new_epoch(seen, checkpoint, left)
    if checkpoint.origin not in names:
        raise Stopped(
            Exit.USAGE,
            f"{checkpoint.origin} の公開鍵がありません。事務局から新しい行を受け取り、"
            "--log-key のファイルに入れてから、もう一度実行してください。署名していません。",
            f"There is no key of {checkpoint.origin}: have its new line from the secretariat, put"
            " it into the file of --log-key, and run this again. Nothing was co-signed.",
        )


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


def _new_epoch(seen: Checkpoint, checkpoint: Checkpoint, left: Left) -> Stopped:
    return Stopped(
        Exit.NEW_EPOCH,
        f"記録が新しい期 {checkpoint.origin} になり、前回見た {seen.origin} の{seen.size}件を"
        f"引き継いでいません（記録の説明では、最後の署名は{left.size}件）。"
        "署名していません。失われた理由を確かめ、認めるときは、"
        "担当者が --accept-epoch を付けて一度だけ実行してください。",
        f"The log is in a new epoch, {checkpoint.origin}, which does not continue the {seen.size}"
        f" events of {seen.origin} that were seen (it says that {left.size} had been signed)."
        " Nothing was co-signed. Find out why they were lost; to accept it, a person runs this"
        " once with --accept-epoch.",
    )


def _files(offer: Offer) -> dict[str, bytes]:
    """Give what was offered as files, with the ends of earlier epochs by their order."""
    ends = {f"end-{number}.txt": end for number, end in enumerate(offer.ends, 1)}
    return {"offered.txt": offer.note, **ends}


def _written(keys: Collection[Key]) -> bytes:
    return "".join(f"{key.line}\n" for key in keys).encode()
