"""Checking a bundle of a million events, as an evaluator's own machine does it.

The bundles are made up: one event in five is withheld, some are counted by three figures each (one
in ten, and in a second bundle every other one), and a line is some 700 bytes long. The verifier
runs in a process of its own; time and memory are that process's, Python and all.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from interfaces.verifier.events import effective, lines_of
from interfaces.verifier.figures import Figures
from interfaces.verifier.forms import definition
from interfaces.verifier.log import facts
from tests.benchmarks import Measure
from tests.interfaces.verifier.given import (
    LOG,
    PROGRAMME,
    Plain,
    counted,
    defined,
    event,
    lines,
    made,
    opened,
)

EVENTS = 1_000_000
WITHHELD = {1, 2}
SHAPES = {"one in ten counted": {5}, "every other one counted": {5, 6, 7, 8, 9}}
"""Which of ten events are counted."""
YEARS = (2024, 2025)
VALID_ON = "2026-03-31"
NOTE = "架空の記録である。" * 12


def run() -> list[Measure]:
    """Make the bundles, check them, and tell what it took."""
    return [measure for shape in SHAPES for measure in of_shape(shape, EVENTS)]


def of_shape(shape: str, size: int) -> list[Measure]:
    """Make a bundle of so many events, check it, and tell what it took."""
    with tempfile.TemporaryDirectory() as folder:
        bundle, keys = Path(folder, "bundle.zip"), Path(folder, "keys")
        keys.write_text(LOG.written())
        # In a process of its own: what this one has used would count as the verifier's.
        maker = get_context("spawn").Process(target=make, args=(bundle, shape, size))
        maker.start()
        maker.join()
        return [replace(each, name=f"{each.name}, {shape}") for each in measured(bundle, keys)]


def make(bundle: Path, shape: str, size: int) -> None:
    """Write the bundle."""
    events = list(history(size, SHAPES[shape]))
    whole = made(events, list(figures(events)), valid_on=VALID_ON, years=YEARS)
    bundle.write_bytes(whole.zipped())


def measured(bundle: Path, keys: Path) -> Iterator[Measure]:
    """Run the verifier on a bundle, and wait for it."""
    command = [sys.executable, "-m", "interfaces.verifier", str(bundle), "--key", str(keys)]
    began = perf_counter()
    verifier = subprocess.Popen([*command, "--json"], stdout=subprocess.PIPE)
    told = json.loads(verifier.stdout.read() if verifier.stdout else b"")
    _, _, used = os.wait4(verifier.pid, 0)
    took = perf_counter() - began
    counted_events = sum(sum(each["recorded"].values()) for each in told["figures"])
    assert {each["verdict"] for each in told["figures"]} == {"recomputed"}, told
    yield Measure("events in the bundle", told["size"], "events")
    yield Measure("facts counted, by all figures together", counted_events, "events")
    yield Measure("size of the bundle", bundle.stat().st_size / 1e6, "MB")
    yield Measure("processor time to verify", used.ru_utime + used.ru_stime, "seconds")
    yield Measure.at_most("time to verify", took, "seconds", 60)
    yield Measure.at_most("memory to verify", used.ru_maxrss / 1024, "MB", 512)


def definitions() -> Iterator[Plain]:
    """Give figures of three kinds: how many, how many people, how much."""
    facts = {"opens": ["order.paid"]}
    annual = {"kind": "count", "basis": "annual", "facts": facts}
    people = {"facts": {**facts, "persons": ["person_id"]}, "distinct_by": "person_id"}
    yield counted("orders", by=["municipality"], measure=annual)
    yield counted("people", measure={**annual, **people})
    yield counted("yen", by=["kind"], measure={**annual, "kind": "sum", "field": "amount"})


def figures(events: Sequence[Plain]) -> Iterator[Plain]:
    """State what the verifier itself computes: here it is only measured."""
    names = {"effective_on", "municipality", "person_id", "amount", "kind"}
    written = (line.encode() for line in lines(events))
    paid = effective(facts(lines_of(written, "evaluation"), {"order.paid"}, {PROGRAMME}, names))
    computed = Figures(paid, PROGRAMME, VALID_ON)
    for each in definitions():
        for year in YEARS:
            yield computed.figure(definition(each), year)


def history(size: int, counted: Container[int]) -> Iterator[Plain]:
    """Give the events of a made-up log, of which these out of ten are counted."""
    first = {"recorded": "2024-04-01T00:00:00.000000Z"}
    yield {**opened(), **first}
    yield from ({**defined(each), **first} for each in definitions())
    for number in range(4, size):
        year, month = divmod(3 + number * 24 // size, 12)
        turn = number % 10
        topic = "order.paid" if turn in counted else f"training.step_{turn}"
        fields = {
            "kind": f"kind-{number % 7}",
            "municipality": f"2032{number % 40:02}",
            "person_id": f"{number % 9973:08x}-0000-4000-8000-000000000000",
            "amount": number % 50_000,
            "note": NOTE,
        }
        day = f"{2024 + year}-{1 + month:02}-{1 + number % 28:02}"
        plain = event(topic, f"{topic} {number // 80}", 1 + number, day=day, **fields)
        recorded = f"{2024 + year}-{1 + month:02}-28T12:00:00.000000Z"
        yield {**plain, "recorded": recorded, "withheld": turn in WITHHELD}
