"""Budget items (節) are kept with the table their number is from."""

import pytest
from pydantic import TypeAdapter, ValidationError

from domain.base.values.budget_item import (
    BudgetItem,
    BudgetTable,
    budget_item,
    budget_item_name,
    budget_items,
    budget_table_of,
)

BUDGET_ITEM: TypeAdapter[str] = TypeAdapter(BudgetItem)

SINCE_R2 = (
    *("報酬", "給料", "職員手当等", "共済費", "災害補償費", "恩給及び退職年金"),
    *("報償費", "旅費", "交際費", "需用費", "役務費", "委託料"),
    *("使用料及び賃借料", "工事請負費", "原材料費", "公有財産購入費", "備品購入費"),
    *(
        "負担金、補助及び交付金",
        "扶助費",
        "貸付金",
        "補償、補填及び賠償金",
        "償還金、利子及び割引料",
    ),
    *("投資及び出資金", "積立金", "寄附金", "公課費", "繰出金"),
)


@pytest.mark.parametrize(("number", "name"), list(enumerate(SINCE_R2, start=1)))
def test_a_number_has_its_name_of_the_table_since_reiwa_2(number: int, name: str) -> None:
    """The 27 items are those of the ordinance, in its order."""
    assert budget_item_name(budget_item(number)).ja == name


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (6, "恩給及び退職年金"),
        (7, "賃金"),
        (8, "報償費"),
        (9, "旅費"),
        (12, "役務費"),
        (13, "委託料"),
        (14, "使用料及び賃借料"),
        (18, "備品購入費"),
        (28, "繰出金"),
    ],
)
def test_the_same_number_meant_another_item_until_reiwa_1(number: int, name: str) -> None:
    """With 賃金 as the seventh, every later item stood one number higher."""
    assert budget_item_name(budget_item(number, table="r1")).ja == name


@pytest.mark.parametrize(("number", "table"), [(0, "r2"), (28, "r2"), (29, "r1"), (-1, "r1")])
def test_a_number_that_its_table_does_not_have_is_refused(number: int, table: BudgetTable) -> None:
    """予備費, the number after the last in many lists, is not an item of this kind."""
    with pytest.raises(ValueError, match="予備費"):
        budget_item(number, table)


@pytest.mark.parametrize("written", ["r2:12", "R2:12", "Ｒ２：１２", " r2:12 "])
def test_an_item_is_kept_with_its_table(written: str) -> None:
    """Width, case and spaces do not matter; kept is one form."""
    assert BUDGET_ITEM.validate_python(written) == "r2:12"


def test_a_leading_zero_does_not_make_another_item() -> None:
    """Lists print 07; the item is 7."""
    assert BUDGET_ITEM.validate_python("r2:07") == "r2:7"


@pytest.mark.parametrize(
    "value", ["12", 12, "委託料", "r2:", "r2:0", "r2:28", "r1:29", "r3:12", "r2-12", None, True]
)
def test_a_number_without_a_table_is_refused(value: object) -> None:
    """12 alone is 委託料 or 役務費, so it is asked, not guessed; so is what no table has."""
    with pytest.raises(ValidationError, match="expected"):
        BUDGET_ITEM.validate_python(value)


@pytest.mark.parametrize(
    ("year", "table"), [(2018, "r1"), (2019, "r1"), (2020, "r2"), (2024, "r2")]
)
def test_the_table_follows_from_the_fiscal_year(year: int, table: BudgetTable) -> None:
    """The new numbers begin with 令和2年度."""
    assert budget_table_of(year) == table


@pytest.mark.parametrize(("table", "count"), [("r1", 28), ("r2", 27)])
def test_every_item_of_a_table_is_accepted_and_has_both_names(
    table: BudgetTable, count: int
) -> None:
    """What a list to choose from shows can be chosen, and reads in both languages."""
    items = budget_items(table)

    assert len(items) == count
    assert all(BUDGET_ITEM.validate_python(item) == item for item in items)
    assert all(name.ja and name.en for name in items.values())


def test_no_item_has_no_name() -> None:
    """A name is given for items only."""
    with pytest.raises(ValueError, match="expected 1 to 27"):
        budget_item_name("r2:28")
