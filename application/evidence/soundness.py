"""Whether a log is what it must be, found out from what it holds, not from how it was written."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

from application.ports import Leaf, Log


def faults(log: Log) -> Iterator[str]:
    """Say where positions, versions, times or leaves of the log are not as they must be."""
    position, last = 0, datetime.min.replace(tzinfo=UTC)
    versions: defaultdict[UUID, int] = defaultdict(int)
    for leaf in log.leaves():
        position += 1
        versions[leaf.stream] += 1
        if leaf.position != position:
            yield f"position {position} is missing: the next is {leaf.position}"
            position = leaf.position
        if leaf.version != versions[leaf.stream]:
            yield f"position {position}: version {leaf.version} follows {versions[leaf.stream] - 1}"
            versions[leaf.stream] = leaf.version
        if leaf.recorded_at < last:
            yield f"position {position}: recorded before the position before it"
        if leaf.leaf != leaf_of(leaf):
            yield f"position {position}: the event is not what its leaf says"
        last = leaf.recorded_at


def entry_of(leaf: Leaf) -> str:
    """Give an event's entry in the tree, a text of lines.

    It shows index, topic and scope; `inner` hides stream, version, time and state.
    """
    return f"ev1\n{leaf.position - 1}\n{leaf.topic}\n{leaf.scope}\n{inner_of(leaf)}\n"


def inner_of(leaf: Leaf) -> str:
    """Compute the hash that stands in an entry for stream, version, time and state."""
    at, state = written_time(leaf.recorded_at), hashlib.sha256(leaf.state).hexdigest()
    return hashlib.sha256(f"{leaf.stream}\n{leaf.version}\n{at}\n{state}\n".encode()).hexdigest()


def written_time(recorded_at: datetime) -> str:
    """Write a time of recording as it is hashed and shown."""
    return recorded_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def leaf_of(leaf: Leaf) -> bytes:
    """Compute an event's leaf: SHA-256(0x00 || entry) as in RFC 9162."""
    return hashlib.sha256(b"\x00" + entry_of(leaf).encode()).digest()
