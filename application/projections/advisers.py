"""Advisers (アドバイザー): how many of the sessions agreed on were held, and what came of them?"""

from datetime import date
from typing import Annotated, Any

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.advice import events as e
from domain.base.event import Event, Programme
from domain.base.fields import PersonId
from domain.base.words import Label
from domain.contract.events import ContractId

COUNTED: dict[type[Event], str] = {
    e.AdviceGiven: "given",
    e.AdviceAdopted: "adopted",
    e.AdviceDeclined: "declined",
}


@rowclass
class AdviserRow:
    """One adviser; `carried_out` counts adopted advice of which at least one entry followed."""

    adviser_id: e.AdviserId
    number: e.AdviserNumber
    programme: Programme
    person_id: PersonId
    basis: Annotated[e.Basis, Label("支払の根拠", "paid from")]
    contract_id: ContractId | None
    first_day: Annotated[date, Label("期間の初日", "first day")]
    last_day: Annotated[date, Label("期間の末日", "last day")]
    sessions_agreed: Annotated[int, Label("契約回数", "sessions agreed")]
    sessions_held: Annotated[int, Label("実施回数", "sessions held")] = 0
    minutes: Annotated[int, Label("時間の計（分）", "minutes in all")] = 0
    latest_on: Annotated[date | None, Label("直近の実施日", "latest session on")] = None
    without_evidence: Annotated[int, Label("証拠のない回", "sessions without evidence")] = 0
    given: Annotated[int, Label("助言", "advice given")] = 0
    adopted: Annotated[int, Label("採用", "adopted")] = 0
    declined: Annotated[int, Label("不採用", "declined")] = 0
    carried_out: Annotated[int, Label("実施された助言", "carried out")] = 0
    ended_on: Annotated[date | None, Label("終了日", "ended on")] = None


def fold(rows: Rows[AdviserRow], recorded: Recorded) -> None:
    """Put one row for each adviser."""
    event, key = recorded.event, str(recorded.stream)
    if isinstance(event, e.AdviserEngaged):
        rows.about = {"carried": frozenset()}
        rows.put(
            key,
            AdviserRow(
                adviser_id=recorded.stream,
                number=event.number,
                programme=event.programme,
                person_id=event.person_id,
                basis=event.basis,
                contract_id=event.contract_id,
                first_day=event.first_day,
                last_day=event.last_day,
                sessions_agreed=event.sessions_agreed,
            ),
        )
        return
    row = rows.get(key)
    if row is None:
        return
    now: dict[str, Any]
    match event:
        case e.AdviceSessionHeld():
            now = {
                "sessions_held": row.sessions_held + 1,
                "minutes": row.minutes + event.minutes,
                "latest_on": event.effective_on,
                "without_evidence": row.without_evidence + (event.evidence is None),
            }
        case e.AdviceCarriedOut():
            rows.about["carried"] |= {event.advice}
            now = {"carried_out": len(rows.about["carried"])}
        case e.AdviserEnded():
            now = {"ended_on": event.effective_on}
        case _:
            name = COUNTED[type(event)]
            now = {name: getattr(row, name) + 1}
    rows.put(key, changed(row, **now))


ADVISERS = Projection(
    name="advisers",
    version=1,
    time=Time.ASSERTION,
    label=Label("アドバイザー", "Advisers"),
    row=AdviserRow,
    reads=(
        e.AdviserEngaged,
        e.AdviserEnded,
        e.AdviceSessionHeld,
        e.AdviceGiven,
        e.AdviceAdopted,
        e.AdviceDeclined,
        e.AdviceCarriedOut,
    ),
    fold=fold,
    filters=("programme",),
)
