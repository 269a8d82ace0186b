"""Pilots and policies (政策との連携): which municipal policies does each pilot serve, if any?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import changed, rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Municipality, Whose, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.pilot import events as e


class PilotPoliciesAsks(Asks):
    """Of which programme's pilots, and begun in which fiscal year; all if none is given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None


@rowclass
class PilotPolicyRow:
    """One pilot, of the fiscal year in which it was begun, and one policy that it serves.

    A pilot that is linked with none stands here without.
    """

    fiscal_year: Year
    number: e.PilotNumber
    title: e.PilotTitle
    municipality: Whose
    policy: e.PolicyCode | None = None
    policy_title: e.PolicyTitle | None = None
    policy_field: Annotated[e.PolicyField | None, Label("政策分野", "field of policy")] = None
    policy_of: Annotated[Municipality | None, Label("政策の市町村", "whose policy")] = None
    linked_on: Annotated[date | None, Label("結び付けた日", "linked on")] = None


def compute(facts: Facts, asks: PilotPoliciesAsks) -> Iterator[Line[PilotPolicyRow]]:
    """Give the pilots in the order in which they were begun, with all their policies by the day."""
    for begun, fact in facts.of(e.PilotStarted):
        year = fiscal_year_of(begun.effective_on)
        if asks.programme not in {None, begun.programme} or asks.fiscal_year not in {None, year}:
            continue
        row = PilotPolicyRow(year, begun.number, begun.title, begun.municipality)
        linked = [
            Line(_with(row, one.event), (fact, one))
            for one in facts.in_record(fact.stream)
            if isinstance(one.event, e.PolicyLinked)
        ]
        yield from linked or [Line(row, (fact,))]


def _with(row: PilotPolicyRow, linked: e.PolicyLinked) -> PilotPolicyRow:
    return changed(
        row,
        policy=linked.policy,
        policy_title=linked.policy_title,
        policy_field=linked.policy_field,
        policy_of=linked.policy_of,
        linked_on=linked.effective_on,
    )


PILOT_POLICIES = View(
    name="pilot-policies",
    label=Label("パイロットと政策・施策", "Pilots and the policies they serve"),
    asks=PilotPoliciesAsks,
    row=PilotPolicyRow,
    reads=(e.PilotStarted, e.PolicyLinked),
    compute=compute,
)
