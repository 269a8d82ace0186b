"""Made-up employments: begun, in one form or another, and some of them ended."""

from collections import Counter
from uuid import UUID

from domain.employment import commands as c
from domain.employment import events as e
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, CORPORATION, GRANT
from tests.made_up.residents import Residents

EMPLOYERS = {
    e.EmployerKind.CORPORATION: CORPORATION,
    e.EmployerKind.MUNICIPALITY: CODES[0],
    e.EmployerKind.NONE: None,
}


class Employments:
    """The employments that the office knows of."""

    def __init__(self, desk: Desk, residents: Residents) -> None:
        """Begin with none."""
        self._desk = desk
        self._residents = residents
        self._known: Counter[UUID] = Counter()

    def begin(self) -> Life:
        """Record that somebody began to work, and perhaps the end."""
        desk, chance, resident = self._desk, self._desk.chance, self._residents.anyone()
        if resident is None:
            return
        when, kind = desk.happened(FIRST), chance.choice(tuple(EMPLOYERS))
        forms = (e.Form.EMPLOYED, e.Form.COMMISSIONED)
        own = kind is e.EmployerKind.NONE
        self._known[resident.person_id] += 1
        began = e.EmploymentBegan(
            effective_on=when,
            programme=GRANT,
            person_id=resident.person_id,
            ordinal=self._known[resident.person_id],
            form=e.Form.OWN_BUSINESS if own else chance.choice(forms),
            employer_kind=kind,
            employer=EMPLOYERS[kind],
            municipality=chance.choice(CODES),
            evidence=desk.paper(),
        )
        employment = desk.begin(c.BeginEmployment, began)
        if chance.comes(0.4):
            when += chance.days(30, 300)
            yield when
            desk.must(employment, c.EndEmployment, when)
            if chance.comes(0.15):
                desk.must(employment, c.VoidEmployment, desk.today, version=2)
        desk.rest(employment)
