"""What happens to the outreach policy and to the plan of a fiscal year."""

from datetime import date
from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Reachable, Void
from domain.base.fields import Evidence, Text, Whose, Year
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.evidence.events import ApprovalNumber, ApprovedOn
from domain.kpi.events import Kpi

PolicyId = Annotated[UUID, Label("広報運用ポリシー", "outreach policy")]
PolicyVersion = Annotated[
    int, Field(strict=True, ge=1, le=999), Label("ポリシーの版", "version of the policy", "2")
]
PolicyTitle = Annotated[
    Text,
    Public("what the policy of an office is called"),
    Label("ポリシーの名称", "title of the policy", "広報運用ポリシー"),
]
TextSha256 = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{64}$"),
    Label("本文のSHA-256", "SHA-256 of the text"),
]
PlanId = Annotated[UUID, Label("広報計画", "outreach plan")]
PlanTitle = Annotated[
    Text,
    Public("what the plan of an office is called"),
    Label("計画の名称", "title of the plan", "令和6年度広報計画"),
]
ItemNumber = Annotated[
    int, Field(strict=True, ge=1, le=400), Label("計画項目", "item of the plan", "3")
]
Channel = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,31}$"),
    Label("媒体", "channel", "town-website"),
]
PlannedOn = Annotated[date, Reachable, Label("予定日", "planned on", "2024-10-01")]
Aim = Annotated[
    Text,
    Public("what an office wants to reach with what it says in public"),
    Label("ねらい", "aim", "説明会の参加者を増やす"),
]


class Audience(Code):
    """Whom outreach speaks to."""

    RESIDENTS = "residents", "住民向け", "residents"
    CLIENTS = "clients", "顧客向け", "clients"


WhoReads = Annotated[Audience, Label("対象", "audience", "residents")]


class DropReason(Code):
    """Why something planned is not done."""

    REPLACED = "replaced", "他の項目に替えた", "replaced by another item"
    NO_OCCASION = "no-occasion", "機会がなくなった", "the occasion is gone"
    NO_CAPACITY = "no-capacity", "対応できる人がいない", "nobody available"
    OTHER = "other", "その他", "other"


class Version(Fields):
    """Which version of the policy."""

    version: PolicyVersion


class Draft(Version):
    """A version of the policy: what it is called, and which text it is."""

    title: PolicyTitle
    text_sha256: TextSha256


class Approval(Version):
    """Which version was approved, when and under which number."""

    approved_on: ApprovedOn
    approval_number: ApprovalNumber
    evidence: Evidence | None = None


class PolicyDrafted(Draft, Event):
    """A version of the outreach policy was drafted."""

    TOPIC = "outreach.policy_drafted"
    TASKS = (Task.POLICY,)
    SENTENCE: ClassVar[Label] = Label(
        "「{title}」第{version}版の案を作成した。", "Version {version} of {title} was drafted."
    )


class PolicyApproved(Approval, Event):
    """A version of the policy was approved: `effective_on` is the first day on which it holds."""

    TOPIC = "outreach.policy_approved"
    TASKS = (Task.POLICY,)
    EVIDENCE = (PaperKind.PLAN, PaperKind.MINUTES)
    SENTENCE: ClassVar[Label] = Label(
        "ポリシー第{version}版が決裁された（{approval_number}、{approved_on}）。",
        "Version {version} of the policy was approved ({approval_number}, {approved_on}).",
    )

    @model_validator(mode="after")
    def _holds_from_its_approval_on(self) -> Self:
        if self.effective_on < self.approved_on:
            raise ValueError("a policy does not hold before the day on which it was approved")
        return self


class PolicySuperseded(Version, Event):
    """A version of the policy ceased: `effective_on` is the first day on which it does not hold."""

    TOPIC = "outreach.policy_superseded"
    TASKS = (Task.POLICY,)
    SENTENCE: ClassVar[Label] = Label(
        "ポリシー第{version}版の適用を終えた。", "Version {version} of the policy ceased."
    )


PolicyEvent = PolicyDrafted | PolicyApproved | PolicySuperseded


class PolicyCorrected(Correction):
    """What was recorded of the policy was wrong."""

    TOPIC = "outreach.policy_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版のポリシーの記録を訂正した。",
        "The policy entry of version {corrects} was corrected.",
    )
    MENDS = get_args(PolicyEvent)
    FIXED = frozenset({"version"})


class PolicyEntryVoided(Void):
    """A version of the policy was never drafted, never approved, or did not cease."""

    TOPIC = "outreach.policy_entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版のポリシーの記録を取り消した。",
        "The policy entry of version {voids} was voided.",
    )
    MENDS = get_args(PolicyEvent)


class OutreachPlan(Fields):
    """The plan of a fiscal year, and its approval."""

    fiscal_year: Year
    title: PlanTitle
    approval_number: ApprovalNumber
    evidence: Evidence | None = None


class Item(Fields):
    """Which item of the plan."""

    item: ItemNumber


class When(Item):
    """For which day an item is planned."""

    planned_on: PlannedOn


class PlanItem(When):
    """What is planned: for whom, where, when, what for, and towards which KPI."""

    audience: WhoReads
    channel: Channel
    aim: Aim
    municipality: Whose
    kpi: Kpi | None = None


class Drop(Item):
    """Why an item of the plan is not done."""

    reason: Annotated[DropReason, Label("取りやめの理由", "reason", "no-occasion")]


class OfYear(Fields):
    """Of which year's plan an entry is: views group by it."""

    fiscal_year: Year


class OutreachPlanApproved(OutreachPlan, Event):
    """The outreach plan of a fiscal year was approved."""

    TOPIC = "outreach.plan_approved"
    TASKS = (Task.OUTREACH_PLAN,)
    EVIDENCE = (PaperKind.PLAN, PaperKind.MINUTES)
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の広報計画「{title}」が決裁された（{approval_number}）。",
        "The outreach plan {title} of {fiscal_year} was approved ({approval_number}).",
    )


class PlanItemAdded(PlanItem, OfYear, Event):
    """Something to be said in public was planned."""

    TOPIC = "outreach.item_added"
    TASKS = (Task.OUTREACH_PLAN,)
    SENTENCE: ClassVar[Label] = Label(
        "計画項目 {item} を {planned_on} に予定した（{audience}、{channel}：{aim}）。",
        "Item {item} was planned for {planned_on} ({audience}, {channel}: {aim}).",
    )


class PlanItemMoved(When, OfYear, Event):
    """An item of the plan was moved to another day."""

    TOPIC = "outreach.item_moved"
    TASKS = (Task.OUTREACH_PLAN,)
    SENTENCE: ClassVar[Label] = Label(
        "計画項目 {item} を {planned_on} に移した。", "Item {item} was moved to {planned_on}."
    )


class PlanItemDropped(Drop, OfYear, Event):
    """An item of the plan is not done."""

    TOPIC = "outreach.item_dropped"
    TASKS = (Task.OUTREACH_PLAN,)
    SENTENCE: ClassVar[Label] = Label(
        "計画項目 {item} を取りやめた（{reason}）。", "Item {item} was dropped ({reason})."
    )


PlanEvent = OutreachPlanApproved | PlanItemAdded | PlanItemMoved | PlanItemDropped


class OutreachPlanCorrected(Correction):
    """What was recorded of an outreach plan was wrong."""

    TOPIC = "outreach.plan_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の広報計画の記録を訂正した。",
        "The outreach plan's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(PlanEvent)
    FIXED = frozenset({"fiscal_year", "item"})


class OutreachPlanEntryVoided(Void):
    """An entry of an outreach plan never held."""

    TOPIC = "outreach.plan_entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の広報計画の記録を取り消した。",
        "The outreach plan's entry of version {voids} was voided.",
    )
    MENDS = get_args(PlanEvent)
