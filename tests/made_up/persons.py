"""Made-up ids that were found to mean one person, or two after all."""

from uuid import UUID

from application.recorded import Reason
from domain.person import commands as c
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.residents import Residents


class Persons:
    """The pairs of ids about which something was found out."""

    def __init__(self, desk: Desk, residents: Residents) -> None:
        """Begin with none."""
        self._desk = desk
        self._residents = residents
        self._pairs: set[frozenset[UUID]] = set()

    def find_out(self) -> Life:
        """Join two ids; sometimes part them again, and join them once more."""
        desk, chance, when = self._desk, self._desk.chance, self._desk.today
        one, other = self._residents.anyone(), self._residents.anyone()
        if one is None or other is None:
            return
        ids = {"person_id": one.person_id, "other_id": other.person_id}
        pair = frozenset(ids.values())
        if len(pair) == 1 or pair in self._pairs:
            return
        self._pairs.add(pair)
        joined = desk.open(c.JoinPersons, when, why=Reason.NEW_EVIDENCE, **ids)
        if joined is None or chance.comes(0.4):
            return
        when += chance.days(5, 120)
        yield when
        desk.ask(joined, c.PartPersons, when, why=Reason.MISTAKE)
        if chance.comes(0.5):
            when += chance.days(5, 120)
            yield when
            desk.ask(joined, c.JoinPersons, when, why=Reason.NEW_EVIDENCE, **ids)
