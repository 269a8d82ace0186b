"""Made-up organisations that order work, or may come to."""

from typing import Any

from application.recorded import Reason
from domain.client import commands as c
from domain.client.events import (
    ClientKind,
    ContactRole,
    Origin,
    Registration,
    Sector,
    SizeClass,
    Stand,
)
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import nobodys_number
from tests.made_up.stream import Stream

MOST = 400
KINDS, SIZES, SECTORS, ORIGINS = (
    tuple(ClientKind),
    tuple(SizeClass),
    tuple(Sector),
    tuple(Origin),
)
RESULTS = (Registration.REGISTERED,) * 8 + tuple(Registration)
ROLES = tuple(ContactRole)
NAMES = ("架空商事", "架空製作所", "架空印刷", "架空観光", "架空農園", "架空システム")


class Clients:
    """The clients with whom the office has to do."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        self._desk = desk
        self._known: list[Stream] = []
        self._registered = 0
        self._pairs: set[frozenset[Any]] = set()

    def anyone(self) -> Stream | None:
        """Give one of them; None as long as there is none."""
        return self._desk.chance.choice(self._known) if self._known else None

    def register(self) -> Life:
        """Register one; what is known of it changes, and some were written down wrongly."""
        desk, chance = self._desk, self._desk.chance
        self._registered += 1
        name = f"{chance.choice(NAMES)}{self._registered}株式会社"
        corporate = nobodys_number(self._registered) if chance.comes(0.7) else None
        standing = Stand.PROSPECT if chance.comes(0.4) else Stand.CLIENT
        client = desk.open(
            c.RegisterClient,
            desk.happened(),
            number=f"C-{self._registered:05}",
            name=name,
            kind=chance.choice(KINDS),
            standing=standing,
            origin=chance.choice(ORIGINS),
            corporate_number=corporate,
            contact_person=chance.digest(),
        )
        if client is None:
            return
        self._known.append(client)
        del self._known[:-MOST]
        if chance.comes(0.2):
            when = desk.today + chance.days(1, 60)
            yield when
            desk.ask(client, c.CorrectClient, when, version=1, now={"name": f"（株）{name}"})
        if corporate and chance.comes(0.6):
            yield from self._looked_up(client, corporate)
        if standing is Stand.PROSPECT and chance.comes(0.5):
            when = desk.today + chance.days(10, 90)
            yield when
            desk.ask(client, c.TakeOnProspect, when)
        if chance.comes(0.4):
            yield from self._met(client)
        if chance.comes(0.3):
            when = desk.today + chance.days(30, 400)
            yield when
            desk.ask(client, c.RenameClient, when, name=f"新{name}")
            if chance.comes(0.3):
                desk.ask(client, c.VoidClientEntry, when, version=len(client.history))

    def _looked_up(self, client: Stream, corporate: str) -> Life:
        desk, chance = self._desk, self._desk.chance
        when = desk.today + chance.days(1, 30)
        yield when
        desk.ask(
            client, c.DescribeClient, when, corporate_number=corporate,
            invoice_number=f"T{corporate}", address="東京都架空区架空町1-2-3",
            size=chance.choice(SIZES), sector=chance.choice(SECTORS),
        )  # fmt: skip
        when += chance.days(0, 30)
        yield when
        result = chance.choice(RESULTS)
        desk.ask(client, c.VerifyInvoiceNumber, when, result=result, evidence=desk.paper())

    def _met(self, client: Stream) -> Life:
        desk, chance = self._desk, self._desk.chance
        person: dict[str, Any] = {"person_id": chance.uuid()}
        when = desk.today + chance.days(1, 60)
        yield when
        contact: dict[str, Any] = {"contact_name": chance.digest(), "contact": chance.digest()}
        desk.ask(client, c.AddContact, when, role=chance.choice(ROLES), **person, **contact)
        when += chance.days(60, 300)
        yield when
        desk.ask(client, c.EndContact if chance.comes(0.5) else c.EraseContact, when, **person)

    def find_out(self) -> Life:
        """Merge two records of one client; sometimes part them again."""
        desk, chance, when = self._desk, self._desk.chance, self._desk.today
        one, other = self.anyone(), self.anyone()
        if one is None or other is None or one is other:
            return
        pair = frozenset((one.id, other.id))
        if pair in self._pairs:
            return
        self._pairs.add(pair)
        ids: dict[str, Any] = {"client_id": one.id, "duplicate_id": other.id}
        link = desk.open(c.MergeClients, when, one, other, why=Reason.NEW_EVIDENCE, **ids)
        if link is None or chance.comes(0.5):
            return
        when += chance.days(5, 120)
        yield when
        desk.ask(link, c.PartClients, when, why=Reason.MISTAKE)
