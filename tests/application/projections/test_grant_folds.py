"""What the projections of plan, activities, stated values and evidence answer."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.projecting.projection import Projection
from application.projections.activities import ACTIVITIES
from application.projections.budget import BUDGET
from application.projections.evidence import EVIDENCE
from application.projections.imports import IMPORTS
from application.projections.kpis import KPIS
from application.projections.plans import PLANS
from application.projections.stated_values import STATED_VALUES
from application.projections.targets import TARGETS
from application.recorded import Recorded
from domain.base.command import Command
from domain.base.event import Event
from tests.application.projections.given import (
    answer,
    followed,
    fresh,
    in_turn,
    rebuilt,
    standing_at,
)
from tests.application.projections.test_folds import histories
from tests.domain.activity import examples as a
from tests.domain.evidence import examples as v
from tests.domain.grant import examples as g
from tests.domain.statement import examples as s
from tests.given import sealed

PLAN_ID = UUID(int=1)
OTHERS = "grant:other"


def of_another(*events: Event) -> list[Event]:
    """Let the same happen to another grant project."""
    return [event.model_copy(update={"programme": OTHERS}) for event in events]


def test_plans_show_which_is_in_force_under_which_name() -> None:
    """From their day on; the other project's plan stays as it is."""
    log = in_turn(one=g.LIFE, other=of_another(g.submitted("2024-06-01", title="別の事業")))
    assert set(answer(PLANS, log, valid_on="2024-05-31")) == {g.GRANT}
    r6, r7 = (answer(PLANS, log, valid_on=on)[g.GRANT] for on in ("2025-03-31", "2025-04-01"))
    assert (r6.name, r6.total_cost) == ("デジタル田園都市国家構想交付金", 1000)
    assert (r7.name, r7.total_cost) == ("新しい地方経済・生活環境創生交付金", 900)
    assert r7.plan_id == PLAN_ID
    assert r7.applicants == "203246+202126+152161"
    other = answer(PLANS, log, valid_on="2025-04-01")[OTHERS]
    assert (other.title, other.name, other.total_cost) == ("別の事業", None, 1000)


def test_the_budget_shows_each_line_with_its_amount_on_a_day() -> None:
    """A line for two 節 is one line with one amount; a change counts from its day on."""
    log = in_turn(one=g.LIFE, other=of_another(g.submitted(), g.line(amount=7)))
    before = answer(BUDGET, log, valid_on="2024-09-30")
    after = answer(BUDGET, log, valid_on="2024-10-01")
    key = f"{g.GRANT}|2024|3-operation|joint"
    assert (before[key].amount, after[key].amount) == (400, 300)
    assert (after[key].budget_items, after[key].pillar) == ("r2:10+r2:13", "3")
    assert after[f"{OTHERS}|2024|3-operation|joint"].amount == 7
    assert len(after) == 2


def test_the_budget_shows_what_was_true_of_corrected_and_voided_lines() -> None:
    """As of now, and as of before the correction."""
    mended = [g.corrected("2024-05-01", 2, amount=390), g.voided("2024-06-01", 2)]
    log = in_turn(one=[g.submitted(), g.line(), *mended], other=of_another(g.submitted()))

    def amounts(position: int) -> list[int]:
        rows = answer(BUDGET, log, valid_on="2024-04-01", position=position)
        return [row.amount for row in rows.values()]

    assert [amounts(position) for position in (2, 3, 4, 5)] == [[], [400], [390], []]


def test_kpis_show_basis_and_definition() -> None:
    """A level with its stated day."""
    level = g.kpi(kpi="kpi4", basis="level", stated_day="03-31", figure="kpi4")
    log = in_turn(one=[g.submitted(), g.kpi(), level], other=of_another(g.submitted(), g.kpi()))
    rows = answer(KPIS, log, valid_on="2024-04-01")
    assert sorted(rows) == [f"{g.GRANT}|kpi1", f"{g.GRANT}|kpi4", f"{OTHERS}|kpi1"]
    kpi4 = rows[f"{g.GRANT}|kpi4"]
    assert (kpi4.basis, kpi4.stated_day, kpi4.figure) == ("level", "03-31", "kpi4")


def test_a_target_that_nobody_gave_has_no_row() -> None:
    """It is not zero, and that of another year is not repeated."""
    log = in_turn(one=g.LIFE, other=of_another(g.submitted(), g.kpi(), g.target(value=0)))
    rows = answer(TARGETS, log, valid_on="2026-04-01")
    assert {key: row.value for key, row in rows.items()} == {
        f"{g.GRANT}|kpi1|2024|joint": 15,
        f"{OTHERS}|kpi1|2024|joint": 0,
    }


def test_a_target_counts_from_its_day_on() -> None:
    """And the one before it until then."""
    targets = [g.target(), g.target("2024-10-01", value=20)]
    log = in_turn(one=[g.submitted(), g.kpi(), *targets], other=of_another(g.submitted()))
    values = [
        [row.value for row in answer(TARGETS, log, valid_on=on).values()]
        for on in ("2024-03-31", "2024-09-30", "2024-10-01")
    ]
    assert values == [[], [15], [20]]


def test_activities_show_what_was_stopped_and_why() -> None:
    """From the first day without it; an activity that runs again has no grounds any more."""
    trip = a.started(code="work-trip", name="立科WORK TRIP")
    log = in_turn(one=[a.started(), a.stopped(), a.started("2026-04-01")], other=[trip])
    key = f"{a.OWN}|trial-tateshina"
    shown = {
        on: (row.running, row.grounds, row.evidence)
        for on in ("2024-03-31", "2024-04-01", "2026-04-01")
        if (row := answer(ACTIVITIES, log, valid_on=on)[key])
    }
    assert shown == {
        "2024-03-31": (True, None, None),
        "2024-04-01": (False, "aims-apart", a.EVIDENCE),
        "2026-04-01": (True, None, None),
    }
    assert answer(ACTIVITIES, log, valid_on="2024-04-01")[f"{a.OWN}|work-trip"].running is True


def test_stated_values_stand_with_their_document() -> None:
    """Nothing matched in R5 is a value; a corrected one is shown as the document has it."""
    matched = s.stated(code="matched", value=0, fiscal_year=2023)
    log = in_turn(one=[s.stated(value=3), s.corrected("2024-05-01", 1, value=4)], other=[matched])
    rows = answer(STATED_VALUES, log, valid_on="2024-04-01")
    assert {key: row.value for key, row in rows.items()} == {
        f"{s.OWN}|orders-after-trips|": 4,
        f"{s.OWN}|matched|2023": 0,
    }
    assert {row.evidence for row in rows.values()} == {s.FIELDS["evidence"]}
    assert answer(STATED_VALUES, log, valid_on="2024-03-31") == {}


def test_evidence_shows_its_file_and_to_how_many_facts_it_was_put() -> None:
    """From the day of each on; what was taken back is gone."""
    one: list[Event] = [v.registered(), v.attached("2024-11-01"), v.shown("2024-12-01")]
    shown = {
        on: (row.attached, row.sha256 is not None, row.shows)
        for on in ("2024-10-31", "2024-11-01", "2024-12-01")
        for row in answer(EVIDENCE, in_turn(one=one), valid_on=on).values()
    }
    assert shown == {
        "2024-10-31": (False, False, 0),
        "2024-11-01": (True, True, 0),
        "2024-12-01": (True, True, 1),
    }
    taken_back = in_turn(one=[*one, v.voided("2025-01-01", 2), v.voided("2025-01-01", 3)])
    (row,) = answer(EVIDENCE, taken_back, valid_on="2025-02-01").values()
    assert (row.attached, row.shows) == (False, 0)


def test_evidence_shows_numbers_days_and_references() -> None:
    """What was voided is not there any more."""
    log = in_turn(
        one=[v.registered(), v.corrected("2025-01-01", 1, received_on="2024-10-05")],
        other=[v.registered(number="E-R6-002"), v.voided("2025-01-01", 1)],
    )
    (row,) = answer(EVIDENCE, log, valid_on="2024-10-01").values()
    assert (row.number, row.title, row.approval_number) == ("E-R6-001", sealed("title"), "決-45")
    assert (str(row.dated), str(row.received_on)) == ("2024-10-01", "2024-10-05")


def test_imports_show_each_received_file() -> None:
    """From the day on which it came."""
    log = in_turn(one=[v.received()], other=[v.received("2026-12-01", kind="claim-skill")])
    assert [r.kind for r in answer(IMPORTS, log, valid_on="2026-11-23").values()] == [
        "register-worker"
    ]
    rows = answer(IMPORTS, log, valid_on="2026-12-01").values()
    assert {(row.kind, row.rows, row.sha256) for row in rows} == {
        ("register-worker", 48, sealed("file")),
        ("claim-skill", 48, sealed("file")),
    }


MONTHS = st.integers(0, 17).map(lambda n: f"{2024 + (n + 3) // 12}-{(n + 3) % 12 + 1:02}-01")
VERSIONS = st.integers(1, 4) | st.integers(1, 9)
AMOUNTS = st.integers(0, 600)
LINES = st.sampled_from(["1-management", "3-operation"])
PLAN_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(g.amend, MONTHS, total_cost=st.integers(900, 1200)),
    st.builds(g.name, MONTHS, st.sampled_from(["one", "two"])),
    st.builds(g.set_line, MONTHS, line=LINES, amount=AMOUNTS),
    st.builds(g.change, MONTHS, AMOUNTS, line=LINES),
    st.builds(g.name_kpi, MONTHS, kpi=st.sampled_from(["kpi1", "kpi2"])),
    st.builds(g.set_target, MONTHS, value=AMOUNTS),
    st.builds(g.correct, VERSIONS, MONTHS, amount=AMOUNTS),
    st.builds(g.correct, VERSIONS, MONTHS, effective_on=MONTHS),
    st.builds(g.correct, VERSIONS, MONTHS, title=st.just("corrected")),
    st.builds(g.void, VERSIONS, MONTHS),
)
ACTIVITY_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(a.start, MONTHS),
    st.builds(a.stop, MONTHS, st.sampled_from(["aims-apart", "no-result"])),
    st.builds(a.correct, VERSIONS, MONTHS, effective_on=MONTHS),
    st.builds(a.correct, VERSIONS, MONTHS, grounds=st.just("completed")),
    st.builds(a.void, VERSIONS, MONTHS),
)
STATEMENT_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(s.state, MONTHS, value=AMOUNTS),
    st.builds(s.correct, VERSIONS, MONTHS, value=AMOUNTS),
    st.builds(s.void, VERSIONS, MONTHS),
)
EVIDENCE_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(v.register, MONTHS),
    st.builds(v.correct, VERSIONS, MONTHS, effective_on=MONTHS),
    st.builds(v.correct, VERSIONS, MONTHS, kind=st.just("contract")),
    st.builds(v.void, VERSIONS, MONTHS),
)
PLAN_LOGS = histories(g.submit("2024-06-01"), PLAN_COMMANDS)


@pytest.mark.parametrize(
    ("projection", "logs"),
    [
        (PLANS, PLAN_LOGS),
        (BUDGET, PLAN_LOGS),
        (KPIS, PLAN_LOGS),
        (TARGETS, PLAN_LOGS),
        (ACTIVITIES, histories(a.start("2024-06-01"), ACTIVITY_COMMANDS)),
        (STATED_VALUES, histories(s.state("2024-06-01"), STATEMENT_COMMANDS)),
        (EVIDENCE, histories(v.register("2024-06-01"), EVIDENCE_COMMANDS)),
    ],
    ids=lambda each: each.name if isinstance(each, Projection) else "",
)
def test_rows_of_every_moment_are_those_of_a_fold_from_nothing(
    projection: Projection[Any], logs: st.SearchStrategy[list[Recorded]]
) -> None:
    """Followed event by event, rebuilt, and folded once: the same rows for every prefix."""

    @settings(max_examples=100, deadline=None)
    @given(logs)
    def holds(log: list[Recorded]) -> None:
        live, anew = followed(projection, log), rebuilt(projection, log)
        for position in range(len(log) + 1):
            expected = fresh(projection, log[:position])
            assert standing_at(live, position) == expected
            assert standing_at(anew, position) == expected

    holds()
