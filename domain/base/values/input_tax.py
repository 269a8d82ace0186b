"""Consumption tax on purchases from residents who issue no qualified invoice (インボイス経過措置).

A share of the tax counts as paid although no qualified invoice shows it; the share falls step by
step. The reform of 令和8年度 changed the steps to come, so both versions are kept.
"""

from datetime import date
from typing import Final

from domain.base.days import said_on

_ALL: Final = 100
_Steps = tuple[tuple[date, int], ...]

_AS_ENACTED: Final[_Steps] = (
    (date(2023, 10, 1), 80),
    (date(2026, 10, 1), 50),
    (date(2029, 10, 1), 0),
)
_AS_REFORMED: Final[_Steps] = (
    (date(2023, 10, 1), 80),
    (date(2026, 10, 1), 70),
    (date(2028, 10, 1), 50),
    (date(2030, 10, 1), 30),
    (date(2031, 10, 1), 0),
)
_VERSIONS: Final[tuple[tuple[date, _Steps], ...]] = (
    (date(2023, 10, 1), _AS_ENACTED),
    (date(2026, 4, 1), _AS_REFORMED),
)
"""From which rule date on which steps are the law.

平成28年改正法附則52条・53条, and their change by 令和8年度税制改正: no purchase before 2026-10-01
differs between the two.
"""


def creditable_percent(purchased_on: date, rule_date: date) -> int:
    """Give the share in per cent of the tax on a purchase that counts, by the law of `rule_date`.

    Before 2023-10-01 no qualified invoice was asked for, and all of it counted.
    """
    steps = said_on(_VERSIONS, rule_date) or _AS_ENACTED
    share = said_on(steps, purchased_on)
    return _ALL if share is None else share
