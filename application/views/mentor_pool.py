"""Mentor pool (メンターの一覧): who is qualified on the day, and how many does each mentor?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.viewing.mentors import (
    PAIR_EVENTS,
    QUALIFICATION_EVENTS,
    Pair,
    pairs,
    qualifications,
    required_on,
)
from application.viewing.view import Asks, Facts, Line, View
from domain.base.fields import PersonId
from domain.base.words import Label
from domain.mentor.events import MentorRequirementSet, ValidUntil
from domain.training.events import TrainingNumber


class MentorPoolAsks(Asks):
    """All mentors of all programmes; there is nothing else to ask for."""


@rowclass
class MentorRow:
    """One person who is qualified on the day or mentors somebody; in no order of merit.

    `required` says whether a mentor has to be qualified on the day, and nothing if that was not
    laid down.
    """

    mentor: Annotated[PersonId, Label("メンター", "mentor")]
    qualified: Annotated[bool, Label("資格あり", "qualified")]
    required: Annotated[bool | None, Label("資格の定め（必要）", "qualification required")]
    valid_until: ValidUntil | None
    training_number: TrainingNumber | None
    mentees: Annotated[int, Label("担当人数", "mentees")]


def compute(facts: Facts, _asks: MentorPoolAsks) -> Iterator[Line[MentorRow]]:
    """Bring qualifications and running mentorships together, in the order of ids."""
    mentored: dict[UUID, list[Pair]] = defaultdict(list)
    for pair in pairs(facts):
        mentored[pair.mentor].append(pair)
    known = qualifications(facts)
    required = required_on(facts, facts.valid_on)
    for person in sorted({*mentored, *known}):
        one = known.get(person)
        holds = one is not None and one.state.holds_on(facts.valid_on)
        if not holds and person not in mentored:
            continue
        row = MentorRow(
            mentor=person,
            qualified=holds,
            required=required,
            valid_until=one.last.valid_until if one else None,
            training_number=one.last.training_number if one else None,
            mentees=len(mentored[person]),
        )
        of_pairs = tuple(fact for pair in mentored[person] for fact in pair.facts)
        yield Line(row, (*(one.facts if one else ()), *of_pairs))


MENTOR_POOL = View(
    name="mentor-pool",
    label=Label("メンターの一覧", "Mentor pool"),
    asks=MentorPoolAsks,
    row=MentorRow,
    reads=(*QUALIFICATION_EVENTS, MentorRequirementSet, *PAIR_EVENTS),
    compute=compute,
    totals=("mentees",),
)
