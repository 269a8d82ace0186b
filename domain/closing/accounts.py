"""Whose accounts money stands in, and until when they take what belongs to a fiscal year.

These are days, not terms: 31 March ends the fiscal year (地方自治法208条) and 31 May closes the
accounts (235条の5). No law moves them when an office or bank is closed: 4条の2第4項 moves terms of
applications and notices to an office, and 民法142条 moves terms counted from a day; neither is one.
"""

from datetime import date

from domain.base.values.fiscal_year import FiscalYear, first_day, last_day
from domain.base.words import Code


class Accounts(Code):
    """Whose accounts."""

    MUNICIPALITY = "municipality", "市町村の会計", "accounts of a municipality"
    CORPORATION = "corporation", "法人の会計", "accounts of the corporation"


def in_year(day: date, fiscal_year: FiscalYear) -> bool:
    """Say whether a day lies in a fiscal year: then it can be committed and delivered for it."""
    return first_day(fiscal_year) <= day <= last_day(fiscal_year)


def closes_on(accounts: Accounts, fiscal_year: FiscalYear) -> date | None:
    """Give the last day on which money of a fiscal year moves; None if no law gives one.

    A municipality's accounts stay open for two months. A corporation has no such months: what was
    delivered in the year belongs to it, whenever it is paid.
    """
    if accounts is Accounts.CORPORATION:
        return None
    return date(fiscal_year + 1, 5, 31)


def may_close_from(accounts: Accounts, fiscal_year: FiscalYear) -> date:
    """Give the first day on which the accounts of a fiscal year can be closed."""
    return closes_on(accounts, fiscal_year) or last_day(fiscal_year)
