"""Voiding a correction: what it had put right is as before, and nothing may count on it."""

from domain.base.event import Event
from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.mentorship.events import MentorshipCorrected
from tests.domain.evidence import examples as v
from tests.domain.expenditure import examples as x
from tests.domain.grant import examples as g
from tests.domain.mentorship import examples as m
from tests.domain.worker import examples as w
from tests.given import day, given

BEGUN_EARLIER: tuple[Event, ...] = (
    w.registered("2024-06-01"),
    w.registration_corrected("2024-07-01", 1, effective_on="2024-04-01"),
)


def test_a_correction_that_moved_the_beginning_is_voided() -> None:
    """As long as nothing lies before the day on which the record then begins."""
    given(*BEGUN_EARLIER).when(w.void(2)).then(w.entry_voided("2025-01-06", 2))
    given(*BEGUN_EARLIER, w.claimed("2024-06-01")).when(w.void(2)).then(
        w.entry_voided("2025-01-06", 2)
    )


def test_no_entry_comes_to_lie_before_the_beginning_by_a_voiding() -> None:
    """A claim between the two days was possible by the correction only; it is voided first."""
    was = (*BEGUN_EARLIER, w.claimed("2024-05-31"))
    given(*was).when(w.void(2)).refused(OTHERS_BUILD_ON_IT)
    given(*was, w.entry_voided("2025-01-05", 3)).when(w.void(2)).then(
        w.entry_voided("2025-01-06", 2)
    )


def test_it_is_the_same_in_every_area() -> None:
    """Money, plans and mentorships begin on a day as well."""
    given(
        x.committed("2024-06-01"),
        x.corrected("2024-07-01", 1, effective_on="2024-04-01"),
        x.paid("2024-05-01", 1),
    ).when(x.void(2)).refused(OTHERS_BUILD_ON_IT)
    given(
        g.submitted("2024-06-01"),
        g.corrected("2024-07-01", 1, effective_on="2024-04-01"),
        g.line("2024-05-01"),
    ).when(g.void(2)).refused(OTHERS_BUILD_ON_IT)
    asked_earlier = MentorshipCorrected(
        effective_on=day("2024-07-01"), corrects=1, now={"effective_on": "2024-04-01"}
    )
    given(m.requested("2024-06-01"), asked_earlier, m.proposed("2024-05-01")).when(
        m.void(2)
    ).refused(OTHERS_BUILD_ON_IT)


def test_a_correction_that_a_later_one_completes_is_voided_after_it() -> None:
    """An approval has both a day and a number: without the first correction there is no day."""
    was = (
        v.registered(approved_on=None, approval_number=None),
        v.corrected("2024-11-01", 1, approved_on="2024-10-03", approval_number="決-45"),
        v.corrected("2024-12-01", 1, approval_number="決-46"),
    )
    given(*was).when(v.void(2)).refused(OTHERS_BUILD_ON_IT)
    given(*was, v.voided("2025-01-01", 3)).when(v.void(2)).then(v.voided("2025-06-01", 2))


def test_what_others_have_looked_at_is_not_voided_altogether() -> None:
    """A worker who was offered work can leave, but cannot never have been; a part of it can go."""
    looked_at = given(w.registered()).looked_at()
    looked_at.when(w.void(1)).refused(OTHERS_BUILD_ON_IT)
    given(w.registered()).when(w.void(1)).then(w.entry_voided("2025-01-06", 1))
    given(w.registered(), w.left(last_day="2025-03-31")).looked_at().when(w.void(2)).then(
        w.entry_voided("2025-01-06", 2)
    )
