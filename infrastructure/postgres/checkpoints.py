"""The checkpoints of one consortium in PostgreSQL; rows are only ever added."""

from psycopg import Connection
from psycopg.rows import DictRow
from psycopg.sql import SQL, Identifier

from application.evidence.checkpoint import Checkpoint, Signed
from application.evidence.desk import LastKept, SigningRefused
from application.evidence.note import NoteUnread, Signature
from application.evidence.timestamps import Timestamp
from domain.base.words import Label
from infrastructure.postgres.datastore import Datastore


class PostgresCheckpoints:
    """Keeps what was signed where everybody who reads the log can have it."""

    def __init__(self, datastore: Datastore) -> None:
        """Keep them in the datastore's schema."""
        self._datastore = datastore
        self._table = Identifier(datastore.schema, "checkpoints")
        self._cosignatures = Identifier(datastore.schema, "cosignatures")
        self._timestamps = Identifier(datastore.schema, "timestamps")

    def keep(self, signed: Signed) -> Signed:
        """Add one, unless it is there already; give it with all witnesses' signatures of it."""
        with self._datastore.get_connection() as conn:
            conn.execute(
                SQL(
                    "INSERT INTO {} (epoch, size, key_id, note) VALUES (%s, %s, %s, %s)"
                    " ON CONFLICT DO NOTHING"
                ).format(self._table),
                [
                    signed.checkpoint.epoch,
                    signed.checkpoint.size,
                    signed.note.signatures[0].id.hex(),
                    signed.note.written(),
                ],
            )
            return self._witnessed(conn, signed)

    def cosign(self, checkpoint: Checkpoint, signature: Signature) -> None:
        """Add a witness's signature of a checkpoint; the first of each witness stays."""
        with self._datastore.get_connection() as conn:
            conn.execute(
                SQL(
                    "INSERT INTO {} (epoch, size, checkpoint, name, key_id, line)"
                    " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
                ).format(self._cosignatures),
                [
                    checkpoint.epoch,
                    checkpoint.size,
                    checkpoint.text(),
                    signature.name,
                    signature.id.hex(),
                    signature.line(),
                ],
            )

    def stamp(self, checkpoint: Checkpoint, timestamp: Timestamp) -> None:
        """Add an authority's timestamp of a checkpoint; the first stays."""
        with self._datastore.get_connection() as conn:
            conn.execute(
                SQL(
                    "INSERT INTO {} (epoch, size, checkpoint, at, authority, reply)"
                    " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
                ).format(self._timestamps),
                [
                    checkpoint.epoch,
                    checkpoint.size,
                    checkpoint.text(),
                    timestamp.at,
                    timestamp.authority,
                    timestamp.reply,
                ],
            )

    def timestamp(self, checkpoint: Checkpoint) -> Timestamp | None:
        """Give the timestamp of a checkpoint; None if there is none."""
        with self._datastore.get_connection() as conn:
            row = conn.execute(
                SQL(
                    "SELECT at, authority, reply FROM {}"
                    " WHERE epoch = %s AND size = %s AND checkpoint = %s"
                ).format(self._timestamps),
                [checkpoint.epoch, checkpoint.size, checkpoint.text()],
            ).fetchone()
        return Timestamp(row["at"], row["authority"], bytes(row["reply"])) if row else None

    def latest(self, size: int | None = None) -> Signed | None:
        """Give the one signed last, or the one signed last of this size; None if there is none.

        Raises `SigningRefused` where the table holds something else than what was put in.
        """
        with self._datastore.get_connection() as conn:
            row = conn.execute(
                SQL(
                    "SELECT epoch, size, note FROM {} WHERE %s::bigint IS NULL OR size = %s"
                    " ORDER BY epoch DESC, size DESC, kept_at DESC LIMIT 1"
                ).format(self._table),
                [size, size],
            ).fetchone()
            if row is None:
                return None
            return self._witnessed(conn, _read(row["note"], row["epoch"], row["size"]))

    def last_kept(self) -> LastKept:
        """Give when something was kept last."""
        with self._datastore.get_connection() as conn:
            row = conn.execute(
                SQL(
                    "SELECT (SELECT max(kept_at) FROM {}) AS signed_at,"
                    " (SELECT max(kept_at) FROM {}) AS cosigned_at"
                ).format(self._table, self._cosignatures)
            ).fetchone()
        return LastKept(**row) if row else LastKept(None, None)

    def beside(self, size: int) -> list[int]:
        """Give the sizes nearest to this one, below and above, that the last epoch has kept."""
        with self._datastore.get_connection() as conn:
            row = conn.execute(
                SQL(
                    "SELECT max(size) FILTER (WHERE size < %(size)s) AS below,"
                    " min(size) FILTER (WHERE size > %(size)s) AS above FROM {table}"
                    " WHERE epoch = (SELECT max(epoch) FROM {table})"
                ).format(table=self._table),
                {"size": size},
            ).fetchone()
        return [found for found in row.values() if found is not None] if row else []

    def _witnessed(self, conn: Connection[DictRow], signed: Signed) -> Signed:
        epoch, size = signed.checkpoint.epoch, signed.checkpoint.size
        lines = conn.execute(
            SQL(
                "SELECT line FROM {} WHERE epoch = %s AND size = %s AND checkpoint = %s"
                ' ORDER BY name COLLATE "C"'
            ).format(self._cosignatures),
            [epoch, size, signed.checkpoint.text()],
        ).fetchall()
        return _read("".join([signed.note.written(), *(row["line"] for row in lines)]), epoch, size)


def _read(note: str, epoch: int, size: int) -> Signed:
    try:
        return Signed.read(note)
    except NoteUnread:
        raise SigningRefused(
            Label(
                f"保存された記録確定点が読めません（期{epoch}、{size}件）。"
                "データベースが書き換えられています。バックアップから戻してください。",
                f"The checkpoint that was kept of epoch {epoch} and size {size} cannot be read: the"
                " database was changed. Restore a backup.",
            )
        ) from None
