"""What of a figure is published: no small count of persons, and nothing that tells one.

A cell, the value or a line of the breakdown, is small if it or a count of persons behind it lies
between 1 and the threshold; 0 may stand, and so do sums and counts behind which no persons stand.
A small value is not told, nor anything else of its figure. A small line is not told, and with it
the next larger one is not (second suppression), so that nobody can tell from the value and the
other lines which of them is small, or how small. Where there is no other line to leave out, the
lines themselves have to leave it open; if they do not, the value is not told either.

What it cannot do: persons stand behind a figure only as far as its definition names them, so pay
that is summed up without saying to whom is told. And it looks at one figure of one publication. Two
publications of different days, two figures that count the same persons by different lines, two
years of a count that goes on from year to year, or what somebody knows already, can be held against
each other. Whoever publishes more than one thing has to look at that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
    """A value, and how many persons each count of persons behind it has."""

    value: int | None
    persons: tuple[int, ...]

    def small(self, below: int) -> bool:
        """Say whether one of the counts of persons is small."""
        return any(0 < count < below for count in self.persons)


def published(
    definition: FigureDefinition,
    figure: Figure,
    events: Mapping[int, FigureEvent],
    joins: Mapping[str, str],
    *,
    below: int,
) -> Published:
    """Give what may be told of a figure; `events` are by position, `joins` as it was computed."""
    whole = Published(
        figure.value, figure.rows, len(figure.counted), figure.recorded, suppressed=False
    )
    groups = list(_persons(definition, figure, events, joins))
    if not groups:
        return whole
    total = _cell(definition, figure.value, [set().union(*each.values()) for each in groups])
    lines = [_cell(definition, row.value, [each.get(_key(row), set()) for each in groups])
             for row in figure.rows]  # fmt: skip
    left = untold(total, lines, below)
    if left is None:
        return Published(None, None, None, None, suppressed=True)
    recorded = figure.recorded
    tells = any(
        0 < count < below for count in (recorded.as_it_happened, recorded.late, recorded.taken_over)
    )
    return Published(
        value=figure.value,
        rows=tuple(
            replace(row, value=None) if at in left else row for at, row in enumerate(figure.rows)
        ),
        counted=len(figure.counted),
        recorded=None if tells else recorded,
        suppressed=bool(left) or tells,
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
    # of several, each could be up to the value less one for each of the others.
    most = min(count for count in total.persons if count) - (len(small) - 1)
    return small if len(small) > 1 and most >= below else None


def _persons(
    definition: FigureDefinition,
    figure: Figure,
    events: Mapping[int, FigureEvent],
    joins: Mapping[str, str],
) -> Iterator[dict[Identity, set[object]]]:
    """Give the persons behind each part of a figure that names some, by the breakdown's lines."""
    taken = (
        part.facts
        for part in definition.parts()
        for _ in range(1 if part.compared_with is None else 2)
    )
    # A figure without a value because of its days has no parts.
    for facts, part in zip(taken, figure.parts, strict=False):
        for name in facts.persons:
            yield _by_line([events[ref.position] for ref in part.counted], name, figure.by, joins)


def _by_line(
    facts: Sequence[FigureEvent], name: str, by: Sequence[str], joins: Mapping[str, str]
) -> dict[Identity, set[object]]:
    found: dict[Identity, set[object]] = {}
    for fact in facts:
        line = tuple(typed(read(fact, each)) for each in by)
        person = read(fact, name)
        found.setdefault(line, set()).add(joins.get(str(person), person))
    return found


def _key(row: Row) -> Identity:
    return tuple(map(typed, row.by))


def _cell(definition: FigureDefinition, value: int | None, persons: Sequence[set[object]]) -> Cell:
    counts = [len(each) for each in persons]
    if value is not None and _counts_persons(definition):
        counts.append(abs(value))
    return Cell(value, tuple(counts))


def _counts_persons(definition: FigureDefinition) -> bool:
    """Say whether the value itself is a number of persons or of what they did; a share is none."""
    return not isinstance(definition.measure, Ratio) and any(
        isinstance(part, Count) and part.facts.persons for part in definition.parts()
    )
