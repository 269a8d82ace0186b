"""The page gives the verdict of docs/bundle.md on honest and on altered bundles."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

import pytest

from interfaces.verifier.timestamp import time_of
from tests.browser.conftest import Check, Report
from tests.browser.given import (
    EVENTS,
    FIGURES,
    KEYS,
    LOG_KEY,
    LOG_KIND,
    ORIGIN,
    WITNESS_KEY,
    Bundle,
    Event,
    archive,
    compact,
    cosignature,
    count,
    defined,
    held,
    key_line,
    opened,
    signature,
)

HONEST = Bundle()
LOG_ONLY = key_line(ORIGIN, LOG_KIND, LOG_KEY)
STRANGERS = key_line("ayumi/other/1", LOG_KIND, LOG_KEY)


def found(report: Report) -> set[tuple[int, str]]:
    """Give what was found, without the places."""
    return {(finding["code"], finding["name"]) for finding in report["findings"]}


def lines_of(events: Iterable[Event]) -> bytes:
    """Give events.jsonl with these events."""
    lines = HONEST.having(events=tuple(events)).lines()
    return "".join(f"{line}\n" for line, _ in lines).encode()


def test_an_honest_bundle_is_verified(check: Check) -> None:
    """Nothing is found, every figure is recomputed, and the report is that of the format."""
    report = check(HONEST.packed())
    assert report == {
        "exit": 0,
        "sha256": sha256(HONEST.packed()).hexdigest(),
        "for": "evaluation",
        "origin": ORIGIN,
        "size": 7,
        "programme": "grant:kakuu",
        "valid_on": "2026-11-25",
        "fiscal_years": [2024, 2025],
        "whole": 6,
        "withheld": 1,
        "simulated": False,
        "witnesses": ["witness/kakuu"],
        "required": 1,
        "appointed": 0,
        "timestamp": "absent",
        "own_checkpoint": None,
        "bundled_checkpoint": None,
        "findings": [],
        "figures": [
            {
                "code": "consultations",
                "version": 1,
                "fiscal_year": year,
                "verdict": "recomputed",
                "value": value,
                "recorded": {"as_it_happened": happened, "late": 1, "taken_over": taken_over},
            }
            for year, value, happened, taken_over in ((2024, 3, 1, 1), (2025, 1, 0, 0))
        ],
    }


def test_an_earlier_checkpoint_of_the_same_log_is_continued(check: Check) -> None:
    """At every size, the evaluator's own or that in the bundle, each told for itself."""
    for size in range(len(EVENTS) + 1):
        report = check(HONEST.packed(), previous=HONEST.checkpoint(size))
        assert (report["exit"], report["bundled_checkpoint"]) == (0, None)
        assert report["own_checkpoint"] == {"size": size, "state": "continued"}
    report = check(HONEST.having(previous=HONEST.checkpoint(3)).packed())
    assert (report["exit"], report["own_checkpoint"]) == (0, None)
    assert report["bundled_checkpoint"] == {"size": 3, "state": "continued"}


@pytest.mark.parametrize(
    ("around", "said"), [("00{}00", "not checked"), ("0{}0", "wrong"), ("", "wrong")]
)
def test_a_timestamp_speaks_of_a_checkpoint_by_whole_bytes(
    check: Check, around: str, said: str
) -> None:
    """As every checker looks for the hash: not where its digits stand across two bytes each."""
    text = f"{HONEST.checkpoint().partition(chr(10) * 2)[0]}\n".encode()
    reply = bytes.fromhex(around.format(sha256(text).hexdigest()))
    assert check(HONEST.having(timestamp=reply).packed())["timestamp"] == said
    assert time_of(reply, text.decode(), ()) == said


RENAMED = {**FIGURES[0], "value": 4}
BROKEN_KEY = KEYS.replace("A", "B", 1)
OTHER_DAY = (*EVENTS[:2], held(10, "2024-05-02", "2024-05-10T00:00:00.000000Z"), *EVENTS[3:])

ALTERED = {
    "an event": (HONEST.having(resigned={"events.jsonl": lines_of(OTHER_DAY)}), "event-altered"),
    "an event and nothing signed": (
        HONEST.having(replaced={"events.jsonl": lines_of(OTHER_DAY)}),
        "event-altered member-altered",
    ),
    "the last event removed": (
        HONEST.having(resigned={"events.jsonl": lines_of(EVENTS[:-1])}),
        "events-missing",
    ),
    "another text beside": (HONEST.having(replaced={"README.txt": b"!"}), "member-altered"),
    "a figure": (HONEST.having(figures=(RENAMED, FIGURES[1])), "figure-differs"),
    "a figure left out": (HONEST.having(figures=FIGURES[:1]), "figure-missing"),
    "a figure twice": (HONEST.having(figures=(FIGURES[0], *FIGURES)), "figure-missing"),
    "a figure without a definition": (
        HONEST.having(figures=({**FIGURES[0], "code": "a"}, *FIGURES)),
        "figure-undefined",
    ),
    "a definition withdrawn": (
        HONEST.having(
            events=(
                *EVENTS,
                Event(
                    "figure.withdrawn",
                    {"effective_on": "2024-05-01"},
                    stream=2,
                    version=2,
                    recorded="2026-11-03T00:00:00.000000Z",
                ),
            )
        ),
        "figure-undefined nothing-checked",
    ),
    "a fact withheld": (
        HONEST.having(events=(*EVENTS[:2], replace(EVENTS[2], shown=False), *EVENTS[3:])),
        "not-recomputed",
    ),
    "a simulated clock": (
        HONEST.having(events=(opened("simulated"), *EVENTS[1:])),
        "simulated-clock",
    ),
    "a clock that the checkpoint calls simulated": (
        HONEST.having(further=("clock simulated",)),
        "simulated-clock",
    ),
    "an epoch that does not continue": (
        HONEST.having(further=("not-continued ayumi/kakuu/0 3 " + "A" * 43 + "=",)),
        "new-epoch",
    ),
    "another page": (HONEST.having(page=b"<p>"), "page-unknown"),
    "nobody co-signed": (HONEST.having(witnessed=False), "witnesses-missing"),
    "versions out of order": (
        HONEST.having(events=(*EVENTS, replace(EVENTS[-1], version=1, fields=EVENTS[-1].fields))),
        "event-altered",
    ),
    "times out of order": (
        HONEST.having(
            events=(*EVENTS[:-1], replace(EVENTS[-1], recorded="2026-11-01T00:00:00.000000Z"))
        ),
        "event-altered",
    ),
    "another scope inside": (
        HONEST.having(
            events=(
                *EVENTS[:-1],
                replace(EVENTS[-1], fields={**EVENTS[-1].fields, "programme": "town:kakuu"}),
            )
        ),
        "event-altered",
    ),
    "no log.opened": (
        HONEST.having(events=EVENTS[2:], figures=()),
        "statement-altered nothing-checked",
    ),
}
CODES = {"event-altered": 1, "member-altered": 1, "statement-altered": 1, "events-missing": 2}
CODES |= {"not-continued": 2, "figure-differs": 3, "figure-missing": 3, "figure-undefined": 3}
CODES |= {"not-recomputed": 6, "simulated-clock": 6, "page-unknown": 6, "new-epoch": 6}
CODES |= {"witnesses-missing": 4, "nothing-checked": 6}
SEVEREST_FIRST = (5, 4, 1, 2, 3, 6)


@pytest.mark.parametrize("case", ALTERED)
def test_what_was_altered_is_found_by_its_name(check: Check, case: str) -> None:
    """Nothing else is found, and the most severe code is the verdict."""
    bundle, names = ALTERED[case]
    expected = {(CODES[name], name) for name in names.split()}
    report = check(bundle.packed())
    assert found(report) == expected
    codes = {code for code, _ in expected}
    assert report["exit"] == next(code for code in SEVEREST_FIRST if code in codes)


SHORTER = HONEST.having(events=EVENTS[:-1], figures=FIGURES[:1])


def test_another_earlier_checkpoint_is_not_continued(check: Check) -> None:
    """The operator has signed both, so one of the two was not the truth."""
    report = check(SHORTER.packed(), previous=HONEST.having(events=OTHER_DAY).checkpoint(3))
    assert (2, "not-continued") in found(report)
    assert report["own_checkpoint"] == {"size": 3, "state": "not continued"}


def test_an_older_bundle_is_no_deletion_and_not_verified_either(check: Check) -> None:
    """Nothing contradicts anything; only in the bundle itself a newer one does."""
    report = check(SHORTER.packed(), previous=HONEST.checkpoint())
    assert (6, "older-than-checkpoint") in found(report)
    assert (2, "not-continued") not in found(report)
    assert report["own_checkpoint"] == {"size": 7, "state": "newer"}
    inside = check(SHORTER.having(previous=HONEST.checkpoint()).packed())
    assert (2, "not-continued") in found(inside)


@pytest.mark.parametrize(
    ("bundle", "keys", "names"),
    [
        (HONEST, LOG_ONLY.replace(ORIGIN, "other"), None),
        (HONEST, LOG_ONLY, {"witnesses-not-checked"}),
        (HONEST, "# nobody\n", None),
        (HONEST, KEYS.splitlines()[1], None),
        (HONEST, STRANGERS, {"manifest-signature", "checkpoint-signature"}),
        (HONEST, key_line(ORIGIN, LOG_KIND, WITNESS_KEY), {"manifest-signature"}),
    ],
)
def test_only_known_keys_count(
    check: Check, bundle: Bundle, keys: str, names: set[str] | None
) -> None:
    """No key is taken from the bundle; a list of no log's, or with other ids, is none."""
    report = check(bundle.packed(), keys)
    if names is None:
        assert report == {"exit": 64, "findings": []}
    else:
        assert names <= {name for _, name in found(report)}


def test_a_wrong_signature_of_a_known_key_is_found(check: Check) -> None:
    """Also where another key's signature on the same note is right."""
    text, _, signatures = HONEST.checkpoint().rpartition("\n\n")
    text += "\n"
    other = cosignature(text.replace("7", "8", 1))
    members = {"checkpoint.txt": f"{text}\n{signature(ORIGIN, text, LOG_KEY)}{other}".encode()}
    report = check(HONEST.having(resigned=members).packed())
    assert signatures
    assert found(report) == {(4, "checkpoint-signature"), (4, "witnesses-missing")}


def test_who_checks_may_demand_more_witnesses(check: Check) -> None:
    """Else the record's own policy holds, else one."""
    assert found(check(HONEST.packed(), required=2)) == {(4, "witnesses-missing")}
    policy = Event("witness.policy_set", {"effective_on": "2026-11-03", "required": 2}, stream=77,
                   recorded="2026-11-03T00:00:00.000000Z")  # fmt: skip
    report = check(HONEST.having(events=(*EVENTS, policy)).packed())
    assert (report["required"], found(report)) == (2, {(4, "witnesses-missing")})


def test_a_publication_is_verified_within_its_limits(check: Check) -> None:
    """Its figures cannot be recomputed, and that is never called verified."""
    told = [{**figure, "counted": len(figure["counted"])} for figure in FIGURES]
    figures = tuple({key: fig[key] for key in fig if key != "parts"} for fig in told)
    bundle = HONEST.having(purpose="publication", figures=figures)
    report = check(bundle.packed())
    assert (report["exit"], found(report)) == (6, {(6, "not-recomputed")})
    hidden = ({**figures[0], "value": None, "counted": None, "suppressed": True}, figures[1])
    assert check(bundle.having(figures=hidden).packed())["exit"] == 6


def test_corrections_and_voidings_have_their_effect(check: Check) -> None:
    """A correction moves a fact into another year, a voiding takes one out."""
    later = "2026-11-03T00:00:00.000000Z"
    corrected = {"effective_on": "2024-05-01", "corrects": 1, "now": {"effective_on": "2023-05-01"}}
    mended = (
        *EVENTS,
        Event("advice.corrected", corrected, stream=10, version=2, recorded=later),
        Event("advice.voided", {"effective_on": "2025-07-01", "voids": 1}, stream=13, version=2,
              recorded=later),
    )  # fmt: skip
    report = check(HONEST.having(events=mended).packed())
    assert {name for _, name in found(report)} == {"figure-differs"}
    assert [figure["verdict"] for figure in report["figures"]] == ["differs", "differs"]


def test_a_definition_that_is_none_is_malformed(check: Check) -> None:
    """What the figure language refuses cannot be in force."""
    unknown = defined("consultations", {**count("advice.held"), "more": 1}, stream=2)
    report = check(HONEST.having(events=(EVENTS[0], unknown, *EVENTS[2:])).packed())
    assert found(report) == {(5, "malformed")}
    assert report.keys() == {"exit", "sha256", "findings"}


MEMBERS = HONEST.members()
PACKED = HONEST.packed()
FIRST_LINE, *OTHER_LINES = MEMBERS["events.jsonl"].decode().splitlines(keepends=True)


def with_lines(first: str) -> bytes:
    """Give the bundle with another first line of events."""
    lines = "".join((first, *OTHER_LINES)).encode()
    return HONEST.having(resigned={"events.jsonl": lines}).packed()


MALFORMED = {
    "nothing": b"",
    "no archive": b"a" * 200,
    "something before": b"a" + PACKED,
    "something behind": PACKED + b"a",
    "cut short": PACKED[:-1],
    "a checksum": archive(MEMBERS.items()).replace(b"\x14\x00", b"\x15\x00", 1),
    "a member's byte": PACKED.replace("架空の資料".encode(), "架空の史料".encode()),
    "a member too many": archive([*MEMBERS.items(), ("zz.txt", b"")]),
    "a path": archive([("../README.txt", b""), *MEMBERS.items()]),
    "another order": archive(reversed(MEMBERS.items())),
    "no figures": archive((k, v) for k, v in MEMBERS.items() if k != "figures.json"),
    "a space in a line": with_lines(FIRST_LINE.replace(",", ", ", 1)),
    "a key twice": with_lines(FIRST_LINE.replace('{"i":0', '{"i":0,"i":0')),
    "a float": with_lines(FIRST_LINE.replace('"v":1', '"v":1.0')),
    "a state without an event": with_lines(FIRST_LINE.replace('\\"event\\"', '\\"evens\\"')),
    "a day that is none": with_lines(FIRST_LINE.replace("2024-04-01\\", "2024-02-30\\")),
    "a line without an end": HONEST.having(
        resigned={"events.jsonl": MEMBERS["events.jsonl"][:-1]}
    ).packed(),
    "an empty line": with_lines("\n" + FIRST_LINE),
    "figures out of order": HONEST.having(figures=FIGURES[::-1]).packed(),
    "a figure with more": HONEST.having(figures=({**FIGURES[0], "x": 1}, FIGURES[1])).packed(),
    "figures that are none": HONEST.having(
        resigned={"figures.json": compact({"figures": {}}).encode()}
    ).packed(),
    "a checkpoint that is none": HONEST.having(resigned={"checkpoint.txt": b"\n\n"}).packed(),
    "not UTF-8": HONEST.having(resigned={"figures.json": b"\xff"}).packed(),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_what_is_not_in_the_form_is_malformed(check: Check, case: str) -> None:
    """Nothing else is looked at, and the report says nothing else."""
    report = check(MALFORMED[case])
    assert found(report) == {(5, "malformed")}
    assert report["exit"] == 5
    assert report.keys() == {"exit", "sha256", "findings"}
