"""The programme's list of work, row by row: what records it, what is recorded, what answers it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID, uuid5

from application.demo.story import story
from application.demo.teller import Teller
from application.figures.interpreter import topics
from application.figures.standard import STANDARD
from application.projecting.projection import Time
from application.registry import EVENT_OF_TOPIC, PROJECTIONS, VIEWS
from application.rehearse import Rehearsal
from domain.base.command import Command
from domain.base.event import Event
from domain.base.tasks import Task

SPACE = uuid5(UUID(int=0), "the demonstration, told without a database")


@dataclass(frozen=True, slots=True)
class Row:
    """One task: the commands and the events of the demonstration, and who reads its events.

    `commands` are those that record its events when the demonstration is told; `events` gives how
    many there are of each kind that belongs to the task, none included. Lists about the record
    itself read everything, and are not named.
    """

    task: Task
    commands: Sequence[str]
    events: Mapping[str, int]
    projections: Sequence[str]
    views: Sequence[str]
    figures: Sequence[str]

    @property
    def count(self) -> int:
        """How many events of the demonstration belong to the task."""
        return sum(self.events.values())


@cache
def rows() -> tuple[Row, ...]:
    """Give all tasks, in the order of the programme's list."""
    return tuple(_row(task) for task in Task)


def _row(task: Task) -> Row:
    kinds = [event for event in EVENT_OF_TOPIC.values() if task in event.TASKS]
    told = [(command, event) for command, event in _told() if task in event.tasks()]
    counts = Counter(event.TOPIC for _, event in told)
    read = {event.TOPIC for event in kinds}
    return Row(
        task=task,
        commands=sorted({type(command).__name__ for command, _ in told}),
        events={event.TOPIC: counts[event.TOPIC] for event in kinds},
        projections=[
            name
            for name, projection in PROJECTIONS.items()
            if projection.time is not Time.AS_RECORDED and read & _topics(projection.reads)
        ],
        views=[name for name, view in VIEWS.items() if read & _topics(view.reads)],
        figures=[one.code for one in STANDARD if read & set(topics(one))],
    )


def _topics(events: Sequence[type[Event]]) -> set[str]:
    return {event.TOPIC for event in events}


@cache
def _told() -> tuple[tuple[Command, Event], ...]:
    """Tell the demonstration as the service would decide it, and give what each command records."""
    rehearsal = Rehearsal(SPACE)
    return tuple(
        (told.command, event)
        for _, told in story(Teller(SPACE)).in_order()
        for event in rehearsal.accept(told.command)
    )
