"""Pilots (パイロットプロジェクト): which are under way, finished or given up, and why?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Whose
from domain.base.words import Code, Label
from domain.pilot import events as e


class Standing(Code):
    """How a pilot stands."""

    UNDER_WAY = "under-way", "実施中", "under way"
    COMPLETED = "completed", "終了", "finished"
    ABANDONED = "abandoned", "中止", "given up"


@rowclass
class PilotRow:
    """One pilot; one that was given up stays, with its reason and its lessons."""

    pilot_id: e.PilotId
    programme: Programme
    number: e.PilotNumber
    title: e.PilotTitle
    municipality: Whose
    partner: Annotated[e.PartnerKind, Label("相手方の種類", "partner")]
    standing: Annotated[Standing, Label("状況", "standing")] = Standing.UNDER_WAY
    grounds: Annotated[e.Abandonment | None, Label("中止の理由", "grounds")] = None
    lessons: Annotated[int, Label("知見の数", "lessons")] = 0
    lessons_from_failure: Annotated[
        int, Label("うち失敗からの知見", "of these learnt from failure")
    ] = 0
    policies: Annotated[int, Label("結び付く政策の数", "policies linked")] = 0


def fold(rows: Rows[PilotRow], recorded: Recorded) -> None:
    """Put one row for each pilot."""
    event = recorded.event
    if isinstance(event, e.PilotStarted):
        said = said_in(event, e.Start)
        row = PilotRow(pilot_id=recorded.stream, programme=event.programme, **said)
        rows.put(f"{event.programme}|{event.number}", row)
        return
    for key, row in rows.items():
        rows.put(key, _after(row, recorded))


def _after(row: PilotRow, recorded: Recorded) -> PilotRow:
    event = recorded.event
    match event:
        case e.PilotCompleted():
            return changed(row, standing=Standing.COMPLETED)
        case e.PilotAbandoned():
            return changed(row, standing=Standing.ABANDONED, grounds=event.grounds)
        case e.LessonRecorded():
            failed = event.learnt_from is e.LessonKind.FAILURE
            return changed(
                row,
                lessons=row.lessons + 1,
                lessons_from_failure=row.lessons_from_failure + failed,
            )
        case e.PolicyLinked():
            return changed(row, policies=row.policies + 1)
    return row


PILOTS = Projection(
    name="pilots",
    version=1,
    time=Time.ASSERTION,
    label=Label("パイロットプロジェクト", "Pilots"),
    row=PilotRow,
    reads=(e.PilotStarted, e.PilotCompleted, e.PilotAbandoned, e.LessonRecorded, e.PolicyLinked),
    fold=fold,
)
