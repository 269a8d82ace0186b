"""Made-up offsite stays, and what the towns offer to companies."""

from typing import Any

from application.recorded import Reason
from domain.company_programme import commands as k
from domain.company_programme.events import EndReason
from domain.offsite_stay import commands as c
from domain.offsite_stay.events import CancelReason, FollowUp
from tests.made_up.agenda import Life
from tests.made_up.calendar import SHEETS_SINCE
from tests.made_up.clients import Clients
from tests.made_up.desk import Desk
from tests.made_up.places import TOWNS, own
from tests.made_up.stream import Stream

FOLLOW_UPS, CANCELS, ENDS = tuple(FollowUp), tuple(CancelReason), tuple(EndReason)


class Stays:
    """The firms that were invited, and what is offered to them."""

    def __init__(self, desk: Desk, clients: Clients) -> None:
        """Begin with nobody invited."""
        self._desk = desk
        self._clients = clients
        self._offers: dict[str, Stream] = {}
        self._invited = 0

    def offer(self, town: str) -> Life:
        """Offer a programme; it is revised, ended, and found not to have ended."""
        desk, chance = self._desk, self._desk.chance
        said: dict[str, Any] = {
            "title": "架空の開発合宿",
            "host": "架空観光協会",
            "price": chance.thousands(5, 20),
            "safety": "架空の注意事項",
        }
        code = "forest-camp"
        offer = desk.open(
            k.CreateCompanyProgramme, SHEETS_SINCE, programme=own(town), code=code, **said
        )
        assert offer is not None
        self._offers[town] = offer
        for _ in range(2):
            yield desk.today + chance.days(100, 200)
            price = said["price"] + chance.thousands(1, 3)
            desk.must(offer, k.ReviseCompanyProgramme, desk.today, **said | {"price": price})
        now = {"host": "架空の団体"}
        version = len(offer.history)
        desk.must(offer, k.CorrectCompanyProgramme, desk.today, version=version, now=now)
        yield desk.today + chance.days(100, 200)
        reason = chance.choice(ENDS)
        desk.must(offer, k.EndCompanyProgramme, desk.today, why=Reason.DECISION, reason=reason)
        desk.must(offer, k.VoidCompanyProgrammeEntry, desk.today, version=len(offer.history))

    def invite(self) -> Life:
        """Invite a firm; most come, take something up, and are kept in touch with."""
        desk, chance, client = self._desk, self._desk.chance, self._clients.anyone()
        if client is None:
            return
        self._invited += 1
        town = chance.choice(TOWNS).code
        known = chance.comes(0.7)
        reads = (client,) if known else ()
        stay = desk.open(
            c.InviteToStay, desk.happened(client.since), *reads, programme=own(town),
            number=f"WT-{self._invited:04}", client_id=client.id if known else None,
            organisation=None if known else "架空ソフト株式会社",
        )  # fmt: skip
        if stay is None:
            return
        yield desk.today + chance.days(20, 90)
        if chance.comes(0.2):
            desk.ask(stay, c.CancelStay, desk.today, reason=chance.choice(CANCELS))
            if chance.comes(0.5):
                desk.ask(stay, c.VoidStayEntry, desk.today, version=len(stay.history))
            return
        yield from self._held(stay, town)
        desk.rest(stay)

    def _held(self, stay: Stream, town: str) -> Life:
        desk, chance, offer = self._desk, self._desk.chance, self._offers[town]
        heads = chance.randint(2, 20)
        used = chance.comes(0.5)
        reads = (offer,) if used else ()
        held = desk.ask(
            stay, c.HoldStay, desk.today, *reads, last_day=desk.today + chance.days(0, 4),
            heads=heads, company_programme_id=offer.id if used else None, evidence=desk.paper(),
        )  # fmt: skip
        if held and chance.comes(0.6):
            answers = (0, 0, heads // 4, heads // 4, heads // 4)
            desk.ask(
                offer, k.RunCompanyProgramme, desk.today, stay, stay_id=stay.id, heads=heads,
                feedback=answers if chance.comes(0.7) else None, evidence=desk.paper(),
            )  # fmt: skip
        if chance.comes(0.3):
            now = {"heads": heads + 1}
            desk.ask(stay, c.CorrectStay, desk.today, version=len(stay.history), now=now)
        for _ in range(chance.randint(0, 2)):
            yield desk.today + chance.days(10, 60)
            kind = chance.choice(FOLLOW_UPS)
            desk.ask(stay, c.MakeFollowUp, desk.today, kind=kind, evidence=desk.paper())
