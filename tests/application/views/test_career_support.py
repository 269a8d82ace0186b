"""Career support in counts by period, and nothing of anyone."""

from dataclasses import fields

from application.viewing.periods import Length
from application.views.career_support import CAREER_SUPPORT, CareerSupportAsks, CareerSupportRow
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.career.examples import CAREER, GRANT, aim_set, begun, held, reviewed

LOG = log_of(
    (CAREER, begun("2024-06-30")),
    (CAREER, held("2024-06-30")),
    (CAREER, aim_set("2024-07-01")),
    (CAREER, held("2024-07-01", 2, minutes=30)),
    (CAREER, reviewed("2025-03-31")),
)
ASKS = CareerSupportAsks(programme=GRANT)


def test_consultations_and_aims_are_counted_by_period() -> None:
    """By the quarter of their own day; a person is counted once in each."""
    assert rows(CAREER_SUPPORT, LOG, ASKS, valid_on="2025-03-31") == [
        CareerSupportRow("令和6年度 第1四半期", 1, 1, 45, 1, 0, 0, 0, few=True),
        CareerSupportRow("令和6年度 第2四半期", 0, 1, 30, 1, 1, 0, 0, few=True),
        CareerSupportRow("令和6年度 第4四半期", 0, 0, 0, 1, 0, 1, 1, few=True),
    ]
    by_year = CareerSupportAsks(programme=GRANT, by=Length.YEAR)
    assert rows(CAREER_SUPPORT, LOG, by_year, valid_on="2025-03-31") == [
        CareerSupportRow("令和6年度", 1, 2, 75, 1, 1, 1, 1, few=True)
    ]


def test_no_line_leads_to_a_person() -> None:
    """It names no facts, and has no column for anybody or anything said."""
    assert all(line.facts for line in lines(CAREER_SUPPORT, LOG, ASKS, valid_on="2025-03-31"))
    assert not CAREER_SUPPORT.names_facts
    names = {field.name for field in fields(CareerSupportRow)}
    assert names.isdisjoint({"worker_id", "person_id", "content", "text", "kind"})
