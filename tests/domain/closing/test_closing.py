"""Accounts are closed when their law lets them be: on the day, closed day or not."""

from domain.closing import rules
from domain.closing.accounts import Accounts, closes_on, in_year
from domain.closing.commands import CloseAccounts
from domain.closing.events import AccountsClosed
from tests.given import day, given

TATESHINA = "203246"


def close(on: str, accounts: str = "municipality", year: int = 2024) -> CloseAccounts:
    """Close the accounts of R6."""
    whose = TATESHINA if accounts == "municipality" else None
    return CloseAccounts.model_validate(
        {"effective_on": on, "accounts": accounts, "municipality": whose, "fiscal_year": year}
    )


def closed(command: CloseAccounts) -> AccountsClosed:
    """Give what it records."""
    return AccountsClosed.model_validate(command.carried())


def test_a_municipalitys_accounts_close_on_31_may() -> None:
    """In 2025 a Saturday; nothing moves it."""
    given().when(close("2025-05-30")).refused(rules.CLOSED_TOO_EARLY)
    for on in ("2025-05-31", "2025-06-01"):
        given().when(close(on)).then(closed(close(on)))


def test_a_corporation_has_no_months_of_settlement() -> None:
    """Its accounts can close with the year."""
    given().when(close("2025-03-30", "corporation")).refused(rules.CLOSED_TOO_EARLY)
    for on in ("2025-03-31", "2025-04-01"):
        given().when(close(on, "corporation")).then(closed(close(on, "corporation")))


def test_accounts_are_closed_once() -> None:
    """A wrong day is corrected."""
    given(closed(close("2025-05-31"))).when(close("2025-06-01")).refused(rules.CLOSED_ALREADY)


def test_closed_days_move_neither_day() -> None:
    """31 March 2024 was a Sunday, and 31 May 2026 is one."""
    assert in_year(day("2024-03-31"), 2023)
    assert not in_year(day("2024-04-01"), 2023)
    assert closes_on(Accounts.MUNICIPALITY, 2025) == day("2026-05-31")
    assert closes_on(Accounts.CORPORATION, 2025) is None
