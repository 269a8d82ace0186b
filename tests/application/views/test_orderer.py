"""Who the orderer is on a day, before and after a transfer."""

from uuid import UUID

from application.views.orderer import ORDERER, OrdererAsks, OrdererRow
from domain.base.orderer import Principal
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.corporation.examples import GRANT, NUMBER, founded, transferred
from tests.given import day

ONE = UUID(int=1)
LOG = log_of((ONE, founded("2025-04-01")), (ONE, transferred("2025-04-01")))
PROGRAMME = OrdererAsks(programme=GRANT)
TOWN = OrdererRow(None, Principal.TOWN, "203246", "立科町", None, day("2025-03-31"))
CORPORATION = OrdererRow(
    None,
    Principal.CORPORATION,
    NUMBER,
    "一般社団法人立科町振興公社",
    day("2025-04-01"),
    None,
)


def test_it_is_the_town_until_the_day_before_and_then_the_corporation() -> None:
    """The transfer says who ordered before it, too."""
    for on, expected in (
        ("2024-05-01", TOWN),
        ("2025-03-31", TOWN),
        ("2025-04-01", CORPORATION),
        ("2026-11-01", CORPORATION),
    ):
        assert rows(ORDERER, LOG, PROGRAMME, valid_on=on) == [expected]
    (line,) = lines(ORDERER, LOG, PROGRAMME, valid_on="2025-03-31")
    assert [fact.position for fact in line.facts] == [2]


def test_an_activity_can_go_before_or_after_the_rest() -> None:
    """It has a line of its own; asked for by itself it has only that."""
    early = transferred("2025-06-01", activities=["work-trip"])
    log = log_of((ONE, founded("2025-04-01")), (ONE, early), (ONE, transferred("2026-04-01")))
    found = rows(ORDERER, log, PROGRAMME, valid_on="2025-06-01")
    assert [(row.activity, row.orderer, row.until) for row in found] == [
        (None, Principal.TOWN, day("2026-03-31")),
        ("work-trip", Principal.CORPORATION, day("2026-03-31")),
    ]
    asks = OrdererAsks(programme=GRANT, activity="work-trip")
    (before,) = rows(ORDERER, log, asks, valid_on="2025-05-31")
    assert (before.orderer, before.until) == (Principal.TOWN, day("2025-05-31"))
    other = OrdererAsks(programme=GRANT, activity="trial-tateshina")
    (after,) = rows(ORDERER, log, other, valid_on="2026-04-01")
    assert (after.orderer, after.since) == (Principal.CORPORATION, day("2026-04-01"))


def test_of_what_was_never_transferred_nothing_is_said() -> None:
    """Nothing is guessed."""
    other = OrdererAsks(programme="own:203246")
    assert rows(ORDERER, LOG, other, valid_on="2025-04-01") == []
