"""What looks like an individual number in a sheet is asked about before anything is recorded."""

from tests.application.documents.test_workers_sheet import HEAD, NEW, opened
from tests.domain.worker.examples import registered
from tests.given_sheets import Town, one

LIKE_ONE = "123456789018"


def test_a_preview_shows_it_and_does_not_repeat_it(town: Town) -> None:
    """Where it is confirmed to be another number, the row is recorded."""
    rows = [[NEW[0], f"架空 花子 {LIKE_ONE}", *NEW[2:]]]
    line = one(town.compare("workers", HEAD, rows))
    assert line.status == "bad"
    (fault,) = line.faults
    assert fault.reason.endswith("looks-like-individual-number")
    assert LIKE_ONE not in f"{fault}"
    confirms = frozenset({"not-an-individual-number"})
    assert town.take("workers", HEAD, rows, confirms=confirms).rows == 1
    (recorded,) = [each.event for each in town.events() if each.topic == registered().TOPIC]
    assert LIKE_ONE in opened(town, recorded.model_dump()["name"])
