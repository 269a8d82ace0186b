"""Skill, then work (スキル向上からDX業務へ): who rose a level and then delivered a DX order?

The claim of the fifth element, 「デジタル社会の形成への寄与」, link by link: the level before, the
assessment that raised it, the first delivery afterwards and the completion, each by its entry.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.levels import READS, standing
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import PersonId, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.commission import events as k
from domain.engagement.codes import OrderKind
from domain.engagement.events import OrderNumber
from domain.worker import events as e
from domain.worker.levels import DIGITAL_SKILL_STANDARD, Rise

ONE_DAY = timedelta(days=1)
Position = Annotated[int, Label("記録の位置", "position")]


class DxContributionAsks(Asks):
    """Of which programme and fiscal year of completion, which framework and kind of order.

    The skill standard for DX (`dss`) and DX support are what is meant if nothing else is asked.
    """

    programme: Programme | None = None
    fiscal_year: Year | None = None
    framework: e.Framework = DIGITAL_SKILL_STANDARD
    kind: Annotated[OrderKind, Label("業務の種類", "kind of work", "dx-support")] = (
        OrderKind.DX_SUPPORT
    )


@rowclass
class DxContributionRow:
    """One rise of one worker, and one order delivered after it, all of it, and found as ordered.

    The fiscal year is that of the completion. The rise stood on an earlier day than the first
    delivery: of one day nothing says which came first. Each link gives the position of its entry.
    """

    fiscal_year: Year
    worker: e.WorkerNumber
    skill: e.Skill
    framework_version: e.FrameworkVersion
    from_level: Annotated[int, Label("前のレベル", "level before")]
    from_position: Annotated[Position, Label("前のレベルの記録の位置", "entry of the level before")]
    to_level: Annotated[int, Label("上がったレベル", "level it rose to")]
    assessed_on: Annotated[date, Label("評価日", "assessed on")]
    assessor: Annotated[PersonId, Label("評価者", "assessor")]
    method: Annotated[e.Method, Label("評価方法", "method")]
    assessed_position: Annotated[Position, Label("評価の記録の位置", "entry of the assessment")]
    order: OrderNumber
    kind: Annotated[OrderKind, Label("業務の種類", "kind of work")]
    delivered_on: Annotated[date, Label("最初の納品日", "first delivered on")]
    delivered_position: Annotated[Position, Label("納品の記録の位置", "entry of the delivery")]
    completed_on: Annotated[date, Label("検査合格・完了日", "accepted and completed on")]
    completed_position: Annotated[Position, Label("完了の記録の位置", "entry of the completion")]


class _Done(NamedTuple):
    """An order that was delivered and completed: its number, what was done, and by which facts."""

    order: str
    what: k.CommissionCompleted
    delivered: Recorded
    completed: Recorded


def compute(facts: Facts, asks: DxContributionAsks) -> Iterator[Line[DxContributionRow]]:
    """Give the chains in the order of completions.

    A rise counts if it stood, not lowered and not withdrawn, on the day before the first delivery.
    """
    numbers = {at: one.number for at, one in facts.opening(e.WorkerRegistered).items()}
    for done in _done(facts, asks):
        person = facts.person(done.what.person_id)
        for worker in standing(facts, done.delivered.event.effective_on - ONE_DAY):
            if worker.person != person:
                continue
            for skill, held in sorted(worker.levels.items()):
                for rise in held.rises if skill.framework == asks.framework else ():
                    row = _row(numbers[worker.worker], rise, done)
                    yield Line(row, (rise.before.fact, rise.fact, done.delivered, done.completed))


def _done(facts: Facts, asks: DxContributionAsks) -> Iterator[_Done]:
    offers = facts.opening(k.CommissionOffered)
    for what, completed in facts.of(k.CommissionCompleted):
        if (
            asks.programme in {None, what.programme}
            and asks.fiscal_year in {None, fiscal_year_of(what.effective_on)}
            and what.kind is asks.kind
        ):
            told = facts.in_record(completed.stream)
            deliveries = (one for one in told if isinstance(one.event, k.WorkDelivered))
            delivered = next(deliveries, completed)
            order = offers[completed.stream].engagement_number
            yield _Done(order, what, delivered, completed)


def _row(number: str, rise: Rise[Recorded], done: _Done) -> DxContributionRow:
    found = rise.found
    return DxContributionRow(
        fiscal_year=fiscal_year_of(done.what.effective_on),
        worker=number,
        skill=found.skill,
        framework_version=found.framework_version,
        from_level=rise.before.level,
        from_position=rise.before.fact.position,
        to_level=found.level,
        assessed_on=found.effective_on,
        assessor=found.assessor,
        method=found.method,
        assessed_position=rise.fact.position,
        order=done.order,
        kind=done.what.kind,
        delivered_on=done.delivered.event.effective_on,
        delivered_position=done.delivered.position,
        completed_on=done.what.effective_on,
        completed_position=done.completed.position,
    )


DX_CONTRIBUTION = View(
    name="dx-contribution",
    label=Label("スキル向上からDX業務へ", "Skill raised, then DX work delivered"),
    asks=DxContributionAsks,
    row=DxContributionRow,
    reads=(*READS, k.CommissionOffered, k.WorkDelivered, k.CommissionCompleted),
    compute=compute,
)
