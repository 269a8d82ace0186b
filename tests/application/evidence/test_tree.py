"""The Merkle tree: the published vectors, and what holds of every tree."""

import hashlib
import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.evidence.tree import (
    Leaves,
    Tree,
    prove_consistency,
    prove_inclusion,
    verify_consistency,
    verify_inclusion,
)

VECTORS = Path(__file__).parent / "vectors" / "merkle"
INCLUSION = sorted((VECTORS / "inclusion").rglob("*.json"))
CONSISTENCY = sorted((VECTORS / "consistency").rglob("*.json"))
CLASSIC = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
"""The entries of the tree that the tests of every transparency log begin with, in hex."""
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""The roots of the trees of none to all of them."""


def leaf_hash(entry: bytes) -> bytes:
    """Give the hash of an entry as a leaf."""
    return hashlib.sha256(b"\x00" + entry).digest()


LOGS = st.lists(st.binary(max_size=8).map(leaf_hash), min_size=1, max_size=70)


def naive_root(leaves: list[bytes]) -> bytes:
    """Give the root as RFC 9162, 2.1.1, defines it, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + naive_root(leaves[:k]) + naive_root(leaves[k:])).digest()


def of(leaves: list[bytes]) -> Leaves:
    """Give the leaves as proofs ask for them."""
    return lambda stretch: leaves[stretch.start : stretch.stop]


def flipped(data: st.DataObject, value: bytes) -> bytes:
    """Give the value with one bit changed."""
    bit = data.draw(st.integers(0, len(value) * 8 - 1))
    changed = bytearray(value)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def read(path: Path) -> dict[str, Any]:
    """Read a case; a proof that is not there is an empty one."""
    case: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return case | {"proof": [b64decode(each) for each in case["proof"] or []]}


def named(path: Path) -> str:
    """Name a case by its folders and file."""
    return str(path.relative_to(VECTORS).with_suffix(""))


def test_all_published_vectors_are_here() -> None:
    """98 of each kind; a case that got lost would be one that nobody misses."""
    assert (len(INCLUSION), len(CONSISTENCY)) == (98, 98)


@pytest.mark.parametrize("path", INCLUSION, ids=named)
def test_a_published_inclusion_proof_is_judged_as_published(path: Path) -> None:
    """Those that are to be refused are refused, and no other."""
    case = read(path)
    leaf, root = b64decode(case["leafHash"]), b64decode(case["root"])

    held = verify_inclusion(case["leafIdx"], case["treeSize"], leaf, case["proof"], root)

    assert held is not case["wantErr"]


@pytest.mark.parametrize("path", CONSISTENCY, ids=named)
def test_a_published_consistency_proof_is_judged_as_published(path: Path) -> None:
    """Those that are to be refused are refused, and no other; nothing follows from size 0."""
    case = read(path)
    roots = b64decode(case["root1"]), b64decode(case["root2"])

    held = verify_consistency(case["size1"], case["size2"], *roots, case["proof"])

    assert held is not case["wantErr"]


@pytest.mark.parametrize("size", range(9))
def test_the_classic_trees_have_their_known_roots(size: int) -> None:
    """From the empty tree to that of eight leaves."""
    leaves = [leaf_hash(bytes.fromhex(entry)) for entry in CLASSIC[:size]]

    assert Tree(leaves).root().hex() == ROOTS[size]


@given(LOGS)
def test_a_root_is_the_one_that_the_definition_gives(leaves: list[bytes]) -> None:
    """At every size on the way, though the tree keeps no leaf."""
    tree = Tree()
    for size, leaf in enumerate(leaves, start=1):
        tree.add(leaf)
        assert tree.root() == naive_root(leaves[:size])


@given(LOGS)
def test_every_leaf_of_every_tree_is_proved_to_be_in_it(leaves: list[bytes]) -> None:
    """And by a proof no longer than the tree is high."""
    size, root = len(leaves), naive_root(leaves)
    for index, leaf in enumerate(leaves):
        proof = prove_inclusion(index, size, of(leaves))
        assert verify_inclusion(index, size, leaf, proof, root)
        assert len(proof) <= (size - 1).bit_length()


@given(LOGS)
def test_every_tree_is_proved_to_begin_with_every_smaller_one(leaves: list[bytes]) -> None:
    """Between any two sizes; of a log that is rewritten in between, it is not."""
    second, root = len(leaves), naive_root(leaves)
    for first in range(1, second + 1):
        proof = prove_consistency(first, second, of(leaves))
        assert verify_consistency(first, second, naive_root(leaves[:first]), root, proof)
        rewritten = [leaf_hash(b"another one"), *leaves[1:first]]
        assert not verify_consistency(first, second, naive_root(rewritten), root, proof)


@given(LOGS, st.data())
def test_one_changed_bit_breaks_a_proof_of_inclusion(
    leaves: list[bytes], data: st.DataObject
) -> None:
    """In the leaf, the root or any hash of the proof."""
    size, root = len(leaves), naive_root(leaves)
    index = data.draw(st.integers(0, size - 1))
    parts = [leaves[index], root, *prove_inclusion(index, size, of(leaves))]
    spoilt = data.draw(st.integers(0, len(parts) - 1))
    parts[spoilt] = flipped(data, parts[spoilt])

    leaf, root, *proof = parts
    assert not verify_inclusion(index, size, leaf, proof, root)


@given(LOGS, st.data())
def test_one_changed_bit_breaks_a_proof_of_consistency(
    leaves: list[bytes], data: st.DataObject
) -> None:
    """In either root or any hash of the proof."""
    first = data.draw(st.integers(1, len(leaves)))
    roots = [naive_root(leaves[:first]), naive_root(leaves)]
    parts = [*roots, *prove_consistency(first, len(leaves), of(leaves))]
    spoilt = data.draw(st.integers(0, len(parts) - 1))
    parts[spoilt] = flipped(data, parts[spoilt])

    first_root, second_root, *proof = parts
    assert not verify_consistency(first, len(leaves), first_root, second_root, proof)


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_a_leaf_that_is_not_there_is_not_proved(index: int, size: int) -> None:
    """Nobody gets a proof of something else instead."""
    with pytest.raises(ValueError, match="has none at"):
        prove_inclusion(index, size, of([leaf_hash(b"")] * size))


@pytest.mark.parametrize(("first", "second"), [(0, 3), (4, 3), (-1, 3)])
def test_sizes_without_an_order_have_no_proof(first: int, second: int) -> None:
    """A tree begins neither with a larger one nor, in any way that shows something, with none."""
    with pytest.raises(ValueError, match="no proof leads"):
        prove_consistency(first, second, of([leaf_hash(b"")] * second))
