"""Matters that auditors look for (要確認事項): in the grants and expenditures, and how closed.

Derived from the facts that hold: what a correction clears up is no matter any more.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, get_args

from application.figures.charged import READS
from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.award import award
from domain.award import events as granted
from domain.base.days import said_on
from domain.base.event import Event, Programme
from domain.base.fields import Amount, Whose, Year
from domain.base.matter import CheckCode, Closing, Force, Matter, MatterClosed
from domain.base.words import Label
from domain.expenditure import checks
from domain.expenditure import events as spent
from domain.expenditure.over_budget import Step, over_budget
from domain.grant import events as planned
from domain.grant.budget import BudgetEvent, Said, said_of_lines
from domain.grant.plan import period
from domain.grant.terms import Extent

History = Sequence[tuple[int, Event]]


class AuditMattersAsks(Asks):
    """Of which programme and fiscal year, and whether only of those that nobody has closed."""

    programme: Programme
    fiscal_year: Year | None = None
    open_only: Annotated[bool, Label("未処理のみ", "open only", "false")] = False


@rowclass
class AuditMatterRow:
    """One fact that touches a rule; nobody has looked at it as long as `closing` is empty."""

    fiscal_year: Year
    municipality: Whose
    of: Annotated[str, Label("対象", "of", "R6-012")]
    version: Annotated[int, Label("対象の版", "version")]
    on: Annotated[date, Label("日付", "day")]
    amount: Annotated[Amount | None, Label("金額（円）", "amount in yen")]
    check: CheckCode
    words: Annotated[str, Label("確かめること", "what to check")]
    words_en: Annotated[str, Label("確かめること（英語）", "what to check, in English")]
    source: Annotated[str, Label("根拠", "source")]
    force: Annotated[Force, Label("拘束力", "how far it binds")]
    closing: Annotated[Closing | None, Label("処理", "closing")]
    closed_on: Annotated[date | None, Label("処理日", "closed on")]


def compute(facts: Facts, asks: AuditMattersAsks) -> Iterator[Line[AuditMatterRow]]:
    """Give every matter, by the day of its fact."""
    books = _Books.of(facts, asks.programme)
    lines: list[Line[AuditMatterRow]] = []
    for opening, first in facts.of(spent.ExpenditureCommitted):
        own = facts.in_record(first.stream)
        history = [(fact.version, fact.event) for fact in own]
        found = [*checks.of_itself(history)]
        if opening.programme == asks.programme:
            found += books.matters(opening, first, history)
        lines += (_line(opening.number, own, matter) for matter in found)
    for applied, first in facts.of(granted.GrantApplied):
        own = facts.in_record(first.stream)
        found = award.matters([(fact.version, fact.event) for fact in own])
        lines += (_line(applied.number, own, matter) for matter in found)
    for line in sorted(lines, key=lambda line: (line.row.on, line.facts[0].position)):
        asked = line.facts[0].event.programme == asks.programme
        of_year = asks.fiscal_year in {None, line.row.fiscal_year}
        if asked and of_year and not (asks.open_only and line.row.closing):
            yield line


@dataclass(frozen=True)
class _Books:
    """What other records say that the expenditures of a project are held against.

    `decided` has the first decision of each municipality and fiscal year; `over` the commitments,
    by their positions, that their budget line has no room for.
    """

    decided: Mapping[tuple[str, int], date]
    extents: Sequence[tuple[date, Extent]]
    over: frozenset[int]

    @classmethod
    def of(cls, facts: Facts, programme: str) -> "_Books":
        """Read them."""
        decided: dict[tuple[str, int], date] = {}
        for made, _ in facts.of(granted.GrantDecided):
            if made.programme == programme:
                decided.setdefault((made.municipality, made.fiscal_year), made.effective_on)
        extents: list[tuple[date, Extent]] = []
        budget: list[tuple[date, Said]] = []
        steps: list[tuple[int, Step]] = []
        for fact in facts.of_any(*READS):
            event, day = fact.event, fact.event.effective_on
            if event.programme != programme:
                continue
            match event:
                case planned.PlanSubmitted() | planned.PlanAmended():
                    extents.append((day, event))
                case spent.ExpenditureCommitted():
                    steps.append((fact.position, (day, event, event.amount)))
                case spent.CommitmentCancelled():
                    steps.append((fact.position, (day, event, -event.amount)))
                case _ if isinstance(event, BudgetEvent):
                    budget.append((day, said_of_lines(event)))
        places = over_budget(budget, [step for _, step in steps])
        return cls(decided, extents, frozenset(steps[place][0] for place in places))

    def matters(
        self, opening: spent.ExpenditureCommitted, first: Recorded, history: History
    ) -> Iterator[Matter]:
        """Give what is to be checked of an expenditure for what the others say."""
        yield from checks.before_decision(history, self._decided_on(opening))
        if first.position in self.over:
            yield from checks.above_line(history)
        if self.extents:
            yield from checks.outside_project(history, period(self.extents[-1][1]))

    def _decided_on(self, opening: spent.ExpenditureCommitted) -> date | None:
        whose: Sequence[str] = [opening.municipality]
        if opening.municipality == "joint":
            # Joint money is that of all who take part on the day of the commitment.
            extent = said_on(self.extents, opening.effective_on)
            whose = extent.applicants if extent else []
        days = [self.decided.get((one, opening.fiscal_year)) for one in whose]
        known = [day for day in days if day]
        return max(known) if known and len(known) == len(days) else None


def _line(of: str, own: Sequence[Recorded], matter: Matter) -> Line[AuditMatterRow]:
    fact = next(each for each in own if each.version == matter.version)
    closed, closing = _closing(own, matter) or (None, None)
    event = fact.event
    assert isinstance(event, granted.Award | spent.Charge)  # noqa: S101 - only these are checked
    row = AuditMatterRow(
        fiscal_year=event.fiscal_year,
        municipality=event.municipality,
        of=of,
        version=matter.version,
        on=matter.on,
        amount=getattr(event, "amount", None),
        check=matter.check.code,
        words=matter.check.ja,
        words_en=matter.check.en,
        source=matter.check.source,
        force=matter.force,
        closing=closed.closing if closed else None,
        closed_on=closed.effective_on if closed else None,
    )
    return Line(row, (fact, closing) if closing else (fact,))


def _closing(own: Sequence[Recorded], matter: Matter) -> tuple[MatterClosed, Recorded] | None:
    concerns = (matter.version, matter.check.code)
    for fact in own:
        event = fact.event
        if isinstance(event, MatterClosed) and (event.concerns, event.check) == concerns:
            return event, fact
    return None


AUDIT_MATTERS = View(
    name="audit-matters",
    label=Label("監査の要確認事項", "Matters that auditors look for"),
    asks=AuditMattersAsks,
    row=AuditMatterRow,
    reads=(
        planned.PlanSubmitted,
        planned.PlanAmended,
        *get_args(BudgetEvent),
        *granted.AwardCorrected.MENDS,
        *spent.ExpenditureCorrected.MENDS,
    ),
    compute=compute,
)
