"""Budget items (節): the smallest division of expenditure that the law prescribes.

The numbers moved up by one from 令和2年度, when 賃金 was taken out:
12 is 委託料 now and was 役務費.
So a number is kept together with its table, as ``r2:12``.
予備費 stands in many lists as one number more, but it is not an item of this kind and is refused.
Source: 地方自治法施行規則15条2項 別記; 平成31年総務省令第37号 for the change.
"""

import re
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from domain.base.values.fiscal_year import FiscalYear
from domain.base.values.text import plain_code
from domain.base.words import Label

BudgetTable = Literal["r1", "r2"]
"""The table of a number: ``r1`` until 令和元年度 (28 items), ``r2`` from 令和2年度 (27 items)."""

_FIRST_YEAR_OF_R2: Final = 2020
_FORM: Final = re.compile(r"(?P<table>R[0-9]):(?P<number>[0-9]{1,2})")

_R2: Final = (
    Label("報酬", "Remuneration"),
    Label("給料", "Salaries"),
    Label("職員手当等", "Staff allowances"),
    Label("共済費", "Mutual aid and social insurance"),
    Label("災害補償費", "Accident compensation"),
    Label("恩給及び退職年金", "Pensions"),
    Label("報償費", "Honoraria"),
    Label("旅費", "Travel"),
    Label("交際費", "Official hospitality"),
    Label("需用費", "Supplies and running costs"),
    Label("役務費", "Services"),
    Label("委託料", "Outsourcing"),
    Label("使用料及び賃借料", "Fees for use and rent"),
    Label("工事請負費", "Construction contracts"),
    Label("原材料費", "Materials"),
    Label("公有財産購入費", "Purchase of public property"),
    Label("備品購入費", "Purchase of equipment"),
    Label("負担金、補助及び交付金", "Contributions, subsidies and grants"),
    Label("扶助費", "Public assistance"),
    Label("貸付金", "Loans"),
    Label("補償、補填及び賠償金", "Compensation and damages"),
    Label("償還金、利子及び割引料", "Repayment, interest and discount"),
    Label("投資及び出資金", "Investment"),
    Label("積立金", "Transfers to funds"),
    Label("寄附金", "Donations"),
    Label("公課費", "Public charges"),
    Label("繰出金", "Transfers to other accounts"),
)
_TABLES: Final[dict[BudgetTable, tuple[Label, ...]]] = {
    "r1": (*_R2[:6], Label("賃金", "Wages"), *_R2[6:]),
    "r2": _R2,
}


def parse_budget_item(value: object) -> str:
    """Read an item with its table, as in ``r2:12``.

    A number alone is refused, since it does not say which table it is from; so is 予備費.
    Raises ValueError.
    """
    match = _FORM.fullmatch(plain_code(value)) if isinstance(value, str) else None
    if match is None:
        raise ValueError(f"read {value!r}; expected a budget item with its table, like r2:12")
    for table in _TABLES:
        if table == match["table"].lower():
            return budget_item(int(match["number"]), table)
    raise ValueError(f"read {value!r}; expected one of the tables {', '.join(_TABLES)}")


BudgetItem = Annotated[
    str,
    BeforeValidator(parse_budget_item, json_schema_input_type=str),
    Field(pattern=r"^r[12]:[1-9][0-9]?$"),
]
"""A 節 with its table, kept as text like ``r2:12``."""


def budget_item(number: int, table: BudgetTable = "r2") -> BudgetItem:
    """Give the item with this number in this table. Raises ValueError if the table has none."""
    count = len(_TABLES[table])
    if not 1 <= number <= count:
        raise ValueError(
            f"read {number} of table {table}; expected 1 to {count} (予備費 is not a 節)"
        )
    return f"{table}:{number}"


def budget_table_of(fiscal_year: FiscalYear) -> BudgetTable:
    """Give the table in force in a fiscal year."""
    return "r2" if fiscal_year >= _FIRST_YEAR_OF_R2 else "r1"


def budget_items(table: BudgetTable = "r2") -> dict[BudgetItem, Label]:
    """Give a whole table in its order: what a list to choose from shows."""
    return {f"{table}:{number}": name for number, name in enumerate(_TABLES[table], start=1)}


def budget_item_name(item: BudgetItem) -> Label:
    """Give an item's Japanese and English name. Raises ValueError if it is none."""
    return _NAMES[parse_budget_item(item)]


_NAMES: Final = budget_items("r1") | budget_items("r2")
