"""Evidence of facts (証拠の有無): which papers show each fact that needs one, and what lacks?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from application.evidence.sentences import sentence
from application.evidence.shown import READS, Papers
from application.projecting.projection import rowclass
from application.streams import STREAMS
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import PaperKind, Programme
from domain.base.fields import Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label

Topic = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*(\.[a-z_]+)?$"),
    Label("事実の種類", "kind of fact, or its area", "expenditure.paid"),
]
WANTING = tuple(kind for stream in STREAMS for kind in stream.event_types() if kind.EVIDENCE)
"""The facts of which one must be shown by a paper: every event says so of itself."""
ABOUT = ("subject", "worker_id", "person_id", "client_id")
"""The fields by which people know a fact again that has no number of its own."""


class EvidenceAsks(Asks):
    """Which facts: of an area or kind, a programme, a fiscal year, or only those that lack it."""

    topic: Topic | None = None
    programme: Programme | None = None
    fiscal_year: Year | None = None
    missing_only: Annotated[bool, Label("不足のみ", "only what is missing")] = False


@rowclass
class EvidenceOfFactRow:
    """One fact, and what shows it; without one of the kinds wanted, its evidence is missing.

    The fiscal year is the fact's own or, where it has none, that of its day.
    """

    stream: Annotated[UUID, Label("記録", "record")]
    version: Annotated[int, Label("版", "version")]
    topic: Annotated[str, Label("事実の種類", "kind of fact")]
    about: Annotated[UUID | None, Label("対象", "whom or what it is about")]
    said: Annotated[str, Label("内容", "what it says")]
    effective_on: Annotated[date, Label("基準日", "effective on")]
    programme: Programme
    fiscal_year: Year
    evidence: Annotated[int, Label("証拠の数", "pieces of evidence")]
    missing: Annotated[int, Label("不足", "missing")]
    shown_by: Annotated[tuple[UUID, ...], Label("証拠書類", "evidence")]
    wanted: Annotated[
        tuple[PaperKind, ...], Label("必要な証拠（いずれか）", "one of these shows it")
    ]


def compute(facts: Facts, asks: EvidenceAsks) -> Iterator[Line[EvidenceOfFactRow]]:
    """Give each fact that needs a paper, with the papers that show it."""
    papers = Papers.of(facts.of_any(*READS))
    for fact in facts.of_any(*WANTING):
        event, shown = fact.event, papers.showing(fact)
        year = getattr(event, "fiscal_year", None) or fiscal_year_of(event.effective_on)
        if (
            (asks.topic is None or f"{event.TOPIC}.".startswith(f"{asks.topic}."))
            and asks.programme in {None, event.programme}
            and asks.fiscal_year in {None, year}
            and (shown.missing or not asks.missing_only)
        ):
            row = EvidenceOfFactRow(
                stream=fact.stream,
                version=fact.version,
                topic=event.TOPIC,
                about=next(filter(None, (getattr(event, name, None) for name in ABOUT)), None),
                said=sentence(event).ja,
                effective_on=event.effective_on,
                programme=event.programme,
                fiscal_year=year,
                evidence=len(shown.by),
                missing=int(shown.missing),
                shown_by=shown.by,
                wanted=event.EVIDENCE,
            )
            yield Line(row, (fact,))


EVIDENCE_OF_FACTS = View(
    name="evidence-of-facts",
    label=Label("証拠の有無", "Evidence of facts"),
    asks=EvidenceAsks,
    row=EvidenceOfFactRow,
    reads=(*READS, *WANTING),
    compute=compute,
    totals=("evidence", "missing"),
)
