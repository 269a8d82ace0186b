"""Bundles on which two checkers could come to differ: what is wrong with them is found by both."""

import json
from collections.abc import Sequence
from random import Random
from time import monotonic

import pytest

from interfaces.verifier.page import PAGE
from tests.browser.conftest import Check
from tests.browser.test_agreement import EVENTS, FIGURE, HONEST, keys, outcome, verified
from tests.interfaces.verifier.given import (
    LOG,
    OTHER_WITNESS,
    WITNESS,
    Made,
    Plain,
    Signer,
    checkpoint,
    event,
    joined,
    lines,
    made,
)

LAST_MOMENT = "9999-12-31T14:59:59.999999Z"
ALTERED, MISSING = (1, "event-altered"), (2, "events-missing")
MALFORMED, FEW = (5, "malformed"), (4, "witnesses-missing")
NOT_IN_FORCE = (6, "witness-key-not-in-force")
SOME, MANY, SECONDS = 80, 5000, 15


def having(*more: Plain) -> Made:
    """Make the bundle with more events."""
    return made([*EVENTS, *more], [FIGURE], signers=(LOG, WITNESS), page=PAGE.read_bytes())


def numbered(bundle: Made, indexes: Sequence[int]) -> Made:
    """Number the lines otherwise, and sign them so."""
    old = [json.loads(line) for line in bundle.members["events.jsonl"].splitlines()]
    written = [
        json.dumps({**line, "i": index}, ensure_ascii=False, separators=(",", ":"))
        for line, index in zip(old, indexes, strict=True)
    ]
    return bundle.by_insider(events=joined(written), checkpoint=checkpoint(written, (LOG, WITNESS)))


def appointed(version: int, municipality: object, by: Signer = WITNESS) -> Plain:
    """Say that a municipality is a witness."""
    its = {"municipality": municipality, "name": by.name, "key": by.written()}
    return event("witness.appointed", "w", version, scope="common", **its)


def policy(required: object, of: str = "p", version: int = 1, **more: object) -> Plain:
    """Say how many witnesses are demanded."""
    its = {"scope": "common", "required": required, **more}
    return event("witness.policy_set", of, version, **its)


CASES: dict[str, tuple[Made, set[tuple[int, str]]]] = {
    "the last moment that is on a day": (
        having(event("lead.won", "l", recorded=LAST_MOMENT)),
        set(),
    ),
    "a moment that is on no day in Tokyo": (
        having(event("lead.won", "l", recorded="9999-12-31T15:00:00.000000Z")),
        {MALFORMED},
    ),
    "the first event behind another of its number": (
        numbered(HONEST, [0, 1, 2, 3, 4, 5, 0]),
        {MISSING},
    ),
    "a policy that is none behind an event of its number": (
        numbered(having(policy(None), event("lead.won", "l")), [0, 1, 2, 3, 4, 5, 6, 7, 7]),
        {MALFORMED},
    ),
    "two policies of one number": (
        numbered(
            having(policy(1, "p"), policy(2, "q"), policy(1, "p", 2)),
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 8],
        ),
        {MISSING},
    ),
    "an event of another family at the version of the first": (
        having(event("order.paid", "log.opened", 1)),
        {ALTERED},
    ),
    "a definition at the version of the first": (
        having(event("figure.withdrawn", "log.opened", 1, scope="common")),
        {ALTERED},
    ),
    "a municipality that is no text": (
        having(appointed(1, {"a": 1, "b": 2})),
        {MALFORMED},
    ),
    "more fiscal years than anybody needs": (
        made(EVENTS, [], years=range(2000, 2201), page=PAGE.read_bytes()),
        {MALFORMED},
    ),
    "no municipality": (having(appointed(1, None)), {MALFORMED}),
}


@pytest.mark.parametrize("what", CASES)
def test_what_is_wrong_is_found_by_both(check: Check, what: str) -> None:
    """Whatever stands in the way of the other events of its number, version or stream."""
    bundle, found = CASES[what]
    ours = outcome(verified(bundle.zipped()))
    assert ours[1] == found
    assert outcome(check(bundle.zipped(), keys())) == ours


def jumbled(chance: Random) -> Made:
    """Exchange, double and number events anew, and sign whatever came of it."""
    more = [
        appointed(1, "203246"),
        appointed(2, "203629", OTHER_WITNESS),
        policy(1, "w", 3),
        event("witness.retired", "w", 4, scope="common", municipality="203246"),
    ]
    events = [dict(one) for one in [*EVENTS, *more]]
    for _ in range(chance.randrange(1, 4)):
        one, other = chance.choice(events), chance.choice(events)
        name = chance.choice(["stream", "version", "topic", "recorded"])
        one[name] = other[name]
    bundle = made(events, [FIGURE], signers=(LOG, WITNESS), page=PAGE.read_bytes())
    indexes = list(range(len(events)))
    if chance.random() < 0.5:
        indexes[chance.randrange(len(indexes))] = chance.choice(indexes)
    return numbered(bundle, indexes)


def test_both_find_the_same_however_events_are_jumbled(check: Check) -> None:
    """Streams of two families, versions that come twice, numbers that do."""
    chance = Random("jumbled")  # noqa: S311 - for examples
    for number in range(SOME):
        bundle = jumbled(chance).zipped()
        assert outcome(check(bundle, keys())) == outcome(verified(bundle)), number


def test_an_earlier_checkpoint_is_no_larger_than_the_present(check: Check) -> None:
    """Though there are as many lines as it says."""
    written = lines(EVENTS)
    kept = checkpoint(written)
    head = {**HONEST.head, "size": str(len(written) - 1)}
    shorter = checkpoint(written[:-1], (LOG, WITNESS))
    members = {**HONEST.members, "checkpoint.txt": shorter}
    for inside, previous, name in (
        ({}, kept, (6, "older-than-checkpoint")),
        ({"previous.txt": kept}, None, (2, "not-continued")),
    ):
        bundle = Made({**members, **inside}, head).zipped()
        ours = outcome(verified(bundle, previous=previous))
        assert ours[1] == {MISSING, name}
        assert outcome(check(bundle, keys(), previous and previous.decode())) == ours


def test_many_figures_take_no_longer_each_than_few(check: Check) -> None:
    """Nor does the page wait after each of them, though it lets others have their turn."""
    figures = [{**FIGURE, "code": f"paid{at:05}"} for at in range(MANY)]
    bundle = made(EVENTS, figures, signers=(LOG, WITNESS), page=PAGE.read_bytes()).zipped()
    began = monotonic()
    report = check(bundle, keys())
    assert monotonic() - began < SECONDS
    assert outcome(report) == outcome(verified(bundle))


@pytest.mark.parametrize(
    ("day", "required", "found"),
    [("2024-06-20", 2, {FEW}), ("2024-06-21", 2, set()), ("2024-06-21", 1, {FEW})],
)
def test_a_policy_that_is_to_come_does_not_hold_yet(
    check: Check, day: str, required: int, found: set[tuple[int, str]]
) -> None:
    """What was demanded on the day on which the last event was recorded, is demanded."""
    until_then = policy(3 - required, "p", day="2024-04-02")
    bundle = having(until_then, policy(required, "p", 2, day=day)).zipped()
    ours = outcome(verified(bundle))
    assert ours[1] == found
    assert outcome(check(bundle, keys())) == ours
