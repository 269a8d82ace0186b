"""Definitions with something else in one place, most of which are none any more."""

import json
from collections.abc import Iterator
from typing import Any

from tests.interfaces.verifier.given import Plain
from tests.interfaces.verifier.random_logs import case

CASES = 12
ODD: list[object] = [None, True, 0, 1, "", "x", "X", "stream", "2024-04-01", [], {}, ["a"], ["a.b"]]


def odd_definitions() -> Iterator[Plain]:
    """Give definitions in which one value, key or item is another, too many or not there."""
    for number in range(CASES):
        for whole in case(number)["definitions"]:
            for place in range(len(list(_places(whole)))):
                for odd in ODD:
                    changed = json.loads(json.dumps(whole))
                    holder, key = list(_places(changed))[place]
                    holder[key] = odd
                    yield changed
                changed = json.loads(json.dumps(whole))
                holder, key = list(_places(changed))[place]
                del holder[key]
                yield changed
                if isinstance(holder, dict):
                    holder["more"] = 1
                    yield changed


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any JSON
    for key, one in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(one, dict | list):
            yield from _places(one)
