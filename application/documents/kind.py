"""What a kind of spreadsheet is: its columns, what identifies a row, and the commands it asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from application.decision import stream_id
from application.service import Consortium
from domain.base.command import Command
from domain.base.marks import marks
from domain.base.values.text import search_key
from domain.base.words import Label

Row = Mapping[str, Any]
"""The values of one row by their columns' names; what a sheet leaves blank is not in it."""


class Doubt(Exception):  # noqa: N818 - a question
    """Only a person can say what a row means; the message is the question."""


class CannotSay(ValueError):  # noqa: N818 - an outcome
    """A row says something that an import cannot record; the message says what to do instead."""

    def __init__(self, column: str, reason: str) -> None:
        """Say of which column."""
        super().__init__(reason)
        self.column = column


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it fills, how its header may be written, what its cells hold."""

    name: str
    annotation: Any
    label: Label
    required: bool = False
    aliases: tuple[str, ...] = ()

    def headed(self, header: object) -> bool:
        """Say whether a header cell is this column's."""
        known = (self.name, self.label.ja, self.label.en, *self.aliases)
        return search_key(str(header)) in {search_key(one) for one in known}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row's commands are made: ids follow from numbers, days from what was answered.

    `changes_from` is the day from which changes of what is recorded hold; `same_person` says for a
    worker number which recorded number is the same person, or its own if it is somebody new.
    """

    namespace: UUID
    programme: str
    changes_from: date | None = None
    same_person: Mapping[str, str] = field(default_factory=dict)

    def id_of(self, aggregate: str, natural_key: str) -> UUID:
        """Give the id of the stream with this natural key."""
        return stream_id(self.namespace, aggregate, natural_key)

    def person(self, number: str) -> UUID:
        """Give the id of the person whom the registers know under this number."""
        return self.id_of("person", number)

    def day_of_change(self, column: str) -> date:
        """Give the day from which a change holds; raises `Doubt` until someone has said it."""
        if self.changes_from is None:
            raise Doubt(f"{column}: from which day does the change hold? (--changes-from DAY)")
        return self.changes_from


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sheet.

    `key` identifies a row; `recorded` gives what the record says today, row by row under the same
    keys and columns; `commands` makes what a row asks for, given what is recorded (None if it is
    new), and may raise `Doubt` or `CannotSay`.
    """

    name: str
    label: Label
    columns: tuple[Column, ...]
    key: Callable[[Row], str]
    recorded: Callable[[Consortium], dict[str, Row]]
    commands: Callable[[Place, Row, Row | None, Mapping[str, Row]], Sequence[Command]]
    programme: str = "common"

    def column(self, name: str) -> Column:
        """Give a column by its name."""
        return next(column for column in self.columns if column.name == name)


def column_of(
    command: type[Command],
    field_name: str,
    *,
    name: str | None = None,
    label: Label | None = None,
    required: bool | None = None,
    aliases: tuple[str, ...] = (),
) -> Column:
    """Derive a column from a command's field: its type, its word, and whether it must be there."""
    info = command.model_fields[field_name]
    found = marks(info, Label)
    return Column(
        name=name or field_name,
        annotation=command.__annotations__.get(field_name) or _annotation(command, field_name),
        label=label or (found[0] if found else Label(field_name, field_name)),
        required=info.is_required() if required is None else required,
        aliases=aliases,
    )


def _annotation(command: type[Command], field_name: str) -> Any:  # noqa: ANN401
    for base in command.__mro__:
        if field_name in vars(base).get("__annotations__", {}):
            return base.__annotations__[field_name]
    raise LookupError(f"{command.__name__} has no field {field_name}")


def given(row: Row, *names: str) -> dict[str, Any]:
    """Give those of the named values that the row says."""
    return {name: row[name] for name in names if name in row}
