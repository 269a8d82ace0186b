"""The signer signs what continues what it signed before, and nothing else."""

import os
import signal
import time
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from application.evidence.desk import MemoryLost, NoKey, SigningRefused
from application.evidence.signing import NotContinued, last_signed, sign
from application.evidence.tree import prove_consistency, verify_consistency
from application.service import Consortium
from infrastructure.postgres import log as log_module
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from tests.infrastructure.given import LEAVES_ANEW, ask
from tests.infrastructure.signing import given
from tests.infrastructure.signing.given import (
    NAME,
    Killed,
    kept,
    put_up,
    record,
    root,
    schema_of,
)

ROUNDS = 5
LONGEST_LIFE_SECONDS = 0.1
CHANGES = {
    "topic": "topic = 'worker.left'",
    "scope": "scope = 'own:203246'",
    "state": "state = state || ' '",
    "time": "recorded_at = recorded_at + interval '1 microsecond'",
    "version": "originator_version = 7",
    "stream": "originator_id = gen_random_uuid()",
}


def test_the_log_is_signed_as_it_stands(consortium: Consortium, desk: FileDesk) -> None:
    """Its name and epoch, its size, its root; by the desk's key, under the log's name."""
    size = record(consortium)
    signed = sign(consortium)
    key = desk.key()

    assert key
    assert signed.checkpoint.origin == f"{consortium.log.origin}/1"
    assert (signed.checkpoint.size, signed.checkpoint.root) == (size, root(consortium, size))
    assert signed.checkpoint.extensions == ()
    assert signed.note.signers([key.verifier(signed.checkpoint.origin)])
    assert desk.last() == consortium.checkpoints.latest() == signed


def test_a_simulated_clock_is_said_in_what_is_signed(simulated: Consortium) -> None:
    """On a line of its own, so that nobody takes its times for real ones."""
    assert sign(simulated).checkpoint.extensions == ("clock simulated",)


def test_what_has_not_grown_is_signed_once(consortium: Consortium, postgres_url: str) -> None:
    """The same log has the same checkpoint; nothing is kept twice."""
    assert sign(consortium) == sign(consortium)
    assert len(kept(postgres_url, consortium)) == 1


def test_every_checkpoint_continues_the_one_before(
    consortium: Consortium, postgres_url: str
) -> None:
    """As anybody can see from a proof between their sizes."""
    first = sign(consortium).checkpoint
    record(consortium)
    second = sign(consortium).checkpoint
    proof = prove_consistency(first.size, second.size, consortium.log.leaf_hashes)

    assert verify_consistency(first.size, second.size, first.root, second.root, proof)
    assert [each.checkpoint for each in kept(postgres_url, consortium)] == [first, second]


def test_without_a_key_nothing_is_signed(log: PostgresLog, postgres_url: str) -> None:
    """It says so, and what to do."""
    with put_up(postgres_url, log, None) as consortium:
        with pytest.raises(NoKey, match="ayumi key new"):
            sign(consortium)
        assert consortium.checkpoints.latest() is None


def refused(consortium: Consortium, because: str) -> SigningRefused:
    """Expect that nothing is signed, and that it is said why in both languages."""
    before = last_signed(consortium)
    with pytest.raises(SigningRefused, match=because) as found:
        sign(consortium)
    assert "署名しません" in found.value.why.ja
    assert "Nothing is signed" in found.value.why.en
    assert last_signed(consortium) == before
    return found.value


def test_a_log_that_lost_its_newest_rows_is_not_signed(
    consortium: Consortium, postgres_url: str
) -> None:
    """An old backup or a deletion: it says how much is missing, and what to restore."""
    size = record(consortium)
    sign(consortium)
    ask(
        postgres_url,
        "DELETE FROM {}.events WHERE notification_id > 2",
        schema_of(consortium),
    )

    why = refused(consortium, "at least 4").why
    assert f"{size}件まで署名済み" in why.ja
    assert "holds 2 events, but 4 have been signed" in why.en


def test_an_older_state_that_has_grown_again_is_not_signed(
    consortium: Consortium, postgres_url: str
) -> None:
    """However many events were recorded since it was restored, and though every row is sound."""
    record(consortium)
    sign(consortium)
    schema = schema_of(consortium)
    ask(postgres_url, "DELETE FROM {}.events WHERE notification_id > 2", schema)
    ask(postgres_url, "DELETE FROM {}.checkpoints", schema)
    record(consortium, 10)

    assert isinstance(refused(consortium, "first 4 events are not those"), NotContinued)


@pytest.mark.parametrize("kind", CHANGES)
def test_a_changed_row_is_not_signed(consortium: Consortium, postgres_url: str, kind: str) -> None:
    """Whoever changes it leaves its leaf as it was, or makes that anew: neither is signed."""
    record(consortium)
    sign(consortium)
    schema = schema_of(consortium)
    change = f"UPDATE {{}}.events SET {CHANGES[kind]} WHERE notification_id = 3"  # noqa: S608
    ask(postgres_url, change, schema)

    refused(consortium, "event at position 3 is not what its leaf says")
    ask(postgres_url, LEAVES_ANEW, schema)
    refused(consortium, "first 4 events are not those")


def test_a_row_changed_before_it_was_ever_signed_is_not_signed(
    consortium: Consortium, postgres_url: str
) -> None:
    """As long as its leaf tells."""
    record(consortium)
    change = "UPDATE {}.events SET state = state || ' ' WHERE notification_id = 3"
    ask(postgres_url, change, schema_of(consortium))

    refused(consortium, "event at position 3")


def test_a_row_missing_in_between_is_not_signed(consortium: Consortium, postgres_url: str) -> None:
    """Not even where nothing was signed before."""
    record(consortium)
    ask(
        postgres_url,
        "DELETE FROM {}.events WHERE notification_id = 3",
        schema_of(consortium),
    )

    refused(consortium, "last position is 4, but it holds 3")


def test_a_desk_that_lost_its_memory_signs_nothing(
    consortium: Consortium, postgres_url: str, tmp_path: Path
) -> None:
    """Who deletes the newest rows, and the checkpoints that cover them, has to delete it as well.

    A checkpoint that somebody kept does in its place.
    """
    record(consortium)
    signed, schema = sign(consortium), schema_of(consortium)
    (tmp_path / f"{NAME}.signed").unlink()
    with pytest.raises(MemoryLost, match="Put it back from its copy"):
        sign(consortium)
    ask(postgres_url, "DELETE FROM {}.events WHERE notification_id > 2", schema)
    ask(postgres_url, "TRUNCATE {}.checkpoints", schema)

    with pytest.raises(MemoryLost):
        sign(consortium)
    (tmp_path / f"{NAME}.signed").write_text(signed.note.written())
    refused(consortium, "at least 4")


def test_the_desk_of_another_log_is_refused(consortium: Consortium, simulated: Consortium) -> None:
    """Here two logs share a desk, which is a mistake of whoever set it up."""
    sign(consortium)

    refused(simulated, "AYUMI_SIGNING_DIR")


def test_processes_that_sign_at_once_do_not_fork(
    consortium: Consortium, postgres_url: str, tmp_path: Path
) -> None:
    """Each continues what the other signed; killed at whatever they do, the next goes on."""
    chance = Random(25)  # noqa: S311 - the same for the same seed
    context = get_context("forkserver")
    context.set_forkserver_preload([given.__name__])
    schema = schema_of(consortium)
    for _ in range(ROUNDS):
        pipes = [context.Pipe() for _ in range(2)]
        processes = [
            context.Process(
                target=given.sign_until_killed,
                args=(postgres_url, schema, tmp_path, theirs),
                daemon=True,
            )
            for _, theirs in pipes
        ]
        for process in processes:
            process.start()
        assert all(mine.poll(60) for mine, _ in pipes)
        record(consortium, 5)
        time.sleep(chance.random() * LONGEST_LIFE_SECONDS)
        for process in processes:
            assert process.pid
            os.kill(process.pid, signal.SIGKILL)
            process.join()

    last = sign(consortium).checkpoint
    checkpoints = [each.checkpoint for each in kept(postgres_url, consortium)]
    assert [each.size for each in checkpoints] == sorted({each.size for each in checkpoints})
    assert len(checkpoints) > ROUNDS
    assert checkpoints[-1] == last
    assert all(each.root == root(consortium, each.size) for each in checkpoints)


@pytest.mark.parametrize("when", get_args(Killed))
def test_a_signer_killed_on_the_way_leaves_a_whole_state(
    consortium: Consortium, postgres_url: str, tmp_path: Path, desk: FileDesk, when: Killed
) -> None:
    """What was not remembered nobody has seen; what was not kept is kept by the next."""
    before = sign(consortium)
    size = record(consortium)
    process = get_context("forkserver").Process(
        target=given.sign_and_die, args=(postgres_url, schema_of(consortium), tmp_path, when)
    )
    process.start()
    process.join()

    assert process.exitcode == -signal.SIGKILL
    assert kept(postgres_url, consortium) == [before]
    remembered = desk.last()
    assert remembered
    assert remembered.checkpoint.size == (1 if when == "before it remembers" else size)
    after = sign(consortium)
    assert after.checkpoint.size == size
    assert kept(postgres_url, consortium) == [before, after]


def test_leaves_are_given_by_their_indexes(
    consortium: Consortium, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page by page, the first of a stretch included and its end not; no event is altered."""
    monkeypatch.setattr(log_module, "PAGE", 2)
    size = record(consortium, 6)
    leaves = [leaf.leaf for leaf in consortium.log.leaves()]

    assert list(consortium.log.leaf_hashes(range(size))) == leaves
    assert list(consortium.log.leaf_hashes(range(1, 4))) == leaves[1:4]
    assert list(consortium.log.leaf_hashes(range(size, size + 9))) == []
    assert consortium.log.altered(size) is None
