"""Bundles made by hand, from plain events: written from docs/bundle.md, not from the service.

Whatever stands in a bundle can be changed before it is signed (as whoever holds the log's key
could) or after it was made (as anybody else could): `Made` keeps the members apart.
"""

import io
import json
import zipfile
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from interfaces.verifier.check import check
from interfaces.verifier.note import Key, keys

ORIGIN = "ayumi/example/1"
PROGRAMME = "grant:dx-r6"
NAMESPACE = UUID("6c1b6ddc-0f5c-4f5e-9f0a-0d6a3f1f7a11")
ORDER = (
    "README.txt",
    "checkpoint.txt",
    "previous.txt",
    "timestamp.tsr",
    "figures.json",
    "words.json",
    "events.jsonl",
    "verify.html",
)
PAGE = b"<!doctype html>\n"
WORDS = '{"topics":{"order.paid":{"ja":"支払われた。","en":"It was paid.","fields":{}}}}\n'.encode()
Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Signer:
    """A key pair under a name; its key is made from the name, so that bundles are the same.

    `of` tells the keys apart that one name has had.
    """

    name: str
    kind: int = 1
    of: str = ""

    def signed(self, message: bytes) -> bytes:
        """Sign some bytes."""
        return self._private().sign(message)

    def line(self, text: str, name: str | None = None, at: int = 1_700_000_000) -> str:
        """Give the signature line under a note with this text."""
        name = name or self.name
        value = self.key_id(name)
        if self.kind == 4:
            message = f"cosignature/v1\ntime {at}\n{text}".encode()
            value += at.to_bytes(8) + self.signed(message)
        else:
            value += self.signed(text.encode())
        return f"— {name} {b64encode(value).decode()}\n"

    def key_id(self, name: str | None = None) -> bytes:
        """Give the key's id under a name."""
        kind = bytes([self.kind])
        return sha256((name or self.name).encode() + b"\n" + kind + self.public()).digest()[:4]

    def public(self) -> bytes:
        """Give the public key."""
        return self._private().public_key().public_bytes_raw()

    def written(self) -> str:
        """Give the line of a file of keys."""
        value = b64encode(bytes([self.kind]) + self.public()).decode()
        return f"{self.name}+{self.key_id().hex()}+{value}"

    def key(self) -> Key:
        """Give the key as the verifier reads it."""
        return next(keys(self.written().encode(), "keys"))

    def _private(self) -> Ed25519PrivateKey:
        seed = sha256(f"{self.name}{self.of}".encode()).digest()
        return Ed25519PrivateKey.from_private_bytes(seed)


LOG = Signer(ORIGIN)
WITNESS = Signer("witness/tateshina", 4)
OTHER_WITNESS = Signer("witness/fujimi", 4)


def stream(name: str) -> str:
    """Give the id of a stream."""
    return str(uuid5(NAMESPACE, name))


def event(topic: str, of: str = "", version: int = 1, **fields: Any) -> Plain:  # noqa: ANN401
    """Give a plain event; what is not its own is of its record: see below."""
    scope = fields.pop("scope", PROGRAMME)
    day = fields.pop("day", "2024-05-01")
    return {
        "topic": topic,
        "scope": scope,
        "stream": stream(of or topic),
        "version": version,
        "recorded": fields.pop("recorded", ""),
        "taken_over": fields.pop("taken_over", False),
        "withheld": fields.pop("withheld", False),
        "event": {"effective_on": day, "programme": scope, **fields},
    }


def opened(**fields: Any) -> Plain:  # noqa: ANN401
    """Give the first event of a log."""
    name, _, epoch = ORIGIN.rpartition("/")
    whole = {"origin": name, "epoch": int(epoch), "clock": "server", "projections": {}, **fields}
    return event("log.opened", scope="common", day="2024-04-01", **whole)


def defined(definition: Plain, of: str = "", version: int = 1, day: str = "2024-04-01") -> Plain:
    """Give the event that publishes a definition."""
    its = of or f"figure {definition['code']}"
    return event("figure.defined", its, version, scope="common", day=day, definition=definition)


def counted(code: str = "paid", **changed: Any) -> Plain:  # noqa: ANN401
    """Give a definition that counts the orders paid in a year."""
    measure = {"kind": "count", "basis": "annual", "facts": {"opens": ["order.paid"]}}
    words = {"ja": "支払のあった受注", "en": "Paid orders"}
    told = {"title": words, "sentence": words, "unit": {"ja": "件", "en": "orders"}}
    return {"code": code, "version": 1, **told, "measure": measure, **changed}


def state(plain: Plain) -> str:
    """Give the stored bytes of an event, as text."""
    by = {"actor": "u-1", "taken_over": plain["taken_over"], "salt": "00" * 16}
    whole = {"v": 1, "by": by, "event": plain["event"]}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def lines(events: Sequence[Plain], purpose: str = "evaluation") -> list[str]:
    """Give the lines of a bundle; what has `withheld` is withheld."""
    found, recorded = [], "2024-05-02T00:00:00.000000Z"
    for index, plain in enumerate(events):
        recorded = plain["recorded"] or recorded
        place = {"i": index, "t": plain["topic"], "p": plain["scope"]}
        own = {"o": plain["stream"], "v": plain["version"], "r": recorded}
        text = state(plain)
        always = plain["topic"].partition(".")[0] in {"log", "figure", "witness"}
        if always or (purpose == "evaluation" and not plain["withheld"]):
            written: Plain = {**place, **own, "s": text}
        elif purpose == "evaluation":
            written = {**place, "h": inner({**own, "s": text})}
        else:
            written = {"i": index, "l": leaf({**place, **own, "s": text}).hex()}
        found.append(json.dumps(written, ensure_ascii=False, separators=(",", ":")))
    return found


def inner(line: Plain) -> str:
    """Give the inner hash of a whole line."""
    digest = sha256(line["s"].encode()).hexdigest()
    return sha256(f"{line['o']}\n{line['v']}\n{line['r']}\n{digest}\n".encode()).hexdigest()


def leaf(line: Plain) -> bytes:
    """Give the leaf of any line."""
    if "l" in line:
        return bytes.fromhex(line["l"])
    hidden = line["h"] if "h" in line else inner(line)
    text = f"ev1\n{line['i']}\n{line['t']}\n{line['p']}\n{hidden}\n"
    return sha256(b"\0" + text.encode()).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """Give the root of a tree, as RFC 9162 defines it."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256().digest()
    left = 1
    while left * 2 < len(leaves):
        left *= 2
    return sha256(b"\1" + root(leaves[:left]) + root(leaves[left:])).digest()


def checkpoint(
    written: Sequence[str],
    signers: Sequence[Signer] = (LOG,),
    more: Sequence[str] = (),
    origin: str = ORIGIN,
) -> bytes:
    """Give the signed checkpoint of a log with these lines."""
    top = b64encode(root([leaf(json.loads(line)) for line in written])).decode()
    text = "".join(f"{line}\n" for line in (origin, len(written), top, *more))
    return f"{text}\n{''.join(signer.line(text) for signer in signers)}".encode()


def figure(definition: Plain, **stated: Any) -> Plain:  # noqa: ANN401
    """Give a figure as a bundle states it; what is not named is that of no facts at all."""
    return {
        "code": definition["code"],
        "version": definition["version"],
        "programme": PROGRAMME,
        "fiscal_year": 2024,
        "valid_on": "2025-03-31",
        "value": 0,
        "reason_without_value": None,
        "by": definition.get("by", []),
        "rows": [],
        "parts": [],
        "counted": [],
        "recorded": {"as_it_happened": 0, "late": 0, "taken_over": 0},
        **stated,
    }


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle in its pieces: what the manifest says, the other members, and who signs it."""

    members: Mapping[str, bytes]
    head: Mapping[str, str]
    signer: Signer = LOG
    unsigned: Mapping[str, bytes] = field(default_factory=dict)

    def manifest(self) -> bytes:
        """Give the signed manifest over the members."""
        told = [f"{name}: {value}" for name, value in self.head.items()]
        digests = [
            f"sha256: {sha256(self.members[name]).hexdigest()} {name}"
            for name in ORDER
            if name in self.members
        ]
        text = "\n".join(["ayumi-bundle/1", *told, *digests, ""])
        line = self.signer.line(text, f"{self.head['origin']}/bundle")
        return f"{text}\n{line}".encode()

    def by_insider(self, **members: bytes | None) -> "Made":
        """Change members (by the first word of their names) and sign the manifest anew."""
        return replace(self, members=_changed(self.members, members))

    def by_outsider(self, **members: bytes | None) -> "Made":
        """Change members, with nobody to sign."""
        whole = self.unsigned or {"manifest.txt": self.manifest(), **self.members}
        return replace(self, unsigned=_changed(whole, members))

    def zipped(self) -> bytes:
        """Give the file."""
        whole = self.unsigned or {"manifest.txt": self.manifest(), **self.members}
        return zipped((name, whole[name]) for name in ("manifest.txt", *ORDER) if name in whole)

    def checked(self, signers: Iterable[Signer] = (LOG,), **asked: Any) -> Plain:  # noqa: ANN401
        """Give the verdict of the verifier, in JSON."""
        known = [each.key() for each in signers]
        return check(io.BytesIO(self.zipped()), known, **{"page": PAGE, **asked}).told


def _changed(members: Mapping[str, bytes], new: Mapping[str, bytes | None]) -> dict[str, bytes]:
    names = {name.partition(".")[0]: name for name in ("manifest.txt", *ORDER)}
    whole = {**members, **{names[word]: value for word, value in new.items()}}
    return {name: value for name, value in whole.items() if value is not None}


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Give the canonical archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            archive.writestr(entry, content)
    return file.getvalue()


def made(  # noqa: PLR0913 - what a bundle is made of
    events: Sequence[Plain],
    figures: Sequence[Plain] = (),
    *,
    purpose: str = "evaluation",
    signers: Sequence[Signer] = (LOG,),
    more: Sequence[str] = (),
    previous: bytes | None = None,
    timestamp: bytes | None = None,
    valid_on: str = "2025-03-31",
    years: Sequence[int] = (2024,),
    page: bytes = PAGE,
    words: bytes | None = None,
) -> Made:
    """Make a bundle."""
    written = lines(events, purpose)
    told = json.dumps({"figures": list(figures)}, ensure_ascii=False, separators=(",", ":"))
    members = {
        "README.txt": "これは見本である。\n".encode(),
        "checkpoint.txt": checkpoint(written, signers, more),
        "previous.txt": previous,
        "timestamp.tsr": timestamp,
        "figures.json": told.encode(),
        "words.json": words,
        "events.jsonl": joined(written),
        "verify.html": page,
    }
    head = {
        "for": purpose,
        "origin": ORIGIN,
        "size": str(len(events)),
        "programme": PROGRAMME,
        "valid-on": valid_on,
        "fiscal-years": " ".join(map(str, years)),
    }
    if purpose == "publication":
        head["suppressed-below"] = "5"
    return Made({name: one for name, one in members.items() if one is not None}, head)


def joined(written: Sequence[str]) -> bytes:
    """Give lines as the member holds them."""
    return "".join(f"{line}\n" for line in written).encode()
