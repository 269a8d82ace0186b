"""The event-sourcing library's own way to a view: its application, recorder and projection runner.

One view, kept by `ProjectionRunner`, which takes event after event from a subscription and commits
each row together with its position. What is measured against it must be as durable.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any
from uuid import UUID, uuid5

import psycopg
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate
from eventsourcing.persistence import Tracking
from eventsourcing.postgres import PostgresTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner
from eventsourcing.utils import get_topic
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL, Identifier

SCHEMA = "benchmark_stock"
NAMESPACE = UUID(int=9)
STREAM_LENGTH = 20
LONGEST_WAIT_SECONDS = 600.0


class Skill(Aggregate):
    """A skill as the library would have it."""

    class Assessed(Aggregate.Event):
        """A level was found; as many fields as an event of ours."""

        actor: str
        reason: str
        skill: str
        framework: str
        level: int
        effective_on: str
        evidence: str

    class Created(Aggregate.Created):
        """The stream was opened."""


class Skills(Application[UUID]):
    """The application whose log is followed."""


class View(PostgresTrackingRecorder):
    """One row for each assessment."""

    def __init__(self, datastore: Any, **settings: Any) -> None:  # noqa: ANN401 - the library's
        """Have the table made with those of the library."""
        super().__init__(datastore, **settings)
        self.table = SQL("{}.rows").format(Identifier(datastore.schema))
        self.sql_create_statements.append(
            SQL(
                "CREATE TABLE IF NOT EXISTS {} (stream uuid, version bigint, skill text,"
                " level bigint, effective_on date, evidence text, PRIMARY KEY (stream, version))"
            ).format(self.table)
        )

    def put(self, event: Skill.Assessed, tracking: Tracking) -> None:
        """Write the row and the position in one transaction."""
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            cursor.execute(
                SQL("INSERT INTO {} VALUES (%s, %s, %s, %s, %s, %s)").format(self.table),
                [
                    event.originator_id,
                    event.originator_version,
                    event.skill,
                    event.level,
                    event.effective_on,
                    event.evidence,
                ],
            )


class Assessments(Projection[View]):
    """The view of all assessments."""

    name = "assessments"
    topics = (get_topic(Skill.Assessed),)

    def process_event(self, domain_event: Any, tracking: Tracking) -> None:  # noqa: ANN401
        """Put a row."""
        self.view.put(domain_event, tracking)


@contextmanager
def filled(url: str, events: int) -> Iterator[dict[str, str]]:
    """Write so many events with the library's recorder; gives the environment they lie in."""
    environment = environment_of(url)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(Identifier(SCHEMA)))
        connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(SCHEMA)))
    application = Skills(env=environment)
    written = [_assessed(number) for number in range(events)]
    stored = [application.mapper.to_stored_event(event) for event in written]
    for start in range(0, events, 1000):
        application.recorder.insert_events(stored[start : start + 1000])
    application.close()
    yield environment


def followed(environment: dict[str, str], events: int) -> float:
    """Follow the log from its beginning into a new view; give how many events a second."""
    view = SQL("DROP TABLE IF EXISTS {}, {}").format(
        Identifier(SCHEMA, "rows"), Identifier(SCHEMA, "assessments_tracking")
    )
    with psycopg.connect(environment["URL"], autocommit=True) as connection:
        connection.execute(view)
    began = perf_counter()
    with ProjectionRunner(
        application_class=Skills,
        projection_class=Assessments,
        view_class=View,
        env=environment,
    ) as runner:
        runner.wait(events, timeout=LONGEST_WAIT_SECONDS)
    return events / (perf_counter() - began)


def environment_of(url: str) -> dict[str, str]:
    """Give the settings by which the library finds the server."""
    server = conninfo_to_dict(url)
    return {
        "URL": url,
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(server["dbname"]),
        "POSTGRES_HOST": str(server["host"]),
        "POSTGRES_PORT": str(server.get("port", 5432)),
        "POSTGRES_USER": str(server["user"]),
        "POSTGRES_PASSWORD": str(server.get("password") or "none"),
        "POSTGRES_SCHEMA": SCHEMA,
    }


def _assessed(number: int) -> Skill.Assessed:
    # The library's metaclass makes the constructor, which no type checker knows.
    return Skill.Assessed(  # type: ignore[call-arg]
        originator_id=uuid5(NAMESPACE, str(number // STREAM_LENGTH)),
        originator_version=number % STREAM_LENGTH + 1,
        timestamp=Skill.Assessed.create_timestamp(),
        actor="clerk-1",
        reason="routine",
        skill="data-entry",
        framework="dss",
        level=number % 7,
        effective_on="2024-10-01",
        evidence=str(uuid5(NAMESPACE, f"evidence {number}")),
    )
