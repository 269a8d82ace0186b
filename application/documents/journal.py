"""Kinds of sheet that are journals: each row is one step of a stream, and asks for its command.

A grant is applied for, decided, advanced and fixed; an asset is bought, lent and looked at. Which
columns there are, what is recorded and what is asked for are derived from the commands and events
of the steps. The stream is known by what its id is made of, so its first step may stand above.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import Field

from application.documents.cells import choices
from application.documents.kind import (
    MUNICIPALITY_NAME,
    PROGRAMME,
    Column,
    Kind,
    Place,
    column_of,
    day_of,
)
from application.documents.numbered import by_number, refers
from application.documents.record import Row
from application.documents.steps import Complete, Journal, Step
from application.registry import AGGREGATE_OF
from domain.base.command import Command
from domain.base.words import Code, Label

NTH = Column(
    "nth",
    Annotated[int, Field(strict=True, ge=1, le=99)],
    Label("同じ日の何件目", "which of that day"),
    aliases=("件目",),
)
"""Tells apart what happened twice on one day; the first needs no number."""


def journal_kind(  # noqa: PLR0913 - each is one thing that the commands alone do not say
    name: str,
    label: Label,
    *,
    of: Sequence[str],
    steps: Sequence[Step],
    step: Label,
    on: Sequence[str],
    opening: type[Command] | None = None,
    key: Callable[[Row], str] | None = None,
    called: Mapping[str, Label] | None = None,
    aliases: Mapping[str, Sequence[str]] | None = None,
    also: Sequence[Column] = (),
    beside: Mapping[str, Callable[[Place, Row], Any]] | None = None,
    complete: Complete = lambda _place, _row, _record: None,
    scope: Sequence[str] = (),
) -> Kind:
    """Derive a kind of sheet whose rows are steps of streams of one kind.

    `of` names the fields that the stream is known by, in the order in which its natural key joins
    them, unless `key` says how. They are fields of `opening`, the command that opens it, which is
    that of the first step unless it stands on another sheet. `step` is the header over the kinds of
    steps, which need not be said where there is but one. `on` is what this kind calls the day: the
    column's name, its header in Japanese and in English, and other headers.

    Fields of one name and one word share a column; where another step's field has its name but not
    its word, the column is that of the step: `advanced_amount`. `called` and `aliases` give other
    words and headers to columns by their names, and `also` are columns in place of those of the
    same name. What a command needs and no row says comes from `beside`. `complete` settles what a
    row writes in its own way, before it is compared.

    A row that differs from the record is refused and its correction named. Raises TypeError where
    rows would not come back as they went.
    """
    words = _Words(called or {}, aliases or {}, {column.name: column for column in also})
    opening = opening or steps[0].command
    columns = [words.column(opening, one, one) for one in of]
    columns = [replace(one, required=one.name not in _SAID_BESIDE) for one in columns]
    columns += [_step_column(name, step, steps), day_of(opening, *on)]
    if not all(one.once for one in steps):
        columns.append(NTH)
    fields: dict[str, dict[str, str]] = {}
    for one in steps:
        left_out = {"effective_on", "programme", one.command.TARGET, *of, *(beside or {})}
        names = [each for each in one.command.model_fields if each not in left_out]
        fields[one.code] = {each: words.shared(columns, one, each) for each in names}
    made = Journal(
        aggregate=AGGREGATE_OF[steps[0].command].name,
        steps={one.code: one for one in steps},
        of=tuple(of),
        named={one: kind for one, kind in refers(opening).items() if one in of},
        key=key or (lambda row: "|".join(str(row[one]) for one in of)),
        on=on[0],
        fields=fields,
        columns={column.name: column for column in _with_names(columns)},
        beside=beside or {},
        complete=complete,
    )
    return Kind(
        name=name,
        label=label,
        columns=tuple(made.columns.values()),
        recorded=made.recorded,
        settle=made.settle,
        commands=made.commands,
        scope=tuple(scope),
        in_turn=lambda known: known.about,
        asks_for=tuple(one.command for one in steps),
    )


_SAID_BESIDE = frozenset({"programme", "municipality"})
"""What identifies a stream and may yet have no column: it is said for the file, or by a name."""


@dataclass(frozen=True, slots=True)
class _Words:
    called: Mapping[str, Label]
    aliases: Mapping[str, Sequence[str]]
    also: Mapping[str, Column]

    def shared(self, columns: list[Column], step: Step, each: str) -> str:
        """Give the name of the column for a step's field, and add it if there is none yet."""
        own = f"{step.code}_{each}"
        plain = self.column(step.command, each, own if own in self.called else each)
        plain = replace(plain, compared=each in step.event.model_fields)
        for column in columns:
            if column.name.endswith(each) and column.label == plain.label:
                if _kept(column) != _kept(plain):
                    raise TypeError(f"{own} has the words of {column.name} and is another thing")
                return column.name
        taken = any(column.name == plain.name for column in columns)
        columns.append(replace(plain, name=own if taken else plain.name))
        return columns[-1].name

    def column(self, command: type[Command], each: str, name: str) -> Column:
        """Give the column of a command's field under this name."""
        if name in self.also:
            return self.also[name]
        if name == "programme":
            return PROGRAMME
        column = column_of(command, each, *self.aliases.get(name, ()), label=self.called.get(name))
        if each in (named := refers(command)):
            column = by_number(column, named, called=name in self.called)
        return replace(column, name=name)


def _kept(column: Column) -> tuple[bool, list[str]]:
    return column.compared, choices(column.annotation)


def _with_names(columns: Sequence[Column]) -> Iterator[Column]:
    for column in columns:
        yield column
        if column.name == "municipality":
            yield MUNICIPALITY_NAME
    if not any(column.name == "programme" for column in columns):
        yield PROGRAMME


def _step_column(name: str, label: Label, steps: Sequence[Step]) -> Column:
    members = [(one.code.upper(), (one.code, one.word.ja, one.word.en)) for one in steps]
    codes: Any = Code
    return Column("step", codes(f"StepOf{name.title()}", members), label, required=len(steps) > 1)
