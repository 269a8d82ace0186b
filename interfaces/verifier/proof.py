"""Proofs about a tree of hashes (RFC 9162, section 2.1), judged without the tree."""

from collections.abc import Sequence

from .tree import node

_HASH = 32


def included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Say whether the path leads from the leaf at this index to the root (2.1.3)."""
    steps = list(path)

    def above(index: int, size: int) -> bytes:
        if size == 1:
            return leaf
        step, left = steps.pop(), _left(size)
        if index < left:
            return node(above(index, left), step)
        return node(step, above(index - left, size - left))

    try:
        right = 0 <= index < size and len(leaf) == len(root) == _HASH
        return right and above(index, size) == root and not steps
    except IndexError:
        return False


def consistent(old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Say whether the path shows that the old tree is the beginning of the new one (2.1.4)."""
    steps = list(path)

    def above(old: int, new: int, *, whole: bool) -> tuple[bytes, bytes]:
        if old == new:
            same = old_root if whole else steps.pop()
            return same, same
        step, left = steps.pop(), _left(new)
        if old <= left:
            before, now = above(old, left, whole=whole)
            return before, node(now, step)
        before, now = above(old - left, new - left, whole=False)
        return node(step, before), node(step, now)

    try:
        # Everything begins with the empty tree: from it there is nothing to show.
        return 0 < old <= new and above(old, new, whole=True) == (old_root, new_root) and not steps
    except IndexError:
        return False


def _left(size: int) -> int:
    return 1 << (size - 1).bit_length() - 1
