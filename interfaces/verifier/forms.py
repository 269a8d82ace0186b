"""The forms of figures and of their definitions, in one table, and what else a definition must be.

The table is the page of the figure language (domain/base/figure.py), to the letter.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any

from .archive import EVENTS, FIGURES
from .events import Event
from .strict import NOT_SO, Malformed, is_day, json_of

IDENTITY = ("code", "version", "fiscal_year")
"""By what figures are told apart, and in order of which they stand."""
_GRAMMAR = """
definition { code:code version:positive title:words sentence:words unit:words note:words?
             by:field* measure:count|sum|difference|ratio }
words      { ja:text en:text }
count      { kind:word facts:facts basis:annual|cumulative|level|increment compared_with:moment?
             year_field:field? distinct_by:field? }
sum        { kind:word facts:facts basis:annual|cumulative|level|increment compared_with:moment?
             year_field:field? field:field }
difference { kind:word of:count|sum+ minus:count|sum+ }
ratio      { kind:word numerator:count|sum|difference denominator:count|sum|difference
             scale:positive rounding:half_up|down }
facts      { scope:=programme|common opens:topic+ where:condition* ends:ending?
             keep:=all|latest|first key:field* kept_where:condition* persons:field* }
condition  { field:field one_of:value+ }
ending     { topics:topic+ where:condition* same:field* effective:=last_day|first_day_without }

evaluation  { figures:evaluated& }
evaluated   { code:word version:integer fiscal_year:integer programme:any valid_on:any
              value:integer~ reason_without_value:denominator_zero|compared_day_not_earlier~ by:any
              rows:row& parts:any counted:integer& recorded:recorded }
publication { figures:published& }
published   { code:word version:integer fiscal_year:integer programme:any valid_on:any
              value:integer~ reason_without_value:denominator_zero|compared_day_not_earlier~ by:any
              rows:row&~ counted:integer~ recorded:recorded~ suppressed:any? }
row         { by:value& value:integer~ }
recorded    { as_it_happened:integer late:integer taken_over:integer }
"""
"""Each object with its keys and their forms: `?` may be null or absent, `~` may be null, `*` is a
list that may be absent, `&` one that may be empty, `+` one that may not. Of choices behind `=`, the
first stands where nothing does."""
_OBJECTS = {
    name: dict(key.split(":") for key in keys.split())
    for name, keys in re.findall(r"(\w+) +\{(.*?)\}", _GRAMMAR, re.DOTALL)
}


def _like(pattern: str) -> Callable[[Any], object]:
    form = re.compile(pattern, re.DOTALL)
    return lambda value: type(value) is str and form.fullmatch(value)


_PLAIN: dict[str, Callable[[Any], object]] = {
    "code": _like("[a-z][a-z0-9_-]*"),
    "field": _like("[a-z][a-z0-9_]*"),
    "topic": _like(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+"),
    "word": _like(".*"),
    "text": _like(".+"),
    "value": lambda value: value is None or type(value) in {str, int, bool},
    "integer": lambda value: type(value) is int,
    "positive": lambda value: type(value) is int and value > 0,
    "moment": lambda value: value == "day_before_year" or is_day(value),
    "any": lambda _: True,
}


def read(form: str, value: Any) -> Any:  # noqa: ANN401 - whatever stands there
    """Read a value of this form, what may be absent put in; raises one of `NOT_SO`."""
    mark, choices = form[-1], form.strip("=?*&+~").split("|")
    if mark in "?~":
        return None if value is None else read(form[:-1], value)
    if mark in "*&+":
        if type(value) is not list or len(value) < (mark == "+"):
            raise ValueError(form)
        return [read(form[:-1], one) for one in value]
    if choices[0] in _OBJECTS:
        # Where it may be one of several, its kind says which.
        name = choices[0] if len(choices) == 1 else value["kind"]
        if name not in choices or not value.keys() <= _OBJECTS[name].keys():
            raise ValueError(form)
        keys = _OBJECTS[name].items()
        return {key: read(its, value[key] if key in value else _absent(its)) for key, its in keys}
    if not (_PLAIN[choices[0]](value) if choices[0] in _PLAIN else value in choices):
        raise ValueError(form)
    return value


def _absent(form: str) -> object:
    """Give what stands for what is absent; raises `KeyError` where nothing may be."""
    first, *_ = form.strip("=").split("|")
    return first if form.startswith("=") else {"?": None, "*": []}[form[-1]]


Definition = dict[str, Any]
"""A definition with its `parts`, every count and sum behind its side and its sign, and the `facts`
of each, with all `topics` that open or end them."""


def definition(value: object) -> Definition:
    """Read a definition; raises one of `NOT_SO` where it is not in the language."""
    found: Definition = read("definition", value)
    found["parts"] = list(_parts(found["measure"]))
    found["facts"] = [part["facts"] for _, _, part in found["parts"]]
    wrong = [len(set(found["by"])) < len(found["by"])]
    for _, _, part in found["parts"]:
        facts, basis, persons = part["facts"], part["basis"], {*part["facts"]["persons"]}
        facts["topics"] = [*facts["opens"], *(facts["ends"] or {"topics": []})["topics"]]
        wrong += [
            (facts["keep"] == "all") == bool(facts["key"]),
            facts["keep"] == "all" and bool(facts["kept_where"]),
            (basis == "increment") == (part["compared_with"] is None),
            part["year_field"] is not None and basis not in {"annual", "cumulative"},
            bool({"stream", "effective_year"} & persons),
            bool({"stream", *persons} & {*found["by"]}),
        ]
    if any(wrong):
        raise ValueError(wrong)
    return found


def _parts(measure: Definition) -> Iterator[tuple[str, int, Definition]]:
    sides = {"value": measure}
    if measure["kind"] == "ratio":
        sides = {side: measure[side] for side in ("numerator", "denominator")}
    for side, whole in sides.items():
        signed = {1: whole["of"], -1: whole["minus"]} if "of" in whole else {1: [whole]}
        yield from ((side, sign, part) for sign, several in signed.items() for part in several)


def figures(written: bytes, purpose: str) -> list[dict[str, Any]]:
    """Read the figures that a bundle states, in their order; raises `Malformed`."""
    try:
        stated: list[dict[str, Any]] = read(purpose, json_of(written.decode()))["figures"]
        if stated != sorted(stated, key=itemgetter(*IDENTITY)):
            raise ValueError(FIGURES)
    except NOT_SO as error:
        raise Malformed(FIGURES, "figure") from error
    return stated


def in_force(events: Iterable[Event], day: str) -> dict[str, Definition]:
    """Give the definitions in force on a day by code, from effective events in their order."""
    last, found = dict[str, Event](), dict[str, Definition]()
    for event in events:
        if event.topic in {"figure.defined", "figure.withdrawn"} and event.day <= day:
            last[event.stream] = event
    for event in sorted(last.values(), key=lambda event: event.order):
        if event.topic == "figure.defined":
            try:
                its = definition(event.fields["definition"])
            except NOT_SO as error:
                raise Malformed(f"{EVENTS}:{event.position}", "definition") from error
            found[its["code"]] = its
    return found
