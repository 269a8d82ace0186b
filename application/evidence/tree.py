"""The Merkle tree of RFC 9162, section 2.1, over the leaves of a log.

All hashes are SHA-256, 32 bytes; a leaf's is SHA-256(0x00 || entry), a node's
SHA-256(0x01 || left || right), that of the empty tree SHA-256 of nothing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

HASH_SIZE = 32

Leaves = Callable[[range], Iterable[bytes]]
"""Gives the hashes of a stretch of leaves, in their order; the first leaf's index is 0."""


class Tree:
    """A tree that grows at its right; it keeps one hash for each complete tree in it."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        """Begin with these hashes of leaves."""
        self.size = 0
        self._complete: list[bytes] = []
        for leaf in leaves:
            self.add(leaf)

    def add(self, leaf: bytes) -> None:
        """Add the hash of the next leaf."""
        self.size += 1
        joined, size = leaf, self.size
        while size % 2 == 0:
            joined, size = _node(self._complete.pop(), joined), size // 2
        self._complete.append(joined)

    def root(self) -> bytes:
        """Give the hash of the tree as it stands."""
        if not self._complete:
            return hashlib.sha256().digest()
        root = self._complete[-1]
        for left in reversed(self._complete[:-1]):
            root = _node(left, root)
        return root


def prove_inclusion(index: int, size: int, leaves: Leaves) -> list[bytes]:
    """Give the proof that the leaf at `index` is in the tree of the first `size` leaves.

    Raises ValueError where that tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has none at {index}")
    return [Tree(leaves(stretch)).root() for stretch in _beside(index, range(size))]


def prove_consistency(first: int, second: int, leaves: Leaves) -> list[bytes]:
    """Give the proof that the tree of `second` leaves begins with that of `first`.

    Raises ValueError for sizes that follow no such order, or for 0, which every tree begins with.
    """
    if not 0 < first <= second:
        raise ValueError(f"no proof leads from {first} leaves to {second}")
    stretches = _between(first, range(second), known=True)
    return [Tree(leaves(stretch)).root() for stretch in stretches]


def verify_inclusion(
    index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> bool:
    """Say whether the proof leads from the leaf to the root (RFC 9162, 2.1.3.2)."""
    if not (0 <= index < size and _hashes([leaf, root, *proof])):
        return False
    at, last, found = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if at % 2 or at == last:
            found = _node(beside, found)
            at, last = _while_left(at, last)
        else:
            found = _node(found, beside)
        at, last = at // 2, last // 2
    return last == 0 and found == root


def verify_consistency(
    first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Say whether the second tree begins with the first (RFC 9162, 2.1.4.2).

    The empty tree shows nothing of any other: with `first` 0 the answer is always no.
    """
    if not (0 < first <= second and _hashes(proof)):
        return False
    if first == second:
        return not proof and first_root == second_root
    path = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    if not path:
        return False
    at, last = first - 1, second - 1
    while at % 2:
        at, last = at // 2, last // 2
    found_first = found_second = path[0]
    for beside in path[1:]:
        if last == 0:
            return False
        if at % 2 or at == last:
            found_first = _node(beside, found_first)
            found_second = _node(beside, found_second)
            at, last = _while_left(at, last)
        else:
            found_second = _node(found_second, beside)
        at, last = at // 2, last // 2
    return last == 0 and found_first == first_root and found_second == second_root


def _beside(index: int, tree: range) -> Iterator[range]:
    """Give the stretches whose roots lie beside the way from a leaf to the root."""
    if len(tree) > 1:
        left, right = _halves(tree)
        if index in left:
            yield from _beside(index, left)
            yield right
        else:
            yield from _beside(index, right)
            yield left


def _between(end: int, tree: range, *, known: bool) -> Iterator[range]:
    """Give the stretches that lead from the tree that ends before `end` to this one.

    `known` is whether the part that ends there is the whole earlier tree, whose root needs no
    saying.
    """
    if end == tree.stop:
        if not known:
            yield tree
        return
    left, right = _halves(tree)
    if end <= left.stop:
        yield from _between(end, left, known=known)
        yield right
    else:
        yield from _between(end, right, known=False)
        yield left


def _halves(tree: range) -> tuple[range, range]:
    """Part a tree after the largest power of two that is smaller than its size."""
    middle = tree.start + (1 << (len(tree) - 1).bit_length() - 1)
    return range(tree.start, middle), range(middle, tree.stop)


def _while_left(at: int, last: int) -> tuple[int, int]:
    """Climb over the levels on which the node is the last one and has nothing beside it."""
    while at and at % 2 == 0:
        at, last = at // 2, last // 2
    return at, last


def _hashes(values: Sequence[bytes]) -> bool:
    return all(len(each) == HASH_SIZE for each in values)


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
