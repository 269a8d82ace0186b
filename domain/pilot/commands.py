"""What can be asked to be recorded of a pilot project."""

from typing import Annotated, ClassVar

from domain.base.command import Annul, Command, Correct
from domain.base.fields import Evidence, Text
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.rule import Rule
from domain.base.words import Label
from domain.pilot import rules
from domain.pilot.events import (
    Abandonment,
    Lesson,
    PilotCorrected,
    PilotEntryVoided,
    PilotId,
    Policy,
    Start,
)


class StartPilot(Start, Command):
    """Record that a pilot was begun."""

    LABEL = Label("パイロットの開始を記録する", "Start a pilot")
    REFUSALS = (rules.STARTED_ALREADY, rules.NEEDS_PROGRAMME)

    evidence: Evidence | None = None

    def opens(self) -> str:
        """One stream for each pilot of a programme."""
        return f"{self.programme}|{self.number}"


class OfPilot(Command):
    """A command on one pilot."""

    TARGET = "pilot_id"
    REFUSALS: ClassVar[tuple[Rule, ...]] = (rules.BEFORE_THE_START,)

    pilot_id: PilotId


class CompletePilot(OfPilot):
    """Record that a pilot was finished."""

    LABEL = Label("パイロットの終了を記録する", "Complete a pilot")
    HAPPENED = True
    REFUSALS = (rules.BEFORE_THE_START, rules.ENDED)

    evidence: Evidence | None = None


class AbandonPilot(OfPilot):
    """Record that a pilot was given up; `effective_on` is the first day without it."""

    LABEL = Label("パイロットの中止を記録する", "Abandon a pilot")
    HAPPENED = True
    REFUSALS = (rules.BEFORE_THE_START, rules.ENDED)

    grounds: Annotated[Abandonment, Label("中止の理由", "grounds", "not-feasible")]
    evidence: Evidence | None = None


class RecordLesson(Lesson, OfPilot):
    """Record what was learnt, during a pilot or after it, and with whom it was shared."""

    LABEL = Label("知見を記録する", "Record a lesson")

    text: Annotated[
        Text | None,
        Personal("note"),
        Label("知見の内容", "what was learnt", "入力前に様式をそろえると手戻りが減る"),
    ] = None


class LinkPolicy(Policy, OfPilot):
    """Record that a pilot serves a policy of a municipality."""

    LABEL = Label("政策との結び付きを記録する", "Link a policy")
    REFUSALS = (rules.BEFORE_THE_START, rules.LINKED_ALREADY)


class CorrectPilot(OfPilot, Correct):
    """Put right what was recorded of a pilot."""

    LABEL = Label("パイロットの記録を訂正する", "Correct a pilot's entry")
    REFUSALS = (
        *MEND_RULES,
        rules.LINKED_ALREADY,
        rules.LINKS_SAY_ANOTHER_YEAR,
        rules.LESSON_SAYS_FAILURE,
    )
    EVENT = PilotCorrected


class VoidPilotEntry(OfPilot, Annul):
    """Record that an entry of a pilot never held."""

    LABEL = Label("パイロットの記録を取り消す", "Void a pilot's entry")
    REFUSALS = (*VOID_RULES, rules.LESSON_SAYS_FAILURE)
    EVENT = PilotEntryVoided


PilotStep = CompletePilot | AbandonPilot | RecordLesson | LinkPolicy
"""What is decided on a pilot that was begun."""
PilotCommand = StartPilot | PilotStep | CorrectPilot | VoidPilotEntry
