"""The figures that a bundle states, held against the definitions in force and the events shown."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .archive import EVENTS, Archive
from .events import Event, effective, lines_of
from .figures import (
    NO_DEFINITION,
    Asked,
    Definition,
    Effective,
    NoFigure,
    figure,
    parts,
    representatives,
    scope,
    topics,
)
from .log import OF_PERSONS, facts
from .statements import Manifest
from .strict import JSON, NOT_JSON, Malformed, canonical

_FIGURES = "figures.json"
_IDENTITY = {"code": str, "version": int, "fiscal_year": int}
_KEYS = {"programme", "valid_on", "reason_without_value", "by", "parts", *_IDENTITY}
_MAY_BE_SUPPRESSED = {"value", "rows", "counted", "recorded"}


def judged(
    archive: Archive, manifest: Manifest, hidden: set[tuple[str, str]], always: Sequence[Event]
) -> tuple[list[Definition], list[tuple[dict[str, Any], str, str]]]:
    """Give the definitions in force, and the figures stated, each with its verdict.

    Where one could not be recomputed it is said which withheld events that would take. Raises
    `Malformed`.
    """
    stated = _stated(archive, manifest.purpose)
    try:
        in_force = _in_force(always, manifest.valid_on)
        events, persons = _read_again(archive, manifest, [*in_force.values()])
        found = []
        for one in stated:
            verdict, definition = "undefined", in_force.get(one["code"], {"version": None})
            withheld = ""
            if (definition["version"], True) == (
                one["version"],
                one["fiscal_year"] in manifest.years,
            ):
                asked = Asked(manifest.programme, one["fiscal_year"], manifest.valid_on, persons)
                withheld = ", ".join(sorted(_unknown(definition, manifest.programme, hidden)))
                same = withheld or _same(one, definition, events, asked)
                verdict = "not-recomputed" if withheld else "recomputed" if same else "differs"
            found.append((one, verdict, withheld))
    except NO_DEFINITION as error:
        raise Malformed(EVENTS, "definition") from error
    return [*in_force.values()], found


def _stated(archive: Archive, purpose: str) -> list[dict[str, Any]]:
    keys = _KEYS | _MAY_BE_SUPPRESSED
    keys, more = (keys, set()) if purpose == "evaluation" else (keys - {"parts"}, {"suppressed"})
    try:
        (name, stated), *others = JSON.decode(archive.read(_FIGURES).decode()).items()
        order = [tuple(each[key] for key in _IDENTITY) for each in stated]
        right = name == "figures" and not others and order == sorted(order)
        for each in stated:
            types = [type(each[key]) for key in _IDENTITY]
            right &= keys <= each.keys() <= keys | more and types == [*_IDENTITY.values()]
    except (*NO_DEFINITION, *NOT_JSON) as error:
        raise Malformed(_FIGURES, "figure") from error
    if not right or not isinstance(stated, list):
        raise Malformed(_FIGURES, "figure")
    return stated


def _in_force(always: Sequence[Event], valid_on: str) -> dict[str, Definition]:
    """Give the definitions in force by code, from effective events in their order."""
    last: dict[str, Event] = {}
    for event in always:
        if event.topic in {"figure.defined", "figure.withdrawn"} and event.day <= valid_on:
            last[event.stream] = event
    defined = [each for each in last.values() if each.topic == "figure.defined"]
    found = [each.fields["definition"] for each in sorted(defined, key=lambda each: each.order)]
    for each in found:
        told = each["code"], each["title"]["ja"], each["title"]["en"], each["version"]
        if [type(one) for one in told] != [str, str, str, int]:
            raise Malformed(EVENTS, "definition")
    return {each["code"]: each for each in found}


def _read_again(
    archive: Archive, manifest: Manifest, definitions: Sequence[Definition]
) -> tuple[Effective, Mapping[str, str]]:
    """Give the effective events that the definitions read, and which ids are one person."""
    measures = [part for each in definitions for _, _, part in parts(each["measure"])]
    wanted = {topic for part in measures for topic in topics(part["facts"])}
    # A name is any word of a definition: too many do no harm, they only take up room.
    names = set(re.findall(r'"([a-z][a-z0-9_]*)"', canonical([*definitions])))
    families = sorted({topic.partition(".")[0] for topic in wanted} | OF_PERSONS)
    of_family = re.compile(
        rf'\{{"i":[0-9]+,"t":"(?:{"|".join(map(re.escape, families))})\.'.encode()
    )
    lines = lines_of(filter(of_family.match, archive.lines(EVENTS)), manifest.purpose)
    by_topic: dict[str, list[Event]] = {}
    for event in effective(facts(lines, wanted, {"common", manifest.programme}, names)):
        by_topic.setdefault(event.topic, []).append(event)
    return by_topic, representatives(by_topic, manifest.valid_on)


def _unknown(definition: Definition, programme: str, hidden: set[tuple[str, str]]) -> set[str]:
    """Give the withheld families and scopes that would have to be known to recompute a figure."""
    found = set()
    for part in (part["facts"] for _, _, part in parts(definition["measure"])):
        families = {topic.partition(".")[0] for topic in topics(part)}
        its, persons = scope(part, programme), OF_PERSONS if part.get("persons") else ()
        for family, where in hidden:
            if (family in families and where == its) or family in persons or not family:
                # In a publication nobody knows which events are withheld.
                found.add(f"{family} ({where})" if family else "?")
    return found


def _same(stated: Mapping[str, Any], its: Definition, events: Effective, asked: Asked) -> bool:
    """Say whether the figure comes out as it is stated, in every one of its parts."""
    try:
        right = figure(its, events, asked)
    except NoFigure:
        return False
    if "parts" not in stated:
        right["counted"] = len(right["counted"])
    hidden = _MAY_BE_SUPPRESSED if stated.get("suppressed") is True else set()
    keys = [key for key in right if key in stated and not (key in hidden and stated[key] is None)]
    return canonical([stated[key] for key in keys]) == canonical([right[key] for key in keys])
