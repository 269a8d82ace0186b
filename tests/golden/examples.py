"""One example of every kind of event, with every field filled in."""

from typing import Any
from uuid import UUID

from application.recorded import Provenance, Reason, Source
from domain.activity import events as activity
from domain.base.event import Event
from domain.base.figure import (
    Condition,
    Count,
    Ending,
    Facts,
    FigureDefinition,
    Ratio,
    Words,
)
from domain.client import events as client
from domain.commission import events as commission
from domain.consortium import events as consortium
from domain.engagement import events as engagement
from domain.evidence import events as evidence
from domain.expenditure import events as expenditure
from domain.figure import events as figure
from domain.grant import events as grant
from domain.kpi import events as kpi
from domain.log import events as log
from domain.mentorship import events as mentorship
from domain.person import events as person
from domain.report import events as report
from domain.statement import events as statement
from domain.worker import events as worker
from tests.given import day, sealed

ONE = UUID("0191d8a0-0000-7000-8000-000000000001")
OTHER = UUID("0191d8a0-0000-7000-8000-000000000002")
EVIDENCE = UUID("0191d8a0-0000-7000-8000-000000000003")
COMMAND = UUID("0191d8a0-0000-7000-8000-000000000004")
ON = day("2024-10-01")
GRANT = "grant:dx-r6"

PROVENANCE = Provenance(
    actor="u-0042",
    role="municipality",
    on_behalf_of="203246",
    reason=Reason.TAKE_OVER,
    note=sealed("note"),
    taken_over=True,
    source=Source(evidence=EVIDENCE, row=12),
    correlation=COMMAND,
    causation=COMMAND,
    salt="000102030405060708090a0b0c0d0e0f",
)

SKILL: dict[str, Any] = {
    "skill": "data-entry",
    "framework": "dss",
    "framework_version": "1.2",
    "level": 3,
}
CHARGE: dict[str, Any] = {
    "number": "R6-012",
    "line": "2-training",
    "pillar": "2",
    "budget_item": "r2:12",
    "fiscal_year": 2024,
    "municipality": "203246",
    "amount": 500000,
    "evidence": EVIDENCE,
}
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
ASSESSED = Facts(
    scope="common",
    opens=("worker.skill_assessed",),
    where=(Condition(field="framework", one_of=("dss",)),),
    ends=Ending(topics=("worker.skill_withdrawn",), same=("skill",), effective="first_day_without"),
    keep="latest",
    key=("stream", "skill"),
    kept_where=(Condition(field="level", one_of=(3, 4)),),
)
MEMBER: dict[str, Any] = {
    "kind": "professional",
    "code": "P-01",
    "name": "架空デザイン",
    "person_id": ONE,
    "personal_name": sealed("personal name"),
}
OF_MEMBER: dict[str, Any] = {"kind": "municipality", "code": "202126"}
DEFINITION = FigureDefinition(
    code="skills-at-level-3",
    version=2,
    title=Words(ja="レベル3以上の割合", en="Share at level 3 or higher"),
    sentence=Words(ja="評価のうちレベル3以上の割合。", en="Assessments at level 3 or higher."),
    unit=Words(ja="%", en="%"),
    by=("skill",),
    measure=Ratio(
        numerator=Count(facts=ASSESSED, basis="level"),
        denominator=Count(facts=ASSESSED.model_copy(update={"kept_where": ()}), basis="level"),
        scale=100,
        rounding="half_up",
    ),
)


ORIGIN = {"kind": "digitization", "funds": "client", "municipality": "203246"}
ORDER = {"amount": 110000, "tax": "standard", "due_day": "2024-12-20"}
INVOICE = {"invoice_number": "INV-2024-001", "amount": 60000, "evidence": EVIDENCE}
COUNTED = ORIGIN | {"person_id": ONE, "orderer": "town"}
WORK = {"content": "議事録3件の文字起こし", "amount": 30000, "delivery_day": "2024-11-29"}
TERMS = WORK | {
    "place": "共有フォルダに保存",
    "inspect_by": "2024-12-06",
    "payment_due": "2024-12-27",
    "payment_method": "transfer",
}
INSPECTED = {"delivery": 1, "evidence": EVIDENCE}
CANCELLED = {"reason": "client-withdrew", "fault": "client", "cost_bearer": "client"}


def _of(event: type[Event], programme: str = "common", **fields: object) -> Event:
    return event.model_validate({"effective_on": ON, "programme": programme, **fields})


_EXAMPLES = (
    _of(
        log.LogOpened,
        origin="ayumi.example/tateshina",
        epoch=1,
        event_format=1,
        leaf_format="ev1",
        clock="server",
        projections={"skill_map": 1, "workers": 2},
        previous_checkpoint="ayumi.example/tateshina/0 12 abc=",
    ),
    _of(log.ProjectionActivated, projection="skill_map", version=2, built_upto=1200),
    _of(
        worker.WorkerRegistered,
        person_id=ONE,
        number="W-001",
        name=sealed("name"),
        kana=sealed("kana"),
        birth_date=sealed("birth date"),
        contact=sealed("contact"),
        municipality="203246",
    ),
    _of(worker.NameChanged, name=sealed("new name"), kana=sealed("new kana")),
    _of(worker.ContactChanged, contact=sealed("new contact")),
    _of(worker.WorkerMoved, municipality="202177"),
    _of(worker.WorkerLeft, last_day=day("2024-09-30")),
    _of(worker.WorkerReturned),
    _of(worker.SkillClaimed, **SKILL),
    _of(
        worker.SkillAssessed,
        **SKILL,
        assessor=OTHER,
        method=worker.Method.WORK_SAMPLE,
        evidence=EVIDENCE,
    ),
    _of(worker.SkillWithdrawn, skill="data-entry", framework="dss"),
    _of(worker.SkillCorrected, corrects=2, now={"level": 4, "evidence": None}),
    _of(worker.RegistrationCorrected, corrects=1, now={"effective_on": "2024-04-01"}),
    _of(worker.WorkerEntryVoided, voids=2),
    _of(person.PersonsJoined, person_id=ONE, other_id=OTHER),
    _of(person.PersonsParted, person_id=ONE, other_id=OTHER),
    _of(expenditure.ExpenditureCommitted, GRANT, **CHARGE, purpose="人材育成研修"),
    _of(expenditure.ExpenditurePaid, GRANT, **CHARGE),
    _of(expenditure.ExpenditureReturned, GRANT, **CHARGE),
    _of(expenditure.ExpenditureCorrected, GRANT, corrects=2, now={"amount": 450000}),
    _of(expenditure.ExpenditureVoided, GRANT, voids=2),
    _of(
        kpi.FactCounted,
        GRANT,
        kpi="kpi1",
        subject=ONE,
        fiscal_year=2024,
        municipality="joint",
        pillar="3",
        evidence=EVIDENCE,
    ),
    _of(kpi.FactCorrected, GRANT, corrects=1, now={"municipality": "203246"}),
    _of(kpi.FactVoided, GRANT, voids=1),
    _of(figure.FigureDefined, definition=DEFINITION),
    _of(figure.FigureWithdrawn),
    _of(
        grant.PlanSubmitted,
        GRANT,
        **EXTENT,
        title="広域自治体の地域住民による地域DX推進事業",
        project_type=grant.ProjectType.ROLL_OUT,
        field="ローカルイノベーション（しごと創生）",
        call="令和6年度第1回募集",
    ),
    _of(grant.PlanAmended, GRANT, **EXTENT),
    _of(grant.ProgrammeNamed, GRANT, name="地域未来交付金"),
    _of(grant.BudgetLineSet, GRANT, **LINE),
    _of(grant.BudgetLineChanged, GRANT, **LINE, cause=grant.Cause.AMENDED_DECISION),
    _of(
        grant.KpiNamed,
        GRANT,
        kpi="kpi4",
        title="コンソーシアム参加自治体数",
        unit="自治体",
        basis=grant.Basis.LEVEL,
        stated_day="03-31",
        figure="kpi4",
    ),
    _of(grant.TargetSet, GRANT, kpi="kpi4", fiscal_year=2024, municipality="joint", value=4),
    _of(grant.PlanCorrected, GRANT, corrects=2, now={"amount": 1840000}),
    _of(grant.PlanEntryVoided, GRANT, voids=2),
    _of(
        activity.ActivityStarted,
        "own:203246",
        code="trial-tateshina",
        name="おためし立科テレワーク事業",
        kind=activity.Kind.COMPANY_ATTRACTION,
    ),
    _of(
        activity.ActivityStopped,
        "own:203246",
        grounds=activity.Grounds.AIMS_APART,
        evidence=EVIDENCE,
    ),
    _of(activity.ActivityCorrected, "own:203246", corrects=2, now={"grounds": "no-result"}),
    _of(activity.ActivityEntryVoided, "own:203246", voids=2),
    _of(
        statement.ValueStated,
        "own:203246",
        code="orders-after-trips",
        kind=statement.Kind.BASELINE,
        title="業務発注に至った事例",
        value=4,
        unit="件",
        fiscal_year=2023,
        kpi="kpi2",
        evidence=EVIDENCE,
    ),
    _of(statement.StatementCorrected, "own:203246", corrects=1, now={"value": 3}),
    _of(statement.StatementVoided, "own:203246", voids=1),
    _of(
        evidence.EvidenceRegistered,
        number="E-R6-001",
        kind=evidence.Kind.INVOICE,
        sha256=sealed("file"),
        document_number="6立企第123号",
        received_on=day("2024-10-02"),
        approved_on=day("2024-10-03"),
        approval_number="決-45",
        retained_until=day("2035-03-31"),
        person_id=ONE,
        title=sealed("title"),
        file_name=sealed("file name"),
        kept_at=sealed("place"),
    ),
    _of(evidence.EvidenceCorrected, corrects=1, now={"received_on": "2024-10-01"}),
    _of(evidence.EvidenceVoided, voids=1),
    _of(
        evidence.ImportReceived,
        kind="register-worker",
        sha256=sealed("file"),
        rows=48,
        file_name=sealed("file name"),
        sheet=sealed("sheet"),
    ),
    _of(
        mentorship.MentorshipRequested,
        GRANT,
        mentee=OTHER,
        ordinal=2,
        person_id=ONE,
        municipality="203246",
    ),
    _of(
        mentorship.MentorProposed,
        GRANT,
        mentor=OTHER,
        reasons=["skill", "schedule"],
        note=sealed("note"),
    ),
    _of(mentorship.ProposalAccepted, GRANT, mentor=OTHER),
    _of(mentorship.ProposalDeclined, GRANT),
    _of(mentorship.GoalSet, GRANT, goal=1, text=sealed("goal")),
    _of(mentorship.GoalReviewed, GRANT, goal=1, result="partly"),
    _of(
        mentorship.SessionPlanned,
        GRANT,
        session=3,
        planned_for=day("2024-10-15"),
        minutes=60,
    ),
    _of(mentorship.SessionHeld, GRANT, session=3, minutes=50, mentor=OTHER),
    _of(mentorship.SessionMissed, GRANT, session=3, missed_by="other"),
    _of(mentorship.SessionCancelled, GRANT, session=3),
    _of(mentorship.MentorReassigned, GRANT, mentor=OTHER, reason="mentor-unavailable"),
    _of(mentorship.MentorshipCompleted, GRANT),
    _of(mentorship.MentorshipEnded, GRANT, reason="left-roll"),
    _of(mentorship.SessionCorrected, GRANT, corrects=7, now={"minutes": 45}),
    _of(mentorship.SessionVoided, GRANT, voids=7),
    _of(mentorship.MentorshipCorrected, GRANT, corrects=1, now={"effective_on": "2024-09-01"}),
    _of(mentorship.MentorshipVoided, GRANT, voids=3),
    _of(consortium.ConsortiumFormed, name="越県・越境コンソーシアム（仮）", evidence=EVIDENCE),
    _of(consortium.ConsortiumRenamed, name="架空越境コンソーシアム", evidence=EVIDENCE),
    _of(consortium.AgreementConcluded, agreement_version=1, document=EVIDENCE),
    _of(consortium.ConsortiumCorrected, corrects=2, now={"effective_on": "2024-09-01"}),
    _of(consortium.ConsortiumVoided, voids=2),
    _of(consortium.MemberInvited, **MEMBER),
    _of(consortium.InvitationDeclined, **OF_MEMBER),
    _of(consortium.MemberJoined, **MEMBER, evidence=EVIDENCE),
    _of(consortium.MemberLeft, **OF_MEMBER, last_day=day("2024-09-30"), evidence=EVIDENCE),
    _of(consortium.MemberRejoined, **OF_MEMBER, evidence=EVIDENCE),
    _of(consortium.MembershipCorrected, corrects=2, now={"effective_on": "2024-09-01"}),
    _of(consortium.MembershipVoided, voids=3),
    _of(
        client.ClientRegistered,
        number="C-001",
        name="架空商事株式会社",
        kind=client.ClientKind.COMPANY,
        corporate_number="9999999999999",
        contact_person=sealed("contact person"),
    ),
    _of(client.ClientRenamed, name="架空デジタル株式会社"),
    _of(client.ClientCorrected, corrects=1, now={"kind": "other"}),
    _of(
        engagement.InquiryReceived,
        GRANT,
        **ORIGIN,
        number="E-2024-001",
        client_id=ONE,
        title="議事録の文字起こし",
    ),
    _of(engagement.EstimateGiven, GRANT, amount=110000, tax="standard"),
    _of(
        engagement.OrderReceived,
        GRANT,
        **ORIGIN,
        **ORDER,
        contractor="town",
        contractor_code="203246",
    ),
    _of(engagement.OrderChanged, GRANT, **ORDER),
    _of(engagement.InvoiceIssued, GRANT, **ORIGIN, **INVOICE),
    _of(engagement.MoneyReceived, GRANT, **ORIGIN, **INVOICE),
    _of(engagement.EngagementCancelled, GRANT, **CANCELLED),
    _of(engagement.EngagementClosed, GRANT),
    _of(engagement.EngagementCorrected, GRANT, corrects=2, now={"amount": 120000}),
    _of(engagement.EngagementVoided, GRANT, voids=2),
    _of(
        commission.CommissionOffered,
        GRANT,
        **COUNTED,
        **WORK,
        orderer_code="203246",
        engagement_id=OTHER,
        worker_id=COMMAND,
        ordinal=1,
        engagement_number="E-2024-001",
    ),
    _of(commission.CommissionAccepted, GRANT, **COUNTED),
    _of(commission.CommissionDeclined, GRANT),
    _of(commission.OfferWithdrawn, GRANT),
    _of(commission.TermsStated, GRANT, **TERMS),
    _of(commission.TermsChanged, GRANT, **TERMS, cause="client-asked"),
    _of(
        commission.WorkDelivered,
        GRANT,
        **COUNTED,
        delivery=2,
        extent="whole",
        redoes=1,
        evidence=EVIDENCE,
    ),
    _of(commission.InspectionPassed, GRANT, **COUNTED, **INSPECTED),
    _of(commission.InspectionFailed, GRANT, **INSPECTED, cause="defect"),
    _of(commission.ReworkRequested, GRANT, **INSPECTED, cause="defect", cost_bearer="worker"),
    _of(
        commission.RemunerationPaid,
        GRANT,
        **COUNTED,
        gross=30000,
        withheld=3063,
        transferred=26937,
        evidence=EVIDENCE,
    ),
    _of(commission.CommissionCompleted, GRANT, **COUNTED),
    _of(commission.CommissionCancelled, GRANT, **CANCELLED),
    _of(commission.CommissionCorrected, GRANT, corrects=7, now={"extent": "part"}),
    _of(commission.CommissionVoided, GRANT, voids=7),
    _of(
        report.ReportIssued,
        GRANT,
        number="7架企第31号",
        kind="ministry-report",
        title="令和6年度 実績報告書",
        addressee="架空省",
        evidence=EVIDENCE,
    ),
    _of(
        report.FigureStated,
        GRANT,
        figure="kpi1",
        fiscal_year=2024,
        taken_on="2025-03-31",
        at_position=120,
        definition_version=1,
        value=9,
        breakdown=({"by": ("203246",), "value": 9}, {"by": ("152161",)}),
        place="p.3 表1",
    ),
    _of(report.ReportReplaced, GRANT, replaced_by=OTHER),
    _of(report.ReportWithdrawn, GRANT),
    _of(report.ReportCorrected, GRANT, corrects=2, now={"value": 10}),
    _of(report.ReportEntryVoided, GRANT, voids=2),
)
EXAMPLES = {event.TOPIC: event for event in _EXAMPLES}
