"""What is known only from a document is stated once, with the document."""

import pytest
from pydantic import ValidationError

from domain.base.mend import CORRECTION_INVALID
from domain.statement import rules
from tests.domain.evidence.examples import EVIDENCE, registered
from tests.domain.statement.examples import correct, corrected, state, stated, voided
from tests.given import given

SEEN = given().seeing(EVIDENCE, registered())


def test_a_value_is_stated_once() -> None:
    """For its programme, and its year if it has one; nothing is a value too."""
    SEEN.when(state()).then(stated())
    given().when(state()).refused(rules.NO_SUCH_EVIDENCE)
    SEEN.when(state(value=0, fiscal_year="R5")).then(stated(value=0, fiscal_year=2023))
    given(stated()).when(state("2025-04-01", value=5)).refused(rules.STATED_ALREADY)
    given(stated(), voided("2024-05-01", 1)).seeing(EVIDENCE, registered()).when(state()).then(
        stated()
    )
    keys = [state(), state(fiscal_year=2023), state(code="other"), state(programme="grant:x")]
    assert len({command.opens() for command in keys}) == 4


def test_a_value_names_its_document() -> None:
    """Without one it would be hearsay."""
    with pytest.raises(ValidationError):
        state(evidence=None)


def test_a_value_read_wrongly_is_corrected() -> None:
    """But it stays the same value of the same year."""
    given(stated()).when(correct(1, value=5)).then(corrected("2025-06-01", 1, value=5))
    given(stated()).when(correct(1, fiscal_year=2022)).refused(CORRECTION_INVALID)
