"""A made-up log of any length: the programme's fiscal years R6 to R8, the same for the same seed.

What is generated are the domain's own events, written through the log's recorder with keys,
positions and leaves; a working day's entries are one transaction. Things are entered some days
after they happened, now and then months after, and some entries are corrected or voided. Only the
ciphertexts of personal values are left out: events hold references that lead nowhere.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

import psycopg
from eventsourcing.persistence import StoredEvent
from psycopg.sql import SQL, Identifier

from application.execute import stream_id
from application.ports import Append
from application.recorded import JAPAN, Provenance, Reason, Recorded
from domain.base.event import Event
from domain.base.values.codes import municipality_check_digit
from domain.expenditure import events as spent
from domain.kpi import events as kpi
from domain.worker import events as worker
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.mapper import encode
from infrastructure.postgres.recorder import LogRecorder, Writing

SEED = 6
FIRST, LAST = date(2024, 4, 1), date(2027, 3, 31)
OPENED = datetime(2024, 3, 29, 8, tzinfo=UTC)
TAKE_OVER_DAYS = 40
GRANT = "grant:dx-r6"
MUNICIPALITIES = tuple(
    f"{code}{municipality_check_digit(str(code))}" for code in range(20201, 20213)
)
SKILLS = (
    "ai-assistance",
    "bookkeeping",
    "captioning",
    "data-entry",
    "design",
    "online-support",
    "proofreading",
    "spreadsheets",
    "video-editing",
    "web-production",
)
LINES = ("1-office", "2-training", "3-matching", "4-outreach")
ITEMS = ("r2:7", "r2:8", "r2:10", "r2:11", "r2:12", "r2:13")
PURPOSES = (
    "人材育成研修",
    "講師謝金",
    "相談会の会場",
    "端末の借上げ",
    "広報物の制作",
    "専門家の旅費",
)
KPIS = tuple(f"kpi{number}" for number in range(1, 10))
CLERKS = tuple(f"clerk-{number}" for number in range(1, 9))


@dataclass(slots=True, eq=False)
class Life:
    """One stream so far: what the next entry has to know of it."""

    stream: UUID
    since: date
    version: int = 0
    entered: date = date.min
    mendable: list[int] = field(default_factory=list)


L = TypeVar("L", bound=Life)


@dataclass(slots=True, eq=False)
class WorkerLife(Life):
    """A worker."""

    home: str = ""
    on_roll: bool = True
    skills: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class ExpenditureLife(Life):
    """An expenditure."""

    charge: dict[str, str | int] = field(default_factory=dict)
    amount: int = 0
    paid: int = 0


class MadeUp:
    """The programme's people and money, one working day after the other."""

    def __init__(self, namespace: UUID, seed: int = SEED) -> None:
        """Start with nobody; stream ids belong to the log's namespace."""
        self._namespace = namespace
        self._random = Random(seed)  # noqa: S311 - the same for the same seed
        self._workers: list[WorkerLife] = []
        self._expenditures: list[ExpenditureLife] = []
        self._facts: list[Life] = []
        self._numbers: dict[tuple[str, int], int] = {}
        self._today = FIRST
        self._taking_over = True

    def days(self, events: int) -> Iterator[tuple[date, list[Recorded]]]:
        """Give so many events, each working day's together; no stream has two on one day."""
        days = list(working_days())
        for number, day in enumerate(days):
            self._today = day
            self._taking_over = number < TAKE_OVER_DAYS
            upto = events * (number + 1) // len(days)
            entries = [self._entry() for _ in range(upto - events * number // len(days))]
            if entries:
                yield day, entries

    def _entry(self) -> Recorded:
        area = self._random.random()
        if area < 0.45:
            return self._of_worker()
        return self._of_expenditure() if area < 0.7 else self._of_fact()

    def _of_worker(self) -> Recorded:
        life = self._untouched(self._workers)
        if life is None or self._random.random() < (0.5 if self._taking_over else 0.03):
            return self._register()
        return self._recorded(life, self._next_of_worker(life))

    def _register(self) -> Recorded:
        number = f"W-{len(self._workers) + 1:06}"
        stream = stream_id(self._namespace, "worker", number)
        home = self._random.choice(MUNICIPALITIES)
        life = WorkerLife(stream, self._happened(FIRST), home=home)
        self._workers.append(life)
        event = worker.WorkerRegistered(
            effective_on=life.since,
            person_id=self._uuid(),
            number=number,
            name=self._sealed(),
            kana=self._sealed(),
            birth_date=self._sealed(),
            contact=self._sealed(),
            municipality=home,
        )
        return self._recorded(life, event)

    def _next_of_worker(self, life: WorkerLife) -> Event:  # noqa: PLR0911 - one kind each
        happened = self._happened(life.since)
        if not life.on_roll:
            life.on_roll = True
            return worker.WorkerReturned(effective_on=happened)
        what = self._random.random()
        if what < 0.05 and life.mendable:
            return worker.SkillCorrected(
                effective_on=self._today,
                corrects=self._random.choice(life.mendable),
                now={"level": self._random.randint(1, 7)},
            )
        if what < 0.08 and len(life.skills) > 1:
            skill, _ = life.skills.popitem()
            return worker.SkillWithdrawn(effective_on=happened, skill=skill, framework="dss")
        if what < 0.11:
            life.home = self._random.choice([m for m in MUNICIPALITIES if m != life.home])
            return worker.WorkerMoved(effective_on=happened, municipality=life.home)
        if what < 0.13:
            life.on_roll = False
            return worker.WorkerLeft(effective_on=happened + timedelta(days=1), last_day=happened)
        if what < 0.16:
            return worker.ContactChanged(effective_on=happened, contact=self._sealed())
        return self._of_skill(life, happened)

    def _of_skill(self, life: WorkerLife, happened: date) -> Event:
        life.mendable.append(life.version + 1)
        fresh = [skill for skill in SKILLS if skill not in life.skills]
        claimed = not life.skills or (len(life.skills) < 6 and self._random.random() < 0.3)
        skill = self._random.choice(fresh if claimed else list(life.skills))
        level = min(7, life.skills.get(skill, 0) + self._random.randint(0, 1) + claimed)
        life.skills[skill] = level
        said = {
            "effective_on": happened,
            "skill": skill,
            "framework": "dss",
            "framework_version": "1.2",
            "level": level,
        }
        if claimed:
            return worker.SkillClaimed.model_validate(said)
        return worker.SkillAssessed.model_validate(
            said
            | {
                "assessor": self._uuid(),
                "method": self._random.choice(list(worker.Method)[1:]),
                "evidence": self._uuid(),
            }
        )

    def _of_expenditure(self) -> Recorded:
        life = self._untouched(self._expenditures)
        settled = life is None or life.paid == life.amount
        if life is None or self._random.random() < (0.9 if settled else 0.3):
            return self._commit()
        return self._recorded(life, self._next_of_expenditure(life))

    def _commit(self) -> Recorded:
        happened = self._happened(FIRST)
        year, whose = fiscal_year(happened), self._random.choice(MUNICIPALITIES)
        serial = self._numbers[whose, year] = self._numbers.get((whose, year), 0) + 1
        number = f"R{year - 2018}-{serial:06}"
        natural_key = f"{GRANT}|{whose}|{year}|{number}"
        pillar = self._random.randint(1, 4)
        life = ExpenditureLife(
            stream_id(self._namespace, "expenditure", natural_key),
            happened,
            charge={
                "number": number,
                "line": LINES[pillar - 1],
                "pillar": str(pillar),
                "budget_item": self._random.choice(ITEMS),
                "fiscal_year": year,
                "municipality": whose,
            },
            amount=self._random.randint(5, 900) * 1000,
        )
        self._expenditures.append(life)
        return self._recorded(life, self._of_money(spent.ExpenditureCommitted, life, life.amount))

    def _next_of_expenditure(self, life: ExpenditureLife) -> Event:
        what = self._random.random()
        if what < 0.05:
            return spent.ExpenditureCorrected(
                effective_on=self._today,
                programme=GRANT,
                corrects=self._random.choice(life.mendable),
                now={"budget_item": self._random.choice(ITEMS)},
            )
        if what < 0.07 and len(life.mendable) > 1:
            return spent.ExpenditureVoided(
                effective_on=self._today, programme=GRANT, voids=life.mendable.pop()
            )
        left = life.amount - life.paid
        if left and what < 0.95:
            amount = left if self._random.random() < 0.7 else max(1, left // 2)
            life.paid += amount
            return self._of_money(spent.ExpenditurePaid, life, amount)
        amount = max(1, life.paid // 10)
        life.paid = max(0, life.paid - amount)
        return self._of_money(spent.ExpenditureReturned, life, amount)

    def _of_money(self, kind: type[Event], life: ExpenditureLife, amount: int) -> Event:
        life.mendable.append(life.version + 1)
        fields = life.charge | {
            "effective_on": self._happened(life.since) if life.version else life.since,
            "programme": GRANT,
            "amount": amount,
            "evidence": self._uuid(),
        }
        if kind is spent.ExpenditureCommitted:
            fields["purpose"] = self._random.choice(PURPOSES)
        return kind.model_validate(fields)

    def _of_fact(self) -> Recorded:
        life = self._untouched(self._facts)
        if life is None or self._random.random() < 0.9:
            return self._count()
        event: Event
        if self._random.random() < 0.6:
            event = kpi.FactCorrected(
                effective_on=self._today,
                programme=GRANT,
                corrects=1,
                now={"evidence": str(self._uuid())},
            )
        else:
            self._facts.remove(life)
            event = kpi.FactVoided(effective_on=self._today, programme=GRANT, voids=1)
        return self._recorded(life, event)

    def _count(self) -> Recorded:
        happened, subject = self._happened(FIRST), self._uuid()
        which = self._random.choice(KPIS)
        natural_key = f"{GRANT}|{which}|{subject}"
        life = Life(stream_id(self._namespace, "fact", natural_key), happened)
        self._facts.append(life)
        # No one looks further back than some thousand entries.
        del self._facts[:-5000]
        event = kpi.FactCounted(
            effective_on=happened,
            programme=GRANT,
            kpi=which,
            subject=subject,
            fiscal_year=fiscal_year(happened),
            municipality=self._random.choice(MUNICIPALITIES),
            pillar=self._random.choice("1234"),
            evidence=self._uuid(),
        )
        return self._recorded(life, event)

    def _untouched(self, lives: list[L]) -> L | None:
        for _ in range(5):
            if lives and (life := self._random.choice(lives)).entered < self._today:
                return life
        return None

    def _happened(self, since: date) -> date:
        kind = self._random.random()
        furthest = 3 if kind < 0.7 else 30 if kind < 0.9 else 150
        return max(since, self._today - timedelta(days=self._random.randint(0, furthest)))

    def _recorded(self, life: Life, event: Event) -> Recorded:
        life.version += 1
        life.entered = self._today
        by = Provenance(
            actor=self._random.choice(CLERKS),
            role="secretariat",
            reason=Reason.TAKE_OVER if self._taking_over else Reason.ROUTINE,
            taken_over=self._taking_over,
            correlation=self._uuid(),
            salt=self._random.randbytes(16).hex(),
        )
        return Recorded(life.stream, life.version, event, by)

    def _uuid(self) -> UUID:
        return UUID(int=self._random.getrandbits(128), version=4)

    def _sealed(self) -> str:
        return self._random.randbytes(32).hex()


def working_days() -> Iterator[date]:
    """Give the days on which the office is open."""
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        if day.weekday() < 5:
            yield day


def fiscal_year(day: date) -> int:
    """Give the fiscal year a day lies in."""
    return day.year if day.month >= 4 else day.year - 1


def make_log(url: str, schema: str, events: int) -> PostgresLog:
    """Make a simulated log of so many events, in place of what the schema holds."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(Identifier(schema)))
    datastore = Datastore(url, schema)
    log = PostgresLog.open(datastore, origin=f"example/{schema}", clock="simulated", at=OPENED)
    recorder = LogRecorder(datastore)
    for day, entries in MadeUp(log.namespace).days(events - 1):
        at = datetime.combine(day, time(18), JAPAN)
        recorder.write([_writing(entry, at) for entry in entries])
    return log


def _writing(entry: Recorded, at: datetime) -> Writing:
    stored = StoredEvent(entry.stream, entry.version, entry.event.TOPIC, encode(entry))
    key = f"{entry.stream}|{entry.version}"
    append = Append(
        key=key,
        fingerprint=hashlib.sha256(key.encode()).digest(),
        stream=entry.stream,
        version=entry.version,
        expected={entry.stream: entry.version - 1},
        at=at,
    )
    return Writing([stored], [entry.event.programme], append)
