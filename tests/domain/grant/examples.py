"""A plan's events and commands, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.base.event import Event
from domain.grant import commands as c
from domain.grant import events as e
from tests.given import day

GRANT = "grant:dx-r6"
PLAN = UUID(int=0x71)
TATESHINA, OMACHI, ITOIGAWA = "203246", "202126", "152161"
EXTENT: dict[str, Any] = {
    "applicants": (TATESHINA, OMACHI, ITOIGAWA),
    "first_year": 2024,
    "last_year": 2026,
    "total_cost": 1000,
}
HEAD: dict[str, Any] = {
    "title": "地域DX推進事業",
    "project_type": "roll-out",
    "field": "ローカルイノベーション",
    "call": "令和6年度第1回募集",
}
LINE: dict[str, Any] = {
    "line": "3-operation",
    "fiscal_year": 2024,
    "municipality": "joint",
    "title": "プロジェクト運営費",
    "pillar": "3",
    "budget_items": ("r2:10", "r2:13"),
    "amount": 400,
}
KPI: dict[str, Any] = {
    "kpi": "kpi1",
    "title": "新規雇用者数",
    "unit": "人",
    "basis": "annual",
    "figure": "kpi1",
}
TARGET: dict[str, Any] = {"kpi": "kpi1", "fiscal_year": 2024, "municipality": "joint", "value": 15}


def _event(on: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"effective_on": on, "programme": GRANT, **fields}


def _command(on: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"effective_on": on, "plan_id": PLAN, **fields}


def submitted(on: str = "2024-04-01", **other: object) -> e.PlanSubmitted:
    """Three municipalities, three years, 1,000 yen in all."""
    return e.PlanSubmitted.model_validate(_event(on, **EXTENT | HEAD | other))


def amended(on: str, **other: object) -> e.PlanAmended:
    """Years, applicants or total changed."""
    return e.PlanAmended.model_validate(_event(on, **EXTENT | other))


def named(on: str, name: str) -> e.ProgrammeNamed:
    """The national grant has this name from here on."""
    return e.ProgrammeNamed.model_validate(_event(on, name=name))


def line(on: str = "2024-04-01", **other: object) -> e.BudgetLineSet:
    """400 yen for two 節 together, not split."""
    return e.BudgetLineSet.model_validate(_event(on, **LINE | other))


def changed(on: str, amount: int, **other: object) -> e.BudgetLineChanged:
    """The line has another amount."""
    fields = LINE | {"amount": amount, "cause": "amended-decision"} | other
    return e.BudgetLineChanged.model_validate(_event(on, **fields))


def kpi(on: str = "2024-04-01", **other: object) -> e.KpiNamed:
    """New hires of the year."""
    return e.KpiNamed.model_validate(_event(on, **KPI | other))


def target(on: str = "2024-04-01", **other: object) -> e.TargetSet:
    """Fifteen of them in R6."""
    return e.TargetSet.model_validate(_event(on, **TARGET | other))


def corrected(on: str, version: int, **now: object) -> e.PlanCorrected:
    """An entry was wrong."""
    return e.PlanCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def voided(on: str, version: int) -> e.PlanEntryVoided:
    """An entry never held."""
    return e.PlanEntryVoided(effective_on=day(on), programme=GRANT, voids=version)


def submit(on: str = "2024-04-01", **other: object) -> c.SubmitPlan:
    """Submit the plan."""
    return c.SubmitPlan.model_validate(_event(on, **EXTENT | HEAD | other))


def amend(on: str = "2025-04-01", **other: object) -> c.AmendPlan:
    """Amend it."""
    return c.AmendPlan.model_validate(_command(on, **EXTENT | other))


def name(on: str, what: str) -> c.NameProgramme:
    """Give the national grant a name."""
    return c.NameProgramme.model_validate(_command(on, name=what))


def set_line(on: str = "2024-04-01", **other: object) -> c.SetBudgetLine:
    """Set a line."""
    return c.SetBudgetLine.model_validate(_command(on, **LINE | other))


def change(on: str, amount: int, **other: object) -> c.ChangeBudgetLine:
    """Change a line's amount."""
    key = {name: LINE[name] for name in ("line", "fiscal_year", "municipality")}
    fields = key | {"amount": amount, "cause": "amended-decision"} | other
    return c.ChangeBudgetLine.model_validate(_command(on, **fields))


def name_kpi(on: str = "2024-04-01", **other: object) -> c.NameKpi:
    """Name a KPI."""
    return c.NameKpi.model_validate(_command(on, **KPI | other))


def set_target(on: str = "2024-04-01", **other: object) -> c.SetTarget:
    """Set a target."""
    return c.SetTarget.model_validate(_command(on, **TARGET | other))


def correct(version: int, on: str = "2025-06-01", **now: object) -> c.CorrectPlan:
    """Correct an entry."""
    return c.CorrectPlan(effective_on=day(on), plan_id=PLAN, version=version, now=now)


def void(version: int, on: str = "2025-06-01") -> c.VoidPlanEntry:
    """Void an entry."""
    return c.VoidPlanEntry(effective_on=day(on), plan_id=PLAN, version=version)


LIFE: tuple[Event, ...] = (
    submitted("2024-04-01"),
    named("2024-04-01", "デジタル田園都市国家構想交付金"),
    line("2024-04-01"),
    kpi("2024-04-01"),
    target("2024-04-01"),
    changed("2024-10-01", 300),
    named("2025-04-01", "新しい地方経済・生活環境創生交付金"),
    amended("2025-04-01", total_cost=900),
)
"""A plan that was submitted, budgeted, changed, and lives on under another name."""
