"""What stands in the way of a mend is among what its command says that it can meet."""

from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.consortium import rules as consortium
from domain.mentorship import rules as mentorship
from domain.worker import rules as worker
from tests.domain.commission import examples as x
from tests.domain.consortium import examples as cn
from tests.domain.mentorship import examples as m
from tests.domain.worker import examples as w
from tests.given import given

HELD = (*m.RUNNING, m.planned("2024-05-21", 1, "2024-06-10"), m.held("2024-08-10", 1))


def test_a_session_does_not_come_to_lie_after_the_end() -> None:
    """Neither by a correction of its day nor by the voiding of one."""
    given(*HELD, m.completed("2024-08-31")).when(
        m.correct_session(5, effective_on="2024-09-01")
    ).refused(mentorship.LATER_ENTRIES)
    given(
        *HELD,
        m.session_corrected("2024-08-20", 5, effective_on="2024-06-11"),
        m.completed("2024-06-30"),
    ).when(m.void_session(6)).refused(mentorship.LATER_ENTRIES)


def test_a_delivery_takes_the_place_of_one_that_is_there() -> None:
    """A correction cannot name another."""
    given(*x.DONE).when(x.correct(4, redoes=2)).refused(OTHERS_BUILD_ON_IT)


def test_versions_of_the_agreement_stay_in_order_when_a_correction_is_voided() -> None:
    """The second was concluded on a day that only the correction put after the first."""
    given(
        cn.formed("2024-05-01"),
        cn.concluded("2024-08-01", 1),
        cn.corrected("2025-01-01", 2, effective_on="2024-06-01"),
        cn.concluded("2024-07-01", 2),
    ).when(cn.void(3)).refused(consortium.VERSIONS_OUT_OF_ORDER)


def test_nobody_becomes_their_own_assessor_by_a_mend() -> None:
    """Whether the person of a registration is corrected, or such a correction voided."""
    assessed = w.assessed("2024-06-01")
    given(w.registered(), assessed).when(
        w.correct_registration(1, person_id=str(w.ASSESSOR))
    ).refused(worker.OWN_ASSESSMENT)
    own = assessed.model_copy(update={"assessor": w.HANAKO})
    corrected = w.registration_corrected("2024-05-01", 1, person_id=str(w.ASSESSOR))
    given(w.registered(), corrected, own).when(w.void(2)).refused(worker.OWN_ASSESSMENT)
