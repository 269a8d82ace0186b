"""The consortium's own record: its forming, its names, its agreement."""

from domain.base.mend import CORRECTION_INVALID
from domain.consortium import rules
from tests.domain.consortium.examples import (
    PROVISIONAL,
    conclude,
    concluded,
    correct,
    corrected,
    form,
    formed,
    rename,
    renamed,
    void,
    voided,
)
from tests.given import given

NAME = "架空越境コンソーシアム"


def test_the_consortium_is_formed_under_its_provisional_name() -> None:
    """What is provisional stays marked as such."""
    given().when(form(name=PROVISIONAL)).then(formed(name="越県・越境コンソーシアム（仮）"))


def test_it_is_formed_once() -> None:
    """There is one consortium for each log, whatever its name."""
    given(formed()).when(form("2025-01-01", NAME)).refused(rules.FORMED_ALREADY)
    assert form(name=NAME).opens() == form(name=PROVISIONAL).opens()


def test_it_is_renamed() -> None:
    """From that day on."""
    given(formed()).when(rename("2025-04-01", NAME)).then(renamed("2025-04-01", NAME))


def test_it_is_not_renamed_to_what_it_is_called() -> None:
    """On that day: later names do not count."""
    has_two = given(formed(), renamed("2025-04-01", NAME))
    has_two.when(rename("2025-04-01", NAME)).refused(rules.SAME_NAME)
    has_two.when(rename("2025-03-31", PROVISIONAL)).refused(rules.SAME_NAME)
    has_two.when(rename("2025-03-31", NAME)).then(renamed("2025-03-31", NAME))


def test_before_it_is_formed_there_is_nothing() -> None:
    """Neither a name nor an agreement; on the day itself there may be."""
    new = given(formed("2024-05-01"))
    new.when(rename("2024-04-30", NAME)).refused(rules.NOT_FORMED)
    new.when(conclude("2024-04-30", 1)).refused(rules.NOT_FORMED)
    new.when(rename("2024-05-01", NAME)).then(renamed("2024-05-01", NAME))
    new.when(conclude("2024-05-01", 1)).then(concluded("2024-05-01", 1))


def test_versions_of_the_agreement_follow_one_another() -> None:
    """The second is not earlier than the first, nor the first later than the second."""
    second = given(formed("2024-05-01"), concluded("2024-10-01", 2))
    second.when(conclude("2024-10-02", 1)).refused(rules.VERSIONS_OUT_OF_ORDER)
    second.when(conclude("2024-09-30", 3)).refused(rules.VERSIONS_OUT_OF_ORDER)
    second.when(conclude("2024-10-01", 1)).then(concluded("2024-10-01", 1))
    second.when(conclude("2024-10-01", 3)).then(concluded("2024-10-01", 3))


def test_a_version_is_concluded_once() -> None:
    """What is agreed anew is a new version."""
    given(formed(), concluded("2024-10-01", 1)).when(conclude("2025-10-01", 1)).refused(
        rules.VERSION_CONCLUDED_ALREADY
    )


def test_an_entry_is_corrected() -> None:
    """The day of a version, but not which version it is."""
    has_one = given(formed(), concluded("2024-10-01", 1))
    has_one.when(correct(2, effective_on="2024-09-01")).then(
        corrected("2025-06-01", 2, effective_on="2024-09-01")
    )
    has_one.when(correct(2, agreement_version=2)).refused(CORRECTION_INVALID)


def test_a_correction_leaves_the_versions_in_order() -> None:
    """The first version does not come to lie after the second."""
    both = given(formed(), concluded("2024-10-01", 1), concluded("2025-04-01", 2))
    both.when(correct(2, effective_on="2025-04-02")).refused(rules.VERSIONS_OUT_OF_ORDER)
    both.when(correct(2, effective_on="2025-04-01")).then(
        corrected("2025-06-01", 2, effective_on="2025-04-01")
    )


def test_an_entry_is_voided() -> None:
    """A version that was never concluded can be."""
    given(formed(), concluded("2024-10-01", 1)).when(void(2)).then(voided("2025-06-01", 2))
    given(formed(), concluded("2024-10-01", 1), voided("2024-10-02", 2)).when(
        conclude("2024-11-01", 1)
    ).then(concluded("2024-11-01", 1))


def test_a_consortium_nobody_formed_is_not_found() -> None:
    """There is nothing to rename."""
    given().when(rename("2024-05-01", NAME)).not_found()
