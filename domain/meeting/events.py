"""What happens to a series of meetings, and to each of its meetings."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Number, PersonId, Text
from domain.base.followed import Followed
from domain.base.personal import Public, Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.teams import Team
from domain.base.words import Code, Label

SeriesId = Annotated[UUID, Label("定例会議", "series of meetings")]
MeetingId = Annotated[UUID, Label("会議", "meeting")]
SeriesCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,47}$"),
    Label("定例会議コード", "code of the series", "three-teams"),
]
SeriesName = Annotated[
    Text,
    Public("what a series of meetings is called"),
    Label("定例会議の名称", "name of the series", "三業務定例会議"),
]
MeetingNumber = Annotated[
    int, Field(strict=True, ge=1, le=9999), Label("第何回", "meeting number", "1")
]
PlannedFor = Annotated[Day, Label("予定日", "planned for", "2024-05-15")]
DecisionNumber = Annotated[
    int, Field(strict=True, ge=1, le=99), Label("決定番号", "decision number", "1")
]
ActionNumber = Annotated[
    int, Field(strict=True, ge=1, le=99), Label("宿題番号", "action number", "1")
]
Organisation = Annotated[Number, Label("構成員コード", "member code", "202126")]
PrivatePresent = Annotated[
    bool | None, Label("民間の構成員の出席", "a private member was present", "true")
]
TeamField = Annotated[Team, Label("チーム", "team", "outreach")]
Subject = Annotated[
    Text,
    Public("worded so that it names no person; what concerns a person goes into the sealed text"),
    Label("件名", "subject", "納品前の確認を二人で行う"),
]


class Shift(Code):
    """Why a meeting was moved or not held."""

    OBON = "obon", "お盆", "Obon"
    NEW_YEAR = "new-year", "年末年始", "turn of the year"
    HOLIDAY = "holiday", "祝日", "public holiday"
    WEATHER = "weather", "災害・荒天", "disaster or weather"
    ATTENDANCE = "attendance", "出席者の都合", "attendance"
    NO_BUSINESS = "no-business", "議題がない", "nothing to discuss"
    OTHER = "other", "その他", "other"


class DropReason(Code):
    """Why an action is no longer to be done."""

    NOT_NEEDED = "not-needed", "不要になった", "no longer needed"
    REPLACED = "replaced", "別の宿題に替えた", "replaced by another"
    NOT_POSSIBLE = "not-possible", "できない", "not possible"
    OTHER = "other", "その他", "other"


class Assignee(Code):
    """Whose an action is."""

    TEAM = "team", "チーム", "team"
    MEMBER = "member", "構成員", "member organisation"


ShiftReason = Annotated[Shift, Label("事情", "reason", "obon")]


class Rhythm(Fields):
    """Every how many days a meeting is planned, and which teams are expected to be represented.

    What a series plans is not what its meetings have to keep to: it is shown beside them.
    """

    interval_days: Annotated[
        int, Field(strict=True, ge=1, le=366), Label("間隔（日）", "interval in days", "14")
    ]
    expects: Annotated[
        tuple[Team, ...], Field(min_length=1), Label("参加するチーム", "teams expected", "outreach")
    ]

    @model_validator(mode="after")
    def _names_each_team_once(self) -> Self:
        if len(set(self.expects)) < len(self.expects):
            raise ValueError("a team is named once")
        return self


class Series(Rhythm):
    """A series of meetings of a programme."""

    code: SeriesCode
    name: SeriesName


class Planned(Fields):
    """On which day a meeting is to be."""

    planned_for: PlannedFor


class Meeting(Planned):
    """Which meeting of which series; they are counted from 1."""

    series_id: SeriesId
    number: MeetingNumber


class Moving(Planned):
    """To which day a meeting was moved, and why."""

    reason: ShiftReason


class Representation(Fields):
    """Who represented a team, by a pseudonymous id."""

    team: TeamField
    person_id: PersonId


class Attendance(Fields):
    """Who came: one for each team, how many others, and from which member organisations."""

    represented: Annotated[tuple[Representation, ...], Label("出席した代表", "represented by")] = ()
    others: Annotated[
        int, Field(strict=True, ge=0, le=999), Label("その他の出席者数", "others present", "2")
    ] = 0
    organisations: Annotated[
        tuple[Organisation, ...], Label("出席した構成員", "member organisations present")
    ] = ()
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _names_each_team_once(self) -> Self:
        if len({one.team for one in self.represented}) < len(self.represented):
            raise ValueError("a team has one representative")
        return self


class Decided(Fields):
    """What was decided: in public words, or sealed where it concerns a person.

    `touches` are the records that it is meant to change; later facts name what did change.
    """

    decision: DecisionNumber
    subject: Subject | None = None
    text: str | None = None
    touches: Annotated[tuple[UUID, ...], Label("対象の記録", "records it touches")] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.subject is None and self.text is None:
            raise ValueError("give a subject in public words, or a text to be sealed")
        return self


class CarriedOut(Followed):
    """Which decision was carried out, and which entry shows it."""

    decision: DecisionNumber


class Action(Fields):
    """What is to be done until when, and by which team or member organisation.

    `assignee_code` is a team's code or a member's. No private person is named in the open;
    `person_id` is a pseudonymous id.
    """

    action: ActionNumber
    decision: DecisionNumber | None = None
    assignee: Annotated[Assignee, Label("担当の種類", "kind of assignee", "team")]
    assignee_code: Annotated[Number, Label("担当", "assignee", "outreach")]
    person_id: PersonId | None = None
    subject: Subject
    due: Annotated[Day, Label("期限", "due", "2024-05-29")]

    @model_validator(mode="after")
    def _names_a_team_that_there_is(self) -> Self:
        if self.assignee is Assignee.TEAM and self.assignee_code not in set(Team):
            raise ValueError(f"a team is one of {', '.join(Team)}")
        return self


class Dropped(Fields):
    """Which action is no longer to be done, and why."""

    action: ActionNumber
    reason: Annotated[DropReason, Label("取りやめの理由", "reason", "not-needed")]


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
