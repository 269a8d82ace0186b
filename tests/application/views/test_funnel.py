"""From registration to a first order, cohort by cohort."""

from uuid import UUID

from application.recorded import Recorded
from application.viewing.periods import Length
from application.views.funnel import FUNNEL, FunnelAsks, FunnelRow
from domain.commission.events import CommissionAccepted, RemunerationPaid
from domain.worker.events import WorkerRegistered
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.commission import examples as k
from tests.domain.commission.examples import COUNTED
from tests.domain.mock_work.examples import GRANT, PART, completed, joined
from tests.domain.worker.examples import HANAKO, WORKER, registered

JIRO, SABURO = UUID(int=0xA2), UUID(int=0xA3)
BY_YEAR = FunnelAsks(by=Length.YEAR)


def other(person: UUID, on: str) -> tuple[UUID, WorkerRegistered]:
    """Somebody else registers."""
    event = registered(on).model_copy(update={"person_id": person, "number": f"W-{person.int}"})
    return UUID(int=person.int + 0x100), event


def accepted(person: UUID, on: str) -> tuple[UUID, CommissionAccepted]:
    """Somebody accepts a commission."""
    return UUID(int=person.int + 0x200), k.accepted(on, person_id=person)


def paid(person: UUID, on: str) -> tuple[UUID, RemunerationPaid]:
    """And is paid for it."""
    who = {"effective_on": on, "programme": GRANT} | COUNTED | {"person_id": person}
    money = {"gross": 10, "withheld": 0, "transferred": 10}
    return UUID(int=person.int + 0x200), RemunerationPaid.model_validate(who | money)


LOG: list[Recorded] = log_of(
    (WORKER, registered("2024-06-30")),
    other(JIRO, "2024-07-01"),
    other(SABURO, "2025-04-01"),
    (PART, joined("2024-07-10", person_id=HANAKO)),
    (PART, completed("2024-07-20", person_id=HANAKO)),
    accepted(HANAKO, "2024-08-01"),
    accepted(HANAKO, "2024-09-01"),
    accepted(JIRO, "2024-07-11"),
    paid(HANAKO, "2024-10-01"),
)


def test_each_cohort_is_followed_as_far_as_it_came() -> None:
    """By the quarter or the year of registration; the median is the lower of two in the middle."""
    assert rows(FUNNEL, LOG, BY_YEAR, valid_on="2025-12-31") == [
        FunnelRow("令和6年度", 2, 1, 1, 2, 1, 10, few=True),
        FunnelRow("令和7年度", 1, 0, 0, 0, 0, None, few=True),
    ]
    assert rows(FUNNEL, LOG, FunnelAsks(), valid_on="2025-12-31") == [
        FunnelRow("令和6年度 第1四半期", 1, 1, 1, 1, 1, 32, few=True),
        FunnelRow("令和6年度 第2四半期", 1, 0, 0, 1, 0, 10, few=True),
        FunnelRow("令和7年度 第1四半期", 1, 0, 0, 0, 0, None, few=True),
    ]


def test_it_is_as_far_as_it_was_on_the_day() -> None:
    """The day before the first order, and on it."""
    before, on = (
        rows(FUNNEL, LOG, BY_YEAR, valid_on=day)[0] for day in ("2024-07-10", "2024-07-11")
    )
    assert (before.accepted, before.median_days) == (0, None)
    assert (on.accepted, on.median_days) == (1, 10)


def test_a_person_registered_twice_counts_once() -> None:
    """Since the first registration."""
    (first, *rest) = lines(
        FUNNEL, LOG, BY_YEAR, valid_on="2025-12-31", same={SABURO: HANAKO, HANAKO: HANAKO}
    )
    assert (first.row.registered, rest) == (2, [])


def test_counts_of_five_are_not_few() -> None:
    """And nobody at all is not few either."""
    people = (UUID(int=n) for n in range(1, 6))
    log = log_of(*(other(person, "2024-05-01") for person in people))
    (row,) = rows(FUNNEL, log, BY_YEAR, valid_on="2025-03-31")
    assert (row.registered, row.accepted, row.few) == (5, 0, False)
