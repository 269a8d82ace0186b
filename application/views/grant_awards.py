"""Grants of the municipalities (交付金の手続): where does each stand, and what is the money?

Beside what was applied for stands the share by the definition in force on the day of the
application: shown, not forced.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.award import events as e
from domain.award.award import Standing, Step, standings
from domain.base.event import Programme
from domain.base.fields import Amount, Municipality, Year
from domain.base.words import Code, Label
from domain.evidence.events import DocumentNumber
from domain.grant.events import GrantShareDefined


class Stage(Code):
    """How far a grant has come."""

    APPLIED = "applied", "交付申請", "applied for"
    DECIDED = "decided", "交付決定", "decided"
    REPORTED = "reported", "実績報告", "performance reported"
    FIXED = "fixed", "額の確定", "amount fixed"


class GrantAwardsAsks(Asks):
    """Of which project, and of which fiscal year; all years if none is given."""

    programme: Programme
    fiscal_year: Year | None = None


@rowclass
class GrantAwardRow:
    """The grant of one municipality and fiscal year; in yen."""

    fiscal_year: Year
    municipality: Municipality
    stage: Annotated[Stage, Label("段階", "stage")]
    cost: Annotated[Amount, Label("申請の対象経費（円）", "eligible cost applied for in yen")]
    applied: Annotated[Amount, Label("申請額（円）", "applied for in yen")]
    share: Annotated[Amount | None, Label("割合による額（円）", "by the share in yen")]
    decided: Annotated[Amount | None, Label("交付決定額（円）", "decided in yen")]
    decided_on: Annotated[date | None, Label("交付決定日", "decided on")]
    decision_number: Annotated[DocumentNumber | None, Label("交付決定番号", "decision number")]
    advanced: Annotated[Amount, Label("概算払（円）", "advanced in yen")]
    reported_cost: Annotated[Amount | None, Label("実績の対象経費（円）", "cost reported in yen")]
    fixed: Annotated[Amount | None, Label("確定額（円）", "fixed in yen")]
    settled: Annotated[Amount, Label("精算払（円）", "settled in yen")]
    repaid: Annotated[Amount, Label("返還額（円）", "repaid in yen")]
    to_repay: Annotated[Amount, Label("未返還額（円）", "still to be repaid in yen")]


def compute(facts: Facts, asks: GrantAwardsAsks) -> Iterator[Line[GrantAwardRow]]:
    """Give every grant that was applied for."""
    found = [
        (applied, fact)
        for applied, fact in facts.of(e.GrantApplied)
        if applied.programme == asks.programme and asks.fiscal_year in {None, applied.fiscal_year}
    ]
    for applied, fact in sorted(
        found, key=lambda each: (each[0].fiscal_year, each[0].municipality)
    ):
        own = facts.in_record(fact.stream)
        share = _share(facts, applied)
        steps = [each.event for each in own if isinstance(each.event, Step)]
        yield Line(_row(applied, share, steps), tuple(own))


def _share(facts: Facts, applied: e.GrantApplied) -> int | None:
    share = None
    for defined, _ in facts.of(GrantShareDefined):
        same = defined.programme == applied.programme
        if same and defined.effective_on <= applied.effective_on:
            share = defined.granted(applied.cost)
    return share


def _row(applied: e.GrantApplied, share: int | None, steps: list[Step]) -> GrantAwardRow:
    standing = Standing()
    for _, after in standings(steps):
        standing = after
    decision = next((step for step in steps if isinstance(step, e.GrantDecided)), None)
    return GrantAwardRow(
        fiscal_year=applied.fiscal_year,
        municipality=applied.municipality,
        stage=_stage(standing),
        cost=applied.cost,
        applied=applied.amount,
        share=share,
        decided=standing.decided,
        decided_on=decision.effective_on if decision else None,
        decision_number=decision.number if decision else None,
        advanced=standing.advanced,
        reported_cost=standing.reported,
        fixed=standing.fixed,
        settled=standing.settled,
        repaid=standing.repaid,
        to_repay=standing.above_fixed,
    )


def _stage(standing: Standing) -> Stage:
    if standing.fixed is not None:
        return Stage.FIXED
    if standing.reported is not None:
        return Stage.REPORTED
    return Stage.APPLIED if standing.decided is None else Stage.DECIDED


GRANT_AWARDS = View(
    name="grant-awards",
    label=Label("交付金の手続", "Grants of the municipalities"),
    asks=GrantAwardsAsks,
    row=GrantAwardRow,
    reads=(
        e.GrantApplied,
        e.GrantDecided,
        e.GrantDecisionAmended,
        e.GrantAdvanced,
        e.PerformanceReported,
        e.GrantFixed,
        e.GrantSettled,
        e.GrantRepaid,
        GrantShareDefined,
    ),
    compute=compute,
    totals=("applied", "decided", "advanced", "fixed", "settled", "repaid", "to_repay"),
    blank_is_nothing=("decided", "fixed"),
)
