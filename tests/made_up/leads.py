"""Made-up leads: talks that end in an order or in none."""

from typing import Any

from domain.client.events import Origin
from domain.lead import commands as c
from domain.lead import events as e
from tests.made_up.agenda import Life
from tests.made_up.clients import Clients
from tests.made_up.desk import Desk
from tests.made_up.orders import Orders
from tests.made_up.places import CODES, GRANT
from tests.made_up.stream import Stream

ORIGINS, FORMS, STEPS = tuple(Origin), tuple(e.MeetingForm), tuple(e.NextStep)
LIKELIHOODS, REASONS = tuple(e.Likelihood), tuple(e.LostReason)


class Leads:
    """The leads that are followed up."""

    def __init__(self, desk: Desk, clients: Clients, orders: Orders) -> None:
        """Begin with none."""
        self._desk = desk
        self._clients = clients
        self._orders = orders
        self._opened = 0

    def open(self) -> Life:
        """Open one; it is talked about, and then won or lost."""
        desk, chance = self._desk, self._desk.chance
        client = self._clients.anyone()
        if client is None:
            return
        self._opened += 1
        opening: dict[str, Any] = {
            "programme": GRANT,
            "number": f"L-{self._opened:05}",
            "client_id": client.id,
            "title": "架空の業務の相談",
            "origin": chance.choice(ORIGINS),
            "municipality": chance.choice(CODES),
        }
        lead = desk.open(c.OpenLead, desk.happened(client.since), client, **opening)
        if lead is None:
            return
        for _ in range(chance.randint(1, 3)):
            when = desk.today + chance.days(3, 20)
            yield when
            self._talk(lead)
        when = desk.today + chance.days(5, 40)
        yield when
        self._end(lead)
        desk.rest(lead)

    def _talk(self, lead: Stream) -> None:
        desk, chance, when = self._desk, self._desk.chance, self._desk.today
        note = chance.digest() if chance.comes(0.5) else None
        desk.ask(lead, c.MeetClient, when, form=chance.choice(FORMS), note=note)
        if chance.comes(0.5):
            desk.ask(lead, c.JudgeLikelihood, when, likelihood=chance.choice(LIKELIHOODS))
        if chance.comes(0.5):
            amount = chance.thousands(50, 900)
            desk.ask(lead, c.SendProposal, when, amount=amount, evidence=desk.paper())
        due = when + chance.days(3, 20)
        desk.ask(lead, c.PlanNextStep, when, step=chance.choice(STEPS), due_day=due)

    def _end(self, lead: Stream) -> None:
        desk, chance, when = self._desk, self._desk.chance, self._desk.today
        order = self._orders.latest
        if order is not None and chance.comes(0.5):
            desk.ask(lead, c.WinLead, when, order, engagement_id=order.id)
            return
        desk.ask(lead, c.LoseLead, when, reason=chance.choice(REASONS), note=chance.digest())
        if chance.comes(0.1):
            desk.ask(lead, c.VoidLeadEntry, when, version=len(lead.history))
