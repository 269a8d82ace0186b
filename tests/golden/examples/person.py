"""One example of every event of the area person."""

from domain.person import events as person
from tests.golden.examples.shared import ONE, OTHER, example

EXAMPLES = (
    example(person.PersonsJoined, person_id=ONE, other_id=OTHER),
    example(person.PersonsParted, person_id=ONE, other_id=OTHER),
)
