"""What happens in an evaluation.

Questions, answers and notes are sealed: they may name people. What was sampled, what was found of
it and which questions were never answered stand open.
"""

from datetime import date
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Correction, Event, Fields, Reachable, Void
from domain.base.families import IN_CONFIDENCE, family_of
from domain.base.fields import Evidence, Number, Text, Year
from domain.base.figure import FigureCode
from domain.base.personal import Public, Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.evaluation.draw import Seed

TASKS = (Task.PLAN,)

EvaluationNumber = Annotated[Number, Label("評価番号", "evaluation number", "E-R6-1")]
Evaluator = Annotated[
    Text,
    Public("an organisation's name, or a code that stands for it; never a person's"),
    Label("評価者（機関）", "evaluator", "架空評価研究所"),
]

SampledFigure = Annotated[FigureCode, Label("抽出元の指標", "figure sampled from", "kpi1")]
SampledTopic = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[a-z]+(-[a-z]+)*\.[a-z_]+$")
]
TakenOn = Annotated[date, Reachable, Label("抽出の基準日", "taken on", "2025-06-20")]
AtPosition = Annotated[
    int,
    Field(strict=True, ge=1, le=2**63 - 1),
    Label("抽出時の記録の位置", "position of the record then", "1200"),
]
LARGEST_SAMPLE = 500
"""What one event can well hold, and more than anybody examines by hand."""
SampleSize = Annotated[
    int, Field(strict=True, ge=1, le=LARGEST_SAMPLE), Label("抽出する件数", "size asked for", "25")
]
FrameSize = Annotated[
    int, Field(strict=True, ge=0, le=2**31 - 1), Label("母集団の件数", "facts drawn from", "40")
]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
FrameDigest = Annotated[Digest, Label("母集団の位置のSHA-256", "SHA-256 of their positions")]
Position = Annotated[int, Field(strict=True, ge=1, le=2**63 - 1), Label("位置", "position")]
Version = Annotated[int, Field(strict=True, ge=1, le=2**31 - 1), Label("版", "version")]
QuestionNumber = Annotated[
    int, Field(strict=True, ge=1, le=9999), Label("質問番号", "question number", "1")
]
Answers = Annotated[tuple[Evidence, ...], Label("回答に添えた証拠書類", "evidence given with it")]
TrailKeyDigest = Annotated[
    Digest, Label("閲覧記録の鍵のSHA-256", "SHA-256 of the reading trail's key")
]
TrailKey = Annotated[Digest, Label("閲覧記録の鍵", "key of the reading trail")]
"""32 bytes in hex."""
WithoutTrailKey = Annotated[
    bool,
    Field(strict=True),
    Label("閲覧記録の鍵を失った", "key of the reading trail is lost", "false"),
]
SealedNote = Annotated[Sealed, SealedMark("note"), Label("所見（非公開）", "note, sealed")]
SealedQuestion = Annotated[Sealed, SealedMark("note"), Label("質問（非公開）", "question, sealed")]
SealedAnswer = Annotated[Sealed, SealedMark("note"), Label("回答（非公開）", "answer, sealed")]


class EvaluationKind(Code):
    """Which evaluation it is."""

    THIRD_PARTY = "third-party", "第三者評価", "third-party evaluation"


class Finding(Code):
    """What an evaluator found of a fact."""

    SEEN = "seen", "確認した", "seen"
    DOUBTED = "doubted", "疑義あり", "doubted"
    WITHOUT_EVIDENCE = "without-evidence", "証拠なし", "without evidence"


class Scope(Fields):
    """Which evaluation by whom, and of which fiscal years, the first and the last included."""

    number: EvaluationNumber
    kind: Annotated[EvaluationKind, Label("評価の種類", "kind of evaluation", "third-party")]
    evaluator: Evaluator
    first_year: Annotated[Year, Label("対象の最初の年度", "first fiscal year", "R6")]
    last_year: Annotated[Year, Label("対象の最後の年度", "last fiscal year", "R6")]

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if self.first_year > self.last_year:
            raise ValueError("the first fiscal year is not after the last")
        return self


class SampledFact(Fields):
    """One fact of a sample: its position in the log, and where it stands in its stream."""

    position: Position
    fact: Annotated[UUID, Label("記録", "record")]
    fact_version: Version


class Sample(Fields):
    """A sample: the seed, what it was drawn from, and the facts, in the order of the draw.

    It is drawn from the facts that a figure of a fiscal year counts, or from all effective facts of
    some topics, of the programme and up to the day `taken_on`, as the record stood at
    `at_position`. The draw itself is that of `domain/evaluation/draw.py`.
    """

    seed: Seed
    figure: SampledFigure | None = None
    fiscal_year: Year | None = None
    topics: Annotated[
        tuple[SampledTopic, ...], Label("抽出元の事実の種類", "kinds of facts sampled from")
    ] = ()
    taken_on: TakenOn
    at_position: AtPosition
    size: SampleSize
    frame_size: FrameSize
    frame_sha256: FrameDigest
    facts: Annotated[tuple[SampledFact, ...], Label("抽出した事実", "facts drawn")]

    @model_validator(mode="after")
    def _says_what_it_is_drawn_from(self) -> Self:
        if (self.figure is None) is not bool(self.topics):
            raise ValueError("a sample is drawn from a figure or from kinds of facts")
        if self.topics and self.fiscal_year is not None:
            raise ValueError("a fiscal year goes with a figure")
        if not IN_CONFIDENCE.isdisjoint(map(family_of, self.topics)):
            raise ValueError("mentoring and career support are not sampled")
        return self


class Examination(Fields):
    """Which fact was examined, sampled or not, and what was found."""

    fact: Annotated[UUID, Label("記録", "record")]
    fact_version: Version
    finding: Annotated[Finding, Label("所見の区分", "finding", "seen")]


class Question(Fields):
    """Which question of the evaluation, and about which fact, if about one."""

    question: QuestionNumber
    fact: Annotated[UUID | None, Label("質問の対象の記録", "record asked about")] = None
    fact_version: Version | None = None

    @model_validator(mode="after")
    def _names_a_whole_fact(self) -> Self:
        if (self.fact is None) is not (self.fact_version is None):
            raise ValueError("a fact is named by its record and its version")
        return self


class Answer(Fields):
    """Which question is answered, and the papers given with the answer."""

    question: QuestionNumber
    evidence: Answers = ()


class Published(Fields):
    """The published evaluation, and the key that opens the evaluator's reading trail.

    Without a key the trail stays sealed for ever. Whoever publishes it so says that the key is
    lost.
    """

    document: Evidence | None = None
    trail_key: TrailKey | None = None
    without_trail_key: WithoutTrailKey = False

    @model_validator(mode="after")
    def _gives_no_key_that_is_lost(self) -> Self:
        if self.without_trail_key and self.trail_key is not None:
            raise ValueError("the trail's key is given, or it is lost")
        return self


class EvaluationOpened(Scope, Event):
    """An evaluation of the programme began."""

    TOPIC = "evaluation.opened"
    SENTENCE: ClassVar[Label] = Label(
        "{evaluator} による評価 {number}（{kind}）を始めた。",
        "Evaluation {number} ({kind}) by {evaluator} began.",
    )
    TASKS = TASKS


class DeskOpened(Event):
    """A reading trail was opened for the evaluator, under a key that only the evaluator has."""

    TOPIC = "evaluation.desk_opened"
    SENTENCE: ClassVar[Label] = Label(
        "評価者の閲覧の記録を始めた。", "A trail of what the evaluator reads was begun."
    )
    TASKS = TASKS

    trail_key_sha256: TrailKeyDigest


class SampleDrawn(Sample, Event):
    """The evaluator drew a sample with a seed of their own choice."""

    TOPIC = "evaluation.sample_drawn"
    SENTENCE: ClassVar[Label] = Label(
        "種 {seed} で、{frame_size} 件から {size} 件の抽出を求めた。",
        "A sample of {size} was drawn from {frame_size} facts with the seed {seed}.",
    )
    TASKS = TASKS


class FactExamined(Examination, Event):
    """The evaluator examined a fact."""

    TOPIC = "evaluation.fact_examined"
    SENTENCE: ClassVar[Label] = Label(
        "記録 {fact} 第{fact_version}版を調べた（{finding}）。",
        "Version {fact_version} of record {fact} was examined ({finding}).",
    )
    TASKS = TASKS

    note: SealedNote | None = None


class QuestionAsked(Question, Event):
    """The evaluator asked a question."""

    TOPIC = "evaluation.question_asked"
    SENTENCE: ClassVar[Label] = Label(
        "評価者が質問{question}をした。", "The evaluator asked question {question}."
    )
    TASKS = TASKS

    text: SealedQuestion


class QuestionAnswered(Answer, Event):
    """A question of the evaluator was answered."""

    TOPIC = "evaluation.question_answered"
    SENTENCE: ClassVar[Label] = Label(
        "評価者の質問{question}に答えた。", "Question {question} of the evaluator was answered."
    )
    TASKS = TASKS

    text: SealedAnswer


class EvaluationPublished(Published, Event):
    """The evaluation was published."""

    TOPIC = "evaluation.published"
    SENTENCE: ClassVar[Label] = Label("評価を公表した。", "The evaluation was published.")
    TASKS = TASKS


EvaluationEvent = (
    EvaluationOpened
    | DeskOpened
    | SampleDrawn
    | FactExamined
    | QuestionAsked
    | QuestionAnswered
    | EvaluationPublished
)
VOIDABLE = (EvaluationOpened, DeskOpened, FactExamined, QuestionAsked, QuestionAnswered)
"""Not a draw, lest a second one hide the first; not a publication, since its key is out."""


class EvaluationCorrected(Correction):
    """What was recorded of an evaluation was wrong."""

    TOPIC = "evaluation.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の評価の記録を訂正した。",
        "The evaluation's entry of version {corrects} was corrected.",
    )
    MENDS = (EvaluationOpened, FactExamined, QuestionAsked, QuestionAnswered, EvaluationPublished)
    FIXED = frozenset(
        {"number", "fact", "fact_version", "question", "trail_key", "without_trail_key"}
    )


class EvaluationEntryVoided(Void):
    """An entry of an evaluation never held."""

    TOPIC = "evaluation.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の評価の記録を取り消した。",
        "The evaluation's entry of version {voids} was voided.",
    )
    MENDS = VOIDABLE
