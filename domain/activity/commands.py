"""What can be asked to be recorded of an activity."""

from typing import Annotated
from uuid import UUID

from domain.activity import rules
from domain.activity.events import Activity, ActivityCorrected, ActivityEntryVoided, Stop
from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label

ActivityId = Annotated[UUID, Label("活動", "activity")]


class StartActivity(Activity, Command):
    """Record an activity, or that one which had been stopped runs again."""

    LABEL = Label("活動を記録する", "Start an activity")
    REFUSALS = (rules.RUNNING_ALREADY,)

    def opens(self) -> str:
        """One stream for each activity of a programme."""
        return f"{self.programme}|{self.code}"


class StopActivity(Stop, Command):
    """Record that an activity was stopped; `effective_on` is the first day without it."""

    LABEL = Label("活動の停止を記録する", "Stop an activity")
    TARGET = "activity_id"
    REFUSALS = (rules.NOT_RUNNING,)

    activity_id: ActivityId


class CorrectActivity(Correct):
    """Put right what was recorded of an activity."""

    LABEL = Label("活動の記録を訂正する", "Correct an activity's entry")
    TARGET = "activity_id"
    REFUSALS = (*MEND_RULES, rules.NOT_RUNNING)
    EVENT = ActivityCorrected

    activity_id: ActivityId


class VoidActivityEntry(Annul):
    """Record that an entry of an activity never held."""

    LABEL = Label("活動の記録を取り消す", "Void an activity's entry")
    TARGET = "activity_id"
    REFUSALS = (*VOID_RULES, rules.NOT_RUNNING)
    EVENT = ActivityEntryVoided

    activity_id: ActivityId


ActivityCommand = StartActivity | StopActivity | CorrectActivity | VoidActivityEntry
