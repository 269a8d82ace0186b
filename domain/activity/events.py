"""What happens to one activity of a programme."""

from typing import Annotated, ClassVar, get_args

from pydantic import StringConstraints

from domain.base.event import Correction, Event, Fields, Void
from domain.base.fields import Evidence, Text
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Code, Label

ActivityCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,47}$"),
    Label("活動コード", "activity code", "trial-tateshina"),
]
ActivityName = Annotated[
    Text,
    Public("what an activity of a programme is called in public"),
    Label("活動の名称", "activity", "おためし立科テレワーク事業"),
]


class Kind(Code):
    """What an activity is for."""

    JOB_CREATION = "job-creation", "雇用創出型テレワーク", "job-creation strand"
    COMPANY_ATTRACTION = "company-attraction", "企業進出型テレワーク", "company-attraction strand"
    CORPORATION = "corporation", "事業実施法人の設立", "founding of the corporation"
    CONSORTIUM = "consortium", "コンソーシアムの運営", "running the consortium"
    OTHER = "other", "その他", "other"


class Grounds(Code):
    """Why an activity was stopped; what was said about it stands in the evidence."""

    AIMS_APART = "aims-apart", "参加者の意図と事業の目的の隔たり", "participants' aims differ"
    NO_RESULT = "no-result", "成果がないため", "no result"
    COMPLETED = "completed", "目的を達したため", "aim reached"
    MERGED = "merged", "他の活動に統合", "merged into another activity"
    NO_FUNDS = "no-funds", "財源がないため", "no funds"
    OTHER = "other", "その他", "other"


class Activity(Fields):
    """An activity and what it is for."""

    code: ActivityCode
    name: ActivityName
    kind: Annotated[Kind, Label("活動の種類", "kind", "company-attraction")]


class Stop(Fields):
    """Why an activity was stopped, and what shows it."""

    grounds: Annotated[Grounds, Label("停止の理由", "grounds", "aims-apart")]
    evidence: Evidence | None = None


class ActivityStarted(Activity, Event):
    """An activity runs from this day on, as far as the record knows."""

    TOPIC = "activity.started"
    TASKS = (Task.SUSPENSIONS,)
    SENTENCE: ClassVar[Label] = Label("「{name}」を始めた。", "{name} was started.")


class ActivityStopped(Stop, Event):
    """An activity was stopped: `effective_on` is the first day without it."""

    TOPIC = "activity.stopped"
    TASKS = (Task.SUSPENSIONS,)
    SENTENCE: ClassVar[Label] = Label(
        "活動を停止した（{grounds}）。", "The activity was stopped ({grounds})."
    )


ActivityEvent = ActivityStarted | ActivityStopped


class ActivityCorrected(Correction):
    """What was recorded of an activity was wrong."""

    TOPIC = "activity.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の活動の記録を訂正した。",
        "The activity's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(ActivityEvent)
    FIXED = frozenset({"code"})


class ActivityEntryVoided(Void):
    """An entry of an activity never held."""

    TOPIC = "activity.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の活動の記録を取り消した。",
        "The activity's entry of version {voids} was voided.",
    )
    MENDS = get_args(ActivityEvent)
