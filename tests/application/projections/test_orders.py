"""Clients, the board of orders and the commissions, of two at a time."""

from datetime import date

import pytest

from application.projections.clients import CLIENTS
from application.projections.commissions import COMMISSIONS
from application.projections.commissions import Stage as Done
from application.projections.engagement_board import ENGAGEMENT_BOARD, Stage
from domain.base.event import Event, Void
from tests.application.projections.given import answer, fresh, in_turn, rebuilt, standing_at
from tests.domain.client.examples import registered as client
from tests.domain.client.examples import renamed
from tests.domain.commission import examples as c
from tests.domain.engagement import examples as e
from tests.domain.worker.examples import WORKER
from tests.given import day

SECOND: list[Event] = [
    c.offered("2024-07-02", ordinal=2),
    c.accepted("2024-07-03"),
    c.stated("2024-07-03"),
    c.delivered("2024-08-01", 1, "part"),
    c.failed("2024-08-05"),
    c.delivered("2024-08-10", 2, redoes=1),
    c.passed("2024-08-12", 2),
    c.cancelled("2024-08-20"),
]
SILENT: list[Event] = [c.offered("2024-07-02", ordinal=3)]


def stages(log_of: dict[str, list[Event]], valid_on: str) -> dict[int, Done]:
    """Give the stage of each commission by its ordinal."""
    rows = answer(COMMISSIONS, in_turn(**log_of), valid_on=valid_on)
    return {row.ordinal: row.stage for row in rows.values()}


def test_a_client_is_shown_by_the_name_of_the_day() -> None:
    """The other client keeps its own."""
    log = in_turn(one=[client(), renamed("2024-06-01")], other=[client(number="C-002")])
    before = answer(CLIENTS, log, valid_on="2024-05-31")
    after = answer(CLIENTS, log, valid_on="2024-06-01")
    assert [row.name for row in before.values()] == ["架空商事株式会社"] * 2
    assert [after[number].name for number in ("C-001", "C-002")] == [
        "架空デジタル株式会社",
        "架空商事株式会社",
    ]


@pytest.mark.parametrize(
    ("on", "stage", "money"),
    [
        ("2024-06-04", Stage.INQUIRY, (None, None, 0, 0)),
        ("2024-06-05", Stage.ESTIMATED, (1000, None, 0, 0)),
        ("2024-06-10", Stage.ORDERED, (1000, 1000, 0, 0)),
        ("2024-07-01", Stage.INVOICED, (1000, 1000, 600, 0)),
        ("2024-07-31", Stage.RECEIVED, (1000, 1000, 600, 600)),
        ("2024-08-01", Stage.INVOICED, (1000, 1000, 1000, 600)),
        ("2024-08-31", Stage.RECEIVED, (1000, 1000, 1000, 1000)),
        ("2024-09-01", Stage.CLOSED, (1000, 1000, 1000, 1000)),
    ],
)
def test_the_board_shows_each_order_as_it_stood(
    on: str, stage: Stage, money: tuple[int | None, ...]
) -> None:
    """Its stage and its amounts; of the other order nothing gets into it."""
    other: list[Event] = [
        e.inquired("2024-06-01", number="E-2"),
        e.ordered(),
        e.cancelled("2024-06-20"),
    ]
    rows = answer(ENGAGEMENT_BOARD, in_turn(one=e.LIFE, other=other), valid_on=on)
    row = rows["E-1"]
    assert (row.stage, (row.estimated, row.ordered, row.invoiced, row.received)) == (stage, money)
    assert rows["E-2"].invoiced == 0
    assert (rows["E-2"].stage is Stage.CANCELLED) is (on >= "2024-06-20")
    assert row.due_day == (date(2024, 12, 20) if on >= "2024-06-10" else None)


def test_an_order_is_further_than_an_estimate_of_a_later_day() -> None:
    """The estimate's amount is shown; the order stays an order, and the other one an estimate."""
    early: list[Event] = [e.inquired(), e.estimated("2024-06-20"), e.ordered("2024-06-10")]
    other: list[Event] = [e.inquired(number="E-2"), e.estimated("2024-06-20")]
    rows = answer(ENGAGEMENT_BOARD, in_turn(one=early, other=other), valid_on="2024-06-30")
    assert (rows["E-1"].stage, rows["E-1"].estimated) == (Stage.ORDERED, 1000)
    assert (rows["E-2"].stage, rows["E-2"].ordered) == (Stage.ESTIMATED, None)


def test_what_is_owed_after_a_cancellation_leaves_the_order_cancelled() -> None:
    """The money is shown all the same."""
    late: list[Event] = [
        *e.OPEN,
        e.invoiced("2024-07-01"),
        e.cancelled("2024-07-02"),
        e.received("2024-07-31"),
    ]
    changed: list[Event] = [e.inquired(number="E-2"), e.ordered(), e.changed("2024-07-01", 900)]
    rows = answer(ENGAGEMENT_BOARD, in_turn(one=late, other=changed), valid_on="2024-12-31")
    assert (rows["E-1"].stage, rows["E-1"].received) == (Stage.CANCELLED, 1000)
    assert (rows["E-2"].stage, rows["E-2"].ordered) == (Stage.ORDERED, 900)


@pytest.mark.parametrize(
    ("on", "first", "second"),
    [
        ("2024-07-01", Done.OFFERED, None),
        ("2024-07-03", Done.ACCEPTED, Done.ACCEPTED),
        ("2024-08-01", Done.DELIVERED, Done.DELIVERED),
        ("2024-08-05", Done.COMPLETED, Done.TO_REDO),
        ("2024-08-10", Done.COMPLETED, Done.DELIVERED),
        ("2024-08-12", Done.COMPLETED, Done.PASSED),
        ("2024-08-20", Done.COMPLETED, Done.CANCELLED),
    ],
)
def test_a_commission_is_what_was_delivered(on: str, first: Done, second: Done | None) -> None:
    """Each of two as it stood on the day."""
    expected = {1: first} | ({2: second} if second else {})
    assert stages({"one": [*c.LIFE], "other": [*SECOND]}, on) == expected


def test_a_commission_shows_its_terms_its_days_and_its_pay() -> None:
    """What is due by when, and what has been done."""
    rows = answer(COMMISSIONS, in_turn(one=c.LIFE, other=SECOND), valid_on="2024-12-31")
    one = next(row for row in rows.values() if row.ordinal == 1)
    assert (one.delivered_on, one.inspected_on) == (day("2024-08-01"), day("2024-08-05"))
    assert (one.payment_due, one.paid_on) == (day("2024-09-30"), day("2024-09-30"))
    assert (one.amount, one.paid, one.worker_id) == (1000, 1000, WORKER)
    other = next(row for row in rows.values() if row.ordinal == 2)
    assert (other.paid, other.paid_on) == (0, None)


@pytest.mark.parametrize("answered", [c.declined("2024-07-05"), c.withdrawn("2024-07-05")])
def test_an_offer_that_came_to_nothing_is_on_no_page(answered: Event) -> None:
    """Its row ends on the day of the answer; the offer that is still open keeps its own."""
    both: dict[str, list[Event]] = {"one": [c.offered("2024-07-01"), answered], "other": [*SILENT]}
    assert stages(both, "2024-07-04") == {1: Done.OFFERED, 3: Done.OFFERED}
    assert stages(both, "2024-07-05") == {3: Done.OFFERED}


def test_a_voided_payment_is_not_shown() -> None:
    """The money that was never paid is taken out, of this commission only."""
    log = in_turn(one=[*c.LIFE, c.voided("2024-10-01", 7)], other=SECOND)
    rows = answer(COMMISSIONS, log, valid_on="2024-12-31")
    assert sorted(row.paid for row in rows.values()) == [0, 0]
    (voiding,) = [r.position for r in log if isinstance(r.event, Void)]
    before = answer(COMMISSIONS, log, valid_on="2024-12-31", position=voiding - 1)
    assert sorted(row.paid for row in before.values()) == [0, 1000]


@pytest.mark.parametrize("projection", [CLIENTS, ENGAGEMENT_BOARD, COMMISSIONS])
def test_folded_from_nothing_the_rows_are_the_same(projection: object) -> None:
    """Live, rebuilt and checked are one fold."""
    log = in_turn(
        client=[client(), renamed("2024-06-01")],
        order=e.LIFE,
        one=[*c.LIFE, c.corrected("2024-10-01", 4, effective_on="2024-08-02")],
        other=SECOND,
    )
    assert standing_at(rebuilt(projection, log), len(log)) == fresh(projection, log)  # type: ignore[arg-type]
