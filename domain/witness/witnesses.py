"""The witnesses of the log: what their record accepts, and what its events make of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import assert_never

from domain.base.command import Seen
from domain.consortium.membership import Membership, Standing
from domain.witness import commands as c
from domain.witness import events as e
from domain.witness import rules
from domain.witness.key import WitnessKey, read_key


@dataclass(frozen=True, slots=True)
class InOffice:
    """Who the witnesses are on a day, by municipality, and how many are required; None: unsaid."""

    keys: Mapping[str, WitnessKey]
    required: int | None = None


@dataclass(frozen=True, slots=True)
class Witnesses:
    """All that holds of them, in the order of recording."""

    facts: tuple[e.WitnessEvent, ...] = ()

    def on(self, day: date) -> InOffice:
        """Give who is in office on a day, by all that is recorded."""
        found = InOffice({})
        for when, then in self.days():
            if when > day:
                break
            found = then
        return found

    def days(self) -> Iterator[tuple[date, InOffice]]:
        """Give how it stands from each day on; raises the rule that an entry breaks."""
        now, used = InOffice({}), set[bytes]()
        by_day = sorted(self.facts, key=lambda fact: fact.effective_on)
        for day, facts in groupby(by_day, key=lambda fact: fact.effective_on):
            for fact in facts:
                now = _after(now, fact, used)
            yield day, now


def decide_opening(
    witnesses: Witnesses | None, command: c.AppointWitness, seen: Seen
) -> Sequence[e.WitnessEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    day = command.effective_on
    standing = [member.standing_on(day) for member in seen.every(Membership)]
    rules.NO_MEMBER.require(Standing.MEMBER in standing)
    return [_in_order(witnesses, e.WitnessAppointed.model_validate(command.carried()))]


def decide(witnesses: Witnesses, command: c.WitnessStep, _seen: Seen) -> Sequence[e.WitnessEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    said = command.carried()
    match command:
        case c.ChangeWitnessKey():
            return [_in_order(witnesses, e.WitnessKeyChanged.model_validate(said))]
        case c.RetireWitness():
            return [_in_order(witnesses, e.WitnessRetired.model_validate(said))]
        case c.SetWitnessPolicy():
            return [_in_order(witnesses, e.WitnessPolicySet.model_validate(said))]
        case _:
            assert_never(command)


def evolve(witnesses: Witnesses | None, event: e.WitnessEvent) -> Witnesses:
    """Fold one effective event into the witnesses."""
    return Witnesses((*(witnesses.facts if witnesses else ()), event))


def sound(witnesses: Witnesses) -> None:
    """Raise the rule that what is recorded, in the order of its days, would break."""
    for _, then in witnesses.days():
        rules.MORE_THAN_IN_OFFICE.require((then.required or 0) <= len(then.keys))


def _in_order(witnesses: Witnesses | None, event: e.WitnessEvent) -> e.WitnessEvent:
    sound(evolve(witnesses, event))
    return event


def _after(now: InOffice, fact: e.WitnessEvent, used: set[bytes]) -> InOffice:
    """Give how it stands after a fact; `used` are all keys until then."""
    if isinstance(fact, e.WitnessPolicySet):
        return replace(now, required=fact.required)
    before = now.keys.get(fact.municipality)
    others = {whose: key for whose, key in now.keys.items() if whose != fact.municipality}
    if isinstance(fact, e.WitnessAppointed):
        rules.IN_OFFICE.require(before is None)
        rules.NAME_OF_ANOTHER.require(fact.name not in {key.name for key in others.values()})
        return replace(now, keys=others | {fact.municipality: _new(fact.key, fact.name, used)})
    if before is None:
        rules.NOT_IN_OFFICE.broken(municipality=fact.municipality)
    if isinstance(fact, e.WitnessKeyChanged):
        return replace(now, keys=others | {fact.municipality: _new(fact.key, before.name, used)})
    return replace(now, keys=others)


def _new(line: str, name: str, used: set[bytes]) -> WitnessKey:
    key = read_key(line)
    rules.KEY_OF_ANOTHER_NAME.require(key.name == name)
    rules.KEY_USED.require(key.public not in used)
    used.add(key.public)
    return key
