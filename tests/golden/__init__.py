"""What the log keeps of every kind of event, byte for byte.

`events/<topic>.json` holds the stored state of one example, `topics.txt` every topic there has
ever been. `python -m tests.golden` writes what is missing; it says what differs and leaves that
alone, unless told to `--accept` it.
"""

from pathlib import Path
from uuid import UUID

from application.recorded import Recorded
from infrastructure.postgres.mapper import encode
from tests.golden.examples import EXAMPLES, PROVENANCE

HERE = Path(__file__).parent
EVENTS = HERE / "events"
TOPICS = HERE / "topics.txt"


def state(topic: str) -> bytes:
    """Give the stored state of a topic's example, as it is written now."""
    return encode(Recorded(UUID(int=1), 1, EXAMPLES[topic], PROVENANCE))


def kept(topic: str) -> bytes:
    """Give the stored state of a topic's example, as it was written once."""
    return (EVENTS / f"{topic}.json").read_bytes()


def topics() -> list[str]:
    """Give the topics there have ever been, oldest first."""
    return TOPICS.read_text(encoding="utf-8").split() if TOPICS.exists() else []
