"""The lines of events.jsonl, and the events that they show."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from sys import intern
from typing import Any, NamedTuple, Self

from .archive import EVENTS
from .strict import NOT_SO, NUMBER, Malformed, day_number, json_of

ALWAYS_WHOLE = {"log", "figure", "witness"}
_WORD = "[a-z][a-z0-9_]*"
_PLACE = rf'\{{"i":({NUMBER}),"t":"({_WORD}(?:\.{_WORD})+)","p":"([a-z0-9:_.-]+)",'
_WHOLE = re.compile(
    _PLACE + r'"o":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})","v":([1-9][0-9]{0,14}),'
    r'"r":"([0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{6}Z)",'
    r'"s":(".*")\}'
)
_WITHHELD = re.compile(_PLACE + r'"h":"([0-9a-f]{64})"\}')
_LEAF_ALONE = re.compile(rf'\{{"i":({NUMBER}),"l":"([0-9a-f]{{64}})"\}}')
_IN_TIME = 31


class Few(tuple[Any, ...]):
    """Some fields of an event in little room: behind their places, which many share, the values."""

    __slots__ = ()

    @classmethod
    def of(cls, fields: dict[str, Any]) -> Self:
        """Keep texts that are equal once: days and codes come again and again."""
        values = (intern(one) if type(one) is str else one for one in fields.values())
        return cls((_places(*fields), *values))

    def get(self, name: str) -> Any:  # noqa: ANN401 - whatever stands there
        """Give a field, None where there is none."""
        return self[at] if (at := self[0].get(name)) else None

    def __or__(self, now: dict[str, Any]) -> dict[str, Any]:
        """Give all fields, with those that replace them."""
        return dict(zip(self[0], self[1:], strict=True)) | now


@cache
def _places(*names: str) -> dict[str, int]:
    return {name: at for at, name in enumerate(names, 1)}


class Event(NamedTuple):
    """An event that is shown whole; `fields` (a dict or `Few`) are those that are not null."""

    position: int
    topic: str
    scope: str
    stream: str
    version: int
    recorded_on: int
    taken_over: bool
    fields: Any

    @property
    def day(self) -> str:
        """Give the day on which it has its effect."""
        day: str = self.fields.get("effective_on")
        return day

    @property
    def place(self) -> tuple[str, str]:
        """Give family and scope, which what mends it has as well."""
        return self.topic.partition(".")[0], self.scope

    @property
    def order(self) -> tuple[str, int]:
        """Give what events are in order of."""
        return self.day, self.position

    @property
    def corrects(self) -> int | None:
        """Give the version that it corrects, if it does."""
        corrects: int | None = self.fields.get("corrects")
        return None if self.fields.get("now") is None else corrects

    @property
    def voids(self) -> int | None:
        """Give the version that it voids, if it does."""
        voids: int | None = self.fields.get("voids")
        return voids

    @property
    def mends(self) -> int | None:
        """Give the version that it corrects or voids, if it does."""
        return self.corrects if self.voids is None else self.voids

    @property
    def how(self) -> str:
        """Say how it came to be recorded."""
        late = self.recorded_on - day_number(self.day) > _IN_TIME
        return "taken_over" if self.taken_over else "late" if late else "as_it_happened"


class Line(NamedTuple):
    """One line: the leaf of an event, with as much of the event as is shown."""

    at: int
    leaf: bytes
    topic: str = ""
    scope: str = ""
    stream: str = ""
    version: int = 0
    recorded: str = ""
    state: str = ""

    @property
    def family(self) -> str:
        """Give the first word of the topic; without a topic it may be any."""
        return self.topic.partition(".")[0]

    def event(self) -> Event:
        """Read the state of an event that is shown whole; raises `Malformed`."""
        try:
            state = json_of(self.state)
            fields = {name: one for name, one in state["event"].items() if one is not None}
            taken_over = state["by"].get("taken_over")
            taken_over = False if taken_over is None else taken_over
            # The day in Tokyo, nine hours ahead.
            recorded_on = day_number(self.recorded[:10]) + (self.recorded[11:13] >= "15")
            date.fromordinal(recorded_on)
            place = self.at + 1, self.topic, self.scope, self.stream, self.version
            event = Event(*place, recorded_on, taken_over, fields)
            day_number(event.day)
            if event.corrects is not None:
                day_number(fields["now"].get("effective_on", event.day))
            mends = [one for one in (event.corrects, event.voids) if one is not None]
            types = [type(one) for one in (state["v"], taken_over, *mends)]
            if state["v"] != 1 or types not in ([int, bool], [int, bool, int]):
                raise ValueError(types)
        except NOT_SO as error:
            raise Malformed(f"{EVENTS}:{self.at + 1}", "state") from error
        return event


def lines_of(written: Iterable[bytes], purpose: str) -> Iterator[Line]:
    """Read the lines of a bundle for this purpose; raises `Malformed`."""
    for number, raw in enumerate(written, 1):
        try:
            text = raw.decode()
            if found := _WHOLE.fullmatch(text):
                line = _whole(*found.groups())
            elif purpose == "publication" and (found := _LEAF_ALONE.fullmatch(text)):
                line = Line(int(found[1]), bytes.fromhex(found[2]))
            elif purpose == "evaluation" and (found := _WITHHELD.fullmatch(text)):
                line = Line(int(found[1]), _leaf(*found.groups()), found[2], found[3])
            else:
                raise Malformed(f"{EVENTS}:{number}", "line")
        except ValueError as error:
            raise Malformed(f"{EVENTS}:{number}", "line") from error
        always, shown = line.family in ALWAYS_WHOLE, bool(line.stream)
        if always > shown or (purpose == "publication" and shown > always):
            raise Malformed(f"{EVENTS}:{number}", "shown")
        yield line


def _whole(index: str, topic: str, scope: str, *its: str) -> Line:
    stream, version, recorded, quoted = its
    state: str = json.loads(quoted)
    digest = sha256(state.encode()).hexdigest()
    inner = sha256(f"{stream}\n{version}\n{recorded}\n{digest}\n".encode()).hexdigest()
    leaf = _leaf(index, topic, scope, inner)
    return Line(int(index), leaf, topic, scope, stream, int(version), recorded, state)


def _leaf(index: str, topic: str, scope: str, inner: str) -> bytes:
    return sha256(f"\0ev1\n{index}\n{topic}\n{scope}\n{inner}\n".encode()).digest()


def effective(events: Iterable[Event]) -> list[Event]:
    """Give what holds after all corrections and voidings, by (`effective_on`, position)."""
    holding, latest = [*events], dict[str, int]()
    streams = dict[str, dict[int, Event]]()
    for event in holding:
        # Where nothing is mended, and no version comes twice, all of a stream holds.
        if event.mends is not None or event.version <= latest.get(event.stream, 0):
            streams[event.stream] = {}
        latest[event.stream] = event.version
    for event in holding:
        if event.stream in streams:
            streams[event.stream][event.version] = event
    holding = [event for event in holding if event.stream not in streams]
    for stream in streams.values():
        holding += _holding(stream)
    # One after the other: a pair for each event would take up much room.
    holding.sort(key=lambda event: event.position)
    holding.sort(key=lambda event: event.day)
    return holding


def _holding(stream: dict[int, Event]) -> Iterator[Event]:
    out: set[int] = set()
    for version in sorted(stream, reverse=True):
        its = stream[version]
        if its.voids is not None and version not in out and (voided := _mended(stream, its)):
            out.add(voided.version)
    reached: dict[int, int] = {}
    now: dict[int, dict[str, Any]] = defaultdict(dict)
    for version in sorted(stream):
        its = stream[version]
        if its.corrects is not None and (mended := _mended(stream, its)):
            reached[version] = reached.get(mended.version, mended.version)
            if version not in out:
                now[reached[version]].update(its.fields.get("now"))
    for version, event in stream.items():
        if version not in out and event.mends is None:
            yield event._replace(fields=event.fields | now[version]) if version in now else event


def _mended(stream: dict[int, Event], event: Event) -> Event | None:
    """Give the event that this one corrects or voids, if it is an earlier one of its like."""
    its = stream.get(event.mends) if event.mends is not None else None
    return its if its and its.version < event.version and its.place == event.place else None
