"""Who could approve what on a day."""

from uuid import UUID

import pytest

from application.views.approvals import APPROVALS, ApprovalsAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.delegation.examples import DEPUTY, delegated, revoked

FIRST, SECOND = UUID(int=1), UUID(int=2)
PAYMENTS = {"number": "6立企第46号", "kinds": ["payment"], "up_to": None, "until": "2024-12-31"}
LOG = log_of(
    (FIRST, delegated("2024-10-01")),
    (SECOND, delegated("2024-11-01", **PAYMENTS)),
    (FIRST, revoked("2025-02-01")),
)


@pytest.mark.parametrize(
    ("on", "numbers"),
    [
        ("2024-09-30", []),
        ("2024-10-01", ["6立企第45号"]),
        ("2024-12-31", ["6立企第45号", "6立企第46号"]),
        ("2025-01-01", ["6立企第45号"]),
        ("2025-01-31", ["6立企第45号"]),
        ("2025-02-01", []),
    ],
)
def test_a_delegation_is_in_force_from_its_first_day_to_its_last(
    on: str, numbers: list[str]
) -> None:
    """Or until the day before it was taken back."""
    found = rows(APPROVALS, LOG, ApprovalsAsks(), valid_on=on)
    assert [row.number for row in found] == numbers


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({"kind": "estimate"}, ["6立企第45号"]),
        ({"kind": "payment"}, ["6立企第46号"]),
        ({"kind": "order"}, []),
        ({"amount": 300_000}, ["6立企第45号", "6立企第46号"]),
        ({"amount": 300_001}, ["6立企第46号"]),
        ({"kind": "estimate", "amount": 300_001}, []),
        ({"person": str(DEPUTY)}, ["6立企第45号", "6立企第46号"]),
        ({"person": str(UUID(int=9))}, []),
    ],
)
def test_it_is_asked_who_could_approve_this(asked: dict[str, object], numbers: list[str]) -> None:
    """Of this kind, over this sum, by this person; up to the limit itself."""
    asks = ApprovalsAsks.model_validate(asked)
    assert [row.number for row in rows(APPROVALS, LOG, asks, valid_on="2024-12-31")] == numbers


def test_two_ids_of_one_person_are_one() -> None:
    """Whichever of them the delegation names."""
    other = UUID(int=9)
    asks = ApprovalsAsks(person=other)
    found = lines(APPROVALS, LOG, asks, valid_on="2024-12-31", same={DEPUTY: other})
    assert {line.row.delegate for line in found} == {other}
    assert [len(line.facts) for line in found] == [1, 1]
