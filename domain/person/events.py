"""Whether two ids mean one human being."""

from typing import ClassVar

from domain.base.event import Event
from domain.base.fields import PersonId
from domain.base.tasks import Task
from domain.base.words import Label


class PersonsJoined(Event):
    """Two ids were found to mean one person; no event moves, but figures count one."""

    TOPIC = "person.joined"
    TASKS = (Task.KPI_HIRES,)
    SENTENCE: ClassVar[Label] = Label(
        "{person_id} と {other_id} は同一人物と分かった。",
        "{person_id} and {other_id} were found to be one person.",
    )

    person_id: PersonId
    other_id: PersonId


class PersonsParted(Event):
    """Two ids that had been joined were found to mean two people."""

    TOPIC = "person.parted"
    TASKS = (Task.KPI_HIRES,)
    SENTENCE: ClassVar[Label] = Label(
        "{person_id} と {other_id} は別人と分かった。",
        "{person_id} and {other_id} were found to be two people.",
    )

    person_id: PersonId
    other_id: PersonId


PersonLinkEvent = PersonsJoined | PersonsParted
