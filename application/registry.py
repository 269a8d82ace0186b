"""The wiring on one page: kinds of stream with their events and commands, projections, views.

What is not listed here does not exist for the service; everything else is derived from it.
"""

from typing import Any

from application.aggregate import Aggregate, members
from application.projecting.projection import Projection, Time
from application.projections.activities import ACTIVITIES
from application.projections.audit_trail import AUDIT_TRAIL
from application.projections.budget import BUDGET
from application.projections.clients import CLIENTS
from application.projections.commissions import COMMISSIONS
from application.projections.consortium import CONSORTIUM
from application.projections.engagement_board import ENGAGEMENT_BOARD
from application.projections.evidence import EVIDENCE
from application.projections.expenditures import EXPENDITURES
from application.projections.imports import IMPORTS
from application.projections.kpi_ledger import KPI_LEDGER
from application.projections.kpis import KPIS
from application.projections.matters import MATTERS
from application.projections.members import MEMBERS
from application.projections.mentorships import MENTORSHIPS
from application.projections.plans import PLANS
from application.projections.reported_figures import REPORTED_FIGURES
from application.projections.reports import REPORTS
from application.projections.skill_map import SKILL_MAP
from application.projections.stated_values import STATED_VALUES
from application.projections.targets import TARGETS
from application.projections.workers import WORKERS
from application.viewing.view import View
from application.views.commission_clocks import COMMISSION_CLOCKS
from application.views.legal_clock import LEGAL_CLOCK
from application.views.own_income import OWN_INCOME
from domain.activity import activity
from domain.activity.commands import ActivityCommand
from domain.activity.events import ActivityEvent
from domain.base.command import Command
from domain.base.event import Correction, Event, Void
from domain.base.words import Label
from domain.client import client
from domain.client.commands import ClientCommand
from domain.client.events import ClientEvent
from domain.commission import commission
from domain.commission.commands import CommissionCommand
from domain.commission.events import CommissionEvent
from domain.consortium import consortium, membership
from domain.consortium.commands import ConsortiumCommand, MembershipCommand
from domain.consortium.events import ConsortiumEvent, MembershipEvent
from domain.engagement import engagement
from domain.engagement.commands import EngagementCommand
from domain.engagement.events import EngagementEvent
from domain.evidence import evidence, intake
from domain.evidence.commands import EvidenceCommand, ReceiveImport
from domain.evidence.events import EvidenceRegistered, ImportReceived
from domain.expenditure import expenditure
from domain.expenditure.commands import ExpenditureCommand
from domain.expenditure.events import ExpenditureEvent
from domain.figure import figure
from domain.figure.commands import FigureCommand
from domain.figure.events import FigureEvent
from domain.grant import plan
from domain.grant.commands import PlanCommand
from domain.grant.events import PlanEvent
from domain.kpi import fact
from domain.kpi.commands import FactCommand
from domain.kpi.events import FactCounted
from domain.log.events import LogEvent
from domain.mentorship import mentorship
from domain.mentorship.commands import MentorshipCommand
from domain.mentorship.events import MentorshipEvent
from domain.person import link
from domain.person.commands import PersonLinkCommand
from domain.person.events import PersonLinkEvent
from domain.report import report
from domain.report.commands import ReportCommand
from domain.report.events import ReportEvent
from domain.statement import statement
from domain.statement.commands import StatementCommand
from domain.statement.events import ValueStated
from domain.worker import worker
from domain.worker.commands import WorkerCommand
from domain.worker.events import WorkerEvent

_AGGREGATES = (
    Aggregate(
        "worker", "workers", Label("住民ワーカー", "resident worker"),
        WorkerEvent, WorkerCommand,
        worker.decide_opening, worker.evolve, worker.decide, worker.sound,
    ),
    Aggregate(
        "person-link", "person-links", Label("同一人物", "person link"),
        PersonLinkEvent, PersonLinkCommand, link.decide_opening, link.evolve, link.decide,
    ),
    Aggregate(
        "plan", "plans", Label("実施計画", "plan"),
        PlanEvent, PlanCommand, plan.decide_opening, plan.evolve, plan.decide, plan.sound,
    ),
    Aggregate(
        "expenditure", "expenditures", Label("支出", "expenditure"),
        ExpenditureEvent, ExpenditureCommand,
        expenditure.decide_opening, expenditure.evolve, expenditure.decide, expenditure.sound,
    ),
    Aggregate(
        "fact", "facts", Label("計上", "counted fact"),
        FactCounted, FactCommand, fact.decide_opening, fact.evolve,
    ),
    Aggregate(
        "figure", "figure-definitions", Label("指標の定義", "figure definition"),
        FigureEvent, FigureCommand, figure.decide_opening, figure.evolve, figure.decide,
    ),
    Aggregate(
        "activity", "activities", Label("活動", "activity"),
        ActivityEvent, ActivityCommand, activity.decide_opening, activity.evolve, activity.decide,
    ),
    Aggregate(
        "statement", "stated-values", Label("記載値", "stated value"),
        ValueStated, StatementCommand, statement.decide_opening, statement.evolve,
    ),
    Aggregate(
        "report", "reports", Label("提出文書", "report"),
        ReportEvent, ReportCommand,
        report.decide_opening, report.evolve, report.decide, report.sound,
    ),
    Aggregate(
        "evidence", "evidence-items", Label("証拠書類", "evidence"),
        EvidenceRegistered, EvidenceCommand, evidence.decide_opening, evidence.evolve,
    ),
    Aggregate(
        "import", "imports", Label("取込", "import"),
        ImportReceived, ReceiveImport, intake.decide_opening, intake.evolve,
    ),
    Aggregate(
        "client", "clients", Label("顧客", "client"),
        ClientEvent, ClientCommand, client.decide_opening, client.evolve, client.decide,
    ),
    Aggregate(
        "engagement", "engagements", Label("受注案件", "engagement"),
        EngagementEvent, EngagementCommand,
        engagement.decide_opening, engagement.evolve, engagement.decide, engagement.sound,
    ),
    Aggregate(
        "commission", "commissions", Label("個別委託", "commission"),
        CommissionEvent, CommissionCommand,
        commission.decide_opening, commission.evolve, commission.decide, commission.sound,
        commission.matters,
    ),
    Aggregate(
        "mentorship", "mentorships", Label("メンタリング", "mentorship"),
        MentorshipEvent, MentorshipCommand,
        mentorship.decide_opening, mentorship.evolve, mentorship.decide, mentorship.sound,
    ),
    Aggregate(
        "consortium", "consortium", Label("コンソーシアム", "consortium"),
        ConsortiumEvent, ConsortiumCommand,
        consortium.decide_opening, consortium.evolve, consortium.decide, consortium.sound,
    ),
    Aggregate(
        "membership", "memberships", Label("構成員", "member"),
        MembershipEvent, MembershipCommand,
        membership.decide_opening, membership.evolve, membership.decide, membership.sound,
    ),
)  # fmt: skip
_PROJECTIONS: tuple[Projection[Any], ...] = (
    WORKERS,
    SKILL_MAP,
    EXPENDITURES,
    KPI_LEDGER,
    PLANS,
    BUDGET,
    KPIS,
    TARGETS,
    ACTIVITIES,
    STATED_VALUES,
    REPORTS,
    REPORTED_FIGURES,
    EVIDENCE,
    IMPORTS,
    CLIENTS,
    ENGAGEMENT_BOARD,
    COMMISSIONS,
    MATTERS,
    MENTORSHIPS,
    CONSORTIUM,
    MEMBERS,
    AUDIT_TRAIL,
)
_VIEWS: tuple[View[Any, Any], ...] = (
    OWN_INCOME,
    LEGAL_CLOCK,
    COMMISSION_CLOCKS,
)  # fmt: skip

AGGREGATES = {aggregate.name: aggregate for aggregate in _AGGREGATES}
AGGREGATE_OF: dict[type[Command], Aggregate] = {
    command: aggregate for aggregate in _AGGREGATES for command in aggregate.command_types()
}
OWNER_OF_TOPIC = {
    event.TOPIC: aggregate for aggregate in _AGGREGATES for event in aggregate.event_types()
}
EVENT_OF_TOPIC: dict[str, type[Event]] = {
    # What the log says of itself is decided by nobody's command.
    **{event.TOPIC: event for event in members(LogEvent)},
    **{event.TOPIC: event for aggregate in _AGGREGATES for event in aggregate.event_types()},
}
PROJECTIONS = {projection.name: projection for projection in _PROJECTIONS}
VIEWS = {view.name: view for view in _VIEWS}


def mended_by(events: tuple[type[Event], ...]) -> set[str]:
    """Give the topics of these events and of all that can correct or void one of them."""
    kinds = set(events)
    mends = {
        event.TOPIC
        for event in EVENT_OF_TOPIC.values()
        if issubclass(event, Correction | Void) and kinds & set(event.MENDS)
    }
    return {event.TOPIC for event in events} | mends


TOPICS_OF_PROJECTION = {
    name: frozenset(EVENT_OF_TOPIC if p.time is Time.AS_RECORDED else mended_by(p.reads))
    for name, p in PROJECTIONS.items()
}
