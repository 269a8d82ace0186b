"""Plans (実施計画): which plan is in force, and under which name of the national grant?

Where it is published stands here too: `url_stated` without an address says that there is none.
"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.words import Label
from domain.grant import commands as c
from domain.grant import events as e
from domain.grant.terms import (
    Call,
    FirstYear,
    LastYear,
    ProgrammeName,
    ProjectField,
    ProjectType,
    Title,
    TotalCost,
    Url,
)


@rowclass
class PlanRow:
    """One plan. `applicants` joins their codes with "+"."""

    plan_id: c.PlanId
    programme: Programme
    title: Title
    project_type: Annotated[ProjectType, Label("事業タイプ", "type")]
    field: ProjectField
    call: Call | None
    applicants: Annotated[str, Label("申請者", "applicants", "203246+202126")]
    first_year: FirstYear
    last_year: LastYear
    total_cost: TotalCost
    selected: Annotated[bool, Label("採択", "selected")] = False
    name: ProgrammeName | None = None
    related_url: Url | None = None
    url_stated: Annotated[bool, Label("関連URLの記載", "related address stated")] = False


def fold(rows: Rows[PlanRow], recorded: Recorded) -> None:
    """Put one row for each plan."""
    event = recorded.event
    if isinstance(event, e.PlanSubmitted):
        rows.put(
            event.programme,
            PlanRow(
                plan_id=recorded.stream,
                programme=event.programme,
                title=event.title,
                project_type=event.project_type,
                field=event.field,
                call=event.call,
                applicants="+".join(event.applicants),
                first_year=event.first_year,
                last_year=event.last_year,
                total_cost=event.total_cost,
            ),
        )
        return
    for key, row in rows.items():
        match event:
            case e.PlanAmended():
                now = changed(
                    row,
                    applicants="+".join(event.applicants),
                    first_year=event.first_year,
                    last_year=event.last_year,
                    total_cost=event.total_cost,
                )
                rows.put(key, now)
            case e.PlanSelected():
                rows.put(key, changed(row, selected=True))
            case e.RelatedUrlSet():
                rows.put(key, changed(row, related_url=event.url, url_stated=True))
            case e.ProgrammeNamed():
                rows.put(key, changed(row, name=event.name))
            case _:
                pass


PLANS = Projection(
    name="plans",
    version=2,
    time=Time.ASSERTION,
    label=Label("実施計画", "Plans"),
    row=PlanRow,
    reads=(e.PlanSubmitted, e.PlanSelected, e.PlanAmended, e.ProgrammeNamed, e.RelatedUrlSet),
    fold=fold,
)
