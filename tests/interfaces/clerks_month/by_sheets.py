"""The month as a clerk keeps it: spreadsheets that Ayumi gave out, filled in week by week.

Each week the clerk has the sheet written out, fills in what has happened since, and brings it
again. What is paid is copied from the payment list.
"""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from tests.application.demo.given import Ayumi
from tests.interfaces.clerks_month.given import (
    CITY,
    CLIENTS,
    CORPORATION,
    NEXT_PAY_DAY,
    PAY_DAY,
    RESIDENTS,
    TOWN,
)

Cells = dict[str, Any]
"""What a clerk writes into a row, by header; those of the key find the row, or begin it."""
FORM: Cells = {
    "納品の場所・方法": "共有フォルダに保存",
    "支払方法": "口座振込",
    "委託者の名称": "架空公社",
    "委託者の所在地": "長野県北佐久郡立科町",
    "委託者の連絡先": "架空公社 受発注係",
    "数量": "一式",
    "仕様": "見本のとおり",
    "知的財産の扱い": "委託者に譲渡する",
    "諸経費を負担する側": "委託者",
    "変更・中止の扱い": "協議して条件を変更する",
    "不備・遅れの扱い": "不備は一度まで無償で直す",
    "個人情報の扱い": "業務の終わりに消去する",
    "金融機関の休業日の扱い": "休業日の前に支払う",
    "振込手数料を負担する側": "委託者",
}
KEYS = {
    "workers": ("ワーカー番号",),
    "clients": ("顧客番号",),
    "withholdings": ("業務の種類",),
    "orders": ("案件番号",),
    "commissions": ("案件番号", "ワーカー番号", "連番"),
    "contracts": ("契約番号", "異動", "日付"),
    "hours": ("契約番号", "記録の種類", "日付"),
}
OF_THE_GRANT = {"orders", "commissions", "contracts"}
"""What belongs to a programme; registers serve all of them, and hours follow their contract."""
DECEMBER: Cells = {"検査完了期日": "R8.12.25", "支払期日": "R8.12.31"}
JANUARY: Cells = {"検査完了期日": "R9.1.22", "支払期日": "R9.1.31"}


@dataclass
class Clerk:
    """Types commands in a folder, and fills in sheets there; `typed` is what was typed."""

    url: str
    folder: Path
    typed: list[str] = field(default_factory=list)

    def type(self, line: str, on: str) -> str:
        """Type one line of a terminal on a day; it has to succeed."""
        self.typed.append(line)
        _, *words = shlex.split(line)
        named = [str(self.folder / word) if word.endswith(".xlsx") else word for word in words]
        return Ayumi(self.url, date.fromisoformat(on)).said(*named)

    def bring(self, kind: str, on: str, *rows: Cells) -> None:
        """Have the sheet of a kind written out, fill it in, look at it, and have it recorded."""
        self.type(f"ayumi export {kind} -c practice --out {kind}.xlsx", on)
        fill(self.folder / f"{kind}.xlsx", KEYS[kind], rows)
        whose = " --programme grant:dx-r6" if kind in OF_THE_GRANT else ""
        for look in ("--dry-run", "--yes"):
            self.type(f"ayumi import {kind} {kind}.xlsx -c practice{whose} {look}", on)

    def sheet(self, name: str) -> list[dict[str, Any]]:
        """Read a sheet that was written out: its rows by their headers."""
        header, *rows = openpyxl.load_workbook(self.folder / name).worksheets[0].values
        return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def fill(path: Path, key: Sequence[str], rows: Sequence[Cells]) -> None:
    """Write into the rows of a sheet that these keys name, or into new ones below."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    at = {cell.value: number for number, cell in enumerate(sheet[1], start=1)}
    for cells in rows:
        known = (
            number
            for number in range(2, sheet.max_row + 1)
            if all(sheet.cell(number, at[name]).value == cells[name] for name in key)
        )
        number = next(known, sheet.max_row + 1)
        for name, value in cells.items():
            sheet.cell(number, at[name]).value = value
    book.save(path)


def tell(url: str, folder: Path) -> Clerk:
    """Record the month from sheets, and what of it goes on into January."""
    clerk = Clerk(url, folder)
    clerk.type("ayumi open practice", "2026-11-02")
    _registers(clerk)
    _first_week(clerk)
    _second_week(clerk)
    _third_week(clerk)
    _fourth_week(clerk)
    _payment_run(clerk)
    _january(clerk)
    return clerk


def _registers(clerk: Clerk) -> None:
    towns = {TOWN: "立科町", CITY: "大町市"}
    clerk.bring("workers", "2026-11-02", *(
        {"ワーカー番号": number, "氏名": name, "氏名（カナ）": kana, "市町村コード": code,
         "市町村名": towns[code], "登録日": "R8.11.2"}
        for number, name, kana, code in RESIDENTS
    ))  # fmt: skip
    kinds = {"company": "企業", "town-hall": "自治体"}
    clerk.bring("clients", "2026-11-02", *(
        {"顧客番号": number, "顧客名": name, "顧客の種類": kinds[kind], "登録日": "R8.11.2"}
        for number, name, kind in CLIENTS
    ))  # fmt: skip
    clerk.bring("withholdings", "2026-11-02", *(
        {"業務の種類": kind, "判断した日": "R8.11.2", "源泉徴収の対象": applies,
         "判断した部署": "架空公社 会計係"}
        for kind, applies in (
            ("制作業務", "対象"),
            ("デジタイゼーション業務", "対象外"),
            ("社内経理・購買業務", "対象外"),
        )
    ))  # fmt: skip


def inquiry(number: str, client: str, title: str, kind: str, on: str) -> Cells:
    """Give the row of an inquiry."""
    funds = "顧客からの受注代金" if client == "C-1" else "市町村の一般財源"
    return {
        "案件番号": number, "顧客番号": client, "件名": title, "業務の種類": kind, "財源": funds,
        "市町村": TOWN, "引き合い日": on,
    }  # fmt: skip


def ordered(on: str, amount: int | str, due: str) -> Cells:
    """Give the cells of an order."""
    return {
        "受注日": on, "受注額（円）": amount, "税区分": "税込（標準税率）", "納期": due,
        "受注者": "公社（法人）", "受注者のコード": CORPORATION,
    }  # fmt: skip


def of(name: str) -> Cells:
    """Give the cells that name a commission: by order, worker, and which of several it is."""
    number, worker, *further = name.split()
    return {"案件番号": number, "ワーカー番号": worker, "連番": int(*further or "1")}


def offer(name: str, on: str, content: str, amount: int, due: str) -> Cells:
    """Give the row of an offer."""
    return of(name) | {
        "委託者": "公社（法人）", "委託者のコード": CORPORATION, "委託内容": content,
        "報酬額（円、税込）": amount, "納品期日": due, "打診日": on,
    }  # fmt: skip


def agreed(accepted: str, stated: Cells) -> Cells:
    """Give the cells of an acceptance and of the terms that were stated on that day."""
    return {"受諾日": accepted, "条件明示日": accepted, **FORM, **stated}


def _first_week(clerk: Clerk) -> None:
    clerk.bring(
        "contracts", "2026-12-04",
        {"契約番号": "委-1", "異動": "締結", "日付": "R8.12.1", "契約の種類": "準委任",
         "委託者": "公社（法人）",
         "委託者のコード": CORPORATION, "受託者の種類": "住民ワーカーのチーム",
         "受託者の番号": "T-1", "担当チーム": "広報業務", "市町村": TOWN,
         "期間の初日": "R8.12.1", "期間の末日": "R9.3.31",
         "人数": 2, "一人当たり週の時間（分）": 300, "契約に書かれた月の時間（分）": 2_400,
         "月の数え方": "1か月＝4週"},
    )  # fmt: skip
    clerk.bring(
        "orders", "2026-12-04",
        inquiry("O-1", "C-1", "特産品の紹介記事と見本品", "制作業務", "R8.11.26")
        | ordered("R8.12.1", 197_400, "R8.12.18"),
        inquiry("O-2", "C-1", "名刺の入力", "デジタイゼーション業務", "R8.12.1")
        | ordered("R8.12.2", "143,000", "R8.12.23"),
        inquiry("O-4", "C-2", "アンケートの集計", "社内経理・購買業務", "R8.12.2")
        | ordered("R8.12.3", "６６，０００", "R8.12.18"),
        inquiry("O-3", "C-2", "紙台帳の入力", "デジタイゼーション業務", "R8.12.3"),
    )  # fmt: skip
    clerk.bring(
        "commissions", "2026-12-04",
        offer("O-1 W-1", "R8.12.1", "紹介記事2本", 60_000, "R8.12.18")
        | agreed("R8.12.2", DECEMBER),
        offer("O-1 W-2", "R8.12.1", "写真20点", 45_000, "R8.12.18")
        | agreed("R8.12.2", DECEMBER),
        offer("O-1 W-3", "R8.12.1", "写真の説明文20点", 30_000, "R8.12.18")
        | {"辞退日": "R8.12.3"},
        offer("O-2 W-2", "R8.12.2", "名刺800枚の入力", 80_000, "R8.12.22")
        | agreed("R8.12.3", DECEMBER),
        offer("O-4 W-3", "R8.12.3", "アンケート120件の集計", 24_000, "R8.12.17"),
    )  # fmt: skip


def _second_week(clerk: Clerk) -> None:
    clerk.bring(
        "orders", "2026-12-11",
        {"案件番号": "O-3", **ordered("R8.12.7", 110_000, "R9.1.15")},
    )  # fmt: skip
    clerk.bring(
        "commissions", "2026-12-11",
        of("O-4 W-3") | agreed("R8.12.4", DECEMBER),
        offer("O-1 W-1 2", "R8.12.7", "写真の説明文20点", 30_000, "R8.12.18")
        | agreed("R8.12.7", DECEMBER),
        offer("O-3 W-3", "R8.12.8", "紙台帳500件の入力", 50_000, "R9.1.15")
        | agreed("R8.12.9", JANUARY),
        of("O-2 W-2") | {
            "受領日": "R8.12.9", "納品の範囲": "一部", "この納品分の報酬（円）": 30_000,
            "検査合格日": "R8.12.10",
        },
        of("O-1 W-1") | {
            "受領日": "R8.12.10", "検査不合格日": "R8.12.11", "やり直しを求めた日": "R8.12.11",
            "不合格・やり直しの原因": "内容の不備", "やり直しの費用を負担する側": "住民ワーカー",
        },
    )  # fmt: skip


def hours(*days: tuple[str, int]) -> list[Cells]:
    """Give the rows of a team's hours."""
    return [
        {"契約番号": "委-1", "記録の種類": "申告", "日付": on, "時間（分）": minutes}
        for on, minutes in days
    ]


def done(received: str, passed: str) -> Cells:
    """Give the cells of work that came in and passed, and with that was done."""
    return {"受領日": received, "検査合格日": passed, "完了日": passed}


def _third_week(clerk: Clerk) -> None:
    clerk.bring(
        "commissions", "2026-12-18",
        # What failed stays on the row when the new day of receipt is written over the old.
        of("O-1 W-1") | done("R8.12.15", "R8.12.16"),
        of("O-1 W-2") | done("R8.12.14", "R8.12.15"),
        of("O-1 W-1 2") | done("R8.12.16", "R8.12.17"),
        of("O-4 W-3") | done("R8.12.17", "R8.12.18"),
        of("O-3 W-3") | {"業務開始日": "R8.12.14"},
    )  # fmt: skip
    clerk.bring(
        "orders", "2026-12-18",
        invoice("O-4", "INV-1", "R8.12.18", "R8.12.28", {10: (66_000, 6_000)}),
        invoice("O-1", "INV-2", "R8.12.18", "R8.12.25",
                {10: (165_000, 15_000), 8: (32_400, 2_400)}),
    )  # fmt: skip


def invoice(
    number: str, invoice_number: str, on: str, due: str, rates: dict[int, tuple[int, int]]
) -> Cells:
    """Give the cells of an invoice, in the row of its order."""
    amounts: Cells = {"請求額（円）": sum(total for total, _ in rates.values())}
    for rate, (total, tax) in rates.items():
        amounts |= {f"{rate}%対象の税込額（円）": total, f"{rate}%の税額（円）": tax}
    return {
        "案件番号": number, "請求日": on, "請求書番号": invoice_number, "支払期日": due,
        "発行者の登録番号": f"T{CORPORATION}", **amounts,
    }  # fmt: skip


def _fourth_week(clerk: Clerk) -> None:
    worked = (("R8.12.2", 360), ("R8.12.9", 480), ("R8.12.16", 420), ("R8.12.23", 540))
    clerk.bring("hours", "2026-12-25", *hours(*worked))
    clerk.type("ayumi view legal-clock days=14 -c practice", "2026-12-21")
    clerk.bring(
        "commissions", "2026-12-25",
        of("O-2 W-2") | done("R8.12.21", "R8.12.22")
        | {"納品の番号": 2, "納品の範囲": None, "この納品分の報酬（円）": 50_000},
    )  # fmt: skip
    clerk.bring(
        "orders", "2026-12-25",
        invoice("O-2", "INV-3", "R8.12.23", "R9.1.29", {10: (143_000, 13_000)}),
        {"案件番号": "O-1", "入金日": "R8.12.25", "入金額累計（円）": 197_400},
    )  # fmt: skip


def _payment_run(clerk: Clerk) -> None:
    pay_day = str(PAY_DAY)
    clerk.type(
        "ayumi view payment-list month=2026-12 --open --out to-pay.xlsx -c practice", pay_day
    )
    *lines, _total = clerk.sheet("to-pay.xlsx")
    clerk.bring("commissions", pay_day, *(_paid(line, pay_day) for line in lines))
    clerk.bring(
        "orders", pay_day,
        {"案件番号": "O-2", "入金日": "R8.12.28", "入金額累計（円）": 43_000},
        {"案件番号": "O-4", "入金日": "R8.12.28", "入金額累計（円）": 66_000},
    )  # fmt: skip
    _report(clerk, pay_day)


def _paid(line: Cells, on: str) -> Cells:
    """Copy a line of the payment list into its row."""
    return {
        **{name: line[name] for name in KEYS["commissions"]},
        "支払日": on,
        "支払総額累計（円）": line["支払総額（円）"],
        "源泉徴収額累計（円）": line["源泉徴収額・定めによる（円）"],
        "振込額累計（円）": line["振込予定額（円）"],
    }


def _report(clerk: Clerk, on: str) -> None:
    """Write what the office and the residents get."""
    for line in (
        f"payment-list pay-day={PAY_DAY} --open --out paid.xlsx",
        "own-income programme=grant:dx-r6 fiscal-year=R8 --out own-income.xlsx",
        "sales fiscal-year=R8 --out sales.xlsx",
        "invoiced-by-rate month=2026-12 --out invoiced.xlsx",
        "contract-hours --out contract-hours.xlsx",
        "client-payments --out client-payments.xlsx",
        "legal-clock days=7 --out legal-clock.xlsx",
        *(
            f"worker-statement number={number} month=2026-12 --open --out statement-{number}.xlsx"
            for number, *_ in RESIDENTS
        ),
    ):
        clerk.type(f"ayumi view {line} -c practice", on)


def _january(clerk: Clerk) -> None:
    clerk.bring("commissions", "2027-01-15", of("O-3 W-3") | done("R9.1.13", "R9.1.14"))
    clerk.bring(
        "orders", "2027-01-15",
        invoice("O-3", "INV-4", "R9.1.15", "R9.2.15", {10: (110_000, 10_000)}),
    )  # fmt: skip
    pay_day = str(NEXT_PAY_DAY)
    money = {"支払総額累計（円）": 50_000, "源泉徴収額累計（円）": 0, "振込額累計（円）": 50_000}
    clerk.bring("commissions", pay_day, of("O-3 W-3") | {"支払日": pay_day, **money})
    clerk.bring(
        "orders", pay_day,
        {"案件番号": "O-2", "入金日": "R9.1.29", "入金額累計（円）": 143_000},
    )  # fmt: skip
