"""What can be asked to be recorded of a person's employment."""

from domain.base.command import Annul, Command, Correct
from domain.base.fields import Evidence
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.employment import rules
from domain.employment.events import EmploymentCorrected, EmploymentId, EmploymentVoided, Work


class BeginEmployment(Work, Command):
    """Record that a person began to work, in which form and for whom.

    Recording it counts nothing for a KPI: a fact is counted by a command of its own.
    """

    LABEL = Label("就業の開始を記録する", "Record that an employment began")
    REFUSALS = (rules.BEGAN_ALREADY,)

    evidence: Evidence | None = None

    def opens(self) -> str:
        """One stream for each employment of a person, counted from 1."""
        return f"{self.person_id}|{self.ordinal}"


class OfEmployment(Command):
    """A command on one employment; what it records is of the employment's own programme."""

    TARGET = "employment_id"

    employment_id: EmploymentId


class EndEmployment(OfEmployment):
    """Record its last day; nobody is asked why."""

    LABEL = Label("就業の終了を記録する", "Record that an employment ended")
    REFUSALS = (rules.ENDED_ALREADY, rules.ENDS_BEFORE_BEGIN)


class CorrectEmployment(OfEmployment, Correct):
    """Put right what was recorded of an employment."""

    LABEL = Label("就業の記録を訂正する", "Correct an employment entry")
    REFUSALS = MEND_RULES
    EVENT = EmploymentCorrected


class VoidEmployment(OfEmployment, Annul):
    """Record that an employment did not begin, or not end, as recorded."""

    LABEL = Label("就業の記録を取り消す", "Void an employment entry")
    REFUSALS = VOID_RULES
    EVENT = EmploymentVoided


EmploymentCommand = BeginEmployment | EndEmployment | CorrectEmployment | VoidEmployment
