"""What is answered to a question about a figure: its value, and every word needed to trust it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from application.asking.answers import heading
from application.asking.moments import as_of
from application.effective import by_stream, effective_events, effective_of
from application.evidence.shown import READS, Papers
from application.figures.figures import figure
from application.figures.values import EventRef, Figure
from application.plain import plain
from application.ports import Log
from application.recorded import Recorded
from application.service import Consortium
from domain.base.event import corrected
from domain.base.figure import Count, FigureDefinition
from domain.base.values.fiscal_year import view
from domain.base.words import Label

WHY_NO_VALUE = {
    "not_defined": {
        "ja": "この日に効力のある定義がありません。",
        "en": "No definition of it is in force on that day.",
    },
    "no_such_version": {
        "ja": "この版の定義は公表されていません。",
        "en": "No such version of its definition has been published.",
    },
    "no_fiscal_year": {"ja": "年度を指定してください。", "en": "Say which fiscal year."},
    "compared_day_not_earlier": {
        "ja": "比べる日が、基準日より前ではありません。",
        "en": "The day to compare with is not before the day of the figure.",
    },
    "denominator_zero": {"ja": "分母が0です。", "en": "There is nothing to take a share of."},
}


COUNTED_IN_SEVERAL_ROWS = Label(
    "同じ人は値では一度だけ数えるため、内訳の合計は値と一致しません。",
    "The rows add up to more than the value, which counts everyone once however many rows they"
    " stand in.",
)


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """Which figure, of which programme and year, on which day, as of which moment."""

    code: str
    programme: str
    fiscal_year: int | None = None
    valid_on: date | None = None
    as_of: str | None = None


def answer_figure(consortium: Consortium, asked: FigureAsked) -> dict[str, Any]:
    """Answer with plain values, the same for the API, the command line and a replay."""
    moment = as_of(consortium.log, asked.as_of)
    day = asked.valid_on or consortium.today()
    definition, found = figure(
        consortium.log,
        asked.code,
        programme=asked.programme,
        fiscal_year=asked.fiscal_year,
        valid_on=day,
        position=moment.position,
    )
    return {
        "figure": asked.code,
        "programme": asked.programme,
        "fiscal_year": view(asked.fiscal_year).model_dump() if asked.fiscal_year else None,
        **heading(
            consortium,
            moment.position,
            moment,
            day,
            taken_over=found.recorded.taken_over,
            also=[
                *_notes(definition, found),
                *_corrected(consortium.log, found, moment.position),
            ],
        ),
        "definition": definition.model_dump(mode="json") if definition else None,
        "value": found.value,
        "why_no_value": why_no_value(found),
        "breakdown": breakdown(found),
        "recorded": asdict(found.recorded),
        "evidence": _evidence(consortium.log, found, moment.position),
        "counted": [reference(each) for each in found.counted],
    }


def _evidence(log: Log, found: Figure, position: int) -> dict[str, int]:
    """Count the facts of a figure whose evidence is there, and those whose evidence is missing.

    Each counted fact stands once in `shown`, `missing` or, where no paper must show it,
    `not_needed`.
    """
    counted = {(each.stream, each.version) for each in found.counted}
    held = effective_of(_recorded(log, found, position))
    facts = [fact for fact in held if (fact.stream, fact.version) in counted]
    wanting = [fact for fact in facts if fact.event.EVIDENCE]
    topics = [kind.TOPIC for kind in READS] if wanting else []
    told = effective_events(log, topics, position) if topics else ()
    papers = Papers.of(each for each in told if each.event.effective_on <= found.valid_on)
    missing = sum(papers.showing(fact).missing for fact in wanting)
    return {
        "shown": len(wanting) - missing,
        "missing": missing,
        "not_needed": len(facts) - len(wanting),
    }


def _recorded(log: Log, found: Figure, position: int) -> Iterator[Recorded]:
    """Give all that was recorded of the counted facts, what mends them too."""
    streams = sorted({each.stream for each in found.counted})
    yield from log.events(upto=position, streams=streams) if streams else ()


def _corrected(log: Log, found: Figure, position: int) -> list[Label]:
    """Say how many of the facts of a figure are no longer as they were first recorded."""
    counted = {(each.stream, each.version) for each in found.counted}
    mended = {
        (stream, version)
        for stream, history in by_stream(_recorded(log, found, position)).items()
        for version in corrected([(one.version, one.event) for one in history])
    }
    if not (facts := len(counted & mended)):
        return []
    return [
        Label(
            f"このうち {facts} 件は、記録した後に訂正されています。遅れて記録したかどうかは、"
            "最初に記録した日によります。",
            f"{facts} of these have been corrected since they were recorded; whether they were"
            " recorded late is said of their first entry.",
        )
    ]


def _notes(definition: FigureDefinition | None, found: Figure) -> list[Label]:
    # Only what is counted once in all and once in each row of the breakdown can come to this.
    total = sum(row.value or 0 for row in found.rows)
    distinct = definition and any(
        isinstance(part, Count) and part.distinct_by for part in definition.parts()
    )
    return [COUNTED_IN_SEVERAL_ROWS] if distinct and found.rows and total != found.value else []


def why_no_value(found: Figure) -> dict[str, str] | None:
    """Say in both languages why a figure has no value; None if it has one."""
    return WHY_NO_VALUE[found.reason_without_value] if found.reason_without_value else None


def breakdown(found: Figure) -> list[dict[str, Any]]:
    """Give the lines of a breakdown: the fields it goes by, and the value."""
    return [{**dict(zip(found.by, row.by, strict=True)), "value": row.value} for row in found.rows]


def reference(counted: EventRef) -> dict[str, Any]:
    """Give where a counted event stands."""
    return {name: plain(value) for name, value in asdict(counted).items()}
