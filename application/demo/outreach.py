"""Invented outreach (架空): its policy and plans, who agreed to be shown, and what was published.

One post had been published before there was a policy and showed a resident who had not been asked:
it is recorded as what it is, and was put right. One resident withdrew a consent lately: what still
shows her is yet to be taken down.
"""

from hashlib import sha256
from typing import Any

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.recorded import Reason
from domain.consent import commands as a
from domain.outreach import commands as o
from domain.publication import commands as c

LEAD = "lead-1"
# Version, drafted, approved, in force from, number of the approval, ceased.
POLICIES = (
    (1, "2024-09-02", "2024-09-25", "2024-10-01", "6立企第45号", "2026-04-01"),
    (2, "2026-02-09", "2026-03-18", "2026-04-01", "8公社第3号", None),
)
# Fiscal year, title, approved, number of the approval.
PLANS = (
    (2024, "令和6年度広報計画（架空）", "2024-10-01", "6立企第47号"),
    (2026, "令和8年度広報計画（架空）", "2026-04-01", "8公社第4号"),
)
# Year, item, planned for, audience, channel, aim, whose, KPI.
ITEMS = (
    (2024, 1, "2024-11-01", "residents", "town-website", "説明会の参加者を増やす（架空）",
     "joint", "kpi1"),
    (2024, 2, "2024-12-02", "residents", "newsletter", "働き方の例を知ってもらう（架空）",
     "203246", "kpi1"),
    (2024, 3, "2025-02-03", "clients", "town-website", "受注できる業務を知ってもらう（架空）",
     "joint", None),
    (2024, 4, "2025-03-03", "residents", "video", "動画で紹介する（架空）", "152161", "kpi1"),
    (2026, 1, "2026-05-11", "residents", "town-website", "先輩ワーカーの紹介（架空）",
     "joint", "kpi1"),
    (2026, 2, "2026-09-14", "clients", "newsletter", "発注の手引きを配る（架空）", "joint", None),
    (2026, 3, "2026-11-09", "residents", "newsletter", "冬の説明会の案内（架空）",
     "202126", "kpi1"),
    (2026, 4, "2026-12-14", "residents", "town-website", "年末の活動報告（架空）", "joint", None),
)  # fmt: skip
MOVED = ((2024, 2, "2024-11-11", "2024-12-16"),)
DROPPED = ((2024, 4, "2025-01-27", "no-capacity"),)
# Resident, purpose, scope, agreed on, withdrawn on.
CONSENTS = (
    ("W-001", "publicity", "name", "2024-10-15", None),
    ("W-001", "publicity", "photo", "2024-10-15", None),
    ("W-001", "publicity", "story", "2024-10-15", None),
    ("W-002", "publicity", "photo", "2024-09-24", None),
    ("W-003", "publicity", "name", "2026-03-20", None),
    ("W-003", "publicity", "photo", "2026-03-20", "2026-11-16"),
    ("W-005", "publicity", "photo", "2024-11-20", "2025-06-02"),
    ("W-005", "publicity", "photo", "2026-04-06", None),
    ("W-004", "mentoring-notes", "whole", "2024-12-02", None),
    ("W-007", "sharing", "whole", "2024-12-02", None),
)
# Number, published on, title, audience, channel, whose, year and item of the plan, whom it shows.
PUBLICATIONS = (
    ("PR-2024-001", "2024-08-19", "まちの新しい働き方（架空）", "residents", "town-website",
     "203246", None, (("W-002", ("photo",)),)),
    ("PR-2024-002", "2024-11-01", "テレワーク説明会のお知らせ（架空）", "residents",
     "town-website", "joint", (2024, 1), ()),
    ("PR-2024-003", "2024-12-19", "はじめての受注（架空）", "residents", "newsletter", "203246",
     (2024, 2), (("W-001", ("name", "story")), ("W-005", ("photo",)))),
    ("PR-2024-004", "2025-02-03", "受注できる業務の一覧（架空）", "clients", "town-website",
     "joint", (2024, 3), ()),
    ("PR-2026-001", "2026-05-11", "先輩ワーカーの一日（架空）", "residents", "town-website",
     "joint", (2026, 1), (("W-003", ("name", "photo")), ("W-001", ("photo",)))),
    ("PR-2026-002", "2026-09-10", "発注の手引き（架空）", "clients", "newsletter", "joint",
     (2026, 2), ()),
    ("PR-2026-003", "2026-10-05", "秋の催しへの出展（架空）", "clients", "event", "202126",
     None, ()),
)  # fmt: skip
AS_FACT = {"PR-2024-001"}
# Publication, changed on, new title, whom it shows from then on.
CHANGES = (
    ("PR-2024-001", "2024-10-07", "まちの新しい働き方・改訂（架空）", (("W-002", ("photo",)),)),
)
TAKEN_DOWN = (("PR-2024-003", "2025-06-03", "consent-withdrawn"),)
# Publication, by when it was known, kind, how many, the order that came of it.
RESPONSES = (
    ("PR-2024-002", "2024-11-29", "view", 412, None),
    ("PR-2024-002", "2024-11-29", "application", 18, None),
    ("PR-2024-003", "2025-01-31", "reaction", 23, None),
    ("PR-2024-004", "2025-03-31", "view", 150, None),
    ("PR-2024-004", "2025-06-09", "inquiry", 1, "E-2025-001"),
    ("PR-2026-001", "2026-06-30", "view", 530, None),
    ("PR-2026-001", "2026-06-30", "application", 9, None),
    ("PR-2026-003", "2026-10-30", "inquiry", 2, None),
)
CLOSED = (
    ("PR-2024-001", "2024-10-08", "consent-to-be-shown", "remedied"),
    ("PR-2024-001", "2024-10-08", "outreach-policy-in-force", "explained"),
)


def tell(teller: Teller) -> None:
    """Tell of the policy, the plans, the consents, and of what was published."""
    _policies(teller)
    _plans(teller)
    for number, purpose, scope, agreed, withdrawn in CONSENTS:
        person = teller.person(number)
        teller.tell(
            a.GiveConsent, agreed, by=LEAD, person_id=person, purpose=purpose, scope=scope,
            wording=f"{purpose}-consent", wording_version="1",
        )  # fmt: skip
        if withdrawn:
            consent = teller.id_of("consent", f"{person}|{purpose}|{scope}")
            teller.tell(
                a.WithdrawConsent, withdrawn, by=LEAD, reason=Reason.REQUESTED, consent_id=consent
            )
    for publication in PUBLICATIONS:
        _publication(teller, *publication)
    for number, on, title, shown in CHANGES:
        teller.tell(
            c.CorrectContent, on, by=LEAD, title=title, shown=_shown(teller, shown),
            **_of(teller, number),
        )  # fmt: skip
    for number, on, kind, count, order in RESPONSES:
        engagement = teller.id_of("engagement", order) if order else None
        teller.tell(
            c.RecordResponse, on, by=LEAD, kind=kind, count=count, engagement_id=engagement,
            **_of(teller, number),
        )  # fmt: skip
    for number, on, reason in TAKEN_DOWN:
        gone = {"effective_on": on, "reason": reason, **_of(teller, number)}
        teller.enter(c.WithdrawContent.model_validate(gone), by=LEAD)
    for number, on, check, closing in CLOSED:
        teller.tell(
            c.ClosePublicationMatter, on, concerns=1, check=check, closing=closing,
            note="（架空）", **_of(teller, number),
        )  # fmt: skip


def _policies(teller: Teller) -> None:
    policy: dict[str, Any] = {"policy_id": teller.id_of("outreach-policy", GRANT)}
    for version, drafted, approved_on, since, number, _ in POLICIES:
        text = sha256(f"広報運用ポリシー（架空）第{version}版".encode()).hexdigest()
        teller.tell(
            o.DraftPolicy, drafted, by=LEAD, programme=GRANT, version=version,
            title="広報運用ポリシー（架空）", text_sha256=text,
        )  # fmt: skip
        for ending, *_, ceased in POLICIES:
            if ceased == since:
                teller.tell(
                    o.SupersedePolicy, ceased, reason=Reason.DECISION, version=ending, **policy
                )
        teller.tell(
            o.ApprovePolicy, since, reason=Reason.DECISION, version=version,
            approved_on=approved_on, approval_number=number, **policy,
        )  # fmt: skip


def _plans(teller: Teller) -> None:
    for year, title, approved, number in PLANS:
        teller.tell(
            o.ApproveOutreachPlan, approved, reason=Reason.DECISION, programme=GRANT,
            fiscal_year=year, title=title, approval_number=number,
        )  # fmt: skip
        for of, item, planned_on, audience, channel, aim, whose, kpi in ITEMS:
            if of == year:
                teller.tell(
                    o.AddPlanItem, approved, by=LEAD, item=item, planned_on=planned_on,
                    audience=audience, channel=channel, aim=aim, municipality=whose, kpi=kpi,
                    **_of_plan(teller, year),
                )  # fmt: skip
    for year, item, on, planned_on in MOVED:
        plan = _of_plan(teller, year)
        teller.tell(o.MovePlanItem, on, by=LEAD, item=item, planned_on=planned_on, **plan)
    for year, item, on, reason in DROPPED:
        gone = {"effective_on": on, "item": item, "reason": reason, **_of_plan(teller, year)}
        teller.enter(o.DropPlanItem.model_validate(gone), by=LEAD)


def _of_plan(teller: Teller, year: int) -> dict[str, Any]:
    return {"plan_id": teller.id_of("outreach-plan", f"{GRANT}|{year}")}


def _publication(  # noqa: PLR0913, PLR0917 - one row of the table
    teller: Teller,
    number: str,
    on: str,
    title: str,
    audience: str,
    channel: str,
    whose: str,
    of_plan: tuple[int, int] | None,
    shown: tuple[tuple[str, tuple[str, ...]], ...],
) -> None:
    year, item = of_plan or (None, None)
    teller.tell(
        c.PublishContent, on, by=LEAD, programme=GRANT, number=number, title=title,
        audience=audience, channel=channel, municipality=whose, plan_year=year, item=item,
        place=f"https://www.example.jp/{number.lower()}", shown=_shown(teller, shown),
        as_fact=number in AS_FACT,
    )  # fmt: skip


def _shown(teller: Teller, shown: tuple[tuple[str, tuple[str, ...]], ...]) -> list[dict[str, Any]]:
    return [{"person_id": teller.person(number), "scopes": scopes} for number, scopes in shown]


def _of(teller: Teller, number: str) -> dict[str, Any]:
    return {"publication_id": teller.id_of("publication", number)}
