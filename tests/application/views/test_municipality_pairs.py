"""Whose orders were done by whose residents."""

from uuid import UUID

from application.views.municipality_pairs import MUNICIPALITY_PAIRS, MunicipalityPairsAsks
from domain.base.event import Event
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.application.views.relations import (
    CLIENT,
    FIRST,
    GRANT,
    OMACHI,
    SECOND,
    TATESHINA,
    inquired,
)
from tests.domain.commission import examples as k

ONE, TWO, THREE = UUID(int=0xC1), UUID(int=0xC2), UUID(int=0xC3)


def of(event: Event, **fields: object) -> Event:
    """Give an event with other fields."""
    return type(event).model_validate(event.model_dump() | fields)


EVENTS = (
    (FIRST, inquired("E-1", CLIENT)),
    (SECOND, inquired("E-2", CLIENT, municipality="joint")),
    (ONE, of(k.offered("2024-07-01"), engagement_id=FIRST)),
    (ONE, k.accepted("2024-07-02", municipality=OMACHI)),
    (ONE, of(k.paid("2025-04-01", 700), municipality=OMACHI)),
    (TWO, of(k.offered("2024-07-01"), engagement_id=FIRST)),
    (TWO, k.accepted("2024-07-02", municipality=TATESHINA)),
    (THREE, of(k.offered("2024-07-01"), engagement_id=SECOND)),
    (THREE, k.accepted("2024-07-03", municipality=OMACHI)),
    (THREE, of(k.paid("2024-08-01", 300), municipality=OMACHI)),
)
LOG = log_of(*EVENTS)


def shown(valid_on: str = "2025-12-31", **asked: object) -> list[tuple[object, ...]]:
    """Give year, whose order, whose residents, whether across, acceptances and yen."""
    asks = MunicipalityPairsAsks.model_validate(asked)
    return [
        (row.fiscal_year, row.ordered_in, row.done_in, row.across, row.accepted, row.paid)
        for row in rows(MUNICIPALITY_PAIRS, LOG, asks, valid_on=valid_on)
    ]


def test_orders_and_residents_are_paired() -> None:
    """Each fact in the year of its own day; a joint order is everybody's, and never across."""
    assert shown() == [
        (2024, TATESHINA, OMACHI, True, 1, 0),
        (2024, TATESHINA, TATESHINA, False, 1, 0),
        (2024, "joint", OMACHI, False, 1, 300),
        (2025, TATESHINA, OMACHI, True, 0, 700),
    ]
    assert shown("2024-07-02") == [
        (2024, TATESHINA, OMACHI, True, 1, 0),
        (2024, TATESHINA, TATESHINA, False, 1, 0),
    ]


def test_what_is_asked_for_is_all_that_is_answered() -> None:
    """The year, and the programme."""
    assert shown(fiscal_year="R7") == [(2025, TATESHINA, OMACHI, True, 0, 700)]
    assert shown(programme="own:203246") == []
    assert len(shown(programme=GRANT)) == 4


def test_a_line_names_the_facts_it_counts() -> None:
    """The acceptance and the payment of the joint order."""
    line = lines(MUNICIPALITY_PAIRS, LOG, MunicipalityPairsAsks(), valid_on="2025-12-31")[2]
    assert [fact.position for fact in line.facts] == [9, 10]
