"""Whether a log continues an earlier one, by the tree over its leaves (RFC 9162, 2.1.4)."""

from collections.abc import Sequence
from hashlib import sha256


def consistent(old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Say whether the path shows that the old tree is the beginning of the new one."""
    steps = list(path)

    def above(old: int, new: int, *, whole: bool) -> tuple[bytes, bytes]:
        if old == new:
            same = old_root if whole else steps.pop()
            return same, same
        step, left = steps.pop(), 1 << (new - 1).bit_length() - 1
        if old <= left:
            before, now = above(old, left, whole=whole)
            return before, _node(now, step)
        before, now = above(old - left, new - left, whole=False)
        return _node(step, before), _node(step, now)

    if not 0 < old <= new:
        return False
    try:
        return above(old, new, whole=True) == (old_root, new_root) and not steps
    except IndexError:
        return False


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()
