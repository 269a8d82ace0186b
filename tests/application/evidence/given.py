"""A log that is a list, and what a programme records by chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, cast
from uuid import UUID

from application.evidence.restatement import Reported, reported
from application.figures.figures import figure
from application.figures.standard import STANDARD
from application.figures.values import Figure
from application.ports import Log
from application.recorded import Recorded
from domain.base.event import Correction, Event, Void
from domain.base.figure import Condition, Count, Facts, FigureDefinition, Words
from domain.consortium import events as members
from domain.expenditure import events as money
from domain.figure.events import FigureDefined
from domain.kpi import events as kpi
from domain.person.events import PersonsJoined, PersonsParted
from domain.report import events as e
from tests.application.projections.given import log_of
from tests.given import day

GRANT = "grant:dx-r6"
TOWNS = ("203246", "202126", "152161")
TODAY = day("2026-11-23")
LATEST = FigureDefinition(
    code="latest",
    version=1,
    title=Words(ja="試し", en="a trial"),
    sentence=Words(ja="各人の最後の計上が立科町・大町市のもの。", en="Whose latest fact is there."),
    unit=Words(ja="人", en="persons"),
    by=("municipality",),
    measure=Count(
        facts=Facts(
            opens=("kpi.fact_counted",),
            keep="latest",
            key=("subject",),
            kept_where=(Condition(field="municipality", one_of=TOWNS[:2]),),
            persons=("subject",),
        ),
        basis="level",
    ),
)
"""A figure in which a fact of one stream displaces a fact of another."""
DEFINITIONS = (*STANDARD, LATEST)
YEARS = {"kpi1": 2024, "budget-executed": 2024, "kpi4": None, "latest": None}


class Listed:
    """A log of which nothing is asked but its events."""

    def __init__(self, recorded: Sequence[Recorded]) -> None:
        """Hold these events."""
        self._recorded = recorded

    def events(self, *, upto: int, topics: Sequence[str]) -> Iterator[Recorded]:
        """Give the events up to a position, of these topics."""
        return (r for r in self._recorded if r.position <= upto and r.event.TOPIC in topics)


def as_log(recorded: Sequence[Recorded]) -> Log:
    """Give a list of events as a log."""
    return cast("Log", Listed(recorded))


def found(recorded: Sequence[Recorded], position: int | None = None) -> list[Reported]:
    """Give what documents carry, as of the last position if none is given."""
    at = len(recorded) if position is None else position
    return reported(as_log(recorded), position=at, today=TODAY)


def asked(
    recorded: Sequence[Recorded], code: str, taken_on: date, version: int | None = 1
) -> Figure:
    """Compute a figure from all of these events."""
    _, computed = figure(
        as_log(recorded),
        code,
        programme=GRANT,
        fiscal_year=YEARS[code],
        valid_on=taken_on,
        position=recorded[-1].position,
        version=version,
    )
    return computed


def defined(definition: FigureDefinition, on: str = "2024-04-01") -> FigureDefined:
    """A definition was published."""
    return FigureDefined(effective_on=day(on), definition=definition)


def counted(number: int, on: str = "2024-10-01", **other: object) -> kpi.FactCounted:
    """Somebody was newly hired."""
    fields = {"kpi": "kpi1", "subject": UUID(int=number), "fiscal_year": 2024}
    common = {"effective_on": on, "programme": GRANT, "municipality": TOWNS[0]}
    return kpi.FactCounted.model_validate(common | fields | other)


def figure_of(code: str, taken_on: str, at: Sequence[Recorded], **other: object) -> e.FigureStated:
    """A document states a figure as the record said it when it held these events."""
    said = asked(at, code, day(taken_on))
    fields: dict[str, Any] = {
        "figure": code,
        "fiscal_year": YEARS[code],
        "taken_on": taken_on,
        "at_position": at[-1].position,
        "definition_version": 1,
        "value": said.value,
        "breakdown": [{"by": row.by, "value": row.value} for row in said.rows],
    }
    return e.FigureStated.model_validate(
        {"effective_on": "2025-01-14", "programme": GRANT} | fields | other
    )


@dataclass
class ByChance:
    """Writes a history of facts, payments, members, joins and mistakes."""

    random: Random
    told: list[tuple[UUID, Event]] = field(
        default_factory=lambda: [
            (UUID(int=100 + n), defined(each)) for n, each in enumerate(DEFINITIONS)
        ]
    )

    def go_on(self, turns: int) -> None:
        """Let so many things be recorded."""
        kinds = (self._fact, self._fact, self._fact, self._payment, self._member, self._person)
        for _ in range(turns):
            # Every third entry puts an earlier one right, as far as there is one.
            mended = self.random.random() < 0.35 and self._mend()
            if not mended:
                self.random.choice(kinds)()

    def recorded(self) -> list[Recorded]:
        """Give the history as the log keeps it."""
        return log_of(*self.told)

    def day(self) -> date:
        """Give a day between spring 2024 and summer 2025."""
        return day("2024-04-01") + timedelta(days=30 * self.random.randint(0, 15))

    def _stream(self, first: int) -> UUID:
        return UUID(int=first + self.random.randint(0, 5))

    def _common(self) -> dict[str, Any]:
        return {"effective_on": self.day(), "programme": GRANT}

    def _fact(self) -> None:
        town, year = self.random.choice(TOWNS), self.random.choice([2023, 2024, 2024])
        number = self.random.randint(1, 5)
        fact = counted(number, str(self.day()), municipality=town, fiscal_year=year)
        self.told.append((UUID(int=1000 + len(self.told)), fact))

    def _payment(self) -> None:
        paid, returned = money.ExpenditurePaid, money.ExpenditureReturned
        kinds: list[type[Event]] = [paid, paid, returned]
        charge = {
            "number": "R6-1", "line": "2", "pillar": self.random.choice("123"),
            "budget_item": "r2:12", "fiscal_year": 2024, "municipality": "joint",
            "amount": self.random.randint(1, 3),
        }  # fmt: skip
        self.told.append(
            (self._stream(200), self.random.choice(kinds).model_validate(self._common() | charge))
        )

    def _member(self) -> None:
        kinds: list[type[Event]] = [members.MemberJoined, members.MemberLeft]
        kind = self.random.choice(kinds)
        number = self.random.randint(0, 2)
        member: dict[str, Any] = {"kind": "municipality", "code": TOWNS[number]}
        on = self.day()
        if kind is members.MemberJoined:
            member["name"] = "架空町"
        else:
            member["last_day"] = on - timedelta(days=1)
        event = kind.model_validate({"effective_on": on} | member)
        self.told.append((UUID(int=300 + number), event))

    def _person(self) -> None:
        one, other = sorted(self.random.sample(range(1, 6), 2))
        kinds: list[type[Event]] = [PersonsJoined, PersonsJoined, PersonsParted]
        ids = {"person_id": UUID(int=one), "other_id": UUID(int=other)}
        event = self.random.choice(kinds).model_validate({"effective_on": self.day()} | ids)
        self.told.append((UUID(int=400 + 10 * one + other), event))

    def _mend(self) -> bool:
        """Correct or void a fact or a payment that has been neither voided nor corrected."""
        at = {(r.stream, r.version): r.event for r in self.recorded()}
        mended = {
            (stream, event.voids if isinstance(event, Void) else event.corrects)
            for (stream, _), event in at.items()
            if isinstance(event, Void | Correction)
        }
        kinds = (kpi.FactCounted, kpi.FactCorrected, money.ExpenditurePaid)
        left = [key for key, event in at.items() if isinstance(event, kinds) and key not in mended]
        if not left:
            return False
        stream, version = self.random.choice(left)
        target, common = at[stream, version], self._common()
        correct: type[Correction] = kpi.FactCorrected
        void: type[Void] = kpi.FactVoided
        now: dict[str, Any] = self.random.choice(
            [
                {"municipality": self.random.choice(TOWNS)},
                {"fiscal_year": self.random.choice([2023, 2024])},
                {"effective_on": str(self.day())},
                {"pillar": "4"},
            ]
        )
        if isinstance(target, money.ExpenditurePaid):
            correct, void, now = money.ExpenditureCorrected, money.ExpenditureVoided, {"amount": 9}
        event: Event = (
            void.model_validate(common | {"voids": version})
            if self.random.random() < 0.4 or isinstance(target, Correction)
            else correct.model_validate(common | {"corrects": version, "now": now})
        )
        self.told.append((stream, event))
        return True
