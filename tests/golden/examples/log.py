"""One example of every event of the area log."""

from domain.log import events as log
from tests.golden.examples.shared import example

EXAMPLES = (
    example(
        log.LogOpened,
        origin="ayumi.example/tateshina",
        epoch=1,
        event_format=1,
        leaf_format="ev1",
        clock="server",
        projections={"skill_map": 1, "workers": 2},
        previous_checkpoint="ayumi.example/tateshina/0 12 abc=",
    ),
    example(log.ProjectionActivated, projection="skill_map", version=2, built_upto=1200),
)
