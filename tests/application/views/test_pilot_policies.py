"""Which municipal policies each pilot serves, if any."""

from uuid import UUID

from application.views.pilot_policies import PILOT_POLICIES, PilotPoliciesAsks, PilotPolicyRow
from domain.pilot.events import PolicyField
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.pilot import examples as p
from tests.given import day

FIRST, SECOND = UUID(int=0xB1), UUID(int=0xB2)
TITLE = p.START["title"]
LOG = log_of(
    (FIRST, p.started("2024-09-02")),
    (SECOND, p.started("2025-04-01", number="P-R7-01", municipality="202126")),
    (FIRST, p.linked("2024-09-02")),
    (FIRST, p.linked("2025-05-01", policy="203246-6-1", policy_field="welfare")),
    (FIRST, p.voided("2025-06-01", 2)),
)


def shown(upto: int = len(LOG), valid_on: str = "2026-01-01", **asked: object) -> list[object]:
    """Give pilot and policy of each line."""
    asks = PilotPoliciesAsks.model_validate(asked)
    found = rows(PILOT_POLICIES, LOG[:upto], asks, valid_on=valid_on)
    return [(row.fiscal_year, row.number, row.policy) for row in found]


def test_a_pilot_stands_here_with_each_of_its_policies() -> None:
    """And without one if it serves none; it is of the year in which it was begun."""
    assert shown(4) == [
        (2024, "P-R6-01", "203246-5-2"),
        (2024, "P-R6-01", "203246-6-1"),
        (2025, "P-R7-01", None),
    ]
    assert shown(4, valid_on="2025-04-30") == [
        (2024, "P-R6-01", "203246-5-2"),
        (2025, "P-R7-01", None),
    ]
    assert shown(fiscal_year="R6", programme=p.GRANT) == [(2024, "P-R6-01", "203246-6-1")]
    assert shown(programme="own:203246") == []


def test_a_line_says_whose_policy_it_is_and_since_when() -> None:
    """What was voided is not there; the line names the beginning and the link."""
    (line, _) = lines(PILOT_POLICIES, LOG, PilotPoliciesAsks(), valid_on="2026-01-01")
    assert line.row == PilotPolicyRow(
        fiscal_year=2024,
        number="P-R6-01",
        title=TITLE,
        municipality="203246",
        policy="203246-6-1",
        policy_title="産業振興計画（架空）",
        policy_field=PolicyField.WELFARE,
        policy_of="203246",
        linked_on=day("2025-05-01"),
    )
    assert [fact.position for fact in line.facts] == [1, 4]
