"""Who the witnesses are by the record, and with which keys they co-sign."""

from collections.abc import Sequence

from .archive import EVENTS
from .events import Event
from .strict import Malformed, day_number

APPOINTED, _CHANGED, _RETIRED = "witness.appointed", "witness.key_changed", "witness.retired"
_POLICY = "witness.policy_set"


def appointed(events: Sequence[Event]) -> int:
    """Count the municipalities that are witnesses by the effective events."""
    said = {_whose(each): each.topic for each in events if each.topic in {APPOINTED, _RETIRED}}
    return [*said.values()].count(APPOINTED)


def demanded(events: Sequence[Event], last_on: int) -> int:
    """Give how many have to co-sign by the effective events; what is to come does not hold yet."""
    for each in reversed(events):
        if each.topic == _POLICY and day_number(each.day) <= last_on:
            required = each.fields.get("required")
            if type(required) is not int or required < 1:
                raise Malformed(f"{EVENTS}:{each.position}", "state")
            return required
    return 1


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
    whose = event.fields.get("municipality")
    if type(whose) is not str:
        raise Malformed(f"{EVENTS}:{event.position}", "state")
    return whose
