"""Of the leads that were opened, how many were won?"""

from uuid import UUID

import pytest

from application.views.win_rate import WIN_RATE, WinRateAsks
from domain.base.event import Event
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.lead.examples import GRANT, lost, opened, voided, won


def told(*ends: Event | None, origin: str = "referral") -> list[tuple[UUID, Event]]:
    """Give leads of one origin, each with its end if it has one."""
    events: list[tuple[UUID, Event]] = []
    for number, end in enumerate(ends):
        lead = UUID(int=100 + number)
        events.append((lead, opened("2024-06-01", number=f"L-{number}", origin=origin)))
        if end:
            events.append((lead, end))
    return events


@pytest.mark.parametrize(
    ("wins", "losses", "rate"),
    [(1, 2, 33), (2, 1, 67), (1, 1, 50), (1, 7, 13), (0, 1, 0), (1, 0, 100), (0, 0, None)],
)
def test_the_rate_is_of_the_leads_that_were_decided(
    wins: int, losses: int, rate: int | None
) -> None:
    """Rounded half up; an open lead is neither won nor lost, and of none there is no rate."""
    ends = [won("2024-07-01")] * wins + [lost("2024-07-01")] * losses
    (row,) = rows(WIN_RATE, log_of(*told(*ends, None)), WinRateAsks(), valid_on="2024-12-31")
    assert (row.opened, row.won, row.lost, row.open) == (wins + losses + 1, wins, losses, 1)
    assert row.rate == rate


def test_leads_stand_in_the_year_in_which_they_were_opened() -> None:
    """Won later or not; each origin by itself, valid on the day that is asked for."""
    late = (UUID(int=7), opened("2025-04-01", number="L-9", origin="offsite-stay"))
    log = log_of(*told(won("2025-04-02"), lost("2024-07-01")), late)

    def shown(on: str, asks: WinRateAsks) -> list[tuple[object, ...]]:
        found = rows(WIN_RATE, log, asks, valid_on=on)
        return [(row.fiscal_year, row.origin, row.won, row.lost, row.open) for row in found]

    assert shown("2025-04-01", WinRateAsks()) == [
        (2024, "referral", 0, 1, 1),
        (2025, "offsite-stay", 0, 0, 1),
    ]
    assert shown("2025-04-02", WinRateAsks(fiscal_year=2024)) == [(2024, "referral", 1, 1, 0)]
    assert shown("2025-04-02", WinRateAsks(programme="own:203246")) == []
    assert len(shown("2025-04-02", WinRateAsks(programme=GRANT))) == 2


def test_a_lead_that_was_not_lost_after_all_is_open() -> None:
    """The entry was voided."""
    events = [*told(lost("2024-07-01")), (UUID(int=100), voided("2024-07-02", 2))]
    (row,) = rows(WIN_RATE, log_of(*events), WinRateAsks(), valid_on="2024-12-31")
    assert (row.lost, row.open, row.rate) == (0, 1, None)
