"""Made-up organisations that order work."""

from domain.client import commands as c
from domain.client.events import ClientKind
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import nobodys_number
from tests.made_up.stream import Stream

MOST = 400
KINDS = tuple(ClientKind)
NAMES = ("架空商事", "架空製作所", "架空印刷", "架空観光", "架空農園", "架空システム")


class Clients:
    """The clients with whom the office has to do."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        self._desk = desk
        self._known: list[Stream] = []
        self._registered = 0

    def anyone(self) -> Stream | None:
        """Give one of them; None as long as there is none."""
        return self._desk.chance.choice(self._known) if self._known else None

    def register(self) -> Life:
        """Register one; some are renamed later, and some were written down wrongly."""
        desk, chance = self._desk, self._desk.chance
        self._registered += 1
        name = f"{chance.choice(NAMES)}{self._registered}株式会社"
        client = desk.open(
            c.RegisterClient,
            desk.happened(),
            number=f"C-{self._registered:05}",
            name=name,
            kind=chance.choice(KINDS),
            corporate_number=nobodys_number(self._registered) if chance.comes(0.7) else None,
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
        if chance.comes(0.3):
            when = desk.today + chance.days(30, 400)
            yield when
            desk.ask(client, c.RenameClient, when, name=f"新{name}")
