"""Figures of the five elements that count what was decided about a fact when it was recorded.

The figure language joins nothing, so that the event says what is asked: whether a commission is
across municipalities, whether a private member was there. It says what was known on that day.
"""

from domain.base.figure import Count, Facts, FigureDefinition, Words

LINKED = Facts(opens=("pilot.policy_linked",))

PILOTS_WITH_POLICY = FigureDefinition(
    code="pilots-with-policy",
    version=1,
    title=Words(ja="政策・施策と結び付けたパイロット", en="Pilots that serve a municipal policy"),
    sentence=Words(
        ja="年度に始めたパイロットのうち、市町村の政策・施策と結び付けたものの件数。",
        en="Pilots begun in the fiscal year that are linked with a policy of a municipality.",
    ),
    unit=Words(ja="件", en="pilots"),
    note=Words(
        ja="結び付けた日ではなく、始めた年度に数える。一つのパイロットは一度だけ数える。",
        en="A pilot counts in the year in which it was begun, whenever it was linked, and once.",
    ),
    by=("municipality",),
    measure=Count(facts=LINKED, basis="annual", year_field="begun_in", distinct_by="stream"),
)

POLICY_FIELDS = FigureDefinition(
    code="policy-fields",
    version=1,
    title=Words(ja="結び付けた政策分野", en="Fields of policy served"),
    sentence=Words(
        ja="年度に始めたパイロットが結び付く政策分野の種類の数。",
        en="How many different fields of policy the pilots begun in the fiscal year serve.",
    ),
    unit=Words(ja="分野", en="fields"),
    note=Words(
        ja="産業・福祉・地域づくり・教育・行政・その他の六分野による。",
        en="Of six: industry, welfare, community, education, administration and other.",
    ),
    measure=Count(facts=LINKED, basis="annual", year_field="begun_in", distinct_by="policy_field"),
)

OF_ELEMENTS = (PILOTS_WITH_POLICY, POLICY_FIELDS)
