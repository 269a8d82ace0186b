"""What can be asked to be recorded of an evaluation."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.base.command import ANY, Annul, Command, Correct, Reads
from domain.base.fields import Text
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.evaluation import rules
from domain.evaluation.events import (
    Answer,
    EvaluationCorrected,
    EvaluationEntryVoided,
    Examination,
    Published,
    Question,
    Sample,
    Scope,
    TrailKey,
    TrailKeyDigest,
)

EvaluationId = Annotated[UUID, Label("評価", "evaluation")]
Note = Annotated[Text, Personal("note"), Label("所見（非公開）", "note, sealed")]
QuestionText = Annotated[
    Text,
    Personal("note"),
    Label("質問（非公開）", "question, sealed", "出勤簿の原本はどこにありますか。"),
]
AnswerText = Annotated[
    Text,
    Personal("note"),
    Label("回答（非公開）", "answer, sealed", "添付の証拠書類のとおりです。"),
]
Examined = Annotated[UUID, Reads(ANY), Label("記録", "record")]


class OpenEvaluation(Scope, Command):
    """Record that an evaluation of the programme begins."""

    LABEL = Label("評価を始める", "Open an evaluation")
    REFUSALS = (rules.OPENED_ALREADY,)

    def opens(self) -> str:
        """One stream for each evaluation of a programme."""
        return f"{self.programme}|{self.number}"


class OfEvaluation(Command):
    """A command on one evaluation; its programme is the evaluation's."""

    TARGET = "evaluation_id"
    HAPPENED = True

    evaluation_id: EvaluationId


class AtTheDesk(OfEvaluation):
    """A command that may be the evaluator's alone: while a desk is open it takes the token.

    `desk_key` is the key that follows from the token that came along. It is part of no body, so
    that the key which a publication tells to everybody lets nobody write; no event takes it over.
    """

    desk_key: Annotated[TrailKey | None, Label("トークンから導いた鍵", "key from the token")] = (
        Field(default=None, exclude=True, repr=False)
    )


class OpenDesk(OfEvaluation):
    """Open the reading trail: the evaluator keeps a key, the record its SHA-256."""

    LABEL = Label("評価者の閲覧の記録を始める", "Open the evaluator's desk")
    REFUSALS = (rules.BEFORE_OPENING, rules.PUBLISHED_ALREADY, rules.DESK_OPEN_ALREADY)

    trail_key_sha256: TrailKeyDigest


class DrawSample(Sample, AtTheDesk):
    """Record a sample that was drawn with a seed; `GET /evidence/sample` gives all of it."""

    LABEL = Label("抽出を記録する", "Draw a sample")
    REFUSALS = (
        rules.BEFORE_OPENING,
        rules.PUBLISHED_ALREADY,
        rules.NOT_AT_THE_DESK,
        rules.SAMPLE_NOT_AS_DRAWN,
    )


class ExamineFact(Examination, AtTheDesk):
    """Record what was found of a fact, sampled or not; of several findings the last holds."""

    LABEL = Label("事実を調べた結果を記録する", "Examine a fact")
    REFUSALS = (
        rules.BEFORE_OPENING,
        rules.PUBLISHED_ALREADY,
        rules.NOT_AT_THE_DESK,
        rules.NO_SUCH_FACT,
    )

    fact: Examined
    note: Note | None = None


class AskQuestion(Question, AtTheDesk):
    """Record a question of the evaluator; it is unanswered until an answer is recorded."""

    LABEL = Label("評価者の質問を記録する", "Ask a question")
    REFUSALS = (
        rules.BEFORE_OPENING,
        rules.PUBLISHED_ALREADY,
        rules.NOT_AT_THE_DESK,
        rules.QUESTION_ASKED_ALREADY,
        rules.NO_SUCH_FACT,
    )

    fact: Annotated[UUID | None, Reads(ANY), Label("質問の対象の記録", "record asked about")] = None
    text: QuestionText


class AnswerQuestion(Answer, OfEvaluation):
    """Record an answer to a question, also after the evaluation was published."""

    LABEL = Label("評価者の質問に答える", "Answer a question")
    REFUSALS = (rules.BEFORE_OPENING, rules.NO_SUCH_QUESTION)

    text: AnswerText


class PublishEvaluation(Published, AtTheDesk):
    """Record that the evaluation was published; its reading trail opens with the key.

    Where a desk is open the key is due, unless it is said to be lost: no key can follow later.
    """

    LABEL = Label("評価の公表を記録する", "Publish an evaluation")
    REFUSALS = (
        rules.BEFORE_OPENING,
        rules.PUBLISHED_ALREADY,
        rules.NOT_AT_THE_DESK,
        rules.TRAIL_KEY_WRONG,
        rules.TRAIL_KEY_MISSING,
        rules.NO_TRAIL,
    )


class CorrectEvaluation(AtTheDesk, Correct):
    """Put right what was recorded of an evaluation; the evaluator's own, at the desk alone."""

    LABEL = Label("評価の記録を訂正する", "Correct an evaluation's entry")
    REFUSALS = (*MEND_RULES, rules.NO_SUCH_QUESTION, rules.NOT_AT_THE_DESK)
    EVENT = EvaluationCorrected


class VoidEvaluationEntry(AtTheDesk, Annul):
    """Record that an entry of an evaluation never held; draws and publications stay.

    While a desk is open, findings and questions are voided with its token. The opening of the desk
    itself can be voided without, since the token may be lost; views/evaluation shows that it was.
    """

    LABEL = Label("評価の記録を取り消す", "Void an evaluation's entry")
    REFUSALS = (*VOID_RULES, rules.NO_SUCH_QUESTION, rules.NOT_AT_THE_DESK, rules.DESK_PUBLISHED)
    EVENT = EvaluationEntryVoided


EvaluationStep = (
    OpenDesk | DrawSample | ExamineFact | AskQuestion | AnswerQuestion | PublishEvaluation
)
"""What is decided on an evaluation that was opened."""
EvaluationCommand = OpenEvaluation | EvaluationStep | CorrectEvaluation | VoidEvaluationEntry
