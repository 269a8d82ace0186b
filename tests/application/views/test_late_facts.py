"""What was counted into a fiscal year after its figures were closed."""

from uuid import UUID

from application.figures.standard import MEMBER_MUNICIPALITIES, PILOTS_FINISHED
from application.recorded import Reason
from application.registry import VIEWS
from application.views.late_facts import Change, LateFactsAsks
from domain.base.figure import FigureDefinition
from domain.figure.events import FigureDefined
from domain.kpi.events import AfterClosing, FactCounted
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.domain.consortium import examples as members
from tests.domain.kpi.examples import GRANT, corrected, counted, voided
from tests.domain.kpi.test_year import closed
from tests.domain.pilot import examples as pilots
from tests.given import day

LATE_FACTS = VIEWS["late-facts"]
ALL_YEARS = LateFactsAsks(programme=GRANT)


def defined(definition: FigureDefinition) -> FigureDefined:
    """What a figure counts."""
    return FigureDefined(effective_on=day("2024-04-01"), definition=definition)


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


def test_what_the_figure_of_a_closed_kpi_counts_is_listed() -> None:
    """A pilot finished in the year; under the definition in force when it was closed."""
    pilot, later, kpi2 = UUID(int=3), UUID(int=4), UUID(int=5)
    log = log_of(
        (UUID(int=1), defined(PILOTS_FINISHED)),
        (pilot, pilots.started("2024-09-02")),
        (later, pilots.started("2024-09-02")),
        (kpi2, closed("2025-05-30").model_copy(update={"kpi": "kpi2"})),
        (pilot, pilots.completed("2025-03-05")),
        (later, pilots.completed("2025-04-05")),
    )
    (line,) = lines(LATE_FACTS, log, ALL_YEARS, valid_on="2026-01-01")
    assert (line.row.kpi, line.row.change, line.row.stream) == ("kpi2", Change.COUNTED, pilot)
    assert line.row.municipality == "203246"
    assert [fact.position for fact in line.facts] == [5, 4]


def test_what_no_longer_counts_without_being_voided_is_listed() -> None:
    """A member turns out to have left within the year; the joining itself stands."""
    member, kpi4 = UUID(int=3), UUID(int=5)
    log = log_of(
        (UUID(int=1), defined(MEMBER_MUNICIPALITIES)),
        (member, members.joined("2024-06-01")),
        (kpi4, closed("2025-05-30").model_copy(update={"kpi": "kpi4"})),
        (member, members.left(last_day="2025-02-28")),
    )
    (line,) = lines(LATE_FACTS, log, ALL_YEARS, valid_on="2026-01-01")
    assert (line.row.change, line.row.stream) == (Change.OUT, member)
    assert line.row.reason is Reason.ROUTINE
