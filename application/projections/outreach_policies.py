"""Versions of the outreach policy (広報運用ポリシー): which one is in force on a day?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence
from domain.base.words import Code, Label
from domain.evidence.events import ApprovalNumber
from domain.outreach import events as e


class Standing(Code):
    """How a version of the policy stands."""

    DRAFT = "draft", "案", "draft"
    IN_FORCE = "in-force", "適用中", "in force"
    CEASED = "ceased", "適用終了", "ceased"


@rowclass
class OutreachPolicyRow:
    """One version; `until` is the first day on which it no longer holds."""

    policy_id: e.PolicyId
    programme: Programme
    policy_version: e.PolicyVersion
    title: e.PolicyTitle
    text_sha256: e.TextSha256
    standing: Annotated[Standing, Label("状況", "standing")] = Standing.DRAFT
    approved_on: Annotated[date | None, Label("決裁日", "approved on")] = None
    approval_number: Annotated[ApprovalNumber | None, Label("決裁番号", "approval number")] = None
    since: Annotated[date | None, Label("適用の初日", "in force since")] = None
    until: Annotated[date | None, Label("適用の終わり", "ceased on")] = None
    evidence: Evidence | None = None


def fold(rows: Rows[OutreachPolicyRow], recorded: Recorded) -> None:
    """Put one row for each version."""
    event = recorded.event
    if isinstance(event, e.PolicyDrafted):
        row = OutreachPolicyRow(
            policy_id=recorded.stream,
            programme=event.programme,
            policy_version=event.version,
            title=event.title,
            text_sha256=event.text_sha256,
        )
        rows.put(_key(event), row)
    if isinstance(event, e.PolicyApproved | e.PolicySuperseded):
        for key, row in rows.items():
            if row.policy_version == event.version:
                rows.put(key, _after(row, event))


def _after(
    row: OutreachPolicyRow, event: e.PolicyApproved | e.PolicySuperseded
) -> OutreachPolicyRow:
    if isinstance(event, e.PolicySuperseded):
        return changed(row, standing=Standing.CEASED, until=event.effective_on)
    return changed(
        row,
        standing=Standing.IN_FORCE,
        since=event.effective_on,
        approved_on=event.approved_on,
        approval_number=event.approval_number,
        evidence=event.evidence,
    )


def _key(event: e.PolicyDrafted) -> str:
    return f"{event.programme}|{event.version}"


OUTREACH_POLICIES = Projection(
    name="outreach_policies",
    version=1,
    time=Time.ASSERTION,
    label=Label("広報運用ポリシー", "Outreach policies"),
    row=OutreachPolicyRow,
    reads=(e.PolicyDrafted, e.PolicyApproved, e.PolicySuperseded),
    fold=fold,
    filters=("standing",),
)
