"""How long it took from a lead to its order."""

from application.views.days_to_order import DAYS_TO_ORDER, DaysToOrderAsks
from domain.base.event import Event
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.client.examples import CLIENT
from tests.domain.engagement.examples import ENGAGEMENT, cancelled, corrected, inquired, ordered
from tests.domain.lead.examples import GRANT, LEAD, LIFE, lost, opened
from tests.given import day

ORDER: tuple[Event, ...] = (inquired("2024-06-01"), ordered("2024-06-10", 1000))
EVENTS = [
    *((ENGAGEMENT, one) for one in ORDER),
    *((LEAD, one) for one in LIFE),
    (CLIENT, opened("2024-05-01", number="L-2")),
    (CLIENT, lost("2024-05-02")),
]
ALL = DaysToOrderAsks()


def test_days_are_counted_from_the_first_talk_to_the_order() -> None:
    """Not to the day on which the lead was said to be won; a lost lead has none."""
    (line,) = lines(DAYS_TO_ORDER, log_of(*EVENTS), ALL, valid_on="2024-06-12")
    row = line.row
    assert (row.number, row.engagement_number) == ("L-1", "E-1")
    assert (row.opened_on, row.ordered_on, row.days) == (day("2024-05-01"), day("2024-06-10"), 40)
    assert (row.meetings, row.proposed, row.ordered) == (1, 1200, 1000)
    assert [fact.event.effective_on for fact in line.facts][-1] == day("2024-06-10")
    assert rows(DAYS_TO_ORDER, log_of(*EVENTS), ALL, valid_on="2024-06-11") == []


def test_only_what_is_asked_for_is_answered() -> None:
    """By the programme, and by the fiscal year of the order."""
    log = log_of(*EVENTS)

    def count(**asked: object) -> int:
        asks = DaysToOrderAsks.model_validate(asked)
        return len(rows(DAYS_TO_ORDER, log, asks, valid_on="2025-03-31"))

    assert (count(programme=GRANT), count(programme="own:203246")) == (1, 0)
    assert (count(fiscal_year="R6"), count(fiscal_year="R7")) == (1, 0)


def test_a_corrected_order_moves_the_days() -> None:
    """What was received a day earlier took a day less."""
    put_right = corrected("2024-07-01", 2, effective_on="2024-06-09")
    log = log_of(*EVENTS, (ENGAGEMENT, put_right))
    assert [row.days for row in rows(DAYS_TO_ORDER, log, ALL, valid_on="2024-06-12")] == [39]


def test_an_order_entered_by_mistake_came_of_nothing() -> None:
    """Whatever the day asked."""
    log = log_of(*EVENTS, (ENGAGEMENT, cancelled("2024-07-01", "entered-by-mistake")))
    assert rows(DAYS_TO_ORDER, log, ALL, valid_on="2024-06-12") == []
