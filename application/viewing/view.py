"""What a view is: one question over several records, computed from effective events when asked.

A projection keeps the rows of each record by itself. Where a question looks across records, adds
up, or depends on the day on which it is asked (what falls due this week, who had not been paid by
then), a view computes it from the facts; nothing of it is stored, so nothing can lag or differ.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Generic, NamedTuple, TypeVar, overload
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from application.projecting.fold import in_order_of_days
from application.recorded import Recorded
from application.viewing.counts import with_few
from domain.base.event import Event
from domain.base.values.money import LARGEST
from domain.base.words import Label

A = TypeVar("A", bound="Asks")
E = TypeVar("E", bound=Event)
E2 = TypeVar("E2", bound=Event)
E3 = TypeVar("E3", bound=Event)
E4 = TypeVar("E4", bound=Event)
R = TypeVar("R")


YenAsked = Annotated[int, Field(ge=0, le=LARGEST), Label("金額（円）", "amount in yen", "500000")]
"""An amount that is asked about: a question is text, also where it says a number."""


class Asks(BaseModel):
    """What a view can be asked for, besides the two moments; each field carries its label."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Line(NamedTuple, Generic[R]):
    """One row of an answer, and the facts it stands on."""

    row: R
    facts: tuple[Recorded, ...] = ()


@dataclass(frozen=True)
class Facts:
    """All that a view reads, as of one moment, and the day that is asked about.

    `told` holds what was recorded of each record; `joined` gives for each id that is one person, or
    one client, with others the id that stands for them on that day.
    """

    valid_on: date
    told: Mapping[UUID, Sequence[Recorded]]
    joined: Mapping[UUID, UUID]

    @cached_property
    def streams(self) -> Mapping[UUID, Sequence[Recorded]]:
        """Give the effective events of each record in the order of their days.

        A record of which nothing holds, since all of it was voided, is not there.
        """
        return {
            stream: holds for stream, told in self.told.items() if (holds := in_order_of_days(told))
        }

    def as_of(self, position: int) -> "Facts":
        """Give what was known by a position; the day, and who is who, stay those of today."""
        told = {
            stream: [one for one in history if one.position <= position]
            for stream, history in self.told.items()
        }
        return replace(self, told=told)

    def recorded_after(self, position: int, stream: UUID) -> Sequence[Recorded]:
        """Give what was recorded of one record later, corrections and voidings among it."""
        return [one for one in self.told.get(stream, ()) if one.position > position]

    @overload
    def of(self, one: type[E], /) -> Iterator[tuple[E, Recorded]]: ...
    @overload
    def of(self, one: type[E], two: type[E2], /) -> Iterator[tuple[E | E2, Recorded]]: ...
    @overload
    def of(
        self, one: type[E], two: type[E2], three: type[E3], /
    ) -> Iterator[tuple[E | E2 | E3, Recorded]]: ...
    @overload
    def of(
        self, one: type[E], two: type[E2], three: type[E3], four: type[E4], /
    ) -> Iterator[tuple[E | E2 | E3 | E4, Recorded]]: ...
    def of(self, *kinds: type[Event]) -> Iterator[tuple[Any, Recorded]]:
        """Give the facts of up to four kinds up to the day, in the order of days and positions."""
        return ((each.event, each) for each in self.of_any(*kinds))

    def of_any(self, *kinds: type[Event]) -> Iterator[Recorded]:
        """Give the facts of any number of kinds up to the day, in the same order."""
        return (
            each
            for each in self._in_order
            if isinstance(each.event, kinds) and each.event.effective_on <= self.valid_on
        )

    def opening(self, kind: type[E]) -> dict[UUID, E]:
        """Give what each record of a kind says that it is, whatever day it begins on.

        For looking a number or a name up, and never for counting.
        """
        return {each.stream: each.event for each in self._in_order if isinstance(each.event, kind)}

    def in_record(self, stream: UUID) -> Sequence[Recorded]:
        """Give what is true of one record up to the day, in the order of days."""
        return [
            each
            for each in self.streams.get(stream, ())
            if each.event.effective_on <= self.valid_on
        ]

    def person(self, person: UUID) -> UUID:
        """Give the id that stands for a person on the day."""
        return self.joined.get(person, person)

    def client(self, client: UUID) -> UUID:
        """Give the id that stands for a client on the day; records of one client are merged."""
        return self.joined.get(client, client)

    @cached_property
    def _in_order(self) -> Sequence[Recorded]:
        every = [each for stream in self.streams.values() for each in stream]
        return sorted(every, key=lambda each: (each.event.effective_on, each.position))


@dataclass(frozen=True)
class View(Generic[A, R]):
    """Name, words, what it can be asked for, row, facts and computation: the rest is derived.

    `reads` are the kinds of facts it is given; `compute` is pure: it gives lines in the order in
    which people read them. `totals` names columns that are added up over all lines; of those in
    `blank_is_nothing` a cell without a value adds nothing, of others the total is then unknown.
    Where a fact of a line would lead to one person, `names_facts` is false: the facts are counted
    by how they were recorded, and not named. `also` gives the records that those facts speak of, of
    whatever kind: a view that shows them is given them whole.
    """

    name: str
    label: Label
    asks: type[A]
    row: type[R]
    reads: tuple[type[Event], ...]
    compute: Callable[[Facts, A], Iterable[Line[R]]]
    totals: tuple[str, ...] = ()
    blank_is_nothing: tuple[str, ...] = ()
    names_facts: bool = True
    also: Callable[[Facts], Iterable[UUID]] = lambda _facts: ()

    def lines(self, facts: Facts, asks: A) -> Iterator[Line[R]]:
        """Give the lines, each with what follows from its own columns."""
        return (line._replace(row=with_few(line.row)) for line in self.compute(facts, asks))

    def totals_of(self, lines: Iterable[Line[R]]) -> dict[str, int | None]:
        """Add up the columns that have a total; None where a part of it is unknown."""
        rows: list[Any] = [line.row for line in lines]
        cells = {name: [getattr(row, name) for row in rows] for name in self.totals}
        return {name: self._total(name, each) for name, each in cells.items()}

    def _total(self, name: str, cells: list[int | None]) -> int | None:
        known = [cell for cell in cells if cell is not None]
        unknown = len(known) < len(cells) and name not in self.blank_is_nothing
        return None if unknown else sum(known)
