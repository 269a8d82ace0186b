"""The five elements: each metric's value, what was counted, and what is not known."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

import pytest

from application.decision import stream_of
from application.demo.story import story
from application.demo.teller import Teller
from application.elements.metric import Element, Why
from application.elements.metrics import METRICS
from application.figures.elements import POLICY_FIELDS, WORK_ACROSS, WORKERS_ACROSS
from application.figures.money import OWN_INCOME as OWN_INCOME_FIGURE
from application.figures.standard import STANDARD
from application.recorded import Recorded
from application.registry import PROJECTIONS, VIEWS
from application.rehearse import Rehearsal
from application.tasks import SPACE
from application.viewing.view import View
from application.views.dx_contribution import DX_CONTRIBUTION
from application.views.five_elements import FIVE_ELEMENTS, FiveElementsAsks, FiveElementsRow
from application.views.municipality_pairs import MUNICIPALITY_PAIRS
from application.views.own_income import OWN_INCOME
from application.views.pilot_policies import PILOT_POLICIES
from application.views.private_contribution import PRIVATE_CONTRIBUTION
from application.views.sales import SALES
from application.views.shared_lessons import SHARED_LESSONS
from domain.base.command import Command
from domain.base.event import Event
from domain.figure.events import FigureDefined, FigureWithdrawn
from domain.worker.commands import AssessSkill
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.commission import examples as k
from tests.domain.consortium import examples as c
from tests.domain.engagement import examples as o
from tests.domain.grant import examples as g
from tests.domain.pilot import examples as p
from tests.given import day
from tests.made_up.programme import recorded

GRANT = "grant:dx-r6"
FIGURE, ORDER, WORK, FIRM, PLAN = (UUID(int=n) for n in range(1, 6))
DEFINED = FigureDefined(effective_on=day("2024-04-01"), definition=OWN_INCOME_FIGURE)
"""Own income, published."""


def of(event: Event, **fields: object) -> Event:
    """Give an event with other fields."""
    return type(event).model_validate(event.model_dump() | fields)


def asks(**asked: object) -> FiveElementsAsks:
    """Ask about the grant project."""
    return FiveElementsAsks.model_validate({"programme": GRANT} | asked)


def row_of(metric: str, *events: tuple[UUID, Event], valid_on: str = "2026-01-01") -> Any:  # noqa: ANN401
    """Give the row of one metric in R6."""
    found = rows(FIVE_ELEMENTS, log_of(*events), asks(fiscal_year="R6"), valid_on=valid_on)
    return next(row for row in found if row.metric == metric)


def value_of(metric: str, *events: tuple[UUID, Event], valid_on: str = "2026-01-01") -> object:
    """Give its value, or why there is none, and how many entries were counted."""
    row: FiveElementsRow = row_of(metric, *events, valid_on=valid_on)
    return row.why if row.value is None else row.value, row.counted


def test_a_published_figure_comes_with_its_definition() -> None:
    """Both languages, version, the day from which it holds, the note, and where it is listed."""
    row = row_of("own-income", (FIGURE, DEFINED), (ORDER, o.received("2024-10-31", 300)))
    said = OWN_INCOME_FIGURE
    assert (row.value, row.why, row.counted) == (300, None, 1)
    assert (row.element, row.unit) == (Element.SELF_RELIANCE, "円 / yen")
    assert row.definition == f"{said.sentence.ja} / {said.sentence.en}"
    assert said.note
    assert row.note == f"{said.note.ja} / {said.note.en}"
    assert (row.version, row.since, row.details) == (1, day("2024-04-01"), "own-income")


def test_without_a_definition_in_force_there_is_no_value() -> None:
    """Before it was published, after it was withdrawn, or where it counts what is not read here."""
    paid = (ORDER, o.received("2024-10-31", 300))
    assert value_of("own-income", paid) == (Why.NOT_DEFINED, 0)
    late = of(DEFINED, effective_on=day("2025-04-01"))
    assert value_of("own-income", (FIGURE, late), paid, valid_on="2025-03-31") == (
        Why.NOT_DEFINED,
        0,
    )
    withdrawn = FigureWithdrawn(effective_on=day("2025-04-01"))
    assert value_of("own-income", (FIGURE, DEFINED), (FIGURE, withdrawn), paid) == (
        Why.NOT_DEFINED,
        0,
    )
    hires = next(each for each in STANDARD if each.code == "kpi1")
    other = hires.model_copy(update={"code": "own-income", "version": 2})
    renewed = FigureDefined(effective_on=day("2025-04-01"), definition=other)
    assert value_of("own-income", (FIGURE, DEFINED), (FIGURE, renewed), paid) == (
        Why.OTHER_EVENTS,
        0,
    )


def test_what_is_not_recorded_is_said_and_is_not_zero() -> None:
    """Of a share both sides have to be known."""
    published = [
        (UUID(int=90 + n), FigureDefined(effective_on=day("2024-04-01"), definition=each))
        for n, each in enumerate(STANDARD)
    ]
    found = rows(FIVE_ELEMENTS, log_of(*published), asks(fiscal_year="R6"), valid_on="2026-01-01")
    assert {(row.value, row.why, row.counted) for row in found} == {(None, Why.NOT_RECORDED, 0)}
    earned = (ORDER, o.received("2024-10-31", 300))
    assert value_of("own-income-share", *published, earned) == (Why.NOT_RECORDED, 0)


def test_nothing_found_among_what_is_recorded_is_zero() -> None:
    """Commissions were accepted, none of them across municipalities; then one is."""
    defined = (
        (FIGURE, FigureDefined(effective_on=day("2024-04-01"), definition=WORK_ACROSS)),
        (UUID(int=8), FigureDefined(effective_on=day("2024-04-01"), definition=WORKERS_ACROSS)),
    )
    home = (WORK, k.accepted(ordered_in="203246"))
    assert value_of("work-across", *defined) == (Why.NOT_RECORDED, 0)
    assert value_of("work-across", *defined, home) == (0, 0)
    away = (UUID(int=9), k.accepted(ordered_in="202126"))
    assert value_of("work-across", *defined, home, away) == (1, 1)
    row = row_of("workers-across", *defined, home, away)
    assert (row.value, row.counted, row.few) == (1, 1, True)


def test_a_year_is_measured_when_it_has_begun() -> None:
    """The course runs from the plan's first year to the one after its last, R9."""
    log = log_of(
        (PLAN, g.submitted()),
        (FIRM, c.joined("2024-08-01", c.COMPANY)),
        (FIRM, c.left(last_day="2025-09-30", who=c.COMPANY)),
        *(
            (UUID(int=90 + n), FigureDefined(effective_on=day("2024-04-01"), definition=each))
            for n, each in enumerate(STANDARD)
        ),
    )
    found = rows(FIVE_ELEMENTS, log, asks(element="public-private"), valid_on="2026-12-01")
    course = [(r.fiscal_year, r.value, r.why) for r in found if r.metric == "private-members"]
    assert course == [
        (2024, 1, None),
        (2025, None, Why.NOT_RECORDED),
        (2026, None, Why.NOT_RECORDED),
        (2027, None, Why.NOT_YET),
    ]


def test_details_name_what_can_be_asked() -> None:
    """And figures are read whole: nothing that a standard definition counts is left out."""
    assert {metric.details for metric in METRICS} <= {*VIEWS, *PROJECTIONS}
    standard = {each.code: each for each in STANDARD}
    for metric in METRICS:
        if metric.code in standard:
            wanted = standard[metric.code].fields_by_topic()
            assert set(wanted) <= {kind.TOPIC for kind in metric.reads}


def test_without_links_a_year_with_pilots_says_zero() -> None:
    """Pilots were begun and none serves a policy; of a year without pilots nothing is known."""
    defined = FigureDefined(effective_on=day("2024-04-01"), definition=POLICY_FIELDS)
    pilot = UUID(int=8)
    begun = (pilot, p.started("2025-03-31"))
    assert value_of("policy-fields", (FIGURE, defined)) == (Why.NOT_RECORDED, 0)
    assert value_of("policy-fields", (FIGURE, defined), begun) == (0, 0)
    linked = (pilot, p.linked("2025-04-01", begun_in=2024))
    assert value_of("policy-fields", (FIGURE, defined), begun, linked) == (1, 1)


@cache
def demonstration(without: tuple[type[Command], str] | None = None) -> Sequence[Recorded]:
    """Give the demonstration's events, decided as the service would and recorded in its order.

    Without what one kind of command tells of a day, if that is named.
    """
    rehearsal = Rehearsal(SPACE)
    return log_of(
        *(
            (stream_of(SPACE, told.command), event)
            for _, told in story(Teller(SPACE)).in_order()
            if (type(told.command), told.command.effective_on.isoformat()) != without
            for event in rehearsal.accept(told.command)
        )
    )


R6 = {
    "own-income": 220_000 + 480_000 - (60_000 + 80_000 + 120_000 + 120_000),
    "budget-executed": 28_451_000,
    "own-income-share": 11,  # 320,000 of 28,451,000 is 11.2 per mille
    "orders-not-by-grant": 3,  # E-2024-001, -002, -003
    "private-members": 2,  # the firm and the adviser
    "private-share": 150_000,
    "private-minutes": 34 * 60,  # of 36 sessions, two before 2024-05-20
    "private-decisions": 2,  # at meetings 8 and 14; the firm joined after meeting 3
    "kpi4": 3,
    "work-across": 1,  # E-2024-003, by W-007; all other orders are joint
    "workers-across": 1,
    "lessons-shared": 2,  # P-R6-01 and the first of P-R6-02
    "failures-shared": 1,  # P-R6-02 was given up
    "pilots-with-policy": 2,  # P-R6-01 and -03
    "policy-fields": 2,  # administration, industry
    "dx-workers": 1,  # W-007: customer-support 2 to 3 on 2024-12-09, E-2024-003 on 2025-03-07
}
R7 = {
    "own-income": 300_000 - (150_000 + 180_000),
    "budget-executed": 240_000,
    "own-income-share": -125,
    "orders-not-by-grant": 1,
    "private-members": 2,
    "kpi4": 3,
    "work-across": 0,
    "workers-across": 0,
    "lessons-shared": 1,
    "failures-shared": 1,
    "pilots-with-policy": 1,  # P-R7-01, by two policies
    "policy-fields": 2,
    "dx-workers": 0,  # what was completed in R7 was no DX support
}


@pytest.mark.parametrize(("year", "expected"), [("R6", R6), ("R7", R7)])
def test_the_demonstration_comes_to_what_was_counted_by_hand(
    year: str, expected: dict[str, int]
) -> None:
    """From the story's own tables; whatever is not in the table is not recorded."""
    found = rows(FIVE_ELEMENTS, demonstration(), asks(fiscal_year=year), valid_on="2026-11-23")
    assert {row.metric: row.value for row in found if row.value is not None} == expected
    assert {row.why for row in found if row.metric not in expected} <= {Why.NOT_RECORDED}


def test_without_the_assessment_the_work_is_none_of_who_rose() -> None:
    """W-007's rise of December 2024 is all that it hangs on; work was completed all the same."""
    without = demonstration((AssessSkill, "2024-12-09"))
    assert len(without) == len(demonstration()) - 1
    found = rows(FIVE_ELEMENTS, without, asks(fiscal_year="R6"), valid_on="2026-11-23")
    assert [row.value for row in found if row.metric == "dx-workers"] == [0]


Log = Callable[[], Sequence[Recorded]]
Listed = tuple[str, View[Any, Any], Callable[[Sequence[Any]], int], Log]
"""A figure, the view that lists what it counts, what the view's rows come to, and of what log."""


def made_up() -> Sequence[Recorded]:
    """Give a made-up record, with corrections and voidings."""
    return recorded(6000)


LISTED: tuple[Listed, ...] = (
    ("own-income", OWN_INCOME, lambda its: sum(row.own_income for row in its), made_up),
    (
        "orders-not-by-grant",
        SALES,
        lambda its: sum(row.orders for row in its if row.funds != "grant"),
        made_up,
    ),
    (
        "private-share",
        PRIVATE_CONTRIBUTION,
        lambda its: sum(row.shared or 0 for row in its),
        demonstration,
    ),
    (
        "private-minutes",
        PRIVATE_CONTRIBUTION,
        lambda its: sum(row.minutes or 0 for row in its),
        demonstration,
    ),
    (
        "private-decisions",
        PRIVATE_CONTRIBUTION,
        lambda its: sum(row.decisions or 0 for row in its),
        demonstration,
    ),
    (
        "work-across",
        MUNICIPALITY_PAIRS,
        lambda its: sum(row.accepted for row in its if row.across),
        made_up,
    ),
    (
        "lessons-shared",
        SHARED_LESSONS,
        lambda its: sum(row.shared for row in its),
        made_up,
    ),
    (
        "failures-shared",
        SHARED_LESSONS,
        lambda its: sum(row.shared and row.from_failure for row in its),
        demonstration,
    ),
    (
        "pilots-with-policy",
        PILOT_POLICIES,
        lambda its: len({row.number for row in its if row.policy}),
        made_up,
    ),
    (
        "policy-fields",
        PILOT_POLICIES,
        lambda its: len({row.policy_field for row in its} - {None}),
        made_up,
    ),
    ("dx-workers", DX_CONTRIBUTION, lambda its: len({row.worker for row in its}), demonstration),
)


@cache
def values(log: Log, year: int) -> dict[str, int | None]:
    """Give what the five elements say of a year, by metric."""
    found = rows(FIVE_ELEMENTS, log(), asks(fiscal_year=year), valid_on="2028-05-31")
    return {row.metric: row.value for row in found}


@pytest.mark.parametrize(
    ("metric", "view", "of_rows", "log"), LISTED, ids=[each[0] for each in LISTED]
)
def test_a_figure_agrees_with_the_view_that_lists_it(
    metric: str,
    view: View[Any, Any],
    of_rows: Callable[[Sequence[Any]], int],
    log: Log,
) -> None:
    """Two paths to one number."""
    totals = []
    for year in range(2024, 2028):
        own = view.asks(programme=GRANT, fiscal_year=year)
        totals.append(of_rows(rows(view, log(), own, valid_on="2028-05-31")))
        assert totals[-1] == (values(log, year)[metric] or 0)
    assert any(totals)


def test_a_line_names_every_entry_that_was_counted() -> None:
    """As many as it says."""
    for line in lines(FIVE_ELEMENTS, demonstration(), asks(), valid_on="2026-11-23"):
        assert len(line.facts) == line.row.counted
        assert line.row.value is None or line.row.counted or line.row.value == 0
