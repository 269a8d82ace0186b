"""Playing so many sequences on one kind of stream."""

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from application.aggregate import Aggregate
from tests.domain.sequences.life import life_of
from tests.domain.sequences.tally import Tally

STEPS = 20
SETTINGS = settings(
    stateful_step_count=STEPS,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    # What a sequence costs is not what is tested; commands whose fields do not fit are passed over.
    suppress_health_check=list(HealthCheck),
)


def play(aggregate: Aggregate, sequences: int, number: int, tally: Tally | None = None) -> Tally:
    """Play sequences of a number, the same for the same number; raises what the first breaks."""
    tally = tally or Tally(aggregate)
    machine = seed(number)(life_of(aggregate, tally))
    run_state_machine_as_test(machine, settings=settings(SETTINGS, max_examples=sequences))
    return tally
