"""The grant project of a made-up log, and the towns that take part in it."""

from typing import Final

from domain.base.values.codes import corporate_check_digit
from domain.base.values.municipalities import MUNICIPALITIES

GRANT: Final = "grant:dx-r6"
TOWNS: Final = tuple(
    town
    for town in MUNICIPALITIES.values()
    if town.above[:1] in {("長野県",), ("新潟県",)} and len(town.above) < 3
)
"""Those of two prefectures whose names we know: their names stand beside their codes."""
CODES: Final = tuple(town.code for town in TOWNS)


def own(municipality: str) -> str:
    """Give the scope of a municipality's own programme."""
    return f"own:{municipality}"


def nobodys_number(serial: int) -> str:
    """Give a corporate number that is well-formed and, by its digits, visibly nobody's."""
    base = f"99999{serial:07}"
    return corporate_check_digit(base) + base


CORPORATION: Final = nobodys_number(0)
