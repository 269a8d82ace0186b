"""Stored states are read as the models themselves would read them, only faster."""

from typing import Any, Literal

import pytest
from pydantic import BaseModel, create_model

from application.ports import Indigestible
from application.recorded import Provenance, Recorded
from infrastructure.postgres.decoding import decode
from infrastructure.postgres.mapper import encode
from tests.golden import kept
from tests.golden.examples import EXAMPLES
from tests.golden.examples.shared import ONE
from tests.infrastructure.given import event

TOPICS = list(EXAMPLES)


def validated(topic: str, state: bytes) -> Any:  # noqa: ANN401
    """Read a state with pydantic's own validation."""
    fields: dict[str, Any] = {
        "v": (Literal[1], ...), "by": (Provenance, ...), "event": (type(EXAMPLES[topic]), ...)
    }  # fmt: skip
    return create_model("Stored", **fields).model_validate_json(state)


def told(value: object) -> object:
    """Give a value with the types of all that is in it."""
    if isinstance(value, BaseModel):
        return type(value), {name: told(each) for name, each in value}
    if isinstance(value, tuple | list):
        return type(value), [told(each) for each in value]
    return type(value), value


@pytest.mark.parametrize("topic", TOPICS)
def test_a_state_is_read_as_its_model_reads_it(topic: str) -> None:
    """The same values of the same types, in every field."""
    stored = validated(topic, kept(topic))
    event, by = decode(topic, kept(topic))
    assert told(event) == told(stored.event)
    assert told(by) == told(stored.by)


@pytest.mark.parametrize("topic", TOPICS)
def test_what_was_read_is_written_as_it_stood(topic: str) -> None:
    """Nothing gets lost between the log and a copy of it."""
    assert encode(Recorded(ONE, 1, *decode(topic, kept(topic)))) == kept(topic)


def test_fields_left_out_are_what_they_are_to_the_model() -> None:
    """Null is not stored, and is read back as such."""
    bare = event(ONE, 1)
    read, by = decode(bare.event.TOPIC, encode(bare))
    assert (read, by) == (bare.event, bare.by)
    assert by.source is None


@pytest.mark.parametrize(
    "spoilt",
    [
        b"not json",
        b'{"v":2,"by":{},"event":{}}',
        kept("worker.left").replace(b'"last_day"', b'"last_night"'),
        kept("worker.left").replace(b'"effective_on":"', b'"effective_on":"the '),
        kept("worker.left").replace(b'"event":{', b'"event":{"unheard":1,'),
        kept("worker.left").replace(b'"taken_over":true', b'"taken_over":"yes"'),
    ],
)
def test_what_cannot_be_read_is_not_guessed(spoilt: bytes) -> None:
    """Another format, a field missing, unknown or of another type, or no JSON at all."""
    with pytest.raises(Indigestible, match=r"worker\.left"):
        decode("worker.left", spoilt)


def test_an_unknown_kind_of_event_is_not_guessed() -> None:
    """A log that a newer version wrote is not read by half."""
    with pytest.raises(Indigestible, match=r"worker\.cloned"):
        decode("worker.cloned", kept("worker.left"))
