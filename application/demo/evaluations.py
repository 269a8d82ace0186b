"""An invented evaluation (架空) of R6: a sample of the new hires, findings, questions, an export.

Which facts the seed draws only the record can tell: until then the first of them is `SAMPLED[0]`.
"""

from typing import Any, Final
from uuid import UUID

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.evidence.drawing import SampleAsked, sample_of
from application.ports import Log
from domain.base.command import Command
from domain.evaluation import commands as c
from domain.evaluation.draw import draw, frame_digest
from domain.evaluation.events import EvaluationKind, Finding, SampledFact, SampleDrawn
from domain.export.commands import RecordExport
from domain.export.events import ExportKind

NUMBER = "架評6-1"
EVALUATOR = "架空評価研究所"
SEED = "2025-09-08/271828"
SIZE = 5
SAMPLED: Final = tuple(UUID(int=number) for number in range(1, SIZE + 1))
"""Stand for the facts of the sample, in its order."""
POSITIONS: Final = range(1, SIZE + 1)
DRAWN: Final = tuple(
    SampledFact(position=position, fact=fact, fact_version=1)
    for position, fact in zip(draw(SEED, POSITIONS, SIZE), SAMPLED, strict=True)
)
"""The sample as it would be of a record that holds nothing else."""
FINDINGS = (
    (Finding.SEEN, None),
    (Finding.SEEN, None),
    (Finding.SEEN, None),
    (Finding.DOUBTED, "契約書の日付と就業の開始日が一致しない（架空）。"),
    (Finding.WITHOUT_EVIDENCE, "雇用を示す書類が見つからない（架空）。"),
)
QUESTIONS = (
    (4, "開始日が契約書と違う理由を教えてください（架空）。"),
    (5, "雇用を示す書類はどこにありますか（架空）。"),
)
ANSWER = "契約書は更新後のものです。当初の契約書の写しを添えます（架空）。"
BUNDLE: Final[dict[str, Any]] = {"sha256": "5a" * 32, "size": 481_516, "log_size": 790}
"""An invented file: nobody carried it away."""


def tell(teller: Teller) -> None:
    """Tell of the evaluation from its beginning to an answer, and of a bundle for it."""
    evaluation = teller.id_of("evaluation", f"{GRANT}|{NUMBER}")
    teller.tell(
        c.OpenEvaluation, "2025-09-01", programme=GRANT, number=NUMBER, evaluator=EVALUATOR,
        kind=EvaluationKind.THIRD_PARTY, first_year="R6", last_year="R6",
    )  # fmt: skip
    teller.tell(
        RecordExport, "2025-09-05", programme=GRANT, kind=ExportKind.BUNDLE_EVALUATION, **BUNDLE
    )
    teller.tell(
        c.DrawSample, "2025-09-08", by="evaluator", evaluation_id=evaluation, seed=SEED,
        figure="kpi1", fiscal_year="R6", taken_on="2025-09-08", at_position=SIZE, size=SIZE,
        frame_size=SIZE, frame_sha256=frame_digest(POSITIONS), facts=DRAWN, programme=GRANT,
    )  # fmt: skip
    for fact, (finding, note) in zip(SAMPLED, FINDINGS, strict=True):
        teller.tell(
            c.ExamineFact, "2025-09-16", by="evaluator", evaluation_id=evaluation, fact=fact,
            fact_version=1, finding=finding, note=note,
        )  # fmt: skip
    for question, (number, text) in enumerate(QUESTIONS, start=1):
        teller.tell(
            c.AskQuestion, "2025-09-17", by="evaluator", evaluation_id=evaluation,
            question=question, fact=SAMPLED[number - 1], fact_version=1, text=text,
        )  # fmt: skip
    teller.tell(c.AnswerQuestion, "2025-09-24", evaluation_id=evaluation, question=1, text=ANSWER)


def read_from(log: Log, command: Command) -> Command:
    """Give a command of an evaluation with the facts that the record, as it stands, makes it of."""
    if isinstance(command, c.DrawSample):
        asked = SampleAsked(SEED, SIZE, GRANT, command.figure, command.fiscal_year)
        day, (position, _) = command.taken_on, log.last()
        drawn = sample_of(log, asked, taken_on=day, position=position)
        return command.model_copy(update=dict(drawn))
    if isinstance(command, c.ExamineFact | c.AskQuestion) and command.fact in SAMPLED:
        (sample,) = (
            each.event
            for each in log.read(command.evaluation_id)
            if isinstance(each.event, SampleDrawn)
        )
        one = sample.facts[SAMPLED.index(command.fact)]
        return command.model_copy(update={"fact": one.fact, "fact_version": one.fact_version})
    return command
