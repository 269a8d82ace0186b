"""What the record says, as a sheet would show it: every stream of a kind, folded at its last event.

Read from the log itself and not as of today: what holds from a later day on is recorded too, and a
sheet that says it says nothing new.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.projecting.fold import in_order_of_days
from application.recorded import Recorded
from application.registry import OWNER_OF_TOPIC
from application.service import Consortium
from domain.base.event import voided

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
class Record:
    """All recorded rows of one kind by their keys, and what is needed to understand a sheet.

    `voided` are streams of which nothing holds any more, `withdrawn` the keys of single rows that
    were voided; `sheet` are the new rows of the sheet so far, by their keys. `namesakes` gives the
    keys of recorded rows by what they are matched by.
    """

    rows: dict[str, Known]
    directory: Directory
    voided: frozenset[UUID] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    sheet: dict[str, Row] = field(default_factory=dict)
    namesakes: dict[str, list[str]] = field(default_factory=dict)


Fold = Callable[[UUID, Sequence[Recorded], Directory], Iterator[tuple[str, Known]]]
"""From what holds of one stream, in the order of days, to the rows of a sheet under their keys."""


def collect(
    consortium: Consortium, aggregate: str, fold: Fold, *, event_by_event: bool = False
) -> Record:
    """Fold every stream of a kind into the rows of a sheet.

    Where the rows follow `event_by_event`, those of voided events are known as withdrawn.
    """
    upto = consortium.log.last()[0]
    directory = Directory(consortium, upto)
    rows: dict[str, Known] = {}
    voided_streams, withdrawn = set(), set()
    for stream, history in histories(consortium, aggregate, upto).items():
        if holds := in_order_of_days(history):
            rows.update(fold(stream, holds, directory))
        else:
            voided_streams.add(stream)
        if event_by_event:
            out = voided([(one.version, one.event) for one in history])
            gone = [one for one in history if one.version in out]
            withdrawn |= {key for key, _ in fold(stream, gone, directory)}
    return Record(rows, directory, frozenset(voided_streams), frozenset(withdrawn - rows.keys()))


def histories(consortium: Consortium, aggregate: str, upto: int) -> dict[UUID, list[Recorded]]:
    """Give all that was ever recorded of each stream of a kind, what was voided too."""
    topics = [topic for topic, owner in OWNER_OF_TOPIC.items() if owner.name == aggregate]
    found: dict[UUID, list[Recorded]] = {}
    for recorded in consortium.log.events(upto=upto, topics=topics):
        found.setdefault(recorded.stream, []).append(recorded)
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
