"""Who could approve what on a day (その日に誰が何を決裁できたか): the delegations in force."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View, YenAsked
from domain.base.fields import Evidence, PersonId
from domain.base.words import Label
from domain.delegation import events as e


class ApprovalsAsks(Asks):
    """For which kind of approval, over which sum, and by whom; all that were in force if none."""

    kind: Annotated[e.ApprovalKind | None, Label("決裁の種類", "kind of approval", "estimate")] = (
        None
    )
    amount: YenAsked | None = None
    person: PersonId | None = None


@rowclass
class ApprovalRow:
    """One delegation that was in force on the day asked for."""

    number: e.ApprovalNumber
    delegate: e.Delegate
    kinds: e.Kinds
    up_to: e.UpTo | None
    first_day: Annotated[date, Label("初日", "first day")]
    until: e.LastDay
    delegated_by: e.Director
    evidence: Evidence | None


def compute(facts: Facts, asks: ApprovalsAsks) -> Iterator[Line[ApprovalRow]]:
    """Give the delegations in force on the day, in the order in which they began.

    The order director himself needs none and is not in the list.
    """
    revoked = {fact.stream for _, fact in facts.of(e.ApprovalRevoked)}
    for delegated, fact in facts.of(e.ApprovalDelegated):
        if fact.stream in revoked or delegated.until < facts.valid_on:
            continue
        if _may(delegated, asks) and _asked_for(delegated, asks, facts):
            row = ApprovalRow(
                number=delegated.number,
                delegate=facts.person(delegated.delegate),
                kinds=delegated.kinds,
                up_to=delegated.up_to,
                first_day=delegated.effective_on,
                until=delegated.until,
                delegated_by=facts.person(delegated.delegated_by),
                evidence=delegated.evidence,
            )
            yield Line(row, (fact,))


def _may(delegated: e.ApprovalDelegated, asks: ApprovalsAsks) -> bool:
    of_kind = asks.kind is None or asks.kind in delegated.kinds
    enough = asks.amount is None or delegated.up_to is None or asks.amount <= delegated.up_to
    return of_kind and enough


def _asked_for(delegated: e.ApprovalDelegated, asks: ApprovalsAsks, facts: Facts) -> bool:
    return asks.person is None or facts.person(asks.person) == facts.person(delegated.delegate)


APPROVALS = View(
    name="approvals",
    label=Label("その日に誰が何を決裁できたか", "Who could approve what on a day"),
    asks=ApprovalsAsks,
    row=ApprovalRow,
    reads=(e.ApprovalDelegated, e.ApprovalRevoked),
    compute=compute,
)
