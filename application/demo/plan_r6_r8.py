"""The real plan of R6 to R8, and what is known only from its papers, exactly as they give it.

Source: 資料４「R6の主な事業内容」 and 「事業概要【広域自治体の地域住民による地域DX推進事業】」.
What they do not give is not here: the years R7 and R8 are not split, nor is anything between the
municipalities, line ③ 需用費・使用料 between its two 節, or the contracts between the lines;
targets are given for R6 alone. Names of the grant from R7 on are those of the national scheme.
"""

from datetime import date
from typing import Final
from uuid import UUID

from application.decision import stream_id
from domain.activity import commands as activity
from domain.activity import events as activities
from domain.base.command import Command
from domain.base.event import PaperKind
from domain.base.values.money import yen_from_thousands
from domain.evidence import commands as evidence
from domain.grant import commands as grant
from domain.grant.terms import Basis, ProjectType
from domain.statement import commands as statement
from domain.statement import events as statements

GRANT: Final = "grant:dx-r6"
TOWN: Final = "own:203246"
APPLICANTS: Final = ("203246", "202126", "152161")
TOTAL_THOUSANDS: Final = 105_565
R6_THOUSANDS: Final = 30_253
R6: Final = 2024
FROM: Final = date(2024, 4, 1)
MATERIAL, OUTLINE = "資料４", "事業概要"

LINES: Final = (
    ("1-honoraria", "委員・アドバイザー等（謝金・旅費）", "1", ("r2:7", "r2:8"), 195),
    ("1-management", "マネジメント運営費（委託費）", "1", ("r2:12",), 5_697),
    ("2-training", "人材育成研修の企画と実施（委託費）", "2", ("r2:12",), 5_500),
    ("3-projects", "個別プロジェクトマネジメント業務（委託費）", "3", ("r2:12",), 11_615),
    ("3-running", "プロジェクト運営費（需用費、使用料）", "3", ("r2:10", "r2:13"), 1_846),
    ("4-equipment", "PC等機材購入（備品購入費）", "4", ("r2:17",), 5_400),
)
"""Code, title, pillar, 節 and thousands of yen of the lines of R6."""

_ANNUAL, _LEVEL = Basis.ANNUAL, Basis.LEVEL
KPIS: Final = (
    ("kpi1", "地域における新規雇用者数", "人", _ANNUAL, None, 15),
    ("kpi2", "パイロットプロジェクトの実施件数", "件", _ANNUAL, None, 3),
    ("kpi3", "認定DX制度登録事業者数", "社", _LEVEL, "03-31", 1),
    ("kpi4", "コンソーシアム参加自治体数", "自治体", _LEVEL, "03-31", 4),
)
"""Code, title, unit, basis, stated day and the target of R6; figures bear the same codes."""

NAMES: Final = (
    (date(2024, 4, 1), "デジタル田園都市国家構想交付金"),
    (date(2025, 4, 1), "新しい地方経済・生活環境創生交付金"),
    (date(2026, 4, 1), "地域未来交付金"),
)


def plan_r6_r8(namespace: UUID) -> list[Command]:
    """Give the plan as commands for the log of this namespace, in the order to record them."""
    plan_id = stream_id(namespace, "plan", GRANT)
    submitted = grant.SubmitPlan(
        effective_on=FROM,
        programme=GRANT,
        title="広域自治体の地域住民による地域DX推進事業",
        project_type=ProjectType.ROLL_OUT,
        field="ローカルイノベーション（しごと創生）",
        call="令和６年度第１回募集",
        applicants=APPLICANTS,
        first_year=R6,
        last_year=R6 + 2,
        total_cost=yen_from_thousands(TOTAL_THOUSANDS),
    )
    names = [grant.NameProgramme(effective_on=on, plan_id=plan_id, name=n) for on, n in NAMES]
    lines = [
        grant.SetBudgetLine(
            effective_on=FROM,
            plan_id=plan_id,
            line=line,
            fiscal_year=R6,
            municipality="joint",
            title=title,
            pillar=pillar,
            budget_items=items,
            amount=yen_from_thousands(thousands),
        )
        for line, title, pillar, items, thousands in LINES
    ]
    kpis = [
        grant.NameKpi(
            effective_on=FROM,
            plan_id=plan_id,
            kpi=kpi,
            title=title,
            unit=unit,
            basis=basis,
            stated_day=stated_day,
            figure=kpi,
        )
        for kpi, title, unit, basis, stated_day, _ in KPIS
    ]
    targets = [
        grant.SetTarget(
            effective_on=FROM,
            plan_id=plan_id,
            kpi=kpi,
            fiscal_year=R6,
            municipality="joint",
            value=target,
        )
        for kpi, *_, target in KPIS
    ]
    return [submitted, *names, *lines, *kpis, *targets]


def papers_of_r6(namespace: UUID) -> list[Command]:
    """Give the papers, and the activity and values of the town's own programme they speak of.

    When an activity began they do not say: it is recorded from the first day on which they know
    of it. The values are those of R5, or without a year.
    """
    material = stream_id(namespace, "evidence", MATERIAL)
    trial = stream_id(namespace, "activity", f"{TOWN}|trial-tateshina")
    return [
        evidence.RegisterEvidence(
            effective_on=FROM,
            programme=TOWN,
            number=MATERIAL,
            kind=PaperKind.PUBLICATION,
            title="R6の主な事業内容",
        ),
        evidence.RegisterEvidence(
            effective_on=FROM,
            programme=GRANT,
            number=OUTLINE,
            kind=PaperKind.PLAN,
            title="事業概要【広域自治体の地域住民による地域DX推進事業】",
        ),
        activity.StartActivity(
            effective_on=date(2023, 4, 1),
            programme=TOWN,
            code="trial-tateshina",
            name="おためし立科テレワーク事業",
            kind=activities.Kind.COMPANY_ATTRACTION,
        ),
        activity.StopActivity(
            effective_on=FROM,
            activity_id=trial,
            grounds=activities.Grounds.AIMS_APART,
            evidence=material,
        ),
        statement.StateValue(
            effective_on=FROM,
            programme=TOWN,
            code="orders-after-trips",
            kind=statements.Kind.DOCUMENT,
            title="オフサイトミーティングや開発合宿をきっかけに業務発注に至った事例",
            value=4,
            unit="件",
            evidence=material,
        ),
        statement.StateValue(
            effective_on=date(2024, 3, 31),
            programme=TOWN,
            code="trial-matches",
            kind=statements.Kind.DOCUMENT,
            title="おためし立科テレワーク事業のマッチング",
            value=0,
            unit="件",
            fiscal_year=R6 - 1,
            evidence=material,
        ),
    ]
