"""What of a figure is published: no small count of persons, and nothing that tells one.

Persons stand behind a figure, be it a count or a sum, where its definition names them, and wherever
its facts or their records do (see `persons`), whatever the definition says. Behind a value stand as
many as it has persons; a fact of nobody in particular, beside facts of persons, is one more for
each record. So public money stays as long as it is paid to firms; where some of it is paid to
persons, it is told only if enough payees stand behind it. Money and counts behind which there is no
person at all stay as they are, however small: one firm, one pilot, one order.

A cell, the value or a line of the breakdown, is small if it is a count of persons, or a number of
those behind it is one, between 1 and the threshold; 0 may stand. A small value is not told, nor
anything else of its figure. A small line is not told, and with it the next larger one of persons is
not (second suppression), so that nobody can tell from the value and the other lines which of them
is small, or how small. Where there is no other line to leave out, the lines themselves have to
leave it open; if they do not, the value is not told either. Neither is by how little two numbers
differ: value and number of facts tell how many count twice, value and lines who stands in two.

What it cannot do: it looks at one figure of one publication. Two publications of different days,
two figures that count the same persons by different lines, two years of a count that goes on from
year to year, or what somebody knows already, can be held against each other. A firm of one person
is a firm, and so is a payee of whom no record says who it is. Whoever publishes has to look at
that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from application.evidence.bundle.persons import Whose, names_of
from application.figures.facts import Identity, read, typed
from application.figures.values import Figure, FigureEvent, HowRecorded, Row
from domain.base.figure import Count, FigureDefinition, Ratio


@dataclass(frozen=True, slots=True)
class Published:
    """What is told of a figure; None where it is not, in a line too."""

    value: int | None
    rows: tuple[Row, ...] | None
    counted: int | None
    recorded: HowRecorded | None
    suppressed: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, and how many stand behind it, as each part and field counts them.

    0 where no person is among them.
    """

    value: int | None
    persons: tuple[int, ...]

    def small(self, below: int) -> bool:
        """Say whether one of the counts of persons is small."""
        return any(0 < count < below for count in self.persons)


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
    total = _cell(figure.value, [set().union(*each.values()) for each in groups], persons=persons)
    lines = [
        _cell(row.value, [each.get(_key(row), set()) for each in groups], persons=persons)
        for row in figure.rows
    ]
    left = untold(total, lines, below)
    if left is None:
        return Published(None, None, None, None, suppressed=True)
    twice = persons and _tells(below, len(figure.counted) - (figure.value or 0))
    in_two = persons and bool(lines) and not left and _tells(
        below, sum(line.value or 0 for line in lines) - (figure.value or 0)
    )  # fmt: skip
    how = figure.recorded
    late = twice or _tells(below, how.as_it_happened, how.late, how.taken_over)
    rows = tuple(
        replace(row, value=None) if at in left else row for at, row in enumerate(figure.rows)
    )
    return Published(
        value=figure.value,
        rows=None if in_two else rows,
        counted=None if twice else len(figure.counted),
        recorded=None if late else how,
        suppressed=bool(left) or twice or in_two or late,
    )


def untold(total: Cell, lines: Sequence[Cell], below: int) -> set[int] | None:
    """Give the indexes of the lines that are not told; None where nothing is, nor the value."""
    if total.small(below):
        return None
    small = {at for at, line in enumerate(lines) if line.small(below)}
    if not small:
        return small
    others = {
        at: abs(line.value)
        for at, line in enumerate(lines)
        if at not in small and line.value is not None and any(line.persons)
    }
    if others:
        # Of equal lines all, or the one that is told would say which of the others is not small.
        least = min(others.values())
        return small | {at for at, value in others.items() if value == least}
    # Every one of these lines is small, which is known of none. One of them alone is the value;
    # of several, each could be up to all of them less one for each of the others.
    behind = [
        min(every, sum(each))
        for every, *each in zip(total.persons, *(lines[at].persons for at in small), strict=True)
    ]
    most = min(count for count in behind if count) - (len(small) - 1)
    return small if len(small) > 1 and most >= below else None


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


def _cell(value: int | None, behind: Sequence[set[object]], *, persons: bool) -> Cell:
    counts = [len(each) for each in behind]
    if persons:
        counts.append(abs(value or 0) if any(counts) else 0)
    return Cell(value, tuple(counts))


def _counts_persons(definition: FigureDefinition) -> bool:
    """Say whether the value itself is a number of those behind it; a sum or share is none."""
    return not isinstance(definition.measure, Ratio) and any(
        isinstance(part, Count) for part in definition.parts()
    )
