"""What private members brought, and in which decisions they took part."""

from uuid import UUID

from application.views.private_contribution import PRIVATE_CONTRIBUTION, PrivateContributionAsks
from domain.base.event import Event
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.advice import examples as a
from tests.domain.consortium import examples as c
from tests.domain.contract import examples as k
from tests.domain.meeting import examples as m

FIRM, ADVISER, TOWN = UUID(int=1), UUID(int=2), UUID(int=3)
MEETING, LATER, SESSIONS, CONTRACT, MONTH = (UUID(int=n) for n in range(4, 9))
CODE = c.COMPANY["code"]
BOTH = (CODE, "P-01")


def of(event: Event, **fields: object) -> Event:
    """Give an event with other fields."""
    return type(event).model_validate(event.model_dump() | fields)


def share(on: str, year: str, amount: int) -> Event:
    """Give what the firm bears of a year."""
    return of(c.shared(on, year, amount), kind="company", code=CODE)


EVENTS: tuple[tuple[UUID, Event], ...] = (
    (TOWN, c.joined("2024-04-01")),
    (FIRM, c.joined("2024-08-01", c.COMPANY)),
    (ADVISER, c.joined("2024-06-01", c.PROFESSIONAL)),
    (TOWN, c.shared("2025-05-30")),
    (FIRM, share("2025-05-30", "R6", 150_000)),
    (SESSIONS, a.engaged(person_id=c.TARO)),
    (SESSIONS, a.held("2024-05-07")),
    (SESSIONS, a.held("2024-06-04", 2)),
    (CONTRACT, k.concluded(party="company", party_code=CODE, team=None)),
    (MONTH, k.declared("2024-10-01", 90, contract=CONTRACT)),
    (MEETING, m.held("2024-09-04", organisations=BOTH)),
    (MEETING, m.decided("2024-09-04")),
    (LATER, m.held("2024-12-04", organisations=("202126",))),
    (LATER, m.decided("2024-12-04")),
    (FIRM, c.left(last_day="2025-03-31", who=c.COMPANY)),
)
LOG = log_of(*EVENTS)


def shown(valid_on: str = "2026-03-31", **asked: object) -> list[tuple[object, ...]]:
    """Give year, member, yen, minutes, meetings and decisions."""
    asks = PrivateContributionAsks.model_validate(asked)
    return [
        (row.fiscal_year, row.code, row.shared, row.minutes, row.meetings, row.decisions)
        for row in rows(PRIVATE_CONTRIBUTION, LOG, asks, valid_on=valid_on)
    ]


def test_what_is_not_recorded_is_empty_and_not_nothing() -> None:
    """A firm whose hours are known and an adviser who bears no share; in R7 nothing is known.

    The session of May was before the adviser was a member. The firm has left by R7.
    """
    assert shown() == [
        (2024, CODE, 150_000, 90, 1, 1),
        (2024, "P-01", None, 60, 1, 1),
        (2025, "P-01", None, None, None, None),
    ]


def test_where_meetings_say_who_came_absence_is_known() -> None:
    """In R6 a meeting names others; a day before the first meeting nobody knows."""
    assert shown("2024-09-03", fiscal_year="R6") == [
        (2024, CODE, None, None, None, None),
        (2024, "P-01", None, 60, None, None),
    ]
    only_later = log_of(EVENTS[1], EVENTS[12], EVENTS[13])
    (row,) = rows(
        PRIVATE_CONTRIBUTION, only_later, PrivateContributionAsks(), valid_on="2025-03-31"
    )
    assert (row.meetings, row.decisions) == (0, 0)


def test_only_what_is_asked_for_counts() -> None:
    """Another programme's meetings, hours and shares are not this one's."""
    assert shown(programme="own:203246", fiscal_year="R6") == [
        (2024, CODE, None, None, None, None),
        (2024, "P-01", None, None, None, None),
    ]


def test_a_line_names_the_joining_and_what_was_counted() -> None:
    """The firm's joining, hours, meeting and decision, and its share."""
    (firm, _, _) = lines(
        PRIVATE_CONTRIBUTION, LOG, PrivateContributionAsks(), valid_on="2026-03-31"
    )
    assert [fact.position for fact in firm.facts] == [2, 11, 12, 10, 5]
