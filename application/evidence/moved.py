"""Moved: from one event to the figures that are not what they were without it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from application.asking.answers import heading
from application.asking.moments import as_of
from application.evidence.sentences import worded
from application.evidence.told import told
from application.figures.answers import breakdown, reference, why_no_value
from application.figures.moved import Moved, moved
from application.figures.values import Figure
from application.ports import Log
from application.recorded import Recorded
from application.registry import EVENT_OF_TOPIC
from application.service import Consortium
from domain.base.event import Correction, Void
from domain.base.figure import FigureDefinition, Scalar
from domain.base.marks import marks
from domain.base.values.fiscal_year import view
from domain.base.words import Label

NOTHING = Label("この事実で動いた指標はありません。", "This event moved no figure.")
LATER = Label(
    "この事実の基準日は、尋ねられた日より後です。",
    "It takes effect only after the day that was asked about.",
)


class NoSuchEvent(LookupError):  # noqa: N818 - an outcome
    """There is no event at that position, or none that a list of events shows."""


@dataclass(frozen=True, slots=True)
class MovedAsked:
    """The event at which position, and the figures of which day; today if none is given."""

    position: int
    valid_on: date | None = None


def answer_moved(consortium: Consortium, asked: MovedAsked) -> dict[str, Any]:
    """Answer with plain values, the same for the API and the command line.

    Raises `NoSuchEvent` where there is none at that position, or none that a list shows.
    """
    event = listed_event(consortium.log, asked.position)
    day = asked.valid_on or consortium.today()
    found = list(moved(consortium.log, event, valid_on=day))
    later = event.event.effective_on > day and not isinstance(event.event, Correction | Void)
    notes = [] if found else [NOTHING, *([LATER] if later else [])]
    moment = as_of(consortium.log, str(asked.position))
    return {
        **heading(
            consortium,
            event.position,
            moment,
            day,
            taken_over=int(event.by.taken_over),
            also=notes,
        ),
        "event": told(event).model_dump(mode="json"),
        "figures": [_plain(one) for one in found],
    }


def listed_event(log: Log, position: int) -> Recorded:
    """Give the event at a position; raises `NoSuchEvent`."""
    last, _ = log.last()
    if not 1 <= position <= last:
        raise NoSuchEvent(f"the log holds events 1 to {last}; there is none at {position}")
    (event,) = log.events(after=position - 1, upto=position)
    if not event.event.LISTED:
        raise NoSuchEvent(f"the event at {position} stands in no list, but in its own record alone")
    return event


def _plain(one: Moved) -> dict[str, Any]:
    year, definition = one.after.fiscal_year, one.definition
    before, after = set(one.before.counted), set(one.after.counted)
    return {
        "figure": one.after.code,
        "title": definition.title.model_dump(),
        "unit": definition.unit.model_dump(),
        "programme": one.after.programme,
        "every_programme": one.every_programme,
        "fiscal_year": view(year).model_dump() if year else None,
        "differs": one.aspects(),
        "before": _side(one.before),
        "after": _side(one.after),
        "lines": list(_lines(one)),
        "newly_counted": [reference(each) for each in one.after.counted if each not in before],
        "no_longer_counted": [reference(each) for each in one.before.counted if each not in after],
    }


def _side(figure: Figure) -> dict[str, Any]:
    return {
        "definition_version": figure.version,
        "value": figure.value,
        "why_no_value": why_no_value(figure),
        "breakdown": breakdown(figure),
        "recorded": asdict(figure.recorded),
    }


def _lines(one: Moved) -> Iterator[dict[str, Any]]:
    """Give the lines of the breakdown that differ, each named in words."""
    if one.before.by != one.after.by and one.before.by and one.after.by:
        return
    was, now = ({row.by: row.value for row in side.rows} for side in (one.before, one.after))
    for by in [*was, *(line for line in now if line not in was)]:
        if was.get(by) != now.get(by):
            words = [
                _named(one.definition, name, value)
                for name, value in zip(one.after.by or one.before.by, by, strict=True)
            ]
            yield {
                "words": {
                    "ja": "、".join(each.ja for each in words),
                    "en": ", ".join(each.en for each in words),
                },
                "before": was.get(by),
                "after": now.get(by),
            }


def _named(definition: FigureDefinition, name: str, value: Scalar) -> Label:
    for part in definition.parts():
        for topic in part.facts.opens:
            info = EVENT_OF_TOPIC[topic].model_fields.get(name)
            if info is not None:
                label, said = marks(info, Label)[0], worded(value, info)
                return Label(f"{label.ja} {said.ja}", f"{label.en} {said.en}")
    return Label(f"{name} {value}", f"{name} {value}")
