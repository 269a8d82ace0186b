"""What docs/bundle.md says of every event is so, or checkers of bundles would read it otherwise."""

import json
from collections.abc import Iterator
from math import inf
from typing import Any, ClassVar

import pytest
from pydantic import BaseModel

from application.registry import EVENT_OF_TOPIC
from domain.base.event import Correction, Event, Void
from domain.base.families import family_of
from domain.grant.events import PlanSubmitted

MENDING = {"corrects": Correction, "now": Correction, "voids": Void}
"""Fields by which checkers know what mends an event, and the only kinds that may have them."""
DEEPEST = 64
"""How deep objects and lists may stand in one another in a state, which is one around the event."""


def faults(event: type[Event]) -> Iterator[str]:
    """Say what checkers would read wrongly in events of a kind."""
    if issubclass(event, Correction | Void):
        for mended in event.MENDS:
            if family_of(mended.TOPIC) != family_of(event.TOPIC):
                yield f"mends {mended.TOPIC}, which is of another family"
    for name, kind in MENDING.items():
        if name in event.model_fields and not issubclass(event, kind):
            yield f"has a field {name} and is no {kind.__name__}"
    if '"number"' in json.dumps(list(_types(event.model_json_schema(mode="serialization")))):
        yield "holds a number that is not an integer"
    if 1 + _depth(event) > DEEPEST:
        yield f"can be nested deeper than {DEEPEST}"


def _types(schema: Any) -> Iterator[Any]:  # noqa: ANN401 - any part of a schema
    if isinstance(schema, dict):
        yield schema.get("type")
        yield from (found for part in schema.values() for found in _types(part))
    elif isinstance(schema, list):
        yield from (found for part in schema for found in _types(part))


def _depth(event: type[Event]) -> float:
    """Say how deep events of a kind can be nested; what is corrected stands in a correction."""
    whole = event.model_json_schema(mode="serialization")
    mended = event.MENDS if issubclass(event, Correction) else ()
    return max(_nested(whole, whole.get("$defs", {})), *(1 + _depth(each) for each in mended), 0)


def _nested(schema: Any, known: dict[str, Any]) -> float:  # noqa: ANN401 - any part of a schema
    if not isinstance(schema, dict):
        return 0
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        without = {other: its for other, its in known.items() if other != name}
        return _nested(known[name], without) if name in known else inf
    held = [*schema.get("properties", {}).values(), *schema.get("prefixItems", ())]
    held += [schema.get("items"), schema.get("additionalProperties")]
    either = [each for word in ("anyOf", "oneOf", "allOf") for each in schema.get(word, ())]
    own = schema.get("type") in {"object", "array"}
    deepest = max(_nested(each, known) for each in held)
    return max(own + deepest, *(_nested(each, known) for each in either), 0)


@pytest.mark.parametrize("topic", EVENT_OF_TOPIC)
def test_every_event_can_be_read_from_the_page_alone(topic: str) -> None:
    """What mends it is shown with it and known by its fields; its numbers and depth have bounds."""
    assert list(faults(EVENT_OF_TOPIC[topic])) == []


class PlantedMended(Correction):
    """A plan was mended by an event of another family, which could also be a voiding."""

    TOPIC = "planted.mended"
    MENDS: ClassVar[tuple[type[Event], ...]] = (PlanSubmitted,)

    voids: int
    share: list[float]


class Box(BaseModel):
    """Boxes in boxes."""

    boxes: list["Box"]


class PlantedHappened(Event):
    """Something happened that looks like a correction, and has no bottom."""

    TOPIC = "planted.happened"

    corrects: int
    now: str
    box: Box


def test_what_is_planted_is_found() -> None:
    """Each of the faults."""
    assert list(faults(PlantedMended)) == [
        "mends plan.submitted, which is of another family",
        "has a field voids and is no Void",
        "holds a number that is not an integer",
    ]
    assert list(faults(PlantedHappened)) == [
        "has a field corrects and is no Correction",
        "has a field now and is no Correction",
        "can be nested deeper than 64",
    ]
