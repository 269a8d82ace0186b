"""The real plan in a real log: two clerks on one line, its sums, its KPIs, its papers."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from application.decision import stream_id
from application.demo.plan_r6_r8 import GRANT, papers_of_r6, plan_r6_r8
from application.effective import effective_events
from application.execute import execute
from application.figures.achievement import Achieved, achievement
from application.figures.charged import READS
from application.figures.execution import BudgetExecution, execution
from application.figures.figures import figure
from application.figures.money import BUDGET_EXECUTED
from application.figures.standard import NEW_HIRES
from application.ports import Receipt
from domain.base.command import Command
from domain.expenditure.commands import CommitExpenditure, PayExpenditure
from domain.figure.commands import DefineFigure
from domain.kpi.commands import CountFact
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.log import PostgresLog
from tests.infrastructure.given import CLERK, at_once, positions

ROUNDS = 20
FROM, YEAR_END = date(2024, 4, 1), date(2025, 3, 31)
Ask = Callable[..., Receipt]


@pytest.fixture
def ask(log: PostgresLog, vault: PostgresVault) -> Ask:
    """Record commands in a log that holds the real plan."""

    def record(command: Command, key: str) -> Receipt:
        return execute(log, vault, command, CLERK, key=key)

    for number, command in enumerate(plan_r6_r8(log.namespace)):
        record(command, f"plan-{number}")
    return record


def commitment(log: PostgresLog, number: str, amount: int = 1000) -> CommitExpenditure:
    """Commit on line ② of R6."""
    return CommitExpenditure(
        effective_on=date(2024, 6, 1),
        programme=GRANT,
        plan_id=stream_id(log.namespace, "plan", GRANT),
        number=number,
        line="2-training",
        pillar="2",
        budget_item="r2:12",
        fiscal_year=2024,
        municipality="joint",
        amount=amount,
        purpose="研修",
    )


def executed(log: PostgresLog) -> BudgetExecution:
    """Give budget and execution of R6 at the end of the year."""
    events = effective_events(log, [kind.TOPIC for kind in READS], log.last()[0])
    return execution(events, programme=GRANT, fiscal_year=2024, valid_on=YEAR_END)


def test_two_clerks_on_one_budget_line_both_succeed(log: PostgresLog, ask: Ask) -> None:
    """Committing and paying at the same moment, many times over: neither is ever refused."""

    def work(clerk: str, number: int) -> Receipt:
        name = f"{clerk}-{number}"
        committed = ask(commitment(log, name), f"commit-{name}")
        payment = PayExpenditure(
            effective_on=date(2024, 7, 1), expenditure_id=committed.stream, amount=900
        )
        return ask(payment, f"pay-{name}")

    for number in range(ROUNDS):
        answers = at_once([partial(work, clerk, number) for clerk in ("a", "b")])
        assert [type(answer) for answer in answers] == [Receipt, Receipt], answers

    found = executed(log)
    (line,) = (done for line, done in found.lines if line.line == "2-training")
    assert (line.committed, line.paid) == (2 * ROUNDS * 1000, 2 * ROUNDS * 900)
    assert positions(log) == list(range(1, log.last()[0] + 1))


def test_two_clerks_pay_two_parts_of_the_same_line_at_once(log: PostgresLog, ask: Ask) -> None:
    """Commitments are there already: only the payments meet."""
    streams = [ask(commitment(log, f"N-{n}"), f"commit-{n}").stream for n in (1, 2)]

    def pay(number: int, turn: int) -> Receipt:
        payment = PayExpenditure(
            effective_on=date(2024, 7, 1), expenditure_id=streams[number], amount=10
        )
        return ask(payment, f"pay-{number}-{turn}")

    for turn in range(ROUNDS):
        answers = at_once([partial(pay, number, turn) for number in (0, 1)])
        assert [type(answer) for answer in answers] == [Receipt, Receipt], answers
    assert executed(log).total.paid == 2 * ROUNDS * 10


def test_the_recorded_plan_reconciles_and_equals_the_figure(log: PostgresLog, ask: Ask) -> None:
    """30,253 thousand yen for R6, 105,565 in all, and what was executed twice counted the same."""
    ask(DefineFigure(effective_on=FROM, definition=BUDGET_EXECUTED), "define")
    stream = ask(commitment(log, "N-1", 5_000_000), "commit").stream
    payment = PayExpenditure(effective_on=date(2024, 9, 1), expenditure_id=stream, amount=4_500_000)
    ask(payment, "pay")
    found = executed(log)
    position = log.last()[0]
    _, value = figure(
        log,
        "budget-executed",
        programme=GRANT,
        fiscal_year=2024,
        valid_on=YEAR_END,
        position=position,
    )
    assert found.total.budget == 30_253_000
    assert found.plan is not None
    assert (found.plan.total_cost, found.plan.not_split) == (105_565_000, 75_312_000)
    assert value.value == found.total.executed == 4_500_000


def achieved(log: PostgresLog, fiscal_year: int, on: date) -> dict[str, Achieved]:
    """Give the plan's KPIs, by their codes."""
    position = log.last()[0]
    found = achievement(
        log, programme=GRANT, fiscal_year=fiscal_year, valid_on=on, position=position
    )
    return {each.kpi.kpi: each for each in found}


def test_kpis_stand_beside_the_targets_that_were_given(log: PostgresLog, ask: Ask) -> None:
    """R6 has four targets, R7 and R8 none; without a definition in force there is no value."""
    on = date(2026, 4, 30)
    ask(DefineFigure(effective_on=FROM, definition=NEW_HIRES), "define")
    ask(
        CountFact(
            effective_on=date(2024, 8, 1),
            programme=GRANT,
            kpi="kpi1",
            subject=stream_id(log.namespace, "worker", "W-1"),
            fiscal_year=2024,
            municipality="203246",
        ),
        "count",
    )
    r6, r7 = achieved(log, 2024, on), achieved(log, 2025, on)
    assert {kpi: each.targets for kpi, each in r6.items()} == {
        "kpi1": {"joint": 15},
        "kpi2": {"joint": 3},
        "kpi3": {"joint": 1},
        "kpi4": {"joint": 4},
    }
    assert [each.targets for each in r7.values()] == [{}, {}, {}, {}]
    assert [(each.value, each.reason_without_value) for each in r6.values()] == [
        (1, None),
        (None, "not_defined"),
        (None, "not_defined"),
        (None, "not_defined"),
    ]
    assert r7["kpi1"].value == 0
    assert (r6["kpi1"].taken_on, r6["kpi4"].taken_on) == (on, YEAR_END)
    assert achieved(log, 2024, date(2024, 12, 31))["kpi4"].taken_on == date(2024, 12, 31)


def test_what_the_papers_say_is_recorded_and_their_titles_sealed(
    log: PostgresLog, vault: PostgresVault, ask: Ask
) -> None:
    """Every command of it is accepted; a title is opened at the edge."""
    for number, command in enumerate(papers_of_r6(log.namespace)):
        ask(command, f"paper-{number}")
    (paper,) = log.read(stream_id(log.namespace, "evidence", "資料４"))
    title = paper.event.model_dump()["title"]
    assert vault.open([title]) == {title: "R6の主な事業内容"}
