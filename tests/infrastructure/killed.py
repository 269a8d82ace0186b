"""A projector in a process of its own, to be killed: imported by that process."""

from multiprocessing.connection import Connection

from application.projecting import projector as projector_module
from application.projecting.projector import Projector
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections

BATCH = 5


def project(url: str, schema: str, begun: Connection) -> None:
    """Follow the log in small batches; says when it begins, and goes on until it is killed."""
    projector_module.BATCH = BATCH
    with Datastore(url, schema) as datastore:
        projector = Projector(PostgresLog(datastore), PostgresProjections(datastore))
        begun.send(None)
        projector.catch_up()
