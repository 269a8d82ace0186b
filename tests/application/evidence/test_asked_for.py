"""What the record says of a question: enough to ask it again, and no name."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from application.decision import stream_id
from application.evidence.asked_for import asked_for, by_ids, names_in
from application.registry import VIEWS
from domain.base.event import PaperKind
from domain.export.events import Exported, ExportKind
from tests.given import sealed


def test_codes_days_numbers_and_ids_are_said_as_an_address_says_them() -> None:
    """In the order of their names; what was not asked is not said."""
    said = {
        "valid_on": date(2025, 6, 30), "kind": PaperKind.INVOICE, "person": UUID(int=7),
        "open": True, "fiscal_years": (2024, 2025, 2026), "programme": "grant:dx-r6",
        "month": None,
    }  # fmt: skip
    assert asked_for(said) == (
        "fiscal_years=2024,2025,2026&kind=invoice&open=true&person=00000000-0000-0000-0000-000000000007"
        "&programme=grant:dx-r6&valid_on=2025-06-30"
    )
    assert asked_for({"month": None}) is None


@pytest.mark.parametrize(
    "value", ["架空 花子", "Hanako Kaku", "W-1&open=false", "123456789018", ""]
)
def test_of_anything_else_only_that_it_was_asked_is_said(value: str) -> None:
    """Also of what looks like an individual number."""
    asked = asked_for({"number": value})
    assert asked == "number=*"
    assert exported(asked).asked == asked


def test_of_a_condition_that_may_be_a_name_nothing_is_said() -> None:
    """Whatever it happens to be made of."""
    asks, said = VIEWS["trade-records"].asks, {"counterparty": "C-001"}
    assert asked_for(said, names_in(asks, said)) == "counterparty=*"


@pytest.mark.parametrize(
    ("name", "asked", "kept"),
    [
        ("client-cards", {"number": "Kaku-Hanako"}, "number=*"),
        ("client-cards", {"number": "C-001"}, "number=C-001"),
        ("open-actions", {"assignee_code": "Hanako"}, "assignee_code=*"),
        ("client-cards", {"standing": "client"}, "standing=client"),
        ("invoiced-by-rate", {"month": "2025-10"}, "month=2025-10"),
    ],
)
def test_who_types_a_name_for_a_number_leaves_no_name(
    name: str, asked: dict[str, str], kept: str
) -> None:
    """A number of a thing has a digit; a code of a list has none, and is no name."""
    assert asked_for(asked, names_in(VIEWS[name].asks, asked)) == kept


def test_a_person_who_is_named_by_a_number_is_named_by_an_id() -> None:
    """That of the record; a number that is one only in a programme names none without it."""
    log = UUID(int=1)
    statement, advice = VIEWS["worker-statement"].asks, VIEWS["advice-trace"].asks
    worker = stream_id(log, "worker", "W-001")
    adviser = stream_id(log, "adviser", "grant:dx-r6|A-1")
    known = {worker, adviser}.__contains__
    said = {"number": "W-001", "month": "2024-10"}
    assert asked_for(by_ids(statement, said, log, known)) == f"month=2024-10&number={worker}"
    said = {"adviser": "A-1", "programme": "grant:dx-r6"}
    assert asked_for(by_ids(advice, said, log, known)) == f"adviser={adviser}&programme=grant:dx-r6"
    without = {"adviser": "A-1", "programme": None}
    assert asked_for(by_ids(advice, without, log, known)) == "adviser=*"


def test_a_number_of_no_record_is_withheld() -> None:
    """It may be a name, and whoever knows the log could try names against its id."""
    statement, said = VIEWS["worker-statement"].asks, {"number": "架空太郎1"}
    assert asked_for(by_ids(statement, said, UUID(int=1), set().__contains__)) == "number=*"


@pytest.mark.parametrize("name", VIEWS)
def test_every_question_can_be_recorded(name: str) -> None:
    """With everything said that the view can be asked for: its words fit the record's form."""
    words = dict.fromkeys(VIEWS[name].asks.model_fields, "x" * 64)
    asked = asked_for({**words, "valid_on": "2025-06-30", "open": True})
    assert exported(asked, name).what == name


def exported(asked: str | None, what: str = "workers") -> Exported:
    """Give what is recorded of a file."""
    said: dict[str, Any] = {"sha256": sealed("bytes"), "size": 5, "log_size": 1}
    return Exported(kind=ExportKind.VIEW, what=what, asked=asked, **said)
