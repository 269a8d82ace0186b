"""What can be asked to be recorded of a course and of taking part in it."""

from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import WorkerId
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.training import rules
from domain.training.events import (
    Course,
    EnrolmentCorrected,
    EnrolmentId,
    EnrolmentVoided,
    Holding,
    Place,
    Schedule,
    Session,
    Tests,
    TrainingCorrected,
    TrainingId,
    TrainingVoided,
)


class PlanTraining(Course, Command):
    """Plan a course."""

    LABEL = Label("研修を企画する", "Plan a course")
    REFUSALS = (rules.PLANNED_ALREADY,)

    def opens(self) -> str:
        """One stream for each number."""
        return self.number


class OfTraining(Command):
    """A command on one course; what it records is of the course's own programme."""

    TARGET = "training_id"

    training_id: TrainingId


class ScheduleTraining(Schedule, OfTraining):
    """Schedule a session, or move it to another day; `effective_on` is the day of doing so."""

    LABEL = Label("研修の回を予定する", "Schedule a session of a course")
    REFUSALS = (rules.CANCELLED, rules.SCHEDULED_FOR_THE_PAST, rules.SESSION_SETTLED)


class HoldTraining(Holding, OfTraining):
    """Record that a session was held, on its day or another."""

    LABEL = Label("研修の実施を記録する", "Record that a session of a course was held")
    HAPPENED = True
    REFUSALS = (rules.CANCELLED, rules.SESSION_NOT_SCHEDULED, rules.SESSION_SETTLED)


class CallOffSession(Session, OfTraining):
    """Record that a session does not take place."""

    LABEL = Label("研修の回を取りやめる", "Cancel a session of a course")
    REFUSALS = (rules.CANCELLED, rules.SESSION_NOT_SCHEDULED, rules.SESSION_SETTLED)


class CancelTraining(OfTraining):
    """Record that the course does not take place, or no more of it."""

    LABEL = Label("研修を取りやめる", "Cancel a course")
    REFUSALS = (rules.CANCELLED, rules.AFTER_CANCELLING, rules.ENROLLED_OUTSIDE)
    DEPENDENTS = "enrolment"


_MENDED = (
    rules.SCHEDULED_FOR_THE_PAST,
    rules.SESSION_NOT_SCHEDULED,
    rules.AFTER_CANCELLING,
    rules.ENROLLED_OUTSIDE,
)


class CorrectTraining(OfTraining, Correct):
    """Put right what was recorded of a course."""

    LABEL = Label("研修の記録を訂正する", "Correct a course entry")
    REFUSALS = (*MEND_RULES, *_MENDED)
    EVENT = TrainingCorrected
    DEPENDENTS = "enrolment"


class VoidTraining(OfTraining, Annul):
    """Record that an entry of a course never held."""

    LABEL = Label("研修の記録を取り消す", "Void a course entry")
    REFUSALS = (*VOID_RULES, *_MENDED)
    EVENT = TrainingVoided
    DEPENDENTS = "enrolment"


class Enrol(Place, Command):
    """Enrol somebody; a course for workers is for a worker on the roll, who is named."""

    LABEL = Label("研修に申し込む", "Enrol in a course")
    REFUSALS = (rules.ENROLLED_ALREADY, rules.NO_SUCH_TRAINING, rules.TRAINEE_NOT_ON_ROLL)

    training_id: Annotated[TrainingId, Reads("training")]
    worker_id: Annotated[WorkerId | None, Reads("worker")] = None

    def opens(self) -> str:
        """One stream for each person's part in each course."""
        return f"{self.training_id}|{self.person_id}"


class OfEnrolment(Command):
    """A command on one person's part in one course."""

    TARGET = "enrolment_id"

    enrolment_id: EnrolmentId


class AttendTraining(Session, OfEnrolment):
    """Record that somebody attended a session, on the day on which it was held."""

    LABEL = Label("研修への出席を記録する", "Record attendance at a course")
    HAPPENED = True
    REFUSALS = (rules.OUTSIDE_ENROLMENT, rules.NOT_HELD, rules.ATTENDED_ALREADY)

    training_id: Annotated[TrainingId, Reads("training")]


class CompleteTraining(Tests, OfEnrolment):
    """Record that somebody completed the course; attendance may be entered after it."""

    LABEL = Label("研修の修了を記録する", "Complete a course")
    HAPPENED = True
    REFUSALS = (rules.ENROLMENT_OVER, rules.OUTSIDE_ENROLMENT)


class WithdrawFromTraining(OfEnrolment):
    """Record that somebody no longer takes part; nobody is asked why."""

    LABEL = Label("研修への参加を終える", "Withdraw from a course")
    REFUSALS = (rules.ENROLMENT_OVER, rules.OUTSIDE_ENROLMENT)


class CorrectEnrolment(OfEnrolment, Correct):
    """Put right what was recorded of an enrolment."""

    LABEL = Label("受講の記録を訂正する", "Correct an enrolment entry")
    REFUSALS = (*MEND_RULES, rules.OUTSIDE_ENROLMENT)
    EVENT = EnrolmentCorrected


class VoidEnrolment(OfEnrolment, Annul):
    """Record that an entry of an enrolment never held."""

    LABEL = Label("受講の記録を取り消す", "Void an enrolment entry")
    REFUSALS = (*VOID_RULES, rules.OUTSIDE_ENROLMENT)
    EVENT = EnrolmentVoided


TrainingStep = ScheduleTraining | HoldTraining | CallOffSession | CancelTraining
"""What is decided on a course that was planned."""
TrainingCommand = PlanTraining | TrainingStep | CorrectTraining | VoidTraining
EnrolmentStep = AttendTraining | CompleteTraining | WithdrawFromTraining
"""What is decided on somebody's part in a course."""
EnrolmentCommand = Enrol | EnrolmentStep | CorrectEnrolment | VoidEnrolment
