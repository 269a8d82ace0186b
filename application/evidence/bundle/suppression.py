"""What of a figure is published: no small count of persons, and nothing that tells one.

Persons stand behind a figure, be it a count or a sum, where its definition names them, and wherever
its facts or their records do (see `persons`), whatever the definition says. Behind a value stand as
many as it has persons; a fact of nobody in particular, beside facts of persons, is one more for
each record. So public money stays as long as it is paid to firms; where some of it is paid to
persons, it is told only if enough payees stand behind it. Money and counts behind which there is no
person at all stay as they are, however small: one firm, one pilot, one order.

A cell, the value or a line of the breakdown, is small if it is a count of persons, or a number of
those behind it is one, between 1 and the threshold; 0 may stand. So is a share if that few persons
stand behind one of its sides alone. Of a figure with a small value nothing is told. A breakdown is
told whole or not at all: not if one of its lines is small, nor if the lines together come to a
little more than the value, which is how many stand in two of them. Neither is how the facts were
recorded where few were recorded so, nor how many facts there are where that says how many count
twice.

So whoever sees all that is told of a figure, and knows these very rules, can be sure of no small
count, neither that a line has it nor that some lines have it together: value and limit leave more
than one open. (From a limit of 4 on: if 3 persons stand in several lines, one of them is alone.)
Leaving out some lines and telling the others would not do: what is left out adds up, and which
lines are told says how large the others can be.

What it cannot do: it looks at one figure of one publication. Two publications of different days,
two figures that count the same persons by different lines, two years of a count that goes on from
year to year, or what somebody knows already, can be held against each other. A firm of one person
is a firm, and so is a payee of whom no record says who it is. Whoever publishes has to look at
that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from application.evidence.bundle.persons import Whose, names_of
from application.figures.facts import Identity, read, typed
from application.figures.values import Figure, FigureEvent, HowRecorded, Row
from domain.base.figure import Count, FigureDefinition, Ratio


@dataclass(frozen=True, slots=True)
class Published:
    """What is told of a figure; None where it is not."""

    value: int | None
    rows: tuple[Row, ...] | None
    counted: int | None
    recorded: HowRecorded | None
    suppressed: bool


def published(
    definition: FigureDefinition,
    figure: Figure,
    events: Mapping[int, FigureEvent],
    whose: Whose,
    *,
    below: int,
) -> Published:
    """Give what may be told of a figure; `events` are by position, joins as it was computed."""
    whole = Published(
        figure.value, figure.rows, len(figure.counted), figure.recorded, suppressed=False
    )
    groups = list(_persons(definition, figure, events, whose))
    if not groups:
        return whole
    persons = _counts_persons(definition)

    def small(value: int | None, behind: Sequence[set[object]]) -> bool:
        """Say whether a value, or a line, is of few persons, in one of the parts and fields."""
        counts = [len(each) for each in behind]
        if isinstance(definition.measure, Ratio):
            # Share and number of facts together say how many there are on each side of it.
            counts.append(max(counts) - min(counts))
        elif persons and any(counts):
            counts.append(value or 0)
        return _tells(below, *counts)

    if small(figure.value, [set().union(*each.values()) for each in groups]):
        return Published(None, None, None, None, suppressed=True)
    few = any(
        small(row.value, [each.get(_key(row), set()) for each in groups]) for row in figure.rows
    )
    value, rows, how = figure.value or 0, figure.rows, figure.recorded
    in_two = persons and bool(rows) and _tells(below, sum(row.value or 0 for row in rows) - value)
    twice = persons and _tells(below, len(figure.counted) - value)
    late = twice or _tells(below, how.as_it_happened, how.late, how.taken_over)
    return Published(
        value=figure.value,
        rows=None if few or in_two else rows,
        counted=None if twice else len(figure.counted),
        recorded=None if late else how,
        suppressed=few or in_two or late,
    )


def _tells(below: int, *counts: int) -> bool:
    return any(0 < abs(count) < below for count in counts)


def _persons(
    definition: FigureDefinition,
    figure: Figure,
    events: Mapping[int, FigureEvent],
    whose: Whose,
) -> Iterator[dict[Identity, set[object]]]:
    """Give who stands behind each part that has persons, by the breakdown's lines."""
    taken = (
        part.facts
        for part in definition.parts()
        for _ in range(1 if part.compared_with is None else 2)
    )
    # A figure without a value because of its days has no parts.
    for facts, part in zip(taken, figure.parts, strict=False):
        counted = [events[ref.position] for ref in part.counted]
        for name in sorted({*facts.persons, *names_of(facts.opens)}):
            found = _by_line(counted, name, figure.by, whose, always=name in facts.persons)
            if found:
                yield found


def _by_line(
    facts: Sequence[FigureEvent], name: str, by: Sequence[str], whose: Whose, *, always: bool
) -> dict[Identity, set[object]]:
    """Give who stands behind each line that has a person; `always` says that each fact has one."""
    behind: dict[Identity, set[object]] = {}
    with_persons = set()
    for fact in facts:
        line = tuple(typed(read(fact, each)) for each in by)
        person = whose.of(fact, name)
        behind.setdefault(line, set()).add(fact.stream if person is None else person)
        if always or person is not None:
            with_persons.add(line)
    return {line: found for line, found in behind.items() if line in with_persons}


def _key(row: Row) -> Identity:
    return tuple(map(typed, row.by))


def _counts_persons(definition: FigureDefinition) -> bool:
    """Say whether the value itself is a number of those behind it; a sum or share is none."""
    return not isinstance(definition.measure, Ratio) and any(
        isinstance(part, Count) for part in definition.parts()
    )
