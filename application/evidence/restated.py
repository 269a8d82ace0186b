"""What is answered to the question which reported figures no longer hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from application.asking.answers import heading
from application.asking.moments import as_of
from application.asking.plain import plain
from application.evidence.causes import Cause
from application.evidence.restatement import InDocument, Outcome, Reported, reported
from application.evidence.sentences import sentence
from application.evidence.told import told
from application.figures.answers import WHY_NO_VALUE
from application.figures.values import Figure
from application.service import Consortium
from domain.base.figure import Scalar
from domain.base.values.fiscal_year import view
from domain.base.words import Code, Label


@dataclass(frozen=True, slots=True)
class RestatementsAsked:
    """As of which moment; `every` asks for the figures that still hold as well."""

    as_of: str | None = None
    every: bool = False


def answer_restatements(consortium: Consortium, asked: RestatementsAsked) -> dict[str, Any]:
    """Answer with plain values, the same for the API and the command line."""
    moment = as_of(consortium.log, asked.as_of)
    today = consortium.today()
    found = reported(consortium.log, position=moment.position, today=today)
    listed = [each for each in found if asked.every or each.outcome is not Outcome.HOLDS]
    papers = [one.carried.recorded for each in listed for one in each.documents]
    taken_over = sum(recorded.by.taken_over for recorded in papers)
    return {
        **heading(consortium, moment.position, moment, today, taken_over=taken_over),
        "stated": sum(len(each.documents) for each in found),
        "holding": sum(len(each.documents) for each in found if each.outcome is Outcome.HOLDS),
        "items": [_item(each) for each in listed],
    }


def _item(each: Reported) -> dict[str, Any]:
    question, definition, stated = each.question, each.definition, each.stated
    by = definition.by if definition else ()
    why = {cause.recorded.position: cause for one in each.documents for cause in one.causes}
    return {
        "figure": question.code,
        "title": definition.title.model_dump() if definition else None,
        "unit": definition.unit.model_dump() if definition else None,
        "programme": question.programme,
        "fiscal_year": view(question.fiscal_year).model_dump() if question.fiscal_year else None,
        "taken_on": plain(question.taken_on),
        "definition_version": question.version,
        "by": list(by),
        "outcome": each.outcome.value,
        "outcome_in_words": _worded(each.outcome),
        "value": stated.value,
        "breakdown": _rows((line.by, line.value) for line in stated.breakdown),
        "now": _figure(each.now),
        "otherwise": _figure(each.otherwise) if each.otherwise else None,
        "documents": [_document(one) for one in each.documents],
        "causes": [_cause(cause) for _, cause in sorted(why.items())],
    }


def _document(one: InDocument) -> dict[str, Any]:
    document, stated = one.carried.document, one.carried.figure
    return {
        "report": plain(one.carried.recorded.stream),
        "number": document.number,
        "kind": document.kind.value,
        "title": document.title,
        "addressee": document.addressee,
        "issued_on": plain(document.effective_on),
        "place": stated.place,
        "position": one.carried.recorded.position,
        "at_position": stated.at_position,
        "then": _figure(one.then) if one.then else None,
        "as_recorded": one.as_recorded.value if one.as_recorded else None,
        "why_no_cause": _worded(one.why_no_cause) if one.why_no_cause else None,
        "causes": [cause.recorded.position for cause in one.causes],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    reason = figure.reason_without_value
    return {
        "definition_version": figure.version,
        "value": figure.value,
        "why_no_value": WHY_NO_VALUE[reason] if reason else None,
        "breakdown": _rows((row.by, row.value) for row in figure.rows),
    }


def _rows(rows: Iterable[tuple[Iterable[Scalar], int | None]]) -> list[dict[str, Any]]:
    return [{"by": list(by), "value": value} for by, value in rows]


def _cause(cause: Cause) -> dict[str, Any]:
    about = _worded(sentence(cause.about)) if cause.about else None
    return told(cause.recorded).model_dump(mode="json") | {"about": about}


def _worded(words: Label | Code) -> dict[str, str]:
    return {"ja": words.ja, "en": words.en}
