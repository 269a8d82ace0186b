"""Made-up advisers: sessions, what they advised, and what came of it."""

from datetime import date

from domain.advice import commands as c
from domain.advice import events as e
from domain.base.followed import Change
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST, LAST
from tests.made_up.desk import Desk
from tests.made_up.members import PROFESSIONAL, membership_of
from tests.made_up.places import GRANT
from tests.made_up.stream import Stream

TOPICS, DECLINES, CHANGES = tuple(e.Topic), tuple(e.DeclineReason), tuple(Change)


def life(desk: Desk, number: int, contracts: list[Stream], private: list[Stream]) -> Life:
    """Engage an adviser each fiscal year, under a contract if there is one by then.

    Whoever has no contract is the professional who is a member, once they have joined.
    """
    chance = desk.chance
    for year in range(FIRST.year, LAST.year):
        begins, ends = date(year, 5, 1), date(year + 1, 2, 28)
        yield begins
        contract = contracts[-1:] if number == 1 else []
        member = None if contract else membership_of(private, PROFESSIONAL)
        somebody = chance.uuid()
        adviser = desk.open(
            c.EngageAdviser,
            begins,
            *contract,
            programme=GRANT,
            number=f"A-{year}-{number}",
            person_id=member.state.person_id if member else somebody,
            basis=e.Basis.CONTRACT if contract else e.Basis.HONORARIUM,
            contract_id=contract[0].id if contract else None,
            sessions_agreed=36,
            first_day=begins,
            last_day=ends,
            evidence=desk.paper(),
        )
        assert adviser is not None
        yield from _sessions(desk, adviser, member, begins, ends)


def _sessions(desk: Desk, adviser: Stream, member: Stream | None, when: date, ends: date) -> Life:
    chance = desk.chance
    for session in range(1, 37):
        if when > ends:
            break
        yield when
        desk.must(
            adviser, c.HoldAdviceSession, when, *([member] if member else []), session=session,
            minutes=60, membership_id=member.id if member else None, evidence=desk.paper(),
        )  # fmt: skip
        held = len(adviser.history)
        if chance.comes(0.6):
            _advised(desk, adviser, when, session)
        if chance.comes(0.1):
            desk.must(adviser, c.CorrectAdvice, desk.today, version=held, now={"minutes": 90})
        when += chance.days(6, 12)
    last = max(event.effective_on for _, event in adviser.history
               if isinstance(event, e.AdviceSessionHeld))  # fmt: skip
    desk.must(adviser, c.EndAdviser, last)


def _advised(desk: Desk, adviser: Stream, when: date, session: int) -> None:
    chance = desk.chance
    desk.must(
        adviser, c.GiveAdvice, when, advice=session, session=session,
        topic=chance.choice(TOPICS), sentence="架空の助言", text=chance.digest(),
    )  # fmt: skip
    if chance.comes(0.3):
        desk.must(adviser, c.DeclineAdvice, when, advice=session, reason=chance.choice(DECLINES))
    elif chance.comes(0.8):
        desk.must(adviser, c.AdoptAdvice, when, advice=session)
        if chance.comes(0.6):
            desk.must(
                adviser, c.CarryOutAdvice, when, adviser, advice=session,
                change=chance.choice(CHANGES), record=adviser.id, record_version=1,
            )  # fmt: skip
            if chance.comes(0.2):
                desk.must(adviser, c.VoidAdviceEntry, desk.today, version=len(adviser.history))
