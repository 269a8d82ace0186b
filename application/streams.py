"""The kinds of stream on one page: each with its events, its commands and its module.

What is not listed here does not exist for the service; everything else is derived from it.
"""

from application.aggregate import Aggregate
from domain.activity import activity
from domain.activity.commands import ActivityCommand
from domain.activity.events import ActivityEvent
from domain.advice import adviser
from domain.advice.commands import AdviserCommand
from domain.advice.events import AdviserEvent
from domain.asset import asset, thresholds
from domain.asset.commands import AssetCommand, ThresholdCommand
from domain.asset.events import AssetEvent, ThresholdsSet
from domain.award import award
from domain.award.commands import AwardCommand
from domain.award.events import AwardEvent
from domain.base.words import Label
from domain.career import career
from domain.career.commands import CareerCommand
from domain.career.events import CareerEvent
from domain.client import client
from domain.client import link as client_link
from domain.client.commands import ClientCommand, ClientLinkCommand
from domain.client.events import ClientEvent, ClientLinkEvent
from domain.closing import closing
from domain.closing.commands import ClosingCommand
from domain.closing.events import AccountsClosed
from domain.commission import commission
from domain.commission.commands import CommissionCommand
from domain.commission.events import CommissionEvent
from domain.company_programme import company_programme
from domain.company_programme.commands import CompanyProgrammeCommand
from domain.company_programme.events import CompanyProgrammeEvent
from domain.consent import consent
from domain.consent.commands import ConsentCommand
from domain.consent.events import ConsentEvent
from domain.consortium import consortium, membership
from domain.consortium.commands import ConsortiumCommand, MembershipCommand
from domain.consortium.events import ConsortiumEvent, MembershipEvent
from domain.contract import contract, month
from domain.contract.commands import ContractCommand, MonthCommand
from domain.contract.events import ContractEvent, MonthEvent
from domain.corporation import corporation, novation
from domain.corporation.commands import CorporationCommand, NovationCommand
from domain.corporation.events import ContractNovated, CorporationEvent
from domain.delegation import assistance, delegation
from domain.delegation.commands import AssistanceCommand, DelegationCommand
from domain.delegation.events import AssistanceLogged, DelegationEvent
from domain.dx_registration import registration
from domain.dx_registration.commands import DxRegistrationCommand
from domain.dx_registration.events import DxRegistrationEvent
from domain.employment import employment
from domain.employment.commands import EmploymentCommand
from domain.employment.events import EmploymentEvent
from domain.engagement import engagement
from domain.engagement.commands import EngagementCommand
from domain.engagement.events import EngagementEvent
from domain.evaluation import evaluation
from domain.evaluation.commands import EvaluationCommand
from domain.evaluation.events import EvaluationEvent
from domain.evidence import evidence, intake
from domain.evidence.commands import EvidenceCommand, ReceiveImport
from domain.evidence.events import EvidenceEvent, ImportReceived
from domain.expenditure import expenditure
from domain.expenditure.commands import ExpenditureCommand
from domain.expenditure.events import ExpenditureEvent
from domain.export import export
from domain.export.commands import ExportCommand
from domain.export.events import ExportMade
from domain.figure import figure
from domain.figure.commands import FigureCommand
from domain.figure.events import FigureEvent
from domain.grant import plan
from domain.grant.commands import PlanCommand
from domain.grant.events import PlanEvent
from domain.kpi import fact, year
from domain.kpi.commands import FactCommand, KpiYearCommand
from domain.kpi.events import FactCounted, KpiYearClosed
from domain.lead import lead
from domain.lead.commands import LeadCommand
from domain.lead.events import LeadEvent
from domain.meeting import meeting, series
from domain.meeting.commands import MeetingCommand, SeriesCommand
from domain.meeting.events import MeetingEvent, SeriesEvent
from domain.mentor import qualification, requirement
from domain.mentor.commands import QualificationCommand, RequirementCommand
from domain.mentor.events import MentorRequirementSet, QualificationEvent
from domain.mentorship import mentorship
from domain.mentorship.commands import MentorshipCommand
from domain.mentorship.events import MentorshipEvent
from domain.mock_work import participation, task
from domain.mock_work.commands import PARTICIPATION, ParticipationCommand, TaskCommand
from domain.mock_work.events import ParticipationEvent, TaskEvent
from domain.offsite_stay import stay
from domain.offsite_stay.commands import StayCommand
from domain.offsite_stay.events import StayEvent
from domain.outcome import indicator
from domain.outcome.commands import IndicatorCommand
from domain.outcome.events import IndicatorEvent
from domain.outreach import plan as outreach_plan
from domain.outreach import policy
from domain.outreach.commands import PlanCommand as OutreachPlanCommand
from domain.outreach.commands import PolicyCommand
from domain.outreach.events import PlanEvent as OutreachPlanEvent
from domain.outreach.events import PolicyEvent
from domain.person import link
from domain.person.commands import PersonLinkCommand
from domain.person.events import PersonLinkEvent
from domain.pilot import pilot
from domain.pilot.commands import PilotCommand
from domain.pilot.events import PilotEvent
from domain.publication import publication
from domain.publication.commands import PublicationCommand
from domain.publication.events import PublicationEvent
from domain.report import report
from domain.report.commands import ReportCommand
from domain.report.events import ReportEvent
from domain.statement import statement
from domain.statement.commands import StatementCommand
from domain.statement.events import ValueStated
from domain.training import enrolment, training
from domain.training.commands import EnrolmentCommand, TrainingCommand
from domain.training.events import CourseEvent, EnrolmentEvent
from domain.witness import witnesses
from domain.witness.commands import WitnessCommand
from domain.witness.events import WitnessEvent
from domain.work_kind import work_kind
from domain.work_kind.commands import WorkKindCommand
from domain.work_kind.events import WithholdingSet
from domain.worker import worker
from domain.worker.commands import WorkerCommand
from domain.worker.events import WorkerEvent

STREAMS = (
    Aggregate.of(
        "worker", "workers", Label("住民ワーカー", "resident worker"),
        WorkerEvent, WorkerCommand, worker,
    ),
    Aggregate.of(
        "person-link", "person-links", Label("同一人物", "person link"),
        PersonLinkEvent, PersonLinkCommand, link,
    ),
    Aggregate.of(
        "plan", "plans", Label("実施計画", "plan"),
        PlanEvent, PlanCommand, plan,
    ),
    Aggregate.of(
        "expenditure", "expenditures", Label("支出", "expenditure"),
        ExpenditureEvent, ExpenditureCommand, expenditure,
    ),
    Aggregate.of(
        "award", "grant-awards", Label("交付金の手続", "grant award"),
        AwardEvent, AwardCommand, award,
    ),
    Aggregate.of(
        "closing", "closings-of-accounts", Label("会計の締め", "closing of accounts"),
        AccountsClosed, ClosingCommand, closing,
    ),
    Aggregate.of(
        "fact", "facts", Label("計上", "counted fact"),
        FactCounted, FactCommand, fact,
    ),
    Aggregate.of(
        "figure", "figure-definitions", Label("指標の定義", "figure definition"),
        FigureEvent, FigureCommand, figure,
    ),
    Aggregate.of(
        "activity", "activities", Label("活動", "activity"),
        ActivityEvent, ActivityCommand, activity, known_by="code",
    ),
    Aggregate.of(
        "statement", "stated-values", Label("記載値", "stated value"),
        ValueStated, StatementCommand, statement,
    ),
    Aggregate.of(
        "report", "reports", Label("提出文書", "report"),
        ReportEvent, ReportCommand, report,
    ),
    Aggregate.of(
        "evidence", "evidence-items", Label("証拠書類", "evidence"),
        EvidenceEvent, EvidenceCommand, evidence, shows_only=True,
    ),
    Aggregate.of(
        "import", "imports", Label("取込", "import"),
        ImportReceived, ReceiveImport, intake,
    ),
    Aggregate.of(
        "client", "clients", Label("顧客", "client"),
        ClientEvent, ClientCommand, client,
    ),
    Aggregate.of(
        "client-link", "client-links", Label("同一顧客", "client link"),
        ClientLinkEvent, ClientLinkCommand, client_link,
    ),
    Aggregate.of(
        "lead", "leads", Label("商談", "lead"),
        LeadEvent, LeadCommand, lead,
    ),
    Aggregate.of(
        "delegation", "delegations", Label("決裁の委任", "delegation"),
        DelegationEvent, DelegationCommand, delegation,
    ),
    Aggregate.of(
        "assistance", "assistances", Label("ディレクターの補佐", "assistance"),
        AssistanceLogged, AssistanceCommand, assistance,
    ),
    Aggregate.of(
        "engagement", "engagements", Label("受注案件", "engagement"),
        EngagementEvent, EngagementCommand, engagement,
    ),
    Aggregate.of(
        "commission", "commissions", Label("個別委託", "commission"),
        CommissionEvent, CommissionCommand, commission,
    ),
    Aggregate.of(
        "mentorship", "mentorships", Label("メンタリング", "mentorship"),
        MentorshipEvent, MentorshipCommand, mentorship,
    ),
    Aggregate.of(
        "mock-task", "mock-tasks", Label("模擬業務", "mock work"),
        TaskEvent, TaskCommand, task,
    ),
    Aggregate.of(
        PARTICIPATION, "mock-participations", Label("模擬業務への参加", "part in mock work"),
        ParticipationEvent, ParticipationCommand, participation,
    ),
    Aggregate.of(
        "training", "trainings", Label("研修", "training"),
        CourseEvent, TrainingCommand, training,
    ),
    Aggregate.of(
        "enrolment", "enrolments", Label("研修への参加", "enrolment"),
        EnrolmentEvent, EnrolmentCommand, enrolment,
    ),
    Aggregate.of(
        "mentor-qualification", "mentor-qualifications",
        Label("メンター資格", "mentor qualification"),
        QualificationEvent, QualificationCommand, qualification,
    ),
    Aggregate.of(
        "mentor-requirement", "mentor-requirements",
        Label("メンター資格の定め", "rule on mentor qualification"),
        MentorRequirementSet, RequirementCommand, requirement,
    ),
    Aggregate.of(
        "career", "careers", Label("キャリア支援", "career support"),
        CareerEvent, CareerCommand, career,
    ),
    Aggregate.of(
        "employment", "employments", Label("就業", "employment"),
        EmploymentEvent, EmploymentCommand, employment,
    ),
    Aggregate.of(
        "consortium", "consortium", Label("コンソーシアム", "consortium"),
        ConsortiumEvent, ConsortiumCommand, consortium,
    ),
    Aggregate.of(
        "membership", "memberships", Label("構成員", "member"),
        MembershipEvent, MembershipCommand, membership,
    ),
    Aggregate.of(
        "kpi-year", "kpi-years", Label("KPIの年度", "fiscal year of a KPI"),
        KpiYearClosed, KpiYearCommand, year,
    ),
    Aggregate.of(
        "pilot", "pilots", Label("パイロットプロジェクト", "pilot"),
        PilotEvent, PilotCommand, pilot,
    ),
    Aggregate.of(
        "asset", "assets", Label("備品", "asset"),
        AssetEvent, AssetCommand, asset,
    ),
    Aggregate.of(
        "asset-thresholds", "asset-thresholds", Label("備品の基準", "thresholds for assets"),
        ThresholdsSet, ThresholdCommand, thresholds,
    ),
    Aggregate.of(
        "dx-registration", "dx-registrations", Label("DX制度への登録", "DX registration"),
        DxRegistrationEvent, DxRegistrationCommand, registration,
    ),
    Aggregate.of(
        "meeting-series", "meeting-series", Label("定例会議", "series of meetings"),
        SeriesEvent, SeriesCommand, series, known_by="code",
    ),
    Aggregate.of(
        "meeting", "meetings", Label("会議", "meeting"),
        MeetingEvent, MeetingCommand, meeting,
    ),
    Aggregate.of(
        "contract", "contracts", Label("業務委託契約", "service contract"),
        ContractEvent, ContractCommand, contract,
    ),
    Aggregate.of(
        "contract-month", "contract-months", Label("時間の申告（月）", "hours of a month"),
        MonthEvent, MonthCommand, month,
    ),
    Aggregate.of(
        "adviser", "advisers", Label("アドバイザー", "adviser"),
        AdviserEvent, AdviserCommand, adviser,
    ),
    Aggregate.of(
        "indicator", "indicators", Label("成果指標", "indicator"),
        IndicatorEvent, IndicatorCommand, indicator,
    ),
    Aggregate.of(
        "corporation", "corporations", Label("法人", "corporation"),
        CorporationEvent, CorporationCommand, corporation,
    ),
    Aggregate.of(
        "novation", "novations", Label("契約の承継", "novation"),
        ContractNovated, NovationCommand, novation,
    ),
    Aggregate.of(
        "work-kind", "work-kinds", Label("業務の種類", "kind of work"),
        WithholdingSet, WorkKindCommand, work_kind,
    ),
    Aggregate.of(
        "consent", "consents", Label("同意", "consent"),
        ConsentEvent, ConsentCommand, consent,
    ),
    Aggregate.of(
        "outreach-policy", "outreach-policies", Label("広報運用ポリシー", "outreach policy"),
        PolicyEvent, PolicyCommand, policy,
    ),
    Aggregate.of(
        "outreach-plan", "outreach-plans", Label("広報計画", "outreach plan"),
        OutreachPlanEvent, OutreachPlanCommand, outreach_plan,
    ),
    Aggregate.of(
        "publication", "publications", Label("公表物", "publication"),
        PublicationEvent, PublicationCommand, publication,
    ),
    Aggregate.of(
        "company-programme", "company-programmes",
        Label("企業向けプログラム", "programme for companies"),
        CompanyProgrammeEvent, CompanyProgrammeCommand, company_programme, known_by="code",
    ),
    Aggregate.of(
        "offsite-stay", "offsite-stays", Label("立科WORK TRIP", "offsite stay"),
        StayEvent, StayCommand, stay,
    ),
    Aggregate.of(
        "evaluation", "evaluations", Label("評価", "evaluation"),
        EvaluationEvent, EvaluationCommand, evaluation, shows_only=True,
    ),
    Aggregate.of(
        "export", "exports", Label("持ち出し", "export"),
        ExportMade, ExportCommand, export, known_by="sha256",
    ),
    Aggregate.of(
        "witness", "witnesses", Label("立会人", "witnesses"),
        WitnessEvent, WitnessCommand, witnesses,
    ),
)  # fmt: skip
