"""A plan and what was published for it, that tests of several views speak of."""

from uuid import UUID

from domain.base.event import Event
from tests.domain.engagement.examples import ENGAGEMENT
from tests.domain.outreach.examples import PLAN, added, dropped, moved, planned
from tests.domain.publication.examples import PUBLICATION, published, responded

LATE, FREE = UUID(int=0xC3), UUID(int=0xC4)
PLANNED: tuple[tuple[UUID, Event], ...] = (
    (PLAN, planned("2024-05-01")),
    (PLAN, added("2024-05-01", 1, planned_on="2024-11-01")),
    (PLAN, added("2024-05-01", 2, planned_on="2024-12-01", kpi=None)),
    (PLAN, added("2024-05-01", 3, planned_on="2024-12-10", audience="clients")),
    (PLAN, added("2024-05-01", 4, planned_on="2024-12-20", channel="newsletter")),
    (PLAN, moved("2024-11-15", "2024-12-05", 2)),
    (PLAN, dropped("2024-12-01", 3)),
)
DONE: tuple[tuple[UUID, Event], ...] = (
    (PUBLICATION, published("2024-11-01", plan_year=2024, item=1)),
    (LATE, published("2024-12-06", number="P-2", plan_year=2024, item=2)),
    (FREE, published("2024-12-07", number="P-3", audience="clients")),
    (PUBLICATION, responded("2024-11-30", count=40)),
    (PUBLICATION, responded("2024-12-31", count=2)),
    (FREE, responded("2024-12-10", "inquiry", 3, ENGAGEMENT)),
    (FREE, responded("2024-12-11", "inquiry", 1, ENGAGEMENT)),
)
"""One on its day, one a day late after it had been moved, one dropped, one to come; one free."""
