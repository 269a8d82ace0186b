"""Withholding (源泉徴収): how much of one payment to a resident is kept for the tax office.

Whether a fee is subject to it at all (所得税法204条1項1号) is decided by a person for each kind of
work, and never inferred here.
"""

from typing import Final

from domain.base.values.money import Yen

_FIRST_MILLION: Final = 1_000_000


def withholding(gross: Yen) -> Yen:
    """Give what is withheld from one payment of a fee that is subject to it.

    10.21 % up to 1,000,000 yen, 20.42 % of what exceeds it, truncated below one yen
    (所得税法204条1項1号・205条1号; the rates include 2.1 % for reconstruction, 復興財源確保法28条).
    """
    if gross < 0:
        raise ValueError("nobody is paid less than nothing")
    below = min(gross, _FIRST_MILLION)
    return (below * 1021 + (gross - below) * 2042) // 10_000
