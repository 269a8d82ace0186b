"""The member words.json: what the names and codes in a bundle are called, for whoever reads it.

Words come from the kinds of event and from nothing that was recorded, so that a publication tells
by them no more than by its definitions. They are no evidence.
"""

import json
from collections.abc import Iterable
from typing import Any

from pydantic.fields import FieldInfo

from application.evidence.sentences import words_of_codes
from application.registry import EVENT_OF_TOPIC
from domain.base.event import Event
from domain.base.figure import FigureDefinition
from domain.base.marks import marks
from domain.base.words import Label
from domain.witness.events import WitnessAppointed


def words(definitions: Iterable[FigureDefinition]) -> bytes:
    """Give the words for all that figures with these definitions count, and for the witnesses."""
    parts = (part for definition in definitions for part in definition.parts())
    opened = {topic for part in parts for topic in part.facts.opens}
    topics = sorted({*opened, WitnessAppointed.TOPIC} & EVENT_OF_TOPIC.keys())
    lines = (f"{_json(topic)}:{_json(_of_event(EVENT_OF_TOPIC[topic]))}" for topic in topics)
    return '{{"topics":{{\n{}\n}}}}\n'.format(",\n".join(lines)).encode()


def _of_event(kind: type[Event]) -> dict[str, Any]:
    fields = {name: _of_field(info) for name, info in kind.model_fields.items()}
    return {
        **_both(kind.SENTENCE),
        "fields": {name: told for name, told in fields.items() if told},
    }


def _of_field(info: FieldInfo) -> dict[str, Any]:
    labels = marks(info, Label)
    codes = {code: _both(label) for code, label in words_of_codes(info).items()}
    return {**(_both(labels[0]) if labels else {}), **({"codes": codes} if codes else {})}


def _both(label: Label) -> dict[str, str]:
    return {"ja": label.ja, "en": label.en}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
