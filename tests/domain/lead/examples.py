"""A lead's events and commands, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.base.event import Event
from domain.lead import commands as c
from domain.lead import events as e
from tests.domain.client.examples import CLIENT
from tests.domain.engagement.examples import ENGAGEMENT
from tests.given import day

LEAD = UUID(int=0xD1)
GRANT = "grant:dx-r6"
OPENING = {
    "number": "L-1",
    "client_id": CLIENT,
    "title": "問合せ対応の補助",
    "origin": "referral",
    "municipality": "203246",
}


def _common(on: str) -> dict[str, object]:
    return {"effective_on": on, "programme": GRANT}


def opened(on: str = "2024-06-01", **fields: object) -> e.LeadOpened:
    """Something may come of it."""
    return e.LeadOpened.model_validate(_common(on) | OPENING | fields)


def met(on: str, form: str = "visit") -> e.MeetingHeld:
    """Somebody met with the client."""
    return e.MeetingHeld.model_validate(_common(on) | {"form": form})


def proposed(on: str, amount: int = 1000) -> e.ProposalSent:
    """So many yen were proposed."""
    return e.ProposalSent.model_validate(_common(on) | {"amount": amount})


def planned(on: str, due_day: str) -> e.NextStepPlanned:
    """It was settled what comes next."""
    return e.NextStepPlanned.model_validate(_common(on) | {"step": "call", "due_day": due_day})


def judged(on: str, likelihood: str = "interested") -> e.LikelihoodJudged:
    """Somebody said how likely it is."""
    return e.LikelihoodJudged.model_validate(_common(on) | {"likelihood": likelihood})


def won(on: str, number: str = "E-1", engagement: UUID = ENGAGEMENT) -> e.LeadWon:
    """An order came of it."""
    said = {"engagement_id": engagement, "engagement_number": number}
    return e.LeadWon.model_validate(_common(on) | said)


def lost(on: str, reason: str = "price") -> e.LeadLost:
    """Nothing came of it."""
    return e.LeadLost.model_validate(_common(on) | {"reason": reason})


def corrected(on: str, version: int, **now: object) -> e.LeadCorrected:
    """An entry was wrong."""
    return e.LeadCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def voided(on: str, version: int) -> e.LeadEntryVoided:
    """An entry never held."""
    return e.LeadEntryVoided(effective_on=day(on), programme=GRANT, voids=version)


def open_lead(on: str = "2024-06-01", programme: str = GRANT) -> c.OpenLead:
    """Open it."""
    return c.OpenLead.model_validate({"effective_on": on, "programme": programme} | OPENING)


def _of(on: str, **fields: object) -> dict[str, object]:
    return {"effective_on": on, "lead_id": LEAD} | fields


def meet(on: str) -> c.MeetClient:
    """Meet."""
    return c.MeetClient.model_validate(_of(on, form="visit"))


def propose(on: str) -> c.SendProposal:
    """Propose 1000 yen."""
    return c.SendProposal.model_validate(_of(on, amount=1000))


def plan(on: str, due_day: str = "2024-12-01") -> c.PlanNextStep:
    """Plan what comes next."""
    return c.PlanNextStep.model_validate(_of(on, step="call", due_day=due_day))


def judge(on: str) -> c.JudgeLikelihood:
    """Say how likely it is."""
    return c.JudgeLikelihood.model_validate(_of(on, likelihood="interested"))


def win(on: str) -> c.WinLead:
    """Name the order."""
    return c.WinLead.model_validate(_of(on, engagement_id=ENGAGEMENT))


def lose(on: str) -> c.LoseLead:
    """Say that nothing came of it."""
    return c.LoseLead.model_validate(_of(on, reason="price"))


def correct(version: int, on: str = "2025-01-01", **now: object) -> c.CorrectLead:
    """Correct an entry."""
    return c.CorrectLead(effective_on=day(on), lead_id=LEAD, version=version, now=now)


def void(version: int, on: str = "2025-01-01") -> c.VoidLeadEntry:
    """Void an entry."""
    return c.VoidLeadEntry(effective_on=day(on), lead_id=LEAD, version=version)


LIFE: tuple[Event, ...] = (
    opened("2024-05-01"),
    met("2024-05-10"),
    judged("2024-05-10"),
    planned("2024-05-10", "2024-05-20"),
    proposed("2024-05-20", 1200),
    won("2024-06-12"),
)
"""Opened, met, judged, planned, proposed and won."""
