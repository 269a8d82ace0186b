"""Service contracts (業務委託契約): with whom, until when, and for how many hours?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Amount, BudgetLine, Evidence, Number, Whose
from domain.base.orderer import PrincipalCode, PrincipalKind
from domain.base.values.money import Minutes
from domain.base.words import Label
from domain.contract import events as e
from domain.contract.months import adds_up, notice_rule
from domain.engagement.codes import Funds


@rowclass
class ContractRow:
    """One contract under its terms of the day; the orderer is who concluded it.

    `adds_up` says whether the minutes a month that it states are those of its convention, and is
    empty where there is nothing to compare. `notice_rule` names the rule on notice that binds
    contracts of six months and longer, renewals included.
    """

    contract_id: e.ContractId
    number: e.ContractNumber
    programme: Programme
    kind: Annotated[e.ContractKind, Label("契約の種類", "kind of contract")]
    orderer: PrincipalKind
    orderer_code: PrincipalCode
    party: Annotated[e.PartyKind, Label("受託者の種類", "kind of party")]
    party_code: Annotated[Number, Label("受託者の番号", "number of the party")]
    team: e.ContractTeam
    municipality: Whose
    funds: Annotated[Funds | None, Label("財源", "source of funds")]
    line: BudgetLine | None
    first_day: e.FirstDay
    last_day: e.LastDay
    heads: Annotated[int | None, Label("人数", "heads")]
    minutes_a_week: Annotated[
        Minutes | None, Label("一人当たり週（分）", "minutes a week for each")
    ]
    minutes_a_month: Annotated[Minutes | None, Label("月（分、記載）", "minutes a month as stated")]
    month_convention: Annotated[e.MonthConvention | None, Label("月の数え方", "month convention")]
    adds_up: Annotated[bool | None, Label("記載と一致", "adds up")]
    amount: Annotated[Amount | None, Label("契約金額（円）", "amount in yen")]
    notice_rule: Annotated[str | None, Label("予告の定め", "rule on notice")]
    evidence: Evidence | None = None
    ended_on: Annotated[date | None, Label("終了日", "ended on")] = None
    end_reason: Annotated[e.EndReason | None, Label("終了の理由", "reason of the end")] = None


def fold(rows: Rows[ContractRow], recorded: Recorded) -> None:
    """Put one row for each contract."""
    event = recorded.event
    if isinstance(event, e.ContractConcluded):
        rows.put(
            str(recorded.stream),
            ContractRow(
                contract_id=recorded.stream,
                number=event.number,
                programme=event.programme,
                kind=event.kind,
                **said_in(event, e.Parties),
                **said_in(event, e.Origin),
                **said_in(event, e.Terms),
                first_day=event.first_day,
                adds_up=adds_up(event),
                notice_rule=notice_rule(event.first_day, event.last_day),
                evidence=event.evidence,
            ),
        )
        return
    for key, row in rows.items():
        match event:
            case e.ContractAmended() | e.ContractRenewed():
                now = said_in(event, e.Terms) | {
                    "adds_up": adds_up(event),
                    "notice_rule": notice_rule(row.first_day, event.last_day),
                    "evidence": event.evidence or row.evidence,
                }
                rows.put(key, changed(row, **now))
            case e.ContractEnded():
                ended = {"ended_on": event.effective_on, "end_reason": event.reason}
                rows.put(key, changed(row, **ended))


CONTRACTS = Projection(
    name="contracts",
    version=2,
    time=Time.ASSERTION,
    label=Label("業務委託契約", "Service contracts"),
    row=ContractRow,
    reads=(e.ContractConcluded, e.ContractAmended, e.ContractRenewed, e.ContractEnded),
    fold=fold,
    filters=("programme", "team"),
)
