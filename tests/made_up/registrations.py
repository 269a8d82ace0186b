"""Made-up firms that are registered under a DX scheme, for a while or again."""

from typing import Any

from domain.dx_registration import commands as c
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, GRANT, nobodys_number


class Registrations:
    """The firms that the office knows to be registered."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        self._desk = desk
        self._known = 0

    def confirm(self) -> Life:
        """Confirm one; it is put right, ends, and is confirmed again."""
        desk, chance = self._desk, self._desk.chance
        self._known += 1
        firm: dict[str, Any] = {
            "programme": GRANT,
            "scheme": "kakuu-dx",
            "scheme_name": "架空DX登録制度",
            "firm": nobodys_number(50_000 + self._known),
            "firm_name": f"架空{self._known}株式会社",
            "municipality": chance.choice(CODES),
            "registration_number": f"DX-{self._known}",
            "evidence": desk.paper(),
        }
        registration = desk.open(c.ConfirmDxRegistration, desk.happened(), **firm)
        assert registration is not None
        yield desk.today + chance.days(5, 60)
        now = {"firm_name": f"架空{self._known}合同会社"}
        desk.must(registration, c.CorrectDxRegistration, desk.today, version=1, now=now)
        yield desk.today + chance.days(60, 300)
        desk.must(registration, c.EndDxRegistration, desk.today)
        yield desk.today + chance.days(30, 100)
        if chance.comes(0.5):
            desk.must(registration, c.ConfirmDxRegistration, desk.today, **firm)
        else:
            version = len(registration.history)
            desk.must(registration, c.VoidDxRegistration, desk.today, version=version)
