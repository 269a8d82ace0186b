"""A small bundle made by hand from docs/bundle.md, to be altered and checked in the browser.

The town, its members and its figures are invented (架空).
"""

import io
import json
import zipfile
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from interfaces.verifier.page import PAGE

LOG, EPOCH, WITNESS = "ayumi/kakuu", 1, "witness/kakuu"
ORIGIN = f"{LOG}/{EPOCH}"
PROGRAMME, VALID_ON, YEARS = "grant:kakuu", "2026-11-25", (2024, 2025)
LOG_KIND, WITNESS_KIND = 1, 4
LOG_KEY = Ed25519PrivateKey.from_private_bytes(b"log key of a town that is not..!")
WITNESS_KEY = Ed25519PrivateKey.from_private_bytes(b"witness of a town that is not..!")

Json = dict[str, Any]


def compact(value: object) -> str:
    """Write JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def key_id(name: str, kind: int, key: Ed25519PrivateKey) -> bytes:
    """Give the first bytes of the hash of name, kind and public key."""
    named = f"{name}\n".encode() + bytes([kind])
    return sha256(named + key.public_key().public_bytes_raw()).digest()[:4]


def key_line(name: str, kind: int, key: Ed25519PrivateKey) -> str:
    """Give the line of a key in a list of keys."""
    value = b64encode(bytes([kind]) + key.public_key().public_bytes_raw()).decode()
    return f"{name}+{key_id(name, kind, key).hex()}+{value}\n"


KEYS = key_line(ORIGIN, LOG_KIND, LOG_KEY) + key_line(WITNESS, WITNESS_KIND, WITNESS_KEY)


def signature(name: str, text: str, key: Ed25519PrivateKey) -> str:
    """Sign a text as a log does."""
    value = key_id(name, LOG_KIND, key) + key.sign(text.encode())
    return f"— {name} {b64encode(value).decode()}\n"


def cosignature(text: str) -> str:
    """Sign a checkpoint as a witness does."""
    signed = WITNESS_KEY.sign(f"cosignature/v1\ntime 1764000000\n{text}".encode())
    value = key_id(WITNESS, WITNESS_KIND, WITNESS_KEY) + (1764000000).to_bytes(8) + signed
    return f"— {WITNESS} {b64encode(value).decode()}\n"


def root_of(leaves: list[bytes]) -> bytes:
    """Give the root as RFC 9162, 2.1.1, defines it."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256().digest()
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\x01" + root_of(leaves[:k]) + root_of(leaves[k:])).digest()


@dataclass(frozen=True)
class Event:
    """An event of the log."""

    topic: str
    fields: Json
    scope: str = PROGRAMME
    stream: int = 0
    version: int = 1
    recorded: str = "2026-11-01T00:00:00.000000Z"
    taken_over: bool = False
    shown: bool = True

    def line(self, index: int, purpose: str = "evaluation") -> tuple[str, bytes]:
        """Give its line in events.jsonl, and its leaf."""
        event = {"programme": self.scope, **self.fields}
        state = compact({"v": 1, "by": {"taken_over": self.taken_over}, "event": event})
        stream = f"00000000-0000-4000-8000-{self.stream:012d}"
        digest = sha256(state.encode()).hexdigest()
        named = f"{stream}\n{self.version}\n{self.recorded}\n{digest}\n"
        inner = sha256(named.encode()).hexdigest()
        leaf = sha256(f"\0ev1\n{index}\n{self.topic}\n{self.scope}\n{inner}\n".encode()).digest()
        head = {"i": index, "t": self.topic, "p": self.scope}
        if purpose == "publication" and self.topic.split(".")[0] not in {"log", "figure"}:
            return compact({"i": index, "l": leaf.hex()}), leaf
        if not self.shown:
            return compact({**head, "h": inner}), leaf
        rest = {"o": stream, "v": self.version, "r": self.recorded, "s": state}
        return compact({**head, **rest}), leaf


def opened(clock: str = "server") -> Event:
    """Give the first event of the log."""
    fields = {"effective_on": "2024-04-01", "origin": LOG, "epoch": EPOCH, "clock": clock}
    return Event("log.opened", fields, "common", 1, recorded="2024-04-01T00:00:00.000000Z")


def count(topic: str, **facts: object) -> Json:
    """Give the measure that counts the events of a topic in a fiscal year."""
    return {"kind": "count", "basis": "annual", "facts": {"opens": [topic], **facts}}


def defined(code: str, measure: Json, *, stream: int, by: Iterable[str] = ()) -> Event:
    """Give the event that defines a figure."""
    words = {"ja": f"架空の数字 {code}", "en": f"an invented figure {code}"}
    definition = {
        "code": code,
        "version": 1,
        "title": words,
        "sentence": {"ja": "相談のあった件数を数える。", "en": "Consultations are counted."},
        "unit": {"ja": "件", "en": "cases"},
        "by": list(by),
        "measure": measure,
    }
    fields = {"effective_on": "2024-04-01", "definition": definition}
    return Event("figure.defined", fields, stream=stream, recorded="2024-04-01T00:00:00.000000Z")


def held(number: int, day: str, recorded: str, **more: Any) -> Event:  # noqa: ANN401 - of an event
    """Give one consultation that was held."""
    taken_over = more.pop("taken_over", False)
    fields = {"effective_on": day, "municipality": "203246", **more}
    return Event("advice.held", fields, stream=number, recorded=recorded, taken_over=taken_over)


EVENTS = (
    opened(),
    defined("consultations", count("advice.held"), stream=2, by=["municipality"]),
    held(10, "2024-05-01", "2024-05-10T00:00:00.000000Z"),
    held(11, "2024-06-01", "2024-09-01T00:00:00.000000Z", municipality="202126"),
    Event("mentorship.session_held", {"effective_on": "2024-09-02"}, shown=False),
    held(12, "2024-07-01", "2026-11-02T00:00:00.000000Z", taken_over=True),
    held(13, "2025-07-01", "2026-11-02T00:00:00.000000Z", note="<b>太字</b> & 髙﨑"),
)


def consultations(year: int, counted: list[int], rows: Mapping[str, int], how: Json) -> Json:
    """Give the figure of the example as a bundle states it."""
    return {
        "code": "consultations",
        "version": 1,
        "programme": PROGRAMME,
        "fiscal_year": year,
        "valid_on": VALID_ON,
        "value": len(counted),
        "reason_without_value": None,
        "by": ["municipality"],
        "rows": [{"by": [name], "value": value} for name, value in rows.items()],
        "parts": [
            {"side": "value", "sign": 1, "day": VALID_ON, "value": len(counted), "counted": counted}
        ],
        "counted": counted,
        "recorded": {"as_it_happened": 0, "late": 0, "taken_over": 0, **how},
    }


FIGURES = (
    consultations(
        2024,
        [3, 4, 6],
        {"202126": 1, "203246": 2},
        {"as_it_happened": 1, "late": 1, "taken_over": 1},
    ),
    consultations(2025, [7], {"203246": 1}, {"late": 1}),
)

WORDS = {
    "topics": {
        "advice.held": {
            "ja": "{municipality}で相談に応じた。",
            "en": "Advice was given in {municipality}.",
            "fields": {
                "municipality": {
                    "ja": "市町村",
                    "en": "municipality",
                    "codes": {"203246": {"ja": "架空町", "en": "Kakuu-machi"}},
                }
            },
        }
    }
}
"""Words for a field and one of its two codes."""


@dataclass(frozen=True)
class Bundle:
    """A bundle that can be altered before it is signed, or after."""

    events: tuple[Event, ...] = EVENTS
    figures: tuple[Json, ...] = FIGURES
    purpose: str = "evaluation"
    further: tuple[str, ...] = ()
    previous: str | None = None
    timestamp: bytes | None = None
    witnessed: bool = True
    words: Json | None = field(default_factory=WORDS.copy)
    page: bytes = field(default_factory=PAGE.read_bytes)
    replaced: Mapping[str, bytes] = field(default_factory=dict)
    """Members that were exchanged after the manifest was signed."""
    resigned: Mapping[str, bytes] = field(default_factory=dict)
    """Members that were exchanged before."""

    def having(self, **changes: Any) -> Self:  # noqa: ANN401 - its fields
        """Give the bundle with something changed."""
        return replace(self, **changes)

    def lines(self) -> list[tuple[str, bytes]]:
        """Give the lines and leaves of the events."""
        return [event.line(index, self.purpose) for index, event in enumerate(self.events)]

    def checkpoint(self, size: int | None = None) -> str:
        """Give the signed checkpoint of the log, or of its beginning."""
        leaves = [leaf for _, leaf in self.lines()][:size]
        lines = (ORIGIN, str(len(leaves)), b64encode(root_of(leaves)).decode(), *self.further)
        text = "".join(f"{line}\n" for line in lines)
        witness = cosignature(text) if self.witnessed else ""
        return f"{text}\n{signature(ORIGIN, text, LOG_KEY)}{witness}"

    def members(self) -> dict[str, bytes]:
        """Give the members in their order, the manifest signed."""
        found = {
            "README.txt": "架空の資料です。\n".encode(),
            "checkpoint.txt": self.checkpoint().encode(),
            "previous.txt": self.previous.encode() if self.previous else None,
            "timestamp.tsr": self.timestamp,
            "figures.json": compact({"figures": self.figures}).encode(),
            "words.json": compact(self.words).encode() if self.words is not None else None,
            "events.jsonl": "".join(f"{line}\n" for line, _ in self.lines()).encode(),
            "verify.html": self.page,
        }
        members = {name: value for name, value in found.items() if value is not None}
        members |= {name: self.resigned[name] for name in members if name in self.resigned}
        below = "suppressed-below: 5\n" if self.purpose == "publication" else ""
        text = (
            f"ayumi-bundle/1\nfor: {self.purpose}\norigin: {ORIGIN}\nsize: {len(self.events)}\n"
            f"programme: {PROGRAMME}\nvalid-on: {VALID_ON}\n"
            f"fiscal-years: {' '.join(map(str, YEARS))}\n{below}"
        ) + "".join(f"sha256: {sha256(v).hexdigest()} {name}\n" for name, v in members.items())
        manifest = f"{text}\n{signature(f'{ORIGIN}/bundle', text, LOG_KEY)}"
        return {"manifest.txt": manifest.encode(), **members, **self.replaced}

    def packed(self) -> bytes:
        """Give the file."""
        return archive(self.members().items())


def archive(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack members in the one canonical form."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, value in members:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o600 << 16
            packed.writestr(info, value)
    return file.getvalue()
