"""The member events.jsonl: one line for each event of the log, whole or withheld."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from application.evidence.bundle import refusals
from application.evidence.bundle.disclosure import Disclosure
from application.evidence.checkpoint import Checkpoint
from application.evidence.leaf import inner_of, leaf_of, written_time
from application.evidence.tree import Tree
from application.ports import Leaf, Log

Line = Callable[[Leaf], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Written:
    """How many events are shown whole, how many withheld, and the SHA-256 of all lines."""

    whole: int
    withheld: int
    sha256: str


def write_events(
    log: Log,
    shows: Disclosure,
    out: BinaryIO,
    checkpoint: Checkpoint,
    previous: Checkpoint | None = None,
) -> Written:
    """Write the lines of all events of the checkpoint, one by one, whatever their number.

    The tree over what was written is held against the checkpoint, and against the earlier one on
    the way; raises `RuleBroken` where it does not lead there.
    """
    withhold = _withheld if shows.topics else _leaf_alone
    tree, digest, whole = Tree(), hashlib.sha256(), 0
    _hold_against(previous, tree)
    for leaf in log.leaves(upto=checkpoint.size):
        shown = shows.whole(leaf.topic, leaf.scope)
        line = _json(_whole(leaf) if shown else withhold(leaf))
        out.write(line)
        digest.update(line)
        whole += shown
        tree.add(leaf_of(leaf))
        _hold_against(previous, tree)
    refusals.RECORD_CHANGED.require((tree.size, tree.root()) == (checkpoint.size, checkpoint.root))
    return Written(whole, tree.size - whole, digest.hexdigest())


def _hold_against(previous: Checkpoint | None, tree: Tree) -> None:
    if previous and previous.size == tree.size:
        refusals.PREVIOUS_NOT_CONTINUED.require(previous.root == tree.root())


def _whole(leaf: Leaf) -> Mapping[str, object]:
    return {
        "i": leaf.position - 1,
        "t": leaf.topic,
        "p": leaf.scope,
        "o": str(leaf.stream),
        "v": leaf.version,
        "r": written_time(leaf.recorded_at),
        "s": leaf.state.decode(),
    }


def _withheld(leaf: Leaf) -> Mapping[str, object]:
    return {"i": leaf.position - 1, "t": leaf.topic, "p": leaf.scope, "h": inner_of(leaf)}


def _leaf_alone(leaf: Leaf) -> Mapping[str, object]:
    return {"i": leaf.position - 1, "l": leaf_of(leaf).hex()}


def _json(line: Mapping[str, object]) -> bytes:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
