"""Who orders under a contract (契約の当事者) on the day asked, before and after its novation?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import changed, rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Evidence
from domain.base.orderer import Principal, PrincipalCode, PrincipalKind
from domain.base.words import Label
from domain.commission.events import CommissionOffered
from domain.contract.events import ContractConcluded
from domain.corporation.events import ContractNovated, Subject
from domain.engagement.events import InquiryReceived


class ContractPartiesAsks(Asks):
    """Of which programme's contracts; of all if none is given."""

    programme: Programme | None = None


@rowclass
class ContractPartyRow:
    """One contract, and every order or commission that was novated, with its orderer of the day.

    Where the orderer is another than at first, `since` says from when, and `notified_on` when the
    other side was told: an empty cell means that no notice is recorded.
    """

    kind: Annotated[Subject, Label("契約の種類", "what it is")]
    number: Annotated[str, Label("番号", "number")]
    subject_id: Annotated[UUID, Label("記録", "record")]
    first_orderer: PrincipalKind
    first_orderer_code: Annotated[PrincipalCode, Label("当初の委託者のコード", "first orderer")]
    orderer: Annotated[Principal, Label("基準日の委託者", "orderer on the day")]
    orderer_code: Annotated[PrincipalCode, Label("基準日の委託者のコード", "its code")]
    since: Annotated[date | None, Label("承継日", "since")] = None
    notified_on: Annotated[date | None, Label("相手方への通知日", "notified on")] = None
    evidence: Evidence | None = None


def compute(facts: Facts, asks: ContractPartiesAsks) -> Iterator[Line[ContractPartyRow]]:
    """Give the contracts by number, then orders and commissions that were novated."""
    novated = {one.subject_id: (one, fact) for one, fact in facts.of(ContractNovated)}
    lines: list[Line[ContractPartyRow]] = []
    for contract, fact in facts.of(ContractConcluded):
        row = ContractPartyRow(
            kind=Subject.CONTRACT,
            number=contract.number,
            subject_id=fact.stream,
            first_orderer=contract.orderer,
            first_orderer_code=contract.orderer_code,
            orderer=contract.orderer,
            orderer_code=contract.orderer_code,
        )
        found = novated.pop(fact.stream, None)
        if asks.programme in {None, contract.programme}:
            lines.append(_after(row, found, fact))
    numbers = _numbers(facts)
    for novation, fact in novated.values():
        if asks.programme in {None, novation.programme}:
            row = ContractPartyRow(
                kind=novation.subject_kind,
                number=numbers.get(novation.subject_id, ""),
                subject_id=novation.subject_id,
                first_orderer=novation.from_kind,
                first_orderer_code=novation.from_code,
                orderer=novation.from_kind,
                orderer_code=novation.from_code,
            )
            lines.append(_after(row, (novation, fact)))
    order = tuple(Subject)
    yield from sorted(lines, key=lambda line: (order.index(line.row.kind), line.row.number))


def _after(
    row: ContractPartyRow, novation: tuple[ContractNovated, Recorded] | None, *facts: Recorded
) -> Line[ContractPartyRow]:
    if novation is None:
        return Line(row, facts)
    said, fact = novation
    now = changed(
        row,
        orderer=Principal.CORPORATION,
        orderer_code=said.to_code,
        since=said.effective_on,
        notified_on=said.notified_on,
        evidence=said.evidence,
    )
    return Line(now, (*facts, fact))


def _numbers(facts: Facts) -> dict[UUID, str]:
    orders = {fact.stream: one.number for one, fact in facts.of(InquiryReceived)}
    work = {
        fact.stream: f"{one.engagement_number}-{one.ordinal}"
        for one, fact in facts.of(CommissionOffered)
    }
    return orders | work


CONTRACT_PARTIES = View(
    name="contract-parties",
    label=Label("基準日の契約の当事者", "Who orders under a contract"),
    asks=ContractPartiesAsks,
    row=ContractPartyRow,
    reads=(ContractConcluded, ContractNovated, InquiryReceived, CommissionOffered),
    compute=compute,
)
