"""Figures of the five elements and the views that list what they count, on programmes by chance.

A figure takes what an entry says, and a view holds the records against each other. As long as
nothing is entered late or corrected, the two come to the same.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from application.decision import NotFound, stream_id, stream_of
from application.figures.elements import DX_WORKERS, PRIVATE_MINUTES
from application.figures.interpreter import compute, topics
from application.figures.values import for_figures
from application.rehearse import Rehearsal
from application.tasks import SPACE
from application.views.dx_contribution import DX_CONTRIBUTION
from application.views.private_contribution import PRIVATE_CONTRIBUTION
from domain.advice import commands as a
from domain.base.command import Command
from domain.base.event import Event
from domain.base.figure import FigureDefinition
from domain.base.rule import RuleBroken
from domain.client.commands import RegisterClient
from domain.commission import commands as k
from domain.consortium import commands as m
from domain.contract import commands as h
from domain.engagement import commands as o
from domain.worker import commands as w
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.commission.examples import TERMS, TOWN
from tests.domain.consortium.examples import COMPANY, PROFESSIONAL
from tests.domain.contract.examples import AGREED
from tests.given import day

GRANT, BEFORE, BEGINS, ENDS = "grant:dx-r6", "2025-02-03", day("2025-02-10"), "2026-03-31"
STEPS: Final = (
    "join", "leave", "rejoin", "declare", "advise", "claim", "assess", "withdraw", "remap",
    *["work"] * 6,
)  # fmt: skip
Step = tuple[str, int, int]
"""What happens, to which of two, and at which level, if it has one."""


def of(kind: str, key: str) -> UUID:
    """Give the stream of a natural key."""
    return stream_id(SPACE, kind, key)


ORDER, CONTRACT = of("engagement", "E-1"), of("contract", f"{GRANT}|K-1")
ADVISER, CONSORTIUM = of("adviser", f"{GRANT}|A-1"), of("consortium", "consortium")
MEMBERS: Final = (
    (of("membership", f"corporate-number|{COMPANY['code']}"), COMPANY),
    (of("membership", f"number|{PROFESSIONAL['code']}"), PROFESSIONAL),
)
SKILL: Final = {"skill": "design", "framework": "dss"}
VERSION: Final = SKILL | {"framework_version": "1.2"}
RENAMED: Final = {"to_skill": "design", "to_version": "2.0", "to_level": 3}


class Programme:
    """A programme of one entry a day, each decided as the service would; refused ones are not."""

    def __init__(self) -> None:
        """Begin with a consortium without members, two residents, an order, and two contracts."""
        self.events: list[tuple[UUID, Event]] = []
        self.told: Counter[str] = Counter()
        self._rehearsal = Rehearsal(SPACE)
        self._joined: set[UUID] = set()
        self._steps: Counter[int] = Counter()
        self._until: dict[int, date] = {}
        period: dict[str, Any] = {"first_day": BEFORE, "last_day": ENDS}
        self._begin(m.FormConsortium, name="架空コンソーシアム")
        for number in ("W-0", "W-1"):
            self._begin(w.RegisterWorker, number=number, person_id=of("person", number),
                        name="架空", kana="カクウ", municipality="203246")  # fmt: skip
        self._begin(RegisterClient, number="C-1", name="架空商事", kind="company")
        self._begin(o.ReceiveInquiry, programme=GRANT, number="E-1", client_id=of("client", "C-1"),
                    title="架空の案件", kind="dx-support", funds="client",
                    municipality="joint")  # fmt: skip
        self._begin(o.ReceiveOrder, programme=GRANT, engagement_id=ORDER, amount=1_000_000,
                    tax="standard", due_day=ENDS, contractor="town",
                    contractor_code="203246")  # fmt: skip
        firm = {"number": "K-1", "party": "company", "party_code": COMPANY["code"]}
        self._begin(h.ConcludeContract, programme=GRANT, **AGREED | firm | period)
        self._begin(a.EngageAdviser, programme=GRANT, number="A-1", basis="honorarium",
                    person_id=PROFESSIONAL["person_id"], sessions_agreed=36, **period)  # fmt: skip

    def take(self, steps: Sequence[Step]) -> None:
        """Let one thing happen each day, if the rules let it."""
        for number, (step, which, level) in enumerate(steps):
            if self._take(step, BEGINS + timedelta(days=number), which, level):
                self.told[step] += 1

    def _take(self, step: str, on: date, which: int, level: int) -> bool:
        member, who = MEMBERS[which]
        worker = {"worker_id": of("worker", f"W-{which}")}
        if step == "work":
            return self._work(on, which, worker)
        found = {"assessor": of("person", "架空"), "method": "test", "level": level}
        session = self.told["advise"] + 1
        kinds: dict[str, tuple[type[Command], dict[str, Any]]] = {
            "join": (m.JoinConsortium, {"consortium_id": CONSORTIUM, **who}),
            "leave": (m.LeaveConsortium, {"membership_id": member}),
            "rejoin": (m.RejoinConsortium, {"membership_id": member}),
            "declare": (h.DeclareHours, {"contract_id": CONTRACT, "minutes": 90} | self._by(0)),
            "advise": (
                a.HoldAdviceSession,
                {"adviser_id": ADVISER, "session": session, "minutes": 60} | self._by(1),
            ),
            "claim": (w.ClaimSkill, {**worker, **VERSION, "level": level}),
            "assess": (w.AssessSkill, {**worker, **VERSION, **found}),
            "withdraw": (w.WithdrawSkill, {**worker, **SKILL}),
            "remap": (w.RemapSkill, {**worker, **VERSION, **RENAMED}),
        }
        kind, fields = kinds[step]
        entered = self._enter(kind, on, **fields)
        if entered and step == "join":
            self._joined.add(member)
        return entered

    def _work(self, on: date, which: int, worker: dict[str, Any]) -> bool:
        """Take the next step of the commission that the resident has, or offer another."""
        ordinal, step = divmod(self._steps[which], 6)
        if step == 0:
            self._until[which] = on + timedelta(days=120)
        until = self._until[which]
        terms = TERMS | {"delivery_day": until, "inspect_by": until, "payment_due": until}
        work = {name: terms[name] for name in ("content", "amount", "delivery_day")}
        offer = {"engagement_id": ORDER, "ordinal": ordinal + 1, **worker, **TOWN, **work}
        steps: Sequence[tuple[type[Command], dict[str, Any]]] = (
            (k.OfferCommission, offer),
            (k.AcceptOffer, {}),
            (k.StateTerms, terms),
            (k.DeliverWork, {"extent": "whole"}),
            (k.PassInspection, {"delivery": 1}),
            (k.CompleteCommission, worker),
        )
        kind, fields = steps[step]
        if kind.TARGET:
            key = f"{ORDER}|{worker['worker_id']}|{ordinal + 1}"
            fields = fields | {"commission_id": of("commission", key)}
        entered = self._enter(kind, on, programme=GRANT, **fields)
        self._steps[which] += entered
        return entered

    def _by(self, which: int) -> dict[str, UUID]:
        """Name whose time it is, once a joining is on record."""
        member, _ = MEMBERS[which]
        return {"membership_id": member} if member in self._joined else {}

    def _begin(self, kind: type[Command], /, **fields: Any) -> None:  # noqa: ANN401
        assert self._enter(kind, day(BEFORE), **fields), kind

    def _enter(self, kind: type[Command], on: date, /, **fields: Any) -> bool:  # noqa: ANN401
        command = kind.model_validate({"effective_on": on, **fields})
        try:
            events = self._rehearsal.accept(command)
        except (RuleBroken, NotFound):
            return False
        self.events += [(stream_of(SPACE, command), event) for event in events]
        return True


def _value(definition: FigureDefinition, programme: Programme, year: int) -> int | None:
    log = log_of(*programme.events)
    counted = [for_figures(one) for one in log if one.event.TOPIC in topics(definition)]
    return compute(
        definition, counted, programme=GRANT, fiscal_year=year, valid_on=day("2027-03-31"), joins={}
    ).value


def _minutes(programme: Programme, year: int) -> int:
    asks = PRIVATE_CONTRIBUTION.asks.model_validate({"programme": GRANT, "fiscal_year": year})
    found = rows(PRIVATE_CONTRIBUTION, log_of(*programme.events), asks, valid_on="2027-03-31")
    return sum(row.minutes or 0 for row in found)


def _workers(programme: Programme, year: int) -> int:
    asks = DX_CONTRIBUTION.asks.model_validate({"programme": GRANT, "fiscal_year": year})
    found = rows(DX_CONTRIBUTION, log_of(*programme.events), asks, valid_on="2027-03-31")
    return len({row.worker for row in found})


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(0, 1), st.integers(1, 4)),
        min_size=40,
        max_size=120,
    )
)
def test_a_figure_comes_to_what_the_view_lists(steps: list[Step]) -> None:
    """Whoever joins, leaves, rises or falls when: minutes of members, residents who rose."""
    programme = Programme()
    programme.take(steps)
    for year in (2024, 2025):
        assert _value(PRIVATE_MINUTES, programme, year) == _minutes(programme, year)
        assert _value(DX_WORKERS, programme, year) == _workers(programme, year)


def test_there_is_something_to_count_in_such_a_programme() -> None:
    """Each kind of step is taken, one member is there for some of the time, one resident rose."""
    programme = Programme()
    worked: list[Step] = [("work", n, 1) for n in (0, 1) for _ in range(6)]
    members: list[Step] = [
        (step, n, 1)
        for n in (0, 1)
        for step in ("declare", "advise", "join", "declare", "advise", "leave", "declare", "advise")
    ]
    again: list[Step] = [("rejoin", 0, 1), ("declare", 0, 1)]
    skills: list[Step] = [("claim", 0, 2), ("claim", 1, 2), ("assess", 0, 3), ("assess", 1, 2)]
    ends: list[Step] = [("remap", 0, 1), ("withdraw", 0, 1)]
    steps = [*members, *again, *skills, *worked, *ends]
    programme.take(steps)
    assert sum(programme.told.values()) == len(steps)
    assert set(programme.told) == set(STEPS)
    assert _value(PRIVATE_MINUTES, programme, 2024) == 2 * 90 + 60
    assert sum(_workers(programme, year) for year in (2024, 2025)) == 1
