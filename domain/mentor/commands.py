"""What can be asked to be recorded of a mentor's qualification."""

from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.mend import MEND_RULES, OTHERS_BUILD_ON_IT, VOID_RULES
from domain.base.words import Label
from domain.mentor import rules
from domain.mentor.events import (
    Ending,
    QualificationCorrected,
    QualificationId,
    QualificationVoided,
    Qualifying,
    Requirement,
    RequirementId,
    RequirementVoided,
)
from domain.training.events import EnrolmentId


class QualifyMentor(Qualifying, Command):
    """Record that somebody is qualified as a mentor; given anew, the later day counts.

    A training that is named has to be one of mentors which the person has completed.
    """

    LABEL = Label("メンターの資格を記録する", "Qualify a mentor")
    REFUSALS = (rules.UNTIL_BEFORE_FROM, rules.TRAINING_NOT_COMPLETED, OTHERS_BUILD_ON_IT)

    enrolment_id: Annotated[EnrolmentId | None, Reads("enrolment")] = None

    def opens(self) -> str:
        """One stream for each person."""
        return str(self.person_id)


class OfQualification(Command):
    """A command on one person's qualification."""

    TARGET = "qualification_id"

    qualification_id: QualificationId


class EndQualification(Ending, OfQualification):
    """Record that it no longer holds; `effective_on` is the first day without it."""

    LABEL = Label("メンターの資格を終える", "End a mentor's qualification")
    REFUSALS = (rules.NOT_QUALIFIED, OTHERS_BUILD_ON_IT)


class CorrectQualification(OfQualification, Correct):
    """Put right what was recorded of a qualification."""

    LABEL = Label("メンター資格の記録を訂正する", "Correct a qualification entry")
    REFUSALS = (*MEND_RULES, rules.UNTIL_BEFORE_FROM, rules.NOT_QUALIFIED)
    EVENT = QualificationCorrected


class VoidQualification(OfQualification, Annul):
    """Record that an entry of a qualification never held."""

    LABEL = Label("メンター資格の記録を取り消す", "Void a qualification entry")
    REFUSALS = (*VOID_RULES, rules.NOT_QUALIFIED)
    EVENT = QualificationVoided


class SetMentorRequirement(Requirement, Command):
    """Lay down whether a mentor has to be qualified; it is shown beside each mentor, not forced."""

    LABEL = Label("メンター資格の定めを記録する", "Lay down whether a mentor has to be qualified")
    REFUSALS = (rules.SAID_ALREADY,)

    def opens(self) -> str:
        """One stream: it is laid down for the whole consortium."""
        return "mentor-requirement"


class VoidMentorRequirement(Annul):
    """Record that it was not laid down so."""

    LABEL = Label("メンター資格の定めを取り消す", "Void a rule on mentor qualification")
    TARGET = "requirement_id"
    REFUSALS = VOID_RULES
    EVENT = RequirementVoided

    requirement_id: RequirementId


QualificationCommand = QualifyMentor | EndQualification | CorrectQualification | VoidQualification
RequirementCommand = SetMentorRequirement | VoidMentorRequirement
