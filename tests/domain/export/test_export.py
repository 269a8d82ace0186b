"""What leaves the record is recorded, each time."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.mend import CORRECTION_INVALID
from domain.export import events as e
from domain.export import rules
from tests.domain.export.examples import GRANT, correct, made, record, void
from tests.given import day, given


def test_an_export_is_recorded_each_time() -> None:
    """The same bytes, carried away twice, are two exports."""
    given().when(record()).then(made())
    given(made()).when(record("2025-07-02")).then(made("2025-07-02"))


def test_the_same_bytes_have_one_size() -> None:
    """Whoever says otherwise has mistaken one of the two."""
    given(made()).when(record(size=1)).refused(rules.EXPORTED_OTHERWISE)


def test_the_same_bytes_may_be_made_of_a_longer_record() -> None:
    """A list without a position on it says the same as long as nothing in it has changed."""
    list_: dict[str, Any] = {"kind": "sheet", "what": "workers", "asked": "format=csv", "rows": 3}
    later = list_ | {"log_size": 1201}
    given(made(**list_)).when(record(**later)).then(made(**later))


@pytest.mark.parametrize(
    "said",
    [
        {"what": "架空 花子"},
        {"asked": "counterparty=架空 花子"},
        {"asked": "counterparty=Hanako Kaku"},
        {"asked": "month"},
        {"rows": -1},
    ],
)
def test_what_was_asked_holds_no_text_of_people(said: dict[str, Any]) -> None:
    """Only codes, numbers, days and ids; an asterisk stands for anything else."""
    with pytest.raises(ValidationError):
        record(**said)
    assert record(asked="counterparty=*").asked == "counterparty=*"


def test_other_bytes_are_another_stream() -> None:
    """As are another kind or programme."""
    assert record(sha256="0" * 64).opens() != record().opens()
    assert record(kind="other").opens() != record().opens()
    assert record(programme="common").opens() != record().opens()


def test_a_mistake_is_mended() -> None:
    """But what the bytes were cannot be changed."""
    void_it = e.ExportVoided(effective_on=day("2025-07-03"), programme=GRANT, voids=1)
    given(made()).when(void("2025-07-03", 1)).then(void_it)
    given(made()).when(correct("2025-07-03", 1, sha256="0" * 64)).refused(CORRECTION_INVALID)
    assert not given(made()).when(correct("2025-07-03", 1, size=5)).broken
