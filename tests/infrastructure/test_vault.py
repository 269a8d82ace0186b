"""Personal values: sealed before the event exists, and nowhere readable without their key."""

import base64
import hashlib
import hmac
from uuid import UUID, uuid4

import pytest
from cryptography.exceptions import InvalidTag

from application.execute import execute
from application.projecting.projector import Projector
from domain.worker.commands import ChangeContact
from domain.worker.events import ContactChanged, WorkerRegistered
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections
from tests.infrastructure.conftest import OpenLog
from tests.infrastructure.given import CLERK, DAY, append, ask, registration


def test_what_was_sealed_can_be_opened(log: PostgresLog, vault: PostgresVault) -> None:
    """Every value comes back under its own digest; digests nobody knows are left out."""
    person = uuid4()
    texts = ["架空 花子", "a", "", "🎌" * 400]
    sealed = [vault.seal(person, "identity", text) for text in texts]
    append(log, uuid4(), sealed=sealed)

    opened = vault.open([*(value.digest for value in sealed), "00" * 32])
    assert opened == {value.digest: text for value, text in zip(sealed, texts, strict=True)}


def test_another_process_opens_what_this_one_sealed(
    log: PostgresLog, vault: PostgresVault, open_log: OpenLog
) -> None:
    """Keys are kept beside the log, not in a process."""
    value = vault.seal(uuid4(), "identity", "花子")
    append(log, uuid4(), sealed=[value])
    again = open_log()
    other = PostgresVault(again._datastore, again.origin, again.namespace)

    assert other.open([value.digest]) == {value.digest: "花子"}


def test_the_digest_is_of_what_is_stored(
    log: PostgresLog, vault: PostgresVault, postgres_url: str
) -> None:
    """Anyone who holds the ciphertext can check that the event means this one, without a key."""
    value = vault.seal(uuid4(), "identity", "花子")
    append(log, uuid4(), sealed=[value])
    ((digest, nonce, ciphertext),) = ask(
        postgres_url, "SELECT digest, nonce, ciphertext FROM {}.sealed_values", log.schema
    )

    assert hashlib.sha256(bytes(nonce) + bytes(ciphertext)).digest() == bytes(digest)
    assert bytes(digest).hex() == value.digest


def test_the_same_value_sealed_twice_looks_different(vault: PostgresVault) -> None:
    """Two events do not show that two people share a name, or that one kept theirs."""
    person = uuid4()
    values = [vault.seal(person, "identity", "花子") for _ in range(2)]

    assert values[0].digest != values[1].digest
    assert values[0].ciphertext != values[1].ciphertext


@pytest.mark.parametrize("column", ["subject", "seal_group", "ciphertext", "nonce"])
def test_a_ciphertext_that_was_moved_does_not_open(
    log: PostgresLog, vault: PostgresVault, postgres_url: str, column: str
) -> None:
    """A value put under another person or group, or altered by a bit, is not shown as theirs."""
    mine, theirs = uuid4(), uuid4()
    value = vault.seal(mine, "identity", "花子")
    # Whoever it is put under has keys of their own.
    others = [vault.seal(theirs, "identity", "太郎"), vault.seal(mine, "contact", "太郎")]
    append(log, uuid4(), sealed=[value, *others])
    moved = {
        "subject": "subject = %(theirs)s",
        "seal_group": "seal_group = 'contact'",
        "ciphertext": "ciphertext = set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 1)",
        "nonce": "nonce = set_byte(nonce, 0, get_byte(nonce, 0) # 1)",
    }[column]
    ask(
        postgres_url,
        f"UPDATE {{}}.sealed_values SET {moved} WHERE digest = %(digest)s",  # noqa: S608
        log.schema,
        theirs=theirs,
        digest=bytes.fromhex(value.digest),
    )

    with pytest.raises(InvalidTag):
        vault.open([value.digest])


def test_a_value_whose_key_is_gone_is_left_out(
    log: PostgresLog, vault: PostgresVault, postgres_url: str
) -> None:
    """What was erased does not open, keeps nothing else from opening, and gets no new key."""
    erased, kept = (vault.seal(uuid4(), "identity", name) for name in ("花子", "太郎"))
    append(log, uuid4(), sealed=[erased, kept])
    statement = "DELETE FROM {}.seal_keys WHERE subject = %(subject)s"
    ask(postgres_url, statement, log.schema, subject=erased.subject)

    for _ in range(2):
        assert vault.open([erased.digest, kept.digest]) == {kept.digest: "太郎"}


def test_a_ciphertext_does_not_open_in_another_log(log: PostgresLog, vault: PostgresVault) -> None:
    """Even with the key, what one consortium sealed is bound to its log."""
    value = vault.seal(uuid4(), "identity", "花子")
    append(log, uuid4(), sealed=[value])
    elsewhere = PostgresVault(log._datastore, "test/elsewhere", log.namespace)

    with pytest.raises(InvalidTag):
        elsewhere.open([value.digest])


def test_a_fingerprint_needs_the_logs_key(
    log: PostgresLog, vault: PostgresVault, simulated_log: PostgresLog, open_log: OpenLog
) -> None:
    """It is the same for the same request, and no guess at the request can be tried without it."""
    other = PostgresVault(simulated_log._datastore, simulated_log.origin, simulated_log.namespace)
    again = open_log()
    taken_up = PostgresVault(again._datastore, again.origin, again.namespace)
    content = "氏名：架空 花子".encode()
    fingerprint = vault.fingerprint(content)

    assert fingerprint == taken_up.fingerprint(content)
    assert fingerprint != vault.fingerprint(content + b" ")
    assert fingerprint not in {
        other.fingerprint(content),
        hashlib.sha256(content).digest(),
        hmac.digest(b"", content, "sha256"),
        hmac.digest(log.namespace.bytes, content, "sha256"),
    }


def spellings(text: str) -> set[str]:
    """Give the ways in which a text could lie in a table."""
    data = text.encode()
    encoded = base64.b64encode(data).decode().rstrip("=")
    escaped = text.encode("unicode_escape").decode()
    return {text, data.hex(), encoded, escaped, hashlib.sha256(data).hexdigest()}


def tables_with(url: str, schema: str, text: str) -> set[str]:
    """Name every table of the schema in which a text can be found, in any spelling."""
    tables = ask(
        url, "SELECT tablename FROM pg_tables WHERE schemaname = %(schema)s", schema=schema
    )
    return {
        table
        for (table,) in tables
        for (row,) in ask(url, "SELECT t::text FROM {}.{} t", schema, table)
        if any(spelling.lower() in row.lower() for spelling in spellings(text))
    }


def test_no_personal_value_lies_open_in_any_table(
    log: PostgresLog,
    vault: PostgresVault,
    projections: PostgresProjections,
    postgres_url: str,
) -> None:
    """Neither the log nor answers, keys or projections hold what was entered about a person."""
    canaries = {
        "name": "かなりや 一号",
        "kana": "カナリヤ イチゴウ",
        "birth_date": "1987-06-05",
        "contact": "canary-contact@example.jp",
    }
    note, later = "かなりやの事情", "canary-later@example.jp"
    entry = CLERK.model_copy(update={"note": note})
    worker = execute(log, vault, registration("W-7", **canaries), entry, key="k").stream
    contact = ChangeContact(worker_id=worker, contact=later, effective_on=DAY)
    execute(log, vault, contact, CLERK, key="k2")
    Projector(log, projections).catch_up()

    for text in (*canaries.values(), note, later):
        assert tables_with(postgres_url, log.schema, text) == set()
    shown = tables_with(postgres_url, log.schema, "W-7")
    assert "events" in shown, "a number is no secret, and this way of looking finds what is there"
    assert any(table.startswith("workers_") for table in shown)
    registered, changed = log.read(worker)
    assert isinstance(registered.event, WorkerRegistered)
    assert isinstance(changed.event, ContactChanged)
    told = {name: getattr(registered.event, name) for name in canaries}
    opened = vault.open([*told.values(), str(registered.by.note), changed.event.contact])
    assert {name: opened[digest] for name, digest in told.items()} == canaries
    assert opened[str(registered.by.note)] == note
    assert opened[changed.event.contact] == later


def test_a_persons_values_lie_under_that_persons_key(
    log: PostgresLog, vault: PostgresVault, postgres_url: str
) -> None:
    """Whatever is entered later about a worker is sealed for the person, so it can go with them."""
    person = uuid4()
    worker = execute(log, vault, registration(person_id=person), CLERK, key="k").stream
    contact = ChangeContact(worker_id=worker, contact="a@x.jp", effective_on=DAY)
    execute(log, vault, contact, CLERK.model_copy(update={"note": "申出"}), key="k2")

    subjects = ask(postgres_url, "SELECT subject, seal_group FROM {}.sealed_values", log.schema)
    expected: set[tuple[UUID, str]] = {(person, "identity"), (person, "contact"), (person, "note")}
    assert set(subjects) == expected
