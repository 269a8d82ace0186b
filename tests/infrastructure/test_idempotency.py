"""One key, one event, one answer: whatever happens on the way, a caller may try again."""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from application.decision import NotFound
from application.execute import Stale, execute
from application.ports import ClockRefused, KeyReused, Receipt, StreamMoved, Unavailable
from application.recorded import Recorded
from domain.base.rule import RuleBroken
from domain.worker.commands import ChangeContact
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.log import PostgresLog
from tests.infrastructure.conftest import OpenLog
from tests.infrastructure.given import (
    CLERK,
    DAY,
    append,
    ask,
    at_once,
    decision,
    positions,
    registration,
    written,
)
from tests.infrastructure.proxy import BadLine, never


def vault_of(log: PostgresLog) -> PostgresVault:
    """Give a vault on the log's own connections."""
    return PostgresVault(log._datastore, log.origin, log.namespace)


def is_answered(url: str, log: PostgresLog, key: str) -> bool:
    """Say whether this key's answer is committed."""
    found = ask(url, "SELECT 1 FROM {}.answers WHERE key = %(key)s", log.schema, key=key)
    return bool(found)


def from_its_second_time(key: str) -> Callable[[bytes], bool]:
    """Recognise the request that writes a key: the one before asked whether it is answered."""
    came = 0

    def lost(data: bytes) -> bool:
        nonlocal came
        came += data.count(key.encode())
        return came > 1

    return lost


def test_the_same_key_twice_is_one_event_and_one_answer(
    log: PostgresLog, vault: PostgresVault
) -> None:
    """The second call gets the first answer, even after the stream has gone on."""
    command = registration()
    first = execute(log, vault, command, CLERK, key="k")
    contact = ChangeContact(worker_id=first.stream, contact="a@x.jp", effective_on=DAY)
    execute(log, vault, contact, CLERK, key="k2", expected=1)

    assert execute(log, vault, command, CLERK, key="k") == first
    assert execute(log, vault, command, CLERK, key="k", expected=7) == first
    assert positions(log) == [1, 2, 3]


def test_a_log_that_is_taken_up_again_still_knows_its_answers(
    log: PostgresLog, vault: PostgresVault, open_log: OpenLog
) -> None:
    """Answers are kept in the log's database, for ever, not in a process."""
    command = registration()
    first = execute(log, vault, command, CLERK, key="k")
    again = open_log()

    assert execute(again, vault_of(again), command, CLERK, key="k") == first


def test_the_same_key_from_eight_at_once_is_one_event(open_log: OpenLog) -> None:
    """The race is decided where the answer is written, in one process or in several."""
    logs = [open_log() for _ in range(4)]
    for number in range(10):
        same = decision(uuid4(), key=f"k{number}")
        answers = at_once([partial(log.append, *same) for log in logs * 2])

        assert isinstance(answers[0], Receipt)
        assert answers == [answers[0]] * 8
    assert positions(logs[0]) == list(range(1, 12))


def test_the_same_command_from_eight_at_once_is_one_event(open_log: OpenLog) -> None:
    """Whichever of them writes it, all get the same answer; none is refused for another's event."""
    logs = [open_log() for _ in range(4)]
    vaults, command = [vault_of(log) for log in logs], registration()
    answers = at_once(
        [
            partial(execute, log, vault, command, CLERK, key="k")
            for log, vault in zip(logs * 2, vaults * 2, strict=True)
        ]
    )

    assert isinstance(answers[0], Receipt)
    assert answers == [answers[0]] * 8
    assert positions(logs[0]) == [1, 2]


def test_one_that_loses_the_race_with_itself_gets_the_winners_answer(
    log: PostgresLog, vault: PostgresVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule that the winner's own event breaks is no refusal of the same request."""
    command, read, answers = registration(), log.read, []

    def the_other_is_quicker(stream: UUID) -> list[Recorded]:
        monkeypatch.setattr(log, "read", read)
        answers.append(execute(log, vault, command, CLERK, key="k"))
        return read(stream)

    monkeypatch.setattr(log, "read", the_other_is_quicker)
    answers.append(execute(log, vault, command, CLERK, key="k"))

    assert answers[0] == answers[1]
    assert positions(log) == [1, 2]


@pytest.mark.parametrize(
    "other",
    [
        (registration("W-1", municipality="202126"), CLERK),
        (registration("W-2"), CLERK),
        (None, CLERK.model_copy(update={"actor": "somebody"})),
        (None, CLERK.model_copy(update={"note": "急ぎ"})),
    ],
)
def test_a_key_is_not_used_for_anything_else(
    log: PostgresLog, vault: PostgresVault, other: tuple[object, object]
) -> None:
    """Another command, another field, another actor or another note is another request."""
    first = registration()
    execute(log, vault, first, CLERK, key="k")
    command, entry = other

    with pytest.raises(KeyReused):
        execute(log, vault, command or first, entry, key="k")  # type: ignore[arg-type]
    assert positions(log) == [1, 2]


def test_an_answer_lost_after_the_commit_is_given_again(
    log: PostgresLog, open_log: OpenLog, postgres_url: str
) -> None:
    """The caller hears `Unavailable`, tries again with the key, and gets the answer it missed."""
    times, lost = 50, 0
    with BadLine(postgres_url) as line:
        remote = open_log(line.url)
        vault = vault_of(remote)
        # A late word on another connection may be what is lost: then there was an answer.
        for number in range(times + 10):
            key, command = f"k{number}", registration(f"W-{number}")
            line.loses_answer = lambda _data, key=key: is_answered(postgres_url, log, key)  # type: ignore[misc]
            try:
                execute(remote, vault, command, CLERK, key=key)
            except Unavailable:
                lost += is_answered(postgres_url, log, key)
            assert line.loses_answer is never
            answer = retried(lambda c=command, k=key: execute(remote, vault, c, CLERK, key=k))  # type: ignore[misc]
            (event,) = log.read(answer.stream)
            assert (answer.version, answer.position) == (1, number + 2)
            assert execute(remote, vault, command, CLERK, key=key) == answer
            assert answer.recorded_at == log.time_of(answer.position)
            assert event.version == 1
        remote.close()

    assert lost >= times
    assert positions(log) == list(range(1, times + 12))


def test_a_request_lost_before_the_commit_is_written_by_the_retry(
    log: PostgresLog, open_log: OpenLog, postgres_url: str
) -> None:
    """`Unavailable` may also mean that nothing was written; the retry cannot tell, nor need it."""
    with BadLine(postgres_url) as line:
        remote = open_log(line.url)
        vault = vault_of(remote)
        for number in range(10):
            key, command = f"a-long-key-{number}", registration(f"W-{number}")
            line.loses_request = from_its_second_time(key)
            with pytest.raises(Unavailable):
                execute(remote, vault, command, CLERK, key=key)
            assert not is_answered(postgres_url, log, key)
            assert line.loses_request is never
            answer = retried(lambda c=command, k=key: execute(remote, vault, c, CLERK, key=k))  # type: ignore[misc]
            assert answer.position == number + 2
        remote.close()

    assert positions(log) == list(range(1, 12))


def retried(call: Callable[[], Receipt]) -> Receipt:
    """Try again as a caller does; after a cut line the pool may have one more dead connection."""
    for _ in range(5):
        try:
            return call()
        except Unavailable:
            continue
    return call()


def test_a_lock_that_is_not_had_in_time_is_unavailable_at_once(
    log: PostgresLog, open_log: OpenLog, postgres_url: str
) -> None:
    """Nobody waits longer than the limit, nothing is written, and the retry succeeds."""
    hasty = open_log(lock_timeout=0.2)
    vault, command = vault_of(hasty), registration()
    before = written(postgres_url, log.schema)
    with psycopg.connect(postgres_url) as other:
        other.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"ayumi log {log.schema}"]
        )
        begin = monotonic()
        with pytest.raises(Unavailable):
            execute(hasty, vault, command, CLERK, key="k")
        waited = monotonic() - begin
        assert written(postgres_url, log.schema) == before

    assert 0.15 < waited < 2
    assert execute(hasty, vault, command, CLERK, key="k").position == 2


@pytest.mark.parametrize("way", ["append", "read", "execute", "vault"])
def test_a_pool_that_is_exhausted_is_unavailable_at_once(open_log: OpenLog, way: str) -> None:
    """Whatever needs a connection says so after the limit, and does not try ten times."""
    log = open_log(pool_size=1, pool_timeout=0.2)
    vault = vault_of(log)
    ways: dict[str, Callable[[], object]] = {
        "append": lambda: append(log, uuid4()),
        "read": lambda: log.read(uuid4()),
        "execute": lambda: execute(log, vault, registration(), CLERK, key="k"),
        "vault": lambda: vault.seal(uuid4(), "identity", "花子"),
    }
    with log._datastore.pool.connection():
        begin = monotonic()
        with pytest.raises(Unavailable):
            ways[way]()
        waited = monotonic() - begin

    assert waited < 2
    ways[way]()


def test_no_refusal_leaves_anything_behind(
    log: PostgresLog, vault: PostgresVault, simulated_log: PostgresLog, postgres_url: str
) -> None:
    """No answer, no sealed value and no reliance is kept of a decision that was not recorded."""
    worker = execute(log, vault, registration(), CLERK.model_copy(update={"note": "初回"}), key="w")
    stream = append(log, uuid4(), key="used").stream
    before = written(postgres_url, log.schema), written(postgres_url, simulated_log.schema)

    def sealed(**also: Any) -> Callable[[], object]:  # noqa: ANN401
        value = vault.seal(uuid4(), "identity", "花子")
        return lambda: append(log, uuid4(), sealed=[value], **also)

    def contact(worker_id: object, **also: object) -> Callable[[], object]:
        command = ChangeContact.model_validate(
            {"worker_id": worker_id, "contact": "a@x.jp", "effective_on": DAY}
        )
        return lambda: execute(log, vault, command, CLERK, key="c", **also)  # type: ignore[arg-type]

    simulated = vault_of(simulated_log).seal(uuid4(), "identity", "花子")
    long_ago = log.last()[1].replace(year=2001)
    refusals: list[tuple[type[Exception], Callable[[], object]]] = [
        (RuleBroken, lambda: execute(log, vault, registration(), CLERK, key="again")),
        (NotFound, contact(uuid4())),
        (Stale, contact(worker.stream, expected=9)),
        (StreamMoved, sealed(reads={stream: 0})),
        (StreamMoved, sealed(dependents={stream: 1})),
        (KeyReused, lambda: execute(log, vault, registration("W-2"), CLERK, key="used")),
        (ClockRefused, sealed(at=long_ago)),
        (
            ClockRefused,
            lambda: append(simulated_log, uuid4(), sealed=[simulated], at=long_ago),
        ),
        (psycopg.DataError, sealed(key="x\x00y")),
    ]
    for expected, refused in refusals:
        with pytest.raises(expected):
            refused()
        now = written(postgres_url, log.schema), written(postgres_url, simulated_log.schema)
        assert now == before, expected


def test_the_answer_the_events_and_the_sealed_values_are_one_transaction(
    log: PostgresLog, vault: PostgresVault, postgres_url: str
) -> None:
    """Whichever of the four cannot be written, none of them is."""
    value = vault.seal(uuid4(), "identity", "花子")
    append(log, seen := uuid4())
    for table in ("sealed_values", "relied", "events"):
        before = written(postgres_url, log.schema)
        ask(postgres_url, "ALTER TABLE {}.{} RENAME TO away", log.schema, table)
        with pytest.raises(psycopg.Error):
            append(log, uuid4(), key="k", reads={seen: 1}, sealed=[value])
        ask(postgres_url, "ALTER TABLE {}.away RENAME TO {}", log.schema, table)
        assert written(postgres_url, log.schema) == before

    assert append(log, uuid4(), key="k", reads={seen: 1}, sealed=[value]).position == 3
