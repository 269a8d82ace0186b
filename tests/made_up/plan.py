"""The made-up plan of the grant project: lines that expenditures charge, KPIs, and its changes."""

from datetime import date
from typing import Any, Final

from application.recorded import Reason
from domain.grant import commands as c
from domain.grant.lines import CarryOver, Cause
from domain.grant.terms import Basis, ProjectType
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, GRANT
from tests.made_up.stream import Stream

YEARS: Final = (2024, 2025, 2026)
TOTAL_COST: Final = 4_000_000_000
LINES: Final = (
    ("1-office", "架空事務局の運営", "1", ("r2:7", "r2:8", "r2:11")),
    ("2-training", "架空研修の企画と実施", "2", ("r2:7", "r2:12")),
    ("3-matching", "架空マッチングの運営", "3", ("r2:10", "r2:12", "r2:13")),
    ("4-outreach", "架空広報と機材", "4", ("r2:11", "r2:17")),
)
"""Code, title, pillar and 節 of the lines of every year."""
KPIS: Final = (
    ("kpi1", "架空の新規雇用者数", "人", Basis.ANNUAL, None, 15),
    ("kpi2", "架空の実証件数", "件", Basis.CUMULATIVE, None, 3),
    ("kpi3", "架空の登録事業者数", "社", Basis.ANNUAL, None, 2),
    ("kpi4", "架空の参加自治体数", "団体", Basis.LEVEL, "03-31", 4),
)
EXTENT: Final[dict[str, Any]] = {
    "applicants": CODES,
    "first_year": YEARS[0],
    "last_year": YEARS[-1],
    "total_cost": TOTAL_COST,
}


def submitted(desk: Desk) -> Stream:
    """Submit the plan, with what it says from the first day on."""
    plan = desk.open(
        c.SubmitPlan,
        FIRST,
        why=Reason.DECISION,
        programme=GRANT,
        title="架空の地域DX推進事業",
        project_type=ProjectType.ROLL_OUT,
        field="架空の分野",
        call="架空の公募",
        **EXTENT,
    )
    assert plan is not None
    _resolve(desk, plan, c.NameProgramme, FIRST, name="架空交付金")
    for line, title, pillar, items in LINES:
        for year in YEARS:
            _resolve(
                desk,
                plan,
                c.SetBudgetLine,
                FIRST,
                **_line(line, year),
                title=title,
                pillar=pillar,
                budget_items=items,
                amount=200_000_000,
            )
    for kpi, title, unit, basis, stated_day, target in KPIS:
        _resolve(
            desk,
            plan,
            c.NameKpi,
            FIRST,
            kpi=kpi,
            title=title,
            unit=unit,
            basis=basis,
            stated_day=stated_day,
            figure=kpi,
        )
        for year in YEARS:
            _resolve(
                desk,
                plan,
                c.SetTarget,
                FIRST,
                kpi=kpi,
                fiscal_year=year,
                municipality="joint",
                value=target,
            )
    return plan


def life(desk: Desk, plan: Stream) -> Life:
    """Change the plan from year to year, and put right what was wrong in it."""
    yield date(2024, 6, 3)
    # Version 1 is the plan, 2 its name, 3 the first line.
    desk.must(plan, c.CorrectPlan, desk.today, version=3, now={"title": "架空事務局の運営費"})
    yield date(2024, 7, 1)
    _resolve(desk, plan, c.SelectPlan, desk.today, notice="架地創第1号")
    _resolve(desk, plan, c.SetRelatedUrl, desk.today, url="https://plan.example.jp/")
    share = {"numerator": 1, "denominator": 2, "rounded_to": 1000, "note": "架空の定め"}
    _resolve(desk, plan, c.DefineGrantShare, desk.today, **share)
    yield date(2024, 10, 1)
    _change(desk, plan, "2-training", 2024, 230_000_000, Cause.SUPPLEMENT)
    _change(desk, plan, "4-outreach", 2024, 170_000_000, Cause.SUPPLEMENT)
    yield date(2025, 1, 14)
    corrected = len(plan.history) + 1
    desk.must(plan, c.CorrectPlan, desk.today, version=corrected - 1, now={"amount": 175_000_000})
    desk.must(plan, c.CorrectPlan, desk.today, version=corrected, now={"amount": 172_000_000})
    for year in YEARS[1:]:
        when = date(year, 4, 1)
        yield when
        _resolve(desk, plan, c.NameProgramme, when, name=f"架空交付金（{year}年度）")
        _change(desk, plan, "3-matching", year, 210_000_000, Cause.AMENDED_DECISION)
        _resolve(
            desk,
            plan,
            c.SetTarget,
            when,
            kpi="kpi1",
            fiscal_year=year,
            municipality="joint",
            value=20,
        )
        yield date(year, 6, 2)
        _split(desk, plan, year)
        yield date(year, 7, 1)
        amended = EXTENT | {"total_cost": TOTAL_COST + 50_000_000 * (year - YEARS[0])}
        _resolve(desk, plan, c.AmendPlan, date(year, 7, 1), **amended)
        yield date(year, 9, 1)
        moved: dict[str, Any] = {"amount": 1_000_000, **_line("1-office", year)}
        _resolve(desk, plan, c.TransferBudget, desk.today, **moved, to_line="2-training")
        kind = CarryOver.SET_ASIDE if year == YEARS[1] else CarryOver.ACCIDENT
        before = {**moved, "fiscal_year": year - 1}
        _resolve(desk, plan, c.CarryOverBudget, desk.today, **before, kind=kind)
        _resolve(desk, plan, c.SplitBudget, desk.today, **moved | {"municipality": CODES[0]})
        desk.must(plan, c.VoidPlanEntry, desk.today, version=len(plan.history))


def _split(desk: Desk, plan: Stream, year: int) -> None:
    title, when = "架空の町の研修会場", date(year, 6, 2)
    for code in CODES:
        _resolve(
            desk,
            plan,
            c.SetBudgetLine,
            when,
            **_line("2-venues", year, code),
            title=title,
            pillar="2",
            budget_items=("r2:13",),
            amount=2_000_000,
        )


def _change(  # noqa: PLR0913, PLR0917 - each is one thing that a change says
    desk: Desk, plan: Stream, line: str, year: int, yen: int, cause: Cause
) -> None:
    fields = _line(line, year)
    _resolve(desk, plan, c.ChangeBudgetLine, desk.today, **fields, amount=yen, cause=cause)


def _line(line: str, year: int, municipality: str = "joint") -> dict[str, Any]:
    return {"line": line, "fiscal_year": year, "municipality": municipality}


def _resolve(
    desk: Desk,
    plan: Stream,
    kind: type[c.OfPlan],
    on: date,
    /,
    **fields: Any,  # noqa: ANN401 - as the command has them
) -> None:
    desk.must(plan, kind, on, why=Reason.DECISION, **fields)
