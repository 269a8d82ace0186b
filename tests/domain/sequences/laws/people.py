"""Laws of residents, mentors, members and what they agreed to."""

from domain.career import events as career
from domain.consent import events as consent
from domain.consortium import events as member
from domain.employment import events as job
from domain.mentor import events as q
from domain.mentorship import events as m
from domain.mock_work import events as mock
from domain.person import events as person
from domain.training import events as t
from domain.worker import events as w
from tests.domain.sequences.law import (
    Facts,
    Law,
    by_day,
    in_turn,
    nothing_before,
    nothing_later,
    of,
    once,
    once_each,
    rests_on,
)

SETTLED = (m.SessionHeld, m.SessionMissed, m.SessionCancelled)
OVER = (m.MentorshipCompleted, m.MentorshipEnded)
PART_OVER = (mock.MockTaskCompleted, mock.MockTaskDropped)
ENROLMENT_OVER = (t.TrainingCompleted, t.TrainingWithdrawn)


def _one_mentor_at_a_time(facts: Facts) -> bool:
    open_, mentors = False, 0
    for fact in facts:
        match fact:
            case m.MentorProposed():
                if open_ or mentors:
                    return False
                open_ = True
            case m.ProposalAccepted() | m.ProposalDeclined():
                if not open_:
                    return False
                open_ = False
                mentors += isinstance(fact, m.ProposalAccepted)
            case m.MentorReassigned():
                if not mentors:
                    return False
    return True


def _not_joined_twice(facts: Facts) -> bool:
    # Another last day is another statement about the same leaving.
    inside = False
    for fact in by_day(facts):
        if isinstance(fact, member.MemberJoined | member.MemberRejoined):
            if inside:
                return False
            inside = True
        elif isinstance(fact, member.MemberLeft):
            inside = False
    return True


def _nobody_mentors_themselves(facts: Facts) -> bool:
    mentee = of(facts, m.MentorshipRequested)[0].person_id
    mentors = of(facts, (m.ProposalAccepted, m.MentorReassigned, m.SessionHeld))
    return all(one.mentor != mentee for one in mentors)


LAWS = {
    "worker": (
        Law("A worker is registered once.", once(w.WorkerRegistered)),
        # Another last day, or another day of the return, is another statement about the same.
        Law("Who returns had left.", rests_on(w.WorkerReturned, w.WorkerLeft)),
        Law("Who leaves was on the roll.",
            rests_on(w.WorkerLeft, (w.WorkerRegistered, w.WorkerReturned))),
    ),
    "person-link": (
        Law("What is parted was joined.",
            rests_on(person.PersonsParted, person.PersonsJoined)),
    ),
    "consent": (
        Law("Consent is given and withdrawn in turn.",
            in_turn(consent.ConsentGiven, consent.ConsentWithdrawn)),
    ),
    "membership": (
        Law("A member joins, and after leaving joins again.", _not_joined_twice),
        Law("Who leaves had joined.",
            rests_on(member.MemberLeft, (member.MemberJoined, member.MemberRejoined))),
        Law("A share of a year's cost is recorded once.",
            once_each(member.CostShared, "programme", "fiscal_year")),
    ),
    "mentorship": (
        Law("A mentorship has one mentor at a time, who was proposed.", _one_mentor_at_a_time),
        Law("Nobody mentors themselves.", _nobody_mentors_themselves),
        Law("It ends once.", once(*OVER)),
        Law("Nothing happens after its end.", nothing_later(OVER)),
        Law("No session and no goal without a mentor.",
            rests_on((*SETTLED, m.SessionPlanned, m.GoalSet), m.ProposalAccepted)),
        Law("A session is planned once.", once_each(m.SessionPlanned, "session")),
        Law("A session is held, missed or cancelled once.", once_each(SETTLED, "session")),
        Law("What is held, missed or cancelled was planned.",
            rests_on(SETTLED, m.SessionPlanned, "session")),
        Law("A goal is set once.", once_each(m.GoalSet, "goal")),
        Law("What is reviewed was set.", rests_on(m.GoalReviewed, m.GoalSet, "goal")),
    ),
    "mentor-qualification": (
        Law("What ends was given before.",
            rests_on(q.MentorQualificationEnded, q.MentorQualified)),
        Law("None is valid until a day before it is given.",
            lambda facts: all(one.valid_until is None or one.effective_on <= one.valid_until
                              for one in of(facts, q.MentorQualified))),
    ),
    "mock-task": (
        Law("It is opened once.", once(mock.MockTaskOpened)),
        Law("It is cancelled once.", once(mock.MockTaskCancelled)),
    ),
    "mock-participation": (
        Law("A part in mock work is over once.", once(*PART_OVER)),
        Law("No support before it is joined.", nothing_before(mock.MockTaskJoined)),
        Law("No support after it is over.", nothing_later(PART_OVER)),
    ),
    "training": (
        Law("A session is held or called off once.",
            once_each((t.TrainingHeld, t.SessionCalledOff), "session")),
        Law("What is held or called off was scheduled.",
            rests_on((t.TrainingHeld, t.SessionCalledOff), t.TrainingScheduled, "session")),
        Law("A course is cancelled once.", once(t.TrainingCancelled)),
        Law("No session is held after that.",
            lambda facts: nothing_later(t.TrainingCancelled)(
                of(facts, (t.TrainingHeld, t.TrainingCancelled)))),
    ),
    "enrolment": (
        Law("Nobody attends before enrolling.", nothing_before(t.Enrolled)),
        Law("Nobody attends after the enrolment is over.", nothing_later(ENROLMENT_OVER)),
        Law("An enrolment is over once.", once(*ENROLMENT_OVER)),
        Law("A session is attended once.", once_each(t.TrainingAttended, "session")),
    ),
    "career": (
        Law("Nothing happens before it begins.", nothing_before(career.CareerSupportBegun)),
        Law("A consultation has a number of its own.",
            once_each(career.CareerConsultationHeld, "consultation")),
        Law("An aim has a number of its own.", once_each(career.CareerAimSet, "aim")),
        Law("What is reviewed was set.",
            rests_on(career.CareerAimReviewed, career.CareerAimSet, "aim")),
    ),
    "employment": (
        Law("An employment ends once.", once(job.EmploymentEnded)),
        Law("It does not end before it begins.", nothing_before(job.EmploymentBegan)),
    ),
}  # fmt: skip
