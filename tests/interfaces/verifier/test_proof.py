"""The proofs of witness and verifier agree with everything published about such trees."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from interfaces.verifier.proof import consistent, included

VECTORS = Path(__file__).parents[2] / "application" / "evidence" / "vectors" / "merkle"
FILES = sorted(VECTORS.glob("*/**/*.json"))


def _vector(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def test_there_are_196_vectors() -> None:
    """None of the published ones is left out."""
    assert len(FILES) == 196


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(VECTORS)))
def test_a_published_proof_is_judged_as_published(path: Path) -> None:
    """What must be accepted is accepted, and what must be refused is refused."""
    vector = _vector(path)
    proof = [b64decode(step) for step in vector["proof"] or []]
    if "leafIdx" in vector:
        leaf, top = b64decode(vector["leafHash"]), b64decode(vector["root"])
        held = included(leaf, vector["leafIdx"], vector["treeSize"], proof, top)
    else:
        roots = b64decode(vector["root1"]), b64decode(vector["root2"])
        held = consistent(vector["size1"], vector["size2"], proof, *roots)
    assert held is not vector["wantErr"]
