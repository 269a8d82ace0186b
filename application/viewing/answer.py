"""What is answered to a question about a view: its lines, and every word needed to trust them."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar, get_type_hints
from uuid import UUID

from application.asking.answers import ERASED, heading
from application.asking.moments import as_of
from application.asking.query import sealed_fields
from application.effective import by_stream, effective_of, with_mends
from application.figures.joins import JOINS, joined, representatives
from application.plain import plain
from application.recorded import Recorded, how_recorded
from application.service import Consortium
from application.viewing.view import A, Facts, Line, View
from domain.base.fields import Year
from domain.base.values.fiscal_year import label as fiscal_year_label
from domain.client.events import ClientsMerged

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ViewAsked:
    """Which day and moment are asked about, and whether personal values are to be opened."""

    valid_on: date | None = None
    as_of: str | None = None
    opened: bool = False


def answer_view(
    consortium: Consortium, view: View[A, R], asks: A, asked: ViewAsked
) -> dict[str, Any]:
    """Answer with plain values, the same for the API, the command line and a spreadsheet."""
    moment = as_of(consortium.log, asked.as_of)
    day = asked.valid_on or consortium.today()
    lines = list(view.lines(facts(consortium, view, day, moment.position), asks))
    opened = _opened(consortium, view, lines) if asked.opened else None
    counted = {fact.position: fact for line in lines for fact in line.facts}
    how = Counter(_how(fact) for fact in counted.values())
    return {
        "view": view.name,
        "asked": {name: plain(value) for name, value in asks},
        **heading(consortium, moment.position, moment, day, taken_over=how["taken_over"]),
        "items": [_item(view, line, opened) for line in lines],
        "totals": view.totals_of(lines),
        "recorded": dict(sorted(how.items())),
    }


def facts(consortium: Consortium, view: View[Any, Any], day: date, position: int) -> Facts:
    """Give the facts that a view reads, with what was recorded up to a position."""
    topics = with_mends(kind.TOPIC for kind in view.reads)
    joins = with_mends(JOINS)
    events = list(consortium.log.events(upto=position, topics=sorted(topics | joins)))
    told = by_stream(e for e in events if e.event.TOPIC in topics)
    said = list(effective_of(e for e in events if e.event.TOPIC in joins))
    pairs = joined(said, valid_on=day)
    same = representatives(pairs, preferred=_kept(said, pairs))
    joined_ids = {UUID(one): UUID(other) for one, other in same.items()}
    found = Facts(day, told, joined_ids)
    if also := sorted(set(view.also(found))):
        spoken_of = by_stream(consortium.log.events(upto=position, streams=also))
        return replace(found, told={**found.told, **spoken_of})
    return found


def _kept(said: Iterable[Recorded], pairs: Container[tuple[str, str]]) -> set[str]:
    """Give the clients that go on where records were merged: people know them by that number."""
    merges = [
        (str(each.event.client_id), str(each.event.duplicate_id))
        for each in said
        if isinstance(each.event, ClientsMerged)
    ]
    in_force = [each for each in merges if (min(each), max(each)) in pairs]
    return {kept for kept, _ in in_force} - {duplicate for _, duplicate in in_force}


def _item(view: View[Any, R], line: Line[R], opened: Mapping[str, str] | None) -> dict[str, Any]:
    kind: Any = view.row
    hints = get_type_hints(kind, include_extras=True)
    row: dict[str, Any] = {}
    for field in fields(kind):
        value = getattr(line.row, field.name)
        row[field.name] = _plain(value)
        if hints[field.name] == Year:
            row[field.name] = {"fiscal_year": value, "label": fiscal_year_label(value)}
    if opened is not None:
        for name in sealed_fields(kind):
            row[name] = opened.get(row[name], ERASED) if row[name] else None
    row["facts"] = [
        {"stream": str(fact.stream), "version": fact.version, "position": fact.position}
        for fact in line.facts
        if view.names_facts
    ]
    return row


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a row
    return [_plain(each) for each in value] if isinstance(value, tuple) else plain(value)


def _opened(
    consortium: Consortium, view: View[Any, Any], lines: Sequence[Line[Any]]
) -> dict[str, str]:
    names = sealed_fields(view.row)
    digests = {getattr(line.row, name) for line in lines for name in names} - {None}
    return consortium.vault.open(sorted(digests)) if digests else {}


def _how(fact: Recorded) -> str:
    return how_recorded(fact.event.effective_on, fact.recorded_at, taken_over=fact.by.taken_over)
