"""What stands on an order form, in the words of offices: 令和8年9月4日, 120,000円, 月末."""

from datetime import date
from typing import Any

from application.asking.answers import ERASED
from application.evidence.told import Bilingual
from domain.base.values.era import to_japanese
from domain.base.words import Code, Label

NOT_RECORDED = Label("未記載", "not recorded")
NO_INSPECTION_DAY = Label(
    "未記載（検査をしない場合、期日はない）", "not recorded (there is none if nothing is inspected)"
)
NOT_ACCEPTED = Label("未受諾", "not accepted yet")
BY_CLOSING = Label("締日と支払日による", "by the closing day and the pay day")
UNDECIDED = Label("未定", "undecided")
SEALED = Label("（氏名は開いていません）", "(the name was not opened)")
GONE = Label(ERASED, "[erased]")
MISSING = {"inspect_by": NO_INSPECTION_DAY, "ordered_on": NOT_ACCEPTED}
"""How it is said that nothing is recorded, where there is more to say than that."""

LAST_OF_MONTH = 31
YEN = Label("円", " yen")
MONTHS = Label("か月", " months")
UNITS = {"amount": YEN, "rights_fee": YEN, "pay_months": MONTHS}


def in_words(name: str, value: Any) -> Label:  # noqa: ANN401 - any value of a form
    """Give what stands on the form for a field's value."""
    match value:
        case Code():
            return Label(value.ja, value.en)
        case date():
            return day_in_words(value)
        case int() if name in UNITS:
            return Label(f"{value:,}{UNITS[name].ja}", f"{value:,}{UNITS[name].en}")
        case int() if value == LAST_OF_MONTH:
            return Label("月末", "the last day of the month")
        case int():
            return Label(f"{value}日", f"day {value}")
        case _:
            return Label(str(value), str(value))


def day_in_words(day: date) -> Label:
    """Write a day as offices do, and in ISO."""
    return Label(to_japanese(day), day.isoformat())


def bilingual(label: Label | Code) -> Bilingual:
    """Give words as an answer holds them."""
    return Bilingual(ja=label.ja, en=label.en)
