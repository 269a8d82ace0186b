"""The verifier's own tree is that of the definition."""

from hashlib import sha256

import pytest

from interfaces.verifier.tree import Tree
from tests.interfaces.verifier.given import root


@pytest.mark.parametrize("size", range(70))
def test_the_root_is_that_of_the_definition(size: int) -> None:
    """Growing leaf by leaf gives what the recursion of RFC 9162 gives, at every size."""
    leaves = [sha256(bytes([number])).digest() for number in range(size)]
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf)
    assert (tree.size, tree.root()) == (size, root(leaves))
