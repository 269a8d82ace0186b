"""What the commands and events of meetings share, and their codes."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Day, Fields
from domain.base.fields import Evidence, Number, PersonId, Text
from domain.base.followed import Followed
from domain.base.personal import Public
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
