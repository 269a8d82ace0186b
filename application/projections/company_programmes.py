"""Programmes for companies (企業向け地域体験プログラム): what is offered, and was it taken up?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Amount
from domain.base.words import Label
from domain.company_programme import events as e


@rowclass
class CompanyProgrammeRow:
    """One programme as it is offered on the day, and how often it had been taken up by then."""

    company_programme_id: e.CompanyProgrammeId
    programme: Programme
    code: e.CompanyProgrammeCode
    title: e.CompanyProgrammeTitle
    host: e.Host
    price: Annotated[Amount, Label("一人当たりの料金（円）", "price for one head, in yen")]
    safety: e.Safety
    offered: Annotated[bool, Label("提供中", "offered")] = True
    runs: Annotated[int, Label("実施回数", "runs")] = 0
    heads: Annotated[int, Label("延べ参加人数", "heads in all")] = 0
    last_run_on: Annotated[date | None, Label("最後の実施日", "last run on")] = None
    answers: Annotated[int, Label("アンケートの回答数", "answers")] = 0
    reason: Annotated[e.EndReason | None, Label("終了の理由", "reason")] = None


def fold(rows: Rows[CompanyProgrammeRow], recorded: Recorded) -> None:
    """Put one row for each programme."""
    event = recorded.event
    if isinstance(event, e.CompanyProgrammeCreated):
        said = said_in(event, e.NewOffer)
        row = CompanyProgrammeRow(
            company_programme_id=recorded.stream, programme=event.programme, **said
        )
        rows.put(f"{event.programme}|{event.code}", row)
        return
    for key, row in rows.items():
        rows.put(key, _after(row, recorded))


def _after(row: CompanyProgrammeRow, recorded: Recorded) -> CompanyProgrammeRow:
    event = recorded.event
    match event:
        case e.CompanyProgrammeRevised():
            return changed(row, **said_in(event, e.Offer))
        case e.CompanyProgrammeRun():
            return changed(
                row,
                runs=row.runs + 1,
                heads=row.heads + event.heads,
                last_run_on=event.effective_on,
                answers=row.answers + sum(event.feedback or ()),
            )
        case e.CompanyProgrammeEnded():
            return changed(row, offered=False, reason=event.reason)
    return row


COMPANY_PROGRAMMES = Projection(
    name="company_programmes",
    version=1,
    time=Time.ASSERTION,
    label=Label("企業向けプログラム一覧", "Programmes for companies"),
    row=CompanyProgrammeRow,
    reads=(
        e.CompanyProgrammeCreated,
        e.CompanyProgrammeRevised,
        e.CompanyProgrammeRun,
        e.CompanyProgrammeEnded,
    ),
    fold=fold,
    filters=("offered",),
)
