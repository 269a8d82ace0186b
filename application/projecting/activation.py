"""Recording which version of a projection is in force from when on."""

from collections.abc import Collection
from datetime import date

from application.decision import stream_id
from application.of_itself import say
from application.ports import Log
from application.projecting.store import ProjectionStore, Status
from domain.log.events import LogOpened, ProjectionActivated


def record_activations(log: Log, store: ProjectionStore, switched: Collection[str] = ()) -> None:
    """Record of every projection in force, of which that is not recorded yet, that it is.

    Those that the log was opened with need no event, unless they are in `switched`. Safe to
    repeat: whatever ended between a switch and this, the next one makes good for.
    """
    missing = [status for status in store.status().values() if status.activation is None]
    if not missing:
        return
    founding = _founding(log)
    for status in missing:
        if status.name not in switched and founding.get(status.name) == status.version:
            store.activated(status.name, status.table, 1)
        else:
            store.activated(status.name, status.table, _record(log, status))


def _founding(log: Log) -> dict[str, int]:
    """Give the versions that the log was opened with, of projections that have no other since."""
    found: dict[str, int] = {}
    topics = [LogOpened.TOPIC, ProjectionActivated.TOPIC]
    for recorded in log.events(topics=topics):
        match recorded.event:
            case LogOpened():
                found |= recorded.event.projections
            case ProjectionActivated():
                found.pop(recorded.event.projection, None)
            case _:
                pass
    return found


def _record(log: Log, status: Status) -> int:
    def activated(day: date) -> ProjectionActivated:
        return ProjectionActivated(
            effective_on=day,
            projection=status.name,
            version=status.version,
            built_upto=status.position,
        )

    stream = stream_id(log.namespace, "projection", status.name)
    # No table has the name of another: what is recorded of this one is so once.
    return say(log, stream, activated, key=f"projection|{status.table}").position
