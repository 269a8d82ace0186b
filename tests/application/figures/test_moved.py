"""What one event moves: exactly the figures that come out otherwise without it."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import cast
from uuid import UUID

import pytest

from application.effective import effective_events
from application.figures.figures import figure
from application.figures.money import BUDGET_EXECUTED
from application.figures.moved import Moved, moved
from application.figures.standard import MEMBER_MUNICIPALITIES, NEW_HIRES
from application.figures.values import Figure
from application.ports import Log
from application.recorded import Recorded
from domain.base.event import COMMON, Event
from domain.base.figure import Count, Difference, FigureDefinition, Measure, Ratio
from domain.base.values.fiscal_year import fiscal_year_of
from domain.expenditure import events as spent
from domain.figure.events import FigureDefined, FigureWithdrawn
from domain.kpi import events as kpi
from domain.person.events import PersonsJoined, PersonsParted
from tests.application.projections.given import as_log, log_of
from tests.domain.consortium import examples as member
from tests.domain.expenditure import examples as x
from tests.domain.kpi import examples as k
from tests.given import day

OWN, ELSEWHERE = "own:203246", "grant:elsewhere"
PROGRAMMES = (COMMON, k.GRANT, OWN, ELSEWHERE)
YEARS: tuple[int | None, ...] = (None, *range(2023, 2028))
START, END = date(2024, 3, 1), date(2027, 1, 1)
PEOPLE = tuple(UUID(int=number) for number in range(0x51, 0x53))
FIGURE = UUID(int=0x91)
SEEDS = (*range(10), 19, 21, 28)
"""The last ones let members leave, and join and part persons who are counted."""


def other(code: str, measure: Measure, *by: str) -> FigureDefinition:
    """Make a definition of another kind out of the parts of the standard ones."""
    return NEW_HIRES.model_copy(update={"code": code, "measure": measure, "by": by})


def part(of: FigureDefinition, **update: object) -> Count:
    """Take a standard count on another basis."""
    assert isinstance(of.measure, Count)
    return of.measure.model_copy(update=update)


ALL_YEARS = part(NEW_HIRES, basis="cumulative", distinct_by=None)
GROWTH = part(MEMBER_MUNICIPALITIES, basis="increment", compared_with="day_before_year")
SINCE = part(MEMBER_MUNICIPALITIES, basis="increment", compared_with=day("2024-09-30"))
SHARE = Ratio(
    numerator=ALL_YEARS, denominator=part(MEMBER_MUNICIPALITIES), scale=100, rounding="down"
)
OVER = Difference(of=(ALL_YEARS,), minus=(part(NEW_HIRES, distinct_by=None),))
DEFINITIONS = {
    each.code: each
    for each in (
        NEW_HIRES,
        BUDGET_EXECUTED,
        MEMBER_MUNICIPALITIES,
        other("all-years", ALL_YEARS, "pillar"),
        other("growth", GROWTH),
        other("since", SINCE, "kind"),
        other("share", SHARE),
        other("over", OVER, "municipality"),
    )
}


class Story:
    """A made-up history in which figures are defined, counted, mended and withdrawn by chance."""

    def __init__(self, seed: int, turns: int = 20) -> None:
        """Tell so many events; the same seed tells the same."""
        self.random = Random(seed)  # noqa: S311 - an example, not a secret
        self.events: list[tuple[UUID, Event]] = []
        self._defined = dict.fromkeys(DEFINITIONS, 0)
        kinds: list[Callable[[], None]] = [
            self._define, self._count, self._count, self._count, self._spend, self._spend,
            self._member, self._member, self._person, self._person, *[self._mend] * 4,
        ]  # fmt: skip
        for code in DEFINITIONS:
            if self.random.random() < 0.7:
                self._publish(code, START)
        for _ in range(turns):
            self.random.choice(kinds)()

    def day(self) -> date:
        """Give a day within some three years."""
        return START + timedelta(days=30 * self.random.randint(0, 30))

    def _tell(self, stream: UUID | int, event: Event) -> None:
        self.events.append((stream if isinstance(stream, UUID) else UUID(int=stream), event))

    def _define(self) -> None:
        code = self.random.choice(list(DEFINITIONS))
        stream = FIGURE.int + list(DEFINITIONS).index(code)
        if self._defined[code] and self.random.random() < 0.3:
            self._tell(stream, FigureWithdrawn(effective_on=self.day()))
            return
        self._publish(code, self.day())

    def _publish(self, code: str, on: date) -> None:
        stream = FIGURE.int + list(DEFINITIONS).index(code)
        self._defined[code] += 1
        by = self.random.choice([(), DEFINITIONS[code].by])
        version = {"version": self._defined[code], "by": by}
        definition = DEFINITIONS[code].model_copy(update=version)
        self._tell(stream, FigureDefined(effective_on=on, definition=definition))

    def _count(self) -> None:
        counted = {
            "subject": self.random.choice(PEOPLE),
            "fiscal_year": self.random.randint(2024, 2025),
            "municipality": self.random.choice(["203246", "202126"]),
            "programme": self.random.choice([k.GRANT, k.GRANT, OWN, COMMON]),
            "effective_on": self.day(),
        }
        self._tell(0x1000 + len(self.events), k.counted().model_copy(update=counted))

    def _spend(self) -> None:
        on, amount = self.day().isoformat(), self.random.randint(1, 3)
        paid = self.random.random() < 0.6
        event = x.paid(on, amount) if paid else x.came_back(on, amount)
        programme = {"programme": self.random.choice([k.GRANT, OWN]), "pillar": "1"}
        self._tell(0x2000 + self.random.randint(0, 2), event.model_copy(update=programme))

    def _member(self) -> None:
        stream = self.random.randint(0, 2)
        who = [member.OMACHI, member.ITOIGAWA, member.NAGANO][stream]
        joined = self.random.random() < 0.6
        on = self.day().isoformat()
        event = member.joined(on, who) if joined else member.left(last_day=on, who=who)
        self._tell(0x3000 + stream, event)

    def _person(self) -> None:
        one, two = sorted(self.random.sample(PEOPLE, 2))
        kind = self.random.choice([PersonsJoined, PersonsJoined, PersonsParted])
        event = kind(effective_on=self.day(), person_id=one, other_id=two)
        self._tell(0x4000 + PEOPLE.index(one) * 10 + PEOPLE.index(two), event)

    def _mend(self) -> None:
        streams = [
            stream
            for stream, event in self.events
            if isinstance(event, kpi.FactCounted | spent.ExpenditurePaid)
        ]
        if not streams:
            return
        stream = self.random.choice(streams)
        own = [event for at, event in self.events if at == stream]
        version = self.random.randint(1, len(own))
        of_fact = isinstance(own[0], kpi.FactCounted)
        programme, on = {"programme": own[0].programme}, self.day().isoformat()
        if self.random.random() < 0.4:
            void = k.voided(on, version) if of_fact else x.voided(on, version)
            self._tell(stream, void.model_copy(update=programme))
            return
        year = self.random.choice([2025, 2026])
        options: list[dict[str, object]] = [
            {"fiscal_year": year},
            {"effective_on": on},
            {"municipality": "152161"} if of_fact else {"amount": self.random.randint(4, 9)},
        ]
        now = self.random.choice(options)
        correct = k.corrected(on, version, **now) if of_fact else x.corrected(on, version, **now)
        self._tell(stream, correct.model_copy(update=programme))


Asked = tuple[str, str, int | None]
"""Code, programme and fiscal year."""


def computed(log: list[Recorded], at: int, on: date) -> dict[Asked, tuple[object, Figure]]:
    """Compute every figure as of a position, each alone, with its definition."""
    return {
        (code, programme, year): figure(
            as_log(log), code, programme=programme, fiscal_year=year, valid_on=on, position=at
        )
        for code in DEFINITIONS
        for programme in PROGRAMMES
        for year in YEARS
    }


def occurring(log: list[Recorded], code: str) -> tuple[set[str], set[int]]:
    """Give the programmes and fiscal years of all that a figure reads, with the last event or not.

    Expenditures and counted facts name their year; of members it is the year of the day.
    """
    topics = DEFINITIONS[code].fields_by_topic()
    read = [
        recorded.event
        for at in (len(log) - 1, len(log))
        for recorded in effective_events(as_log(log), topics, at)
    ]
    years = {getattr(one, "fiscal_year", fiscal_year_of(one.effective_on)) for one in read}
    return {one.programme for one in read}, years


def untried(reported: dict[Asked, Moved], log: list[Recorded], asked: Asked, on: date) -> bool:
    """Say that a figure that differs is one that nobody would ask for, or is reported as another.

    It is of a programme or a year that does not occur, needs a year and has none, or counts the
    common scope alone.
    """
    code, programme, year = asked
    parts = list(DEFINITIONS[code].parts())
    programmes, years = occurring(log, code)
    needed = any(one.basis == "annual" for one in parts) or code == "growth"
    if needed if year is None else year not in (years or {fiscal_year_of(on)}):
        return True
    if all(one.facts.scope == COMMON for one in parts):
        return programme != COMMON and (code, COMMON, year) in reported
    return programme not in (programmes or {COMMON})


@pytest.mark.parametrize("seed", SEEDS)
def test_an_event_moves_exactly_the_figures_that_differ_without_it(seed: int) -> None:
    """Nothing that stays the same is named, nothing that differs left out, and both are told."""
    story = Story(seed)
    log = log_of(*story.events)
    on = END if seed % 2 else story.day()
    before = computed(log, 0, on)
    for event in log:
        after = computed(log, event.position, on)
        differing = {asked for asked in after if before[asked] != after[asked]}
        reported = {
            (one.after.code, one.after.programme, one.after.fiscal_year): one
            for one in moved(as_log(log), event, valid_on=on)
        }

        assert reported.keys() <= differing
        for asked, one in reported.items():
            assert (one.before, one.after) == (before[asked][1], after[asked][1])
            assert one.aspects()
        for asked in differing - reported.keys():
            assert untried(reported, log[: event.position], asked, on), asked
        before = after


def test_the_made_up_histories_meet_every_way_of_moving() -> None:
    """Otherwise nothing would be shown by them."""
    topics: dict[str, set[str]] = {}
    aspects: set[str] = set()
    for seed in SEEDS:
        log = log_of(*Story(seed).events)
        for event in log:
            for one in moved(as_log(log), event, valid_on=END):
                topics.setdefault(event.event.TOPIC, set()).add(one.after.code)
                aspects |= set(one.aspects())
    assert aspects == {"definition", "value", "breakdown", "counted", "parts", "recorded"}
    assert topics["figure.defined"] == DEFINITIONS.keys()
    assert "kpi1" in topics["person.joined"]
    assert {"kpi4", "growth", "share"} <= topics["consortium.member_joined"]
    assert topics.keys() == {
        "figure.defined",
        "figure.withdrawn",
        "kpi.fact_counted",
        "kpi.fact_corrected",
        "kpi.fact_voided",
        "expenditure.paid",
        "expenditure.returned",
        "expenditure.corrected",
        "expenditure.voided",
        "consortium.member_joined",
        "consortium.member_left",
        "person.joined",
        "person.parted",
    }


def test_the_log_is_read_once_for_each_definition() -> None:
    """However many programmes and years there are to try."""
    story = Story(3, turns=60)
    log = log_of(*story.events)
    reads: list[set[str]] = []

    class Counting:
        def events(self, *, upto: int, topics: list[str]) -> object:
            reads.append(set(topics))
            return as_log(log).events(upto=upto, topics=topics)

    for event in log:
        reads.clear()
        list(moved(cast("Log", Counting()), event, valid_on=END))
        of_facts = [each for each in reads if not any(t.startswith("figure.") for t in each)]
        of_facts = [each for each in of_facts if not any(t.startswith("person.") for t in each)]
        assert len(of_facts) <= len(DEFINITIONS)
