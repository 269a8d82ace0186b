"""One example of every event of the area witness."""

from domain.witness import events as witness
from tests.golden.examples.shared import example

FIRST_KEY = "witness/omachi+572fc4a9+BKpNkP9BL3F8e6zX3WlWj/NYCwp/kVqub9UMwz0KBB2k"
NEXT_KEY = "witness/omachi+a94afb64+BPTaimDGIv7lHtvpa/OP7xhnDz6HFpefX+d12aydI9Jn"

EXAMPLES = (
    example(
        witness.WitnessAppointed,
        municipality="202126",
        name="witness/omachi",
        key=FIRST_KEY,
    ),
    example(
        witness.WitnessKeyChanged,
        municipality="202126",
        key=NEXT_KEY,
    ),
    example(witness.WitnessPolicySet, required=1),
    example(witness.WitnessRetired, municipality="202126"),
    example(witness.WitnessCorrected, corrects=1, now={"effective_on": "2024-09-01"}),
    example(witness.WitnessVoided, voids=3),
)
