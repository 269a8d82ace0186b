"""Made-up pilots: begun, finished or given up, with what was learnt and what they serve."""

from application.recorded import Reason
from domain.pilot import commands as c
from domain.pilot import events as e
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, GRANT, own

THEMES, SOURCES = tuple(e.LessonTheme), tuple(e.LessonKind)
FIELDS, PARTNERS = tuple(e.PolicyField), tuple(e.PartnerKind)
GROUNDS = tuple(e.Abandonment)


class Pilots:
    """The pilots of the grant project and of the towns."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        self._desk = desk
        self._begun = 0

    def start(self) -> Life:
        """Begin one; it ends after some months, and teaches something on the way."""
        desk, chance = self._desk, self._desk.chance
        self._begun += 1
        town = chance.choice(CODES)
        pilot = desk.open(
            c.StartPilot,
            desk.happened(),
            programme=GRANT if chance.comes(0.8) else own(town),
            number=f"P-{self._begun:04}",
            title=f"架空の実証 {self._begun}",
            municipality=town,
            partner=chance.choice(PARTNERS),
            evidence=desk.paper(),
        )
        assert pilot is not None
        yield desk.today + chance.days(5, 40)
        desk.must(
            pilot, c.LinkPolicy, desk.today, policy=f"{town}-1", policy_title="架空の計画",
            policy_field=chance.choice(FIELDS), policy_of=town,
        )  # fmt: skip
        for _ in range(2):
            yield desk.today + chance.days(10, 60)
            desk.must(
                pilot, c.RecordLesson, desk.today, theme=chance.choice(THEMES),
                learnt_from=chance.choice(SOURCES), shared_with=(chance.choice(CODES),),
                text=chance.digest(), evidence=desk.paper(),
            )  # fmt: skip
        version = len(pilot.history)
        if self._begun % 2:
            desk.ask(pilot, c.CorrectPilot, desk.today, version=version, now={"theme": "cost"})
        else:
            desk.must(pilot, c.VoidPilotEntry, desk.today, version=version)
        yield desk.today + chance.days(10, 90)
        if chance.comes(0.7):
            desk.must(pilot, c.CompletePilot, desk.today, evidence=desk.paper())
        else:
            grounds = chance.choice(GROUNDS)
            desk.must(pilot, c.AbandonPilot, desk.today, why=Reason.DECISION, grounds=grounds)
