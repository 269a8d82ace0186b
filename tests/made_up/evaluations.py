"""Made-up evaluations: samples drawn, facts examined, questions asked and partly answered."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from application.recorded import Reason
from domain.evaluation import commands as c
from domain.evaluation.draw import draw, frame_digest
from domain.evaluation.evaluation import key_digest
from domain.evaluation.events import EvaluationKind, Finding, SampledFact
from domain.export import commands as x
from domain.export.events import ExportKind
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import GRANT
from tests.made_up.stream import Stream

SAMPLE = 3


def life(desk: Desk, year: int) -> Life:
    """Evaluate a year: from the papers of the office three are drawn, looked at and asked about."""
    yield date(year + 1, 6, 1) + desk.chance.days(0, 30)
    papers = [paper for paper in desk.papers if paper.state]
    if len(papers) < SAMPLE:
        return
    evaluation = desk.open(
        c.OpenEvaluation, desk.today, programme=GRANT, number=f"架評{year}",
        kind=EvaluationKind.THIRD_PARTY, evaluator="架空評価研究所", first_year=year,
        last_year=year,
    )  # fmt: skip
    assert evaluation is not None
    lost, key = desk.chance.digest(), desk.chance.digest()
    desk.desk_keys[evaluation.id] = key
    desk.must(evaluation, c.OpenDesk, desk.today, trail_key_sha256=key_digest(lost))
    desk.must(evaluation, c.VoidEvaluationEntry, desk.today, version=2)
    desk.must(evaluation, c.OpenDesk, desk.today, trail_key_sha256=key_digest(key))
    drawn = _draw(desk, evaluation, papers, key)
    yield desk.today + desk.chance.days(3, 9)
    for finding, paper in zip(Finding, drawn, strict=True):
        desk.must(
            evaluation, c.ExamineFact, desk.today, paper, fact=paper.id, fact_version=1,
            finding=finding, note=desk.chance.digest(), desk_key=key,
        )  # fmt: skip
    desk.must(
        evaluation, c.CorrectEvaluation, desk.today, version=len(evaluation.history),
        now={"finding": Finding.SEEN.value}, desk_key=key,
    )  # fmt: skip
    for question, paper in enumerate(drawn[:2], start=1):
        desk.must(
            evaluation, c.AskQuestion, desk.today, paper, question=question, fact=paper.id,
            fact_version=1, text=desk.chance.digest(), desk_key=key,
        )  # fmt: skip
    yield desk.today + desk.chance.days(5, 20)
    desk.must(
        evaluation, c.AnswerQuestion, desk.today, question=1, text=desk.chance.digest(),
        evidence=(drawn[0].id,),
    )  # fmt: skip
    _export(desk)
    yield desk.today + desk.chance.days(20, 60)
    desk.must(
        evaluation, c.PublishEvaluation, desk.today, why=Reason.DECISION, document=desk.paper(),
        trail_key=key, desk_key=key,
    )  # fmt: skip


def _draw(desk: Desk, evaluation: Stream, papers: Sequence[Stream], key: str) -> list[Stream]:
    # Where in the log a paper stands nobody knows while the log is made; any numbers will do.
    frame = dict(enumerate(papers, start=1))
    seed = f"seed-{desk.chance.randint(1, 10**6)}"
    positions = draw(seed, frame, SAMPLE)
    said: dict[str, Any] = {
        "seed": seed,
        "figure": None,
        "fiscal_year": None,
        "topics": ("evidence.registered",),
        "taken_on": desk.today,
        "at_position": len(frame),
        "size": SAMPLE,
        "frame_size": len(frame),
        "frame_sha256": frame_digest(frame),
        "facts": tuple(
            SampledFact(position=at, fact=frame[at].id, fact_version=1) for at in positions
        ),
    }
    desk.must(evaluation, c.DrawSample, desk.today, desk_key=key, **said)
    return [frame[at] for at in positions]


def _export(desk: Desk) -> None:
    size = desk.chance.randint(10_000, 90_000)
    export = desk.open(
        x.RecordExport, desk.today, programme=GRANT, kind=ExportKind.VIEW,
        sha256=desk.chance.digest(), size=size, log_size=1, what="payment-list",
        asked="month=2024-10&open=true", rows=12,
    )  # fmt: skip
    assert export is not None
    desk.must(export, x.CorrectExport, desk.today, version=1, now={"size": size + 1})
    desk.must(export, x.VoidExport, desk.today, version=1)
