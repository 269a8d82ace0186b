"""Restatement: what issued documents state, what the record says now, and why that differs."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from application.effective import effective_of, with_mends
from application.evidence.carried import TOPICS, Carried, carried
from application.evidence.causes import Account, Cause, causes
from application.figures.facts import typed
from application.figures.figures import DEFINITIONS
from application.figures.interpreter import compute, topics, undefined
from application.figures.joins import JOINS, joined, representatives
from application.figures.published import definitions_in_force, versions_of
from application.figures.values import Figure, for_figures
from application.ports import Log
from application.recorded import Recorded
from domain.base.figure import FigureDefinition, Ratio, Scalar
from domain.base.words import Code, Label
from domain.report.events import FigureStated

NO_POSITION = Label(
    "文書の値を取った記録の位置が分からないため、値だけを比べました。違いの原因は示せません。",
    "It is not known at which position of the record the value was taken: values alone are"
    " compared, and no cause can be given.",
)
POSITION_AHEAD = Label(
    "文書が示す記録の位置は、この記載を入力した時の記録より先です。違いの原因は示せません。",
    "The position that the document names had not been reached when this was entered: no cause can"
    " be given.",
)


class Outcome(Code):
    """How what a document states compares with what the record says."""

    HOLDS = "holds", "記録のとおり", "as the record says"
    VALUE = "value", "値が違う", "the value differs"
    BREAKDOWN = "breakdown", "値は同じで内訳だけが違う", "only the breakdown differs"
    NOT_COMPARABLE = "not-comparable", "比べられない", "cannot be compared"


@dataclass(frozen=True, slots=True)
class Question:
    """What a document's figure answers; `version` is that of the definition, if it is known."""

    code: str
    programme: str
    fiscal_year: int | None
    taken_on: date
    version: int | None


@dataclass(frozen=True, slots=True)
class InDocument:
    """A figure in one document.

    `then` is what the record said at the position that the document names, and `as_recorded` how
    the document compares with that; without them `why_no_cause` says why. `causes` are in the
    order in which they were recorded.
    """

    carried: Carried
    then: Figure | None = None
    as_recorded: Outcome | None = None
    why_no_cause: Label | None = None
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Reported:
    """One value that documents carry for one question, and what the record says now.

    `now` is under the version of the definition that the documents used (where none is known, the
    one in force on the day of the figure); `otherwise` under the version in force today, where
    that is another one. `stated` is the figure as the first of the documents has it.
    """

    question: Question
    definition: FigureDefinition | None
    stated: FigureStated
    outcome: Outcome
    now: Figure
    otherwise: Figure | None
    documents: tuple[InDocument, ...]


def reported(log: Log, *, position: int, today: date) -> list[Reported]:
    """Give all that documents carry which stand today, with what was recorded up to `position`."""
    papers = _Held(log.events(upto=position, topics=sorted(with_mends((*TOPICS, *DEFINITIONS)))))
    stated = carried(effective_of(papers.events), today)
    groups: dict[object, list[Carried]] = {}
    for each in stated:
        groups.setdefault((_question(each.figure), *_said(each.figure)), []).append(each)
    read = {
        topic
        for definition in papers.versions.values()
        if definition.code in {each.figure.figure for each in stated}
        for topic in topics(definition)
    }
    wanted = with_mends((*DEFINITIONS, *JOINS, *read))
    held = _Held(log.events(upto=position, topics=sorted(wanted)))
    found = [_reported(held, group, position, today) for group in groups.values()]
    return sorted(found, key=_order)


def compare(definition: FigureDefinition | None, stated: FigureStated, figure: Figure) -> Outcome:
    """Compare what a document states with a figure under that definition.

    A line that is not there is one of nothing. Breakdowns are compared where the document has one
    and the definition breaks down by as many fields.
    """
    if figure.value is None and figure.reason_without_value != "denominator_zero":
        return Outcome.NOT_COMPARABLE
    if stated.value != figure.value:
        return Outcome.VALUE
    by = {len(line.by) for line in stated.breakdown}
    if definition is not None and by == {len(figure.by)}:
        nothing = None if isinstance(definition.measure, Ratio) else 0
        in_document = _lines(((line.by, line.value) for line in stated.breakdown), nothing)
        if in_document != _lines(((row.by, row.value) for row in figure.rows), nothing):
            return Outcome.BREAKDOWN
    return Outcome.HOLDS


class _Held:
    """What a log held of some topics, read once, to compute figures as of any position in it."""

    def __init__(self, events: Iterable[Recorded]) -> None:
        self.events = list(events)
        self._positions = [recorded.position for recorded in self.events]
        self._effective: dict[tuple[frozenset[str], int], list[Recorded]] = {}
        self._accounts: dict[tuple[Question, int], Account] = {}

    @cached_property
    def versions(self) -> Mapping[tuple[str, int], FigureDefinition]:
        """Every version of every definition, as of the end."""
        return versions_of(effective_of(self.events))

    def in_force(self, code: str, day: date) -> FigureDefinition | None:
        """Give the definition in force on a day, as of the end."""
        return definitions_in_force(effective_of(self.events), valid_on=day).get(code)

    def account(self, question: Question, position: int) -> Account:
        """Compute a figure with what was recorded up to a position."""
        key = (question, position)
        if key not in self._accounts:
            self._accounts[key] = self._compute(question, position)
        return self._accounts[key]

    def _compute(self, question: Question, position: int) -> Account:
        published = versions_of(self._up_to(DEFINITIONS, position))
        definition = published.get((question.code, question.version or 0))
        pairs = joined(self._up_to(JOINS, position), valid_on=question.taken_on)
        if definition is None:
            none = undefined(
                question.code,
                programme=question.programme,
                fiscal_year=question.fiscal_year,
                valid_on=question.taken_on,
                version=question.version,
            )
            return Account(none, {}, pairs)
        events = [for_figures(each) for each in self._up_to(topics(definition), position)]
        figure = compute(
            definition,
            events,
            programme=question.programme,
            fiscal_year=question.fiscal_year,
            valid_on=question.taken_on,
            joins=representatives(pairs),
        )
        return Account(figure, {event.position: event for event in events}, pairs)

    def _up_to(self, wanted: Iterable[str], position: int) -> list[Recorded]:
        key = (frozenset(wanted), position)
        if key not in self._effective:
            kinds = with_mends(key[0])
            prefix = self.events[: bisect_right(self._positions, position)]
            of_kinds = (each for each in prefix if each.event.TOPIC in kinds)
            self._effective[key] = list(effective_of(of_kinds))
        return self._effective[key]


def _reported(held: _Held, group: Sequence[Carried], position: int, today: date) -> Reported:
    stated = group[0].figure
    question = _question(stated)
    definition = (
        held.in_force(question.code, question.taken_on)
        if question.version is None
        else held.versions.get((question.code, question.version))
    )
    used = _under(question, definition)
    now = held.account(used, position)
    outcome = compare(definition, stated, now.figure)
    present = held.in_force(question.code, today)
    other = present if present and present != definition else None
    return Reported(
        question=question,
        definition=definition,
        stated=stated,
        outcome=outcome,
        now=now.figure,
        otherwise=held.account(_under(question, other), position).figure if other else None,
        documents=tuple(
            _in_document(held, each, used, definition, now, differs=outcome is not Outcome.HOLDS)
            for each in sorted(group, key=lambda each: each.recorded.position)
        ),
    )


def _in_document(  # noqa: PLR0913 - one document, and what it is held against
    held: _Held,
    one: Carried,
    question: Question,
    definition: FigureDefinition | None,
    now: Account,
    *,
    differs: bool,
) -> InDocument:
    at = one.figure.at_position
    if at is None:
        return InDocument(one, why_no_cause=NO_POSITION)
    if at >= one.recorded.position:
        return InDocument(one, why_no_cause=POSITION_AHEAD)
    then = held.account(question, at)
    moved = (then.figure.value, then.figure.rows) != (now.figure.value, now.figure.rows)
    why = causes(definition, then, now, held.events, after=at) if definition and moved else []
    return InDocument(
        one,
        then=then.figure,
        as_recorded=compare(definition, one.figure, then.figure),
        causes=tuple(why) if differs else (),
    )


def _question(stated: FigureStated) -> Question:
    return Question(
        stated.figure,
        stated.programme,
        stated.fiscal_year,
        stated.taken_on,
        stated.definition_version,
    )


def _under(question: Question, definition: FigureDefinition | None) -> Question:
    version = definition.version if definition else question.version
    return Question(
        question.code, question.programme, question.fiscal_year, question.taken_on, version
    )


def _said(stated: FigureStated) -> tuple[int, frozenset[object]]:
    lines = ((tuple(map(typed, line.by)), line.value) for line in stated.breakdown)
    return stated.value, frozenset(lines)


def _lines(
    rows: Iterable[tuple[Sequence[Scalar], int | None]], nothing: int | None
) -> dict[tuple[tuple[str, Scalar], ...], int | None]:
    return {tuple(map(typed, by)): value for by, value in rows if value != nothing}


def _order(one: Reported) -> tuple[str, str, int, date, int, int]:
    question = one.question
    first = one.documents[0].carried.recorded.position
    year, version = question.fiscal_year or 0, question.version or 0
    return question.code, question.programme, year, question.taken_on, version, first
