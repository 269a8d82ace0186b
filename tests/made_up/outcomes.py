"""Made-up indicators: defined, measured every half year, and defined anew."""

from datetime import date
from typing import Any

from domain.outcome import commands as c
from domain.outcome import events as e
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST, LAST
from tests.made_up.desk import Desk
from tests.made_up.places import GRANT

LEVELS, METHODS = tuple(e.Level), tuple(e.Method)


def life(desk: Desk, aim: e.Aim) -> Life:
    """Define one indicator of each level for an aim; measure, correct, and define it anew."""
    chance = desk.chance
    yield FIRST
    indicators = [desk.open(c.DefineIndicator, FIRST, **_definition(aim, level, 1))
                  for level in LEVELS]  # fmt: skip
    for year in range(FIRST.year, LAST.year):
        for when in (date(year, 9, 30), date(year + 1, 3, 31)):
            yield when
            for indicator in indicators:
                assert indicator is not None
                desk.must(indicator, c.MeasureOutcome, when, value=chance.randint(0, 500),
                          method=chance.choice(METHODS), evidence=desk.paper())  # fmt: skip
                measured = len(indicator.history)
                if chance.comes(0.3):
                    desk.must(indicator, c.CorrectOutcome, desk.today, version=measured,
                              now={"value": chance.randint(501, 900)})  # fmt: skip
                elif chance.comes(0.2):
                    desk.must(indicator, c.VoidOutcome, desk.today, version=measured)
        if year == FIRST.year:
            anew = date(year + 1, 4, 1)
            for indicator, level in zip(indicators, LEVELS, strict=True):
                assert indicator is not None
                desk.must(indicator, c.DefineIndicator, anew, **_definition(aim, level, 2))


def _definition(aim: e.Aim, level: e.Level, version: int) -> dict[str, Any]:
    return {
        "programme": GRANT,
        "code": f"{aim}-{level}",
        "version": version,
        "aim": aim,
        "level": level,
        "title": "架空の指標",
        "definition": f"架空の数え方（第{version}版）",
        "unit": "件",
        "basis": "架空の案",
    }
