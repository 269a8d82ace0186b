"""KPI 4 from the events of members themselves: a level on a day, as any moment knew it."""

from collections.abc import Iterator, Sequence
from typing import Any, cast
from uuid import UUID

from application.figures.figures import figure
from application.figures.standard import MEMBER_MUNICIPALITIES
from application.ports import Log
from application.recorded import Recorded
from domain.base.event import Event
from domain.figure.events import FigureDefined
from tests.application.projections.given import log_of
from tests.domain.consortium.examples import (
    COMPANY,
    ITOIGAWA,
    NAGANO,
    OMACHI,
    PROFESSIONAL,
    invited,
    joined,
    left,
    membership_voided,
    rejoined,
)
from tests.given import day

DEFINITION, A, B, C = (UUID(int=n) for n in range(1, 5))
DEFINED: tuple[UUID, Event] = (
    DEFINITION,
    FigureDefined(effective_on=day("2024-04-01"), definition=MEMBER_MUNICIPALITIES),
)


class _Listed:
    """A log that holds what a test has listed."""

    def __init__(self, log: Sequence[Recorded]) -> None:
        self._log = log

    def events(self, *, upto: int, topics: Sequence[str]) -> Iterator[Recorded]:
        return (r for r in self._log if r.position <= upto and r.event.TOPIC in topics)


def members(
    *events: tuple[UUID, Event],
    valid_on: str,
    recorded: int | None = None,
    fiscal_year: int | None = None,
) -> Any:  # noqa: ANN401 - an integer, or nothing
    """Count member municipalities, with the first so many of the events recorded."""
    log = cast("Log", _Listed(log_of(DEFINED, *events)))
    known = len(events) if recorded is None else recorded
    _, result = figure(
        log,
        "kpi4",
        programme="grant:dx-r6",
        fiscal_year=fiscal_year,
        valid_on=day(valid_on),
        position=known + 1,
    )
    return result.value


def test_only_municipalities_that_are_members_count() -> None:
    """No prefecture, no company, no person, and nobody who is only invited."""
    everyone = (OMACHI, NAGANO, COMPANY, PROFESSIONAL)
    events = [(UUID(int=n), joined(who=who)) for n, who in enumerate(everyone, start=10)]
    assert members(*events, (B, invited("2024-05-10", ITOIGAWA)), valid_on="2024-06-01") == 1


def test_a_leaving_on_a_future_day_leaves_today_alone() -> None:
    """Entered today, it takes effect on the day after the last day."""
    events = (
        (A, joined("2024-06-01")),
        (B, joined("2024-06-01", ITOIGAWA)),
        (A, left(last_day="2025-03-31")),
    )
    today = "2025-01-15"
    assert members(*events, valid_on=today, recorded=2) == 2
    assert members(*events, valid_on=today) == 2
    assert members(*events, valid_on="2025-03-31") == 2
    assert members(*events, valid_on="2025-04-01") == 1
    assert members(*events, valid_on="2025-04-01", recorded=2) == 2


def test_a_fiscal_year_is_counted_on_its_last_day() -> None:
    """Who leaves on 31 March was a member of that year, and is none of the next."""
    events = ((A, joined("2024-06-01")), (A, left(last_day="2025-03-31")))
    assert members(*events, valid_on="2026-04-01", fiscal_year=2024) == 1
    assert members(*events, valid_on="2026-04-01", fiscal_year=2025) == 0


def test_a_joining_entered_late_counts_on_its_days_and_not_as_of_then() -> None:
    """It was true last month; it was not known last month."""
    events = ((A, joined("2024-06-01")), (B, joined("2024-07-01", ITOIGAWA)))
    assert members(*events, valid_on="2024-07-15") == 2
    assert members(*events, valid_on="2024-07-15", recorded=1) == 1
    assert members(*events, valid_on="2024-06-30") == 1


def test_who_comes_back_counts_again_and_once() -> None:
    """Also when back on the very day after the last."""
    events = (
        (A, joined("2024-06-01")),
        (A, left(last_day="2025-03-31")),
        (A, rejoined("2025-04-01")),
        (A, left(last_day="2025-05-31")),
        (A, rejoined("2025-07-01")),
    )
    assert members(*events, valid_on="2025-04-01") == 1
    assert members(*events, valid_on="2025-06-01") == 0
    assert members(*events, valid_on="2025-07-01") == 1


def test_a_voided_leaving_never_took_effect() -> None:
    """The member is counted as if nothing had been entered."""
    events = (
        (A, joined("2024-06-01")),
        (A, left(last_day="2025-03-31")),
        (A, membership_voided("2025-02-01", 2)),
    )
    assert members(*events, valid_on="2025-04-01") == 1
    assert members(*events, valid_on="2025-04-01", recorded=2) == 0
