"""Evidence of facts: what shows each fact that needs a paper, and what is missing."""

from uuid import UUID

from application.recorded import Recorded, Source
from application.registry import VIEWS
from application.views.evidence_of_facts import EvidenceAsks
from domain.base.event import PaperKind
from domain.evidence.events import EvidenceVoided, FactShown, ImportReceived
from domain.kpi.events import FactCorrected, FactCounted, FactVoided
from domain.mentorship.events import MentorshipEnded
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.evidence.examples import received, registered
from tests.given import day

VIEW = VIEWS["evidence-of-facts"]
FACT, OTHER, PAPER, NEWER = (UUID(int=number) for number in range(1, 5))
GRANT = "grant:dx-r6"
ALL = EvidenceAsks()


def counted(on: str = "2024-10-01", **other: object) -> FactCounted:
    """A fact was counted."""
    said = {"kpi": "kpi1", "subject": FACT, "fiscal_year": 2024, "municipality": "203246"}
    return FactCounted.model_validate({"effective_on": on, "programme": GRANT} | said | other)


def put(on: str, fact: UUID = FACT, version: int = 1) -> FactShown:
    """A paper was put to a fact."""
    return FactShown(effective_on=day(on), shows=fact, fact_version=version)


def found(log: list[Recorded], on: str = "2026-01-01", **asked: object) -> list[tuple[int, int]]:
    """Give how many papers show each fact, and whether one is missing."""
    asks = EvidenceAsks.model_validate(asked)
    return [(row.evidence, row.missing) for row in rows(VIEW, log, asks, valid_on=on)]


def test_a_fact_is_shown_by_the_paper_that_it_names() -> None:
    """Of a kind that can show it; an invoice shows no new hire."""
    contract = registered("2024-09-30", kind="contract")
    assert found(log_of((PAPER, contract), (FACT, counted(evidence=PAPER)))) == [(1, 0)]
    assert found(log_of((PAPER, registered()), (FACT, counted(evidence=PAPER)))) == [(1, 1)]
    assert found(log_of((FACT, counted(evidence=PAPER)))) == [(0, 1)]
    assert found(log_of((FACT, counted()))) == [(0, 1)]


def test_a_paper_can_be_put_to_a_fact_later_and_taken_back() -> None:
    """The fact itself stays as it was; on the days before, it was missing."""
    contract = registered("2024-09-30", kind="contract")
    log = log_of((PAPER, contract), (FACT, counted()), (PAPER, put("2025-05-01")))
    assert found(log, "2025-04-30") == [(0, 1)]
    assert found(log, "2025-05-01") == [(1, 0)]
    taken_back = EvidenceVoided(effective_on=day("2025-06-01"), voids=2)
    assert found(
        [*log, *log_of((PAPER, contract), (PAPER, contract), (PAPER, taken_back))[2:]]
    ) == [(0, 1)]


def test_a_voided_paper_shows_nothing() -> None:
    """Though the fact still names it."""
    voided = EvidenceVoided(effective_on=day("2025-06-01"), voids=1)
    contract = registered("2024-09-30", kind="contract")
    log = log_of((PAPER, contract), (FACT, counted(evidence=PAPER)), (PAPER, voided))
    assert found(log) == [(0, 1)]


def test_a_fact_taken_over_from_a_file_has_that_file_and_still_needs_a_paper() -> None:
    """A spreadsheet is where it was read, and not what shows it."""
    log = log_of((PAPER, received("2024-10-05")), (FACT, counted()))
    by = log[1].by.model_copy(update={"source": Source(evidence=PAPER, row=2)})
    assert found([log[0], log[1]._replace(by=by)]) == [(1, 1)]
    assert isinstance(log[0].event, ImportReceived)


def test_papers_count_once_and_stand_with_the_fact_that_holds() -> None:
    """What a correction names counts; a voided fact needs nothing."""
    contract = registered("2024-09-30", kind="contract")
    named = FactCorrected(effective_on=day("2025-02-01"), corrects=1, now={"evidence": str(PAPER)})
    log = log_of((PAPER, contract), (FACT, counted()), (FACT, named), (PAPER, put("2025-03-01")))
    assert found(log) == [(1, 0)]
    gone = FactVoided(effective_on=day("2025-02-01"), voids=1)
    assert found(log_of((FACT, counted()), (FACT, gone))) == []


def test_it_is_asked_by_kind_programme_and_year_and_for_what_is_missing() -> None:
    """One list of what is missing, or a part of it."""
    contract = registered("2024-09-30", kind="contract")
    log = log_of(
        (PAPER, contract),
        (FACT, counted(evidence=PAPER)),
        (OTHER, counted("2025-10-01", fiscal_year=2025, programme="own:203246")),
    )
    assert found(log) == [(1, 0), (0, 1)]
    assert found(log, missing_only=True) == [(0, 1)]
    assert found(log, fiscal_year="R6") == [(1, 0)]
    assert found(log, programme="own:203246") == [(0, 1)]
    assert len(found(log, topic="kpi")) == len(found(log, topic="kpi.fact_counted")) == 2
    assert found(log, topic="kpi.fact") == found(log, topic="expenditure") == []
    assert found(log, "2025-09-30") == [(1, 0)]


def test_a_line_says_what_shows_it_and_what_would() -> None:
    """And adds up."""
    contract = registered("2024-09-30", kind="contract")
    log = log_of((PAPER, contract), (FACT, counted(evidence=PAPER)), (OTHER, counted()))
    found = lines(VIEW, log, ALL, valid_on="2026-01-01")
    assert [line.row.shown_by for line in found] == [(PAPER,), ()]
    assert PaperKind.CONTRACT in found[0].row.wanted
    assert "kpi1" in found[0].row.said
    assert found[0].row.about == FACT
    assert [fact.stream for line in found for fact in line.facts] == [FACT, OTHER]
    assert VIEW.totals_of(found) == {"evidence": 1, "missing": 1}


def test_what_no_paper_must_show_is_not_asked_about() -> None:
    """Not every fact has a paper of its own."""
    ended = MentorshipEnded.model_validate({"effective_on": "2025-01-01", "reason": "wish"})
    assert found(log_of((FACT, ended))) == []
