"""What `doctor` finds in a log that someone has laid hands on."""

from uuid import uuid4

import pytest

from application.evidence.soundness import faults
from infrastructure.postgres.log import PostgresLog
from tests.infrastructure.given import append, ask

WHERE = " WHERE notification_id = 3"
TAMPERINGS = {
    "topic": ("SET topic = 'worker.left'", "not what its leaf says"),
    "scope": ("SET scope = 'own:203246'", "not what its leaf says"),
    "state": ("SET state = state || ' '", "not what its leaf says"),
    "time": ("SET recorded_at = recorded_at - interval '1 day'", "before the position before"),
    "version": ("SET originator_version = 7", "version 7 follows 0"),
    "position": ("SET notification_id = 9", "position 3 is missing"),
}


def test_a_log_that_nobody_touched_is_sound(log: PostgresLog) -> None:
    """Nothing is found."""
    for _ in range(4):
        append(log, uuid4())

    assert list(faults(log)) == []


@pytest.mark.parametrize("kind", TAMPERINGS)
def test_what_was_changed_is_found(log: PostgresLog, postgres_url: str, kind: str) -> None:
    """Whoever changes an event, or where it stands, does not keep its leaf."""
    for _ in range(4):
        append(log, uuid4())
    change, said = TAMPERINGS[kind]
    ask(postgres_url, f"UPDATE {{}}.events {change}{WHERE}", log.schema)

    assert any(said in fault for fault in faults(log))


def test_what_was_taken_out_is_found(log: PostgresLog, postgres_url: str) -> None:
    """Positions have no gaps."""
    for _ in range(4):
        append(log, uuid4())
    ask(postgres_url, f"DELETE FROM {{}}.events{WHERE}", log.schema)  # noqa: S608

    assert "position 3 is missing: the next is 4" in list(faults(log))
