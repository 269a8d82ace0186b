"""One commission's clocks: every regime side by side, done or not."""

from uuid import UUID

from application.viewing.clocks import Standing
from application.views.commission_clocks import COMMISSION_CLOCKS, CommissionClocksAsks
from tests.application.views.given import rows
from tests.application.views.test_legal_clock import ONE, OTHER, log
from tests.domain.commission.law.test_acts import claim, deliver, pay
from tests.domain.commission.law.test_clocks import BY_TOWN, passes

ASKED = CommissionClocksAsks(commission_id=ONE)


def test_all_clocks_of_a_commission_are_shown() -> None:
    """Statement, inspection, and payment under each regime, the earliest first."""
    recorded = log(
        *BY_TOWN,
        deliver("2025-03-31"),
        passes("2025-04-11"),
        claim("2025-04-14"),
        pay("2025-05-29"),
    )
    found = rows(COMMISSION_CLOCKS, recorded, ASKED, valid_on="2025-06-30")
    assert [(row.check, str(row.due_on), row.standing) for row in found] == [
        ("fl-1-stated", "2025-02-03", Standing.DONE),
        ("gp-1-inspection", "2025-04-10", Standing.DONE_LATE),
        ("tw-3-30-days", "2025-04-29", Standing.DONE_LATE),
        ("gp-2-payment", "2025-05-13", Standing.DONE_LATE),
        ("fl-2-paid", "2025-05-29", Standing.DONE),
        ("ct-2-inspection", "2026-12-28", Standing.DONE),
    ]


def test_of_another_commission_nothing_is_shown() -> None:
    """Nor of one that there is not."""
    recorded = log(*BY_TOWN)
    other = CommissionClocksAsks(commission_id=OTHER)
    assert rows(COMMISSION_CLOCKS, recorded, other, valid_on="2025-06-30") == []
    unknown = CommissionClocksAsks(commission_id=UUID(int=9))
    assert rows(COMMISSION_CLOCKS, recorded, unknown, valid_on="2025-06-30") == []
