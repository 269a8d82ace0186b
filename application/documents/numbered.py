"""Fields of a command that name another stream or a person, as columns of their numbers."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from application.aggregate import members
from application.documents.cells import is_tuple, several
from application.documents.kind import Column, Place
from application.documents.record import Record
from application.documents.references import person, registered
from application.registry import AGGREGATE_OF, AGGREGATES
from domain.base.command import Annul, Command, Correct
from domain.base.event import Event
from domain.base.fields import Number, Refers, Text
from domain.base.marks import marks
from domain.base.words import Label


def refers(command: type[Command]) -> dict[str, str]:
    """Give the fields of a command that name something, each with what kind of thing."""
    found = {
        name: marked[0].aggregate
        for name, info in command.model_fields.items()
        if (marked := marks(info, Refers))
    }
    return found | ({command.TARGET: AGGREGATE_OF[command].name} if command.TARGET else {})


def by_number(column: Column, named: Mapping[str, str], *, called: bool) -> Column:
    """Make a column of ids one of numbers, under the word for the number if it is the only one."""
    aggregate = named[column.name]
    kind = Text if is_tuple(column.annotation) else Number
    word = _number_word(aggregate)
    only = list(named.values()).count(aggregate) == 1
    if called:
        return replace(column, annotation=kind)
    if word and only:
        return replace(
            column, annotation=kind, label=word, aliases=(column.label.ja, *column.aliases)
        )
    # What is one person's opaque id in the record is their number on a sheet.
    ja = f"{column.label.ja}番号".replace("番号番号", "番号").replace("仮名ID番号", "番号")
    return replace(column, annotation=kind, label=Label(ja, f"{column.label.en} number"))


def referred(
    place: Place, said: str, record: Record, aggregate: str, column: Column
) -> UUID | tuple[UUID, ...]:
    """Give what the number or numbers in a cell refer to; raises `CannotSay`."""

    def one(number: str) -> UUID:
        if aggregate == "person":
            return person(place, record, number)
        return registered(record, aggregate, number, column.name)

    if column.annotation is Text:
        return tuple(one(each) for each in several(said))
    return one(said)


def mender(command: type[Command], event: type[Event]) -> type[Command]:
    """Give the command that puts such an event right; the command itself if there is none."""
    known = AGGREGATE_OF[command].command_types()
    menders = (one for kind in (Correct, Annul) for one in known if issubclass(one, kind))
    return next((one for one in menders if event in one.EVENT.MENDS), command)


def _number_word(aggregate: str) -> Label | None:
    if aggregate not in AGGREGATES:
        return None
    owner = AGGREGATES[aggregate]
    fields = (one.model_fields.get(owner.known_by) for one in members(owner.events))
    words = (word for info in fields if info for word in marks(info, Label))
    return next(words, None)
