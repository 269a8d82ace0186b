"""Lessons (知見): what was learnt from pilots, failures included, and with whom was it shared?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, Whose
from domain.base.words import Label
from domain.pilot import events as e


@rowclass
class LessonRow:
    """One lesson of one pilot; its text is a reference to a sealed value."""

    pilot_id: e.PilotId
    programme: Programme
    number: e.PilotNumber
    municipality: Whose
    lesson: e.LessonNumber
    theme: Annotated[e.LessonTheme, Label("知見の対象", "theme")]
    learnt_from: Annotated[e.LessonKind, Label("知見の種類", "learnt from")]
    shared_with: Annotated[str, Label("共有した市町村", "shared with", "202126,152161")]
    text: e.LessonText | None
    evidence: Evidence | None


def fold(rows: Rows[LessonRow], recorded: Recorded) -> None:
    """Put one row for each lesson, under the number of its pilot."""
    event = recorded.event
    if isinstance(event, e.PilotStarted):
        rows.about["number"] = event.number
    if isinstance(event, e.LessonRecorded):
        number = rows.about["number"]
        row = LessonRow(
            pilot_id=recorded.stream,
            programme=event.programme,
            number=number,
            municipality=event.municipality,
            lesson=event.lesson,
            text=event.text,
            **said_in(event, e.Lesson) | {"shared_with": ",".join(event.shared_with)},
        )
        rows.put(f"{event.programme}|{number}|{event.lesson:02}", row)


LESSONS = Projection(
    name="lessons",
    version=1,
    time=Time.DATED,
    label=Label("知見", "Lessons"),
    row=LessonRow,
    reads=(e.PilotStarted, e.LessonRecorded),
    fold=fold,
)
