"""The definitions that Ayumi brings along, as data; a consortium publishes those it uses."""

from application.figures.elements import OF_ELEMENTS
from application.figures.money import (
    BUDGET_EXECUTED,
    ORDERS_NOT_BY_GRANT,
    OWN_INCOME,
    OWN_INCOME_SHARE,
    YEN,
)
from domain.base.figure import Condition, Count, Ending, Facts, FigureDefinition, Sum, Words
from domain.consortium.events import PRIVATE

PERSONS = Words(ja="人", en="persons")
BY_PRIVATE_MEMBERS = Condition(field="kind", one_of=tuple(kind.value for kind in PRIVATE))


NEW_HIRES = FigureDefinition(
    code="kpi1",
    version=1,
    title=Words(ja="地域における新規雇用者数", en="New hires in the region"),
    sentence=Words(
        ja="年度に計上された新規雇用者の人数。同じ人は一度だけ数える。",
        en="Persons counted as newly hired in the fiscal year, each person once.",
    ),
    unit=PERSONS,
    by=("municipality",),
    measure=Count(
        facts=Facts(
            opens=("kpi.fact_counted",),
            where=(Condition(field="kpi", one_of=("kpi1",)),),
            persons=("subject",),
        ),
        basis="annual",
        year_field="fiscal_year",
        distinct_by="subject",
    ),
)

MEMBER_MUNICIPALITIES = FigureDefinition(
    code="kpi4",
    version=1,
    title=Words(ja="参加自治体数", en="Member municipalities"),
    sentence=Words(
        ja="基準日に構成員である市町村の数。都道府県は数えない。",
        en="Municipalities that are members on the day; prefectures are not counted.",
    ),
    unit=Words(ja="団体", en="municipalities"),
    note=Words(
        ja="計画は誰を数えるかを定めていない。県は構成員になれるが、参加自治体には数えない。",
        en="The plan does not say who counts. A prefecture can be a member and is not counted.",
    ),
    measure=Count(
        facts=Facts(
            scope="common",
            opens=("consortium.member_joined", "consortium.member_rejoined"),
            where=(Condition(field="kind", one_of=("municipality",)),),
            ends=Ending(topics=("consortium.member_left",), effective="first_day_without"),
        ),
        basis="level",
        distinct_by="code",
    ),
)


def pilots(version: int, topic: str, sentence: Words, note: Words) -> FigureDefinition:
    """Give a definition of KPI② that counts pilots by one of their events."""
    return FigureDefinition(
        code="kpi2",
        version=version,
        title=Words(ja="パイロットプロジェクトの実施件数", en="Pilot projects carried out"),
        sentence=sentence,
        unit=Words(ja="件", en="pilots"),
        note=note,
        by=("municipality",),
        measure=Count(facts=Facts(opens=(topic,)), basis="annual", distinct_by="stream"),
    )


PILOTS_BEGUN = pilots(
    1,
    "pilot.started",
    Words(
        ja="年度に始めたパイロットプロジェクトの件数。",
        en="Pilot projects begun in the fiscal year.",
    ),
    Words(
        ja="計画は開始と終了のどちらで数えるかを定めていない。ここでは始めた年度に数え、"
        "後に中止したものも数える。",
        en="The plan does not say whether a pilot counts when begun or when finished. Here it"
        " counts in the year in which it was begun, and still counts if it was given up later.",
    ),
)
PILOTS_FINISHED = pilots(
    2,
    "pilot.completed",
    Words(
        ja="年度に終えたパイロットプロジェクトの件数。",
        en="Pilot projects finished in the fiscal year.",
    ),
    Words(
        ja="終えた年度に数え、中止したものは数えない。報告済みの値は第1版のまま残る。",
        en="A pilot counts in the year in which it was finished, and not if it was given up. What"
        " was reported under version 1 stays as it was.",
    ),
)


NEW_EMPLOYMENTS = FigureDefinition(
    code="new-employments",
    version=1,
    title=Words(ja="新たに雇用された人数（雇用契約による）", en="Persons newly employed"),
    sentence=Words(
        ja="年度に雇用契約により雇用された人数。同じ人は一度だけ数える。業務委託と自営は雇用に数えない。",
        en=(
            "Persons who began to work under a contract of employment in the fiscal year, each "
            "once; commissioned work and a business of one's own are not counted."
        ),
    ),
    unit=PERSONS,
    by=("municipality",),
    measure=Count(
        facts=Facts(
            opens=("employment.began",),
            where=(Condition(field="form", one_of=("employed",)),),
            persons=("person_id",),
        ),
        basis="annual",
        distinct_by="person_id",
    ),
)
"""Offered beside KPI①, which counts what was counted for it: it says what it takes for a hire.

The plan does not say whether commissioned work is a hire. Whoever adopts this definition says no.
"""

PRIVATE_MEMBERS = FigureDefinition(
    code="private-members",
    version=1,
    title=Words(ja="民間の構成員数", en="Private members"),
    sentence=Words(
        ja="年度末（年度の途中は基準日）に構成員である企業と民間プロ人材の数。",
        en="Firms and outside professionals that are members on the last day of the fiscal year,"
        " or on the day asked for where that is earlier.",
    ),
    unit=Words(ja="者", en="members"),
    note=Words(
        ja="計画は誰が「民間」かを定めていない。市町村が設立した法人（公社）は数えない。",
        en="The plan does not say who is private. A corporation that municipalities set up is not"
        " counted.",
    ),
    by=("kind",),
    measure=Count(
        facts=Facts(
            scope="common",
            opens=("consortium.member_joined", "consortium.member_rejoined"),
            where=(BY_PRIVATE_MEMBERS,),
            ends=Ending(topics=("consortium.member_left",), effective="first_day_without"),
        ),
        basis="level",
        distinct_by="stream",
    ),
)

PRIVATE_SHARE = FigureDefinition(
    code="private-share",
    version=1,
    title=Words(ja="民間の構成員が負担する額", en="Costs borne by private members"),
    sentence=Words(
        ja="年度の費用のうち、企業と民間プロ人材が負担するとした額。現物・役務の評価額を含む。",
        en="What firms and outside professionals bear of the costs of the fiscal year, in money or"
        " in kind.",
    ),
    unit=YEN,
    note=Words(
        ja="負担を決めた日ではなく、負担の対象の年度に数える。現物・役務は協議で決めた評価額による。",
        en="It counts in the year it is borne for, not in that of the day on which it was settled;"
        " what is given in kind counts at the value agreed on.",
    ),
    by=("basis",),
    measure=Sum(
        facts=Facts(opens=("consortium.cost_shared",), where=(BY_PRIVATE_MEMBERS,)),
        basis="annual",
        year_field="fiscal_year",
        field="amount",
    ),
)

STANDARD = (
    NEW_HIRES,
    BUDGET_EXECUTED,
    MEMBER_MUNICIPALITIES,
    PILOTS_BEGUN,
    NEW_EMPLOYMENTS,
    OWN_INCOME,
    OWN_INCOME_SHARE,
    ORDERS_NOT_BY_GRANT,
    PRIVATE_MEMBERS,
    PRIVATE_SHARE,
    *OF_ELEMENTS,
)
"""The definitions that hold from the beginning. KPI③ has none: its scheme is not defined yet."""
