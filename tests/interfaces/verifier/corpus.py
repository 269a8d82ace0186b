"""A corpus of bundles: honest ones, and mutants of which each has to be refused.

    honest(number)   a bundle of a random log, with every figure as the service computes it
    mutants(number)  its mutants, one of each class

A mutant is made by an *outsider*, who can change any byte but has no key; or by an *insider*, who
holds the log's own key and signs anew whatever was changed, but cannot make a witness or an
evaluator forget what they saw. A class is named after what was done. It says with which exit code,
and under which name, a checker has to refuse it.
"""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from interfaces import verifier
from tests.interfaces.verifier.given import (
    LOG,
    ORIGIN,
    PROGRAMME,
    WITNESS,
    WORDS,
    Made,
    Plain,
    Signer,
    checkpoint,
    event,
    inner,
    joined,
    lines,
    made,
    zipped,
)
from tests.interfaces.verifier.random_logs import case

PAGE = Path(verifier.__file__).with_name("verify.html").read_bytes()
STRANGER = Signer(ORIGIN + " of a stranger")
KEPT = ("log", "figure", "witness", "person", "client")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A bundle as a checker gets it, with the checkpoint kept earlier, and what it has to say."""

    kind: str
    exit: int
    name: str
    content: bytes
    previous: bytes | None = None

    @property
    def keys(self) -> tuple[Signer, ...]:
        """Give whose keys the checker has: who kept a checkpoint may know no witness."""
        return (LOG,) if self.previous else (LOG, WITNESS)


@dataclass(frozen=True, slots=True)
class Honest:
    """An honest bundle, and what it was made of."""

    made: Made
    lines: tuple[Plain, ...]
    figures: tuple[Plain, ...]

    @property
    def content(self) -> bytes:
        """Give the file."""
        return self.made.zipped()

    @property
    def earlier(self) -> bytes:
        """Give a checkpoint that an evaluator kept from when the log was half as long."""
        return signed(self.lines[: len(self.lines) // 2 + 1])

    @property
    def newer(self) -> bytes:
        """Give one from when the log had gone on for a while after the bundle was made.

        Beside it the bundle is the same as one that the newest events were cut off from.
        """
        size = len(self.lines)
        later = [{**self.lines[-1], "i": size + more} for more in range(size % 3 + 1)]
        return signed([*self.lines, *later])


def honest(number: int) -> Honest:
    """Give an honest bundle of a random log, co-signed by a witness."""
    # Where the service gives no figure there is no bundle.
    some = (case(at) for at in range(number * 5 + 1, number * 5 + 5))
    # Nor is there anything to check where no event of the programme came about.
    one = next(
        each
        for each in some
        if all(each["expected"]) and any(e["scope"] == PROGRAMME for e in each["events"])
    )
    for each in one["events"]:
        family = each["topic"].partition(".")[0]
        each["withheld"] = each["scope"].startswith("own:") and family not in KEPT
    told: Plain = {"valid_on": one["valid_on"], "years": one["years"]}
    told |= {"signers": (LOG, WITNESS), "page": PAGE, "words": WORDS}
    whole = made(one["events"], one["expected"], **told)
    written = map(json.loads, lines(one["events"]))
    return Honest(whole, tuple(written), tuple(one["expected"]))


def mutants(number: int) -> Iterator[Mutant]:
    """Give the mutants of an honest bundle, one of each class that it allows."""
    whole = honest(number)
    for at, (kind, (code, name, make)) in enumerate(CLASSES.items()):
        content = make(whole, Random(number * len(CLASSES) + at))  # noqa: S311 - for examples
        previous = whole.earlier if "since the last visit" in kind else None
        if content is not None and content != whole.content:
            yield Mutant(kind, code, name, content, previous)


Make = Callable[[Honest, Random], bytes | None]
CLASSES: dict[str, tuple[int, str, Make]] = {}


def _class(code: int, name: str, kind: str) -> Callable[[Make], Make]:
    def add(make: Make) -> Make:
        CLASSES[kind] = (code, name, make)
        return make

    return add


def signed(written: Sequence[Plain], signers: Sequence[Signer] = (LOG,)) -> bytes:
    """Give a checkpoint of these lines, whatever they say of their own indexes."""
    return checkpoint([compact(line) for line in written], signers)


def compact(value: object) -> str:
    """Write JSON as a bundle does."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def member(written: Sequence[Plain]) -> bytes:
    """Give lines as the member holds them."""
    return joined([compact(line) for line in written])


def renumbered(written: Sequence[Plain]) -> list[Plain]:
    """Give lines with indexes that follow one another."""
    return [{**line, "i": index} for index, line in enumerate(written)]


def ordinary(whole: Honest, chance: Random) -> int:
    """Choose an event that is shown whole and belongs to no family with a meaning of its own."""
    places = [at for at, one in enumerate(whole.lines) if "s" in one and not _special(one)]
    return chance.choice(places)


def _special(line: Plain) -> bool:
    return line["t"].partition(".")[0] in KEPT


def _with(whole: Honest, at: int, **changed: Any) -> list[Plain]:  # noqa: ANN401
    return [{**line, **changed} if index == at else line for index, line in enumerate(whole.lines)]


# What anybody can do who comes by the file.


@_class(5, "malformed", "one bit of the file is flipped")
def _(whole: Honest, chance: Random) -> bytes:
    content = bytearray(whole.content)
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


@_class(5, "malformed", "the file is cut off")
def _(whole: Honest, chance: Random) -> bytes:
    return whole.content[: chance.randrange(len(whole.content))]


@_class(5, "malformed", "something is put before, behind or between")
def _(whole: Honest, chance: Random) -> bytes:
    at = chance.choice([0, len(whole.content), chance.randrange(len(whole.content))])
    return whole.content[:at] + chance.randbytes(chance.randrange(1, 9)) + whole.content[at:]


@_class(5, "malformed", "a member stands twice")
def _(whole: Honest, chance: Random) -> bytes:
    members = list({"manifest.txt": whole.made.manifest(), **whole.made.members}.items())
    return zipped([*members, chance.choice(members)])


@_class(5, "malformed", "a member has the name of another place")
def _(whole: Honest, chance: Random) -> bytes:
    members = {"manifest.txt": whole.made.manifest(), **whole.made.members}
    name = chance.choice(["../README.txt", "/etc/passwd", "C:\\README.txt", "README.txt\0", "ｒ"])
    return zipped([*members.items(), (name, b"")])


@_class(5, "malformed", "a member says that it is ten gigabytes long")
def _(whole: Honest, _: Random) -> bytes:
    size = len(whole.made.members["events.jsonl"]).to_bytes(4, "little")
    return whole.content.replace(size * 2, (0xFFFF_FFFE).to_bytes(4, "little") * 2)


@_class(1, "member-altered", "a letter of an event is changed, and the archive mended")
def _(whole: Honest, chance: Random) -> bytes:
    content = whole.made.members["events.jsonl"]
    at = content.index(b'actor\\":\\"', chance.randrange(len(content) // 3)) + 10
    return whole.made.by_outsider(events=content[:at] + b"x" + content[at + 1 :]).zipped()


@_class(1, "member-altered", "a figure is another, and the archive mended")
def _(whole: Honest, chance: Random) -> bytes:
    return whole.made.by_outsider(figures=_figures(_other_figure(whole, chance))).zipped()


@_class(1, "member-altered", "a word is another, and the archive mended")
def _(whole: Honest, _: Random) -> bytes:
    other = WORDS.replace("支払われた".encode(), "支払われなかった".encode())
    return whole.made.by_outsider(words=other).zipped()


@_class(1, "member-altered", "the words are taken out")
def _(whole: Honest, _: Random) -> bytes:
    return whole.made.by_outsider(words=None).zipped()


@_class(1, "member-altered", "words are put in that the manifest does not name")
def _(whole: Honest, _: Random) -> bytes:
    without = whole.made.by_insider(words=None)
    return without.by_outsider(words=WORDS).zipped()


@_class(1, "member-altered", "the page is another")
def _(whole: Honest, _: Random) -> bytes:
    return whole.made.by_outsider(verify=b"<!doctype html><h1>verified").zipped()


@_class(4, "manifest-signature", "a figure is another, and the manifest says so")
def _(whole: Honest, chance: Random) -> bytes:
    forged = whole.made.by_insider(figures=_figures(_other_figure(whole, chance))).manifest()
    text = forged.decode().rpartition("\n\n")[0] + "\n"
    true = whole.made.manifest().decode().rpartition("\n\n")[2]
    figures = _figures(_other_figure(whole, Random(chance.random())))  # noqa: S311
    return whole.made.by_outsider(manifest=f"{text}\n{true}".encode(), figures=figures).zipped()


@_class(4, "manifest-signature", "the manifest is signed by a stranger under the log's name")
def _(whole: Honest, _: Random) -> bytes:
    text = whole.made.manifest().decode().rpartition("\n\n")[0] + "\n"
    line = STRANGER.line(text, f"{ORIGIN}/bundle")
    return whole.made.by_outsider(manifest=f"{text}\n{line}".encode()).zipped()


@_class(4, "checkpoint-signature", "the log is another, signed by a stranger under its name")
def _(whole: Honest, chance: Random) -> bytes:
    written = _another_history(whole, chance)
    text = signed(written).decode().rpartition("\n\n")[0] + "\n"
    note = f"{text}\n{STRANGER.line(text, ORIGIN)}".encode()
    return whole.made.by_insider(events=member(written), checkpoint=note).zipped()


@_class(4, "manifest-signature", "the bundle is said to be that of another log")
def _(whole: Honest, _: Random) -> bytes:
    text = whole.made.manifest().decode().rpartition("\n\n")[0] + "\n"
    other = text.replace(f"origin: {ORIGIN}", "origin: ayumi/other/1")
    line = STRANGER.line(other, "ayumi/other/1/bundle")
    return whole.made.by_outsider(manifest=f"{other}\n{line}".encode()).zipped()


# What whoever holds the log's key can do, and cannot.


@_class(1, "event-altered", "one bit of an event's state is flipped")
def _(whole: Honest, chance: Random) -> bytes:
    at = ordinary(whole, chance)
    state = whole.lines[at]["s"]
    salt = state.index('"salt":"') + 8 + chance.randrange(32)
    flipped = state[:salt] + "1" + state[salt + 1 :]
    return whole.made.by_insider(events=member(_with(whole, at, s=flipped))).zipped()


@_class(1, "event-altered", "an event is of another kind")
def _(whole: Honest, chance: Random) -> bytes:
    at = ordinary(whole, chance)
    return whole.made.by_insider(events=member(_with(whole, at, t="order.other"))).zipped()


@_class(1, "event-altered", "an event is of another programme")
def _(whole: Honest, chance: Random) -> bytes:
    at = ordinary(whole, chance)
    return whole.made.by_insider(events=member(_with(whole, at, p="own:203246x"))).zipped()


@_class(1, "event-altered", "an event has another time")
def _(whole: Honest, chance: Random) -> bytes:
    at = ordinary(whole, chance)
    time = whole.lines[at]["r"]
    other = time[:-2] + ("1" if time[-2] == "0" else "0") + "Z"
    return whole.made.by_insider(events=member(_with(whole, at, r=other))).zipped()


@_class(1, "event-altered", "an event is of another version")
def _(whole: Honest, chance: Random) -> bytes:
    at = ordinary(whole, chance)
    version = whole.lines[at]["v"] + 100
    return whole.made.by_insider(events=member(_with(whole, at, v=version))).zipped()


@_class(1, "event-altered", "an event is somebody else's")
def _(whole: Honest, chance: Random) -> bytes:
    at = ordinary(whole, chance)
    other = "00000000-0000-4000-8000-000000000000"
    return whole.made.by_insider(events=member(_with(whole, at, o=other))).zipped()


@_class(1, "event-altered", "a withheld event is another")
def _(whole: Honest, chance: Random) -> bytes | None:
    places = [at for at, line in enumerate(whole.lines) if "h" in line]
    if not places:
        return None
    at = chance.choice(places)
    other = f"{int(whole.lines[at]['h'], 16) ^ 1:064x}"
    return whole.made.by_insider(events=member(_with(whole, at, h=other))).zipped()


@_class(1, "event-altered", "two events have changed places, and their numbers with them")
def _(whole: Honest, chance: Random) -> bytes:
    written = list(whole.lines)
    at = chance.randrange(1, len(written) - 1)
    written[at], written[at + 1] = written[at + 1], written[at]
    return whole.made.by_insider(events=member(renumbered(written))).zipped()


@_class(1, "event-altered", "a definition is changed after it was published")
def _(whole: Honest, chance: Random) -> bytes:
    places = [at for at, line in enumerate(whole.lines) if line["t"] == "figure.defined"]
    at = chance.choice(places)
    state = whole.lines[at]["s"].replace('"sentence":{"ja":"指標"', '"sentence":{"ja":"指数"')
    return whole.made.by_insider(events=member(_with(whole, at, s=state))).zipped()


@_class(1, "event-altered", "an event is voided by one of another family")
def _(whole: Honest, chance: Random) -> bytes:
    return _voided(whole, chance, topic="zzz.voided")


@_class(1, "event-altered", "an event is voided by one of another scope")
def _(whole: Honest, chance: Random) -> bytes:
    return _voided(whole, chance, scope="grant:other")


@_class(1, "statement-altered", "a checkpoint of another size is put in")
def _(whole: Honest, _: Random) -> bytes:
    note = signed(whole.lines[:-1], (LOG, WITNESS))
    return whole.made.by_insider(checkpoint=note).zipped()


@_class(1, "event-altered", "the root is another")
def _(whole: Honest, chance: Random) -> bytes:
    top = b64encode(chance.randbytes(32)).decode()
    text = f"{ORIGIN}\n{len(whole.lines)}\n{top}\n"
    note = f"{text}\n{LOG.line(text)}{WITNESS.line(text)}".encode()
    return whole.made.by_insider(checkpoint=note).zipped()


@_class(2, "events-missing", "the first, a middle or the last event is left out")
def _(whole: Honest, chance: Random) -> bytes:
    at = chance.choice([1, ordinary(whole, chance), len(whole.lines) - 1])
    written = [line for index, line in enumerate(whole.lines) if index != at]
    return whole.made.by_insider(events=member(written)).zipped()


@_class(2, "events-missing", "an event is left out, and the rest numbered anew")
def _(whole: Honest, chance: Random) -> bytes:
    at = ordinary(whole, chance)
    written = [line for index, line in enumerate(whole.lines) if index != at]
    return whole.made.by_insider(events=member(renumbered(written))).zipped()


@_class(2, "events-missing", "an event is slipped in, and the rest numbered anew")
def _(whole: Honest, chance: Random) -> bytes:
    at = ordinary(whole, chance)
    written = [*whole.lines[:at], whole.lines[at] | {"v": 77}, *whole.lines[at:]]
    return whole.made.by_insider(events=member(renumbered(written))).zipped()


@_class(2, "events-missing", "an event stands twice")
def _(whole: Honest, chance: Random) -> bytes:
    at = ordinary(whole, chance)
    written = [*whole.lines[: at + 1], *whole.lines[at:]]
    return whole.made.by_insider(events=member(written)).zipped()


@_class(2, "not-continued", "since the last visit an early event was changed and all signed anew")
def _(whole: Honest, chance: Random) -> bytes:
    written = _another_history(whole, chance, before=len(whole.lines) // 2)
    return _signed_anew(whole, written)


@_class(2, "not-continued", "since the last visit a backup was restored and the log went on")
def _(whole: Honest, chance: Random) -> bytes:
    half = len(whole.lines) // 2
    return _signed_anew(whole, _another_history(whole, chance, before=half, after=half - 2))


@_class(4, "witnesses-missing", "the newest events were cut off and all signed anew")
def _(whole: Honest, _: Random) -> bytes:
    return _signed_anew(whole, whole.lines[:-1])


@_class(4, "witnesses-missing", "an event was changed and all signed anew")
def _(whole: Honest, chance: Random) -> bytes:
    return _signed_anew(whole, _another_history(whole, chance))


@_class(4, "checkpoint-signature", "a witness's signature is that of another checkpoint")
def _(whole: Honest, chance: Random) -> bytes:
    written = _another_history(whole, chance)
    text = signed(written).decode().rpartition("\n\n")[0] + "\n"
    old = whole.made.members["checkpoint.txt"].decode().splitlines(keepends=True)[-1]
    note = f"{text}\n{LOG.line(text)}{old}".encode()
    return whole.made.by_insider(events=member(written), checkpoint=note).zipped()


@_class(4, "witnesses-missing", "the witness's signature is taken away")
def _(whole: Honest, _: Random) -> bytes:
    return whole.made.by_insider(checkpoint=signed(whole.lines)).zipped()


@_class(4, "checkpoint-signature", "the time of a witness's signature is another")
def _(whole: Honest, chance: Random) -> bytes:
    note = whole.made.members["checkpoint.txt"].decode()
    text = note.rpartition("\n\n")[0] + "\n"
    line = WITNESS.line(text, at=1_700_000_000)
    later = WITNESS.line(text, at=1_700_000_000 + chance.randrange(1, 99))
    forged = later[: -len(line) // 2] + line[-len(line) // 2 :]
    return whole.made.by_insider(checkpoint=note.replace(line, forged).encode()).zipped()


@_class(4, "witness-key-not-in-force", "a witness signs on with the key of before the handover")
def _(whole: Honest, _: Random) -> bytes:
    renewed = Signer(WITNESS.name, WITNESS.kind, "renewed")
    its = {"recorded": max(line["r"] for line in whole.lines if "r" in line), "scope": "common"}
    its |= {"day": its["recorded"][:10], "municipality": "203246"}
    handover = [
        event("witness.appointed", "witnesses", 1, key=WITNESS.written(), **its),
        event("witness.key_changed", "witnesses", 2, key=renewed.written(), **its),
    ]
    written = renumbered([*whole.lines, *map(json.loads, lines(handover))])
    return _signed_anew(whole, written, (LOG, WITNESS))


@_class(3, "figure-differs", "a figure has another value")
def _(whole: Honest, chance: Random) -> bytes:
    return whole.made.by_insider(figures=_figures(_other_figure(whole, chance))).zipped()


@_class(3, "figure-differs", "a contributing event is dropped from a figure")
def _(whole: Honest, chance: Random) -> bytes | None:
    places = [at for at, figure in enumerate(whole.figures) if figure["counted"]]
    if not places:
        return None
    at = chance.choice(places)
    fewer = {**whole.figures[at], "counted": whole.figures[at]["counted"][1:]}
    return whole.made.by_insider(figures=_figures(_put(whole, at, fewer))).zipped()


@_class(3, "figure-differs", "late facts are said to have been recorded in time")
def _(whole: Honest, chance: Random) -> bytes | None:
    places = [
        at
        for at, figure in enumerate(whole.figures)
        if figure["recorded"]["late"] or figure["recorded"]["taken_over"]
    ]
    if not places:
        return None
    at = chance.choice(places)
    recorded = {"as_it_happened": len(whole.figures[at]["counted"]), "late": 0, "taken_over": 0}
    other = {**whole.figures[at], "recorded": recorded}
    return whole.made.by_insider(figures=_figures(_put(whole, at, other))).zipped()


@_class(3, "figure-missing", "a figure is left out")
def _(whole: Honest, chance: Random) -> bytes:
    at = chance.randrange(len(whole.figures))
    rest = [figure for index, figure in enumerate(whole.figures) if index != at]
    return whole.made.by_insider(figures=_figures(rest)).zipped()


@_class(3, "figure-missing", "a figure stands twice")
def _(whole: Honest, chance: Random) -> bytes:
    figures = [*whole.figures, chance.choice(whole.figures)]
    return whole.made.by_insider(figures=_figures(_sorted(figures))).zipped()


@_class(3, "figure-undefined", "a figure is said to have another version")
def _(whole: Honest, chance: Random) -> bytes:
    at = chance.randrange(len(whole.figures))
    other = {**whole.figures[at], "version": 2}
    return whole.made.by_insider(figures=_figures(_sorted(_put(whole, at, other)))).zipped()


@_class(6, "not-recomputed", "an event that a figure needs is withheld")
def _(whole: Honest, chance: Random) -> bytes | None:
    places = [
        at
        for at, line in enumerate(whole.lines)
        if "s" in line and line["t"] == "order.paid" and line["p"].startswith("grant:")
    ]
    reads = [one for one in whole.lines if one["t"] == "figure.defined" and "order." in one["s"]]
    reads = [one for one in reads if '"scope":"programme"' in one["s"]]
    if not (places and reads):
        return None
    at = chance.choice(places)
    line = whole.lines[at]
    written = list(whole.lines)
    written[at] = {**{key: line[key] for key in "itp"}, "h": inner(line)}
    return whole.made.by_insider(events=member(written)).zipped()


@_class(5, "malformed", "a withheld event is given out as shown")
def _(whole: Honest, chance: Random) -> bytes | None:
    places = [at for at, line in enumerate(whole.lines) if "h" in line]
    if not places:
        return None
    at = chance.choice(places)
    written = list(whole.lines)
    written[at] = {key: value for key, value in written[at].items() if key != "h"} | {"s": "{}"}
    return whole.made.by_insider(events=member(written)).zipped()


@_class(5, "malformed", "an evaluation is given out as a publication")
def _(whole: Honest, _: Random) -> bytes:
    head = {**whole.made.head, "for": "publication", "suppressed-below": "5"}
    return Made(whole.made.members, head).zipped()


@_class(4, "timestamp-wrong", "a timestamp is of another checkpoint")
def _(whole: Honest, chance: Random) -> bytes:
    stamped = whole.earlier.partition(b"\n\n")[0] + b"\n"
    reply = chance.randbytes(40) + sha256(stamped).digest() + chance.randbytes(40)
    return whole.made.by_insider(timestamp=reply).zipped()


@_class(6, "page-unknown", "the page is another, signed for by the log")
def _(whole: Honest, _: Random) -> bytes:
    return whole.made.by_insider(verify=b"<!doctype html><h1>verified").zipped()


def _figures(figures: Sequence[Plain]) -> bytes:
    return compact({"figures": list(figures)}).encode()


def _sorted(figures: Sequence[Plain]) -> list[Plain]:
    return sorted(figures, key=lambda one: (one["code"], one["version"], one["fiscal_year"]))


def _put(whole: Honest, at: int, figure: Plain) -> list[Plain]:
    return [figure if index == at else one for index, one in enumerate(whole.figures)]


def _other_figure(whole: Honest, chance: Random) -> list[Plain]:
    at = chance.randrange(len(whole.figures))
    one = whole.figures[at]
    other = {**one, "value": (one["value"] or 0) + chance.choice([-1, 1, 1000])}
    return _put(whole, at, other)


def _another_history(
    whole: Honest, chance: Random, *, before: int | None = None, after: int = 1
) -> list[Plain]:
    """Give the log with one event told otherwise, as nobody could tell who sees it only once."""
    places = [
        at
        for at, line in enumerate(whole.lines[:before])
        if at >= after and "s" in line and '"salt":"' in line["s"]
    ]
    at = chance.choice(places)
    state = whole.lines[at]["s"]
    salt = state.index('"salt":"') + 8
    return _with(whole, at, s=state[:salt] + "ff" + state[salt + 2 :])


def _voided(whole: Honest, chance: Random, *, topic: str = "", scope: str = "") -> bytes:
    """Give the log with one event more, which voids an event and is not of its like."""
    of = whole.lines[ordinary(whole, chance)]
    family = of["t"].partition(".")[0]
    place = {"t": topic or f"{family}.voided", "p": scope or of["p"]}
    last = max(line["v"] for line in whole.lines if line.get("o") == of["o"])
    state = json.loads(of["s"])
    day = state["event"]["effective_on"]
    state["event"] = {"effective_on": day, "programme": place["p"], "voids": of["v"]}
    time = max(line["r"] for line in whole.lines if "r" in line)
    its = {"o": of["o"], "v": last + 1, "r": time, "s": compact(state)}
    written = [*whole.lines, {"i": len(whole.lines), **place, **its}]
    return _signed_anew(whole, written, (LOG, WITNESS))


def _signed_anew(
    whole: Honest, written: Sequence[Plain], signers: Sequence[Signer] = (LOG,)
) -> bytes:
    head = {**whole.made.head, "size": str(len(written))}
    anew = {"events.jsonl": member(written), "checkpoint.txt": signed(written, signers)}
    members = {**whole.made.members, **anew}
    return Made(members, head).zipped()
