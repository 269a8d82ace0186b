"""What a metric of an element is: a published figure, and why a year may have no value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from application.figures.interpreter import compute, topics
from application.figures.published import definitions_in_force
from application.figures.values import Figure, for_figures
from application.recorded import Recorded
from application.viewing.view import Facts
from domain.base.event import Event
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Code
from domain.figure.events import FigureDefined, FigureWithdrawn


class Element(Code):
    """One of the five elements of the plan, in its order."""

    SELF_RELIANCE = "self-reliance", "自立性", "self-reliance"
    PUBLIC_PRIVATE = "public-private", "官民協働", "public and private together"
    REGIONS = "regions", "地域間連携", "regions together"
    POLICIES = "policies", "政策・施策間連携", "policies together"
    DIGITAL = "digital", "デジタル社会の形成への寄与", "contribution to a digital society"


class Why(Code):
    """Why a metric has no value; none of these is a zero."""

    NOT_YET = "not-yet", "まだ始まっていない年度", "the fiscal year has not begun"
    NOT_RECORDED = "not-recorded", "記録なし", "not recorded"
    NOT_DEFINED = "not-defined", "定義なし", "no definition is in force"
    OTHER_EVENTS = "other-events", "指標で確認（別の記録を数える定義）", "ask for the figure"


@dataclass(frozen=True)
class Measured:
    """The value of one fiscal year and the facts that were counted, or why there is none.

    `published` is the definition it is measured by, as it was published.
    """

    published: FigureDefined | None
    value: int | None = None
    why: Why | None = None
    counted: Sequence[Recorded] = ()


@dataclass(frozen=True)
class Metric:
    """A number under one element, and how it is measured for a programme and a fiscal year.

    `details` names the view or list in which what is counted can be read line by line. `of_persons`
    says that persons are counted, so that a small value may show one of them.
    """

    element: Element
    code: str
    details: str
    reads: tuple[type[Event], ...]
    measure: Callable[[Facts, str, int], Measured]
    of_persons: bool = False


def of_figure(  # noqa: PLR0913 - each is one thing that a metric is made of
    element: Element,
    code: str,
    details: str,
    counts: tuple[type[Event], ...],
    *,
    among: type[Event] | None = None,
    telling: str | None = None,
    of_persons: bool = False,
) -> Metric:
    """Make a metric of a published figure; `counts` is what its definitions are known to count.

    The definition, its version and the day from which it holds are events of the record. Where
    nothing was counted, it is not recorded, unless an event of the kind `among` of that year says
    that there was something to count from, in its field `telling` if that is named: then it is 0. A
    figure by itself cannot tell the two.
    """

    def measure(facts: Facts, programme: str, fiscal_year: int) -> Measured:
        published = _published(facts, code)
        if published is None:
            return Measured(None, why=Why.NOT_DEFINED)
        defined = published.definition
        if not topics(defined) <= {kind.TOPIC for kind in counts}:
            return Measured(published, why=Why.OTHER_EVENTS)
        events = list(facts.of_any(*counts))
        found = compute(
            defined,
            map(for_figures, events),
            programme=programme,
            fiscal_year=fiscal_year,
            valid_on=facts.valid_on,
            joins={str(one): str(other) for one, other in facts.joined.items()},
        )
        known = among is not None and any(
            event.programme == programme
            and fiscal_year_of(event.effective_on) == fiscal_year
            and (telling is None or getattr(event, telling) is not None)
            for event, _ in facts.of(among)
        )
        if found.value is None or not (known or _all_sides(found)):
            return Measured(published, why=Why.NOT_RECORDED)
        positions = {one.position for one in found.counted}
        return Measured(
            published, found.value, counted=[e for e in events if e.position in positions]
        )

    reads = (FigureDefined, FigureWithdrawn, *counts, *((among,) if among else ()))
    return Metric(element, code, details, reads, measure, of_persons)


def _published(facts: Facts, code: str) -> FigureDefined | None:
    """Give the definition in force on the day asked for, as it was published."""
    told = list(facts.of_any(FigureDefined, FigureWithdrawn))
    found = definitions_in_force(told, valid_on=facts.valid_on).get(code)
    defined = [fact.event for fact in told if isinstance(fact.event, FigureDefined)]
    return next((one for one in reversed(defined) if one.definition == found), None)


def _all_sides(found: Figure) -> bool:
    """Say whether something was counted for the value or, of a share, for both of its sides."""
    sides = {part.side for part in found.parts}
    return sides == {part.side for part in found.parts if part.counted}
