"""What the lines of a log show together: read once for the proof, once more for the figures."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from sys import intern

from .events import ALWAYS_WHOLE, Event, Line
from .tree import Tree

OF_PERSONS, _MENDS = {"person", "client"}, ('"corrects"', '"voids"', "\\u")


@dataclass(slots=True)
class Log:
    """The whole log, as far as the proof needs it.

    `roots` are those of the asked sizes, `hidden` the families and scopes of withheld events;
    `missing` and `altered` tell the first line where positions are not dense, and where a whole
    event is out of order or of another scope; `kept` are the events that every bundle shows.
    """

    tree: Tree = field(default_factory=Tree)
    roots: dict[int, bytes] = field(default_factory=dict)
    whole: int = 0
    hidden: set[tuple[str, str]] = field(default_factory=set)
    missing: int | None = None
    altered: int | None = None
    recorded: Counter[str] = field(default_factory=Counter)
    taken_over_on: set[int] = field(default_factory=set)
    kept: list[Event] = field(default_factory=list)


def read(lines: Iterable[Line], sizes: Container[int]) -> Log:
    """Read every line; raises `Malformed`."""
    log, versions, latest = Log(), defaultdict[str, int](int), ""
    tree = log.tree
    log.roots[0] = tree.root()
    for line in lines:
        if line.at != tree.size and log.missing is None:
            log.missing = tree.size + 1
        tree.append(line.leaf)
        if tree.size in sizes:
            log.roots[tree.size] = tree.root()
        if not line.stream:
            log.hidden.add((line.family, line.scope))
            continue
        event = Event.of(line)
        ordered = line.version > versions[line.stream] and line.recorded >= latest
        if log.altered is None and not (ordered and event.fields.get("programme") == line.scope):
            log.altered = tree.size
        versions[line.stream], latest = line.version, line.recorded
        log.whole += 1
        log.recorded[event.how] += 1
        if event.taken_over:
            log.taken_over_on.add(event.recorded_on)
        if line.family in ALWAYS_WHOLE:
            log.kept.append(event)
    return log


def facts(
    lines: Iterable[Line], topics: Container[str], scopes: Container[str], names: Container[str]
) -> Iterator[Event]:
    """Give the events of these topics and scopes with the named fields alone, and all mends.

    Statements about which ids are one person are of every scope.
    """
    for line in lines:
        of_persons = line.family in OF_PERSONS
        # Not every event need be read again: a key is written plainly, or with an escape.
        wanted = of_persons or line.topic in topics or any(sign in line.state for sign in _MENDS)
        if line.stream and wanted and (of_persons or line.scope in scopes):
            event = Event.of(line)
            if event.corrects is None and event.voids is None and not of_persons:
                cut = {intern(name): one for name, one in event.fields.items() if name in names}
                event = event._replace(fields=cut, stream=intern(event.stream))
            yield event
