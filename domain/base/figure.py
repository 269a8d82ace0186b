"""The language in which a figure is defined.

A definition is data: it is published inside an event, stored as JSON, and run by the service and by
verifiers that were written apart from it. So the language is small enough to be implemented from
this page alone: integers, equality, one order of steps, no joins between facts and no expressions.
What a figure filters or groups by has to stand as a code in the event itself.

A measure is taken on a *day* (see `Basis`) over the effective events, in these steps:

1. *Open*: every event up to the day, of the asked programme or the common scope, whose topic is in
   `Facts.opens` and which meets all of `where` opens one fact.
2. *End*: a fact that has ended on the day is left out (see `Ending`).
3. *Keep*: of the facts with the same `key` all, the latest or the first one stay, in the order of
   (`effective_on`, position). Then `kept_where` is applied to what was kept: "the latest assessment
   of each skill" first, "and it was a rise" afterwards.
4. *Year*: facts outside the fiscal years that the basis asks for are left out. Only now: the first
   paid order of a worker is the first of all years, and counts in the year in which it fell.
5. *Count* the facts, or the different values of `distinct_by`, or *sum* an integer field.

Names of fields are those of the event, plus two that are never an event's own: `stream` (the id of
the event's stream) and `effective_year` (the fiscal year, April to March, of `effective_on`). In
the log a field that is null is absent, so the two are the same: `null` meets no condition that does
not name it, is a line of its own in a breakdown, and is an error where a fact is told apart, summed
or put into a year. A misspelt name would therefore count as zero:
`FigureDefinition.fields_by_topic` is for whoever publishes a definition to hold it against the
events' own fields first.

Validation is strict and refuses unknown fields; lists and ISO days are read as JSON gives them.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

_STRICT = ConfigDict(frozen=True, strict=True, extra="forbid")

Scalar = str | int | bool | None
"""A value to filter or group by. No floating point: two programs must agree to the bit."""

FigureCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Topic = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$")]
Topics = Annotated[tuple[Topic, ...], Field(min_length=1, strict=False)]
FieldNames = Annotated[tuple[FieldName, ...], Field(strict=False)]
NonEmpty = Annotated[str, StringConstraints(min_length=1)]

STREAM: FieldName = "stream"
EFFECTIVE_YEAR: FieldName = "effective_year"
OWN_NAMES = frozenset({STREAM, EFFECTIVE_YEAR})
"""Names that the language itself gives a meaning; an event has no field of these names."""

Basis = Literal["annual", "cumulative", "level", "increment"]
"""Which facts belong to a figure for a fiscal year F, seen from the day `valid_on`.

- `annual`: facts of F. The day is `valid_on`, which may lie after F: payments of F are made until
  May.
- `cumulative`: facts of F and of every year before; without F, of all years. The day is `valid_on`.
- `level`: facts that hold on the day, of whatever year. The day is the last day of F, or `valid_on`
  where that is earlier or no F is given.
- `increment`: the level on that day minus the level on the earlier day `compared_with`.
"""

Rounding = Literal["half_up", "down"]
"""`half_up`: 四捨五入, a half goes away from zero. `down`: 切捨て, towards zero."""


def _day(value: object) -> object:
    # Strict validation takes no text for a day, and lax validation would take a number for one.
    if not isinstance(value, str):
        return value
    day = dt.date.fromisoformat(value)
    if day.isoformat() != value:
        raise ValueError("a day is written as 2024-04-01")
    return day


Day = Annotated[dt.date, BeforeValidator(_day)]


class _Piece(BaseModel):
    model_config = _STRICT


class Words(_Piece):
    """The same words in Japanese and English; neither may be empty."""

    ja: NonEmpty
    en: NonEmpty


class Condition(_Piece):
    """The field has one of these values; `true` is not 1, and `null` has to be named to be met."""

    field: FieldName
    one_of: tuple[Scalar, ...] = Field(min_length=1, strict=False)


Conditions = Annotated[tuple[Condition, ...], Field(strict=False)]


class Ending(_Piece):
    """What ends a fact.

    An event of the fact's own stream, later than the fact in the order of (`effective_on`,
    position), with one of these `topics`, meeting all of `where`, and equal to the fact in the
    fields `same` (none: it ends every earlier fact of the stream). One that has null in one of them
    ends nothing, since it does not say which fact it means.

    `effective` says how the day of the ending is meant. `last_day`: it is the last day on which the
    fact holds (a member leaving on 31 March is counted on 31 March and not on 1 April).
    `first_day_without`: it is already a day without the fact (a registration withdrawn on 1 April
    is not counted on 1 April).
    """

    topics: Topics
    where: Conditions = ()
    same: FieldNames = ()
    effective: Literal["last_day", "first_day_without"] = "last_day"


class Facts(_Piece):
    """Which events count as facts.

    `scope` says whose events: those of the `programme` for which the figure is asked, or those of
    the `common` registers that serve all programmes (members, residents, clients). `persons` names
    the fields that hold a person's id: wherever such a field is compared (`key`, `same`,
    `distinct_by`), two ids that are joined on the day of asking are one person.
    """

    scope: Literal["programme", "common"] = "programme"
    opens: Topics
    where: Conditions = ()
    ends: Ending | None = None
    keep: Literal["all", "latest", "first"] = "all"
    key: FieldNames = ()
    kept_where: Conditions = ()
    persons: FieldNames = ()

    @model_validator(mode="after")
    def _key_is_for_keeping(self) -> "Facts":
        if (self.keep == "all") != (not self.key):
            raise ValueError("keep 'latest' and 'first' need a key, keep 'all' has none")
        if self.kept_where and self.keep == "all":
            raise ValueError("kept_where without keep 'latest' or 'first' is where")
        if OWN_NAMES & set(self.persons):
            raise ValueError("a person stands in a field of the event")
        return self


class _Simple(_Piece):
    """What `Count` and `Sum` share.

    `year_field` names the field that holds a fact's fiscal year (2024 is April 2024 to March 2025);
    without it, the year is that of `effective_on`. `compared_with` belongs to `increment` alone: a
    stated day, or `day_before_year`, the 31 March before the fiscal year.
    """

    facts: Facts
    basis: Basis
    compared_with: Literal["day_before_year"] | Day | None = None
    year_field: FieldName | None = None

    @model_validator(mode="after")
    def _basis_is_whole(self) -> "_Simple":
        if (self.basis == "increment") != (self.compared_with is not None):
            raise ValueError("an increment, and nothing else, is compared with an earlier day")
        if self.year_field is not None and self.basis not in ("annual", "cumulative"):
            raise ValueError("a level is taken on a day, not over facts of a year")
        return self


class Count(_Simple):
    """How many facts there are, or how many different values `distinct_by` has among them."""

    kind: Literal["count"] = "count"
    distinct_by: FieldName | None = None

    def own_fields(self) -> set[FieldName]:
        """Return the fields that are read besides those of the facts."""
        return {name for name in (self.year_field, self.distinct_by) if name is not None}


class Sum(_Simple):
    """The total of an integer field over the facts, in the unit of that field."""

    kind: Literal["sum"] = "sum"
    field: FieldName

    def own_fields(self) -> set[FieldName]:
        """Return the fields that are read besides those of the facts."""
        return {self.field} if self.year_field is None else {self.field, self.year_field}


Simple = Annotated[Count | Sum, Field(discriminator="kind")]


class Difference(_Piece):
    """The total of `of` less the total of `minus`; may be negative.

    Counts are added as they are: someone counted in two of them counts twice.
    """

    kind: Literal["difference"] = "difference"
    of: tuple[Simple, ...] = Field(min_length=1, strict=False)
    minus: tuple[Simple, ...] = Field(min_length=1, strict=False)


Whole = Annotated[Count | Sum | Difference, Field(discriminator="kind")]


class Ratio(_Piece):
    """`scale` × numerator ÷ denominator, rounded to an integer: 100 gives per cent, 1000 per mille.

    Where the denominator is zero there is no value, and the figure says why; it is never 0.
    """

    kind: Literal["ratio"] = "ratio"
    numerator: Whole
    denominator: Whole
    scale: int = Field(ge=1)
    rounding: Rounding


Measure = Annotated[Count | Sum | Difference | Ratio, Field(discriminator="kind")]


class FigureDefinition(_Piece):
    """One figure that may leave the house, under a code and a version.

    `sentence` says in one sentence what is counted, `note` what was decided about it and what it
    leaves open, where the plan does not say. `by` breaks the figure down by fields that
    every fact of every part has; not by person or stream, since no figure ranks people or singles
    one out. Codes and versions are given by those who publish; a changed definition is a new
    version.
    """

    code: FigureCode
    version: int = Field(ge=1)
    title: Words
    sentence: Words
    unit: Words
    note: Words | None = None
    by: FieldNames = ()
    measure: Measure

    @model_validator(mode="after")
    def _breaks_down_by_no_person(self) -> "FigureDefinition":
        persons = {name for part in self.parts() for name in part.facts.persons}
        if STREAM in self.by or persons & set(self.by):
            raise ValueError("a figure is not broken down by person or stream")
        if len(set(self.by)) < len(self.by):
            raise ValueError("a field is named twice in by")
        return self

    def fields_by_topic(self) -> dict[str, frozenset[str]]:
        """Return every topic that can change the figure, with the fields read of its events."""
        fields: dict[str, set[str]] = {}
        for part in self.parts():
            facts = part.facts
            opening = {*self.by, *facts.key, *facts.persons, *part.own_fields()}
            opening.update(condition.field for condition in (*facts.where, *facts.kept_where))
            if facts.ends is not None:
                opening.update(facts.ends.same)
                ending = {*facts.ends.same, *(condition.field for condition in facts.ends.where)}
                for topic in facts.ends.topics:
                    fields.setdefault(topic, set()).update(ending)
            for topic in facts.opens:
                fields.setdefault(topic, set()).update(opening)
        return {topic: frozenset(names - OWN_NAMES) for topic, names in fields.items()}

    def parts(self) -> Iterator[Count | Sum]:
        """Yield every count and sum that the measure is made of."""
        if isinstance(self.measure, Ratio):
            yield from _simple_parts(self.measure.numerator)
            yield from _simple_parts(self.measure.denominator)
        else:
            yield from _simple_parts(self.measure)


def _simple_parts(whole: Count | Sum | Difference) -> Iterator[Count | Sum]:
    """Yield the counts and sums of a measure that is not a ratio, those to be subtracted last."""
    if isinstance(whole, Difference):
        yield from whole.of
        yield from whole.minus
    else:
        yield whole
