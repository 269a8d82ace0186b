"""The service signs while it runs."""

import time
from collections.abc import Callable

import pytest
import structlog

from application.evidence.live_signer import signing
from application.service import Consortium
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from tests.infrastructure.given import ask
from tests.infrastructure.signing.given import kept, put_up, record, schema_of

EVERY = 0.05
LONGEST_SECONDS = 30.0


def until(true: Callable[[], bool]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + LONGEST_SECONDS
    while not true():
        assert time.monotonic() < deadline
        time.sleep(EVERY)


def signed_upto(consortium: Consortium) -> int:
    """Give the size that was signed last, 0 if none was."""
    found = consortium.checkpoints.latest()
    return found.checkpoint.size if found else 0


def test_a_log_that_grows_is_signed_again(consortium: Consortium, postgres_url: str) -> None:
    """At once, then at every interval if something was recorded; nothing is signed twice."""
    with signing(consortium, EVERY):
        until(lambda: signed_upto(consortium) == 1)
        time.sleep(EVERY * 4)
        size = record(consortium)
        until(lambda: signed_upto(consortium) == size)

    sizes = [each.checkpoint.size for each in kept(postgres_url, consortium)]
    assert sizes == sorted(set(sizes))


def test_a_refusal_is_said_each_time_and_ends_with_its_cause(
    consortium: Consortium, postgres_url: str
) -> None:
    """A thread that gave up would leave the log unsigned without a word."""
    size, schema = record(consortium), schema_of(consortium)
    with signing(consortium, EVERY):
        until(lambda: signed_upto(consortium) == size)
    move = "UPDATE {}.events SET notification_id = %(to)s WHERE notification_id = %(of)s"
    ask(postgres_url, move, schema, to=-1, of=size)
    with structlog.testing.capture_logs() as said, signing(consortium, EVERY):
        until(lambda: len(said) > 1)
        ask(postgres_url, move, schema, to=size, of=-1)
        size = record(consortium)
        until(lambda: signed_upto(consortium) == size)

    assert {each["event"] for each in said} == {"signing_refused"}
    assert "3 events, but 4 have been signed" in said[0]["why"]


def test_a_key_that_is_made_later_is_used(
    log: PostgresLog, postgres_url: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Until then nothing is signed, and nothing is wrong."""
    desk = FileDesk(tmp_path_factory.mktemp("later"), "example")
    with (
        put_up(postgres_url, log, desk) as consortium,
        structlog.testing.capture_logs() as said,
        signing(consortium, EVERY),
    ):
        time.sleep(EVERY * 4)
        assert signed_upto(consortium) == 0
        desk.create_key()
        until(lambda: signed_upto(consortium) == 1)
    assert said == []


def test_without_a_desk_nothing_runs(log: PostgresLog, postgres_url: str) -> None:
    """The service serves all the same."""
    with put_up(postgres_url, log, None) as consortium, signing(consortium, EVERY):
        time.sleep(EVERY * 2)
        assert signed_upto(consortium) == 0
