"""Who the witnesses are by the record, and with which keys they co-sign."""

from collections.abc import Sequence

from .events import Event
from .strict import canonical, day_number

APPOINTED, _CHANGED, _RETIRED = "witness.appointed", "witness.key_changed", "witness.retired"


def appointed(events: Sequence[Event]) -> int:
    """Count the municipalities that are witnesses by the effective events."""
    said = {_whose(each): each.topic for each in events if each.topic in {APPOINTED, _RETIRED}}
    return [*said.values()].count(APPOINTED)


def in_force(events: Sequence[Event], last_on: int) -> list[object]:
    """Give the lines of the keys that count by the effective events.

    What is to come after `last_on`, the day on which the last event shown was recorded, does not
    take away yet what holds until then.
    """
    keys = dict[str, list[object]]()
    for each in events:
        if each.topic in {APPOINTED, _CHANGED, _RETIRED}:
            until_then = [] if day_number(each.day) <= last_on else keys.get(_whose(each), [])
            its = [] if each.topic == _RETIRED else [each.fields.get("key")]
            keys[_whose(each)] = until_then + its
    return [line for lines in keys.values() for line in lines]


def _whose(event: Event) -> str:
    return canonical([event.fields.get("municipality")])
