"""What was written once is read for ever, and written the same way again.

The hash of every entry is taken over these bytes: if they change, nothing can be proved any more.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from application.ports import Indigestible
from application.recorded import Provenance
from application.registry import EVENT_OF_TOPIC
from infrastructure.postgres.decoding import decode
from tests.golden import EVENTS, kept, state, topics
from tests.golden.examples import EXAMPLES, PROVENANCE

ROOT = Path(__file__).parents[2]


def test_every_kind_of_event_has_an_example() -> None:
    """A new kind of event needs one in examples.py; then `python -m tests.golden` writes it."""
    assert EVENT_OF_TOPIC.keys() == EXAMPLES.keys()


def test_every_topic_is_listed_and_none_is_taken_off_the_list() -> None:
    """A topic that has been in a log stays readable, even when nothing writes it any more."""
    assert sorted(EVENT_OF_TOPIC) == sorted(topics())


def test_every_golden_file_is_that_of_a_topic() -> None:
    """Nothing lies there that no test looks at."""
    assert sorted(f"{topic}.json" for topic in topics()) == sorted(
        path.name for path in EVENTS.iterdir()
    )


@pytest.mark.parametrize("topic", EXAMPLES)
def test_an_example_fills_in_every_field(topic: str) -> None:
    """A field left at its default is not written, so nothing would hold its form."""
    event = EXAMPLES[topic]
    assert set(type(event).model_fields) == event.model_fields_set
    assert None not in [getattr(event, name) for name in type(event).model_fields]


def test_the_example_of_provenance_fills_in_every_field() -> None:
    """As for events."""
    assert set(Provenance.model_fields) == PROVENANCE.model_fields_set


@pytest.mark.parametrize("topic", sorted(topics()))
def test_what_was_written_is_read(topic: str) -> None:
    """Every event and its provenance come back as they were."""
    assert (EXAMPLES[topic], PROVENANCE) == decode(topic, kept(topic))


@pytest.mark.parametrize("topic", sorted(topics()))
def test_what_is_written_is_the_same_to_the_byte(topic: str) -> None:
    """The order of fields, the spaces and the escapes belong to the format."""
    assert kept(topic) == state(topic)


def test_an_unknown_topic_is_not_guessed_at() -> None:
    """A log written by a newer version is refused, not misread."""
    with pytest.raises(Indigestible):
        decode("worker.promoted", kept("worker.returned"))


def test_nothing_is_missing_and_nothing_differs() -> None:
    """The script that writes golden files has nothing to do."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.golden"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
