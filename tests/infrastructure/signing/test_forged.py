"""Whoever has the database, and neither key nor desk, gets no second tree signed."""

import pytest

from application.evidence.checkpoint import Checkpoint
from application.evidence.desk import SigningRefused
from application.evidence.epochs import open_epoch
from application.evidence.note import Note, Signature
from application.evidence.signing import NotContinued, sign
from application.service import Consortium
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from tests.infrastructure.given import LEAVES_ANEW, ask
from tests.infrastructure.signing.given import record, root, schema_of


def forge(url: str, consortium: Consortium, epoch: int = 1) -> None:
    """Put into the log's table, in place of all checkpoints, one of the log as it is now."""
    size, schema = consortium.log.last()[0], schema_of(consortium)
    origin = f"{consortium.log.origin}/{epoch}"
    forged = Checkpoint(origin, size, root(consortium, size))
    note = Note(forged.text(), (Signature(origin, b"none", b"no signature at all"),)).written()
    ask(url, "TRUNCATE {}.checkpoints", schema)
    ask(
        url,
        "INSERT INTO {}.checkpoints (epoch, size, key_id, note)"
        " VALUES (%(epoch)s, %(size)s, '', %(note)s)",
        schema,
        epoch=epoch,
        size=size,
        note=note,
    )


@pytest.mark.parametrize("more", [0, 1])
def test_the_table_takes_away_nothing_of_what_the_desk_remembers(
    consortium: Consortium, desk: FileDesk, postgres_url: str, more: int
) -> None:
    """Neither a checkpoint of the same size nor a later one, though the log continues both."""
    record(consortium)
    signed, schema = sign(consortium), schema_of(consortium)
    ask(postgres_url, "UPDATE {}.events SET state = state || ' ' WHERE notification_id = 3", schema)
    ask(postgres_url, LEAVES_ANEW, schema)
    record(consortium, more)
    forge(postgres_url, consortium)

    with pytest.raises(NotContinued, match="The first 4 events are not those that were signed"):
        sign(consortium)
    assert desk.last() == signed


def test_nor_does_an_epoch_that_was_only_put_into_the_database(
    consortium: Consortium, postgres_url: str
) -> None:
    """What the desk signed is of an epoch before, and nobody there has opened another."""
    record(consortium)
    sign(consortium)
    schema = schema_of(consortium)
    ask(
        postgres_url,
        "UPDATE {}.events SET state = convert_to(replace(convert_from(state, 'UTF8'),"
        " '\"epoch\":1', '\"epoch\":2'), 'UTF8') WHERE notification_id = 1",
        schema,
    )
    ask(postgres_url, LEAVES_ANEW, schema)
    forge(postgres_url, consortium, epoch=2)

    with pytest.raises(
        NotContinued, match=r"What was signed last is .*/1, but this record is .*/2"
    ):
        sign(consortium)


def test_what_the_table_alone_knows_is_continued_as_well(
    consortium: Consortium, desk: FileDesk, postgres_url: str
) -> None:
    """A desk that was put back from an older copy does not forget what the log still holds."""
    record(consortium)
    old = sign(consortium)
    record(consortium)
    sign(consortium)
    desk.remember(old)
    ask(postgres_url, "DELETE FROM {}.events WHERE notification_id > 4", schema_of(consortium))

    with pytest.raises(NotContinued, match="but 7 have been signed"):
        sign(consortium)
    assert open_epoch(consortium).checkpoint.epoch == 2


def test_a_signer_that_was_killed_in_a_new_epoch_goes_on_in_it(
    log: PostgresLog, consortium: Consortium, postgres_url: str
) -> None:
    """The desk remembers it before the table does, which still holds the epoch that was left."""
    record(consortium)
    sign(consortium)
    ask(postgres_url, "DELETE FROM {}.events WHERE notification_id > 2", log.schema)
    ask(postgres_url, "DELETE FROM {}.answers WHERE key = 'log|2'", log.schema)
    open_epoch(consortium)
    ask(postgres_url, "DELETE FROM {}.checkpoints WHERE epoch = 2", log.schema)

    assert sign(consortium).checkpoint.epoch == 2
    with pytest.raises(SigningRefused, match="nothing to discontinue"):
        open_epoch(consortium)
