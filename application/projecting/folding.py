"""From events to changed rows, projection by projection: what live, rebuild and check share."""

from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.ports import Unread
from application.projecting.fold import StreamFold
from application.projecting.projection import Projection
from application.projecting.versions import RowVersions
from application.recorded import Recorded
from application.registry import EVENT_OF_TOPIC, TOPICS_OF_PROJECTION

Folds = MutableMapping[UUID, dict[str, StreamFold]]
"""The streams in memory: each as far as it has been folded, for every projection that reads it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """At which position a projection's fold ended, and why."""

    position: int
    error: Exception

    def __str__(self) -> str:
        """Give what went wrong, its kind first."""
        return f"{type(self.error).__name__}: {self.error}"


class Readers(dict[str, tuple[Projection[Any], ...]]):
    """Which of some projections read which kinds of event, by topic.

    An unknown kind concerns all that read something of its area: what it does to the things that
    they show is not known.
    """

    def __init__(self, projections: Sequence[Projection[Any]]) -> None:
        """Look it up once for every topic."""
        super().__init__((topic, self._reading(projections, topic)) for topic in EVENT_OF_TOPIC)
        self.projections = projections

    def __missing__(self, topic: str) -> tuple[Projection[Any], ...]:
        """Give the projections that an unknown kind of event concerns."""
        area = topic.partition(".")[0]
        near = (reader for known, reader in self.items() if known.startswith(f"{area}."))
        readers = self[topic] = tuple({p.name: p for each in near for p in each}.values()) or tuple(
            p for p in self.projections if not p.has_day
        )
        return readers

    def passed_over(self) -> list[str]:
        """Give the known topics that none of them reads; of an unknown one nobody can say that."""
        return sorted(topic for topic in EVENT_OF_TOPIC if not self[topic])

    @staticmethod
    def _reading(projections: Sequence[Projection[Any]], topic: str) -> tuple[Projection[Any], ...]:
        return tuple(p for p in projections if topic in TOPICS_OF_PROJECTION[p.name])


def fold_events(
    entries: Iterable[Recorded | Unread], folds: Folds, readers: Readers
) -> tuple[dict[str, RowVersions], dict[str, Failure]]:
    """Give what these events change, for each projection, and why some could not go on.

    Of each stream, events come in their order. A projection that fails is done with: the error is
    its own, and the others go on.
    """
    changes = {projection.name: RowVersions() for projection in readers.projections}
    failures: dict[str, Failure] = {}
    for entry in entries:
        known = folds.get(entry.stream)
        if known is None:
            known = folds[entry.stream] = {}
        for projection in readers[entry.topic]:
            name = projection.name
            if name in failures:
                continue
            fold = known.get(name)
            if fold is None:
                fold = known[name] = StreamFold(projection)
            try:
                closed, opened = fold.follow(readable(entry))
            except Exception as error:  # noqa: BLE001 - one projection's error is its own
                failures[name] = Failure(entry.position, error)
                continue
            if closed or opened:
                changes[name].take(entry.stream, entry.position, closed, opened)
    kept = {name: rows for name, rows in changes.items() if name not in failures}
    return kept, failures


def readable(entry: Recorded | Unread) -> Recorded:
    """Give the event; raises `Indigestible` if this version cannot read it."""
    if isinstance(entry, Unread):
        raise entry.why
    return entry
