"""Trace: from a figure to the events that it counts, each told in words."""

from typing import Any
from uuid import UUID

from application.answers import plain
from application.evidence.sentences import sentence
from application.figures.answers import FigureAsked, answer_figure
from application.recorded import Recorded, how_recorded
from application.service import Consortium


def trace(consortium: Consortium, asked: FigureAsked) -> dict[str, Any]:
    """Give the figure's answer with, under `events`, all that is known of what it counts.

    An event says what it said when it was recorded, even if it has been corrected since.
    """
    answer = answer_figure(consortium, asked)
    streams = sorted({UUID(counted["stream"]) for counted in answer["counted"]})
    positions = {counted["position"] for counted in answer["counted"]}
    upto = answer["as_of"]["position"]
    events = consortium.log.events(upto=upto, streams=streams) if streams else ()
    return answer | {"events": [_told(one) for one in events if one.position in positions]}


def _told(recorded: Recorded) -> dict[str, Any]:
    event, by = recorded.event, recorded.by
    said = sentence(event)
    return {
        "position": recorded.position,
        "stream": plain(recorded.stream),
        "version": recorded.version,
        "topic": event.TOPIC,
        "effective_on": plain(event.effective_on),
        "recorded_at": plain(recorded.recorded_at),
        "how": how_recorded(event.effective_on, recorded.recorded_at, taken_over=by.taken_over),
        "actor": by.actor,
        "reason": plain(by.reason),
        "sentence": {"ja": said.ja, "en": said.en},
    }
