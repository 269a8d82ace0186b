"""Clients and leads from a sheet: what is new, what changed from when, what is not for a sheet."""

import pytest

from application.documents.cells import Cell
from domain.client import events as ce
from domain.engagement import events as ee
from domain.lead import events as le
from tests.application.documents.test_other_sheets import changed, commanded, last
from tests.given import day
from tests.given_sheets import SHEETS, Town, one


def test_what_is_known_of_a_client_changes_from_a_day(town: Town) -> None:
    """The whole card is written down anew, with what the sheet leaves alone."""
    town.take_all(upto="clients")
    header, rows = changed("clients", 0, 規模="大企業")
    assert one(town.compare("clients", header, rows)).status == "in_doubt"
    town.take("clients", header, rows, changes_from=day("2025-04-01"))
    described = last(town, ce.ClientDescribed)
    assert described.effective_on == day("2025-04-01")
    assert (described.size, described.sector) == ("large", "G")
    assert described.invoice_number == "T7123456789012"


def test_a_prospect_becomes_a_client_and_never_the_other_way(town: Town) -> None:
    """From the day that the sheet or the clerk says."""
    town.take_all(upto="clients")
    header, rows = changed("clients", 1, 顧客の区分="顧客", 変更日="R7.4.1")
    town.take("clients", header, rows)
    assert last(town, ce.ProspectBecameClient).effective_on == day("2025-04-01")
    line = one(town.compare("clients", *changed("clients", 0, 顧客の区分="顧客候補")))
    assert line.status == "bad"


@pytest.mark.parametrize(
    ("checked", "status"),
    [("R6.4.11", "bad"), ("R6.4.12", "bad"), ("R6.4.13", "changed")],
)
def test_a_number_is_looked_up_again_on_a_later_day(town: Town, checked: Cell, status: str) -> None:
    """Another result of the same day, or of an earlier one, is a correction."""
    town.take_all(upto="clients")
    cells = {"登録番号の確認日": checked, "登録番号の確認結果": "登録の取消し"}
    line = one(town.compare("clients", *changed("clients", 0, **cells)))
    assert line.status == status


def test_a_lead_goes_on_by_what_is_new_in_its_row(town: Town) -> None:
    """A later meeting, another step; not what the record says already."""
    town.take_all(upto="orders")
    header, rows = SHEETS["leads"]
    first = dict(zip(header, rows[0], strict=True)) | {"受注日": None, "案件番号": None}
    town.take("leads", header, [list(first.values())], programme="grant:dx-r6")
    position = town.position()
    later = first | {"面談日": "R6.5.30", "更新日": "R6.5.30", "次の行動": "返事を待つ"}
    town.take("leads", header, [list(later.values())], programme="grant:dx-r6")
    assert town.names(position)[1:] == ["MeetingHeld", "NextStepPlanned"]
    assert last(town, le.NextStepPlanned).step == "await"
    earlier = later | {"面談日": "R6.5.29"}
    line = one(town.compare("leads", header, [list(earlier.values())], programme="grant:dx-r6"))
    assert line.status == "bad"


def test_a_standing_order_goes_on_by_one_month_for_each_sheet(town: Town) -> None:
    """On a later day than the last; the amounts agreed on stay as they are."""
    town.take_all(upto="orders")
    line = one(town.compare("orders", *changed("orders", 0, 継続した日="R6.10.2")))
    assert commanded(line) == ["ContinueStandingOrder"]
    town.take("orders", *changed("orders", 0, 継続した日="R6.10.2"))
    assert last(town, ee.OrderContinued).due_day == day("2024-11-30")
    line = one(town.compare("orders", *changed("orders", 0, 継続した日="R6.9.1")))
    assert line.status == "bad"


def test_an_invoice_that_does_not_add_up_is_not_taken(town: Town) -> None:
    """One yen of tax too much, found before anything is recorded."""
    town.take_all(upto="clients")
    header, rows = changed("orders", 0, **{"10%の税額": 9092})
    assert one(town.preview_rows("orders", header, rows).lines).status == "bad"
    right = town.preview_rows("orders", *changed("orders", 0, **{"10%の税額": 9091}))
    assert one(right.lines).status == "new"
