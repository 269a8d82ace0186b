"""Whatever its own owner changes in the database after it was signed is refused.

By the signer and by the writer of bundles; and where a bundle is made all the same, as whoever
runs the service could, by whoever checks it.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from random import Random
from types import SimpleNamespace

import pytest

from application.evidence.bundle import events as written_events
from application.evidence.bundle.question import BundleAsked
from application.evidence.bundle.writer import write_bundle
from application.evidence.desk import SigningRefused
from application.evidence.signing import sign
from application.service import Consortium
from domain.base.rule import RuleBroken
from interfaces.verifier.check import check
from interfaces.verifier.note import Key, keys
from tests.given_bundles import PAGE, made_up, public_key
from tests.infrastructure.given import LEAVES_ANEW, ask
from tests.infrastructure.signing.given import schema_of

EVENTS, EACH = 300, 6
ALTERED, REMOVED, LIMITED = 1, 2, 6
SET = "UPDATE {0}.events SET "
HERE = " WHERE notification_id = %(at)s;"
MOVE_UP = (
    SET + "notification_id = notification_id + 1000000 WHERE notification_id >= %(at)s;"
    + SET + "notification_id = notification_id - 999999 WHERE notification_id > 1000000;"
)  # fmt: skip
MOVE_DOWN = (
    SET + "notification_id = notification_id + 1000000 WHERE notification_id > %(at)s;"
    + SET + "notification_id = notification_id - 1000001 WHERE notification_id > 1000000;"
)  # fmt: skip
EXCHANGE = (
    SET + "notification_id = 1000000 WHERE notification_id = %(at)s;"
    + SET + "notification_id = %(at)s WHERE notification_id = %(at)s + 1;"
    + SET + "notification_id = %(at)s + 1 WHERE notification_id = 1000000;"
)  # fmt: skip
AGAIN = (
    "INSERT INTO {0}.events SELECT (jsonb_populate_record(e, jsonb_build_object("
    "'notification_id', %(at)s::bigint, 'originator_id', gen_random_uuid()))).* FROM {0}.events e"
    " WHERE notification_id = %(at)s + 1;"
)
DELETE = "DELETE FROM {0}.events WHERE notification_id "
CLASSES = {
    "a state": (ALTERED, SET + "state = state || ' '" + HERE),
    "a state, and its leaf": (ALTERED, SET + "state = state || ' '" + HERE + LEAVES_ANEW),
    "a scope": (ALTERED, SET + "scope = 'own:999999'" + HERE),
    "a scope, and its leaf": (ALTERED, SET + "scope = 'own:999999'" + HERE + LEAVES_ANEW),
    "a stream, and its leaf": (
        ALTERED,
        SET + "originator_id = gen_random_uuid()" + HERE + LEAVES_ANEW,
    ),
    "a version, and its leaf": (
        ALTERED,
        SET + "originator_version = originator_version + 1000" + HERE + LEAVES_ANEW,
    ),
    "a time, and its leaf": (
        ALTERED,
        SET + "recorded_at = recorded_at + interval '1 microsecond'" + HERE + LEAVES_ANEW,
    ),
    "two places": (ALTERED, EXCHANGE),
    "two places, and their leaves": (ALTERED, EXCHANGE + LEAVES_ANEW),
    "a middle row deleted": (REMOVED, DELETE + "= %(at)s;"),
    "a middle row deleted, and the rest moved up": (REMOVED, DELETE + "= %(at)s;" + MOVE_DOWN),
    "the same, and their leaves": (REMOVED, DELETE + "= %(at)s;" + MOVE_DOWN + LEAVES_ANEW),
    "the newest rows deleted": (REMOVED, DELETE + ">= %(at)s;"),
    "a row put in": (ALTERED, MOVE_UP + AGAIN + LEAVES_ANEW),
}


@pytest.fixture(scope="module")
def signed(postgres_url: str) -> Iterator[tuple[Consortium, int]]:
    """Give a made-up log that was signed, and its size."""
    with made_up(postgres_url, EVENTS) as consortium:
        yield consortium, sign(consortium).checkpoint.size


@contextmanager
def tampered(url: str, schema: str, statements: str, at: int) -> Iterator[None]:
    """Change the rows of the log, and put them back."""
    ask(url, "CREATE TABLE {0}.kept AS TABLE {0}.events", schema)
    try:
        for statement in statements.split(";"):
            if statement:
                given = {"at": at} if "%(at)s" in statement else {}
                ask(url, statement, schema, **given)
        yield
    finally:
        ask(url, "TRUNCATE {0}.events", schema)
        ask(url, "INSERT INTO {0}.events SELECT * FROM {0}.kept", schema)
        ask(url, "DROP TABLE {0}.kept", schema)


def places(kind: str, size: int) -> Sequence[int]:
    """Choose where it is done; the first event is the log's own, and the last has none behind."""
    return Random(kind).sample(range(2, size - 1), EACH)  # noqa: S311 - for examples


@pytest.mark.parametrize("kind", CLASSES)
def test_it_is_refused_by_signer_writer_and_verifier(
    signed: tuple[Consortium, int], postgres_url: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever in the log; after it was put back, everything is as it was."""
    consortium, size = signed
    key = next(keys(public_key(consortium).written().encode(), "key"))
    code, statements = CLASSES[kind]
    for at in places(kind, size):
        with tampered(postgres_url, schema_of(consortium), statements, at):
            with pytest.raises(SigningRefused):
                sign(consortium)
            with pytest.raises(RuleBroken, match="bundle-record-changed"):
                bundle(consortium, size)
            with monkeypatch.context() as patched:
                careless = SimpleNamespace(require=lambda _: None)
                patched.setattr(
                    written_events, "refusals", SimpleNamespace(RECORD_CHANGED=careless)
                )
                assert verdict(bundle(consortium, size), key) == code, at
    assert sign(consortium).checkpoint.size == size
    assert verdict(bundle(consortium, size), key) == LIMITED


def bundle(consortium: Consortium, size: int) -> bytes:
    """Make a bundle of the log as it was signed."""
    out = io.BytesIO()
    write_bundle(consortium, BundleAsked("evaluation", as_of=size), PAGE, out)
    return out.getvalue()


def verdict(content: bytes, key: Key) -> int:
    """Give the verifier's exit code."""
    exit_code: int = check(io.BytesIO(content), [key], page=PAGE).told["exit"]
    return exit_code
