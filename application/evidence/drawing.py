"""Drawing (抽出): which facts a seed draws, and what there was to draw from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from application.asking.moments import NotAMoment
from application.effective import effective_events
from application.figures.figures import figure
from application.figures.interpreter import topics
from application.figures.values import EventRef
from application.ports import Log
from application.projecting.projection import said_in
from application.registry import EVENT_OF_TOPIC
from domain.base.event import Event
from domain.base.families import IN_CONFIDENCE, family_of
from domain.evaluation.draw import draw, frame_digest
from domain.evaluation.events import Sample, SampledFact, SampleDrawn
from domain.evaluation.rules import SAMPLE_NOT_AS_DRAWN


class NoFrame(ValueError):  # noqa: N818 - an outcome
    """A sample is drawn from a figure or from kinds of facts that an evaluator is shown."""


@dataclass(frozen=True, slots=True)
class SampleAsked:
    """The seed and the size, and what to draw from: a figure of a year, or kinds of facts."""

    seed: str
    size: int
    programme: str
    figure: str | None = None
    fiscal_year: int | None = None
    topics: tuple[str, ...] = ()
    valid_on: date | None = None
    as_of: str | None = None


def sample_of(log: Log, asked: SampleAsked, *, taken_on: date, position: int) -> Sample:
    """Give the sample that a seed draws on a day, as the record stood at a position.

    Raises `NoFrame`, and `NotAMoment` where nothing had been recorded.
    """
    if position == 0:
        raise NotAMoment("nothing had been recorded by then", "as_of")
    frame = {each.position: each for each in _frame(log, asked, taken_on, position)}
    drawn = draw(asked.seed, frame, asked.size)
    return Sample(
        seed=asked.seed,
        figure=asked.figure,
        fiscal_year=asked.fiscal_year,
        topics=asked.topics,
        taken_on=taken_on,
        at_position=position,
        size=asked.size,
        frame_size=len(frame),
        frame_sha256=frame_digest(frame),
        facts=tuple(
            SampledFact(position=at, fact=frame[at].stream, fact_version=frame[at].version)
            for at in drawn
        ),
    )


def require_drawn(log: Log, event: Event) -> None:
    """Raise the rule if the event is a sample that its seed does not draw.

    It is drawn again from the record as it stood at the position that the sample names: a position
    that is yet to come, or what is not sampled, draws nothing.
    """
    if isinstance(event, SampleDrawn):
        drawn = _drawn_again(log, event)
        SAMPLE_NOT_AS_DRAWN.require(drawn is not None and said_in(event, Sample) == dict(drawn))


def _drawn_again(log: Log, sample: SampleDrawn) -> Sample | None:
    if sample.at_position > log.last()[0]:
        return None
    asked = SampleAsked(
        seed=sample.seed,
        size=sample.size,
        programme=sample.programme,
        figure=sample.figure,
        fiscal_year=sample.fiscal_year,
        topics=sample.topics,
    )
    try:
        return sample_of(log, asked, taken_on=sample.taken_on, position=sample.at_position)
    except NoFrame:
        return None


def _frame(log: Log, asked: SampleAsked, day: date, position: int) -> Sequence[EventRef]:
    if (asked.figure is None) is not bool(asked.topics):
        raise NoFrame("say a figure, or kinds of facts")
    if asked.figure is not None:
        definition, found = figure(
            log,
            asked.figure,
            programme=asked.programme,
            fiscal_year=asked.fiscal_year,
            valid_on=day,
            position=position,
        )
        if definition and not all(map(_can_be_sampled, topics(definition))):
            raise NoFrame("the figure counts what is not sampled")
        return found.counted
    if asked.fiscal_year is not None:
        raise NoFrame("a fiscal year goes with a figure")
    if not all(map(_can_be_sampled, asked.topics)):
        raise NoFrame("no such kind of facts can be sampled")
    return [
        EventRef(each.stream, each.version, each.position)
        for each in effective_events(log, asked.topics, position)
        if each.event.programme == asked.programme and each.event.effective_on <= day
    ]


def _can_be_sampled(topic: str) -> bool:
    known = EVENT_OF_TOPIC.get(topic)
    return known is not None and known.LISTED and family_of(topic) not in IN_CONFIDENCE
