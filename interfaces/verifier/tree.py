"""The tree over the leaves (RFC 9162, section 2.1): its root, and what can be proved from it."""

from collections.abc import Sequence
from hashlib import sha256

_HASH = 32


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


class Tree:
    """A tree that grows leaf by leaf and keeps only the roots of its full subtrees."""

    def __init__(self) -> None:
        """Begin with the empty tree."""
        self.size, self._full = 0, list[bytes]()

    def append(self, leaf: bytes) -> None:
        """Add the hash of a leaf."""
        rest = self.size
        self.size += 1
        while rest & 1:
            leaf = _node(self._full.pop(), leaf)
            rest >>= 1
        self._full.append(leaf)

    def root(self) -> bytes:
        """Give the root as it is now."""
        if not self._full:
            return sha256().digest()
        *others, root = self._full
        for left in reversed(others):
            root = _node(left, root)
        return root


def included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Say whether the path leads from the leaf at this index to the root (2.1.3)."""
    steps = list(path)

    def above(index: int, size: int) -> bytes:
        if size == 1:
            return leaf
        step, left = steps.pop(), _left(size)
        if index < left:
            return _node(above(index, left), step)
        return _node(step, above(index - left, size - left))

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
            return before, _node(now, step)
        before, now = above(old - left, new - left, whole=False)
        return _node(step, before), _node(step, now)

    try:
        # Everything begins with the empty tree: from it there is nothing to show.
        return 0 < old <= new and above(old, new, whole=True) == (old_root, new_root) and not steps
    except IndexError:
        return False


def _left(size: int) -> int:
    return 1 << (size - 1).bit_length() - 1
