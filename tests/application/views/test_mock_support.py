"""Support during mock work, by year and kind."""

from application.views.mock_support import MOCK_SUPPORT, MockSupportAsks, MockSupportRow
from domain.mock_work.events import SupportKind
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.mock_work.examples import GRANT, PART, joined, supported


def test_support_is_added_up_by_year_and_kind() -> None:
    """Up to the day, of the programme that is asked for."""
    log = log_of(
        (PART, joined()),
        (PART, supported("2024-07-01")),
        (PART, supported("2024-07-02", minutes=20)),
        (PART, supported("2024-07-03", kind="questions")),
        (PART, supported("2025-04-01")),
    )
    asks = MockSupportAsks(programme=GRANT)
    questions = MockSupportRow(2024, SupportKind.QUESTIONS, 1, 30)
    review = MockSupportRow(2024, SupportKind.REVIEW, 2, 50)
    later = MockSupportRow(2025, SupportKind.REVIEW, 1, 30)
    assert rows(MOCK_SUPPORT, log, asks, valid_on="2025-04-01") == [questions, review, later]
    assert rows(MOCK_SUPPORT, log, asks, valid_on="2025-03-31") == [questions, review]
    of_2025 = MockSupportAsks(programme=GRANT, fiscal_year=2025)
    assert rows(MOCK_SUPPORT, log, of_2025, valid_on="2025-04-01") == [later]
