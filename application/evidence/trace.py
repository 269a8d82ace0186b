"""Trace: from a figure to the events that it counts, each told in words."""

from typing import Any
from uuid import UUID

from application.evidence.told import events_at, told, unlisted
from application.figures.answers import FigureAsked, answer_figure
from application.plain import plain
from application.service import Consortium


def trace(consortium: Consortium, asked: FigureAsked) -> dict[str, Any]:
    """Give the figure's answer with, under `events`, all that is known of what it counts."""
    answer = answer_figure(consortium, asked)
    positions = {counted["position"] for counted in answer["counted"]}
    streams = {UUID(counted["stream"]) for counted in answer["counted"]}
    events = events_at(consortium.log, positions, streams).values()
    listed = [told(one).model_dump(mode="json") for one in events if one.event.LISTED]
    notes = map(plain, unlisted(len(events) - len(listed)))
    return answer | {"events": listed, "notes": [*answer["notes"], *notes]}
