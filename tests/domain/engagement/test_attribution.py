"""What an order came of, known at once or found out later."""

from uuid import UUID

from domain.base import mend
from domain.engagement import rules
from tests.domain.engagement.examples import (
    LIFE,
    attribute,
    attributed,
    close,
    closed,
    correct,
    corrected,
    inquired,
    void,
    voided,
)
from tests.given import given

STAY = {"source_id": UUID(int=5), "source_number": "WT-2024-01"}


def test_an_order_is_attributed_to_its_source() -> None:
    """By the record of the source or its number, from the inquiry on and after the end too."""
    given(inquired("2024-06-01")).when(attribute("2024-06-01", "offsite-stay", **STAY)).then(
        attributed("2024-06-01", "offsite-stay", **STAY)
    )
    given(inquired("2024-06-01")).when(attribute("2024-05-31")).refused(rules.BEFORE_EARLIER_STEP)
    given(*LIFE).when(attribute("2025-01-01")).then(attributed("2025-01-01"))


def test_an_order_came_of_one_source() -> None:
    """If it was another, the entry is corrected, or voided and recorded anew."""
    known = (inquired(), attributed("2024-06-02", "lead", source_number="L-1"))
    given(*known).when(attribute("2024-06-03")).refused(rules.ATTRIBUTED_ALREADY)
    given(*known).when(correct(2, source="referral", source_number=None)).then(
        corrected("2025-01-01", 2, source="referral", source_number=None)
    )
    given(*known).when(void(2)).then(voided("2025-01-01", 2))
    given(*known, voided("2024-06-03", 2)).when(attribute("2024-06-04")).then(
        attributed("2024-06-04")
    )


def test_the_day_on_which_a_source_was_found_out_holds_nothing_up() -> None:
    """An order can be closed on an earlier day."""
    known = (*LIFE[:-1], attributed("2025-01-01"))
    given(*known).when(close("2024-09-01")).then(closed("2024-09-01"))
    given(*known).when(correct(8, effective_on="2024-05-31")).refused(mend.BEFORE_THE_BEGINNING)
