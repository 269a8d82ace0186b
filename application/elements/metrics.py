"""The metrics of the five elements, in the order in which they are read.

Each is a figure, whose definition is published in the record; a view or a list shows what it
counts, line by line.
"""

from typing import Final

from application.elements.metric import Element, Metric, of_figure
from application.projections.members import MEMBERS
from application.views.dx_contribution import DX_CONTRIBUTION
from application.views.execution_rates import EXECUTION_RATES
from application.views.municipality_pairs import MUNICIPALITY_PAIRS
from application.views.own_income import OWN_INCOME
from application.views.pilot_policies import PILOT_POLICIES
from application.views.private_contribution import PRIVATE_CONTRIBUTION
from application.views.sales import SALES
from application.views.shared_lessons import SHARED_LESSONS
from domain.advice.events import AdviceSessionHeld
from domain.commission.events import CommissionAccepted, CommissionCompleted, RemunerationPaid
from domain.consortium.events import CostShared, MemberJoined, MemberLeft, MemberRejoined
from domain.contract.events import HoursDeclared
from domain.engagement.events import MoneyReceived, OrderReceived
from domain.expenditure.events import ExpenditurePaid, ExpenditureReturned
from domain.meeting.events import DecisionMade, MeetingHeld
from domain.pilot.events import LessonRecorded, PilotStarted, PolicyLinked

EARNED: Final = (MoneyReceived, RemunerationPaid)
SPENT: Final = (ExpenditurePaid, ExpenditureReturned)
STANDING: Final = (MemberJoined, MemberRejoined, MemberLeft)

E = Element
METRICS: Final[tuple[Metric, ...]] = (
    of_figure(E.SELF_RELIANCE, "own-income", OWN_INCOME.name, EARNED),
    of_figure(E.SELF_RELIANCE, "budget-executed", EXECUTION_RATES.name, SPENT),
    of_figure(E.SELF_RELIANCE, "own-income-share", OWN_INCOME.name, (*EARNED, *SPENT)),
    of_figure(E.SELF_RELIANCE, "orders-not-by-grant", SALES.name, (OrderReceived,)),
    of_figure(E.PUBLIC_PRIVATE, "private-members", MEMBERS.name, STANDING),
    of_figure(E.PUBLIC_PRIVATE, "private-share", PRIVATE_CONTRIBUTION.name, (CostShared,)),
    of_figure(
        E.PUBLIC_PRIVATE, "private-minutes", PRIVATE_CONTRIBUTION.name,
        (AdviceSessionHeld, HoursDeclared),
    ),
    of_figure(
        E.PUBLIC_PRIVATE, "private-decisions", PRIVATE_CONTRIBUTION.name, (DecisionMade,),
        among=MeetingHeld, telling="private_present",
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
    of_figure(
        E.DIGITAL, "dx-workers", DX_CONTRIBUTION.name, (CommissionCompleted,),
        among=CommissionCompleted, of_persons=True,
    ),
)  # fmt: skip
