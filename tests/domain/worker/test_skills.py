"""What a worker can do, and who says so."""

import pytest
from pydantic import ValidationError

from domain.worker import rules
from tests.domain.worker.examples import (
    HANAKO,
    assess,
    assessed,
    claim,
    claimed,
    correct_skill,
    endorse,
    endorsed,
    left,
    registered,
    remap,
    remapped,
    skill_corrected,
    withdraw,
    withdrawn,
)
from tests.given import given


def test_a_worker_declares_a_skill() -> None:
    """The declaration names the skill, the framework and its version, and the level."""
    given(registered()).when(claim("2024-05-01")).then(claimed("2024-05-01"))


def test_an_assessor_finds_a_level() -> None:
    """The assessment names who found it, how, and what shows it."""
    given(registered()).when(assess("2024-05-01")).then(assessed("2024-05-01"))


def test_nobody_assesses_their_own_skill() -> None:
    """Only another person's finding is an assessment."""
    given(registered()).when(assess("2024-05-01", assessor=HANAKO)).refused(rules.OWN_ASSESSMENT)


def test_a_skill_is_withdrawn() -> None:
    """A skill that was declared or assessed can be taken off the record."""
    given(registered(), claimed("2024-05-01")).when(withdraw("2024-06-01")).then(
        withdrawn("2024-06-01")
    )
    given(registered(), assessed("2024-05-01")).when(withdraw("2024-05-01")).then(
        withdrawn("2024-05-01")
    )


def test_only_a_skill_on_the_record_is_withdrawn() -> None:
    """Another skill, one not yet declared on that day, and one withdrawn already are not there."""
    held = given(registered(), claimed("2024-05-01"))
    held.when(withdraw("2024-06-01", skill="video-editing")).refused(rules.SKILL_NOT_HELD)
    held.when(withdraw("2024-04-30")).refused(rules.SKILL_NOT_HELD)
    given(registered(), claimed("2024-05-01"), withdrawn("2024-06-01")).when(
        withdraw("2024-07-01")
    ).refused(rules.SKILL_NOT_HELD)


def test_a_claim_recorded_late_does_not_bring_a_withdrawn_skill_back() -> None:
    """What is withdrawn in June stays so when a claim of April is entered afterwards."""
    history = (
        registered(),
        claimed("2024-05-01"),
        withdrawn("2024-06-01"),
        claimed("2024-04-15"),
    )
    given(*history).when(withdraw("2024-07-01")).refused(rules.SKILL_NOT_HELD)
    given(*history).when(withdraw("2024-04-20")).then(withdrawn("2024-04-20"))


def test_a_withdrawn_skill_is_declared_again() -> None:
    """Withdrawing is not for ever."""
    given(registered(), claimed("2024-05-01"), withdrawn("2024-06-01")).when(
        claim("2024-07-01", level=4)
    ).then(claimed("2024-07-01", level=4))


def test_a_skill_is_one_of_its_framework() -> None:
    """A correction of the skill's name moves the entry: the old name is no longer held."""
    history = (registered(), claimed("2024-05-01"), skill_corrected("2024-06-01", 2, skill="rpa"))
    given(*history).when(withdraw("2024-07-01")).refused(rules.SKILL_NOT_HELD)
    given(*history).when(withdraw("2024-07-01", skill="rpa")).then(
        withdrawn("2024-07-01", skill="rpa")
    )


@pytest.mark.parametrize("level", [-1, 8])
def test_a_level_lies_between_0_and_7(level: int) -> None:
    """Outside the scale there is nothing to record."""
    with pytest.raises(ValidationError):
        claim("2024-05-01", level=level)


def test_a_correction_makes_nobody_their_own_assessor() -> None:
    """What could not be recorded cannot be corrected into the record either."""
    given(registered(), assessed("2024-05-01")).when(
        correct_skill(2, assessor=str(HANAKO))
    ).refused(rules.OWN_ASSESSMENT)


def test_somebody_else_bears_out_a_skill() -> None:
    """While it stands on the record, and the worker is on the roll."""
    held = given(registered(), claimed("2024-05-01"))
    held.when(endorse("2024-05-01")).then(endorsed("2024-05-01"))
    held.when(endorse("2024-04-30")).refused(rules.SKILL_NOT_HELD)
    held.when(endorse("2024-05-01", HANAKO)).refused(rules.OWN_ENDORSEMENT)
    gone = given(registered(), claimed("2024-05-01"), left(last_day="2024-06-30"))
    gone.when(endorse("2024-07-01")).refused(rules.NOT_ON_ROLL)


def test_a_correction_does_not_make_anybody_endorse_themselves() -> None:
    """As when it was recorded."""
    given(registered(), claimed("2024-05-01"), endorsed("2024-05-02")).when(
        correct_skill(3, endorser=str(HANAKO))
    ).refused(rules.OWN_ENDORSEMENT)


def test_a_skill_is_carried_over_to_another_version() -> None:
    """From the version in which it stands; from then on it is held in the other."""
    held = given(registered(), claimed("2024-05-01"))
    held.when(remap("2025-04-01")).then(remapped("2025-04-01"))
    held.when(remap("2025-04-01", version="1.1")).refused(rules.SKILL_NOT_HELD)
    held.when(remap("2025-04-01", to="1.2")).refused(rules.MAPS_TO_ITSELF)
    moved = given(registered(), claimed("2024-05-01"), remapped("2025-04-01"))
    moved.when(withdraw("2025-05-01")).refused(rules.SKILL_NOT_HELD)
    moved.when(withdraw("2025-05-01", skill="data-handling")).then(
        withdrawn("2025-05-01", skill="data-handling")
    )
    gone = given(registered(), claimed("2024-05-01"), left(last_day="2024-06-30"))
    gone.when(remap("2024-07-01")).refused(rules.NOT_ON_ROLL)
