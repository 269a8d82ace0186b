"""Events and commands of a policy and a plan, with everything filled in beside the test's point."""

from uuid import UUID

from domain.base.event import Event
from domain.outreach import commands as c
from domain.outreach import events as e
from tests.given import day

POLICY, PLAN = UUID(int=0xB1), UUID(int=0xB2)
GRANT = "grant:dx-r6"
DRAFT = {"title": "広報運用ポリシー", "text_sha256": "ab" * 32}
YEAR = {"fiscal_year": 2024, "title": "令和6年度広報計画", "approval_number": "決-47"}
ITEM = {
    "planned_on": "2024-11-01",
    "audience": "residents",
    "channel": "town-website",
    "aim": "説明会の参加者を増やす",
    "municipality": "joint",
    "kpi": "kpi1",
}


def _common(on: str, **fields: object) -> dict[str, object]:
    return {"effective_on": on, "programme": GRANT} | fields


def _approval(on: str, version: int, approved_on: str | None) -> dict[str, object]:
    return {"version": version, "approved_on": approved_on or on, "approval_number": "決-45"}


def drafted(on: str = "2024-05-01", version: int = 1) -> e.PolicyDrafted:
    """A version was drafted."""
    return e.PolicyDrafted.model_validate(_common(on, version=version) | DRAFT)


def approved(on: str = "2024-06-01", version: int = 1, by: str | None = None) -> e.PolicyApproved:
    """A version holds from this day on; it was approved on that day, or on the one given."""
    return e.PolicyApproved.model_validate(_common(on) | _approval(on, version, by))


def superseded(on: str, version: int = 1) -> e.PolicySuperseded:
    """A version ceased."""
    return e.PolicySuperseded.model_validate(_common(on, version=version))


def policy_corrected(on: str, version: int, /, **now: object) -> e.PolicyCorrected:
    """An entry was wrong."""
    return e.PolicyCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def policy_voided(on: str, version: int) -> e.PolicyEntryVoided:
    """An entry never held."""
    return e.PolicyEntryVoided(effective_on=day(on), programme=GRANT, voids=version)


def planned(on: str = "2024-05-01", **fields: object) -> e.OutreachPlanApproved:
    """The plan of R6 was approved."""
    return e.OutreachPlanApproved.model_validate(_common(on) | YEAR | fields)


def added(on: str = "2024-05-01", item: int = 1, **fields: object) -> e.PlanItemAdded:
    """Something is to be said in public."""
    return e.PlanItemAdded.model_validate(_common(on, item=item, fiscal_year=2024) | ITEM | fields)


def moved(on: str, planned_on: str, item: int = 1) -> e.PlanItemMoved:
    """On another day."""
    return e.PlanItemMoved.model_validate(
        _common(on, item=item, fiscal_year=2024, planned_on=planned_on)
    )


def dropped(on: str, item: int = 1) -> e.PlanItemDropped:
    """Not at all."""
    return e.PlanItemDropped.model_validate(
        _common(on, item=item, fiscal_year=2024, reason="no-occasion")
    )


def plan_corrected(on: str, version: int, **now: object) -> e.OutreachPlanCorrected:
    """An entry was wrong."""
    return e.OutreachPlanCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def plan_voided(on: str, version: int) -> e.OutreachPlanEntryVoided:
    """An entry never held."""
    return e.OutreachPlanEntryVoided(effective_on=day(on), programme=GRANT, voids=version)


def draft(on: str = "2024-05-01", version: int = 1, programme: str = GRANT) -> c.DraftPolicy:
    """Draft a version."""
    said = {"effective_on": on, "programme": programme, "version": version}
    return c.DraftPolicy.model_validate(said | DRAFT)


def approve(on: str, version: int = 1, by: str | None = None) -> c.ApprovePolicy:
    """Approve a version."""
    said = {"effective_on": on, "policy_id": POLICY} | _approval(on, version, by)
    return c.ApprovePolicy.model_validate(said)


def supersede(on: str, version: int = 1) -> c.SupersedePolicy:
    """Let a version cease."""
    return c.SupersedePolicy(effective_on=day(on), policy_id=POLICY, version=version)


def correct_policy(version: int, /, **now: object) -> c.CorrectPolicy:
    """Correct an entry."""
    return c.CorrectPolicy(
        effective_on=day("2025-06-01"), policy_id=POLICY, version=version, now=now
    )


def void_policy(version: int) -> c.VoidPolicyEntry:
    """Void an entry."""
    return c.VoidPolicyEntry(effective_on=day("2025-06-01"), policy_id=POLICY, version=version)


def approve_plan(on: str = "2024-05-01", programme: str = GRANT) -> c.ApproveOutreachPlan:
    """Approve the plan of R6."""
    said = {"effective_on": on, "programme": programme} | YEAR
    return c.ApproveOutreachPlan.model_validate(said)


def add(on: str, item: int = 1, planned_on: str = "2024-11-01") -> c.AddPlanItem:
    """Add an item."""
    said = {"effective_on": on, "plan_id": PLAN, "item": item} | ITEM | {"planned_on": planned_on}
    return c.AddPlanItem.model_validate(said)


def move(on: str, planned_on: str, item: int = 1) -> c.MovePlanItem:
    """Move an item."""
    return c.MovePlanItem(effective_on=day(on), plan_id=PLAN, item=item, planned_on=day(planned_on))


def drop(on: str, item: int = 1) -> c.DropPlanItem:
    """Drop an item."""
    return c.DropPlanItem(
        effective_on=day(on), plan_id=PLAN, item=item, reason=e.DropReason.NO_OCCASION
    )


def correct_plan(version: int, **now: object) -> c.CorrectOutreachPlan:
    """Correct an entry."""
    return c.CorrectOutreachPlan(
        effective_on=day("2025-06-01"), plan_id=PLAN, version=version, now=now
    )


def void_plan(version: int) -> c.VoidOutreachPlanEntry:
    """Void an entry."""
    return c.VoidOutreachPlanEntry(effective_on=day("2025-06-01"), plan_id=PLAN, version=version)


IN_FORCE: tuple[Event, ...] = (drafted("2024-05-01"), approved("2024-06-01"))
"""The first version, from 1 June 2024 on."""
