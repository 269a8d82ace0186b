"""All that the plan of a project says on a day, entry by entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from application.recorded import Recorded
from application.viewing.view import Facts
from domain.base.event import Event
from domain.base.words import Code, Label
from domain.grant import events as e
from domain.grant.budget import BudgetEvent, Key, said_of_lines, told
from domain.grant.lines import Line

MOVES = (e.BudgetTransferred, e.BudgetCarriedOver, e.BudgetSplit)
READS: tuple[type[Event], ...] = e.PlanCorrected.MENDS
"""All events of a plan."""


class Part(Code):
    """Which part of a plan an entry belongs to."""

    EXTENT = "extent", "事業の範囲", "extent"
    SELECTION = "selection", "採択", "selection"
    NAME = "name", "交付金の名称", "name of the grant"
    SHARE = "share", "交付金の割合", "share of the grant"
    URL = "url", "関連URL", "related address"
    LINE = "line", "予算科目", "budget line"
    KPI = "kpi", "KPI", "KPI"
    TARGET = "target", "目標値", "target"


PlanPart = Annotated[Part, Label("区分", "part")]
Item = Annotated[str, Label("項目", "item", "R6 2-training joint")]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a plan says in one entry: in words, and as a number where it is one."""

    text: str
    number: int | None
    facts: tuple[Recorded, ...]


Contents = dict[tuple[Part, str], Entry]


def contents(facts: Facts, programme: str, day: date) -> Contents:
    """Give all that a plan says on a day, and the facts that each entry stands on."""
    said: Contents = {}
    lines: dict[Key, Line] = {}
    for fact in facts.of_any(*READS):
        event = fact.event
        if event.programme != programme or event.effective_on > day:
            continue
        if isinstance(event, BudgetEvent):
            now = {line.key(): line for line in told(said_of_lines(event), lines)}
            lines |= now
            said |= dict(_budgeted(said, event, now, fact))
        else:
            said |= {key: Entry(text, number, (fact,)) for key, text, number in _said(event)}
    return said


def _budgeted(
    said: Contents, event: Event, now: dict[Key, Line], fact: Recorded
) -> Iterator[tuple[tuple[Part, str], Entry]]:
    for (line, year, municipality), stands in now.items():
        key = (Part.LINE, f"{year} {line} {municipality}")
        before = said[key].facts if isinstance(event, MOVES) and key in said else ()
        items = "+".join(stands.budget_items)
        text = f"{stands.title}（柱{stands.pillar}、{items}）"
        yield key, Entry(text, stands.amount, (*before, fact))


def _said(event: Event) -> Iterator[tuple[tuple[Part, str], str, int | None]]:
    match event:
        case e.PlanSubmitted() | e.PlanAmended():
            yield (Part.EXTENT, "applicants"), "+".join(event.applicants), None
            yield (Part.EXTENT, "first_year"), str(event.first_year), event.first_year
            yield (Part.EXTENT, "last_year"), str(event.last_year), event.last_year
            yield (Part.EXTENT, "total_cost"), f"{event.total_cost:,} 円", event.total_cost
        case e.PlanSelected():
            yield (Part.SELECTION, ""), event.notice, None
        case e.ProgrammeNamed():
            yield (Part.NAME, ""), event.name, None
        case e.GrantShareDefined():
            share = f"{event.numerator}/{event.denominator}、{event.rounded_to:,} 円未満切捨て"
            yield (Part.SHARE, ""), share, None
        case e.RelatedUrlSet():
            yield (Part.URL, ""), event.url or "なし", None
        case e.KpiNamed():
            yield (Part.KPI, event.kpi), f"{event.title}（{event.basis.ja}）", None
        case e.TargetSet():
            item = f"{event.kpi} {event.fiscal_year} {event.municipality}"
            yield (Part.TARGET, item), str(event.value), event.value
        case _:
            raise TypeError(event.TOPIC)


def in_order(contents: Contents) -> list[tuple[Part, str]]:
    """Give the keys of entries part by part."""
    parts = list(Part)
    return sorted(contents, key=lambda key: (parts.index(key[0]), key[1]))
