"""One example of every event of the area grant."""

from typing import Any

from domain.grant import events as grant
from domain.grant.lines import CarryOver, Cause
from domain.grant.terms import Basis, ProjectType
from tests.golden.examples.shared import (
    EVIDENCE,
    GRANT,
    ON,
    example,
)

EXTENT: dict[str, Any] = {
    "applicants": ("203246", "202126", "152161"),
    "first_year": 2024,
    "last_year": 2026,
    "total_cost": 105565000,
}
LINE: dict[str, Any] = {
    "line": "3-operation",
    "fiscal_year": 2024,
    "municipality": "joint",
    "title": "プロジェクト運営費",
    "pillar": "3",
    "budget_items": ("r2:10", "r2:13"),
    "amount": 1846000,
}
MOVED: dict[str, Any] = {
    "line": "3-operation",
    "fiscal_year": 2024,
    "municipality": "joint",
    "amount": 100000,
}

EXAMPLES = (
    example(
        grant.PlanSubmitted,
        GRANT,
        **EXTENT,
        title="広域自治体の地域住民による地域DX推進事業",
        project_type=ProjectType.ROLL_OUT,
        field="ローカルイノベーション（しごと創生）",
        call="令和6年度第1回募集",
    ),
    example(grant.PlanSelected, GRANT, notice="府地創第123号", evidence=EVIDENCE),
    example(grant.PlanAmended, GRANT, **EXTENT, approval_number="決-45", approved_on=ON),
    example(grant.ProgrammeNamed, GRANT, name="地域未来交付金", evidence=EVIDENCE),
    example(
        grant.GrantShareDefined,
        GRANT,
        numerator=1,
        denominator=2,
        rounded_to=1000,
        note="推進タイプは2分の1",
    ),
    example(grant.RelatedUrlSet, GRANT, url="https://www.example.jp/dx"),
    example(grant.BudgetLineSet, GRANT, **LINE),
    example(grant.BudgetLineChanged, GRANT, **LINE, cause=Cause.AMENDED_DECISION),
    example(grant.BudgetTransferred, GRANT, **MOVED, to_line="1-honoraria"),
    example(grant.BudgetCarriedOver, GRANT, **MOVED, kind=CarryOver.SET_ASIDE),
    example(grant.BudgetSplit, GRANT, **MOVED | {"municipality": "202126"}),
    example(
        grant.KpiNamed,
        GRANT,
        kpi="kpi4",
        title="コンソーシアム参加自治体数",
        unit="自治体",
        basis=Basis.LEVEL,
        stated_day="03-31",
        figure="kpi4",
    ),
    example(grant.TargetSet, GRANT, kpi="kpi4", fiscal_year=2024, municipality="joint", value=4),
    example(grant.PlanCorrected, GRANT, corrects=2, now={"amount": 1840000}),
    example(grant.PlanEntryVoided, GRANT, voids=2),
)
