"""The lead: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import COMMON, opened
from domain.base.rule import Rule
from domain.client import rules as client_rules
from domain.client.client import Client
from domain.engagement.engagement import Engagement
from domain.lead import commands as c
from domain.lead import events as e
from domain.lead import rules


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead as far as rules need it; `last_on` is the latest day of its entries.

    `disorder` is the first rule on the order of days that an entry breaks: no command records such
    an entry, but a correction could bring it about.
    """

    programme: str
    opened_on: date
    last_on: date
    ended: bool = False
    disorder: Rule | None = None


def decide_opening(lead: Lead | None, command: c.OpenLead, seen: Seen) -> list[e.LeadEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ALREADY_OPENED.require(lead is None)
    rules.NEEDS_PROGRAMME.require(command.programme != COMMON)
    client = seen.the(Client, command.client_id)
    client_rules.NOT_REGISTERED.require(client and client.known_on(command.effective_on))
    return [e.LeadOpened.model_validate(command.carried())]


def decide(lead: Lead, command: c.LeadStep, seen: Seen) -> list[e.LeadEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | {"programme": lead.programme}
    rules.ENDED.require(not lead.ended)
    ends = isinstance(command, c.WinLead | c.LoseLead)
    rules.BEFORE_EARLIER_ENTRY.require((lead.last_on if ends else lead.opened_on) <= day)
    match command:
        case c.MeetClient():
            return [e.MeetingHeld.model_validate(fields)]
        case c.SendProposal():
            return [e.ProposalSent.model_validate(fields)]
        case c.PlanNextStep():
            rules.STEP_DUE_BEFORE_PLAN.require(day <= command.due_day)
            return [e.NextStepPlanned.model_validate(fields)]
        case c.JudgeLikelihood():
            return [e.LikelihoodJudged.model_validate(fields)]
        case c.WinLead():
            engagement = seen.the(Engagement, command.engagement_id)
            if engagement is None or not engagement.ordered_by(day):
                rules.NEEDS_ORDER.broken()
            number = {"engagement_number": engagement.number}
            return [e.LeadWon.model_validate(fields | number)]
        case c.LoseLead():
            return [e.LeadLost.model_validate(fields)]
        case _:
            assert_never(command)


def sound(lead: Lead) -> None:
    """Raise the rule that a mended lead breaks."""
    if lead.disorder:
        lead.disorder.broken()


def evolve(lead: Lead | None, event: e.LeadEvent) -> Lead:
    """Fold one effective event into the lead."""
    day = event.effective_on
    if isinstance(event, e.LeadOpened):
        return Lead(event.programme, day, day)
    lead = opened(lead)
    disorder = lead.disorder or _disorder(lead, event)
    now = replace(lead, last_on=max(lead.last_on, day), disorder=disorder)
    match event:
        case e.MeetingHeld() | e.ProposalSent() | e.NextStepPlanned() | e.LikelihoodJudged():
            return now
        case e.LeadWon() | e.LeadLost():
            return replace(now, ended=True)
        case _:
            assert_never(event)


def _disorder(lead: Lead, event: e.LeadEvent) -> Rule | None:
    if isinstance(event, e.LeadWon | e.LeadLost) and event.effective_on < lead.last_on:
        return rules.BEFORE_EARLIER_ENTRY
    if isinstance(event, e.NextStepPlanned) and event.due_day < event.effective_on:
        return rules.STEP_DUE_BEFORE_PLAN
    return None
