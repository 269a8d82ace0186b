"""Two ids can turn out to mean one person, and then again two."""

from uuid import UUID

from domain.person import commands as c
from domain.person import events as e
from domain.person import rules
from tests.given import day, given

ONE, OTHER = UUID(int=1), UUID(int=2)
LINK = UUID(int=3)


def join(on: str, one: UUID = ONE, other: UUID = OTHER) -> c.JoinPersons:
    """Join two ids."""
    return c.JoinPersons(effective_on=day(on), person_id=one, other_id=other)


def part(on: str) -> c.PartPersons:
    """Part them."""
    return c.PartPersons(effective_on=day(on), link_id=LINK)


def joined(on: str) -> e.PersonsJoined:
    """They were joined."""
    return e.PersonsJoined(effective_on=day(on), person_id=ONE, other_id=OTHER)


def parted(on: str) -> e.PersonsParted:
    """They were parted."""
    return e.PersonsParted(effective_on=day(on), person_id=ONE, other_id=OTHER)


def test_two_ids_are_joined() -> None:
    """From the day of the finding both ids mean one person."""
    given().when(join("2024-06-01")).then(joined("2024-06-01"))


def test_an_id_is_not_joined_with_itself() -> None:
    """It would say nothing."""
    given().when(join("2024-06-01", ONE, ONE)).refused(rules.SAME_ID)


def test_joined_ids_are_not_joined_again() -> None:
    """Whichever of the two is named first."""
    given(joined("2024-06-01")).when(join("2024-06-01")).refused(rules.JOINED_ALREADY)
    given(joined("2024-06-01")).when(join("2024-07-01", OTHER, ONE)).refused(rules.JOINED_ALREADY)


def test_both_orders_of_two_ids_are_one_stream() -> None:
    """The link is the pair's."""
    assert join("2024-06-01", ONE, OTHER).opens() == join("2024-06-01", OTHER, ONE).opens()


def test_joined_ids_are_parted() -> None:
    """The parting names both ids, so that it can be read alone."""
    given(joined("2024-06-01")).when(part("2024-06-01")).then(parted("2024-06-01"))


def test_only_joined_ids_are_parted() -> None:
    """On a day on which they are not joined there is nothing to part."""
    given(joined("2024-06-01")).when(part("2024-05-31")).refused(rules.NOT_JOINED)
    given(joined("2024-06-01"), parted("2024-07-01")).when(part("2024-07-01")).refused(
        rules.NOT_JOINED
    )


def test_a_pair_nobody_joined_is_not_found() -> None:
    """There is no link to part."""
    given().when(part("2024-06-01")).not_found()


def test_parted_ids_are_joined_again() -> None:
    """A finding can be taken back as often as it has to be."""
    given(joined("2024-06-01"), parted("2024-07-01")).when(join("2024-08-01")).then(
        joined("2024-08-01")
    )


def test_an_earlier_day_of_joining_is_recorded_late() -> None:
    """On that day they were not joined yet, so the entry says something new."""
    given(joined("2024-06-01")).when(join("2024-04-01")).then(joined("2024-04-01"))
