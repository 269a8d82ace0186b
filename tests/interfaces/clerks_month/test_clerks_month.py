"""What the month comes to, told by commands and by spreadsheets; every sum is worked out by hand.

The numbers below come from the tables of this package's first page and a pocket calculator; the
comments show how. None of them is computed by what they test.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from application.registry import PROJECTIONS
from domain.base.values.closed_days import Counter, closed, open_until
from tests.application.demo.given import Api, database
from tests.docs.pages import ROOT
from tests.interfaces.clerks_month import by_commands, by_sheets
from tests.interfaces.clerks_month.by_sheets import Clerk
from tests.interfaces.clerks_month.given import GRANT, NEXT_PAY_DAY, PAY_DAY, asked

BEFORE, RUN, JANUARY = "2026-12-25", "2026-12-28", "2027-01-29"
"""The day of the last sheets before the payment run, the run, and the run of January."""
HOW_IT_WAS_RECORDED = {"audit_trail", "exports", "imports"}
"""What tells how something was recorded and read: by whom, when, from and to which file."""


@dataclass(frozen=True)
class Told:
    """The same month in two records, and the clerk who kept the sheets of one."""

    commands: Api
    sheets: Api
    clerk: Clerk


@pytest.fixture(scope="module")
def told(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Tell the month twice; no test records more."""
    with database(postgres_url) as one, database(postgres_url) as other:
        clerk = by_sheets.tell(other, tmp_path_factory.mktemp("desk"))
        with asked(one) as commands, asked(other) as sheets:
            by_commands.tell(commands)
            sheets.consortium.projector.catch_up()
            yield Told(commands, sheets, clerk)


@pytest.fixture(params=["commands", "sheets"])
def month(told: Told, request: pytest.FixtureRequest) -> Api:
    """Give the month as it was told in one of the two ways."""
    api: Api = getattr(told, request.param)
    return api


def totals(api: Api, view: str, on: str, **conditions: Any) -> dict[str, int]:  # noqa: ANN401
    """Give the totals of a view on a day."""
    found: dict[str, int] = api.get(f"views/{view}", valid_on=on, **conditions)["totals"]
    return found


def column(api: Api, view: str, on: str, *names: str, **conditions: Any) -> list[Any]:  # noqa: ANN401
    """Give some columns of a view's lines on a day."""
    items = api.get(f"views/{view}", valid_on=on, **conditions)["items"]
    return [tuple(line[name] for name in names) for line in items]


def test_the_last_working_day_lies_before_the_offices_close() -> None:
    """Offices close on 29 December and banks on the 31st; 31 January 2027 is a Sunday."""
    assert date(2026, 12, 28) == PAY_DAY
    assert closed(date(2026, 12, 29), Counter.OFFICE)
    assert open_until(date(2026, 12, 31), Counter.BANK) == date(2026, 12, 30)
    assert date(2027, 1, 29) == NEXT_PAY_DAY


def test_the_payment_list_before_the_run(month: Api) -> None:
    """What is to be paid for December, and what of it is withheld: 10.21 % of creative work."""
    columns = ("engagement_number", "worker_number", "ordinal", "gross", "to_withhold",
               "to_transfer", "bank_day")  # fmt: skip
    assert column(month, "payment-list", BEFORE, *columns, month="2026-12") == [
        ("O-1", "W-1", 1, 60_000, 6_126, 53_874, "2026-12-30"),  # 60,000 x 0.1021 = 6,126.0
        ("O-1", "W-1", 2, 30_000, 3_063, 26_937, "2026-12-30"),  # 30,000 x 0.1021 = 3,063.0
        ("O-1", "W-2", 1, 45_000, 4_594, 40_406, "2026-12-30"),  # 45,000 x 0.1021 = 4,594.5
        ("O-2", "W-2", 1, 80_000, 0, 80_000, "2026-12-30"),  # data entry: nothing is withheld
        ("O-4", "W-3", 1, 24_000, 0, 24_000, "2026-12-30"),  # back office: nothing is withheld
    ]
    found = totals(month, "payment-list", BEFORE, month="2026-12")
    assert found["gross"] == 239_000  # 60,000 + 30,000 + 45,000 + 80,000 + 24,000
    assert found["still_to_pay"] == 239_000
    assert found["to_withhold"] == 13_783  # 6,126 + 3,063 + 4,594
    assert found["to_transfer"] == 225_217  # 53,874 + 26,937 + 40,406 + 80,000 + 24,000
    assert (found["withheld"], found["transferred"]) == (0, 0)
    whose = ("engagement_number", "worker_number", "ordinal", "stage")
    assert column(month, "payment-list", "2026-12-11", *whose, month="2026-12") == [
        ("O-1", "W-1", 1, "to-redo"),  # received, so it is to be paid by the bank's open day
        ("O-2", "W-2", 1, "delivered"),  # of two parts the one that came in
        ("O-1", "W-1", 2, "accepted"),
        ("O-1", "W-2", 1, "accepted"),
        ("O-2", "W-2", 1, "accepted"),  # and the one that is to come
        ("O-4", "W-3", 1, "accepted"),
    ]
    assert column(month, "payment-list", BEFORE, "stage", month="2026-12") == [("completed",)] * 5


def test_the_payment_list_of_the_pay_day(month: Api) -> None:
    """All of it was paid on the last working day; what goes on into January is not due."""
    found = totals(month, "payment-list", RUN, pay_day=RUN)
    assert found == {
        "gross": 239_000,
        "to_withhold": 13_783,
        "withheld": 13_783,
        "transferred": 225_217,  # 239,000 - 13,783
        "to_transfer": 0,
        "still_to_pay": 0,
    }
    assert totals(month, "payment-list", RUN, month="2026-12") == found
    columns = ("engagement_number", "gross", "still_to_pay", "bank_day")
    assert column(month, "payment-list", RUN, *columns, month="2027-01") == [
        ("O-3", 50_000, 50_000, "2027-01-29")
    ]


@pytest.mark.parametrize(
    ("number", "sums"),
    [
        ("W-1", (90_000, 9_189, 80_811)),  # 60,000 + 30,000; 6,126 + 3,063; 53,874 + 26,937
        ("W-2", (125_000, 4_594, 120_406)),  # 45,000 + 80,000; 4,594 + 0; 40,406 + 80,000
        ("W-3", (24_000, 0, 24_000)),  # the declined 30,000 are nowhere
    ],
)
def test_the_statement_of_each_resident(
    month: Api, told: Told, number: str, sums: tuple[int, int, int]
) -> None:
    """Of the month, over the API and in the sheet that the resident gets."""
    found = totals(month, "worker-statement", RUN, number=number, month="2026-12")
    assert (found["gross"], found["withheld"], found["transferred"]) == sums
    *lines, last = told.clerk.sheet(f"statement-{number}.xlsx")
    words = ("支払総額（円）", "源泉徴収額（円）", "振込額（円）")
    assert tuple(last[word] for word in words) == sums
    assert {line["ワーカー番号"] for line in lines} == {number}


def test_payments_by_calendar_and_by_fiscal_year(month: Api) -> None:
    """Tax goes by the calendar year of payment: what was paid in January is not in 2026."""
    columns = ("worker_numbers", "gross", "withheld", "fiscal_gross", "fiscal_withheld", "above")
    asked_for = {"year": 2026, "threshold": 50_000}
    assert column(month, "payment-totals", JANUARY, *columns, **asked_for) == [
        ("W-1", 90_000, 9_189, 90_000, 9_189, True),
        ("W-2", 125_000, 4_594, 125_000, 4_594, True),
        ("W-3", 24_000, 0, 74_000, 0, False),  # 24,000 in December + 50,000 in January
    ]
    assert totals(month, "payment-totals", JANUARY, **asked_for) == {
        "gross": 239_000,  # 90,000 + 125,000 + 24,000
        "withheld": 13_783,  # 9,189 + 4,594
        "fiscal_gross": 289_000,  # 90,000 + 125,000 + 74,000
        "fiscal_withheld": 13_783,
    }
    assert column(month, "payment-totals", JANUARY, "worker_numbers", "gross", year=2027) == [
        ("W-3", 50_000)
    ]


def test_what_clients_were_invoiced_and_paid(month: Api) -> None:
    """Client by client, and what is still open at the end of the month."""
    assert column(month, "client-cards", RUN, "number", "orders", "invoiced", "received") == [
        ("C-1", 2, 340_400, 240_400),  # 197,400 + 143,000; 197,400 + 43,000
        ("C-2", 2, 66_000, 66_000),  # the other order is invoiced in January
    ]
    columns = ("engagement_number", "invoice_number", "invoiced", "received", "open", "owed")
    assert column(month, "client-payments", RUN, *columns) == [
        ("O-2", "INV-3", 143_000, 43_000, 100_000, "due")  # 143,000 - 43,000
    ]


def test_the_sheet_of_orders_shows_what_was_invoiced(told: Told) -> None:
    """At the end, January's invoice among it."""
    rows = told.clerk.sheet("orders.xlsx")

    def added(header: str) -> int:
        return sum(row[header] or 0 for row in rows)

    assert added("10%対象の税込額（円）") == 484_000  # 66,000 + 165,000 + 143,000 + 110,000
    assert added("10%の税額（円）") == 44_000  # 6,000 + 15,000 + 13,000 + 10,000
    assert added("8%対象の税込額（円）") == 32_400
    assert added("8%の税額（円）") == 2_400  # 32,400 x 8 / 108
    assert added("請求額（円）") == 516_400  # 484,000 + 32,400


def test_invoices_of_the_month_by_rate_of_tax(month: Api, told: Told) -> None:
    """What was invoiced in December; January's 110,000 are not in it."""
    columns = ("rate", "invoices", "total", "tax")
    assert column(month, "invoiced-by-rate", JANUARY, *columns, month="2026-12") == [
        (10, 3, 374_000, 34_000),  # 66,000 + 165,000 + 143,000; 6,000 + 15,000 + 13,000
        (8, 1, 32_400, 2_400),
    ]
    last = told.clerk.sheet("invoiced.xlsx")[-1]
    assert last["税込合計（円）"] == 406_400  # 374,000 + 32,400
    assert last["消費税額（円）"] == 36_400  # 34,000 + 2,400


def test_own_income(month: Api) -> None:
    """Received from the company less paid to residents for it; the town hall's orders are none."""
    on_the_day = {"programme": GRANT, "fiscal_year": "R8"}
    columns = ("municipality", "received", "paid", "paid_elsewhere", "own_income")
    assert column(month, "own-income", RUN, *columns, **on_the_day) == [
        # 197,400 + 43,000; 60,000 + 30,000 and to W-2, who lives in Omachi, 45,000 + 80,000
        ("203246", 240_400, 215_000, 125_000, 25_400),
    ]
    assert totals(month, "own-income", RUN, **on_the_day) == {
        "received": 240_400,
        "paid": 215_000,  # 125,000 + 90,000
        "paid_elsewhere": 125_000,
        "own_income": 25_400,  # 240,400 - 215,000
    }
    later = totals(month, "own-income", JANUARY, **on_the_day)
    assert later["own_income"] == 125_400  # 25,400 + the 100,000 that came in in January


def test_orders_of_the_year(month: Api) -> None:
    """What was ordered, invoiced and received, by source of funds; and where each order stands."""
    columns = ("funds", "orders", "ordered", "invoiced", "received")
    assert column(month, "sales", RUN, *columns, fiscal_year="R8") == [
        ("client", 2, 340_400, 340_400, 240_400),  # 197,400 + 143,000; 197,400 + 43,000
        ("municipal", 2, 176_000, 66_000, 66_000),  # 110,000 + 66,000; O-4 alone
    ]
    board = month.get("engagement-board", valid_on=RUN)["items"]
    assert {row["number"]: row["stage"] for row in board} == {
        "O-1": "received", "O-2": "invoiced", "O-3": "ordered", "O-4": "received",
    }  # fmt: skip


def test_hours_of_the_month(month: Api, told: Told) -> None:
    """What the team was to work and declared; nobody has approved it yet."""
    columns = ("month", "agreed", "declared", "unapproved")
    december, *_ = column(month, "contract-hours", JANUARY, *columns, "over")
    assert december == (
        "2026-12",
        2_400,  # 2 heads x 300 minutes x 4 weeks
        1_800,  # 360 + 480 + 420 + 540
        1_800,
        -600,  # 1,800 - 2,400
    )
    last = told.clerk.sheet("contract-hours.xlsx")[0]
    assert (last["契約（分）"], last["申告（分）"]) == (2_400, 1_800)


def test_what_falls_due_by_law(month: Api) -> None:
    """Before the run each delivery that came in, by the banks' last day; after it nothing."""
    columns = ("engagement_number", "check", "due_on", "amount")
    assert column(month, "legal-clock", "2026-12-21", *columns, days=14) == [
        ("O-2", "ct-2-inspection", "2026-12-25", None),  # the second part came in that day
        ("O-1", "fl-2-paid", "2026-12-30", 60_000),
        ("O-1", "fl-2-paid", "2026-12-30", 45_000),
        ("O-1", "fl-2-paid", "2026-12-30", 30_000),
        ("O-2", "fl-2-paid", "2026-12-30", 30_000),  # each part by itself
        ("O-2", "fl-2-paid", "2026-12-30", 50_000),
        ("O-4", "fl-2-paid", "2026-12-30", 24_000),
    ]
    assert column(month, "legal-clock", RUN, "due_on", days=7) == []
    assert month.get("matters")["items"] == []


def test_the_report_to_the_office(told: Told) -> None:
    """The sheets that are handed in bear these sums in their last row."""
    sums = {
        name: told.clerk.sheet(f"{name}.xlsx")[-1]
        for name in ("to-pay", "paid", "own-income", "sales", "client-payments")
    }
    assert sums["to-pay"]["支払総額（円）"] == 239_000
    assert sums["to-pay"]["振込予定額（円）"] == 225_217
    assert sums["paid"]["支払総額（円）"] == 239_000
    assert sums["paid"]["源泉徴収額・定めによる（円）"] == 13_783
    assert sums["paid"]["源泉徴収額・記録（円）"] == 13_783
    assert sums["paid"]["振込額・記録（円）"] == 225_217
    assert sums["paid"]["未払額（円）"] == 0
    assert sums["own-income"]["自主収入（円）"] == 25_400
    assert sums["sales"]["受注額（円）"] == 516_400  # 340,400 + 176,000
    assert sums["sales"]["入金額（円）"] == 306_400  # 240,400 + 66,000
    assert sums["client-payments"]["未入金額（円）"] == 100_000
    assert told.clerk.sheet("legal-clock.xlsx") == []
    names = [row["氏名"] for row in told.clerk.sheet("paid.xlsx")[:-1]]
    assert names == ["架空 春子", "架空 春子", "架空 夏男", "架空 夏男", "架空 秋代"]


@pytest.mark.parametrize("name", [name for name in PROJECTIONS if name not in HOW_IT_WAS_RECORDED])
def test_both_ways_give_the_same_rows(told: Told, name: str) -> None:
    """On the day of the run and at the end, of every list, personal values opened."""
    for on in (RUN, JANUARY):
        rows = [
            [
                {column: cell for column, cell in row.items() if column != "recorded"}
                for row in api.whole(name.replace("_", "-"), valid_on=on, open="true")["items"]
            ]
            for api in (told.commands, told.sheets)
        ]
        assert rows[0] == rows[1]
        assert rows[0] or name not in {
            "workers",
            "clients",
            "engagement_board",
            "commissions",
            "contracts",
        }


def test_both_ways_record_the_same_events(told: Told) -> None:
    """Event by event: the same steps on the same days, in whichever order they were brought."""
    areas = ("engagement.", "commission.", "work_kind.", "contract.")
    one, other = (
        sorted(
            (str(each.stream), each.event.effective_on, each.event.model_dump_json())
            for each in api.consortium.log.events()
            if each.event.TOPIC.startswith(areas)
        )
        for api in (told.commands, told.sheets)
    )
    assert one == other
    # 4 inquiries + 4 orders + 4 invoices + 4 times money; 3 decisions on withholding; 7 offers,
    # 1 declined, 6 accepted, 6 terms, 1 start, 8 deliveries, 7 passed, 1 failed, 1 to redo,
    # 6 completed, 6 payments; a contract and 4 days of hours
    assert len(one) == 16 + 3 + 50 + 5


def test_the_clerk_typed_what_the_handbook_says(told: Told) -> None:
    """Every command of that section was typed, in that order."""
    page = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    section = page.partition("a clerk's month\n")[2].partition("\n## ")[0]
    lines = [line.strip() for line in section.splitlines() if line.strip().startswith("ayumi ")]
    assert len(lines) >= 12
    typed = iter(told.clerk.typed)
    assert [line for line in lines if line not in typed] == []
