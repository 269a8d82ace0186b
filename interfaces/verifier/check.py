"""Everything that is checked of a bundle, and what was found."""

import re
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, BinaryIO

from cryptography.x509 import Certificate

from .archive import (
    CHECKPOINT,
    EVENTS,
    FIGURES,
    LARGEST,
    MANIFEST,
    PAGE,
    PREVIOUS,
    STAMP,
    Archive,
    digest_of,
)
from .events import effective, lines_of
from .figures import Figures, NoFigure
from .forms import IDENTITY, Definition, figures, in_force
from .log import OF_PERSONS, Log, facts
from .note import LOG, WITNESS, Key, Note, as_kept
from .statements import Checkpoint, Manifest
from .strict import Malformed, canonical
from .timestamp import time_of
from .witnesses import APPOINTED, appointed, demanded
from .witnesses import in_force as keys_in_force
from .words import CODES, TONGUES, sentence

_MAY_BE_SUPPRESSED = {"value", "rows", "counted", "recorded"}
_TOLD = (*IDENTITY, "value", "recorded")
_identity = itemgetter(*IDENTITY)
_NOT_AS_SIGNED = {"events-missing", "event-altered"}
_NOT_CONTINUED = "not-continued "
_KEPT = "--previous"
_EARLIER = {"own_checkpoint": _KEPT, "bundled_checkpoint": PREVIOUS}
"""What is told of the checkpoint that the evaluator kept, and of one that the bundle brings."""
_UNSIGNED = {MANIFEST: "manifest-signature", CHECKPOINT: "checkpoint-signature"}


class Report:
    """The verdict: what docs/bundle.md says of it in JSON, and what people are told besides."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.told: dict[str, Any] = {"exit": 0, "findings": []}
        self.names = set[str]()
        self.besides: dict[str, Any] = {}

    def found(self, name: str, where: str, more: str = "", **values: int) -> None:
        """Add a finding: its name, where, and what there is to say besides and in its sentence."""
        said = {tongue: sentence(name, more, at, values) for at, tongue in enumerate(TONGUES)}
        self.told["findings"].append({"code": CODES[name], "name": name, "where": where, **said})
        self.names.add(name)
        self.told["exit"] = next(code for each, code in CODES.items() if each in self.names)


def check(  # noqa: PLR0913 - what a checker is given
    bundle: BinaryIO,
    known: Sequence[Key],
    *,
    previous: bytes | None = None,
    witnesses: int | None = None,
    authority: Sequence[Certificate] = (),
    page: bytes | None = None,
) -> Report:
    """Check a bundle with these keys, and against the checkpoint that the evaluator kept.

    `page` is the verify.html that the checker knows. Raises `Malformed` for what is no part of the
    bundle: where `previous` is no checkpoint, or none of the keys is that of a log.
    """
    if all(key.kind != LOG for key in known):
        raise Malformed("--key", "log-key")
    own = {} if previous is None else {_KEPT: Checkpoint.read(as_kept(previous), _KEPT)}
    digest = digest_of(bundle)
    report = Report()
    try:
        report = checked = _Check(Archive(bundle), known, own)
        checked.signatures()
        checked.record()
        checked.witnesses(witnesses)
        checked.timestamp(authority)
        checked.continuation()
        checked.members(page)
        checked.figures()
    except Malformed as broken:
        report = Report()
        report.found("malformed", *broken.args)
    report.told["sha256"] = digest
    return report


class _Check(Report):
    """One check of one bundle; each method is a part of section 4, and adds what it finds."""

    def __init__(self, archive: Archive, known: Sequence[Key], own: dict[str, Checkpoint]) -> None:
        super().__init__()
        self.archive, self.known = archive, known
        self.manifest = manifest = Manifest.read(archive.read(MANIFEST))
        self.checkpoint = Checkpoint.read(archive.read(CHECKPOINT), CHECKPOINT)
        self.earlier, self.unsigned = dict(own), set[str]()
        if PREVIOUS in archive:
            self.earlier[PREVIOUS] = Checkpoint.read(archive.read(PREVIOUS), PREVIOUS)
        sizes = {each.size for each in self.earlier.values()}
        self.log = log = Log(lines_of(archive.lines(EVENTS), manifest.purpose), sizes)
        self.always = effective(log.kept)
        self.told |= {
            "for": manifest.purpose,
            "origin": manifest.origin,
            "size": manifest.size,
            "programme": manifest.programme,
            "valid_on": manifest.valid_on,
            "fiscal_years": manifest.years,
            "whole": log.whole,
            "withheld": log.tree.size - log.whole,
        }
        self.besides = {key: log.recorded[key] for key in ("late", "taken_over")}
        self.besides["last_on"] = log.last_on
        self.besides["days"] = sorted(log.taken_over_on)

    def signatures(self) -> None:
        """Demand a known key of each origin, and no wrong signature of a known key."""
        self._signed(MANIFEST, self.manifest.note, self.manifest.origin)
        for where, each in {CHECKPOINT: self.checkpoint, **self.earlier}.items():
            self._signed(where, each.note, each.origin)

    def _signed(self, where: str, note: Note, origin: str) -> None:
        own = [key for key in self.known if (key.kind, key.name) == (LOG, origin)]
        others = [key for key in self.known if key.kind == WITNESS]
        if where == MANIFEST:
            own, others = [key._replace(name=f"{origin}/bundle") for key in own], []
        found = list(note.judged([*own, *others]))
        if not (all(right for _, right in found) and any(key.kind == LOG for key, _ in found)):
            self.unsigned.add(where)
            self.found(_UNSIGNED.get(where, "previous-signature"), where)

    def record(self) -> None:
        """See that all speak of one log, and that its events are those that were signed."""
        log, checkpoint, opened = self.log, self.checkpoint, self._last("log.opened")
        said = self.manifest.origin, self.manifest.size
        of_log, epoch = opened.get("origin"), opened.get("epoch")
        name = f"{of_log}/{epoch}" if type(of_log) is str and type(epoch) is int else None
        if (*said, name) != (checkpoint.origin, checkpoint.size, checkpoint.origin):
            self.found("statement-altered", MANIFEST)
        goes_on = any(line.startswith(_NOT_CONTINUED) for line in checkpoint.lines)
        if not (goes_on or checkpoint.origin.endswith("/1")):
            self.found("statement-altered", CHECKPOINT)
        simulated = "clock simulated" in checkpoint.lines or opened.get("clock") == "simulated"
        self.told["simulated"] = simulated
        if simulated:
            self.found("simulated-clock", CHECKPOINT)
        if log.missing is not None or log.tree.size != checkpoint.size:
            # Where places are not as they were, nothing more can be said of what stands in them.
            self.found("events-missing", f"{EVENTS}:{log.missing or log.tree.size + 1}")
        elif log.altered is not None or log.tree.root() != checkpoint.root:
            self.found("event-altered", f"{EVENTS}:{log.altered or '?'}")

    def _last(self, topic: str) -> dict[str, Any]:
        """Give the fields of the last effective event of a topic."""
        return next((e.fields for e in reversed(self.always) if e.topic == topic), {})

    def witnesses(self, required: int | None) -> None:
        """Count the witnesses that co-signed, and say how many had to."""
        stated = demanded(self.always, self.log.last_on)
        required = stated if required is None else required
        keys = [key for key in self.known if key.kind == WITNESS]
        signed = {key for key, right in self.checkpoint.note.judged(keys) if right}
        others = self._not_in_force(signed)
        for name in sorted({key.name for key in others}):
            self.found("witness-key-not-in-force", name)
        names = sorted({key.name for key in signed - others})
        told = {"witnesses": names, "required": required, "appointed": appointed(self.always)}
        self.told |= told
        if not keys:
            self.found("witnesses-not-checked", CHECKPOINT)
        elif len(names) < required:
            self.found("witnesses-missing", CHECKPOINT, f"{len(names)}/{required}")

    def _not_in_force(self, signed: set[Key]) -> set[Key]:
        """Give the keys that do not count by the record; all do where it names no witness."""
        if all(each.topic != APPOINTED for each in self.log.kept):
            return set()
        lines = keys_in_force(self.always, self.log.last_on)
        return {key for key in signed if key.line not in lines}

    def timestamp(self, authority: Sequence[Certificate]) -> None:
        """Say what is known of the time at which the checkpoint was there."""
        its = "absent"
        if STAMP in self.archive:
            its = time_of(self.archive.read(STAMP), self.checkpoint.note.text, authority)
        self.told["timestamp"] = its
        if its == "wrong":
            self.found("timestamp-wrong", STAMP)

    def continuation(self) -> None:
        """See that the log begins with each earlier checkpoint, or says that it does not."""
        for which, where in _EARLIER.items():
            each = self.earlier.get(where)
            told = each and {"size": each.size, "state": self._continued(where, each)}
            self.told[which] = told
        for line in self.checkpoint.lines:
            if line.startswith(_NOT_CONTINUED):
                self.found("new-epoch", CHECKPOINT, " ".join(line.split(" ")[1:3]))

    def _continued(self, where: str, each: Checkpoint) -> str:
        now, roots, state = self.checkpoint, self.log.roots, "continued"
        if where == _KEPT and each.origin == now.origin and each.size > now.size:
            state = "newer"
            self.found("older-than-checkpoint", where, size=now.size, kept=each.size)
        elif each.size > now.size or (each.origin, each.root) != (now.origin, roots.get(each.size)):
            state = "not continued"
            self.found("not-continued", where, f"{each.origin} {each.size}")
        # What nobody signed shows nothing, whether it is continued or not.
        return "unsigned" if where in self.unsigned else state

    def members(self, page: bytes | None) -> None:
        """See that the members are those of the manifest, and the page the one that is known."""
        for name in [*LARGEST][1:]:
            if name in self.archive and name != EVENTS:
                self.archive.read(name)
            if self.archive.digests.get(name) != self.manifest.digests.get(name):
                self.found("member-altered", name)
        if self.archive.read(PAGE) != page:
            self.found("page-unknown", PAGE)

    def figures(self) -> None:
        """Say of every figure stated, and of every one that should be there, what it is."""
        stated = figures(self.archive.read(FIGURES), self.manifest.purpose)
        definitions = in_force(self.always, self.manifest.valid_on)
        verdicts = ["not-recomputed"] * len(stated)
        if not _NOT_AS_SIGNED & self.names:
            verdicts = self._verdicts(stated, definitions)
        self.told["figures"] = [
            {**{key: one[key] for key in _TOLD}, "verdict": verdict}
            for one, verdict in zip(stated, verdicts, strict=True)
        ]
        self.besides |= {"definitions": definitions, "stated": stated}

    def _verdicts(
        self, stated: Sequence[dict[str, Any]], definitions: dict[str, Definition]
    ) -> list[str]:
        """Give what comes of each figure stated, and say what is found."""
        asked = {"programme": self.manifest.programme, "valid_on": self.manifest.valid_on}
        computed = self._computed([*definitions.values()])
        shown = self.manifest.purpose == "publication" or asked["programme"] in self.log.scopes
        if not (shown and definitions):
            self.found("nothing-checked", MANIFEST)
        seen = Counter(map(_identity, stated))
        years = self.manifest.years
        due = {(its["code"], its["version"], y) for its in definitions.values() for y in years}
        for which in sorted(due | seen.keys()):
            if seen[which] > 1 or (which in due and not seen[which]):
                self.found("figure-missing", "/".join(map(str, which)))
        programme = self.manifest.programme
        hidden = {code: self.log.withholds(its, programme) for code, its in definitions.items()}
        verdicts = []
        for one in stated:
            verdict, withheld = "undefined", ""
            if _identity(one) in due and asked.items() <= one.items():
                its, withheld = definitions[one["code"]], hidden[one["code"]]
                same = withheld or _same(one, its, computed)
                verdict = "not-recomputed" if withheld else "recomputed" if same else "differs"
            if verdict != "recomputed":
                name = verdict if withheld else f"figure-{verdict}"
                self.found(name, "/".join(map(str, _identity(one))), withheld)
            verdicts.append(verdict)
        return verdicts

    def _computed(self, definitions: Sequence[Definition]) -> Figures:
        """Read again what the definitions read of the events."""
        topics = {topic for each in definitions for of in each["facts"] for topic in of["topics"]}
        # A name is any word of a definition: too many do no harm, they only take up room.
        words = re.findall(r'"([a-z][a-z0-9_]*)"', canonical([*definitions]))
        families = sorted({topic.partition(".")[0] for topic in topics} | OF_PERSONS)
        of_family = re.compile(rf'\{{"i":[0-9]+,"t":"(?:{"|".join(families)})\.'.encode())
        lines = filter(of_family.match, self.archive.lines(EVENTS))
        scopes = {"common", self.manifest.programme}
        read = lines_of(lines, self.manifest.purpose)
        found = effective(facts(read, topics, scopes, {*words, "effective_on"}))
        return Figures(found, self.manifest.programme, self.manifest.valid_on)


def _same(stated: dict[str, Any], its: Definition, computed: Figures) -> bool:
    """Say whether the figure comes out as it is stated, in every one of its parts."""
    try:
        right = computed.figure(its, stated["fiscal_year"])
    except NoFigure:
        return False
    if "parts" not in stated:
        right["counted"] = len(right["counted"])
    hidden = _MAY_BE_SUPPRESSED if stated.get("suppressed") is True else set()
    keys = [key for key in right if key in stated and not (key in hidden and stated[key] is None)]
    return canonical([stated[key] for key in keys]) == canonical([right[key] for key in keys])
