"""A projector whose process is killed, at whatever it is doing, again and again."""

import os
import signal
import time
from contextlib import closing
from multiprocessing import get_context
from random import Random

from application.projecting.projector import Projector
from application.registry import PROJECTIONS
from infrastructure.postgres.checking import PostgresChecker
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.projections import PostgresProjections
from tests.infrastructure import killed
from tests.infrastructure.given import ask
from tests.made_up.log import make_log

KILLS = int(os.environ.get("AYUMI_TEST_KILLS", "40"))
"""`make trust` kills two hundred times."""
EVENTS = 12_000


def test_a_projector_killed_at_random_counts_nothing_twice(postgres_url: str, schema: str) -> None:
    """SIGKILL leaves no time to put anything right; the tables are the fold all the same.

    Some die as they begin, others between two commits or within one; each goes on where the one
    before it was.
    """
    chance = Random(200)  # noqa: S311 - the same for the same seed
    context = get_context("forkserver")
    context.set_forkserver_preload([killed.__name__])
    with (
        closing(make_log(postgres_url, schema, EVENTS)) as log,
        closing(Datastore(postgres_url, schema)) as datastore,
    ):
        store = PostgresProjections(datastore)
        store.prepare()
        reached, longest_life = [0], 0.06
        # However slow the machine is, some die before they wrote anything, and some after.
        while len(reached) <= KILLS or len(set(reached)) <= KILLS / 4:
            mine, theirs = context.Pipe()
            process = context.Process(
                target=killed.project, args=(postgres_url, schema, theirs), daemon=True
            )
            process.start()
            assert mine.poll(60)
            time.sleep(chance.random() * longest_life)
            assert process.pid
            os.kill(process.pid, signal.SIGKILL)
            process.join()
            reached.append(min(one.position for one in store.status().values()))
            longest_life *= 0.8 if reached[-1] > reached[-2] else 1.4
        last, _ = log.last()

        assert reached == sorted(reached)
        assert 0 < reached[-1] < last, "they were killed at work"
        # What is there after the last death is a fold of the prefix, and goes on to be one.
        checker = PostgresChecker(datastore)
        assert all(one.right for one in checker.check(list(PROJECTIONS.values()), last))
        assert Projector(log, store).catch_up() == last
        checked = list(checker.check(list(PROJECTIONS.values()), last))
        assert all(one.right and one.position == last for one in checked)
        ids = "stream, row_key, version, from_position"
        for name in PROJECTIONS:
            twice = f"SELECT count(*) - count(DISTINCT ({ids})) FROM {{}}.{{}}"  # noqa: S608
            assert ask(postgres_url, twice, schema, name) == [(0,)]
