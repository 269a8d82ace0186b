"""A made-up programme of any length: fiscal years R6 to R8, the same for the same seed.

What happens is asked for as commands, area by area, and decided as in the service. The beginning is
taken over from sheets; things are entered some days after they happened, now and then months after
or ahead, and some entries are corrected or voided. Only the ciphertexts of personal values are left
out: events hold references that lead nowhere.
"""

from bisect import bisect
from collections.abc import Callable, Iterator
from datetime import date
from itertools import accumulate
from uuid import UUID, uuid5

from application.figures.standard import STANDARD
from application.recorded import Provenance, Reason, Recorded
from application.registry import PROJECTIONS
from domain.base.teams import Team
from domain.engagement.codes import OrderKind
from domain.log.events import LogOpened
from domain.outcome.events import Aim
from infrastructure.postgres.log import NAMESPACE
from tests.made_up import (
    activities,
    advisers,
    awards,
    contracts,
    corporations,
    evaluations,
    figures,
    meetings,
    members,
    mending,
    outcomes,
    plan,
    reports,
    skills,
    statements,
    work_kinds,
)
from tests.made_up.agenda import Agenda, Life
from tests.made_up.assets import Assets
from tests.made_up.calendar import OPENED, closing_time, working_days
from tests.made_up.careers import Careers
from tests.made_up.clients import Clients
from tests.made_up.collector import collector_off
from tests.made_up.delegations import Director
from tests.made_up.desk import Desk
from tests.made_up.employments import Employments
from tests.made_up.evidence import Papers
from tests.made_up.facts import NEW_HIRES, Facts
from tests.made_up.leads import Leads
from tests.made_up.mentoring import Mentoring
from tests.made_up.mock_work import MockWork
from tests.made_up.money import Accounts
from tests.made_up.orders import Orders
from tests.made_up.outreach import Outreach
from tests.made_up.persons import Persons
from tests.made_up.pilots import Pilots
from tests.made_up.places import TOWNS
from tests.made_up.registrations import Registrations
from tests.made_up.residents import Residents
from tests.made_up.stays import Stays
from tests.made_up.stream import Stream
from tests.made_up.training import Courses, requirement

SEED = 7


class MadeUp:
    """The programme's people and money, one working day after the other."""

    def __init__(self, namespace: UUID, seed: int = SEED) -> None:
        """Start with the plan and the consortium; stream ids belong to the log's namespace."""
        self._desk = desk = Desk(namespace, seed)
        self._agenda = agenda = Agenda(desk)
        grant, consortium = plan.submitted(desk), members.formed(desk)
        concluded: list[Stream] = []
        joined: list[Stream] = []
        private: list[Stream] = []
        for life in (
            *(figures.life(desk, one) for one in (*STANDARD, figures.REGISTERED)),
            plan.life(desk, grant),
            members.life(desk, consortium, joined),
            *(members.town(desk, consortium, n, joined) for n in range(len(TOWNS))),
            *(members.company(desk, consortium, n, private) for n in range(len(members.COMPANIES))),
            members.professional(desk, consortium, private),
            *(activities.life(desk, town) for town in TOWNS),
            requirement(desk),
            *(awards.life(desk, grant, town, year) for town in TOWNS for year in plan.YEARS),
            *(awards.closing(desk, town, year) for town in TOWNS for year in plan.YEARS),
            *(reports.life(desk, year) for year in plan.YEARS),
            *(evaluations.life(desk, year) for year in plan.YEARS),
            *(statements.life(desk, town, year) for town in TOWNS for year in plan.YEARS),
            *(contracts.life(desk, team, concluded, private) for team in Team),
            *(advisers.life(desk, number, concluded, private) for number in (1, 2)),
            *(outcomes.life(desk, aim) for aim in Aim),
            meetings.series(desk),
            corporations.life(desk, concluded),
            *(work_kinds.life(desk, kind) for kind in (OrderKind.CREATIVE, OrderKind.OTHER)),
        ):
            agenda.begin(life)
        residents, clients = Residents(desk), Clients(desk)
        papers, accounts = Papers(desk, residents), Accounts(desk, grant)
        orders, director = Orders(desk, agenda, clients, residents), Director(desk)
        outreach, stays = Outreach(desk, residents, orders), Stays(desk, clients)
        facts, assets = Facts(desk, residents), Assets(desk, residents)
        for life in (
            *(facts.close(NEW_HIRES, year) for year in plan.YEARS),
            *(assets.threshold(town) for town in TOWNS),
            outreach.policy(),
            *(outreach.plan(year) for year in plan.YEARS),
            *(stays.offer(town.code) for town in TOWNS),
        ):
            agenda.begin(life)
        begins = self._begins
        shares: dict[Callable[[], None], float] = {
            residents.register: 1.5,
            residents.change: 1.2,
            lambda: skills.tell(desk, residents): 32,
            begins(Persons(desk, residents).find_out): 0.3,
            begins(facts.count): 5,
            begins(Pilots(desk).start): 0.1,
            begins(assets.buy): 0.1,
            begins(Registrations(desk).confirm): 0.05,
            papers.register: 6,
            begins(clients.register): 0.3,
            begins(clients.find_out): 0.05,
            begins(Leads(desk, clients, orders).open): 0.4,
            begins(director.delegate): 0.05,
            director.log_assistance: 0.3,
            begins(orders.receive): 1.2,
            begins(Mentoring(desk, residents).request): 1,
            begins(MockWork(desk, residents).plan): 0.3,
            begins(Courses(desk, residents).plan): 0.3,
            begins(Careers(desk, residents).begin): 0.5,
            begins(Employments(desk, residents).begin): 0.6,
            begins(outreach.consent): 0.5,
            begins(outreach.publish): 0.5,
            begins(stays.invite): 0.2,
            begins(accounts.spend): 3.2,
            begins(lambda: mending.mend(desk)): 3.6,
        }
        self._turns = list(shares)
        self._shares = list(accumulate(shares.values()))

    @property
    def relied(self) -> list[tuple[UUID, UUID]]:
        """Which stream was relied on, and by which stream's decisions, up to now."""
        return self._desk.relied

    @property
    def desk_keys(self) -> dict[UUID, str]:
        """Of each evaluation up to now the key that its evaluator keeps."""
        return self._desk.desk_keys

    def days(self, events: int) -> Iterator[tuple[date, list[Recorded]]]:
        """Give so many events, each working day's together, from position 2 on.

        They are spread evenly over all three years. A programme is told once.
        """
        desk, days = self._desk, list(working_days())
        position = 1
        for number, day in enumerate(days, start=1):
            desk.today = day
            count = events * number // len(days) - (position - 1)
            while len(desk.pile) < count:
                self._turn()
            at = closing_time(day)
            entries = []
            for _ in range(count):
                position += 1
                entries.append(Recorded(*desk.pile.popleft(), position, at))
            if entries:
                yield day, entries

    def _turn(self) -> None:
        self._desk.sit_down()
        # What is due comes first, so that things do not come in faster than they are done.
        if not self._agenda.go_on():
            self._turns[bisect(self._shares, self._desk.chance.random() * self._shares[-1])]()

    def _begins(self, life: Callable[[], Life]) -> Callable[[], None]:
        return lambda: self._agenda.begin(life())


@collector_off()
def recorded(events: int, seed: int = SEED, origin: str = "example/made-up") -> list[Recorded]:
    """Give a whole log of so many events without a database; the first says that it was opened."""
    namespace = uuid5(NAMESPACE, origin)
    return [
        _opened(namespace, origin),
        *(entry for _, day in MadeUp(namespace, seed).days(events - 1) for entry in day),
    ]


def _opened(namespace: UUID, origin: str) -> Recorded:
    versions = {name: projection.version for name, projection in PROJECTIONS.items()}
    opened = LogOpened(
        effective_on=OPENED.date(), origin=origin, clock="simulated", projections=versions
    )
    stream = uuid5(namespace, "log|1")
    by = Provenance(
        actor="system", role="system", reason=Reason.ROUTINE, correlation=stream, salt="0" * 32
    )
    return Recorded(stream, 1, opened, by, 1, OPENED)
