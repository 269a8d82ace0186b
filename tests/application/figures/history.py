"""A log by chance, of all that the headline figures count, with every kind of mistake in it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, cast
from uuid import UUID

from application.decision import NotFound
from application.execute import execute
from application.figures.standard import STANDARD
from application.ports import Append, Log
from application.recorded import Entry, Provenance, Reason, Recorded
from domain.base.command import Command
from domain.base.event import Correction, Event, Void
from domain.base.rule import RuleBroken
from domain.base.values.fiscal_year import fiscal_year_of
from domain.consortium import commands as members
from domain.consortium.events import MemberLeft
from domain.expenditure import commands as money
from domain.figure.commands import DefineFigure, WithdrawFigure
from domain.kpi import commands as kpi
from domain.person.commands import JoinPersons, PartPersons
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.log import PostgresLog

FIRST = date(2024, 4, 1)
DAYS = tuple(FIRST + timedelta(days=n) for n in range(0, 420, 20))
START = datetime(2025, 6, 1, tzinfo=UTC)
"""After all days: what has happened is recorded once its day has come."""
OURS, THEIRS = "own:203246", "own:202126"
PEOPLE = tuple(UUID(int=n) for n in range(1, 7))
TOWNS = {"203246": "立科町", "202126": "大町市", "152161": "糸魚川市"}
CLERK = Entry(actor="clerk")


class History:
    """Counting, joining, paying and leaving in one log by chance, and putting right all of it.

    The same seed gives the same history. What the rules refuse is not recorded.
    """

    def __init__(self, log: PostgresLog, seed: int) -> None:
        """Publish the definitions and form the consortium."""
        self.log = log
        self._vault = PostgresVault(log._datastore, log.origin, log.namespace)
        self._random = Random(seed)  # noqa: S311 - an example, not a secret
        self._streams: dict[str, list[UUID]] = {}
        self._turn = 0
        self._definitions = {
            definition.code: self._record(DefineFigure(effective_on=FIRST, definition=definition))
            for definition in STANDARD
        }
        formed = {"effective_on": FIRST, "name": "架空コンソーシアム"}
        self._consortium = self._record(members.FormConsortium.model_validate(formed))

    def go_on(self, turns: int) -> None:
        """Ask for so many things."""
        kinds = {"fact": 4, "link": 2, "expenditure": 4, "member": 3, "definition": 0.5}
        for _ in range(turns):
            (kind,) = self._random.choices(list(kinds), list(kinds.values()))
            with suppress(RuleBroken, NotFound):
                getattr(self, f"_{kind}")()

    def moment(self) -> tuple[int, date]:
        """Give a position of the log and a day in the world, by chance."""
        return self._random.randint(0, self.log.last()[0]), self._random.choice(DAYS)

    def _record(self, command: Command, kind: str | None = None) -> UUID:
        self._turn += 1
        key, at = f"turn-{self._turn}", START + timedelta(hours=self._turn)
        stream = execute(self.log, self._vault, command, CLERK, key=key, at=at).stream
        if kind and stream not in self._streams.setdefault(kind, []):
            self._streams[kind].append(stream)
        return stream

    def _known(self, kind: str, new: float) -> UUID | None:
        """Give a stream to go on with, or None for a new one."""
        streams = self._streams.get(kind, [])
        return self._random.choice(streams) if streams and self._random.random() > new else None

    def _day(self) -> date:
        return self._random.choice(DAYS)

    def _wrong(self, stream: UUID) -> dict[str, Any]:
        version = self._random.randint(1, len(self.log.read(stream)))
        return {"version": version, "effective_on": self._day()}

    def _meant(self, stream: UUID, version: int) -> Event:
        """Give the event that a correction of this version would reach."""
        history = self.log.read(stream)
        event = history[version - 1].event
        while isinstance(event, Correction):
            event = history[event.corrects - 1].event
        return event

    def _fact(self) -> None:
        fact = self._known("fact", new=0.4)
        if fact is None:
            on = self._day()
            counted = {
                "kpi": self._random.choice(["kpi1", "kpi1", "kpi1", "kpi2"]),
                "subject": self._random.choice(PEOPLE),
                "fiscal_year": fiscal_year_of(on),
                "municipality": self._random.choice([*TOWNS, "joint"]),
                "pillar": "2",
                "programme": self._random.choice([OURS, OURS, THEIRS]),
                "effective_on": on,
            }
            self._record(kpi.CountFact.model_validate(counted), "fact")
            return
        wrong = {"fact_id": fact, **self._wrong(fact)}
        now: list[dict[str, object]] = [
            {"municipality": self._random.choice([*TOWNS])},
            {"fiscal_year": fiscal_year_of(day := self._day()), "effective_on": day.isoformat()},
            {"pillar": None},
        ]
        self._mend(
            fact,
            kpi.VoidFact.model_validate(wrong),
            kpi.CorrectFact.model_validate(wrong | {"now": self._random.choice(now)}),
        )

    def _link(self) -> None:
        link = self._known("link", new=0.6)
        if link is not None:
            self._record(PartPersons(effective_on=self._day(), link_id=link))
            return
        one, other = self._random.sample(PEOPLE, 2)
        joined = JoinPersons(effective_on=self._day(), person_id=one, other_id=other)
        self._record(joined, "link")

    def _expenditure(self) -> None:
        spent = self._known("expenditure", new=0.2)
        amount = {"effective_on": self._day(), "amount": self._random.randint(1, 5) * 1000}
        if spent is None:
            charge = {
                "number": f"R6-{self._turn}",
                "line": "2-training",
                "pillar": self._random.choice(["1", "2"]),
                "budget_item": "r2:12",
                "fiscal_year": self._random.choice([2024, 2024, 2025]),
                "municipality": "203246",
                "purpose": "（架空）研修",
                "programme": self._random.choice([OURS, OURS, THEIRS]),
            }
            fields = charge | amount | {"amount": 12_000, "effective_on": FIRST}
            self._record(money.CommitExpenditure.model_validate(fields), "expenditure")
            return
        about = {"expenditure_id": spent}
        wrong = about | self._wrong(spent)
        now: list[dict[str, object]] = [
            {"amount": amount["amount"]},
            {"pillar": self._random.choice(["1", "2", "3"])},
            {"effective_on": self._day().isoformat()},
        ]
        steps: list[Callable[[], object]] = [
            lambda: self._record(money.PayExpenditure.model_validate(about | amount)),
            lambda: self._record(money.PayExpenditure.model_validate(about | amount)),
            lambda: self._record(money.ReturnExpenditure.model_validate(about | amount)),
            lambda: self._mend(
                spent,
                money.VoidExpenditure.model_validate(wrong),
                money.CorrectExpenditure.model_validate(wrong | {"now": self._random.choice(now)}),
            ),
        ]
        self._random.choice(steps)()

    def _member(self) -> None:
        member = self._known("member", new=0.15)
        on = self._day()
        if member is None:
            code, name = self._random.choice(list(TOWNS.items()))
            joined = {
                "effective_on": on,
                "consortium_id": self._consortium,
                "kind": "municipality",
                "code": code,
                "name": name,
            }
            self._record(members.JoinConsortium.model_validate(joined), "member")
            return
        wrong = {"membership_id": member, **self._wrong(member)}
        now = {"effective_on": on.isoformat()}
        if isinstance(self._meant(member, wrong["version"]), MemberLeft):
            now["last_day"] = (on - timedelta(days=1)).isoformat()
        steps: list[Callable[[], object]] = [
            lambda: self._record(members.LeaveConsortium(effective_on=on, membership_id=member)),
            lambda: self._record(members.RejoinConsortium(effective_on=on, membership_id=member)),
            lambda: self._mend(
                member,
                members.VoidMembership.model_validate(wrong),
                members.CorrectMembership.model_validate(wrong | {"now": now}),
            ),
        ]
        self._random.choice(steps)()

    def _definition(self) -> None:
        code = self._random.choice(list(self._definitions))
        stream = self._definitions[code]
        published = sum(one.event.TOPIC == "figure.defined" for one in self.log.read(stream))
        definition = next(each for each in STANDARD if each.code == code)
        following = definition.model_copy(update={"version": published + 1})
        with suppress(RuleBroken):
            self._record(WithdrawFigure(effective_on=self._day(), figure_id=stream))
        self._record(DefineFigure(effective_on=self._day(), definition=following))

    def _mend(self, stream: UUID, void: Command, correct: Command) -> None:
        kind = self._random.choice(["void", "correct", "correct", "void a voiding"])
        if kind == "void a voiding":
            self._void_a_voiding(stream)
        else:
            self._record(void if kind == "void" else correct)

    def _void_a_voiding(self, stream: UUID) -> None:
        # No command does this yet, but a log may hold it, and readers have to know what it means.
        history = self.log.read(stream)
        if not (voidings := [one for one in history if isinstance(one.event, Void)]):
            return
        self._turn += 1
        wrong = self._random.choice(voidings)
        event = type(wrong.event).model_validate(
            wrong.event.model_dump() | {"voids": wrong.version, "effective_on": self._day()}
        )
        by = Provenance(
            actor="clerk",
            role="secretariat",
            reason=Reason.MISTAKE,
            correlation=stream,
            salt=f"{self._turn:032x}",
        )
        version = len(history) + 1
        append = Append(
            key=f"turn-{self._turn}",
            fingerprint=b"",
            stream=stream,
            version=version,
            expected={stream: version - 1},
            at=START + timedelta(hours=self._turn),
        )
        self.log.append([Recorded(stream, version, event, by)], append)


@dataclass(frozen=True)
class Kept:
    """A log kept in memory: what a test asks again and again, or has left something out of."""

    recorded: Sequence[Recorded]

    def events(self, *, upto: int, topics: Sequence[str]) -> Iterator[Recorded]:
        """Give events in the order of their positions."""
        wanted = frozenset(topics)
        return (r for r in self.recorded if r.position <= upto and r.event.TOPIC in wanted)

    @property
    def log(self) -> Log:
        """Give it as what figures read."""
        return cast("Log", self)


def mentioned(recorded: Sequence[Recorded]) -> Mapping[str, int]:
    """Count what makes a history worth testing with."""
    by_version = {(one.stream, one.version): one.event for one in recorded}

    def mends(one: Recorded, how: str) -> object:
        version = getattr(one.event, how, None)
        return version and by_version[one.stream, version]

    return {
        "corrections of corrections": sum(
            hasattr(mends(one, "corrects"), "corrects") for one in recorded
        ),
        "voided corrections": sum(hasattr(mends(one, "voids"), "corrects") for one in recorded),
        "voided voidings": sum(hasattr(mends(one, "voids"), "voids") for one in recorded),
        "partings": sum(one.event.TOPIC == "person.parted" for one in recorded),
        "leavings": sum(one.event.TOPIC == "consortium.member_left" for one in recorded),
        "rejoinings": sum(one.event.TOPIC == "consortium.member_rejoined" for one in recorded),
        "returns": sum(one.event.TOPIC == "expenditure.returned" for one in recorded),
        "withdrawals": sum(one.event.TOPIC == "figure.withdrawn" for one in recorded),
    }
