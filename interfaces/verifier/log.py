"""What the lines of a log show together: read once for the proof, once more for the figures."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from sys import intern
from typing import Any

from .events import ALWAYS_WHOLE, Event, Few, Line
from .figures import JOINS
from .forms import Definition
from .tree import Tree

EXPORTS, OF_PERSONS, _MENDS = "export", {"person", "client"}, ('"corrects"', '"voids"', "\\u")
_NAMED = 10
"""So many positions are told of what is withheld of a family in a scope."""
_ALWAYS = {"corrects", "voids", "now", *(name for pair in JOINS.values() for name in pair)}


class Log:
    """The whole log, as far as the proof needs it.

    `roots` are those of the asked sizes, `hidden` the families and scopes of withheld events
    with their first positions;
    `missing` and `altered` tell the first line where positions are not dense, and where a whole
    event is out of order or out of place; `kept` are the events that every bundle shows;
    `scopes` are those of whole events but exports; `last_on` is when the last was recorded.
    """

    def __init__(self, lines: Iterable[Line], sizes: Container[int]) -> None:
        """Read every line; raises `Malformed`."""
        self.tree, self.whole, self.kept = Tree(), 0, list[Event]()
        self.missing: int | None = None
        self.altered: int | None = None
        self.hidden, self.scopes = dict[tuple[str, str], list[int]](), set[str]()
        self.withheld = Counter[tuple[str, str]]()
        self.recorded, self.taken_over_on = Counter[str](), set[int]()
        self.last_on = 0
        self.roots = {0: self.tree.root()}
        versions, latest = defaultdict[str, int](int), ""
        # The first of each stream, and those that are elsewhere: a stream is mostly in one scope.
        places, others = dict[str, tuple[str, str]](), dict[tuple[str, int], tuple[str, str]]()
        for line in lines:
            if line.at != self.tree.size and self.missing is None:
                self.missing = self.tree.size + 1
            self.tree.append(line.leaf)
            if self.tree.size in sizes:
                self.roots[self.tree.size] = self.tree.root()
            if not line.stream:
                self._hide(line.family, line.scope)
                continue
            event = line.event()
            ordered = line.version > versions[line.stream] and line.recorded >= latest
            place = intern(line.family), intern(line.scope)
            first = places.setdefault(line.stream, place)
            if place != first:
                others[line.stream, line.version] = place
            named = line.version if event.mends is None else event.mends
            fits = place[0] == first[0] and place == others.get((line.stream, named), first)
            if not (ordered and fits and event.fields.get("programme") == line.scope):
                self.altered = self.altered or self.tree.size
            if place[0] != EXPORTS:
                self.scopes.add(place[1])
            versions[line.stream], latest = line.version, line.recorded
            self.whole += 1
            self.recorded[event.how] += 1
            self.last_on = event.recorded_on
            if event.taken_over:
                self.taken_over_on.add(event.recorded_on)
            if line.family in ALWAYS_WHOLE:
                # Numbers can come twice, and families be mixed: every line still stands for itself.
                its = f"{line.family} {line.stream}"
                self.kept.append(event._replace(position=self.tree.size, stream=its))

    def _hide(self, family: str, scope: str) -> None:
        self.withheld[family, scope] += 1
        if self.withheld[family, scope] <= _NAMED:
            self.hidden.setdefault((family, scope), []).append(self.tree.size)

    def withholds(self, its: Definition, programme: str) -> str:
        """Name what is withheld and would have to be known to compute a figure again."""
        found = set()
        for of in its["facts"]:
            families = {topic.partition(".")[0] for topic in of["topics"]}
            where = "common" if of["scope"] == "common" else programme
            persons = OF_PERSONS if of["persons"] else ()
            for (family, scope), first in self.hidden.items():
                if (family in families and scope == where) or family in persons or not scope:
                    # In a publication nobody knows which events are withheld.
                    count = self.withheld[family, scope]
                    more = f" … ({count})" if count > len(first) else ""
                    its_places = f"{', '.join(map(str, first))}{more}"
                    found.add(f"{family} ({scope}) {its_places}" if scope else "?")
        return "; ".join(sorted(found))


def facts(
    lines: Iterable[Line], topics: Container[str], scopes: Container[str], names: Iterable[str]
) -> Iterator[Event]:
    """Give the events of these topics and scopes, and all mends, with the named fields alone.

    Mends, and statements about which ids are one person, are of every scope.
    """
    read = {*names, *_ALWAYS}

    def cut(fields: dict[str, Any]) -> dict[str, Any]:
        return {name: one for name, one in fields.items() if name in read}

    for line in lines:
        wanted = line.topic in JOINS or (line.topic in topics and line.scope in scopes)
        # Not every event need be read again: a key is written plainly, or with an escape.
        if line.stream and (wanted or any(sign in line.state for sign in _MENDS)):
            event = line.event()
            fields = cut(event.fields)
            if event.corrects is not None:
                fields["now"] = cut(fields["now"])
            if wanted or event.mends is not None:
                topic, scope, stream = map(intern, (event.topic, event.scope, event.stream))
                few = Few.of(fields)
                yield event._replace(topic=topic, scope=scope, stream=stream, fields=few)
