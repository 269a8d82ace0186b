"""What the order director was helped with, month by month."""

from uuid import UUID

from application.views.assistance import ASSISTANCE, AssistanceAsks, AssistanceRow
from domain.delegation.events import AssistanceVoided, Help
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.delegation.examples import logged
from tests.given import day

ONE, TWO, LATER = UUID(int=1), UUID(int=2), UUID(int=3)
EVENTS = (
    (ONE, logged("2024-10-01", 90)),
    (ONE, logged("2024-10-02", 30)),
    (ONE, logged("2024-10-02", 20, "schedule")),
    (TWO, logged("2024-10-02", 60, person=UUID(int=8))),
    (LATER, logged("2025-04-01", 15)),
)


def test_minutes_add_up_by_month_and_kind() -> None:
    """Over all who helped; a day counts once."""
    found = rows(ASSISTANCE, log_of(*EVENTS), AssistanceAsks(), valid_on="2025-12-31")
    assert found == [
        AssistanceRow("2024-10", Help.DOCUMENTS, 2, 180),
        AssistanceRow("2024-10", Help.SCHEDULE, 1, 20),
        AssistanceRow("2025-04", Help.DOCUMENTS, 1, 15),
    ]
    so_far = rows(ASSISTANCE, log_of(*EVENTS), AssistanceAsks(), valid_on="2024-10-01")
    assert so_far == [AssistanceRow("2024-10", Help.DOCUMENTS, 1, 90)]


def test_what_is_asked_for_is_all_that_is_answered() -> None:
    """The programme, and the fiscal year."""
    r7 = rows(ASSISTANCE, log_of(*EVENTS), AssistanceAsks(fiscal_year=2025), valid_on="2025-12-31")
    assert [row.month for row in r7] == ["2025-04"]
    own = AssistanceAsks(programme="own:203246")
    assert rows(ASSISTANCE, log_of(*EVENTS), own, valid_on="2025-12-31") == []


def test_what_was_voided_does_not_count() -> None:
    """And the line names the facts that do."""
    voided = AssistanceVoided(effective_on=day("2024-11-01"), voids=1)
    line, *_ = lines(
        ASSISTANCE, log_of(*EVENTS, (ONE, voided)), AssistanceAsks(), valid_on="2025-12-31"
    )
    assert (line.row.days, line.row.minutes) == (1, 90)
    assert [fact.position for fact in line.facts] == [2, 4]


def test_no_person_stands_in_the_list() -> None:
    """Nobody's days can be read off it."""
    assert set(AssistanceRow.__annotations__) == {"month", "kind", "days", "minutes"}
