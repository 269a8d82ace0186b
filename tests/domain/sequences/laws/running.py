"""Laws of meetings, contracts, advice, publications and what else the programme runs."""

from domain.activity import events as activity
from domain.advice import events as a
from domain.client import events as client
from domain.company_programme import events as cp
from domain.contract import events as c
from domain.corporation import events as corporation
from domain.delegation import events as d
from domain.dx_registration import events as dx
from domain.grant import events as g
from domain.kpi import events as kpi
from domain.lead import events as lead
from domain.meeting import events as m
from domain.offsite_stay import events as stay
from domain.outreach import events as o
from domain.pilot import events as pilot
from domain.publication import events as p
from domain.report import events as report
from tests.domain.sequences.law import (
    Facts,
    Law,
    by_day,
    nothing_after,
    nothing_before,
    nothing_later,
    of,
    once,
    once_each,
    rests_on,
    total,
)

AT_THE_MEETING = (m.RepresentativeAbsent, m.DecisionMade, m.ActionAssigned)
ACTION_SETTLED = (m.ActionClosed, m.ActionDropped)
PILOT_OVER = (pilot.PilotCompleted, pilot.PilotAbandoned)
LEAD_OVER = (lead.LeadWon, lead.LeadLost)


def _absent_or_there(facts: Facts) -> bool:
    there = {one.team for held in of(facts, m.MeetingHeld) for one in held.represented}
    return not there & {one.team for one in of(facts, m.RepresentativeAbsent)}


def _periods_follow_one_another(facts: Facts) -> bool:
    days = []
    for one in facts:
        match one:
            case c.ContractConcluded() | c.ContractRenewed():
                days += [one.first_day, one.last_day]
            case c.ContractAmended():
                days[-1] = one.last_day
    return days == sorted(days)


def _approved_as_declared_once(facts: Facts) -> bool:
    declared: set[object] = set()
    for fact in facts:
        if isinstance(fact, c.HoursDeclared):
            if fact.effective_on in declared:
                return False
            declared.add(fact.effective_on)
        elif any(one.day > fact.until or fact.until > fact.effective_on for one in fact.days):
            return False
    return True


def _within_a_day(facts: Facts) -> bool:
    days = {fact.effective_on for fact in facts}
    return all(
        total((one for one in facts if one.effective_on == day), "minutes") <= 24 * 60
        for day in days
    )


def _one_policy_at_a_time(facts: Facts) -> bool:
    in_force = None
    for fact in by_day(facts):
        match fact:
            case o.PolicyApproved():
                if in_force is not None:
                    return False
                in_force = fact.version
            case o.PolicySuperseded():
                if in_force != fact.version:
                    return False
                in_force = None
    return True


def _advised_while_engaged(facts: Facts) -> bool:
    engaged = of(facts, a.AdviserEngaged)[0]
    ended = min((one.effective_on for one in of(facts, a.AdviserEnded)), default=engaged.last_day)
    held = of(facts, a.AdviceSessionHeld)
    return all(engaged.first_day <= one.effective_on <= ended for one in held)


LAWS = {
    "meeting": (
        Law("A meeting is held or not held, once.", once(m.MeetingHeld, m.MeetingNotHeld)),
        Law("What happens at it needs it to be held.", rests_on(AT_THE_MEETING, m.MeetingHeld)),
        Law("No team is both represented and absent.", _absent_or_there),
        Law("A team's absence is noted once.", once_each(m.RepresentativeAbsent, "team")),
        Law("A decision has a number of its own.", once_each(m.DecisionMade, "decision")),
        Law("What is carried out was decided.",
            rests_on(m.DecisionCarriedOut, m.DecisionMade, "decision")),
        Law("An action has a number of its own.", once_each(m.ActionAssigned, "action")),
        Law("An action is done or dropped once.", once_each(ACTION_SETTLED, "action")),
        Law("What is done or dropped was assigned.",
            rests_on(ACTION_SETTLED, m.ActionAssigned, "action")),
    ),
    "meeting-series": (
        Law("A series ends once.", once(m.SeriesEnded)),
        Law("No rhythm changes after its end.", nothing_later(m.SeriesEnded)),
    ),
    "contract": (
        Law("A contract is concluded once.", once(c.ContractConcluded)),
        Law("Its periods follow one another.", _periods_follow_one_another),
        Law("It ends once, and nothing follows.", nothing_after(c.ContractEnded)),
    ),
    "contract-month": (
        Law("A day is declared once, and approved after it was worked.",
            _approved_as_declared_once),
    ),
    "adviser": (
        Law("A session has a number of its own.", once_each(a.AdviceSessionHeld, "session")),
        Law("Sessions are held while the adviser is engaged.", _advised_while_engaged),
        Law("Advice is given at a session.",
            rests_on(a.AdviceGiven, a.AdviceSessionHeld, "session")),
        Law("Advice has a number of its own.", once_each(a.AdviceGiven, "advice")),
        Law("It is adopted or declined once.",
            once_each((a.AdviceAdopted, a.AdviceDeclined), "advice")),
        Law("What is answered was given.",
            rests_on((a.AdviceAdopted, a.AdviceDeclined), a.AdviceGiven, "advice")),
        Law("What is carried out was adopted.",
            rests_on(a.AdviceCarriedOut, a.AdviceAdopted, "advice")),
        Law("An adviser's work ends once.", once(a.AdviserEnded)),
    ),
    "plan": (
        Law("A plan is selected once.", once(g.PlanSelected)),
        Law("A KPI is named once.", once_each(g.KpiNamed, "kpi")),
        Law("A budget line is set once.",
            once_each(g.BudgetLineSet, "line", "fiscal_year", "municipality")),
        Law("A target is of a KPI that is named.",
            lambda facts: {one.kpi for one in of(facts, g.TargetSet)}
            <= {one.kpi for one in of(facts, g.KpiNamed)}),
        Law("Nothing happens before the plan.", nothing_before(g.PlanSubmitted)),
    ),
    "fact": (Law("A subject is counted once.", once(kpi.FactCounted)),),
    "kpi-year": (Law("A KPI's year is closed once.", once(kpi.KpiYearClosed)),),
    "activity": (
        Law("What stops was started.",
            rests_on(activity.ActivityStopped, activity.ActivityStarted)),
    ),
    "dx-registration": (
        Law("What ends was confirmed.",
            rests_on(dx.DxRegistrationEnded, dx.DxRegistrationConfirmed)),
    ),
    "client-link": (
        Law("What is parted was merged.",
            rests_on(client.ClientsParted, client.ClientsMerged)),
    ),
    "lead": (
        Law("A lead is won or lost once.", once(*LEAD_OVER)),
        Law("Nothing follows.", nothing_after(LEAD_OVER)),
        Law("Nothing happens before it is opened.", nothing_before(lead.LeadOpened)),
    ),
    "delegation": (
        Law("A delegation is revoked once.", once(d.ApprovalRevoked)),
        Law("Not before it is given.", nothing_before(d.ApprovalDelegated)),
    ),
    "assistance": (
        Law("A day has 24 hours.", _within_a_day),
        Law("A kind of help is logged once a day.",
            once_each(d.AssistanceLogged, "effective_on", "kind")),
    ),
    "pilot": (
        Law("A pilot is finished or given up once.", once(*PILOT_OVER)),
        Law("Nothing happens before it starts.", nothing_before(pilot.PilotStarted)),
        Law("It is linked with a policy once.", once_each(pilot.PolicyLinked, "policy")),
    ),
    "corporation": (
        Law("Nothing happens before it is founded.",
            nothing_before(corporation.CorporationFounded)),
    ),
    "offsite-stay": (
        Law("A stay is held or cancelled once.", once(stay.StayHeld, stay.StayCancelled)),
        Law("What follows up a stay comes after it.", rests_on(stay.FollowUpMade, stay.StayHeld)),
    ),
    "company-programme": (
        Law("A programme ends once.", once(cp.CompanyProgrammeEnded)),
        Law("None is run before it is offered.", nothing_before(cp.CompanyProgrammeCreated)),
        Law("None is run after its end.", nothing_later(cp.CompanyProgrammeEnded)),
    ),
    "outreach-policy": (
        Law("One version is in force at a time.", _one_policy_at_a_time),
        Law("A version is approved once.", once_each(o.PolicyApproved, "version")),
        Law("What is approved was drafted.",
            rests_on(o.PolicyApproved, o.PolicyDrafted, "version")),
    ),
    "outreach-plan": (
        Law("An item has a number of its own.", once_each(o.PlanItemAdded, "item")),
        Law("What is moved or dropped was added.",
            rests_on((o.PlanItemMoved, o.PlanItemDropped), o.PlanItemAdded, "item")),
        Law("An item is dropped once.", once_each(o.PlanItemDropped, "item")),
    ),
    "publication": (
        Law("A publication is taken down once.", once(p.ContentWithdrawn)),
        Law("What is taken down is not changed.",
            nothing_later(p.ContentWithdrawn, (p.ResponseRecorded, p.PublicationMatterClosed))),
        Law("Nothing happens before it is published.", nothing_before(p.ContentPublished)),
    ),
    "report": (
        Law("A document is replaced or withdrawn once.",
            once(report.ReportReplaced, report.ReportWithdrawn)),
    ),
}  # fmt: skip
