"""Hours that nobody has approved as they stand."""

from uuid import UUID

from application.views.unapproved_hours import UNAPPROVED_HOURS, UnapprovedHoursAsks
from domain.contract.events import HoursCorrected
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.contract.examples import GRANT, approved, declared
from tests.given import day

MAY = UUID(int=5)
LOG = log_of(
    (MAY, declared("2024-05-10", 300)),
    (MAY, declared("2024-05-11", 400)),
    (MAY, approved("2024-05-31", "2024-05-10", ("2024-05-10", 300))),
    (
        MAY,
        HoursCorrected(
            effective_on=day("2024-06-05"), programme=GRANT, corrects=1, now={"minutes": 240}
        ),
    ),
)


def test_a_day_waits_until_it_is_approved_as_it_stands() -> None:
    """What it was approved as stands beside it, if it changed afterwards."""
    found = rows(UNAPPROVED_HOURS, LOG, UnapprovedHoursAsks(), valid_on="2024-06-10")
    assert [(row.day, row.minutes, row.approved_as, row.days_waiting) for row in found] == [
        (day("2024-05-10"), 240, 300, 31),
        (day("2024-05-11"), 400, None, 30),
    ]
    untouched = rows(UNAPPROVED_HOURS, LOG[:3], UnapprovedHoursAsks(), valid_on="2024-05-31")
    assert [row.day for row in untouched] == [day("2024-05-11")]
    early = rows(UNAPPROVED_HOURS, LOG[:3], UnapprovedHoursAsks(), valid_on="2024-05-10")
    assert [row.day for row in early] == [day("2024-05-10")]


def test_a_contract_or_a_programme_can_be_chosen() -> None:
    """And a line stands on what was declared."""
    ours = UnapprovedHoursAsks(programme=GRANT, contract="委-R6-01")
    found = lines(UNAPPROVED_HOURS, LOG, ours, valid_on="2024-06-10")
    assert [[fact.position for fact in line.facts] for line in found] == [[1], [2]]
    for other in (
        UnapprovedHoursAsks(contract="委-R6-02"),
        UnapprovedHoursAsks(programme="own:203246"),
    ):
        assert rows(UNAPPROVED_HOURS, LOG, other, valid_on="2024-06-10") == []
