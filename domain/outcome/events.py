"""What happens to one indicator: how it is defined, version by version, and what was measured."""

from typing import Annotated, ClassVar, get_args
from uuid import UUID

from pydantic import Field, StringConstraints

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Text
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.values.money import LARGEST
from domain.base.words import Code, Label

IndicatorId = Annotated[UUID, Label("成果指標", "indicator")]
IndicatorCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,47}$"),
    Label("指標コード", "code of the indicator", "sessions-held"),
]
IndicatorTitle = Annotated[
    Text,
    Public("what an indicator is called"),
    Label("指標の名称", "indicator", "定例会議の開催数"),
]
Definition = Annotated[
    Text,
    Public("how a number is to be found, which names nobody"),
    Label("定義", "definition", "年度内に開かれた会議の数"),
]
Unit = Annotated[Text, Public("a unit of measurement"), Label("単位", "unit", "回")]
Basis = Annotated[
    Text,
    Public("the document or decision that a definition comes from"),
    Label("定義の根拠", "source of the definition", "事務局案（架空）"),
]
DefinitionVersion = Annotated[
    int, Field(strict=True, ge=1, le=999), Label("定義の版", "version of the definition", "1")
]


class Aim(Code):
    """What the programme is for.

    Source: the outline of the programme (R6, 資料４), 業務目的.
    """

    SMOOTH_RUNNING = "smooth-running", "テレワーク事業の円滑な運営", "smooth running"
    STABLE_ORGANISATION = "stable-organisation", "業務推進体制の安定化", "stable organisation"
    TRAINING = "training", "業務を通した住民ワーカーの育成", "training of residents through work"


class Level(Code):
    """Where in the chain from what is put in to what comes of it an indicator stands."""

    INPUT = "input", "投入", "input"
    ACTIVITY = "activity", "活動", "activity"
    OUTPUT = "output", "産出", "output"
    OUTCOME = "outcome", "成果", "outcome"


class Method(Code):
    """How a value was found."""

    RECORD = "record", "この記録から数えた", "counted from this record"
    SURVEY = "survey", "アンケート", "survey"
    INTERVIEW = "interview", "聞き取り", "interviews"
    DOCUMENT = "document", "資料から", "from a document"
    OTHER = "other", "その他", "other"


class Indicator(Fields):
    """An indicator as it is defined from a day on; `leads_to` is what it should bring about."""

    code: IndicatorCode
    version: DefinitionVersion
    aim: Annotated[Aim, Label("事業目的", "aim", "smooth-running")]
    level: Annotated[Level, Label("段階", "level", "output")]
    title: IndicatorTitle
    definition: Definition
    unit: Unit
    basis: Basis
    leads_to: Annotated[IndicatorCode | None, Label("つながる指標", "leads to")] = None


class Measured(Fields):
    """A value on a day, how it was found, and what shows it."""

    value: Annotated[
        int, Field(strict=True, ge=-LARGEST, le=LARGEST), Label("測定値", "value", "20")
    ]
    method: Annotated[Method, Label("測定方法", "method", "record")]
    evidence: Evidence | None = None


class IndicatorDefined(Indicator, Event):
    """An indicator was defined, or defined anew, from this day on."""

    TOPIC = "outcome.indicator_defined"
    TASKS = (Task.OUTCOMES,)
    SENTENCE: ClassVar[Label] = Label(
        "指標「{title}」の第{version}版を定めた（{aim}、{level}）。",
        "Version {version} of {title} was defined ({aim}, {level}).",
    )


class OutcomeMeasured(Measured, Event):
    """A value of an indicator was measured on this day."""

    TOPIC = "outcome.measured"
    TASKS = (Task.OUTCOMES,)
    EVIDENCE = tuple(PaperKind)
    SENTENCE: ClassVar[Label] = Label(
        "測定値 {value}（{method}、定義の第{version}版）。",
        "The value was {value} ({method}, version {version} of the definition).",
    )

    code: IndicatorCode
    version: DefinitionVersion
    aim: Annotated[Aim, Label("事業目的", "aim", "smooth-running")]
    level: Annotated[Level, Label("段階", "level", "output")]


IndicatorEvent = IndicatorDefined | OutcomeMeasured


class OutcomeCorrected(Correction):
    """What was recorded of an indicator was wrong."""

    TOPIC = "outcome.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の指標の記録を訂正した。",
        "The entry of version {corrects} of the indicator was corrected.",
    )
    MENDS = get_args(IndicatorEvent)
    FIXED = frozenset({"code", "version", "aim", "level"})


class OutcomeVoided(Void):
    """A definition or a measured value never held."""

    TOPIC = "outcome.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の指標の記録を取り消した。",
        "The entry of version {voids} of the indicator was voided.",
    )
    MENDS = get_args(IndicatorEvent)
