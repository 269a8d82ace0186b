"""Whether a log is what it must be, found out from what it holds, not from how it was written."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

from application.evidence.leaf import leaf_of
from application.ports import Log


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
