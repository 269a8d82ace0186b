"""The wiring on one page: kinds of stream with their events and commands, and projections.

What is not listed here does not exist for the service; everything else is derived from it.
"""

from typing import Any

from application.aggregate import Aggregate
from application.projections.audit_trail import AUDIT_TRAIL
from application.projections.expenditures import EXPENDITURES
from application.projections.kpi_ledger import KPI_LEDGER
from application.projections.projection import Projection, Time
from application.projections.skill_map import SKILL_MAP
from application.projections.workers import WORKERS
from domain.base.command import Command
from domain.base.event import Correction, Event, Void
from domain.base.words import Label
from domain.expenditure import expenditure
from domain.expenditure.commands import ExpenditureCommand
from domain.expenditure.events import ExpenditureEvent
from domain.figure import figure
from domain.figure.commands import FigureCommand
from domain.figure.events import FigureEvent
from domain.kpi import fact
from domain.kpi.commands import FactCommand
from domain.kpi.events import FactEvent
from domain.log.events import LogOpened
from domain.person import link
from domain.person.commands import PersonLinkCommand
from domain.person.events import PersonLinkEvent
from domain.worker import worker
from domain.worker.commands import WorkerCommand
from domain.worker.events import WorkerEvent

_AGGREGATES = (
    Aggregate(
        "worker", "workers", Label("住民ワーカー", "resident worker"),
        WorkerEvent, WorkerCommand, worker.decide, worker.evolve,
    ),
    Aggregate(
        "person-link", "person-links", Label("同一人物", "person link"),
        PersonLinkEvent, PersonLinkCommand, link.decide, link.evolve,
    ),
    Aggregate(
        "expenditure", "expenditures", Label("支出", "expenditure"),
        ExpenditureEvent, ExpenditureCommand, expenditure.decide, expenditure.evolve,
    ),
    Aggregate(
        "fact", "facts", Label("計上", "counted fact"),
        FactEvent, FactCommand, fact.decide, fact.evolve,
    ),
    Aggregate(
        "figure", "figure-definitions", Label("指標の定義", "figure definition"),
        FigureEvent, FigureCommand, figure.decide, figure.evolve,
    ),
)  # fmt: skip
_PROJECTIONS: tuple[Projection[Any], ...] = (
    WORKERS,
    SKILL_MAP,
    EXPENDITURES,
    KPI_LEDGER,
    AUDIT_TRAIL,
)

AGGREGATES = {aggregate.name: aggregate for aggregate in _AGGREGATES}
AGGREGATE_OF: dict[type[Command], Aggregate] = {
    command: aggregate for aggregate in _AGGREGATES for command in aggregate.command_types()
}
OWNER_OF_TOPIC = {
    event.TOPIC: aggregate for aggregate in _AGGREGATES for event in aggregate.event_types()
}
EVENT_OF_TOPIC: dict[str, type[Event]] = {LogOpened.TOPIC: LogOpened} | {
    event.TOPIC: event for aggregate in _AGGREGATES for event in aggregate.event_types()
}
PROJECTIONS = {projection.name: projection for projection in _PROJECTIONS}


def mended_by(events: tuple[type[Event], ...]) -> set[str]:
    """Give the topics of these events and of all that can correct or void one of them."""
    kinds = set(events)
    mends = {
        event.TOPIC
        for event in EVENT_OF_TOPIC.values()
        if issubclass(event, Correction | Void) and kinds & set(event.MENDS)
    }
    return {event.TOPIC for event in events} | mends


TOPICS_OF_PROJECTION = {
    name: frozenset(EVENT_OF_TOPIC if p.time is Time.AS_RECORDED else mended_by(p.reads))
    for name, p in PROJECTIONS.items()
}
