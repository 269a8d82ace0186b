"""The logic model: indicators from input to outcome, with their first and latest values."""

from uuid import UUID

from application.views.logic_model import LOGIC_MODEL, LogicModelAsks
from domain.outcome.events import Aim
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.outcome.examples import GRANT, defined, measured
from tests.given import day

MEETINGS, HOURS, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
ALL = LogicModelAsks(programme=GRANT)
LOG = log_of(
    (MEETINGS, defined("2024-05-01")),
    (MEETINGS, measured("2024-09-30", 10)),
    (HOURS, defined("2024-05-01", code="hours", level="input")),
    (OTHER, defined("2024-05-01", code="raised", aim="training", level="outcome")),
    (MEETINGS, measured("2025-03-31", 19)),
    (MEETINGS, defined("2025-04-01", 2, definition="延期したものを除く")),
)


def test_indicators_stand_by_aim_from_input_to_outcome() -> None:
    """What was never measured has no value."""
    found = rows(LOGIC_MODEL, LOG, ALL, valid_on="2025-03-31")
    assert [(row.code, row.first_value, row.latest_value) for row in found] == [
        ("hours", None, None),
        ("meetings-held", 10, 19),
        ("raised", None, None),
    ]
    assert [row.level for row in found] == ["input", "activity", "outcome"]


def test_a_value_keeps_the_version_that_it_was_measured_under() -> None:
    """A new definition stands beside it, and restates nothing."""
    row = rows(LOGIC_MODEL, LOG, ALL, valid_on="2025-04-01")[1]
    assert (row.version, row.latest_version, row.latest_value) == (2, 1, 19)
    assert (row.definition, row.latest_on) == ("延期したものを除く", day("2025-03-31"))
    assert rows(LOGIC_MODEL, LOG, ALL, valid_on="2024-09-29")[1].measured == 0


def test_an_aim_can_be_chosen() -> None:
    """A line stands on its definition, its first and its latest value."""
    asks = LogicModelAsks(programme=GRANT, aim=Aim.SMOOTH_RUNNING)
    _, second = lines(LOGIC_MODEL, LOG, asks, valid_on="2025-04-01")
    assert [fact.position for fact in second.facts] == [6, 2, 5]
    other = LogicModelAsks(programme="own:203246")
    assert rows(LOGIC_MODEL, LOG, other, valid_on="2025-04-01") == []
