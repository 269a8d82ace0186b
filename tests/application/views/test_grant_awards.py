"""Grants of the municipalities: the stage, the money, and the share by definition beside it."""

from uuid import UUID

from application.views.grant_awards import GRANT_AWARDS, GrantAwardsAsks, Stage
from domain.award import events as a
from domain.grant import events as g
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.award.test_award import ADVANCED, DECIDED, FIXED, REPORTED, event
from tests.domain.grant.examples import GRANT, submitted
from tests.domain.grant.test_plan import of, share

AWARD, PLAN = UUID(int=1), UUID(int=2)
ASKS = GrantAwardsAsks(programme=GRANT)
APPLIED = event(a.GrantApplied, "2024-06-01", cost=10_251_000, amount=5_125_500)


def test_the_share_is_shown_and_not_forced() -> None:
    """By the definition in force on the day of the application; without one there is none."""
    defined = of(share("2024-06-01"), g.GrantShareDefined)
    log = log_of((PLAN, submitted()), (PLAN, defined), (AWARD, APPLIED))
    (row,) = rows(GRANT_AWARDS, log, ASKS, valid_on="2024-06-01")
    assert (row.stage, row.applied, row.share) == (Stage.APPLIED, 5_125_500, 5_125_000)
    later = of(share("2024-06-02"), g.GrantShareDefined)
    log = log_of((PLAN, submitted()), (PLAN, later), (AWARD, APPLIED))
    (row,) = rows(GRANT_AWARDS, log, ASKS, valid_on="2024-12-01")
    assert row.share is None


def test_what_is_still_to_be_repaid_is_told() -> None:
    """From the day on which the amount is fixed until it is paid back."""
    applied = event(a.GrantApplied, "2024-04-10", cost=1000, amount=500)
    repaid = event(a.GrantRepaid, "2025-06-10", amount=50, cause="over-advance")
    steps = (applied, DECIDED, ADVANCED, REPORTED, FIXED, repaid)
    log = log_of(*((AWARD, one) for one in steps))
    told = [
        (row.stage, row.to_repay)
        for on in ("2025-05-09", "2025-05-10", "2025-06-10")
        for row in rows(GRANT_AWARDS, log, ASKS, valid_on=on)
    ]
    assert told == [(Stage.REPORTED, 0), (Stage.FIXED, 50), (Stage.FIXED, 0)]
    other = GrantAwardsAsks(programme=GRANT, fiscal_year=2025)
    assert rows(GRANT_AWARDS, log, other, valid_on="2025-06-10") == []
