"""Figures, trace and difference at a short log and a long one, over HTTP.

A figure is computed from its events whenever it is asked for, and names each that it counts: its
time grows with them. A difference is found from the positions between which rows stood, so its time
grows with what changed and not with the log.
"""

from collections.abc import Mapping
from statistics import median
from time import perf_counter

import httpx

from tests.benchmarks import Measure
from tests.benchmarks.as_of import serving
from tests.benchmarks.logs import EVENTS, LARGE, SMALL, built, server
from tests.made_up.calendar import LAST
from tests.made_up.places import GRANT

ROUNDS = 5
CHANGED = 200
"""How many of the last positions a difference is asked of."""
LIMITS = """A figure of a long log is not at once: every event of its kinds is read and decoded,
whatever its programme and year. Narrowing that in the database needs a table of effective events,
which is not there yet."""


def run() -> list[Measure]:
    """Ask the same of both logs."""
    for schema in EVENTS:
        built(schema)
    measures = []
    with serving(server()) as base, httpx.Client(base_url=base, timeout=300) as client:
        for name, (path, parameters) in _questions().items():
            small, large = (
                _milliseconds(client, schema, path, parameters) for schema in (SMALL, LARGE)
            )
            measures += [
                Measure(f"{name}, {EVENTS[SMALL]:,} events", small, "ms"),
                Measure(f"{name}, {EVENTS[LARGE]:,} events", large, "ms"),
            ]
    return measures


def _questions() -> Mapping[str, tuple[str, dict[str, str]]]:
    year = {"programme": GRANT, "fiscal_year": "R7", "valid_on": LAST.isoformat()}
    half, recent = "{half}", "{recent}"
    skills = {"projection": "skill_map", "valid_on": LAST.isoformat()}
    return {
        "kpi1 now": ("figures/kpi1", year),
        "kpi1 as of the middle": ("figures/kpi1", year | {"as_of": half}),
        "budget-executed now": ("figures/budget-executed", year),
        "what the last event moved": ("evidence/moved", {"position": "{last}"}),
        f"difference over the last {CHANGED} positions": (
            "evidence/difference",
            skills | {"from": recent},
        ),
        "first page of the difference since the middle": (
            "evidence/difference",
            skills | {"from": half},
        ),
    }


def _milliseconds(
    client: httpx.Client, schema: str, path: str, parameters: Mapping[str, str]
) -> float:
    events = EVENTS[schema]
    moments = {"half": events // 2, "recent": events - CHANGED, "last": events}
    asked = {name: value.format(**moments) for name, value in parameters.items()}
    took = []
    for _ in range(ROUNDS):
        began = perf_counter()
        answer = client.get(f"/api/v1/c/{schema}/{path}", params=asked)
        took.append((perf_counter() - began) * 1000)
        assert answer.status_code == httpx.codes.OK, answer.text
    return median(took[1:])
