"""One example of every event of the area evaluation."""

from domain.evaluation import events as evaluation
from domain.evaluation.draw import draw, frame_digest
from tests.given import sealed
from tests.golden.examples.shared import EVIDENCE, GRANT, OTHER, example

SEED = "2025-06-20/271828"
FRAME = (41, 57)

EXAMPLES = (
    example(
        evaluation.EvaluationOpened,
        GRANT,
        number="E-R6-1",
        kind="third-party",
        evaluator="架空評価研究所",
        first_year=2024,
        last_year=2026,
    ),
    example(evaluation.DeskOpened, GRANT, trail_key_sha256=sealed("key")),
    example(
        evaluation.SampleDrawn,
        GRANT,
        seed=SEED,
        figure="kpi1",
        fiscal_year=2024,
        topics=(),
        taken_on="2025-06-20",
        at_position=60,
        size=1,
        frame_size=2,
        frame_sha256=frame_digest(FRAME),
        facts=[{"position": at, "fact": OTHER, "fact_version": 1} for at in draw(SEED, FRAME, 1)],
    ),
    example(
        evaluation.FactExamined,
        GRANT,
        fact=OTHER,
        fact_version=1,
        finding="doubted",
        note=sealed("note"),
    ),
    example(
        evaluation.QuestionAsked,
        GRANT,
        question=1,
        fact=OTHER,
        fact_version=1,
        text=sealed("question"),
    ),
    example(
        evaluation.QuestionAnswered,
        GRANT,
        question=1,
        evidence=(EVIDENCE,),
        text=sealed("answer"),
    ),
    example(
        evaluation.EvaluationPublished,
        GRANT,
        document=EVIDENCE,
        trail_key="0f" * 32,
        without_trail_key=False,
    ),
    example(evaluation.EvaluationCorrected, GRANT, corrects=4, now={"finding": "seen"}),
    example(evaluation.EvaluationEntryVoided, GRANT, voids=4),
)
