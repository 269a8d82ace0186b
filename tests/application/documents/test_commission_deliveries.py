"""Commissions on a sheet: offers that came to nothing, work in parts, and work done again."""

from collections.abc import Mapping
from typing import Any

import pytest

from application.documents.cells import Cell
from application.documents.preview import Line
from domain.commission import events as ce
from tests.given import day
from tests.given_sheets import GRANT, SHEETS, Town, one

Cells = Mapping[str, Cell]
OPEN: dict[str, Cell] = dict.fromkeys(
    ["受領日", "検査日", "支払日", "支払総額", "源泉徴収額", "振込額", "完了日"]
)
FIRST: dict[str, Cell] = {
    "受領日": "R6.8.1", "納品の番号": 1, "納品の範囲": "一部", "この納品分の報酬（円）": 10000,
}  # fmt: skip
AGAIN: dict[str, Cell] = {
    "検査不合格日": "R6.8.5", "やり直しを求めた日": "R6.8.5",
    "不合格・やり直しの原因": "内容の不備", "やり直しの費用を負担する側": "住民ワーカー",
}  # fmt: skip


def row(cells: Cells, at: int = 0) -> tuple[list[str], list[list[Cell]]]:
    """Give a sheet of one commission, not delivered yet but for what is said."""
    header, rows = SHEETS["commissions"]
    said: dict[str, Cell] = dict(zip(header, rows[at], strict=True)) | OPEN | dict(cells)
    return list(said), [list(said.values())]


def compared(town: Town, cells: Cells) -> Line:
    """Compare that sheet with the record."""
    return one(town.compare("commissions", *row(cells), programme=GRANT))


def recorded(town: Town, cells: Cells, at: int = 0) -> list[str]:
    """Record that sheet; give the kinds of events that came of it."""
    before = town.position()
    town.take("commissions", *row(cells, at), programme=GRANT)
    return town.names(before)[1:]


def last(town: Town, kind: type[Any]) -> Any:  # noqa: ANN401
    """Give the last event of one kind."""
    return [r.event for r in town.events() if isinstance(r.event, kind)][-1]


@pytest.fixture
def agreed(town: Town) -> Town:
    """Give a town whose commission was accepted, its terms stated."""
    town.take_all(upto="orders")
    recorded(town, {})
    return town


@pytest.mark.parametrize(
    ("column", "event"), [("辞退日", "CommissionDeclined"), ("取下げ日", "OfferWithdrawn")]
)
def test_an_offer_that_came_to_nothing_is_recorded_from_a_sheet(
    town: Town, column: str, event: str
) -> None:
    """With the offer or later; the same sheet says nothing new then, and an export hides it."""
    town.take_all(upto="commissions")
    assert recorded(town, {column: "R6.6.13"}, 1) == [event]
    header, rows = row({column: "R6.6.13"}, 1)
    assert one(town.compare("commissions", header, rows)).status == "unchanged"
    assert len(town.export("commissions").rows) == 1
    assert recorded(town, {column: "R6.6.13", "連番": 2}, 1) == ["CommissionOffered", event]


def test_work_in_parts_comes_in_by_later_versions_of_its_row(agreed: Town) -> None:
    """Each part with its number, its share and its inspection; an older version says nothing."""
    part = FIRST | {"検査日": "R6.8.2"}
    assert recorded(agreed, part) == ["WorkDelivered", "InspectionPassed"]
    rest: dict[str, Cell] = {"受領日": "R6.8.20", "納品の番号": 2, "検査日": "R6.8.21"}
    assert recorded(agreed, rest) == ["WorkDelivered", "InspectionPassed"]
    whole = last(agreed, ce.WorkDelivered)
    assert (whole.delivery, whole.extent.value, whole.amount) == (2, "whole", None)
    assert last(agreed, ce.InspectionPassed).delivery == 2
    versions: list[Cells] = [part, rest, {"納品の番号": 2}]
    for version in versions:
        assert compared(agreed, version).status == "unchanged"
    exported = agreed.export("commissions")
    line = one(agreed.compare("commissions", exported.header, exported.rows))
    assert line.status == "unchanged"


def test_a_part_on_another_day_is_no_further_part(agreed: Town) -> None:
    """A day that was mistyped is put right, and not taken for a delivery that never was."""
    recorded(agreed, FIRST)
    line = compared(agreed, FIRST | {"受領日": "R6.8.20"})
    assert (line.status, line.faults[0].column) == ("bad", "受領日")
    assert "void-commission-entry" in line.faults[0].reason


def test_what_is_done_again_takes_the_place_of_what_failed(agreed: Town) -> None:
    """It is as much of the work as that was; what the row still says of it is passed over."""
    assert recorded(agreed, FIRST | AGAIN) == [
        "WorkDelivered",
        "InspectionFailed",
        "ReworkRequested",
    ]
    asked = last(agreed, ce.ReworkRequested)
    assert (asked.cause.value, asked.cost_bearer.value) == ("defect", "worker")
    assert compared(agreed, FIRST | AGAIN).status == "unchanged"
    again = AGAIN | {"受領日": "R6.8.12", "検査日": "R6.8.13"}
    assert recorded(agreed, again) == ["WorkDelivered", "InspectionPassed"]
    redone = last(agreed, ce.WorkDelivered)
    assert (redone.redoes, redone.extent.value) == (1, "part")
    assert redone.effective_on == day("2024-08-12")
    assert compared(agreed, again).status == "unchanged"


def test_what_failed_or_is_to_be_done_again_says_why(agreed: Town) -> None:
    """And at whose cost."""
    silent = FIRST | {name: AGAIN[name] for name in ("検査不合格日", "やり直しを求めた日")}
    line = compared(agreed, silent)
    assert [fault.column for fault in line.faults] == ["不合格・やり直しの原因"]
    line = compared(agreed, silent | {"不合格・やり直しの原因": "内容の不備"})
    assert [fault.column for fault in line.faults] == ["やり直しの費用を負担する側"]


def test_an_inspection_is_of_the_delivery_that_the_row_shows(agreed: Town) -> None:
    """Where two wait and the row says no day, it is asked which."""
    recorded(agreed, FIRST)
    recorded(agreed, {"受領日": "R6.8.20", "納品の番号": 2})
    line = compared(agreed, {"検査日": "R6.8.22"})
    assert (line.status, line.faults[0].column) == ("bad", "検査合格日")
    recorded(agreed, FIRST | {"検査日": "R6.8.22"})
    assert last(agreed, ce.InspectionPassed).delivery == 1
    recorded(agreed, {"検査日": "R6.8.23"})
    assert last(agreed, ce.InspectionPassed).delivery == 2
