"""Laws of what is committed, granted, ordered, paid and owned."""

from datetime import date

from domain.asset import events as asset
from domain.award import events as award
from domain.commission import events as c
from domain.commission.codes import Extent
from domain.engagement import events as e
from domain.engagement.codes import Rhythm
from domain.expenditure import events as x
from tests.domain.sequences.law import (
    Facts,
    Law,
    by_day,
    in_turn,
    nothing_after,
    nothing_before,
    nothing_later,
    of,
    once,
    once_each,
    rests_on,
    total,
    until,
)


def _never_more_than_committed(facts: Facts) -> bool:
    committed = total(of(facts, x.ExpenditureCommitted))
    for then in until(facts):
        left = committed - total(of(then, x.CommitmentCancelled))
        # What was paid and came back may be ordered and paid again.
        back = total(of(then, x.ExpenditureReturned))
        for kind in (x.PaymentOrdered, x.ExpenditurePaid):
            if total(of(then, kind)) - back > left:
                return False
    return total(of(facts, x.ExpenditureInspected)) <= committed


def _never_more_returned_than_paid(facts: Facts) -> bool:
    return all(
        total(of(then, x.ExpenditureReturned)) <= total(of(then, x.ExpenditurePaid))
        for then in until(facts)
    )


def _advanced_within_the_decision(facts: Facts) -> bool:
    decided, advanced = None, 0
    for fact in by_day(facts):
        if isinstance(fact, award.GrantDecided | award.GrantDecisionAmended):
            decided = fact.amount
        elif isinstance(fact, award.GrantAdvanced):
            advanced += fact.amount
            if decided is None or advanced > decided:
                return False
    return True


def _settled_within_the_fixed(facts: Facts) -> bool:
    fixed, held = None, 0
    for fact in by_day(facts):
        match fact:
            case award.GrantFixed():
                fixed = fact.amount
            case award.GrantAdvanced():
                held += fact.amount
            case award.GrantRepaid():
                held -= fact.amount
            case award.GrantSettled():
                held += fact.amount
                if fixed is None or held > fixed:
                    return False
        if held < 0:
            return False
    return True


def _agreed(facts: Facts) -> int:
    said = (c.CommissionOffered, c.TermsStated, c.TermsChanged, c.TermsSupplemented)
    return int(of(facts, said)[-1].amount)


def _claimed_within_what_was_agreed(facts: Facts) -> bool:
    """What was claimed before anything passed is claimed anew after it, and counts once."""
    passed = min((one.effective_on for one in of(facts, c.InspectionPassed)), default=date.max)
    claims = of(facts, c.RemunerationClaimed)
    early = [one for one in claims if one.effective_on < passed]
    anew = [one for one in claims if one.effective_on >= passed]
    return max(total(early), total(anew)) <= _agreed(facts)


def _inspected_in_time(facts: Facts) -> bool:
    came = {one.delivery: one.effective_on for one in of(facts, c.WorkDelivered)}
    inspected = of(facts, (c.InspectionPassed, c.InspectionFailed, c.ReworkRequested))
    return all(one.delivery in came and came[one.delivery] <= one.effective_on for one in inspected)


def _completed_when_all_passed(facts: Facts) -> bool:
    if not of(facts, c.CommissionCompleted):
        return True
    redone = {one.redoes for one in of(facts, c.WorkDelivered)}
    standing = [one for one in of(facts, c.WorkDelivered) if one.delivery not in redone]
    found = {}
    for one in of(facts, (c.InspectionPassed, c.InspectionFailed, c.ReworkRequested)):
        found[one.delivery] = type(one)
    whole = any(one.extent is Extent.WHOLE for one in standing)
    return whole and all(found.get(one.delivery) is c.InspectionPassed for one in standing)


def _ordered(facts: Facts) -> int:
    before, latest = 0, 0
    for fact in facts:
        match fact:
            case e.OrderReceived() | e.OrderChanged():
                latest = fact.amount
            case e.OrderContinued():
                before, latest = before + latest, fact.amount
    return before + latest


def _received_within_the_invoice(facts: Facts) -> bool:
    billed = {one.invoice_number: one.amount for one in of(facts, e.InvoiceIssued)}
    return all(
        total(one for one in of(facts, e.MoneyReceived) if one.invoice_number == number)
        <= billed.get(number, 0)
        for number in {one.invoice_number for one in of(facts, e.MoneyReceived)}
    )


ANSWERS = (c.CommissionAccepted, c.CommissionDeclined, c.OfferWithdrawn)
ENDS = (c.CommissionDeclined, c.OfferWithdrawn, c.CommissionCompleted, c.CommissionCancelled)
BESIDE = (
    c.RemunerationClaimed,
    c.RemunerationPaid,
    c.ConsiderationAnswered,
    c.ConductNoted,
    c.CommissionMatterClosed,
)
WORK = (c.WorkStarted, c.WorkDelivered, c.RemunerationPaid, c.RemunerationClaimed)
GONE = (asset.AssetLost, asset.AssetDisposed)

LAWS = {
    "expenditure": (
        Law("No more is inspected, ordered or paid than committed.", _never_more_than_committed),
        Law("No more comes back by a day than was paid by it.", _never_more_returned_than_paid),
        Law("Nothing happens before the commitment.", nothing_before(x.ExpenditureCommitted)),
    ),
    "award": (
        Law("A grant is decided once; then it is amended.", once(award.GrantDecided)),
        Law("Performance is reported once.", once(award.PerformanceReported)),
        Law("The amount is fixed once.", once(award.GrantFixed)),
        Law("Advances stay within the decision of their day.", _advanced_within_the_decision),
        Law("What is held stays within the fixed amount.", _settled_within_the_fixed),
        Law("What is fixed was reported.", rests_on(award.GrantFixed, award.PerformanceReported)),
        Law("Nothing happens before the application.", nothing_before(award.GrantApplied)),
    ),
    "commission": (
        Law("An offer is answered once.", once(*ANSWERS)),
        Law("A commission ends once.", once(*ENDS)),
        Law("No step is taken after the end.", nothing_after(ENDS, BESIDE)),
        Law("Work and money need an acceptance.", rests_on(WORK, c.CommissionAccepted)),
        Law("Terms are stated once; then they change.", once(c.TermsStated)),
        Law("Work begins once.", once(c.WorkStarted)),
        Law("No more is paid than was agreed.",
            lambda facts: total(of(facts, c.RemunerationPaid), "gross") <= _agreed(facts)),
        Law("No more is claimed than was agreed, before anything passed or anew after it.",
            _claimed_within_what_was_agreed),
        Law("What is inspected was delivered before.", _inspected_in_time),
        Law("Completed work was delivered whole and passed.", _completed_when_all_passed),
        Law("Each delivery has a number of its own.", once_each(c.WorkDelivered, "delivery")),
        Law("A delivery passes once.", once_each(c.InspectionPassed, "delivery")),
    ),
    "engagement": (
        Law("An order is received once; then it changes.", once(e.OrderReceived)),
        Law("An engagement ends once.", once(e.EngagementCancelled, e.EngagementClosed)),
        Law("Nothing but money and source follows the end.",
            nothing_after((e.EngagementCancelled, e.EngagementClosed),
                          (e.MoneyReceived, e.EngagementAttributed))),
        Law("Its source is recorded once.", once(e.EngagementAttributed)),
        Law("Only a monthly order is continued.",
            lambda facts: not of(facts, e.OrderContinued)
            or of(facts, e.OrderReceived)[0].rhythm is Rhythm.MONTHLY),
        Law("No more is invoiced than was ordered.",
            lambda facts: total(of(facts, e.InvoiceIssued)) <= _ordered(facts)),
        Law("Each invoice has a number of its own.", once_each(e.InvoiceIssued, "invoice_number")),
        Law("No more is received than was invoiced.", _received_within_the_invoice),
        Law("What is received was invoiced before.",
            rests_on(e.MoneyReceived, e.InvoiceIssued, "invoice_number")),
        Law("What is ordered was inquired before.", nothing_before(e.InquiryReceived)),
    ),
    "asset": (
        Law("An asset is not lent twice at once.", in_turn(asset.AssetLent, asset.AssetReturned)),
        Law("It is gone once.", once(*GONE)),
        Law("Nothing happens to what is gone.", nothing_later(GONE)),
        Law("Nothing happens to what is not there yet.", nothing_before(asset.AssetAcquired)),
        Law("Stock is taken once a year.", once_each(asset.StockTaken, "fiscal_year")),
    ),
}  # fmt: skip
