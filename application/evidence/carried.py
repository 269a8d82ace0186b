"""Which figures the documents that stand carry, as the papers have them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.recorded import Recorded
from domain.report import events as e

TOPICS = (
    e.ReportIssued.TOPIC,
    e.FigureStated.TOPIC,
    e.ReportReplaced.TOPIC,
    e.ReportWithdrawn.TOPIC,
)


@dataclass(frozen=True, slots=True)
class Carried:
    """One figure as one document states it, and where that was recorded."""

    document: e.ReportIssued
    figure: e.FigureStated
    recorded: Recorded


def carried(effective: Iterable[Recorded], day: date) -> list[Carried]:
    """Give what the documents state that are issued by a day and neither replaced nor withdrawn.

    `effective` holds the effective events of documents, stream by stream.
    """
    issued: dict[UUID, e.ReportIssued] = {}
    stated: dict[UUID, list[Recorded]] = {}
    for recorded in effective:
        if recorded.event.effective_on > day:
            continue
        match recorded.event:
            case e.ReportIssued() as event:
                issued[recorded.stream] = event
            case e.FigureStated():
                stated.setdefault(recorded.stream, []).append(recorded)
            case e.ReportReplaced() | e.ReportWithdrawn():
                del issued[recorded.stream]
            case _:
                pass
    return [
        Carried(document, recorded.event, recorded)
        for stream, document in issued.items()
        for recorded in stated.get(stream, [])
        if isinstance(recorded.event, e.FigureStated)
    ]
