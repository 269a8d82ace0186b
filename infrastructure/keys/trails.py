"""Reading trails in PostgreSQL: ciphertexts under a key that the database never holds."""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from psycopg.sql import SQL, Identifier

from application.evidence.reading import FIRST, Kept, Reading, Token, Trail
from domain.evaluation.evaluation import key_digest
from infrastructure.postgres.datastore import Datastore

KEY_BYTES, NONCE_BYTES, BLOCK_BYTES = 32, 12, 1024


def _now() -> datetime:
    return datetime.now(UTC)


class PostgresTrails:
    """Keeps the trails of one log.

    The key of a trail is HKDF-SHA256 of the token's secret, without salt, for
    `ayumi-trail/1|<origin>|<evaluation>`. An entry is the JSON of a reading and, as `previous`, the
    SHA-256 of the entry before it, with spaces up to whole blocks of 1,024 bytes: a ciphertext is
    as long as its text, and the length of an address tells which it is. It is encrypted with
    AES-256-GCM, and `ayumi-trail/1|<origin>|<evaluation>|<number>` is authenticated with it.
    """

    def __init__(
        self, datastore: Datastore, origin: str, now: Callable[[], datetime] = _now
    ) -> None:
        """Keep them beside the log `origin`; `now` gives the time of a reading."""
        self._datastore = datastore
        self._table = Identifier(datastore.schema, "readings")
        self._origin = origin
        self._now = now

    def key(self, token: Token) -> str:
        """Give the key that follows from a token, in hex."""
        info = self._bound_to(token.evaluation)
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=info).derive(token.secret).hex()

    def add(self, evaluation: UUID, key: str, method: str, path: str, status: int) -> Kept:
        """Add a reading at the end; raises `Unavailable` if it cannot be kept."""
        desk = key_digest(key)
        with self._datastore.transaction(commit=True) as cursor:
            # Two answers at once must not both follow the same entry.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [desk])
            cursor.execute(
                SQL(
                    "SELECT number, sealed FROM {} WHERE evaluation = %s AND desk = %s"
                    " ORDER BY number DESC LIMIT 1"
                ).format(self._table),
                [evaluation, bytes.fromhex(desk)],
            )
            last = cursor.fetchone()
            number, previous = (last["number"] + 1, _sha256(last["sealed"])) if last else (1, FIRST)
            reading = Reading(self._now(), method, path, status)
            said = asdict(reading) | {"at": reading.at.isoformat(), "previous": previous}
            entry = _padded(json.dumps(said).encode())
            nonce = os.urandom(NONCE_BYTES)
            cipher = AESGCM(bytes.fromhex(key))
            sealed = nonce + cipher.encrypt(nonce, entry, self._bound_to(evaluation, number))
            cursor.execute(
                SQL(
                    "INSERT INTO {} (evaluation, desk, number, sealed) VALUES (%s, %s, %s, %s)"
                ).format(self._table),
                [evaluation, bytes.fromhex(desk), number, sealed],
            )
        return Kept(number, _sha256(sealed))

    def read(self, evaluation: UUID, key: str) -> Trail:
        """Give what a key opens, up to where the trail is broken."""
        with self._datastore.get_connection() as conn:
            rows = conn.execute(
                SQL(
                    "SELECT number, sealed FROM {} WHERE evaluation = %s AND desk = %s"
                    " ORDER BY number"
                ).format(self._table),
                [evaluation, bytes.fromhex(key_digest(key))],
            ).fetchall()
        readings: list[tuple[Kept, Reading]] = []
        previous = FIRST
        for expected, row in enumerate(rows, start=1):
            sealed = bytes(row["sealed"])
            try:
                entry = self._opened(evaluation, key, expected, sealed)
                follows, at = entry.pop("previous") == previous, entry.pop("at")
                reading = Reading(datetime.fromisoformat(at), **entry)
            except (InvalidTag, ValueError, KeyError, TypeError):
                # Also what was rightly encrypted can be no reading: published, the key is known.
                return Trail(readings, broken_at=expected)
            if not follows:
                return Trail(readings, broken_at=expected)
            previous = _sha256(sealed)
            readings.append((Kept(expected, previous), reading))
        return Trail(readings)

    def _opened(self, evaluation: UUID, key: str, number: int, sealed: bytes) -> dict[str, Any]:
        nonce, ciphertext = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        bound = self._bound_to(evaluation, number)
        entry: dict[str, Any] = json.loads(
            AESGCM(bytes.fromhex(key)).decrypt(nonce, ciphertext, bound)
        )
        return entry

    def _bound_to(self, *what: object) -> bytes:
        return "|".join(map(str, ("ayumi-trail/1", self._origin, *what))).encode()


def _padded(entry: bytes) -> bytes:
    """Fill the last block up with what JSON allows at its end."""
    return entry + b" " * (-len(entry) % BLOCK_BYTES)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
