"""Inspection and payment where a public body orders (政府契約の支払遅延防止等に関する法律).

The act has no rule of counting of its own: terms are counted by the Civil Code.
"""

from datetime import date

from domain.base.values.closed_days import Counter
from domain.commission.law.counting import term_ends
from domain.commission.law.rule_sets import PublicContractAct


def inspect_by(act: PublicContractAct, receipt: date) -> date:
    """Give the last day of the inspection (5条): counted from the day after the receipt."""
    return term_ends(receipt, act.inspect_days, Counter.OFFICE)


def days_late(act: PublicContractAct, receipt: date, inspected: date) -> int:
    """Give by how many days an inspection was late."""
    return max(0, (inspected - inspect_by(act, receipt)).days)


def pay_by(act: PublicContractAct, claimed: date, *, late: int = 0, written: bool = True) -> date:
    """Give the last day of the payment (6条, 10条): counted from the day after a proper claim.

    The days by which the inspection was late are taken off the term (9条); if they use it up, it
    ends on the day of the claim, or on the next open one. A claim that was made before the
    inspection is not asked about: it starts no term.
    """
    days = act.pay_days if written else act.unwritten_days
    return term_ends(claimed, max(0, days - late), Counter.OFFICE)
