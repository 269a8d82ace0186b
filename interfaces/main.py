"""Ties the floors together: the one place that knows which parts the service is made of."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from application.recorded import JAPAN
from application.service import Installation
from infrastructure.documents.files import SpreadsheetFiles
from infrastructure.postgres.installation import PostgresInstallation
from infrastructure.postgres.server import EmbeddedServer
from infrastructure.signing.timestamps import TimestampAuthority
from interfaces.cli.app import create_cli
from interfaces.settings import Settings


def today() -> date:
    """Give the present day in Japan."""
    return datetime.now(JAPAN).date()


@contextmanager
def installation(settings: Settings) -> Iterator[Installation]:
    """Reach the database that is set, or start one here, as long as the context lasts."""
    signing = settings.signing_dir
    authority = TimestampAuthority(settings.timestamp_url, settings.timestamp_certificate)
    if url := settings.database_url:
        with PostgresInstallation(url, today, signing, timestamper=authority) as found:
            yield found
        return
    with EmbeddedServer(settings.data_dir) as server:
        # A demonstration is signed without anybody setting anything; a real record never is.
        beside = server.data_dir.with_name(f"{server.data_dir.name}-signing")
        with PostgresInstallation(server.url, today, signing, beside, authority) as found:
            yield found


def run() -> None:
    """Run the command line."""
    create_cli(installation, SpreadsheetFiles())()
