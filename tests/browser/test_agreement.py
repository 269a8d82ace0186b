"""The page, the verifier and the service, written apart from each other, say the same."""

import json
from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from interfaces.verifier.check import check as verify
from interfaces.verifier.page import PAGE
from tests.browser.conftest import Check
from tests.interfaces.verifier.given import (
    LOG,
    WITNESS,
    WORDS,
    Made,
    Plain,
    counted,
    defined,
    event,
    figure,
    made,
    opened,
)
from tests.interfaces.verifier.odd_definitions import odd_definitions
from tests.interfaces.verifier.random_logs import case
from tests.interfaces.verifier.test_forms import in_verifier

FIGURES_OF = """(texts) => texts.map((text) => {
  const { Json, Record, Question, FigureError, readDefinition } = ayumi;
  const one = Json.read(text, "a random log");
  const whole = one.get("events").map((each, at) => ({
    position: at + 1,
    topic: each.get("topic"),
    scope: each.get("scope"),
    stream: each.get("stream"),
    version: each.get("version"),
    recorded: each.get("recorded"),
    takenOver: each.get("taken_over"),
    fields: new Map([...each.get("event")].filter(([, value]) => value !== null)),
  }));
  const question = new Question(new Record(whole), one.get("programme"), one.get("valid_on"));
  const figures = one.get("definitions").flatMap((definition) => one.get("years").map((year) => {
    try {
      return question.figure(readDefinition(definition), year);
    } catch (error) {
      if (error instanceof FigureError) return null;
      throw error;
    }
  }));
  return JSON.stringify(figures,
    (key, value) => (typeof value === "bigint" ? Number(value) : value));
})"""
TAKEN = """(texts) => texts.map((text) => {
  try {
    return Boolean(ayumi.readDefinition(ayumi.Json.read(text, "a definition")));
  } catch {
    return false;
  }
})"""
LOGS, AT_ONCE = 1000, 100
MUTANTS = 60


@pytest.mark.parametrize("first", range(0, LOGS, AT_ONCE))
def test_the_same_figures_on_random_logs(page: Page, first: int) -> None:
    """To the last part of every figure; of what the service refuses no bundle is made."""
    cases = [case(number) for number in range(first, first + AT_ONCE)]
    told = page.evaluate(FIGURES_OF, [json.dumps(each, ensure_ascii=False) for each in cases])
    for one, figures in zip(cases, told, strict=True):
        pairs = zip(json.loads(figures), one["expected"], strict=True)
        assert all(canonical(ours) == canonical(theirs) for ours, theirs in pairs if theirs)


def test_the_language_has_the_same_bounds(page: Page) -> None:
    """What the verifier takes for a definition, the page does, and nothing else."""
    odd = list(odd_definitions())[::11]
    told = page.evaluate(TAKEN, [json.dumps(each, ensure_ascii=False) for each in odd])
    assert told == [in_verifier(each) for each in odd]


def canonical(value: object) -> str:
    """Write a value so that `true` is not 1."""
    return json.dumps(value, sort_keys=True)


PAID = counted(by=["municipality"])
EVENTS = [
    opened(),
    defined(PAID),
    event("order.paid", "a", day="2024-06-01", recorded="2024-06-02T00:00:00.000000Z",
          municipality="203246"),
    event("order.paid", "b", recorded="2024-06-20T00:00:00.000000Z", municipality="202126"),
    event("order.paid", "c", taken_over=True, municipality="203246"),
    event("order.corrected", "c", 2, corrects=1, now={"municipality": "152161"}),
    event("mentorship.session_held", "m", withheld=True),
]  # fmt: skip
FIGURE = figure(
    PAID,
    value=3,
    rows=[{"by": [name], "value": 1} for name in ("152161", "202126", "203246")],
    parts=[{"side": "value", "sign": 1, "day": "2025-03-31", "value": 3, "counted": [3, 4, 5]}],
    counted=[3, 4, 5],
    recorded={"as_it_happened": 1, "late": 1, "taken_over": 1},
)
HONEST = made(EVENTS, [FIGURE], signers=(LOG, WITNESS), page=PAGE.read_bytes(), words=WORDS)


def another_byte(chance: Random, bundle: Made) -> Made:
    """Change a byte of a member, as somebody who can sign or as anybody."""
    name = chance.choice(["README", "checkpoint", "figures", "words", "events", "verify"])
    whole = {key.partition(".")[0]: value for key, value in bundle.members.items()}
    content = bytearray(whole[name])
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(7)
    change = chance.choice([bundle.by_insider, bundle.by_outsider])
    return change(**{name: bytes(content)})


def another_line(chance: Random, bundle: Made) -> Made:
    """Take out, double or exchange lines of events, and sign again."""
    lines = bundle.members["events.jsonl"].splitlines(keepends=True)
    at, other = (chance.randrange(len(lines)) for _ in range(2))
    match chance.randrange(3):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case _:
            lines[at], lines[other] = lines[other], lines[at]
    return bundle.by_insider(events=b"".join(lines))


def another_event(chance: Random, _: Made) -> Made:
    """Record something else from the beginning, and keep the figures."""
    events = json.loads(json.dumps(EVENTS))
    one = chance.choice(events)
    name, value = chance.choice(
        [
            ("withheld", True),
            ("topic", "order.agreed"),
            ("scope", "common"),
            ("version", 3),
            ("taken_over", True),
            ("recorded", "2024-05-01T00:00:00.000000Z"),
            ("stream", "6c1b6ddc-0f5c-4f5e-9f0a-0d6a3f1f7a11"),
        ]
    )
    one[name] = value
    return made(events, [FIGURE], signers=(LOG, WITNESS), page=PAGE.read_bytes())


def another_figure(chance: Random, _: Made) -> Made:
    """State the figure otherwise, twice or not at all."""
    stated: Plain = {**FIGURE}
    key = chance.choice(sorted(stated))
    stated[key] = chance.choice([0, 1, 4, "paid", "x", None, True, [], [3], {}, stated[key]])
    figures = [FIGURE, stated][: chance.randrange(3)] if chance.random() < 0.3 else [stated]
    return made(EVENTS, figures, signers=(LOG, WITNESS), page=PAGE.read_bytes())


@pytest.mark.parametrize("mutated", [another_byte, another_line, another_event, another_figure])
def test_the_same_verdict_on_altered_bundles(
    check: Check, mutated: Callable[[Random, Made], Made]
) -> None:
    """The exit code, the names of what was found, and the verdict on every figure."""
    chance = Random(f"{mutated.__name__}")  # noqa: S311 - for examples
    for number in range(MUTANTS):
        bundle = mutated(chance, HONEST).zipped()
        assert outcome(check(bundle, keys())) == outcome(verified(bundle)), number


def test_the_same_report_on_an_honest_bundle(check: Check) -> None:
    """In every word of it."""
    report = check(HONEST.zipped(), keys())
    assert report == verified(HONEST.zipped())
    assert report["exit"] == 0


def keys() -> str:
    """Give the list of known keys."""
    return "".join(f"{signer.written()}\n" for signer in (LOG, WITNESS))


def verified(bundle: bytes, previous: bytes | None = None) -> Plain:
    """Give the report of the verifier."""
    known = [LOG.key(), WITNESS.key()]
    return verify(BytesIO(bundle), known, previous=previous, page=PAGE.read_bytes()).told


def outcome(report: Plain) -> tuple[int, set[tuple[int, str]], list[Any]]:
    """Give what is the same for every checker."""
    found = {(finding["code"], finding["name"]) for finding in report["findings"]}
    others = ("sha256", "figures", "own_checkpoint", "bundled_checkpoint")
    return report["exit"], found, [report.get(key) for key in others]
