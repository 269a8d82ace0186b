"""A new epoch: what was lost is said in the record, and signed."""

from pathlib import Path

import pytest

from application.evidence.checkpoint import Signed
from application.evidence.desk import MemoryLost, NoKey, SigningRefused
from application.evidence.epochs import open_epoch
from application.evidence.signing import opening, sign
from application.service import Consortium
from domain.base.words import Label
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from tests.infrastructure.given import LEAVES_ANEW, ask
from tests.infrastructure.signing.given import NAME, kept, put_up, record, root, schema_of


def lose(url: str, consortium: Consortium, after: int = 2) -> None:
    """Take out the newest rows, as restoring an old backup does."""
    schema = schema_of(consortium)
    ask(url, "DELETE FROM {}.events WHERE notification_id > %(after)s", schema, after=after)
    ask(url, "DELETE FROM {}.answers WHERE key = 'log|2'", schema)


@pytest.fixture
def lost(consortium: Consortium, postgres_url: str) -> Signed:
    """Lose two of four signed events, and give what had been signed."""
    record(consortium)
    signed = sign(consortium)
    lose(postgres_url, consortium)
    return signed


def test_a_new_epoch_says_which_checkpoint_it_does_not_continue(
    consortium: Consortium, lost: Signed, desk: FileDesk
) -> None:
    """In the event that opens it, and in a line of every checkpoint from there on."""
    first = open_epoch(consortium)
    opened = opening(consortium.log)
    record(consortium)
    later = sign(consortium)

    assert (opened.epoch, opened.previous_checkpoint) == (2, lost.note.written())
    assert first.checkpoint.origin == later.checkpoint.origin == f"{consortium.log.origin}/2"
    assert (first.checkpoint.size, first.checkpoint.root) == (3, root(consortium, 3))
    said = lost.checkpoint.not_continued()
    assert said.split(" ")[:3] == ["not-continued", f"{consortium.log.origin}/1", "4"]
    assert first.checkpoint.extensions == later.checkpoint.extensions == (said,)
    assert desk.last() == later


def test_who_knows_the_key_by_its_old_name_can_read_what_is_said(
    consortium: Consortium, lost: Signed, desk: FileDesk
) -> None:
    """Both names sign; to one of them alone the other is unknown, and passed over."""
    signed, key = open_epoch(consortium), desk.key()
    assert key
    for origin in (lost.checkpoint.origin, signed.checkpoint.origin):
        assert signed.note.signers([key.verifier(origin)]) == [origin]


def test_the_log_goes_on_under_the_same_name(consortium: Consortium, lost: Signed) -> None:
    """What was recorded before keeps its ids, which follow from the log's own name."""
    assert lost.checkpoint.epoch == 1
    open_epoch(consortium)
    log = consortium.log
    assert isinstance(log, PostgresLog)
    again = PostgresLog(log._datastore)

    assert (again.origin, again.namespace) == (log.origin, log.namespace)


def test_a_record_that_lost_nothing_gets_no_new_epoch(consortium: Consortium) -> None:
    """Neither before anything was signed, nor while the record holds what was."""
    with pytest.raises(SigningRefused, match="Nothing has been signed yet"):
        open_epoch(consortium)
    sign(consortium)
    record(consortium)
    with pytest.raises(SigningRefused, match="holds what was signed"):
        open_epoch(consortium)
    assert opening(consortium.log).epoch == 1


def test_a_memory_that_is_lost_for_good_is_said_by_a_new_epoch(
    consortium: Consortium, postgres_url: str, tmp_path: Path, desk: FileDesk
) -> None:
    """It does not continue what the log's own table knows; without that it has nothing to say."""
    record(consortium)
    last = sign(consortium)
    (tmp_path / f"{NAME}.signed").unlink()
    opened = open_epoch(consortium)

    assert opened.checkpoint.extensions == (last.checkpoint.not_continued(),)
    assert desk.last() == opened == sign(consortium)
    (tmp_path / f"{NAME}.signed").unlink()
    ask(postgres_url, "TRUNCATE {}.checkpoints", schema_of(consortium))
    with pytest.raises(MemoryLost):
        open_epoch(consortium)


def test_a_row_that_is_not_what_its_leaf_says_is_not_covered_by_a_new_epoch(
    consortium: Consortium, lost: Signed, postgres_url: str
) -> None:
    """It has to be restored: nothing is recorded, and nothing signed."""
    change = "UPDATE {}.events SET state = state || ' ' WHERE notification_id = 2"
    ask(postgres_url, change, schema_of(consortium))

    with pytest.raises(SigningRefused, match="event at position 2"):
        open_epoch(consortium)
    assert consortium.log.last()[0] == 2
    assert consortium.checkpoints.latest() == lost


def test_an_epoch_that_was_opened_and_not_signed_is_signed_by_the_next_try(
    consortium: Consortium, lost: Signed, postgres_url: str, desk: FileDesk
) -> None:
    """Whoever is killed in between is not left with a second event, and nobody signs unasked."""
    first = open_epoch(consortium)
    ask(postgres_url, "DELETE FROM {}.checkpoints WHERE epoch = 2", schema_of(consortium))
    desk.remember(lost)

    with pytest.raises(SigningRefused, match="ayumi epoch new"):
        sign(consortium)
    assert open_epoch(consortium) == first
    assert consortium.log.last()[0] == 3


def test_an_epoch_that_is_lost_itself_is_not_opened_again(
    consortium: Consortium, lost: Signed, postgres_url: str
) -> None:
    """A backup from before it was restored: the next one is the third."""
    second = open_epoch(consortium)
    lose(postgres_url, consortium)
    with pytest.raises(SigningRefused, match="restore a newer one"):
        sign(consortium)
    third = open_epoch(consortium)

    assert [lost.checkpoint.epoch, second.checkpoint.epoch, third.checkpoint.epoch] == [1, 2, 3]
    assert third.checkpoint.extensions == (second.checkpoint.not_continued(),)
    assert [each.checkpoint.epoch for each in kept(postgres_url, consortium)] == [1, 2, 3]


def test_a_simulated_log_opens_its_epoch_at_its_own_time(
    simulated: Consortium, postgres_url: str
) -> None:
    """And goes on saying that its clock is simulated."""
    log = simulated.log
    assert isinstance(log, PostgresLog)
    last = sign(simulated)
    change = "UPDATE {0}.events SET scope = 'own:203246'"
    ask(postgres_url, change, log.schema)
    ask(postgres_url, LEAVES_ANEW, log.schema)

    signed = open_epoch(simulated)
    assert signed.checkpoint.extensions == ("clock simulated", last.checkpoint.not_continued())
    assert log.time_of(1) == log.time_of(2)


def test_without_a_key_there_is_no_new_epoch(log: PostgresLog, postgres_url: str) -> None:
    """Nothing could say that it is one."""
    with put_up(postgres_url, log, None) as consortium, pytest.raises(NoKey) as refused:
        open_epoch(consortium)
    assert isinstance(refused.value.why, Label)
