"""What can be asked to be recorded of a series of meetings and of each meeting."""

from collections.abc import Iterable
from typing import Annotated

from domain.base.command import ANY, Annul, Command, Correct, Reads
from domain.base.fields import Evidence, Text
from domain.base.followed import NOTHING_FOLLOWED, StreamId
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.consortium.commands import memberships_of
from domain.meeting import rules
from domain.meeting.events import (
    MeetingCorrected,
    MeetingEntryVoided,
    SeriesCorrected,
    SeriesEntryVoided,
)
from domain.meeting.terms import (
    Action,
    ActionNumber,
    Attendance,
    CarriedOut,
    Decided,
    Dropped,
    Meeting,
    MeetingId,
    Moving,
    Rhythm,
    Series,
    SeriesId,
    ShiftReason,
    TeamField,
)


class PlanSeries(Series, Command):
    """Record a series of meetings and its planned rhythm, from that day on."""

    LABEL = Label("定例会議を計画する", "Plan a series of meetings")
    REFUSALS = (rules.SERIES_PLANNED_ALREADY,)

    def opens(self) -> str:
        """One stream for each series of a programme."""
        return f"{self.programme}|{self.code}"


class OfSeries(Command):
    """A command on one series; what it records is of the series' own programme."""

    TARGET = "series_id"

    series_id: SeriesId


class ChangeRhythm(Rhythm, OfSeries):
    """Record another rhythm from that day on."""

    LABEL = Label("会議の間隔を変更する", "Change the rhythm of meetings")
    REFUSALS = (rules.SERIES_NOT_RUNNING, rules.SAME_RHYTHM)


class EndSeries(OfSeries):
    """Record the last day of a series."""

    LABEL = Label("定例会議を終える", "End a series of meetings")
    REFUSALS = (rules.SERIES_NOT_RUNNING,)


class CorrectSeries(OfSeries, Correct):
    """Put right what was recorded of a series."""

    LABEL = Label("定例会議の記録を訂正する", "Correct an entry of a series")
    REFUSALS = (*MEND_RULES, rules.SERIES_NOT_RUNNING)
    EVENT = SeriesCorrected


class VoidSeriesEntry(OfSeries, Annul):
    """Record that a change of rhythm or an ending never held."""

    LABEL = Label("定例会議の記録を取り消す", "Void an entry of a series")
    REFUSALS = VOID_RULES
    EVENT = SeriesEntryVoided


SeriesStep = ChangeRhythm | EndSeries
"""What is decided on a series that was planned."""
SeriesCommand = PlanSeries | SeriesStep | CorrectSeries | VoidSeriesEntry


class ScheduleMeeting(Meeting, Command):
    """Record that a meeting is scheduled; `effective_on` is the day of scheduling it."""

    LABEL = Label("会議を予定する", "Schedule a meeting")
    REFUSALS = (
        rules.SCHEDULED_ALREADY,
        rules.SERIES_NOT_RUNNING,
        rules.PLANNED_FOR_THE_PAST,
    )

    series_id: Annotated[SeriesId, Reads("meeting-series")]

    def opens(self) -> str:
        """One stream for each meeting of a series."""
        return f"{self.series_id}|{self.number}"


class OfMeeting(Command):
    """A command on one meeting; what it records is of the meeting's own programme."""

    TARGET = "meeting_id"

    meeting_id: MeetingId


class MoveMeeting(Moving, OfMeeting):
    """Record that a meeting is moved to another day."""

    LABEL = Label("会議の日程を変更する", "Move a meeting")
    REFUSALS = (rules.SETTLED_ALREADY, rules.BEFORE_SCHEDULING, rules.PLANNED_FOR_THE_PAST)


class HoldMeeting(Attendance, OfMeeting):
    """Record that a meeting was held, on its day or another, and who came."""

    LABEL = Label("会議の開催を記録する", "Record that a meeting was held")
    HAPPENED = True
    REFUSALS = (rules.SETTLED_ALREADY, rules.BEFORE_SCHEDULING)

    def looks_at(self) -> Iterable[tuple[str, str]]:
        """At the memberships of the organisations that came: whether one is a private member."""
        return (each for code in self.organisations for each in memberships_of(code))


class MissMeeting(OfMeeting):
    """Record that a meeting was not held; nothing is wrong with that."""

    LABEL = Label("会議の不開催を記録する", "Record that a meeting was not held")
    REFUSALS = (rules.SETTLED_ALREADY, rules.BEFORE_SCHEDULING)

    reason: ShiftReason


class NoteAbsence(OfMeeting):
    """Record that nobody represented a team; nobody is asked why."""

    LABEL = Label("代表の欠席を記録する", "Note the absence of a representative")
    REFUSALS = (rules.NOT_HELD, rules.TEAM_WAS_REPRESENTED, rules.ABSENCE_NOTED_ALREADY)

    team: TeamField


class MakeDecision(Decided, OfMeeting):
    """Record what a meeting decided."""

    LABEL = Label("決定を記録する", "Record a decision")
    REFUSALS = (rules.NOT_HELD, rules.DECISION_MADE_ALREADY)

    text: Annotated[
        Text | None, Personal("note"), Label("内容（非公開）", "text, sealed", "架空の内容")
    ] = None


class CarryOutDecision(CarriedOut, OfMeeting):
    """Record the entry by which a decision came true; there may be several."""

    LABEL = Label("決定の実施を記録する", "Record that a decision was carried out")
    REFUSALS = (rules.NO_SUCH_DECISION, NOTHING_FOLLOWED)

    record: Annotated[StreamId, Reads(ANY)]


class AssignAction(Action, OfMeeting):
    """Record what a team or member organisation is to do, and until when."""

    LABEL = Label("宿題を記録する", "Assign an action")
    REFUSALS = (
        rules.NOT_HELD,
        rules.ACTION_ASSIGNED_ALREADY,
        rules.NO_SUCH_DECISION,
        rules.DUE_BEFORE_ASSIGNED,
    )


class CloseAction(OfMeeting):
    """Record that an action was done."""

    LABEL = Label("宿題の完了を記録する", "Close an action")
    REFUSALS = (rules.NO_SUCH_ACTION, rules.ACTION_SETTLED)

    action: ActionNumber
    evidence: Evidence | None = None


class DropAction(Dropped, OfMeeting):
    """Record that an action is no longer to be done."""

    LABEL = Label("宿題の取りやめを記録する", "Drop an action")
    REFUSALS = (rules.NO_SUCH_ACTION, rules.ACTION_SETTLED)


_BUILT_ON = (
    rules.PLANNED_FOR_THE_PAST,
    rules.SETTLED_ALREADY,
    rules.NOT_HELD,
    rules.TEAM_WAS_REPRESENTED,
    rules.NO_SUCH_DECISION,
    rules.NO_SUCH_ACTION,
    rules.DUE_BEFORE_ASSIGNED,
)


class CorrectMeeting(OfMeeting, Correct):
    """Put right what was recorded of a meeting."""

    LABEL = Label("会議の記録を訂正する", "Correct an entry of a meeting")
    REFUSALS = (*MEND_RULES, *_BUILT_ON)
    EVENT = MeetingCorrected


class VoidMeetingEntry(OfMeeting, Annul):
    """Record that an entry of a meeting never held."""

    LABEL = Label("会議の記録を取り消す", "Void an entry of a meeting")
    REFUSALS = (*VOID_RULES, *_BUILT_ON)
    EVENT = MeetingEntryVoided


MeetingStep = (
    MoveMeeting
    | HoldMeeting
    | MissMeeting
    | NoteAbsence
    | MakeDecision
    | CarryOutDecision
    | AssignAction
    | CloseAction
    | DropAction
)
"""What is decided on a meeting that was scheduled."""
MeetingCommand = ScheduleMeeting | MeetingStep | CorrectMeeting | VoidMeetingEntry
