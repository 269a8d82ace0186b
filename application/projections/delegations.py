"""Delegations (決裁の委任): which approvals has the order director delegated, and to whom?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.fields import Evidence
from domain.base.words import Label
from domain.delegation import events as e
from domain.delegation.commands import DelegationId


@rowclass
class DelegationRow:
    """One kind of approval of one delegation; `revoked_on` is the first day without it, if any."""

    delegation_id: DelegationId
    number: e.ApprovalNumber
    delegate: e.Delegate
    delegated_by: e.Director
    kind: Annotated[e.ApprovalKind, Label("決裁の種類", "kind of approval")]
    up_to: e.UpTo | None
    first_day: Annotated[date, Label("初日", "first day")]
    until: e.LastDay
    evidence: Evidence | None
    revoked_on: Annotated[date | None, Label("取りやめの日", "revoked on")] = None
    reason: Annotated[e.RevokeReason | None, Label("取りやめの理由", "reason")] = None


def fold(rows: Rows[DelegationRow], recorded: Recorded) -> None:
    """Put one row for each kind of approval that was delegated."""
    event = recorded.event
    if isinstance(event, e.ApprovalDelegated):
        said = said_in(event, e.Delegation)
        kinds: tuple[e.ApprovalKind, ...] = said.pop("kinds")
        for kind in kinds:
            row = DelegationRow(
                delegation_id=recorded.stream, first_day=event.effective_on, kind=kind, **said
            )
            rows.put(f"{event.number}|{kind}", row)
    if isinstance(event, e.ApprovalRevoked):
        for key, row in rows.items():
            rows.put(key, changed(row, revoked_on=event.effective_on, reason=event.reason))


DELEGATIONS = Projection(
    name="delegations",
    version=1,
    time=Time.ASSERTION,
    label=Label("決裁の委任", "Delegated approvals"),
    row=DelegationRow,
    reads=(e.ApprovalDelegated, e.ApprovalRevoked),
    fold=fold,
    filters=("kind",),
)
