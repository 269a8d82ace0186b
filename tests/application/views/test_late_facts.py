"""What was counted into a fiscal year after its figures were closed."""

from uuid import UUID

from application.views.late_facts import LATE_FACTS, Change, LateFactsAsks
from domain.kpi.events import AfterClosing, FactCounted
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.domain.kpi.examples import GRANT, corrected, counted, voided
from tests.domain.kpi.test_year import closed
from tests.given import day

ALL_YEARS = LateFactsAsks(programme=GRANT)


def late(on: str, subject: int) -> FactCounted:
    """Someone was counted late."""
    said = {"subject": UUID(int=subject), "after_closing": AfterClosing.PAPER_CAME_LATE}
    return counted(on).model_copy(update=said)


def test_what_was_recorded_after_the_closing_is_listed_with_its_reason() -> None:
    """By when it was recorded, whatever its own day; what was there before is not listed."""
    log = log_of(
        (UUID(int=1), counted("2024-06-01")),
        (UUID(int=2), closed("2025-05-30")),
        (UUID(int=3), late("2025-03-24", 3)),
    )
    (line,) = lines(LATE_FACTS, log, ALL_YEARS, valid_on="2026-01-01")
    assert line.row.subject == UUID(int=3)
    assert line.row.after_closing is AfterClosing.PAPER_CAME_LATE
    assert (line.row.counted_on, line.row.closed_on) == (day("2025-03-24"), day("2025-05-30"))
    assert [fact.position for fact in line.facts] == [3, 2]
    of_another = LateFactsAsks(programme=GRANT, fiscal_year=2025)
    assert lines(LATE_FACTS, log, of_another, valid_on="2026-01-01") == []
    elsewhere = LateFactsAsks(programme="own:203246")
    assert lines(LATE_FACTS, log, elsewhere, valid_on="2026-01-01") == []


def test_what_was_corrected_or_voided_after_the_closing_is_listed() -> None:
    """It was in what was closed; the fact that changed it is named."""
    kept, gone, moved = (UUID(int=n) for n in (3, 4, 5))
    log = log_of(
        *((stream, counted("2024-06-01")) for stream in (kept, gone, moved)),
        (UUID(int=2), closed("2025-05-30")),
        (gone, voided("2025-07-01", 1)),
        (moved, corrected("2025-07-02", 1, municipality="202126")),
    )
    found = lines(LATE_FACTS, log, ALL_YEARS, valid_on="2026-01-01")
    assert [(line.row.change, line.facts[0].position) for line in found] == [
        (Change.VOIDED, 5),
        (Change.CORRECTED, 6),
    ]
    assert found[1].row.municipality == "202126"


def test_what_was_taken_back_is_no_late_fact() -> None:
    """Nor is anything late for a year that nobody closed."""
    fact = (UUID(int=3), late("2025-03-24", 3))
    taken_back = (UUID(int=3), voided("2025-07-01", 1))
    log = log_of((UUID(int=2), closed("2025-05-30")), fact, taken_back)
    assert lines(LATE_FACTS, log, ALL_YEARS, valid_on="2026-01-01") == []
    assert lines(LATE_FACTS, log_of(fact), ALL_YEARS, valid_on="2026-01-01") == []
