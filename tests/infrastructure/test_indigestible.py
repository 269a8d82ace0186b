"""An event that this version cannot read stops the projections that it concerns, and no other."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from application.ports import Indigestible
from application.projecting.projector import Projector
from application.projecting.rebuild import rebuild
from application.projecting.versions import RowVersions
from application.registry import PROJECTIONS, TOPICS_OF_PROJECTION
from infrastructure.postgres.building import PostgresBuilding
from infrastructure.postgres.checking import PostgresChecker
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections
from tests.infrastructure.given import ask
from tests.infrastructure.test_projections_store import Programme

ALL = tuple(PROJECTIONS.values())
SKILL = "worker.skill_assessed"


@dataclass
class Here:
    """A log, its projections, and its table of events behind the service's back."""

    url: str
    log: PostgresLog
    store: PostgresProjections
    building: PostgresBuilding
    checker: PostgresChecker

    def change(self, what: str, position: int) -> None:
        """Change one event in the database."""
        statement = f"UPDATE {{}}.events SET {what} WHERE notification_id = %(at)s"  # noqa: S608
        ask(self.url, statement, self.log.schema, at=position)

    def catch_up(self) -> int:
        """Follow the log as a service does that has just been started."""
        return Projector(self.log, self.store).catch_up()


@pytest.fixture
def here(postgres_url: str, simulated_log: PostgresLog) -> Iterator[Here]:
    """Give a log with some history that has not been projected yet."""
    with closing(Datastore(postgres_url, simulated_log.schema, pool_size=4)) as datastore:
        store = PostgresProjections(datastore)
        store.prepare()
        Programme(simulated_log, 13).go_on(120)
        parts = (store, PostgresBuilding(datastore), PostgresChecker(datastore))
        yield Here(postgres_url, simulated_log, *parts)


def position_of(here: Here, topic: str) -> int:
    """Give the first position of a kind of event."""
    return next(entry.position for entry in here.log.entries() if entry.topic == topic)


def test_an_event_of_unreadable_content_stops_those_who_read_its_kind(here: Here) -> None:
    """A durable row says where and why; the others come to the log's end, and so does the log."""
    at = position_of(here, SKILL)
    here.change("state = '\\x7b22'", at)
    last, _ = here.log.last()
    concerned = {name for name, topics in TOPICS_OF_PROJECTION.items() if SKILL in topics}
    assert here.catch_up() == last
    status = PostgresProjections(here.store._datastore).status()

    assert concerned == {"skill_map", "audit_trail"}
    assert {name for name, one in status.items() if one.failed_at == at} == concerned
    assert all(SKILL in str(status[name].error) for name in concerned)
    assert all(one.failed_at is None for name, one in status.items() if name not in concerned)
    assert all(one.position == last for name, one in status.items() if name not in concerned)


def test_an_event_of_an_unknown_kind_stops_all_that_show_its_area(here: Here) -> None:
    """What a newer version recorded of workers may change whatever is shown of them."""
    at = position_of(here, SKILL)
    here.change("topic = 'worker.cloned'", at)
    here.catch_up()
    concerned = {"workers", "skill_map", "audit_trail"}
    assert {name for name, one in here.store.status().items() if one.failed_at} == concerned

    # Neither a rebuild nor a check passes over what the live projector stops at.
    rebuilt = rebuild(here.log, here.store, here.building, ALL)
    assert rebuilt.failures.keys() == concerned
    assert not concerned & set(rebuilt.switched)
    last, _ = here.log.last()
    fresh = PostgresProjections(here.store._datastore)
    for name in concerned:
        # As if it had come to the log's end without a word.
        fresh.apply(last, {name: RowVersions()})
        with pytest.raises(Indigestible, match=r"worker\.cloned"):
            list(here.checker.check([PROJECTIONS[name]], last))


def test_it_goes_on_after_the_mending_and_a_rebuild(here: Here) -> None:
    """As long as it cannot be read, a rebuild says so and switches to nothing half-folded."""
    at = position_of(here, SKILL)
    found = "SELECT state FROM {}.events WHERE notification_id = %(at)s"
    ((state,),) = ask(here.url, found, here.log.schema, at=at)
    here.change("state = '\\x7b22'", at)
    here.catch_up()
    wanted = [PROJECTIONS["skill_map"], PROJECTIONS["audit_trail"]]
    still = rebuild(here.log, here.store, here.building, wanted)
    assert (still.switched, set(still.failures)) == ([], {"skill_map", "audit_trail"})
    assert here.store.status()["skill_map"].failed_at == at

    here.change(f"state = '\\x{bytes(state).hex()}'", at)
    mended = rebuild(here.log, here.store, here.building, wanted)
    assert sorted(mended.switched) == ["audit_trail", "skill_map"]
    here.catch_up()
    last, _ = here.log.last()
    assert {(s.position, s.error) for s in here.store.status().values()} == {(last, None)}
    assert all(one.right for one in here.checker.check(ALL, last))
