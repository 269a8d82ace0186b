"""Everything that is checked of a bundle, and what was found."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from cryptography.x509 import Certificate

from .archive import EVENTS, LARGEST, PAGE, Archive
from .events import Event, effective, lines_of
from .judge import judged
from .log import Log, read
from .note import LOG, WITNESS, Key, Note
from .statements import Checkpoint, Manifest
from .strict import Malformed
from .timestamp import time_of
from .words import CODES, TONGUES, sentence

_MANIFEST, _CHECKPOINT, _PREVIOUS = "manifest.txt", "checkpoint.txt", "previous.txt"
_STAMP = "timestamp.tsr"


@dataclass(slots=True)
class Report:
    """The verdict: what docs/bundle.md says of it in JSON, and what people are told besides."""

    told: dict[str, Any] = field(default_factory=lambda: {"exit": 0, "findings": []})
    besides: dict[str, Any] = field(default_factory=dict)

    def found(self, name: str, where: str, more: str = "") -> None:
        """Add a finding: its name, where, and what there is to say besides."""
        said = {tongue: sentence(name, more, at) for at, tongue in enumerate(TONGUES)}
        findings = self.told["findings"]
        findings.append({"code": CODES[name], "name": name, "where": where, **said})
        names = {each["name"] for each in findings}
        self.told["exit"] = next(code for name, code in CODES.items() if name in names)


def malformed(broken: Malformed) -> Report:
    """Give the report on what is not in the form of a bundle, a key or a checkpoint."""
    report = Report()
    report.found("malformed", *broken.args)
    return report


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

    `page` is the verify.html that the checker knows.
    """
    try:
        archive, report = Archive(bundle), Report()
        manifest = Manifest.read(archive.read(_MANIFEST))
        checkpoint = Checkpoint.read(archive.read(_CHECKPOINT), _CHECKPOINT)
        given = {} if previous is None else {"--previous": previous}
        given |= {_PREVIOUS: archive.read(_PREVIOUS)} if _PREVIOUS in archive else {}
        earlier = {where: Checkpoint.read(written, where) for where, written in given.items()}
        sizes = {each.size for each in earlier.values()}
        log = read(lines_of(archive.lines(EVENTS), manifest.purpose), sizes)
        always = effective(log.kept)
        report.told |= {
            "for": manifest.purpose,
            "origin": manifest.origin,
            "size": manifest.size,
            "programme": manifest.programme,
            "valid_on": manifest.valid_on,
            "whole": log.whole,
            "withheld": log.tree.size - log.whole,
        }
        _signed(report, _MANIFEST, manifest.note, manifest.origin, known)
        _signed(report, _CHECKPOINT, checkpoint.note, checkpoint.origin, known)
        for where, each in earlier.items():
            _signed(report, where, each.note, each.origin, known)
        _recorded(report, manifest, checkpoint, log, always)
        _witnessed(report, checkpoint, known, witnesses, always)
        report.told["timestamp"] = "absent"
        if _STAMP in archive:
            its = time_of(archive.read(_STAMP), checkpoint.note.text, authority)
            report.told["timestamp"] = its
            if its == "wrong":
                report.found("timestamp-wrong", _STAMP)
        _continued(report, checkpoint, earlier, log)
        _members(report, manifest, archive, page)
        _figures(report, manifest, archive, log, always)
    except Malformed as broken:
        return malformed(broken)
    report.besides |= {"days": sorted(log.taken_over_on)}
    report.besides |= {key: log.recorded[key] for key in ("late", "taken_over")}
    return report


def _signed(report: Report, where: str, note: Note, origin: str, known: Sequence[Key]) -> None:
    """Demand a known key of this origin, and no wrong signature of a known key."""
    suffix = "/bundle" if where == _MANIFEST else ""
    own = [k._replace(name=origin + suffix) for k in known if (k.kind, k.name) == (LOG, origin)]
    others = [key for key in known if key.kind == WITNESS and not suffix]
    found = list(note.judged([*own, *others]))
    if not (all(right for _, right in found) and any(key.kind == LOG for key, _ in found)):
        names = {_MANIFEST: "manifest-signature", _CHECKPOINT: "checkpoint-signature"}
        report.found(names.get(where, "previous-signature"), where)


def _recorded(
    report: Report, manifest: Manifest, checkpoint: Checkpoint, log: Log, always: Sequence[Event]
) -> None:
    every = [each.fields for each in always if each.topic == "log.opened"]
    opened = every[-1] if every else {}
    said = manifest.origin, manifest.size, f"{opened.get('origin')}/{opened.get('epoch')}"
    if said != (checkpoint.origin, checkpoint.size, checkpoint.origin):
        report.found("statement-altered", _MANIFEST)
    simulated = "clock simulated" in checkpoint.lines or opened.get("clock") == "simulated"
    report.told["simulated"] = simulated
    if simulated:
        report.found("simulated-clock", _CHECKPOINT)
    if log.missing is not None or log.tree.size != checkpoint.size:
        # Where places are not as they were, nothing more can be said of what stands in them.
        report.found("events-missing", f"{EVENTS}:{log.missing or log.tree.size + 1}")
    elif log.altered is not None or log.tree.root() != checkpoint.root:
        report.found("event-altered", f"{EVENTS}:{log.altered or '?'}")


def _witnessed(
    report: Report,
    checkpoint: Checkpoint,
    known: Sequence[Key],
    required: int | None,
    always: Sequence[Event],
) -> None:
    policies = [each for each in always if each.topic == "witness.policy_set"]
    stated = policies[-1].fields.get("required") if policies else 1
    if type(stated) is not int:
        raise Malformed(f"{EVENTS}:{policies[-1].position}", "state")
    required = stated if required is None else required
    keys = [key for key in known if key.kind == WITNESS]
    names = sorted({key.name for key, right in checkpoint.note.judged(keys) if right})
    report.told |= {"witnesses": names, "required": required}
    if not keys:
        report.found("witnesses-not-checked", _CHECKPOINT)
    elif len(names) < required:
        report.found("witnesses-missing", _CHECKPOINT, f"{len(names)}/{required}")


def _continued(
    report: Report, checkpoint: Checkpoint, earlier: Mapping[str, Checkpoint], log: Log
) -> None:
    report.told["previous"] = "continued" if earlier else "not given"
    for where, each in earlier.items():
        if (each.origin, each.root) != (checkpoint.origin, log.roots.get(each.size)):
            report.told["previous"] = "not continued"
            report.found("not-continued", where, f"{each.origin} {each.size}")
    for line in checkpoint.lines:
        if line.startswith("not-continued "):
            report.found("new-epoch", _CHECKPOINT, " ".join(line.split(" ")[1:3]))


def _members(report: Report, manifest: Manifest, archive: Archive, page: bytes | None) -> None:
    for name in [name for name in LARGEST if name != _MANIFEST]:
        if name in archive and name != EVENTS:
            archive.read(name)
        if archive.digests.get(name) != manifest.digests.get(name):
            report.found("member-altered", name)
    if archive.read(PAGE) != page:
        report.found("page-unknown", PAGE)


def _figures(
    report: Report, manifest: Manifest, archive: Archive, log: Log, always: Sequence[Event]
) -> None:
    """Say of every figure of the bundle, and of every one that should be there, what it is."""
    definitions, figures = judged(archive, manifest, log.hidden, always)
    seen = Counter((one["code"], one["version"], one["fiscal_year"]) for one, _, _ in figures)
    asked = [(one["code"], one["version"], y) for one in definitions for y in manifest.years]
    for stated, verdict, hidden in figures:
        where = "/".join(str(stated[key]) for key in ("code", "version", "fiscal_year"))
        if verdict != "recomputed":
            name = verdict if verdict == "not-recomputed" else f"figure-{verdict}"
            report.found(name, where, hidden)
    for which in sorted({*asked, *seen}):
        if seen[which] > 1 or (which in asked and not seen[which]):
            report.found("figure-missing", "/".join(map(str, which)))
    told = ("code", "version", "fiscal_year", "verdict", "value", "recorded")
    report.told["figures"] = [
        {key: {**one, "verdict": verdict}[key] for key in told} for one, verdict, _ in figures
    ]
    report.besides["reasons"] = [one["reason_without_value"] for one, _, _ in figures]
    report.besides["titles"] = {each["code"]: each["title"] for each in definitions}
