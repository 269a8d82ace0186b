"""Lessons shared (知見の共有): what was learnt where, from failures too, and who else was told?"""

from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Whose, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.pilot import events as e


class SharedLessonsAsks(Asks):
    """Of which programme's pilots, and learnt in which fiscal year; all if none is given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None


@rowclass
class SharedLessonRow:
    """One lesson; it is shared if a municipality other than the pilot's own was told.

    It is from failure if it was learnt from what did not work, or if the pilot had been given up by
    then; `given_up` says whether it is by now.
    """

    fiscal_year: Year
    number: e.PilotNumber
    municipality: Whose
    lesson: e.LessonNumber
    theme: Annotated[e.LessonTheme, Label("知見の対象", "theme")]
    learnt_from: Annotated[e.LessonKind, Label("知見の種類", "learnt from")]
    given_up: Annotated[bool, Label("中止したパイロット", "pilot given up")]
    from_failure: Annotated[bool, Label("失敗からの知見", "from failure")]
    shared_with: Annotated[e.SharedWith, Label("共有した他の市町村", "shared with others")]
    shared: Annotated[bool, Label("市町村を越えて共有", "shared across municipalities")]


def compute(facts: Facts, asks: SharedLessonsAsks) -> Iterator[Line[SharedLessonRow]]:
    """Give the lessons in the order of their days; shared or not, for both are said."""
    numbers = {at: one.number for at, one in facts.opening(e.PilotStarted).items()}
    given_up = {fact.stream for _, fact in facts.of(e.PilotAbandoned)}
    for learnt, fact in facts.of(e.LessonRecorded):
        year = fiscal_year_of(learnt.effective_on)
        if asks.programme not in {None, learnt.programme} or asks.fiscal_year not in {None, year}:
            continue
        row = SharedLessonRow(
            fiscal_year=year,
            number=numbers[fact.stream],
            municipality=learnt.municipality,
            lesson=learnt.lesson,
            theme=learnt.theme,
            learnt_from=learnt.learnt_from,
            given_up=fact.stream in given_up,
            from_failure=learnt.from_failure,
            shared_with=tuple(one for one in learnt.shared_with if one != learnt.municipality),
            shared=learnt.shared_beyond,
        )
        yield Line(row, (fact,))


SHARED_LESSONS = View(
    name="shared-lessons",
    label=Label("知見の共有", "Lessons shared"),
    asks=SharedLessonsAsks,
    row=SharedLessonRow,
    reads=(e.PilotStarted, e.PilotAbandoned, e.LessonRecorded),
    compute=compute,
)
