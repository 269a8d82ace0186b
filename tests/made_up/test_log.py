"""A made-up log in a database is one that was appended to, only sooner."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from typing import cast
from uuid import uuid4

import pytest

from application.evidence.soundness import faults
from application.execute import execute
from application.figures.figures import figure
from application.ports import Append
from application.projecting.rebuild import rebuild
from application.registry import PROJECTIONS
from domain.base.rule import RuleBroken
from domain.commission.events import CommissionAccepted, CommissionOffered
from domain.worker import commands as c
from domain.worker import rules
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.building import PostgresBuilding
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections
from tests.infrastructure.given import CLERK, registration
from tests.made_up.calendar import LAST, OPENED
from tests.made_up.log import fingerprint_of, key_of, make_log
from tests.made_up.places import GRANT, TOWNS

EVENTS = 5_000


@pytest.fixture(scope="module")
def made_up(postgres_url: str) -> Iterator[PostgresLog]:
    """Give a made-up log that no test changes."""
    with closing(make_log(postgres_url, f"test_{uuid4().hex}", EVENTS)) as log:
        yield log


def test_nothing_is_wrong_with_it(made_up: PostgresLog) -> None:
    """Positions, versions, times and leaves are as they must be."""
    assert list(faults(made_up)) == []
    assert made_up.last()[0] == EVENTS


def test_it_holds_what_append_would_have_written(
    made_up: PostgresLog, postgres_url: str, schema: str
) -> None:
    """The same events, appended one by one, give the same rows and the same answers."""
    datastore = Datastore(postgres_url, schema)
    opened = PostgresLog.open(datastore, origin=made_up.origin, clock="simulated", at=OPENED)
    with closing(opened) as appended:
        for one in made_up.events(after=1, upto=400):
            key, expected = key_of(one), {one.stream: one.version - 1}
            fingerprint = fingerprint_of(key)
            append = Append(key, fingerprint, one.stream, one.version, expected, at=one.recorded_at)
            receipt = appended.append([one], append)
            assert made_up.answered(key, fingerprint) == receipt

        assert list(appended.leaves())[1:] == list(made_up.leaves())[1:400]


def test_it_goes_on_in_the_ordinary_way(postgres_url: str, schema: str) -> None:
    """A command is decided on what was made up, and appended after it."""
    with closing(make_log(postgres_url, schema, EVENTS)) as log:
        vault = PostgresVault(log._datastore, log.origin, log.namespace)
        at = log.last()[1] + timedelta(hours=1)
        opened = execute(log, vault, registration("W-new"), CLERK, key="register", at=at)
        leave = c.Leave(effective_on=LAST, worker_id=opened.stream)
        left = execute(log, vault, leave, CLERK, key="leave", at=at)

        assert (opened.position, left.position) == (EVENTS + 1, EVENTS + 2)
        assert left.version == len(log.read(opened.stream)) == 2
        assert list(faults(log)) == []
        with pytest.raises(RuleBroken) as refused:
            execute(log, vault, registration("W-000001"), CLERK, key="again", at=at)
        assert refused.value.rule is rules.ALREADY_REGISTERED


def test_what_relied_on_a_stream_is_known(made_up: PostgresLog) -> None:
    """Nobody leaves while their work goes on, since the leaving finds the commission."""
    offers = {
        one.stream: cast("CommissionOffered", one.event)
        for one in made_up.events(topics=[CommissionOffered.TOPIC])
    }
    for stream, offer in offers.items():
        assert stream in made_up.dependents(offer.worker_id)
        assert stream in made_up.dependents(offer.engagement_id)

    accepted = next(made_up.events(topics=[CommissionAccepted.TOPIC]))
    offer = offers[accepted.stream]
    vault = PostgresVault(made_up._datastore, made_up.origin, made_up.namespace)
    leave = c.Leave(effective_on=offer.effective_on, worker_id=offer.worker_id)
    with pytest.raises(RuleBroken) as refused:
        execute(made_up, vault, leave, CLERK, key="leave", at=made_up.last()[1])
    assert refused.value.rule is rules.HAS_OPEN_COMMISSIONS


def test_every_projection_folds_it(postgres_url: str, schema: str) -> None:
    """Whatever happens in it can be shown."""
    with (
        closing(make_log(postgres_url, schema, EVENTS)) as log,
        closing(Datastore(postgres_url, schema)) as datastore,
    ):
        store, building = PostgresProjections(datastore), PostgresBuilding(datastore)
        rebuilt = rebuild(log, store, building, tuple(PROJECTIONS.values()))

        assert (rebuilt.failures, set(rebuilt.switched)) == ({}, {*PROJECTIONS})


@pytest.mark.parametrize(
    ("code", "year"), [("kpi1", 2024), ("kpi4", None), ("budget-executed", 2025)]
)
def test_the_standard_figures_have_values(
    made_up: PostgresLog, code: str, year: int | None
) -> None:
    """People are hired, towns join, and money is spent on the plan's lines."""
    _, found = figure(
        made_up, code, programme=GRANT, fiscal_year=year, valid_on=LAST, position=EVENTS
    )

    assert found.value is not None
    assert found.value > 0
    assert code != "kpi4" or found.value == len(TOWNS)
