"""Activities (活動一覧): what does a programme do, and what was stopped, when and why?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.activity import commands as c
from domain.activity import events as e
from domain.base.event import Programme
from domain.base.fields import Evidence
from domain.base.words import Label


@rowclass
class ActivityRow:
    """One activity; a stopped one says why, and which document says more."""

    activity_id: c.ActivityId
    programme: Programme
    code: e.ActivityCode
    name: e.ActivityName
    kind: Annotated[e.Kind, Label("活動の種類", "kind")]
    running: Annotated[bool, Label("実施中", "running")] = True
    grounds: Annotated[e.Grounds | None, Label("停止の理由", "grounds")] = None
    evidence: Evidence | None = None


def fold(rows: Rows[ActivityRow], recorded: Recorded) -> None:
    """Put one row for each activity."""
    event = recorded.event
    match event:
        case e.ActivityStarted():
            rows.put(
                f"{event.programme}|{event.code}",
                ActivityRow(
                    activity_id=recorded.stream,
                    programme=event.programme,
                    code=event.code,
                    name=event.name,
                    kind=event.kind,
                ),
            )
        case e.ActivityStopped():
            for key, row in rows.items():
                stopped = changed(
                    row, running=False, grounds=event.grounds, evidence=event.evidence
                )
                rows.put(key, stopped)
        case _:
            pass


ACTIVITIES = Projection(
    name="activities",
    version=1,
    time=Time.ASSERTION,
    label=Label("活動一覧", "Activities"),
    row=ActivityRow,
    reads=(e.ActivityStarted, e.ActivityStopped),
    fold=fold,
)
