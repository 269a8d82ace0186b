"""Who mentors whom, who is qualified, and whether one has to be: on any day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from application.recorded import Recorded
from application.viewing.view import Facts
from domain.base.days import said_on
from domain.mentor import events as m
from domain.mentor import qualification
from domain.mentor.qualification import Qualification
from domain.mentorship import events as e

QUALIFICATION_EVENTS = (m.MentorQualified, m.MentorQualificationEnded)
PAIR_EVENTS = (
    e.MentorshipRequested,
    e.ProposalAccepted,
    e.MentorReassigned,
    e.MentorshipCompleted,
    e.MentorshipEnded,
)


class Pair(NamedTuple):
    """One mentorship on the day asked: its mentee, its mentor, and since when it has run."""

    mentorship: UUID
    programme: str
    mentee: UUID
    mentor: UUID
    municipality: str
    since: date
    facts: tuple[Recorded, ...]


class Qualified(NamedTuple):
    """A person's qualification as far as it is known on the day, and the facts that say so."""

    state: Qualification
    last: m.MentorQualified
    facts: tuple[Recorded, ...]


def pairs(facts: Facts) -> Iterator[Pair]:
    """Give every mentorship that runs on the day; its last day belongs to it."""
    for stream in facts.streams:
        told = facts.in_record(stream)
        if not told or not isinstance(asked := told[0].event, e.MentorshipRequested):
            continue
        mentor, since = None, date.max
        for one in told:
            match one.event:
                case e.ProposalAccepted() as event:
                    mentor, since = facts.person(event.mentor), event.effective_on
                case e.MentorReassigned() as event:
                    mentor = facts.person(event.mentor)
                case e.MentorshipCompleted() | e.MentorshipEnded() as event:
                    mentor = mentor if event.effective_on == facts.valid_on else None
        if mentor is not None:
            yield Pair(
                stream,
                asked.programme,
                facts.person(asked.person_id),
                mentor,
                asked.municipality,
                since,
                tuple(one for one in told if isinstance(one.event, PAIR_EVENTS)),
            )


def qualifications(facts: Facts) -> Mapping[UUID, Qualified]:
    """Give what is known of each person's qualification; of joined ids that which says more."""
    found: dict[UUID, Qualified] = {}
    for stream in facts.streams:
        told = facts.in_record(stream)
        state: Qualification | None = None
        last: m.MentorQualified | None = None
        for one in told:
            if isinstance(one.event, QUALIFICATION_EVENTS):
                state = qualification.evolve(state, one.event)
            if isinstance(one.event, m.MentorQualified):
                last = one.event
        if state is None or last is None:
            continue
        person = facts.person(state.person_id)
        if person not in found or state.holds_on(facts.valid_on):
            found[person] = Qualified(state, last, tuple(told))
    return found


def required_on(facts: Facts, day: date) -> bool | None:
    """Say whether a mentor has to be qualified on `day`; None if nothing was laid down."""
    said = [(one.effective_on, one.required) for one, _ in facts.of(m.MentorRequirementSet)]
    return said_on(said, day)
