"""Events and definitions for the tests of figures."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from application.figures.interpreter import compute
from application.figures.values import Figure, FigureEvent
from domain.base.figure import (
    Condition,
    Count,
    Difference,
    Ending,
    Facts,
    FigureDefinition,
    Measure,
    Ratio,
    Scalar,
    Sum,
    Words,
)

GRANT = "grant:dx-r6"
PERSONS = Words(ja="人", en="persons")
YEN = Words(ja="円", en="yen")
PER_CENT = Words(ja="%", en="%")


def day(text: str) -> date:
    """Read an ISO day."""
    return date.fromisoformat(text)


def event(  # noqa: PLR0913 - a builder with a default for everything
    position: int,
    topic: str,
    effective_on: str,
    *,
    stream: int | None = None,
    programme: str = GRANT,
    recorded_at: datetime | None = None,
    taken_over: bool = False,
    **fields: Scalar,
) -> FigureEvent:
    """Make an event, recorded at noon (UTC) of its day and alone in its stream unless said."""
    on = day(effective_on)
    return FigureEvent(
        stream=UUID(int=position + 1000 if stream is None else stream),
        version=position,
        position=position,
        topic=topic,
        effective_on=on,
        programme=programme,
        fields=fields,
        recorded_at=recorded_at or datetime(on.year, on.month, on.day, 12, tzinfo=UTC),
        taken_over=taken_over,
    )


def days_after(effective_on: str, days: int, *, hour: int) -> datetime:
    """Return an hour (UTC) of the day that lies `days` after a day."""
    on = day(effective_on)
    return datetime(on.year, on.month, on.day, hour, tzinfo=UTC) + timedelta(days=days)


def definition(measure: Measure, *by: str, unit: Words = PERSONS) -> FigureDefinition:
    """Make a definition around a measure."""
    words = Words(ja="試し", en="a trial")
    return FigureDefinition(
        code="trial", version=1, title=words, sentence=words, unit=unit, by=by, measure=measure
    )


def figure(  # noqa: PLR0913 - as compute
    what: FigureDefinition | Measure,
    events: list[FigureEvent],
    valid_on: str = "2030-03-31",
    *,
    fiscal_year: int | None = None,
    programme: str = GRANT,
    joins: Mapping[str, str] | None = None,
) -> Figure:
    """Compute a figure with the usual answers filled in."""
    return compute(
        what if isinstance(what, FigureDefinition) else definition(what),
        events,
        programme=programme,
        fiscal_year=fiscal_year,
        valid_on=day(valid_on),
        joins=joins or {},
    )


NEW_HIRES = FigureDefinition(
    code="kpi1",
    version=1,
    title=Words(ja="新規雇用者数", en="New hires"),
    sentence=Words(
        ja="年度内に新たに雇用された者として確認された人の数(同じ人は一度だけ数える)。",
        en="Persons confirmed as newly hired in the fiscal year, each counted once.",
    ),
    unit=PERSONS,
    by=("municipality",),
    measure=Count(
        facts=Facts(
            opens=("kpi.fact_counted",),
            where=(Condition(field="kpi", one_of=("kpi1",)),),
            persons=("person",),
        ),
        basis="annual",
        year_field="fiscal_year",
        distinct_by="person",
    ),
)

MEMBERS = FigureDefinition(
    code="kpi4",
    version=1,
    title=Words(ja="参加自治体数", en="Member municipalities"),
    sentence=Words(
        ja="基準日に加入している市町村の数。", en="Municipalities that are members on the day."
    ),
    unit=Words(ja="団体", en="municipalities"),
    measure=Count(
        facts=Facts(
            scope="common",
            opens=("consortium.member_joined",),
            where=(Condition(field="kind", one_of=("municipality",)),),
            ends=Ending(topics=("consortium.member_left",), effective="last_day"),
        ),
        basis="level",
        distinct_by="municipality",
    ),
)


def spent(topic: str) -> Sum:
    """Return the yen of one kind of event in the budget of the fiscal year."""
    return Sum(
        facts=Facts(opens=(topic,)), basis="annual", year_field="fiscal_year", field="amount"
    )


BUDGET_EXECUTED = FigureDefinition(
    code="budget-executed",
    version=1,
    title=Words(ja="予算執行額", en="Budget executed"),
    sentence=Words(
        ja="年度の予算から支払った額から戻入額を除いた額。",
        en="Yen paid from the budget of the fiscal year less what was returned.",
    ),
    unit=YEN,
    by=("pillar", "municipality"),
    measure=Difference(of=(spent("expenditure.paid"),), minus=(spent("expenditure.returned"),)),
)

ASSESSED = Facts(
    scope="common",
    opens=("worker.skill_assessed",),
    ends=Ending(topics=("worker.skill_withdrawn",), same=("skill",), effective="first_day_without"),
    keep="latest",
    key=("person", "skill"),
    persons=("person",),
)

SKILLS_RAISED = definition(
    Ratio(
        numerator=Count(
            facts=ASSESSED.model_copy(
                update={"kept_where": (Condition(field="change", one_of=("raised",)),)}
            ),
            basis="level",
        ),
        denominator=Count(facts=ASSESSED, basis="level"),
        scale=100,
        rounding="half_up",
    ),
    "skill",
    unit=PER_CENT,
)

FIRST_PAID = definition(
    Count(
        facts=Facts(
            opens=("engagement.remuneration_paid",),
            keep="first",
            key=("person",),
            persons=("person",),
        ),
        basis="annual",
    )
)
