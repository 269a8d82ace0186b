"""Which rule sets bind a commission, and the days that follow if it goes as planned.

This is written into the event that entrusts the work, and into each that states or changes terms.
"""

from datetime import date
from typing import Any

from domain.commission.law import due, public_contract
from domain.commission.law.counting import days_before
from domain.commission.law.due import Agreed
from domain.commission.law.rule_sets import (
    FreelanceAct,
    FreelanceEnvironment,
    PublicContractAct,
    the,
)
from domain.commission.state import Commission
from domain.commission.terms import Terms


def governed(commission: Commission, on: date, terms: Terms | None) -> dict[str, Any]:
    """Give the fields of `Governed` for terms stated, or work entrusted, on a day."""
    sets = commission.would_bind(on, terms)
    delivery = terms.delivery_day if terms else commission.delivery_day
    agreed = terms.agreed() if terms else Agreed()
    freelance, public = the(FreelanceAct, sets), the(PublicContractAct, sets)
    environment = the(FreelanceEnvironment, sets)
    return {
        "rule_sets": tuple(each.id for each in sets),
        "due_limit": due.limit(freelance, delivery, agreed) if freelance else None,
        "inspect_limit": public_contract.inspect_by(public, delivery) if public else None,
        "notice_by": days_before(delivery, environment.notice_days) if environment else None,
    }
