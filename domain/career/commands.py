"""What can be asked to be recorded of career support."""

from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import Text, WorkerId
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.career import rules
from domain.career.events import (
    Aim,
    CareerCorrected,
    CareerId,
    CareerVoided,
    Consultation,
    Review,
)

Content = Annotated[Text, Personal("note"), Label("内容（非公開）", "content, sealed")]
AimText = Annotated[
    Text, Personal("note"), Label("目標（非公開）", "aim, sealed", "半年で一件を一人で終える")
]


class BeginCareerSupport(Command):
    """Begin career support of a worker."""

    LABEL = Label("キャリア支援を始める", "Begin career support")
    REFUSALS = (rules.BEGUN_ALREADY, rules.WORKER_NOT_ON_ROLL)

    worker_id: Annotated[WorkerId, Reads("worker")]

    def opens(self) -> str:
        """One stream for each worker."""
        return str(self.worker_id)


class OfCareer(Command):
    """A command on one worker's career support."""

    TARGET = "career_id"

    career_id: CareerId


class HoldConsultation(Consultation, OfCareer):
    """Record that a consultation was held; what was said is sealed, if it is written at all."""

    LABEL = Label("キャリア相談を記録する", "Record a career consultation")
    HAPPENED = True
    REFUSALS = (rules.BEFORE_BEGIN, rules.HELD_ALREADY)

    content: Content | None = None


class SetCareerAim(Aim, OfCareer):
    """Record an aim."""

    LABEL = Label("キャリアの目標を立てる", "Set a career aim")
    REFUSALS = (rules.BEFORE_BEGIN, rules.AIM_SET_ALREADY)

    text: AimText


class ReviewCareerAim(Review, OfCareer):
    """Record what became of an aim, as often as it is looked at."""

    LABEL = Label("キャリアの目標を振り返る", "Review a career aim")
    REFUSALS = (rules.BEFORE_BEGIN, rules.AIM_NOT_SET)


class CorrectCareer(OfCareer, Correct):
    """Put right what was recorded of career support."""

    LABEL = Label("キャリア支援の記録を訂正する", "Correct a career support entry")
    REFUSALS = (*MEND_RULES, rules.AIM_NOT_SET)
    EVENT = CareerCorrected


class VoidCareer(OfCareer, Annul):
    """Record that an entry of career support never took place."""

    LABEL = Label("キャリア支援の記録を取り消す", "Void a career support entry")
    REFUSALS = (*VOID_RULES, rules.AIM_NOT_SET)
    EVENT = CareerVoided


CareerStep = HoldConsultation | SetCareerAim | ReviewCareerAim
"""What is decided on career support that has begun."""
CareerCommand = BeginCareerSupport | CareerStep | CorrectCareer | VoidCareer
