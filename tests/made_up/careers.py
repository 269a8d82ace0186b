"""Made-up career support: consultations, an aim, and what became of it."""

from domain.career import commands as c
from domain.career import events as e
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import GRANT
from tests.made_up.residents import Resident, Residents

KINDS, RESULTS = tuple(e.ConsultationKind), tuple(e.AimResult)


class Careers:
    """The workers who are given career support."""

    def __init__(self, desk: Desk, residents: Residents) -> None:
        """Begin with none."""
        self._desk = desk
        self._residents = residents
        self._supported: set[Resident] = set()

    def begin(self) -> Life:
        """Talk with a worker a few times, and look at what became of an aim."""
        desk, chance, resident = self._desk, self._desk.chance, self._residents.anyone()
        if resident is None or resident in self._supported:
            return
        if (since := resident.here_since(desk.today)) is None:
            return
        when, worker = desk.happened(since), resident.stream
        career = desk.open(c.BeginCareerSupport, when, worker, programme=GRANT, worker_id=worker.id)
        if career is None:
            return
        self._supported.add(resident)
        for number in range(1, chance.randint(2, 4)):
            kind, minutes = chance.choice(KINDS), chance.choice((30, 45, 60))
            content = chance.digest() if chance.comes(0.8) else None
            desk.must(
                career, c.HoldConsultation, when, consultation=number, kind=kind, minutes=minutes,
                content=content,
            )  # fmt: skip
            if number == 1:
                desk.must(career, c.SetCareerAim, when, aim=1, text=chance.digest())
            when += chance.days(20, 90)
            yield when
        desk.must(career, c.ReviewCareerAim, when, aim=1, result=chance.choice(RESULTS))
        if chance.comes(0.15):
            desk.must(career, c.VoidCareer, desk.today, version=len(career.history))
        desk.rest(career)
