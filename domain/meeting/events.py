"""What happens to a series of meetings, and to each of its meetings."""

from typing import Annotated, ClassVar, get_args

from domain.base.event import Correction, Event, PaperKind, Void
from domain.base.fields import Evidence
from domain.base.personal import Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.words import Label
from domain.meeting.terms import (
    Action,
    ActionNumber,
    Attendance,
    CarriedOut,
    Decided,
    Dropped,
    Meeting,
    Moving,
    PrivatePresent,
    Rhythm,
    Series,
    ShiftReason,
    TeamField,
)


class SeriesPlanned(Series, Event):
    """A series of meetings was planned, and runs from this day on."""

    TOPIC = "meeting.series_planned"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "「{name}」を {interval_days} 日ごとに開くこととした。",
        "{name} was planned, every {interval_days} days.",
    )


class RhythmChanged(Rhythm, Event):
    """The rhythm of a series changed from this day on."""

    TOPIC = "meeting.rhythm_changed"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "間隔を {interval_days} 日に改めた。", "The interval was changed to {interval_days} days."
    )


class SeriesEnded(Event):
    """A series ended, and `effective_on` is its last day."""

    TOPIC = "meeting.series_ended"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "この日を最後に定例会議を終えた。", "The series ended with this day."
    )


SeriesEvent = SeriesPlanned | RhythmChanged | SeriesEnded


class SeriesCorrected(Correction):
    """What was recorded of a series was wrong."""

    TOPIC = "meeting.series_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の定例会議の記録を訂正した。",
        "The entry of version {corrects} of the series was corrected.",
    )
    MENDS = get_args(SeriesEvent)
    FIXED = frozenset({"code"})


class SeriesEntryVoided(Void):
    """A change of rhythm or an ending never held."""

    TOPIC = "meeting.series_entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の定例会議の記録を取り消した。",
        "The entry of version {voids} of the series was voided.",
    )
    MENDS = (RhythmChanged, SeriesEnded)


class MeetingScheduled(Meeting, Event):
    """A meeting was scheduled."""

    TOPIC = "meeting.scheduled"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "第{number}回を {planned_for} に開くこととした。",
        "Meeting {number} was scheduled for {planned_for}.",
    )


class MeetingMoved(Moving, Event):
    """A meeting was moved to another day."""

    TOPIC = "meeting.moved"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "予定を {planned_for} に変えた（{reason}）。",
        "The meeting was moved to {planned_for} ({reason}).",
    )


class MeetingHeld(Attendance, Event):
    """A meeting was held."""

    # `private_present` says whether a firm or an outside professional that was a member on that
    # day came, as the memberships stood in the record; None where that is not known, because nobody
    # said which members came, or one of them was not on record.

    TOPIC = "meeting.held"
    TASKS = (Task.MEETINGS,)
    EVIDENCE = (PaperKind.MINUTES,)
    SENTENCE: ClassVar[Label] = Label(
        "会議を開いた（代表のほか {others} 名）。",
        "The meeting was held, with {others} present besides the representatives.",
    )

    private_present: PrivatePresent = None


class MeetingNotHeld(Event):
    """A planned meeting was not held."""

    TOPIC = "meeting.not_held"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "会議を開かなかった（{reason}）。", "The meeting was not held ({reason})."
    )

    reason: ShiftReason


class RepresentativeAbsent(Event):
    """Nobody represented a team at a meeting."""

    TOPIC = "meeting.representative_absent"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label("{team} の代表は欠席した。", "Nobody represented {team}.")

    team: TeamField


class DecisionMade(Decided, Event):
    """A meeting decided something."""

    # `private_present` is what the meeting says of itself.

    TOPIC = "meeting.decision_made"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "決定{decision}「{subject}」を行った。", "Decision {decision} was made: {subject}."
    )

    text: Annotated[Sealed | None, SealedMark("note"), Label("内容（非公開）", "text, sealed")] = (
        None
    )
    private_present: PrivatePresent = None


class DecisionCarriedOut(CarriedOut, Event):
    """What a meeting decided came true in an entry of another record."""

    TOPIC = "meeting.decision_carried_out"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "決定{decision}を実施した（{change}）。続いた記録は {record} の第{record_version}版。",
        "Decision {decision} was carried out ({change}): {record}, version {record_version}.",
    )


class ActionAssigned(Action, Event):
    """A meeting gave a team or a member organisation something to do."""

    TOPIC = "meeting.action_assigned"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "宿題{action}「{subject}」を決めた。期限は {due}。",
        "Action {action} was assigned: {subject}, due {due}.",
    )


class ActionClosed(Event):
    """What a meeting had given to do was done."""

    TOPIC = "meeting.action_closed"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label("宿題{action}が済んだ。", "Action {action} was done.")

    action: ActionNumber
    evidence: Evidence | None = None


class ActionDropped(Dropped, Event):
    """What a meeting had given to do is no longer to be done."""

    TOPIC = "meeting.action_dropped"
    TASKS = (Task.MEETINGS,)
    SENTENCE: ClassVar[Label] = Label(
        "宿題{action}を取りやめた（{reason}）。", "Action {action} was dropped ({reason})."
    )


MeetingEvent = (
    MeetingScheduled
    | MeetingMoved
    | MeetingHeld
    | MeetingNotHeld
    | RepresentativeAbsent
    | DecisionMade
    | DecisionCarriedOut
    | ActionAssigned
    | ActionClosed
    | ActionDropped
)


class MeetingCorrected(Correction):
    """What was recorded of a meeting was wrong."""

    TOPIC = "meeting.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の会議の記録を訂正した。",
        "The entry of version {corrects} of the meeting was corrected.",
    )
    MENDS = get_args(MeetingEvent)
    FIXED = frozenset({"series_id", "number", "decision", "action"})


class MeetingEntryVoided(Void):
    """An entry of a meeting never held."""

    TOPIC = "meeting.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の会議の記録を取り消した。",
        "The entry of version {voids} of the meeting was voided.",
    )
    MENDS = get_args(MeetingEvent)
