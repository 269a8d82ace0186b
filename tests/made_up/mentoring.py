"""Made-up mentorships: a mentor proposed and found, goals, sessions, and how it ends."""

from datetime import date

from domain.mentorship import commands as c
from domain.mentorship import events as e
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.residents import Resident, Residents
from tests.made_up.stream import Stream

MINUTES = (30, 45, 60, 60, 90)
PROPOSED_FOR, REASSIGNED_FOR = tuple(e.ProposalReason), tuple(e.ReassignmentReason)
RESULTS, ENDED_FOR = tuple(e.GoalResult), tuple(e.EndReason)
MISSED_BY = (None, *e.MissedBy)


class Mentoring:
    """The mentorships that are asked for."""

    def __init__(self, desk: Desk, residents: Residents) -> None:
        """Begin with none."""
        self._desk = desk
        self._residents = residents

    def request(self) -> Life:
        """Ask for a mentor, find one, and meet until the goals are looked at."""
        desk, mentee = self._desk, self._residents.anyone()
        if mentee is None or (since := mentee.here_since(desk.today)) is None:
            return
        when = desk.happened(since)
        stream = self._requested(mentee, when)
        if stream is not None:
            yield from _Mentorship(desk, self._residents, mentee, stream).life()
            desk.rest(stream)

    def _requested(self, mentee: Resident, when: date) -> Stream | None:
        before = mentee.mentorships[-1:]
        stream = self._desk.open(
            c.RequestMentorship,
            when,
            mentee.stream,
            *before,
            mentee=mentee.stream.id,
            ordinal=len(mentee.mentorships) + 1,
            before=before[0].id if before else None,
        )
        if stream:
            mentee.mentorships.append(stream)
        return stream


class _Mentorship:
    """One mentorship, on its latest day so far."""

    def __init__(self, desk: Desk, residents: Residents, mentee: Resident, stream: Stream) -> None:
        self._desk = desk
        self._residents = residents
        self._mentee = mentee
        self._stream = stream
        self._when = stream.since
        self._mentor = mentee.person_id

    def life(self) -> Life:
        desk, chance = self._desk, self._desk.chance
        yield from self._matched()
        if self._mentor == self._mentee.person_id:
            self._end()
            return
        goals = chance.randint(1, 2)
        for goal in range(1, goals + 1):
            text = chance.digest()
            desk.say(self._stream, e.GoalSet(effective_on=self._when, goal=goal, text=text))
        for session in range(1, chance.randint(4, 9)):
            yield from self._met(session)
        if chance.comes(0.25):
            self._end()
            return
        for goal in range(1, goals + 1):
            result = chance.choice(RESULTS)
            reviewed = e.GoalReviewed(effective_on=self._when, goal=goal, result=result)
            desk.say(self._stream, reviewed)
        desk.say(self._stream, e.MentorshipCompleted(effective_on=self._when))

    def _matched(self) -> Life:
        desk, chance = self._desk, self._desk.chance
        for _ in range(2):
            other = self._residents.anyone()
            yield self._later(1, 8)
            if other is None or other is self._mentee:
                continue
            proposed = e.MentorProposed(
                effective_on=self._when,
                mentor=other.person_id,
                reasons=tuple(chance.sample(PROPOSED_FOR, 2)),
                note=chance.digest() if chance.comes(0.3) else None,
            )
            desk.say(self._stream, proposed)
            yield self._later(1, 10)
            if chance.comes(0.85):
                self._mentor = other.person_id
                accepted = e.ProposalAccepted(effective_on=self._when, mentor=self._mentor)
                desk.say(self._stream, accepted)
                return
            desk.say(self._stream, e.ProposalDeclined(effective_on=self._when))

    def _met(self, session: int) -> Life:
        desk, chance = self._desk, self._desk.chance
        planned_on, minutes = self._when, chance.choice(MINUTES)
        planned_for = self._later(7, 28)
        desk.say(
            self._stream,
            e.SessionPlanned(
                effective_on=planned_on, session=session, planned_for=planned_for, minutes=minutes
            ),
        )
        yield planned_for
        desk.say(self._stream, self._settled(session, minutes))
        if chance.comes(0.03):
            self._reassign()

    def _settled(self, session: int, minutes: int) -> e.SessionEvent:
        chance, what = self._desk.chance, self._desk.chance.random()
        if what < 0.08:
            by = chance.choice(MISSED_BY)
            return e.SessionMissed(effective_on=self._when, session=session, missed_by=by)
        if what < 0.12:
            return e.SessionCancelled(effective_on=self._when, session=session)
        return e.SessionHeld(
            effective_on=self._when, session=session, minutes=minutes, mentor=self._mentor
        )

    def _reassign(self) -> None:
        other = self._residents.anyone()
        if other and other.person_id not in {self._mentor, self._mentee.person_id}:
            self._mentor = other.person_id
            reason = self._desk.chance.choice(REASSIGNED_FOR)
            self._desk.say(
                self._stream,
                e.MentorReassigned(effective_on=self._when, mentor=self._mentor, reason=reason),
            )

    def _end(self) -> None:
        reason = self._desk.chance.choice(ENDED_FOR)
        self._desk.say(self._stream, e.MentorshipEnded(effective_on=self._when, reason=reason))

    def _later(self, least: int, most: int) -> date:
        self._when += self._desk.chance.days(least, most)
        return self._when
