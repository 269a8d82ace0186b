"""Whether a proposed mentor was qualified on the day of the proposal."""

from application.views.mentor_proposals import (
    MENTOR_PROPOSALS,
    How,
    MentorProposalRow,
    MentorProposalsAsks,
)
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.mentor.examples import QUALIFICATION, REQUIREMENT, laid_down, qualified
from tests.domain.mentorship.examples import JIRO, LIFE, MENTORSHIP, SABURO
from tests.given import day

LOG = log_of(
    *((MENTORSHIP, event) for event in LIFE),
    (QUALIFICATION, qualified("2024-05-10", person_id=JIRO)),
    (REQUIREMENT, laid_down("2024-07-01")),
)


def test_each_proposal_is_held_against_its_own_day() -> None:
    """Whatever was given or laid down later; nothing is refused."""
    proposed, reassigned = rows(MENTOR_PROPOSALS, LOG, MentorProposalsAsks(), valid_on="2025-01-01")
    assert proposed == MentorProposalRow(
        on=day("2024-05-10"),
        mentorship_id=MENTORSHIP,
        mentor=JIRO,
        how=How.PROPOSED,
        qualified=True,
        required=None,
    )
    assert reassigned == MentorProposalRow(
        on=day("2024-07-20"),
        mentorship_id=MENTORSHIP,
        mentor=SABURO,
        how=How.REASSIGNED,
        qualified=False,
        required=True,
    )


def test_a_qualification_of_the_next_day_does_not_count() -> None:
    """Nor a proposal of another year."""
    late = log_of(
        *((MENTORSHIP, event) for event in LIFE),
        (QUALIFICATION, qualified("2024-05-11", person_id=JIRO)),
    )
    first, _ = rows(MENTOR_PROPOSALS, late, MentorProposalsAsks(), valid_on="2025-01-01")
    assert not first.qualified
    other = MentorProposalsAsks(fiscal_year=2025)
    assert rows(MENTOR_PROPOSALS, late, other, valid_on="2025-05-01") == []
