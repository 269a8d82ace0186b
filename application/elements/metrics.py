"""The metrics of the five elements, in the order in which they are read.

What the figure language can say is a figure, whose definition is published in the record. The rest
is taken from a view, where one record is held against another.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from application.elements import taken
from application.elements.metric import Definition, Element, Metric, of_figure, of_view
from application.projections.members import MEMBERS
from application.views.dx_contribution import DX_CONTRIBUTION
from application.views.execution_rates import EXECUTION_RATES
from application.views.municipality_pairs import MUNICIPALITY_PAIRS
from application.views.own_income import OWN_INCOME
from application.views.pilot_policies import PILOT_POLICIES
from application.views.private_contribution import PRIVATE_CONTRIBUTION
from application.views.sales import SALES
from application.views.shared_lessons import SHARED_LESSONS
from domain.base.figure import Words
from domain.commission.events import CommissionAccepted, RemunerationPaid
from domain.consortium.events import CostShared, MemberJoined, MemberLeft, MemberRejoined
from domain.engagement.events import MoneyReceived, OrderReceived
from domain.expenditure.events import ExpenditurePaid, ExpenditureReturned
from domain.pilot.events import LessonRecorded, PilotStarted, PolicyLinked

SINCE: Final = date(2026, 11, 30)
"""The day from which the first versions of the definitions below hold."""
EARNED: Final = (MoneyReceived, RemunerationPaid)
SPENT: Final = (ExpenditurePaid, ExpenditureReturned)
STANDING: Final = (MemberJoined, MemberRejoined, MemberLeft)
UNITS: Final[Mapping[str, Words]] = {
    "minutes": Words(ja="分", en="minutes"),
    "decisions": Words(ja="件", en="decisions"),
    "persons": Words(ja="人", en="persons"),
}


def _first(unit: str, title: Words, sentence: Words, note: Words) -> Definition:
    return Definition(1, SINCE, title, sentence, UNITS[unit], note)


PRIVATE_MINUTES = _first(
    "minutes",
    Words(ja="民間の構成員の時間", en="Time given by private members"),
    Words(
        ja="年度に、構成員である企業と民間プロ人材が助言や契約業務に充てたと記録された時間。",
        en="Minutes recorded in the fiscal year of advice by outside professionals who are members,"
        " and declared by member firms under contracts.",
    ),
    Words(
        ja="有償か無償かを問わない。記録のない会議や準備の時間は含まない。",
        en="Paid for or not. Meetings and preparation, whose length nobody records, are not in it.",
    ),
)
PRIVATE_DECISIONS = _first(
    "decisions",
    Words(ja="民間の構成員が加わった決定", en="Decisions in which private members took part"),
    Words(
        ja="年度の会議の決定のうち、民間の構成員が出席した会議でのものの件数。",
        en="Decisions of the fiscal year made at meetings at which a private member was present.",
    ),
    Words(
        ja="出席を参加とみなす。誰が賛成したかは記録しない。出席した構成員を記録した会議がない"
        "年度は「記録なし」。",
        en="To be present is to take part; who was in favour is not recorded. Where no meeting of"
        " the year says which members came, it is not recorded.",
    ),
)
DX_WORKERS = _first(
    "persons",
    Words(
        ja="スキルが上がり、その後DX業務を納めた住民",
        en="Residents who rose a level and then delivered DX work",
    ),
    Words(
        ja="デジタルスキル標準（DSS）のレベルが評価で上がり、その後に納品したDX支援業務が年度に完了した"
        "住民の人数。同じ人は一度だけ数える。",
        en="Residents whose level in the digital skill standard (DSS) was found to have risen and"
        " who afterwards delivered DX support that was completed in the fiscal year, each once.",
    ),
    Words(
        ja="レベルが上がった日は最初の納品日より前に限る。自己申告、最初の評価、納品までに下がったか"
        "取り下げたレベルは数えない。スキルが業務に役立ったことまでは示さない。",
        en="The level rose on a day before the first delivery. What residents declare themselves, a"
        " first level, and one lowered or withdrawn by then do not count. That the skill helped the"
        " work is not shown.",
    ),
)

E = Element
METRICS: Final[tuple[Metric, ...]] = (
    of_figure(E.SELF_RELIANCE, "own-income", OWN_INCOME.name, EARNED),
    of_figure(E.SELF_RELIANCE, "budget-executed", EXECUTION_RATES.name, SPENT),
    of_figure(E.SELF_RELIANCE, "own-income-share", OWN_INCOME.name, (*EARNED, *SPENT)),
    of_figure(E.SELF_RELIANCE, "orders-not-by-grant", SALES.name, (OrderReceived,)),
    of_figure(E.PUBLIC_PRIVATE, "private-members", MEMBERS.name, STANDING),
    of_figure(E.PUBLIC_PRIVATE, "private-share", PRIVATE_CONTRIBUTION.name, (CostShared,)),
    of_view(
        E.PUBLIC_PRIVATE, "private-minutes", PRIVATE_MINUTES, PRIVATE_CONTRIBUTION,
        taken.private_minutes,
    ),
    of_view(
        E.PUBLIC_PRIVATE, "private-decisions", PRIVATE_DECISIONS, PRIVATE_CONTRIBUTION,
        taken.private_decisions,
    ),
    of_figure(E.REGIONS, "kpi4", MEMBERS.name, STANDING),
    of_figure(
        E.REGIONS, "work-across", MUNICIPALITY_PAIRS.name, (CommissionAccepted,),
        among=CommissionAccepted,
    ),
    of_figure(
        E.REGIONS, "workers-across", MUNICIPALITY_PAIRS.name, (CommissionAccepted,),
        among=CommissionAccepted, of_persons=True,
    ),
    of_figure(
        E.REGIONS, "lessons-shared", SHARED_LESSONS.name, (LessonRecorded,), among=LessonRecorded
    ),
    of_figure(
        E.REGIONS, "failures-shared", SHARED_LESSONS.name, (LessonRecorded,), among=LessonRecorded
    ),
    of_figure(
        E.POLICIES, "pilots-with-policy", PILOT_POLICIES.name, (PolicyLinked,), among=PilotStarted
    ),
    of_figure(
        E.POLICIES, "policy-fields", PILOT_POLICIES.name, (PolicyLinked,), among=PilotStarted
    ),
    of_view(
        E.DIGITAL, "dx-workers", DX_WORKERS, DX_CONTRIBUTION, taken.dx_workers, of_persons=True,
    ),
)  # fmt: skip
