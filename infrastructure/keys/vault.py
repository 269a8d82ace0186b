"""Sealing personal values with AES-256-GCM, one key for each person and group of values."""

import hashlib
import hmac
import os
from collections.abc import Sequence
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from psycopg.sql import SQL, Identifier

from application.ports import SealedValue
from infrastructure.postgres.datastore import Datastore


class PostgresVault:
    """Keeps keys beside the log. Who may open what, key rotation and erasure are not here yet."""

    def __init__(self, datastore: Datastore, origin: str, namespace: UUID) -> None:
        """Seal for the log `origin`; its namespace owns the key for fingerprints."""
        self._datastore = datastore
        self._schema = Identifier(datastore.schema)
        self._origin = origin
        self._keys: dict[tuple[UUID, str], bytes] = {}
        self._fingerprint_key = self._key(namespace, "fingerprint")

    def seal(self, subject: UUID, group: str, text: str) -> SealedValue:
        """Encrypt a value under its subject's key for this group."""
        nonce = os.urandom(12)
        cipher = AESGCM(self._key(subject, group))
        ciphertext = cipher.encrypt(nonce, text.encode(), self._bound_to(subject, group))
        digest = hashlib.sha256(nonce + ciphertext).hexdigest()
        return SealedValue(digest, subject, group, nonce, ciphertext)

    def open(self, digests: Sequence[str]) -> dict[str, str]:
        """Give the plain values of those digests that can still be opened."""
        with self._datastore.get_connection() as conn:
            rows = conn.execute(
                SQL(
                    "SELECT encode(v.digest, 'hex') AS digest, v.subject, v.seal_group, v.nonce,"
                    " v.ciphertext, k.key FROM {schema}.sealed_values v"
                    " JOIN {schema}.seal_keys k USING (subject, seal_group)"
                    " WHERE v.digest = ANY(%s)"
                ).format(schema=self._schema),
                [[bytes.fromhex(digest) for digest in digests]],
            ).fetchall()
        return {row["digest"]: self._opened(**row) for row in rows}

    def _opened(  # noqa: PLR0913 - the columns of a sealed value
        self,
        *,
        digest: str,  # noqa: ARG002
        subject: UUID,
        seal_group: str,
        nonce: bytes,
        ciphertext: bytes,
        key: bytes,
    ) -> str:
        bound = self._bound_to(subject, seal_group)
        return AESGCM(key).decrypt(nonce, ciphertext, bound).decode()

    def fingerprint(self, content: bytes) -> bytes:
        """Give a keyed digest, so that no one can guess a personal value from it."""
        return hmac.digest(self._fingerprint_key, content, "sha256")

    def _bound_to(self, subject: UUID, group: str) -> bytes:
        # A ciphertext moved to another person, group or log does not open there.
        return f"seal1|{self._origin}|{subject}|{group}".encode()

    def _key(self, subject: UUID, group: str) -> bytes:
        if (subject, group) not in self._keys:
            with self._datastore.get_connection() as conn:
                conn.execute(
                    SQL(
                        "INSERT INTO {schema}.seal_keys (subject, seal_group, key)"
                        " VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
                    ).format(schema=self._schema),
                    [subject, group, os.urandom(32)],
                )
                row = conn.execute(
                    SQL(
                        "SELECT key FROM {schema}.seal_keys WHERE subject = %s AND seal_group = %s"
                    ).format(schema=self._schema),
                    [subject, group],
                ).fetchone()
            assert row is not None  # noqa: S101 - written or found one statement earlier
            self._keys[subject, group] = bytes(row["key"])
        return self._keys[subject, group]
