"""Who orders under a contract on a day, before and after its novation."""

from uuid import UUID

from application.views.contract_parties import CONTRACT_PARTIES, ContractPartiesAsks
from domain.base.orderer import Principal
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.contract.examples import CONTRACT, concluded
from tests.domain.corporation.examples import GRANT, NUMBER, novated
from tests.domain.engagement.examples import inquired
from tests.given import day

ORDER, OTHER = UUID(int=7), UUID(int=8)
ALL = ContractPartiesAsks()
LOG = log_of(
    (CONTRACT, concluded()),
    (OTHER, concluded(number="委-R6-02")),
    (UUID(int=9), novated("2025-04-01")),
    (ORDER, inquired("2024-06-01", number="E-1")),
    (UUID(int=10), novated("2025-04-01", subject_id=ORDER, subject_kind="engagement")),
)


def test_a_contract_has_the_town_before_and_the_corporation_from_its_day_on() -> None:
    """What was not novated keeps its orderer."""
    before = rows(CONTRACT_PARTIES, LOG, ALL, valid_on="2025-03-31")
    assert [(row.number, row.orderer, row.since) for row in before] == [
        ("委-R6-01", Principal.TOWN, None),
        ("委-R6-02", Principal.TOWN, None),
    ]
    first, second, order = rows(CONTRACT_PARTIES, LOG, ALL, valid_on="2025-04-01")
    assert (first.orderer, first.orderer_code) == (Principal.CORPORATION, NUMBER)
    assert (first.since, first.notified_on) == (day("2025-04-01"), day("2025-03-14"))
    assert (second.orderer, second.since) == (Principal.TOWN, None)
    assert (order.kind, order.number, order.orderer_code) == ("engagement", "E-1", NUMBER)
    assert (order.first_orderer, order.first_orderer_code) == (Principal.TOWN, "203246")


def test_a_line_names_the_contract_and_its_novation() -> None:
    """And a programme can be chosen."""
    asks = ContractPartiesAsks(programme=GRANT)
    first, *_ = lines(CONTRACT_PARTIES, LOG, asks, valid_on="2025-04-01")
    assert [fact.position for fact in first.facts] == [1, 3]
    other = ContractPartiesAsks(programme="own:203246")
    assert rows(CONTRACT_PARTIES, LOG, other, valid_on="2025-04-01") == []
