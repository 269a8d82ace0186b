"""What shows a fact: the paper that it names, the one it was taken from, those put to it later."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from uuid import UUID

from application.recorded import Recorded
from domain.base.event import Event, PaperKind
from domain.base.fields import Refers
from domain.base.marks import marks
from domain.evidence.events import EvidenceRegistered, FactShown, ImportReceived

READS: tuple[type[Event], ...] = (EvidenceRegistered, FactShown, ImportReceived)
"""The kinds of facts that papers are known by."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The papers that show a fact, and whether one of the kinds that must show it is missing."""

    by: tuple[UUID, ...]
    missing: bool


NOT_SHOWN = Shown((), missing=False)
"""Of what does not hold, nothing is missing."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers that are registered, and to which facts they were put; voided ones are none."""

    _kinds: dict[UUID, PaperKind] = field(default_factory=dict)
    _put: defaultdict[tuple[UUID, int], list[UUID]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def of(cls, holding: Iterable[Recorded]) -> "Papers":
        """Give the papers that effective facts tell of; a received file is a spreadsheet."""
        papers = cls()
        for each in holding:
            match each.event:
                case EvidenceRegistered() as event:
                    papers._kinds[each.stream] = event.kind
                case ImportReceived():
                    papers._kinds[each.stream] = PaperKind.SPREADSHEET
                case FactShown() as event:
                    papers._put[event.shows, event.fact_version].append(each.stream)
                case _:
                    pass
        return papers

    def showing(self, fact: Recorded) -> Shown:
        """Give what shows an effective fact; nothing is missing where no paper must show it."""
        named = (*named_by(fact), *self._put.get((fact.stream, fact.version), ()))
        by = tuple(dict.fromkeys(paper for paper in named if paper in self._kinds))
        wanted = fact.event.EVIDENCE
        return Shown(by, bool(wanted) and not any(self._kinds[paper] in wanted for paper in by))


def named_by(fact: Recorded) -> tuple[UUID, ...]:
    """Give the papers that a fact names itself: in its own fields, and as its source."""
    own = (getattr(fact.event, name) for name in _evidence_fields(type(fact.event)))
    source = fact.by.source.evidence if fact.by.source else None
    papers = chain.from_iterable(each if isinstance(each, tuple) else (each,) for each in own)
    return tuple(paper for paper in (*papers, source) if paper is not None)


@cache
def _evidence_fields(kind: type[Event]) -> tuple[str, ...]:
    return tuple(
        name
        for name, info in kind.model_fields.items()
        if any(mark.aggregate == "evidence" for mark in marks(info, Refers))
    )
