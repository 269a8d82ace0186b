"""An evaluation's events and commands, with everything that a test does not speak of."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from domain.evaluation import commands as c
from domain.evaluation import events as e
from domain.evaluation.draw import draw, frame_digest
from domain.evaluation.evaluation import key_digest
from tests.given import day, sealed

GRANT = "grant:dx-r6"
EVALUATION = UUID(int=0xE1)
FACT, OTHER = UUID(int=0xF1), UUID(int=0xF2)
KEY = "0f" * 32
SEED = "2025-06-20/271828"
FRAME = (3, 5, 8, 13, 21, 34, 55)
SCOPE: dict[str, Any] = {
    "number": "E-R6-1",
    "kind": "third-party",
    "evaluator": "架空評価研究所",
    "first_year": 2024,
    "last_year": 2024,
}


def facts(positions: Iterable[int]) -> list[dict[str, Any]]:
    """Say of each position that it is version 1 of a stream of its own."""
    return [{"position": at, "fact": UUID(int=at), "fact_version": 1} for at in positions]


def sample(seed: str = SEED) -> dict[str, Any]:
    """Draw three from the frame, of a figure."""
    return {
        "seed": seed,
        "figure": "kpi1",
        "fiscal_year": 2024,
        "taken_on": "2025-06-20",
        "at_position": 60,
        "size": 3,
        "frame_size": len(FRAME),
        "frame_sha256": frame_digest(FRAME),
        "facts": facts(draw(seed, FRAME, 3)),
    }


def opened(on: str = "2025-06-16", **other: object) -> e.EvaluationOpened:
    """An invented institute begins."""
    return e.EvaluationOpened.model_validate(
        {"effective_on": on, "programme": GRANT} | SCOPE | other
    )


def desk(on: str = "2025-06-17", key: str = KEY) -> e.DeskOpened:
    """The evaluator's desk is opened."""
    return e.DeskOpened(effective_on=day(on), programme=GRANT, trail_key_sha256=key_digest(key))


def drawn(on: str = "2025-06-20", **other: object) -> e.SampleDrawn:
    """Three are drawn."""
    return e.SampleDrawn.model_validate({"effective_on": on, "programme": GRANT} | sample() | other)


def examined(on: str = "2025-06-25", **other: object) -> e.FactExamined:
    """A fact was seen."""
    fields = {"fact": FACT, "fact_version": 1, "finding": "seen", "note": sealed("note")}
    return e.FactExamined.model_validate({"effective_on": on, "programme": GRANT} | fields | other)


def asked(on: str = "2025-06-26", **other: object) -> e.QuestionAsked:
    """A first question was asked."""
    fields = {"question": 1, "text": sealed("question")}
    return e.QuestionAsked.model_validate({"effective_on": on, "programme": GRANT} | fields | other)


def answered(on: str = "2025-07-02", **other: object) -> e.QuestionAnswered:
    """It was answered."""
    fields = {"question": 1, "text": sealed("answer"), "evidence": (OTHER,)}
    return e.QuestionAnswered.model_validate(
        {"effective_on": on, "programme": GRANT} | fields | other
    )


def published(on: str = "2025-09-30", **other: object) -> e.EvaluationPublished:
    """It was published."""
    return e.EvaluationPublished.model_validate({"effective_on": on, "programme": GRANT} | other)


def voided(on: str, version: int) -> e.EvaluationEntryVoided:
    """An entry never held."""
    return e.EvaluationEntryVoided(effective_on=day(on), programme=GRANT, voids=version)


def begin(on: str = "2025-06-16", **other: object) -> c.OpenEvaluation:
    """Open it."""
    return c.OpenEvaluation.model_validate({"effective_on": on, "programme": GRANT} | SCOPE | other)


def open_desk(on: str = "2025-06-17", key: str = KEY) -> c.OpenDesk:
    """Open the desk."""
    return c.OpenDesk(
        effective_on=day(on), evaluation_id=EVALUATION, trail_key_sha256=key_digest(key)
    )


def draws(on: str = "2025-06-20", **other: object) -> c.DrawSample:
    """Draw three."""
    return c.DrawSample.model_validate(
        {"effective_on": on, "evaluation_id": EVALUATION} | sample() | other
    )


def examine(on: str = "2025-06-25", **other: object) -> c.ExamineFact:
    """Examine a fact."""
    fields = {"fact": FACT, "fact_version": 1, "finding": "seen", "note": sealed("note")}
    return c.ExamineFact.model_validate(
        {"effective_on": on, "evaluation_id": EVALUATION} | fields | other
    )


def ask(on: str = "2025-06-26", **other: object) -> c.AskQuestion:
    """Ask the first question."""
    fields = {"question": 1, "text": sealed("question")}
    return c.AskQuestion.model_validate(
        {"effective_on": on, "evaluation_id": EVALUATION} | fields | other
    )


def answer(on: str = "2025-07-02", **other: object) -> c.AnswerQuestion:
    """Answer it."""
    fields = {"question": 1, "text": sealed("answer"), "evidence": (OTHER,)}
    return c.AnswerQuestion.model_validate(
        {"effective_on": on, "evaluation_id": EVALUATION} | fields | other
    )


def publish(on: str = "2025-09-30", **other: object) -> c.PublishEvaluation:
    """Publish it."""
    return c.PublishEvaluation.model_validate(
        {"effective_on": on, "evaluation_id": EVALUATION} | other
    )


def correct(
    on: str, version: int, desk_key: str | None = None, **now: object
) -> c.CorrectEvaluation:
    """Put an entry right."""
    return c.CorrectEvaluation(
        effective_on=day(on),
        evaluation_id=EVALUATION,
        version=version,
        now=now,
        desk_key=desk_key,
    )


def void(on: str, version: int, desk_key: str | None = None) -> c.VoidEvaluationEntry:
    """Void an entry."""
    return c.VoidEvaluationEntry(
        effective_on=day(on), evaluation_id=EVALUATION, version=version, desk_key=desk_key
    )
