"""Evaluation (評価の経過): what was drawn, what was found of it, and what is unanswered?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from application.evidence.sentences import sentence
from application.evidence.shown import NOT_SHOWN, READS, Papers
from application.projecting.projection import rowclass
from application.projections.sampled_facts import EXAMINED, Examined
from application.viewing.desks import Desks
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import COMMON, Event, Programme
from domain.base.words import Code, Label
from domain.evaluation import events as e
from domain.evaluation.draw import Seed
from domain.export.events import ExportMade

Fact = tuple[UUID, int]


class Part(Code):
    """What a line of the evaluation is about."""

    DESK = "desk", "評価者の机", "evaluator's desk"
    SAMPLE = "sample", "抽出", "sample"
    SAMPLED = "sampled", "抽出した事実", "sampled fact"
    BESIDES = "besides", "抽出のほかに調べた事実", "fact examined besides"
    QUESTION = "question", "質問", "question"
    PUBLICATION = "publication", "公表", "publication"
    EXPORT = "export", "持ち出し", "export"


class EvaluationAsks(Asks):
    """Which evaluation, by its number or its id; all if none is named."""

    programme: Programme | None = None
    evaluation: e.EvaluationNumber | None = None


@rowclass
class EvaluationLineRow:
    """A desk, a sample with how to repeat it, a fact with its finding, a question, an export.

    `desk` counts the desks that were opened, and says for each entry in the evaluator's name which
    one was open when it was made or last changed; 0 where none was, so that no token was needed.
    The desk whose opening was voided `holds` no more. `findings` says how often a finding of the
    fact was recorded, corrected or voided, `finding_before` what it was before the last time.

    `holds` says whether a fact still stands in the record; of one that was voided `said` is what it
    said, and nothing of one that no list of events shows. Without a paper of a kind that must show
    it, a fact's evidence is `missing`.
    """

    programme: Programme
    evaluation: e.EvaluationNumber
    part: Annotated[Part, Label("区分", "part")]
    desk: Annotated[
        int | None, Label("机の回（0は机なし）", "which desk; 0 where none was open")
    ] = None
    trail_key_sha256: e.TrailKeyDigest | None = None
    draw: Annotated[int | None, Label("抽出の回", "which draw")] = None
    order: Annotated[int | None, Label("抽出の順", "order in the draw")] = None
    seed: Seed | None = None
    repeat: Annotated[str | None, Label("抽出を繰り返す照会", "query that draws it again")] = None
    fact: Annotated[UUID | None, Label("記録", "record")] = None
    fact_version: e.Version | None = None
    said: Annotated[str | None, Label("内容", "what it says")] = None
    effective_on: Annotated[date | None, Label("基準日", "effective on")] = None
    holds: Annotated[bool | None, Label("有効", "still holds")] = None
    evidence: Annotated[int, Label("証拠の数", "pieces of evidence")] = 0
    missing: Annotated[int, Label("証拠の不足", "evidence missing")] = 0
    finding: Annotated[Examined | None, Label("所見の区分", "finding")] = None
    examined_on: Annotated[date | None, Label("確認日", "examined on")] = None
    findings: Annotated[
        int | None, Label("所見を記録・訂正・取消しした回数", "times found, corrected or voided")
    ] = None
    finding_before: Annotated[Examined | None, Label("前の所見の区分", "finding before")] = None
    note: e.SealedNote | None = None
    question: e.QuestionNumber | None = None
    text: e.SealedQuestion | None = None
    asked_on: Annotated[date | None, Label("質問日", "asked on")] = None
    answered_on: Annotated[date | None, Label("回答日", "answered on")] = None
    unanswered: Annotated[int, Label("未回答", "unanswered")] = 0


def compute(facts: Facts, asks: EvaluationAsks) -> Iterator[Line[EvaluationLineRow]]:
    """Give the evaluations one after the other: samples, their facts, others, questions, exports.

    The exports are those of its programme and of what serves all of them, since it was opened,
    whoever made them.
    """
    papers = Papers.of(facts.of_any(*READS))
    opened = {
        (each.programme, each.number): (stream, each.effective_on)
        for stream, each in facts.opening(e.EvaluationOpened).items()
        if asks.programme in {None, each.programme}
        and asks.evaluation in {None, each.number, str(stream)}
    }
    for (programme, number), (stream, begun) in sorted(opened.items()):
        told = _Told(facts, papers, programme, number, stream)
        yield from (*told.lines(), *told.exports(begun))


def named(facts: Facts) -> Iterator[UUID]:
    """Give the records that the evaluations speak of."""
    for event, _ in facts.of(e.SampleDrawn, e.FactExamined):
        if isinstance(event, e.SampleDrawn):
            yield from (each.fact for each in event.facts)
        else:
            yield event.fact


class _Told:
    """One evaluation, as far as it is told by the day."""

    def __init__(
        self,
        facts: Facts,
        papers: Papers,
        programme: str,
        number: str,
        stream: UUID,
    ) -> None:
        history = facts.in_record(stream)
        self._facts, self._papers, self._history = facts, papers, history
        self._programme, self._number = programme, number
        self._desks = Desks(facts.told.get(stream, ()), facts.valid_on)
        self._examined = self._desks.examined()
        self._found = {
            (event.fact, event.fact_version): event
            for event in (each.event for each in history)
            if isinstance(event, e.FactExamined)
        }

    def lines(self) -> Iterator[Line[EvaluationLineRow]]:
        for number, desk, recorded, holds in self._desks.opened():
            digest = desk.trail_key_sha256
            row = self._said(Part.DESK, desk, desk=number, trail_key_sha256=digest, holds=holds)
            yield Line(row, (recorded,) if holds else ())
        drawn = [each for each in self._history if isinstance(each.event, e.SampleDrawn)]
        sampled: set[Fact] = set()
        for draw, each in enumerate(drawn, start=1):
            sample = each.event
            assert isinstance(sample, e.SampleDrawn)  # noqa: S101 - only those were taken
            yield Line(
                self._row(
                    Part.SAMPLE,
                    desk=self._desks.of(each),
                    draw=draw,
                    seed=sample.seed,
                    said=sentence(sample).ja,
                    effective_on=sample.effective_on,
                    repeat=repeated(sample),
                ),
                (each,),
            )
            for order, one in enumerate(sample.facts, start=1):
                fact = (one.fact, one.fact_version)
                sampled.add(fact)
                yield self._of_fact(Part.SAMPLED, fact, draw=draw, order=order, seed=sample.seed)
        for fact in self._examined:
            if fact not in sampled:
                yield self._of_fact(Part.BESIDES, fact)
        yield from self._questions()
        for each in self._history:
            if isinstance(published := each.event, e.EvaluationPublished):
                at = self._desks.of(each)
                yield Line(self._said(Part.PUBLICATION, published, desk=at, holds=True), (each,))

    def _of_fact(self, part: Part, fact: Fact, **drawn: object) -> Line[EvaluationLineRow]:
        stream, version = fact
        told = {each.version: each for each in self._facts.told.get(stream, ())}
        held = {each.version: each for each in self._facts.streams.get(stream, ())}
        now = held.get(version)
        shown = self._papers.showing(now) if now else NOT_SHOWN
        # Nobody but whoever draws by hand can name what the record never held.
        one = now or told.get(version)
        found, changed = self._found.get(fact), self._examined.get(fact)
        before = changed.before if changed else None
        row = self._row(
            part,
            fact=stream,
            fact_version=version,
            said=sentence(one.event).ja if one and one.event.LISTED else None,
            effective_on=one.event.effective_on if one else None,
            holds=now is not None,
            evidence=len(shown.by),
            missing=int(shown.missing),
            finding=EXAMINED[found.finding.value] if found else Examined.NOT_EXAMINED,
            examined_on=found.effective_on if found else None,
            note=found.note if found else None,
            desk=changed.desk if changed else None,
            findings=changed.times if changed else 0,
            finding_before=EXAMINED[before.finding.value] if before else None,
            **drawn,
        )
        return Line(row, (now,) if now else ())

    def _questions(self) -> Iterator[Line[EvaluationLineRow]]:
        answered: dict[int, date] = {}
        for each in self._history:
            if isinstance(each.event, e.QuestionAnswered):
                answered.setdefault(each.event.question, each.event.effective_on)
        for each in self._history:
            if isinstance(event := each.event, e.QuestionAsked):
                on = answered.get(event.question)
                row = self._row(
                    Part.QUESTION,
                    desk=self._desks.of(each),
                    fact=event.fact,
                    fact_version=event.fact_version,
                    question=event.question,
                    text=event.text,
                    asked_on=event.effective_on,
                    answered_on=on,
                    unanswered=int(on is None),
                )
                yield Line(row, (each,))

    def exports(self, since: date) -> Iterator[Line[EvaluationLineRow]]:
        for event, each in self._facts.of(ExportMade):
            shown = event.programme in {self._programme, COMMON}
            if shown and event.effective_on >= since:
                fact, version = each.stream, each.version
                row = self._said(Part.EXPORT, event, fact=fact, fact_version=version, holds=True)
                yield Line(row, (each,))

    def _said(self, part: Part, event: Event, **more: object) -> EvaluationLineRow:
        said = sentence(event).ja
        return self._row(part, said=said, effective_on=event.effective_on, **more)

    def _row(self, part: Part, **said: object) -> EvaluationLineRow:
        return EvaluationLineRow(self._programme, self._number, part, **said)  # type: ignore[arg-type]


def repeated(sample: e.SampleDrawn) -> str:
    """Give the query that draws a sample again, as the record stood then."""
    asked = {
        "seed": sample.seed,
        "programme": sample.programme,
        "figure": sample.figure,
        "fiscal_year": sample.fiscal_year,
        "topics": ",".join(sample.topics) or None,
        "valid_on": sample.taken_on,
        "as_of": sample.at_position,
        "size": sample.size,
    }
    said = {name: value for name, value in asked.items() if value is not None}
    return f"/evidence/sample?{urlencode(said)}"


EVALUATION = View(
    name="evaluation",
    label=Label("評価の経過", "Evaluation"),
    asks=EvaluationAsks,
    row=EvaluationLineRow,
    reads=(
        *READS,
        e.EvaluationOpened,
        e.DeskOpened,
        e.SampleDrawn,
        e.FactExamined,
        e.QuestionAsked,
        e.QuestionAnswered,
        e.EvaluationPublished,
        ExportMade,
    ),
    compute=compute,
    totals=("missing", "unanswered"),
    also=named,
)
