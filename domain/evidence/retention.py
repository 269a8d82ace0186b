"""How long papers are kept (保存年限): what laws and guidelines ask, as days that are suggested.

A suggestion decides nothing: the day until which a paper is kept is entered by a person, who has
read the actual terms of the grant. Each rule says from when on it is known here, and its source;
where a term changes, the old rule gets an end and a new one stands beside it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from domain.base.days import MONTHS_OF_A_YEAR, same_day
from domain.base.event import PaperKind
from domain.base.matter import Check, Force
from domain.base.values.fiscal_year import fiscal_year_of, last_day

GRANT = "grant:"
Begins = Literal["completion", "tax-return", "its-day"]
"""When the years begin: after the fiscal year in which the project is completed; after the day on
which the year's tax return is due, two months after it ends; or on the day of the paper."""


@dataclass(frozen=True, slots=True)
class Retention:
    """One rule: which papers, how many years, from when; for papers dated `since` up to `until`."""

    check: Check
    kinds: tuple[PaperKind, ...]
    years: int
    begins: Begins
    since: date
    until: date = date.max
    programmes: str = ""


RETENTIONS = (
    Retention(
        Check(
            "grant-vouchers",
            "交付金の帳簿・証拠書類は、事業が完了した年度の翌年度から5年",
            "Books and vouchers of a grant: five years from the fiscal year after completion",
            "交付要綱の例（実際の交付要綱で確かめること）",
            Force.TO_BE_CONFIRMED,
        ),
        tuple(PaperKind),
        years=5,
        begins="completion",
        since=date(2024, 4, 1),
        programmes=GRANT,
    ),
    Retention(
        Check(
            "tax-documents",
            "請求書・注文書は、申告期限の翌日から7年（欠損金のある年度は10年）",
            "Invoices and order forms: seven years from the day after the return is due (ten with a"
            " loss)",
            "法人税法施行規則59条、電子帳簿保存法7条",
            Force.TO_BE_CONFIRMED,
        ),
        (PaperKind.INVOICE, PaperKind.CONTRACT, PaperKind.PAYMENT),
        years=7,
        begins="tax-return",
        since=date(2024, 4, 1),
    ),
    Retention(
        Check(
            "telework-guideline",
            "自営型テレワークの契約条件を示した文書は3年",
            "Documents that state the terms of self-employed telework: three years",
            "自営型テレワークの適正な実施のためのガイドライン",
            Force.TARGET,
        ),
        (PaperKind.CONTRACT,),
        years=3,
        begins="its-day",
        since=date(2024, 4, 1),
    ),
    Retention(
        Check(
            "subcontract-records",
            "中小受託取引の記録は2年",
            "Records of subcontracting: two years",
            "中小受託取引適正化法7条（2026年1月1日施行）",
            Force.TO_BE_CONFIRMED,
        ),
        (PaperKind.CONTRACT, PaperKind.INSPECTION, PaperKind.PAYMENT),
        years=2,
        begins="its-day",
        since=date(2026, 1, 1),
    ),
)


class Suggested(NamedTuple):
    """Until which day a rule asks that a paper be kept."""

    until: date
    rule: Retention


def suggested(
    kind: PaperKind, programme: str, dated: date, completed_in: int | None
) -> list[Suggested]:
    """Give what each rule suggests for a paper, the latest day first.

    `completed_in` is the fiscal year in which the paper's project is completed; without it a rule
    that counts from there suggests nothing.
    """
    found = [
        Suggested(until, rule)
        for rule in RETENTIONS
        if kind in rule.kinds
        if programme.startswith(rule.programmes)
        if rule.since <= dated <= rule.until
        if (until := _until(rule, dated, completed_in)) is not None
    ]
    return sorted(found, key=lambda each: each.until, reverse=True)


def _until(rule: Retention, dated: date, completed_in: int | None) -> date | None:
    match rule.begins:
        case "completion":
            return None if completed_in is None else last_day(completed_in + rule.years)
        case "tax-return":
            return date(last_day(fiscal_year_of(dated)).year + rule.years, 5, 31)
        case "its-day":
            # The day of the paper itself is not counted (民法140条).
            return same_day(dated, MONTHS_OF_A_YEAR * rule.years)
