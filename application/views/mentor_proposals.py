"""Mentors proposed (メンターの提案と資格): was each of them qualified on the day of the proposal?

What is shown here is forced nowhere: whether a mentor has to be qualified is for the consortium to
lay down, and a person without the paper may be the right one.
"""

from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.mentors import QUALIFICATION_EVENTS, qualifications, required_on
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Day
from domain.base.fields import PersonId, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Code, Label
from domain.mentor.events import MentorRequirementSet
from domain.mentorship.events import MentorProposed, MentorReassigned, MentorshipId


class How(Code):
    """How somebody came to be asked."""

    PROPOSED = "proposed", "提案", "proposed"
    REASSIGNED = "reassigned", "交代", "took over"


class MentorProposalsAsks(Asks):
    """Of which fiscal year; of all if none is given."""

    fiscal_year: Year | None = None


@rowclass
class MentorProposalRow:
    """One proposal or change of mentor, in the order of days; whatever the answer was."""

    on: Annotated[Day, Label("提案日・交代日", "proposed on")]
    mentorship_id: MentorshipId
    mentor: Annotated[PersonId, Label("メンター", "mentor")]
    how: Annotated[How, Label("経緯", "how")]
    qualified: Annotated[bool, Label("その日の資格", "qualified on that day")]
    required: Annotated[bool | None, Label("その日の定め（必要）", "required on that day")]


def compute(facts: Facts, asks: MentorProposalsAsks) -> Iterator[Line[MentorProposalRow]]:
    """Hold each proposal against what was true on its day."""
    known = qualifications(facts)
    for event, fact in facts.of(MentorProposed, MentorReassigned):
        day = event.effective_on
        if asks.fiscal_year not in {None, fiscal_year_of(day)}:
            continue
        mentor = facts.person(event.mentor)
        one = known.get(mentor)
        row = MentorProposalRow(
            on=day,
            mentorship_id=fact.stream,
            mentor=mentor,
            how=How.PROPOSED if isinstance(event, MentorProposed) else How.REASSIGNED,
            qualified=one is not None and one.state.holds_on(day),
            required=required_on(facts, day),
        )
        yield Line(row, (fact, *(one.facts if one else ())))


MENTOR_PROPOSALS = View(
    name="mentor-proposals",
    label=Label("メンターの提案と資格", "Mentors proposed, and their qualification"),
    asks=MentorProposalsAsks,
    row=MentorProposalRow,
    reads=(*QUALIFICATION_EVENTS, MentorRequirementSet, MentorProposed, MentorReassigned),
    compute=compute,
)
