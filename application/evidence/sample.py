"""Sampling (抽出): what a seed draws from the facts of a figure, or of some kinds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.asking.answers import heading
from application.asking.moments import NotAMoment, as_of
from application.effective import effective_events
from application.evidence.signing import signed_of
from application.evidence.told import events_at, told
from application.figures.figures import figure
from application.figures.interpreter import topics
from application.figures.values import EventRef
from application.ports import Log
from application.registry import EVENT_OF_TOPIC
from application.service import Consortium
from domain.base.families import IN_CONFIDENCE, family_of
from domain.base.words import Label
from domain.evaluation.draw import draw, frame_digest
from domain.evaluation.events import Sample, SampledFact, SampleDrawn

NOT_RECORDED = Label(
    "この抽出は記録されていません。記録するには、command を"
    " POST /evaluations/{評価}/draw-sample へそのまま送ってください。",
    "This draw is not recorded. To record it, send command as it is to"
    " POST /evaluations/{evaluation}/draw-sample.",
)
EMPTY = Label(
    "抽出元の事実がありません。指標の定義、年度、基準日を確かめてください。",
    "There are no facts to draw from: check the figure's definition, the fiscal year and the day.",
)
NO_POSITION = Label(
    "位置（as_of）が指定されていません。種を知った人が抽出元を変えられないように、"
    "先に署名された記録確定点を受け取り、その件数を as_of に入れ、その後で種を決めてください。",
    "No position (as_of) was given. So that nobody who knows the seed can change what it draws"
    " from, have a signed checkpoint first, give its size as as_of, and only then choose the seed.",
)
TO_REPEAT = Label(
    "種、改行、位置、改行を、書いたとおりにUTF-8としたもののSHA-256（16進）が小さい順です。"
    "例: printf '%s\\n%s\\n' '種' 位置 | sha256sum",
    "In ascending order of the SHA-256 in hex of seed, LF, position, LF, in UTF-8 as written:"
    " printf '%s\\n%s\\n' 'SEED' POSITION | sha256sum",
)


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


def answer_sample(consortium: Consortium, asked: SampleAsked) -> dict[str, Any]:
    """Draw without recording, and give the command that records exactly this; plain values.

    Raises `NoFrame` and `NotAMoment`.
    """
    log = consortium.log
    moment = as_of(log, asked.as_of)
    day = asked.valid_on or consortium.today()
    sample = sample_of(log, asked, taken_on=day, position=moment.position)
    positions = [each.position for each in sample.facts]
    drawn = events_at(log, positions, {each.fact for each in sample.facts})
    notes = [NOT_RECORDED, TO_REPEAT]
    notes += [NO_POSITION] if asked.as_of is None else _not_signed(consortium, moment.position)
    notes += [] if sample.frame_size else [EMPTY]
    return {
        **heading(
            consortium,
            moment.position,
            moment,
            day,
            taken_over=sum(each.by.taken_over for each in drawn.values()),
            also=notes,
        ),
        "frame": {"size": sample.frame_size, "sha256": sample.frame_sha256},
        "drawn": [told(drawn[position]).model_dump(mode="json") for position in positions],
        "command": {
            "effective_on": consortium.today().isoformat(),
            **sample.model_dump(mode="json"),
        },
    }


def _not_signed(consortium: Consortium, position: int) -> list[Label]:
    """Say it where no checkpoint holds the record to what it was at that position."""
    signed = signed_of(consortium)
    if signed and signed.checkpoint.size >= position:
        return []
    return [
        Label(
            f"位置 {position} までの記録は署名されていません。"
            "署名されるまで、抽出元は変えられます。",
            f"The record up to position {position} is not signed: until it is, what is drawn from"
            " can be changed.",
        )
    ]


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


def drawn_again(log: Log, sample: SampleDrawn, recorded_at: int) -> Sample | None:
    """Draw again, from the record as it stood then, a sample that was recorded at a position.

    None where it cannot: the position to draw at was yet to come, or what it names is not sampled.
    """
    if sample.at_position >= recorded_at:
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
