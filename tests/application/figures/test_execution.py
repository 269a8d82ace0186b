"""Budget and execution: every yen is on a line or shown beside them, and the sums reconcile."""

from collections.abc import Sequence
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from application.aggregate import decide
from application.demo.plan_r6_r8 import GRANT, LINES, R6_THOUSANDS, TOTAL_THOUSANDS, plan_r6_r8
from application.figures.effective import for_figures
from application.figures.execution import BudgetExecution, execution
from application.figures.interpreter import compute
from application.figures.standard import BUDGET_EXECUTED
from application.projecting.fold import in_order_of_days
from application.recorded import Recorded
from application.registry import AGGREGATE_OF
from domain.base.command import NOTHING_SEEN
from domain.base.event import Event
from tests.application.projections.given import log_of
from tests.domain.expenditure import examples as x
from tests.domain.grant import examples as g
from tests.given import day, versions

PLAN_ID = UUID(int=0xFF)
LATE = "2027-06-30"


def asked(
    *streams: Sequence[Event], fiscal_year: int | None = 2024, valid_on: str = LATE
) -> BudgetExecution:
    """Compute from the effective events of some streams."""
    effective = [recorded for log in recorded_of(*streams) for recorded in in_order_of_days(log)]
    return execution(effective, programme=GRANT, fiscal_year=fiscal_year, valid_on=day(valid_on))


def recorded_of(*streams: Sequence[Event]) -> list[list[Recorded]]:
    """Record streams one after the other; give the events of each."""
    ids = {UUID(int=number): events for number, events in enumerate(streams, start=1)}
    log = log_of(*((stream, event) for stream, events in ids.items() for event in events))
    return [[recorded for recorded in log if recorded.stream == stream] for stream in ids]


def real_plan() -> list[Event]:
    """Let the real plan be decided, command by command."""
    events: list[Event] = []
    for command in plan_r6_r8(PLAN_ID):
        aggregate = AGGREGATE_OF[type(command)]
        history = versions(*events)
        state = aggregate.fold(history)
        events += decide(aggregate, history, state, command, NOTHING_SEEN)
    return events


def charged(event: Event, **other: object) -> Event:
    """Charge a step to line 3-running of the grant, or to another."""
    charge = {"programme": GRANT, "line": "3-running", "pillar": "3", "budget_item": "r2:10"}
    return event.model_copy(update=charge | other)


def test_the_real_budget_reconciles() -> None:
    """30,253 thousand yen for R6, 105,565 in all; what is left is of no year and nobody's yet."""
    found = asked(real_plan())
    assert sum(thousands for *_, thousands in LINES) == R6_THOUSANDS == 30_253
    assert found.total.budget == 30_253_000
    assert found.plan is not None
    assert found.plan.total_cost == TOTAL_THOUSANDS * 1000 == 105_565_000
    assert found.plan.by_year == {2024: 30_253_000}
    assert found.plan.not_split == 75_312_000
    assert (found.plan.joint, found.plan.municipalities) == (30_253_000, {})
    assert asked(real_plan(), fiscal_year=2025).lines == ()
    assert asked(real_plan(), fiscal_year=None).total.budget == 30_253_000


def test_the_real_lines_stand_as_the_plan_gives_them() -> None:
    """Two lines are for two 節 each, and stay one sum."""
    lines = [line for line, _ in asked(real_plan()).lines]
    assert [(line.pillar, line.amount // 1000, line.budget_items) for line in lines] == [
        ("1", 195, ("r2:7", "r2:8")),
        ("1", 5_697, ("r2:12",)),
        ("2", 5_500, ("r2:12",)),
        ("3", 11_615, ("r2:12",)),
        ("3", 1_846, ("r2:10", "r2:13")),
        ("4", 5_400, ("r2:17",)),
    ]


def test_a_line_shows_what_became_of_it() -> None:
    """Committed, paid, returned, executed, and the part of the budget."""
    one = [charged(step) for step in x.LIFE]
    other = [charged(x.committed(amount=500), number="R6-013", budget_item="r2:13")]
    found = asked([g.submitted(), g.line(line="3-running", amount=1800)], one, other)
    ((_, done),) = found.lines
    assert (done.budget, done.committed, done.paid, done.returned) == (1800, 1500, 1000, 100)
    assert (done.executed, done.rate) == (900, 500)
    assert found.total == done


def test_rates_are_rounded_and_absent_without_a_budget() -> None:
    """A half goes up; nothing is divided by nothing."""
    steps = [charged(x.committed()), charged(x.paid("2024-07-01", 1))]
    rates = [
        asked([g.submitted(), g.line(line="3-running", amount=budget)], steps).lines[0][1].rate
        for budget in (2000, 2001, 3, 1, 0)
    ]
    assert rates == [1, 0, 333, 1000, None]


def test_a_day_knows_only_what_was_true_by_then() -> None:
    """Lines as they were said last, and steps up to the day."""
    plan: list[Event] = [g.submitted(), g.line(line="3-running", amount=1000)]
    plan.append(g.changed("2024-10-01", 800, line="3-running"))
    steps = [charged(step) for step in x.LIFE]
    found = {
        on: asked(plan, steps, valid_on=on).total
        for on in ("2024-03-31", "2024-07-31", "2024-10-01")
    }
    assert {on: (t.budget, t.paid, t.returned) for on, t in found.items()} == {
        "2024-03-31": (0, 0, 0),
        "2024-07-31": (1000, 600, 0),
        "2024-10-01": (800, 1000, 100),
    }


def test_a_step_belongs_to_the_line_of_its_own_municipality() -> None:
    """And to the line that is not split where its municipality has none."""
    plan: list[Event] = [
        g.submitted(),
        g.line(line="3-running", amount=700),
        g.line(line="3-running", amount=300, municipality="202126"),
    ]
    steps = [
        charged(x.committed(amount=10), municipality=whose, number=f"N-{whose}")
        for whose in ("202126", "203246", "joint")
    ]
    found = asked(plan, *([step] for step in steps))
    assert {line.municipality: done.committed for line, done in found.lines} == {
        "202126": 10,
        "joint": 20,
    }
    assert found.plan is not None
    assert (found.plan.joint, found.plan.municipalities) == (700, {"202126": 300})


def test_what_is_charged_to_no_line_is_shown_beside_them() -> None:
    """Another year's is not; the total is always all that was spent."""
    charges: dict[str, dict[str, object]] = {
        "N-1": {"line": "9-unknown"},
        "N-2": {"pillar": "1"},
        "N-3": {"budget_item": "r2:17"},
        "N-4": {"fiscal_year": 2025},
    }
    wrong = [
        charged(step, number=number, **charge)
        for number, charge in charges.items()
        for step in (x.committed(amount=5), x.paid("2024-07-01", 5))
    ]
    elsewhere = x.paid("2024-07-01", 5)
    found = asked([g.submitted(), g.line(line="3-running")], wrong, [elsewhere])
    assert found.lines[0][1].executed == 0
    assert (found.without_line.committed, found.without_line.paid) == (15, 15)
    assert found.total.executed == 15
    assert (
        asked([g.submitted(), g.line(line="3-running")], wrong, fiscal_year=None).total.paid == 20
    )


def test_without_a_plan_there_is_nothing_to_reconcile() -> None:
    """What was spent is shown all the same."""
    found = asked([charged(x.committed())])
    assert (found.plan, found.lines, found.total.committed) == (None, (), 1000)


def test_a_plan_amended_is_reconciled_with_its_new_total() -> None:
    """From its day on."""
    plan: list[Event] = [g.submitted(), g.line(), g.amended("2025-04-01", total_cost=900)]
    left = [
        found.plan.not_split
        for on in ("2025-03-31", "2025-04-01")
        if (found := asked(plan, valid_on=on)).plan
    ]
    assert left == [600, 500]


STEPS = st.lists(
    st.builds(
        lambda kind, on, amount, line, item, year, whose: charged(
            kind(on, amount),
            line=line,
            budget_item=item,
            fiscal_year=year,
            municipality=whose,
        ),
        st.sampled_from([x.committed, x.paid, x.came_back]),
        st.sampled_from(["2024-06-01", "2025-04-30", "2025-06-01"]),
        st.integers(1, 10_000),
        st.sampled_from(["3-running", "1-management", "9-unknown"]),
        st.sampled_from(["r2:10", "r2:12"]),
        st.sampled_from([2024, 2025]),
        st.sampled_from(["joint", "203246", "202126"]),
    ),
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(STEPS, st.sampled_from(["2024-12-31", "2025-05-31", LATE]))
def test_what_was_executed_is_the_figure(steps: list[Event], on: str) -> None:
    """Whatever was charged to whichever line: the total is `budget-executed`, to the yen."""
    logs = recorded_of(real_plan(), *([step] for step in steps))
    figure = compute(
        BUDGET_EXECUTED,
        [for_figures(recorded) for log in logs for recorded in log],
        programme=GRANT,
        fiscal_year=2024,
        valid_on=day(on),
        joins={},
    )
    found = asked(real_plan(), *([step] for step in steps), valid_on=on)
    assert figure.value == found.total.executed
    lines = sum(done.executed for _, done in found.lines)
    assert lines + found.without_line.executed == found.total.executed
