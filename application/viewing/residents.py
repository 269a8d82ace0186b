"""Residents as payments name them: number and name on the day asked, and who is one person."""

from typing import NamedTuple
from uuid import UUID

from application.viewing.view import Facts
from domain.worker.events import NameChanged, WorkerRegistered


class Resident(NamedTuple):
    """A resident's register entry; the name is a reference to a sealed value."""

    number: str
    name: str
    person: UUID


RESIDENTS = (WorkerRegistered, NameChanged)
"""What a view reads that names residents."""


def residents(facts: Facts) -> dict[UUID, Resident]:
    """Give each worker's number, name, and the id that stands for the person on the day."""
    renamed = {fact.stream: event.name for event, fact in facts.of(NameChanged)}
    return {
        worker: Resident(one.number, renamed.get(worker, one.name), facts.person(one.person_id))
        for worker, one in facts.opening(WorkerRegistered).items()
    }
