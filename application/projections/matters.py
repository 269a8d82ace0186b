"""Matters to check (要確認事項): which facts touch which rule, and how a person closed each?"""

from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Municipality
from domain.base.matter import CheckCode, Closing, Concerns, Force, Matter
from domain.base.words import Label
from domain.commission import events as e
from domain.commission import terms
from domain.commission.law.matters import examine
from domain.engagement import codes
from domain.engagement.events import OrderNumber


@rowclass
class MatterRow:
    """One matter: the record and version that it concerns, the rule, and whether it is closed.

    Nothing here says that anybody broke a rule: a person looks at it. What a correction clears up
    is no longer here.
    """

    commission_id: terms.CommissionId
    engagement_number: OrderNumber
    ordinal: terms.Ordinal
    municipality: Municipality
    programme: Programme
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer")]
    concerns: Concerns
    check: CheckCode
    rule: Annotated[str, Label("定めの内容", "what the rule says")]
    rule_en: Annotated[str, Label("定めの内容（英語）", "what the rule says, in English")]
    source: Annotated[str, Label("出典", "source")]
    force: Annotated[Force, Label("効力", "force")]
    arose_on: Annotated[date, Label("事実の日", "day of the fact")]
    closed: Annotated[bool, Label("処理済み", "closed")] = False
    closing: Annotated[Closing | None, Label("処理", "closing")] = None
    closed_on: Annotated[date | None, Label("処理日", "closed on")] = None


def fold(rows: Rows[MatterRow], recorded: Recorded) -> None:
    """Look at each fact once, derive what it leaves to check, and put what changed."""
    stream, version, event = recorded.stream, recorded.version, recorded.event
    examined = rows.about["examined"] = examine(rows.about.get("examined"), version, event)
    offer = examined.course.commission.offer
    if isinstance(event, e.CommissionMatterClosed):
        key = _key(stream, offer, event.concerns, event.check)
        if row := rows.get(key):
            closed = changed(row, closed=True, closing=event.closing, closed_on=event.effective_on)
            rows.put(key, closed)
        return
    found = {_key(stream, offer, one.version, one.check.code): one for one in examined.matters()}
    for key in dict(rows.items()):
        if key not in found:
            rows.end(key)
    for key, matter in found.items():
        if rows.get(key) is None:
            rows.put(key, _row(stream, offer, matter))


def _key(stream: UUID, offer: e.CommissionOffered, version: int, check: str) -> str:
    return f"{offer.engagement_number}|{offer.ordinal:03}|{stream}|{version:04}|{check}"


def _row(stream: UUID, offer: e.CommissionOffered, matter: Matter) -> MatterRow:
    check = matter.check
    return MatterRow(
        commission_id=stream,
        engagement_number=offer.engagement_number,
        ordinal=offer.ordinal,
        municipality=offer.municipality,
        programme=offer.programme,
        orderer=offer.orderer,
        concerns=matter.version,
        check=check.code,
        rule=check.ja,
        rule_en=check.en,
        source=check.source,
        force=matter.force,
        arose_on=matter.on,
    )


MATTERS = Projection(
    name="matters",
    version=1,
    time=Time.ASSERTION,
    label=Label("要確認事項", "Matters to check"),
    row=MatterRow,
    reads=(
        e.CommissionOffered,
        e.CommissionAccepted,
        e.CommissionDeclined,
        e.OfferWithdrawn,
        e.TermsStated,
        e.TermsChanged,
        e.TermsSupplemented,
        e.WorkStarted,
        e.WorkDelivered,
        e.InspectionPassed,
        e.InspectionFailed,
        e.ReworkRequested,
        e.RemunerationClaimed,
        e.RemunerationPaid,
        e.CommissionCompleted,
        e.CommissionCancelled,
        e.EndingNoticed,
        e.ConsiderationAsked,
        e.ConsiderationAnswered,
        e.ConductNoted,
        e.CommissionMatterClosed,
    ),
    fold=fold,
    filters=("engagement_number", "check", "force", "closed", "municipality", "programme"),
)
