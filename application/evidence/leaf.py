"""What an event's leaf in the tree is made of."""

import hashlib
from datetime import UTC, datetime

from application.ports import Leaf


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
