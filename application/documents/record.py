"""What the record says, as a sheet would show it: every stream of a kind, folded at its last event.

Read from the log itself and not as of today: what holds from a later day on is recorded too, and a
sheet that says it says nothing new.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from application.projecting.fold import in_order_of_days
from application.recorded import Recorded
from application.registry import OWNER_OF_TOPIC
from application.service import Consortium
from domain.client.events import ClientRegistered
from domain.evidence.events import EvidenceRegistered
from domain.mentorship.events import MentorProposed, MentorReassigned
from domain.worker.events import SkillAssessed, WorkerRegistered

Row = Mapping[str, Any]
"""The values of one row by their columns' names; what a sheet leaves blank is not in it."""

Timeline = Sequence[tuple[date, Any]]
"""What was said of one thing, in the order of the days from which it holds."""


def on_day(said: Timeline, day: date) -> Any:  # noqa: ANN401 - what was said
    """Give what holds on a day; what is first said for a later day is given before it too."""
    until = [value for on, value in said if on <= day]
    return until[-1] if until else said[0][1]


@dataclass(frozen=True, slots=True)
class Known:
    """One recorded thing as a row. `about` is what its kind keeps of it besides.

    `beside` gives the row to compare a sheet's row with, where that depends on what it says.
    What is not `listed` is neither exported nor missing: withdrawn skills, declined offers. Of
    `erased` columns nothing is known any more, and nothing is recorded again.
    """

    row: Row
    about: Any = None
    beside: Callable[[Row], Row] | None = None
    listed: bool = True
    erased: frozenset[str] = frozenset()

    def compared_with(self, row: Row) -> Row:
        """Give what the record says beside a row of a sheet."""
        return self.beside(row) if self.beside else self.row


@dataclass(slots=True)
class Directory:
    """Numbers of people and things, and the ids under which the record knows them."""

    persons: dict[str, UUID] = field(default_factory=dict)
    workers: dict[str, UUID] = field(default_factory=dict)
    clients: dict[str, UUID] = field(default_factory=dict)
    evidence: dict[str, UUID] = field(default_factory=dict)
    met: set[UUID] = field(default_factory=set)
    numbers: dict[UUID, str] = field(default_factory=dict)


@dataclass(slots=True)
class Record:
    """All recorded rows of one kind by their keys, and what is needed to understand a sheet.

    `voided` are streams of which nothing holds any more; `sheet` are the new rows of the sheet so
    far, by their keys. `namesakes` gives the keys of recorded rows by what they are matched by.
    """

    rows: dict[str, Known]
    directory: Directory
    voided: frozenset[UUID] = frozenset()
    sheet: dict[str, Row] = field(default_factory=dict)
    namesakes: dict[str, list[str]] = field(default_factory=dict)


def streams_of(
    consortium: Consortium, aggregate: str, upto: int
) -> Iterator[tuple[UUID, list[Recorded]]]:
    """Give every stream of a kind: what holds of it, in the order of days; nothing if voided."""
    topics = [topic for topic, owner in OWNER_OF_TOPIC.items() if owner.name == aggregate]
    histories: dict[UUID, list[Recorded]] = {}
    for recorded in consortium.log.events(upto=upto, topics=topics):
        histories.setdefault(recorded.stream, []).append(recorded)
    for stream, history in histories.items():
        yield stream, in_order_of_days(history)


def collect(
    consortium: Consortium,
    aggregate: str,
    fold: Callable[[UUID, Sequence[Recorded], Directory], Iterator[tuple[str, Known]]],
) -> Record:
    """Fold every stream of a kind into the rows of a sheet."""
    upto = consortium.log.last()[0]
    directory = directory_of(consortium, upto)
    rows: dict[str, Known] = {}
    voided = set()
    for stream, holds in streams_of(consortium, aggregate, upto):
        if holds:
            rows.update(fold(stream, holds, directory))
        else:
            voided.add(stream)
    return Record(rows, directory, frozenset(voided))


def directory_of(consortium: Consortium, upto: int) -> Directory:
    """Collect the numbers under which people and things are registered."""
    found = Directory()
    opening = (
        WorkerRegistered,
        ClientRegistered,
        EvidenceRegistered,
        MentorProposed,
        MentorReassigned,
        SkillAssessed,
    )
    topics = [event.TOPIC for event in opening]
    for recorded in consortium.log.events(upto=upto, topics=topics):
        match recorded.event:
            case WorkerRegistered() as event:
                found.persons[event.number] = event.person_id
                found.workers[event.number] = recorded.stream
                # Who is registered twice is known under the first of the two numbers.
                found.numbers.setdefault(event.person_id, event.number)
                found.numbers[recorded.stream] = event.number
            case ClientRegistered() as event:
                found.clients[event.number] = recorded.stream
                found.numbers[recorded.stream] = event.number
            case EvidenceRegistered() as event:
                found.evidence[event.number] = recorded.stream
                found.numbers[recorded.stream] = event.number
            case MentorProposed() | MentorReassigned() as event:
                found.met.add(event.mentor)
            case SkillAssessed() as event:
                found.met.add(event.assessor)
    found.met |= set(found.persons.values())
    return found


def opened(consortium: Consortium, known: Mapping[str, Known], *names: str) -> dict[str, Known]:
    """Open the personal values of rows; those that were erased are marked so."""
    digests = sorted({one.row[name] for one in known.values() for name in names if name in one.row})
    plain = consortium.vault.open(digests) if digests else {}
    result = {}
    for key, one in known.items():
        gone = {name for name in names if name in one.row and one.row[name] not in plain}
        row = {
            name: plain[value] if name in names else value
            for name, value in one.row.items()
            if name not in gone
        }
        result[key] = Known(row, one.about, one.beside, one.listed, frozenset(gone))
    return result
