"""Shares of the costs (費用負担): which member bears how much of a fiscal year, and by what?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Amount, Evidence, Year
from domain.base.words import Label
from domain.consortium import events as e


@rowclass
class CostShareRow:
    """One member's share of one fiscal year."""

    membership_id: e.MembershipId
    kind: Annotated[e.MemberKind, Label("構成員の種別", "kind of member")]
    code: e.MemberCode
    programme: Programme
    fiscal_year: Year
    amount: Amount
    basis: Annotated[e.ShareBasis, Label("負担の根拠", "basis of the share")]
    evidence: Evidence | None = None


def fold(rows: Rows[CostShareRow], recorded: Recorded) -> None:
    """Put one row for each share; others change nothing of it."""
    event = recorded.event
    if isinstance(event, e.CostShared):
        rows.put(
            f"{recorded.stream}|{event.programme}|{event.fiscal_year}",
            CostShareRow(
                membership_id=recorded.stream,
                kind=event.kind,
                code=event.code,
                programme=event.programme,
                fiscal_year=event.fiscal_year,
                amount=event.amount,
                basis=event.basis,
                evidence=event.evidence,
            ),
        )


COST_SHARES = Projection(
    name="cost_shares",
    version=1,
    time=Time.DATED,
    label=Label("費用負担", "Shares of the costs"),
    row=CostShareRow,
    reads=(e.CostShared,),
    fold=fold,
    filters=("programme", "fiscal_year"),
)
