"""The adviser: what the record accepts, and what its events make of it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from domain.advice import commands as c
from domain.advice import events as e
from domain.advice import rules
from domain.base.command import Seen
from domain.base.event import opened
from domain.base.followed import require_followed
from domain.consortium.private import private_member
from domain.contract.state import Contract

NEVER = date.max


@dataclass(frozen=True, slots=True)
class Adviser:
    """One adviser as far as rules need it.

    `sessions` holds number and day of each session, `given` day and session by the advice's number,
    `answers` whether advice was adopted, and `carried` the days on which adopted advice came true.
    """

    programme: str
    person_id: UUID
    first_day: date
    last_day: date
    ended: date | None = None
    sessions: tuple[tuple[int, date], ...] = ()
    given: dict[int, tuple[date, int]] = field(default_factory=dict)
    answers: tuple[tuple[int, date, bool], ...] = ()
    carried: tuple[tuple[int, date], ...] = ()

    def engaged_on(self, day: date) -> bool:
        """Say whether `day` lies in the period, and not after its end."""
        return self.first_day <= day <= min(self.last_day, self.ended or NEVER)

    def held_by(self, session: int, day: date) -> bool:
        """Say whether a session had been held by `day`."""
        return any(number == session and on <= day for number, on in self.sessions)

    def given_by(self, advice: int, day: date) -> bool:
        """Say whether advice had been given by `day`."""
        return self.given.get(advice, (NEVER, 0))[0] <= day

    def adopted_by(self, advice: int, day: date) -> bool:
        """Say whether advice had been adopted by `day`."""
        return any(one == advice and on <= day and yes for one, on, yes in self.answers)


def decide_opening(
    adviser: Adviser | None, command: c.EngageAdviser, seen: Seen
) -> list[e.AdviserEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ENGAGED_ALREADY.require(adviser is None)
    rules.ENDS_BEFORE_IT_BEGINS.require(command.first_day <= command.last_day)
    by_contract = command.basis is e.Basis.CONTRACT
    known = command.contract_id and seen.the(Contract, command.contract_id)
    rules.CONTRACT_UNKNOWN.require(known if by_contract else command.contract_id is None)
    return [e.AdviserEngaged.model_validate(command.carried())]


def decide(adviser: Adviser, command: c.AdviserStep, seen: Seen) -> list[e.AdviserEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | {"programme": adviser.programme}
    match command:
        case c.EndAdviser():
            rules.ENDED_ALREADY.require(adviser.ended is None)
            rules.NOT_ENGAGED.require(adviser.engaged_on(day))
            rules.NOT_ENGAGED.require(all(on <= day for _, on in adviser.sessions))
            return [e.AdviserEnded.model_validate(fields)]
        case c.HoldAdviceSession():
            rules.NOT_ENGAGED.require(adviser.engaged_on(day))
            rules.SESSION_HELD_ALREADY.require(command.session not in dict(adviser.sessions))
            private = private_member(command, seen, lambda one: one.person_id == adviser.person_id)
            return [e.AdviceSessionHeld.model_validate(fields | {"private_member": private})]
        case c.GiveAdvice():
            rules.SESSION_NOT_HELD.require(adviser.held_by(command.session, day))
            rules.GIVEN_ALREADY.require(command.advice not in adviser.given)
            return [e.AdviceGiven.model_validate(fields)]
        case c.AdoptAdvice() | c.DeclineAdvice():
            rules.NO_SUCH_ADVICE.require(adviser.given_by(command.advice, day))
            answered = {advice for advice, _, _ in adviser.answers}
            rules.ANSWERED_ALREADY.require(command.advice not in answered)
            kind = e.AdviceAdopted if isinstance(command, c.AdoptAdvice) else e.AdviceDeclined
            return [kind.model_validate(fields)]
        case c.CarryOutAdvice():
            rules.NO_SUCH_ADVICE.require(adviser.given_by(command.advice, day))
            rules.NOT_ADOPTED.require(adviser.adopted_by(command.advice, day))
            require_followed(command, seen)
            return [e.AdviceCarriedOut.model_validate(fields)]
        case _:
            assert_never(command)


def evolve(adviser: Adviser | None, event: e.AdviserEvent) -> Adviser:
    """Fold one effective event into the adviser."""
    day = event.effective_on
    if isinstance(event, e.AdviserEngaged):
        return Adviser(event.programme, event.person_id, event.first_day, event.last_day)
    now = opened(adviser)
    match event:
        case e.AdviserEnded():
            return replace(now, ended=day)
        case e.AdviceSessionHeld():
            return replace(now, sessions=(*now.sessions, (event.session, day)))
        case e.AdviceGiven():
            return replace(now, given=now.given | {event.advice: (day, event.session)})
        case e.AdviceAdopted() | e.AdviceDeclined():
            answer = (event.advice, day, isinstance(event, e.AdviceAdopted))
            return replace(now, answers=(*now.answers, answer))
        case e.AdviceCarriedOut():
            return replace(now, carried=(*now.carried, (event.advice, day)))
        case _:
            assert_never(event)


def sound(adviser: Adviser) -> None:
    """Raise the rule that a mended record of an adviser would break."""
    rules.ENDS_BEFORE_IT_BEGINS.require(adviser.first_day <= adviser.last_day)
    held = [session for session, _ in adviser.sessions]
    rules.SESSION_HELD_ALREADY.require(len(set(held)) == len(held))
    for _, day in adviser.sessions:
        rules.NOT_ENGAGED.require(adviser.engaged_on(day))
    for day, session in adviser.given.values():
        rules.SESSION_NOT_HELD.require(adviser.held_by(session, day))
    answered = [advice for advice, _, _ in adviser.answers]
    rules.ANSWERED_ALREADY.require(len(set(answered)) == len(answered))
    for advice, day, _ in adviser.answers:
        rules.NO_SUCH_ADVICE.require(adviser.given_by(advice, day))
    for advice, day in adviser.carried:
        rules.NOT_ADOPTED.require(adviser.adopted_by(advice, day))
