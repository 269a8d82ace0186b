"""Random logs and definitions with the figures that the service computes, as plain JSON.

A case is a pure function of its number: {"programme", "valid_on", "years", "events",
"definitions", "expected"}. The events are those of `given.event`; `expected` holds a figure for
each definition and year in the form of docs/bundle.md, or null where the service refuses to give
one. `python -m tests.interfaces.verifier.random_logs 1000` writes cases, one on each line.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from pydantic import ConfigDict

from application.figures.interpreter import compute
from application.figures.joins import JoinStatement, in_force, representatives
from application.figures.values import Figure, FigureError, FigureEvent
from domain.base.event import Correction, Event, Void, effective
from domain.base.figure import FigureDefinition
from tests.interfaces.verifier.given import PROGRAMME, Plain, defined, event, opened

OPENING = ("order.paid", "order.agreed", "worker.joined")
ENDING = ("order.cancelled", "worker.left")
SCOPES = (PROGRAMME, PROGRAMME, "common", "own:203246")
CODES = ("kind", "place", "flag")
PERSONS = [f"{number:08x}-0000-4000-8000-000000000000" for number in range(6)]
WORDS = {"ja": "指標", "en": "figure"}
JOINING = {
    "person.joined": ("person_id", "other_id"),
    "person.parted": ("person_id", "other_id"),
    "client.merged": ("client_id", "duplicate_id"),
    "client.parted": ("client_id", "duplicate_id"),
}


def case(number: int) -> Plain:
    """Give one case."""
    chance = Random(number)  # noqa: S311 - for examples
    valid_on = chance.choice(["2024-03-31", "2025-03-31", "2025-06-15"])
    asked: Plain = {"programme": PROGRAMME, "valid_on": valid_on, "years": [2023, 2024, 2025]}
    gaps = number % 5 == 0
    definitions = [_definition(chance, code) for code in ("a", "b", "c")]
    published = [defined(each, day="2023-01-01") for each in definitions]
    for each in (first := opened(), *published):
        each["recorded"] = "2023-01-01T00:00:00.000000Z"
    events = [first, *published, *_history(chance, gaps=gaps)]
    expected = [
        _expected(FigureDefinition.model_validate(definition), events, asked, year)
        for definition in definitions
        for year in asked["years"]
    ]
    return {**asked, "events": events, "definitions": definitions, "expected": expected}


def _history(chance: Random, *, gaps: bool) -> Iterator[Plain]:
    versions: dict[str, int] = defaultdict(int)
    now = datetime(2023, 1, 10, 14, 59, 59, tzinfo=UTC)
    for _ in range(chance.randrange(5, 60)):
        now += timedelta(days=chance.choice([0, 0, 1, 20, 60]), seconds=chance.choice([0, 1]))
        tokyo = (now + timedelta(hours=9)).date()
        ago = chance.choice([-300, -1, 0, 1, 30, 31, 32, 100, 400])
        day = chance.choice([tokyo - timedelta(days=ago), *_EDGES]).isoformat()
        family = chance.choice(["order", "order", "order", "worker", "person", "client"])
        number = chance.randrange(4)
        of = f"{family}-{number}"
        versions[of] += 1
        version, scope = versions[of], SCOPES[number]
        its: Plain = {"recorded": f"{now:%Y-%m-%dT%H:%M:%S.%fZ}", "day": day, "scope": scope}
        its["taken_over"] = chance.random() < 0.2
        if version > 1 and chance.random() < 0.3:
            yield _mend(chance, family, of, version, its)
        elif family in {"person", "client"}:
            topic = chance.choice([each for each in JOINING if each.startswith(family)])
            pair = dict(zip(JOINING[topic], chance.sample(PERSONS, 2), strict=True))
            yield event(topic, of, version, **its, **pair)
        else:
            topics = [each for each in OPENING + ENDING if each.startswith(family)]
            yield event(chance.choice(topics), of, version, **its, **_fields(chance, gaps=gaps))


_EDGES = [date(2024, 3, 31), date(2024, 4, 1), date(2025, 3, 31), date(2025, 4, 1)]


def _mend(chance: Random, family: str, of: str, version: int, its: Plain) -> Plain:
    target = chance.randrange(1, version)
    if chance.random() < 0.4:
        return event(f"{family}.voided", of, version, **its, voids=target)
    now: Plain = {}
    if family in {"order", "worker"}:
        now = dict(chance.sample(sorted(_fields(chance, gaps=False).items()), 2))
    if chance.random() < 0.4:
        now["effective_on"] = chance.choice(_EDGES).isoformat()
    if chance.random() < 0.2:
        now["place"] = None
    return event(f"{family}.corrected", of, version, **its, corrects=target, now=now)


def _fields(chance: Random, *, gaps: bool) -> Plain:
    fields = {
        "kind": chance.choice(["a", "b", "ｂ", "𝒃", "1", "true"]),
        "place": chance.choice(["諏訪", "茅野", 1, True, None]),
        "flag": chance.choice([True, False, 0, 1]),
        "amount": chance.randrange(-3, 6),
        "year": chance.randrange(2022, 2026),
        "person": chance.choice(PERSONS),
        "buyer": chance.choice(PERSONS),
    }
    if gaps and chance.random() < 0.1:
        fields[chance.choice(sorted(fields))] = chance.choice([None, "x"])
    return {name: one for name, one in fields.items() if one is not None}


def _definition(chance: Random, code: str) -> Plain:  # noqa: C901 - one function for each piece
    def some(names: Sequence[str], fewest: int = 0, most: int = 2) -> list[str]:
        return chance.sample(names, chance.randrange(fewest, min(most, len(names)) + 1))

    def conditions() -> list[Plain]:
        values = ["a", "b", "1", "true", "諏訪", 1, 0, True, False, None]
        return [
            {"field": name, "one_of": chance.sample(values, chance.randrange(3, 9))}
            for name in some(CODES)
            if chance.random() < 0.5
        ]

    def facts() -> Plain:
        found: Plain = {"opens": some(OPENING, 1, 3)}
        found["scope"] = chance.choice(["programme", "programme", "common"])
        found |= {"where": conditions(), "persons": some(["person", "buyer"])}
        if chance.random() < 0.5:
            found["ends"] = {
                "topics": some((*ENDING, "order.agreed"), 1),
                "where": conditions(),
                "same": some(["kind", "person", "flag"]) if chance.random() < 0.4 else [],
                "effective": chance.choice(["last_day", "first_day_without"]),
            }
        if chance.random() < 0.5:
            found["keep"] = chance.choice(["latest", "first"])
            found["key"] = some(["stream", "person", "kind", "effective_year", "buyer"], 1)
            found["kept_where"] = conditions()
        return found

    def simple() -> Plain:
        basis = chance.choice(["annual", "cumulative", "level", "increment"])
        part: Plain = {"facts": facts(), "basis": basis, "kind": chance.choice(["count", "sum"])}
        if basis == "increment":
            part["compared_with"] = chance.choice(["day_before_year", "2023-12-31", "2024-06-30"])
        elif basis != "level" and chance.random() < 0.3:
            part["year_field"] = chance.choice(["year", "effective_year"])
        if part["kind"] == "sum":
            part["field"] = "amount"
        elif chance.random() < 0.5:
            part["distinct_by"] = chance.choice(["person", "buyer", "kind", "stream", "flag"])
        return part

    def whole() -> Plain:
        if chance.random() < 0.7:
            return simple()
        sides = {
            side: [simple() for _ in range(chance.randrange(1, 3))] for side in ("of", "minus")
        }
        return {"kind": "difference", **sides}

    measure = whole()
    if chance.random() < 0.4:
        rounding = chance.choice(["half_up", "down"])
        measure = {"kind": "ratio", "numerator": measure, "denominator": whole()}
        measure |= {"scale": chance.choice([1, 100, 1000]), "rounding": rounding}
    named = {"title": WORDS, "sentence": WORDS, "unit": WORDS}
    by = some((*CODES, "effective_year", "year"))
    return {"code": code, "version": 1, **named, "by": by, "measure": measure}


@cache
def _kind(topic: str) -> type[Event]:
    """Give a kind of event that holds whatever fields it is given."""
    base = {"corrected": Correction, "voided": Void}.get(topic.partition(".")[2], Event)
    settings = ConfigDict(frozen=True, extra="allow")
    return type("Any", (base,), {"TOPIC": topic, "model_config": settings, "__module__": __name__})


def _expected(
    definition: FigureDefinition, plain: Sequence[Plain], asked: Plain, year: int
) -> Plain | None:
    events = list(_effective(plain))
    valid_on = date.fromisoformat(asked["valid_on"])
    statements = [
        JoinStatement(
            str(each.fields[JOINING[each.topic][0]]),
            str(each.fields[JOINING[each.topic][1]]),
            joined=not each.topic.endswith(".parted"),
            effective_on=each.effective_on,
            position=each.position,
        )
        for each in events
        if each.topic in JOINING
    ]
    joins = representatives(in_force(statements, valid_on=valid_on))
    try:
        figure = compute(
            definition,
            events,
            programme=asked["programme"],
            fiscal_year=year,
            valid_on=valid_on,
            joins=joins,
        )
    except FigureError:
        return None
    return _plain(figure)


def _effective(plain: Sequence[Plain]) -> Iterator[FigureEvent]:
    streams: dict[str, dict[int, tuple[int, Plain]]] = defaultdict(dict)
    for position, each in enumerate(plain, 1):
        streams[each["stream"]][each["version"]] = (position, each)
    for stream, kept in streams.items():
        history = [
            (version, _kind(each["topic"]).model_validate(each["event"]))
            for version, (_, each) in kept.items()
            if each["topic"].partition(".")[0] not in {"log", "figure"}
        ]
        for version, found in effective(history):
            position, each = kept[version]
            fields: dict[str, Any] = dict(found)
            yield FigureEvent(
                stream=UUID(stream),
                version=version,
                position=position,
                topic=found.TOPIC,
                effective_on=found.effective_on,
                programme=found.programme,
                fields={k: v for k, v in fields.items() if k not in {"effective_on", "programme"}},
                recorded_at=datetime.fromisoformat(each["recorded"]),
                taken_over=each["taken_over"],
            )


def _plain(figure: Figure) -> Plain:
    return {
        "code": figure.code,
        "version": figure.version,
        "programme": figure.programme,
        "fiscal_year": figure.fiscal_year,
        "valid_on": figure.valid_on.isoformat(),
        "value": figure.value,
        "reason_without_value": figure.reason_without_value,
        "by": list(figure.by),
        "rows": [{"by": list(row.by), "value": row.value} for row in figure.rows],
        "parts": [
            {
                "side": part.side,
                "sign": part.sign,
                "day": part.day.isoformat(),
                "value": part.value,
                "counted": [each.position for each in part.counted],
            }
            for part in figure.parts
        ],
        "counted": [each.position for each in figure.counted],
        "recorded": {
            "as_it_happened": figure.recorded.as_it_happened,
            "late": figure.recorded.late,
            "taken_over": figure.recorded.taken_over,
        },
    }


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        print(json.dumps(case(number), ensure_ascii=False))  # noqa: T201
