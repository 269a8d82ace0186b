"""Two records of one client are merged, and the merge is taken back."""

from domain.base.event import Event
from domain.client import rules
from tests.domain.client.examples import CLIENT, OTHER, merge, merged, part, parted, registered
from tests.given import Given, given

BOTH = (registered("2024-04-01"), registered("2024-05-01", number="C-002"))


def seeing(*history: Event) -> Given:
    """Give a link, with both clients in sight."""
    link = given(*history)
    return link.seeing(CLIENT, BOTH[0]).seeing(OTHER, BOTH[1])


def test_two_records_are_merged() -> None:
    """From the day on which both are registered."""
    seeing().when(merge("2024-05-01")).then(merged("2024-05-01"))
    seeing().when(merge("2024-04-30")).refused(rules.NOT_REGISTERED)


def test_a_record_is_not_merged_with_itself() -> None:
    """It takes two."""
    seeing().when(merge("2024-05-01", CLIENT, CLIENT)).refused(rules.SAME_CLIENT)


def test_a_merge_is_recorded_once() -> None:
    """And once more after it was taken back."""
    seeing(merged("2024-06-01")).when(merge("2024-06-01")).refused(rules.MERGED_ALREADY)
    again = seeing(merged("2024-06-01"), parted("2024-07-01"))
    again.when(merge("2024-07-01")).then(merged("2024-07-01"))


def test_a_merge_is_taken_back() -> None:
    """From its day on, and once."""
    seeing(merged("2024-06-01")).when(part("2024-06-01")).then(parted("2024-06-01"))
    seeing(merged("2024-06-01")).when(part("2024-05-31")).refused(rules.NOT_MERGED)
    gone = seeing(merged("2024-06-01"), parted("2024-07-01"))
    gone.when(part("2024-07-01")).refused(rules.NOT_MERGED)


def test_the_pair_has_one_record_whichever_is_named_first() -> None:
    """A second merge the other way round finds the first."""
    assert merge("2024-05-01").opens() == merge("2024-05-01", OTHER, CLIENT).opens()
