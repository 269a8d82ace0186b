"""The evaluation: what its record accepts, and what its events make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import assert_never
from uuid import UUID

from domain.base.command import Holding, Seen
from domain.base.event import opened
from domain.evaluation import commands as c
from domain.evaluation import events as e
from domain.evaluation import rules
from domain.evaluation.draw import draw

Fact = tuple[UUID, int]
"""A fact by its stream and its version there."""
OWN = (e.SampleDrawn, e.FactExamined, e.QuestionAsked, e.EvaluationPublished)
"""What stands in the record in the evaluator's name."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One evaluation: what was sampled, asked and answered, and whether it is published.

    `trail` is the SHA-256 of the reading trail's key while a desk is open, `trail_key` the key
    itself once the publication told it; `trail_told` whether it told the key, or that it is lost.
    `own` is what stands in the evaluator's name.
    """

    programme: str
    opened_on: date
    trail: str | None = None
    sampled: frozenset[Fact] = frozenset()
    asked: Mapping[int, date] = field(default_factory=dict)
    answered: tuple[tuple[int, date], ...] = ()
    published_on: date | None = None
    trail_key: str | None = None
    trail_told: bool = False
    own: tuple[e.EvaluationEvent, ...] = ()


def decide_opening(
    evaluation: Evaluation | None, command: c.OpenEvaluation, _seen: Seen
) -> list[e.EvaluationEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.OPENED_ALREADY.require(evaluation is None)
    return [e.EvaluationOpened.model_validate(command.carried())]


def decide(
    evaluation: Evaluation, command: c.EvaluationStep, seen: Seen
) -> list[e.EvaluationEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.BEFORE_OPENING.require(evaluation.opened_on <= command.effective_on)
    if not isinstance(command, c.AnswerQuestion):
        rules.PUBLISHED_ALREADY.require(evaluation.published_on is None)
    if isinstance(command, c.AtTheDesk):
        _require_desk(evaluation, command)
    carried = command.carried("desk_key") | {"programme": evaluation.programme}
    match command:
        case c.OpenDesk():
            rules.DESK_OPEN_ALREADY.require(evaluation.trail is None)
            return [e.DeskOpened.model_validate(carried)]
        case c.DrawSample():
            rules.SAMPLE_NOT_AS_DRAWN.require(as_drawn(command))
            return [e.SampleDrawn.model_validate(carried)]
        case c.ExamineFact():
            fact = (command.fact, command.fact_version)
            # What was voided after the draw is still in the sample, and can be examined.
            rules.NO_SUCH_FACT.require(fact in evaluation.sampled or _holds(seen, fact))
            return [e.FactExamined.model_validate(carried)]
        case c.AskQuestion():
            rules.QUESTION_ASKED_ALREADY.require(command.question not in evaluation.asked)
            if command.fact is not None and command.fact_version is not None:
                fact = (command.fact, command.fact_version)
                rules.NO_SUCH_FACT.require(fact in evaluation.sampled or _holds(seen, fact))
            return [e.QuestionAsked.model_validate(carried)]
        case c.AnswerQuestion():
            answered = e.QuestionAnswered.model_validate(carried)
            sound(evolve(evaluation, answered))
            return [answered]
        case c.PublishEvaluation():
            key = command.trail_key
            rules.TRAIL_KEY_WRONG.require(key is None or key_digest(key) == evaluation.trail)
            if evaluation.trail is None:
                rules.NO_TRAIL.require(not command.without_trail_key)
            else:
                rules.TRAIL_KEY_MISSING.require(key is not None or command.without_trail_key)
            return [e.EvaluationPublished.model_validate(carried)]
        case _:
            assert_never(command)


def evolve(evaluation: Evaluation | None, event: e.EvaluationEvent) -> Evaluation:
    """Fold one effective event into the evaluation."""
    if isinstance(event, e.EvaluationOpened):
        return Evaluation(event.programme, event.effective_on)
    evaluation = opened(evaluation)
    if isinstance(event, OWN):
        evaluation = replace(evaluation, own=(*evaluation.own, event))
    match event:
        case e.DeskOpened():
            return replace(evaluation, trail=event.trail_key_sha256)
        case e.SampleDrawn():
            drawn = {(each.fact, each.fact_version) for each in event.facts}
            return replace(evaluation, sampled=evaluation.sampled | drawn)
        case e.FactExamined():
            return evaluation
        case e.QuestionAsked():
            asked = {**evaluation.asked, event.question: event.effective_on}
            return replace(evaluation, asked=asked)
        case e.QuestionAnswered():
            answered = (event.question, event.effective_on)
            return replace(evaluation, answered=(*evaluation.answered, answered))
        case e.EvaluationPublished():
            return replace(
                evaluation,
                published_on=event.effective_on,
                trail_key=event.trail_key,
                trail_told=event.trail_key is not None or event.without_trail_key,
            )
        case _:
            assert_never(event)


def sound(evaluation: Evaluation) -> None:
    """Raise the rule that a mended evaluation breaks.

    An answer is to a question asked by then, and what a publication opens or closes is there.
    """
    rules.DESK_PUBLISHED.require(evaluation.trail is not None or not evaluation.trail_told)
    asked = evaluation.asked
    rules.NO_SUCH_QUESTION.require(
        all(question in asked and asked[question] <= on for question, on in evaluation.answered)
    )


def again(before: Evaluation, after: Evaluation, command: c.AtTheDesk, _seen: Seen) -> None:
    """Raise the rule if what stands in the evaluator's name is mended without the desk's token."""
    if before.own != after.own:
        _require_desk(before, command)


def as_drawn(sample: e.Sample) -> bool:
    """Say whether the facts are as many as were to be drawn, in the order of the draw.

    Whether they are those of the record takes the log: `execute` draws again.
    """
    positions = [each.position for each in sample.facts]
    return len(positions) == min(sample.size, sample.frame_size) and positions == draw(
        sample.seed, positions, len(positions)
    )


def key_digest(key: str) -> str:
    """Give the SHA-256 in hex of a trail key that is written in hex."""
    return sha256(bytes.fromhex(key)).hexdigest()


def _require_desk(evaluation: Evaluation, command: c.AtTheDesk) -> None:
    key = command.desk_key
    shown = key is not None and key_digest(key) == evaluation.trail
    rules.NOT_AT_THE_DESK.require(evaluation.trail is None or shown)


def _holds(seen: Seen, fact: Fact) -> bool:
    stream, version = fact
    holding = seen.the(Holding, stream)
    return holding is not None and version in holding.events
