"""Retention (保存年限): until when is each paper kept, and until when would the rules have it?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import PaperKind, Programme
from domain.base.matter import Force
from domain.base.words import Label
from domain.evidence.commands import EvidenceId
from domain.evidence.events import EvidenceNumber, EvidenceRegistered, RetainedUntil
from domain.evidence.retention import suggested
from domain.grant.events import PlanAmended, PlanSubmitted


class RetentionAsks(Asks):
    """Whose papers, or only those whose day is not entered or earlier than suggested."""

    programme: Programme | None = None
    to_check_only: Annotated[bool, Label("要確認のみ", "only what is to be checked")] = False


@rowclass
class RetentionRow:
    """One paper: the day that a person entered, and the latest that a rule suggests, and which."""

    evidence_id: EvidenceId
    number: EvidenceNumber
    kind: Annotated[PaperKind, Label("証拠の種類", "kind")]
    dated: Annotated[date, Label("文書の日付", "dated")]
    programme: Programme
    retained_until: RetainedUntil | None
    suggested_until: Annotated[date | None, Label("目安の保存期限", "suggested")]
    rule: Annotated[str | None, Label("目安の定め", "rule")]
    source: Annotated[str | None, Label("出典", "source")]
    force: Annotated[Force | None, Label("拘束", "how far it binds")]
    to_check: Annotated[int, Label("要確認", "to be checked")]


def compute(facts: Facts, asks: RetentionAsks) -> Iterator[Line[RetentionRow]]:
    """Hold each paper against the rules, with the last fiscal year of its project's plan."""
    completed: dict[str, int] = {}
    for plan, _ in facts.of(PlanSubmitted, PlanAmended):
        completed[plan.programme] = plan.last_year
    for paper, fact in facts.of(EvidenceRegistered):
        last_year = completed.get(paper.programme)
        rules = suggested(paper.kind, paper.programme, paper.effective_on, last_year)
        until, rule = rules[0] if rules else (None, None)
        check = rule.check if rule else None
        entered = paper.retained_until
        to_check = entered is None or (until is not None and entered < until)
        if asks.programme in {None, paper.programme} and (to_check or not asks.to_check_only):
            row = RetentionRow(
                evidence_id=fact.stream,
                number=paper.number,
                kind=paper.kind,
                dated=paper.effective_on,
                programme=paper.programme,
                retained_until=entered,
                suggested_until=until,
                rule=check.ja if check else None,
                source=check.source if check else None,
                force=check.force if check else None,
                to_check=int(to_check),
            )
            yield Line(row, (fact,))


EVIDENCE_RETENTION = View(
    name="evidence-retention",
    label=Label("証拠書類の保存年限", "Retention of evidence"),
    asks=RetentionAsks,
    row=RetentionRow,
    reads=(EvidenceRegistered, PlanSubmitted, PlanAmended),
    compute=compute,
    totals=("to_check",),
)
