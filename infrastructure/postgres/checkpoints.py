"""The checkpoints of one consortium in PostgreSQL; rows are only ever added."""

from psycopg.sql import SQL, Identifier

from application.evidence.checkpoint import Signed
from infrastructure.postgres.datastore import Datastore


class PostgresCheckpoints:
    """Keeps what was signed where everybody who reads the log can have it."""

    def __init__(self, datastore: Datastore) -> None:
        """Keep them in the datastore's schema."""
        self._datastore = datastore
        self._table = Identifier(datastore.schema, "checkpoints")

    def keep(self, signed: Signed) -> None:
        """Add one; one that is there already stays as it is."""
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

    def latest(self, size: int | None = None) -> Signed | None:
        """Give the one signed last, or the one signed last of this size; None if there is none."""
        with self._datastore.get_connection() as conn:
            row = conn.execute(
                SQL(
                    "SELECT note FROM {} WHERE %s::bigint IS NULL OR size = %s"
                    " ORDER BY epoch DESC, size DESC, kept_at DESC LIMIT 1"
                ).format(self._table),
                [size, size],
            ).fetchone()
        return Signed.read(row["note"]) if row else None

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
