"""Made-up residents: who registers, moves, leaves for a while or for good, and comes back."""

from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from uuid import UUID

from application.recorded import Reason
from domain.worker import commands as c
from domain.worker import events as e
from domain.worker.worker import Worker
from tests.made_up.desk import Desk
from tests.made_up.places import CODES
from tests.made_up.stream import Stream

MOST = 3000
"""How many residents the office still has to do with; who registered before them is left alone."""


@dataclass(slots=True, eq=False)
class Resident:
    """A resident, and what other areas keep of them."""

    stream: Stream
    person_id: UUID
    levels: dict[str, int] = field(default_factory=dict)
    said: tuple[int, e.SkillClaimed | e.SkillAssessed] | None = None
    hired: bool = False
    mentorships: list[Stream] = field(default_factory=list)
    _record: Worker | None = None
    _known: int = -1

    def record(self) -> Worker | None:
        """Give the record as far as it says where they live, and when they are on the roll."""
        # Skills are not decided, so only what is decided can have changed it.
        if self._known != self.stream.decided:
            self._record, self._known = self.stream.state, self.stream.decided
        return self._record

    def here_since(self, day: date) -> date | None:
        """Give from when on they have been on the roll until `day`; None if they are not."""
        record = self.record()
        if record is None:
            return None
        # In the order of days, and of one day in that of recording, as `on_roll` takes them.
        since = None
        for on, here in sorted(record.roll, key=itemgetter(0)):
            if on <= day:
                since = on if here else None
        return since


class Residents:
    """The residents with whom the office has to do."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nobody."""
        self._desk = desk
        self._known: list[Resident] = []
        self._registered = 0

    def anyone(self) -> Resident | None:
        """Give one of them; None as long as there is nobody."""
        return self._desk.chance.choice(self._known) if self._known else None

    def register(self) -> None:
        """Register someone."""
        desk, chance = self._desk, self._desk.chance
        self._registered += 1
        registered = e.WorkerRegistered(
            effective_on=desk.happened(),
            person_id=chance.uuid(),
            number=f"W-{self._registered:06}",
            name=chance.digest(),
            kana=chance.digest(),
            birth_date=chance.digest() if chance.comes(0.8) else None,
            contact=chance.digest() if chance.comes(0.9) else None,
            municipality=chance.choice(CODES),
        )
        stream = desk.begin(c.RegisterWorker, registered)
        self._known.append(Resident(stream, registered.person_id))
        del self._known[:-MOST]

    def change(self) -> None:
        """Record that something changed with one of them."""
        resident = self.anyone()
        if resident is None:
            return
        desk, chance, stream = self._desk, self._desk.chance, resident.stream
        since = resident.here_since(desk.today)
        if since is None:
            if chance.comes(0.3):
                desk.ask(stream, c.Return, desk.happened(stream.since), why=Reason.REQUESTED)
            return
        on, what = desk.happened(since), chance.random()
        if what < 0.35:
            desk.ask(stream, c.MoveWorker, on, municipality=chance.choice(CODES))
        elif what < 0.6:
            contact = chance.digest()
            desk.ask(stream, c.ChangeContact, on, why=Reason.REQUESTED, contact=contact)
        elif what < 0.7:
            name, kana = chance.digest(), chance.digest()
            desk.ask(stream, c.ChangeName, on, why=Reason.REQUESTED, name=name, kana=kana)
        elif what < 0.75:
            now = {"municipality": chance.choice(CODES)}
            desk.ask(stream, c.CorrectRegistration, desk.today, version=1, now=now)
        else:
            ahead = chance.days(60, 200) if chance.comes(0.4) else chance.days(0, 14)
            desk.ask(stream, c.Leave, desk.today + ahead, why=Reason.REQUESTED)
