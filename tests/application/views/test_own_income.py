"""Own income: what clients paid, less what residents were paid."""

from uuid import UUID

from application.views.own_income import OWN_INCOME, OwnIncomeAsks, OwnIncomeRow
from domain.commission.events import CommissionVoided, RemunerationPaid
from domain.engagement.events import MoneyReceived
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.commission.examples import COUNTED, offered
from tests.domain.engagement.examples import GRANT, inquired
from tests.given import day

ORDER, COMMISSION = UUID(int=1), UUID(int=2)
TATESHINA, OMACHI = "203246", "202126"
UNDER = (
    (ORDER, inquired("2024-06-01")),
    (COMMISSION, offered("2024-07-01", engagement_id=ORDER)),
)
"""Tateshina's order, and a commission under it."""
ALL_YEARS = OwnIncomeAsks(programme=GRANT)


def received(on: str, amount: int, **fields: object) -> MoneyReceived:
    """A client paid."""
    common = {"effective_on": on, "programme": GRANT, "kind": "digitization", "funds": "client"}
    invoice = {"invoice_number": "INV-1", "amount": amount, "municipality": TATESHINA}
    return MoneyReceived.model_validate(common | invoice | fields)


def paid(on: str, gross: int, **fields: object) -> RemunerationPaid:
    """A resident was paid."""
    amounts = {"gross": gross, "withheld": 0, "transferred": gross}
    common = {"effective_on": on, "programme": GRANT}
    return RemunerationPaid.model_validate(common | COUNTED | amounts | fields)


def test_own_income_is_what_came_in_less_what_was_paid_out() -> None:
    """By the fiscal year of the payment, not of the order."""
    log = log_of(
        *UNDER,
        (ORDER, received("2025-03-31", 300)),
        (ORDER, received("2025-04-01", 100)),
        (COMMISSION, paid("2025-03-28", 120)),
    )
    assert rows(OWN_INCOME, log, ALL_YEARS, valid_on="2026-01-01") == [
        OwnIncomeRow(2024, TATESHINA, 300, 120, 0, 180),
        OwnIncomeRow(2025, TATESHINA, 100, 0, 0, 100),
    ]
    assert rows(OWN_INCOME, log, ALL_YEARS, valid_on="2025-03-30") == [
        OwnIncomeRow(2024, TATESHINA, 0, 120, 0, -120)
    ]
    of_2025 = OwnIncomeAsks(programme=GRANT, fiscal_year=2025)
    assert [row.fiscal_year for row in rows(OWN_INCOME, log, of_2025, valid_on="2026-01-01")] == [
        2025
    ]


def test_what_the_grant_pays_for_is_no_own_income() -> None:
    """Nor is what a client pays to residents directly, where the town only introduces."""
    log = log_of(
        *UNDER,
        (ORDER, received("2025-03-31", 300, funds="grant")),
        (COMMISSION, paid("2025-03-28", 120, orderer="client")),
        (COMMISSION, paid("2025-03-28", 80, funds="municipal")),
        (UUID(int=3), received("2025-03-31", 50, programme="own:203246")),
    )
    assert rows(OWN_INCOME, log, ALL_YEARS, valid_on="2026-01-01") == []


def test_a_line_names_the_facts_it_stands_on() -> None:
    """A payment that was voided is none of them."""
    voided = CommissionVoided(effective_on=day("2025-04-02"), programme=GRANT, voids=2)
    log = log_of(
        *UNDER,
        (COMMISSION, paid("2025-03-28", 120)),
        (COMMISSION, voided),
        (ORDER, received("2025-03-31", 300)),
    )
    (line,) = lines(OWN_INCOME, log, ALL_YEARS, valid_on="2026-01-01")
    assert line.row == OwnIncomeRow(2024, TATESHINA, 300, 0, 0, 300)
    assert [fact.position for fact in line.facts] == [5]


def test_what_residents_are_paid_belongs_to_the_order_wherever_they_live() -> None:
    """So that no line has what came in without what was paid for it; what went away is said."""
    log = log_of(
        *UNDER,
        (ORDER, received("2025-03-31", 300)),
        (COMMISSION, paid("2025-03-28", 120)),
        (COMMISSION, paid("2025-03-29", 40, municipality=OMACHI)),
    )
    assert rows(OWN_INCOME, log, ALL_YEARS, valid_on="2026-01-01") == [
        OwnIncomeRow(2024, TATESHINA, 300, 160, 40, 140)
    ]


def test_an_order_taken_together_is_no_municipalitys_own() -> None:
    """Whichever resident worked for it."""
    (_, asked), offer = UNDER
    together = {"municipality": "joint"}
    log = log_of(
        (ORDER, asked.model_copy(update=together)),
        offer,
        (ORDER, received("2025-03-31", 300, **together)),
        (COMMISSION, paid("2025-03-29", 40, municipality=OMACHI)),
    )
    assert rows(OWN_INCOME, log, ALL_YEARS, valid_on="2026-01-01") == [
        OwnIncomeRow(2024, "joint", 300, 40, 0, 260)
    ]
