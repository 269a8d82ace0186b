"""What can be asked to be recorded of a lead."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import Text
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.client import rules as client
from domain.client.events import ClientId
from domain.lead import rules
from domain.lead.events import (
    Judged,
    LeadCorrected,
    LeadEntryVoided,
    Lost,
    Meeting,
    Opening,
    Plan,
    Proposal,
    Won,
)

LeadId = Annotated[UUID, Label("商談", "lead")]
Note = Annotated[Text, Personal("note"), Label("内容", "note", "先方の希望を伺った")]


class OpenLead(Opening, Command):
    """Record that a client or prospect may come to order something."""

    LABEL = Label("商談を始める", "Open a lead")
    REFUSALS = (rules.ALREADY_OPENED, rules.NEEDS_PROGRAMME, client.NOT_REGISTERED)

    client_id: Annotated[ClientId, Reads("client")]

    def opens(self) -> str:
        """One stream for each lead's number."""
        return self.number


class OfLead(Command):
    """A command on one lead."""

    TARGET = "lead_id"

    lead_id: LeadId


class MeetClient(Meeting, OfLead):
    """Record a meeting, or another talk of that kind."""

    LABEL = Label("面談を記録する", "Hold a meeting")
    REFUSALS = (rules.ENDED, rules.BEFORE_EARLIER_ENTRY)

    note: Note | None = None


class SendProposal(Proposal, OfLead):
    """Record that the client was sent a proposal."""

    LABEL = Label("提案を記録する", "Send a proposal")
    REFUSALS = (rules.ENDED, rules.BEFORE_EARLIER_ENTRY)


class PlanNextStep(Plan, OfLead):
    """Record what comes next, and by when."""

    LABEL = Label("次の行動を決める", "Plan the next step")
    REFUSALS = (rules.ENDED, rules.BEFORE_EARLIER_ENTRY, rules.STEP_DUE_BEFORE_PLAN)


class JudgeLikelihood(Judged, OfLead):
    """Record how likely an order is thought to be."""

    LABEL = Label("受注の見込みを記録する", "Judge the likelihood")
    REFUSALS = (rules.ENDED, rules.BEFORE_EARLIER_ENTRY)


class WinLead(Won, OfLead):
    """Record which order came of a lead, on the day of the order or later."""

    LABEL = Label("受注につながったことを記録する", "Win a lead")
    REFUSALS = (rules.ENDED, rules.BEFORE_EARLIER_ENTRY, rules.NEEDS_ORDER)

    engagement_id: Annotated[UUID, Reads("engagement"), Label("受注案件", "engagement")]


class LoseLead(Lost, OfLead):
    """Record that nothing came of a lead, and why."""

    LABEL = Label("失注を記録する", "Lose a lead")
    REFUSALS = (rules.ENDED, rules.BEFORE_EARLIER_ENTRY)

    note: Note | None = None


class CorrectLead(OfLead, Correct):
    """Put right what was recorded of a lead."""

    LABEL = Label("商談の記録を訂正する", "Correct a lead's entry")
    REFUSALS = (*MEND_RULES, rules.BEFORE_EARLIER_ENTRY, rules.STEP_DUE_BEFORE_PLAN)
    EVENT = LeadCorrected


class VoidLeadEntry(OfLead, Annul):
    """Record that an entry of a lead never held; a lead won or lost by mistake goes on."""

    LABEL = Label("商談の記録を取り消す", "Void a lead's entry")
    REFUSALS = VOID_RULES
    EVENT = LeadEntryVoided


LeadStep = MeetClient | SendProposal | PlanNextStep | JudgeLikelihood | WinLead | LoseLead
"""What is decided on a lead that was opened."""
LeadCommand = OpenLead | LeadStep | CorrectLead | VoidLeadEntry
