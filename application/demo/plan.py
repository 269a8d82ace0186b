"""The real plan, and what its papers state: entered when the record was opened."""

from application.demo.plan_r6_r8 import papers_of_r6, plan_r6_r8
from application.demo.teller import Teller
from application.recorded import Reason


def tell(teller: Teller) -> None:
    """Tell of the plan, the names of its grant, and the activity that was stopped."""
    for command in [*plan_r6_r8(teller.namespace), *papers_of_r6(teller.namespace)]:
        teller.enter(command, reason=Reason.DECISION)
