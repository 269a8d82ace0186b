"""Which commitments a budget line has no room for, given all that are charged to it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from domain.expenditure import events as e
from domain.grant.budget import Key, Said, days_of, line_charged
from domain.grant.lines import CHARGED, Line

Step = tuple[date, e.Charge, int]
"""The day, what it is charged to, and how many yen more, or less, are committed from then on."""


def over_budget(budget: Iterable[tuple[date, Said]], steps: Sequence[Step]) -> set[int]:
    """Give the places of the steps after which more is committed than the line has on that day.

    Whatever changes a line changes what its earlier commitments are held against from then on; a
    step for which the plan has no line on its day is held against none.
    """
    states = list(days_of(budget))
    lines: Mapping[Key, Line] = {}
    spent = Counter[Key | None]()
    done: list[Step] = []
    over = set()
    for place in sorted(range(len(steps)), key=lambda each: steps[each][0]):
        day, charge, yen = steps[place]
        now = next((state for on, state in reversed(states) if on <= day), lines)
        if now is not lines:
            lines, spent = now, Counter()
            for _, earlier, committed in done:
                spent[_key(lines, earlier)] += committed
        key = _key(lines, charge)
        spent[key] += yen
        done.append(steps[place])
        if yen > 0 and key is not None and spent[key] > lines[key].amount:
            over.add(place)
    return over


def _key(lines: Mapping[Key, Line], charge: e.Charge) -> Key | None:
    line = line_charged(lines, **charge.model_dump(include=set(CHARGED)))
    return line.key() if line else None
