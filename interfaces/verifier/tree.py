"""The tree over the leaves (RFC 9162, section 2.1), and its root."""

from hashlib import sha256


def node(left: bytes, right: bytes) -> bytes:
    """Give the hash of two subtrees."""
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
            leaf = node(self._full.pop(), leaf)
            rest >>= 1
        self._full.append(leaf)

    def root(self) -> bytes:
        """Give the root as it is now."""
        if not self._full:
            return sha256().digest()
        *others, root = self._full
        for left in reversed(others):
            root = node(left, root)
        return root
