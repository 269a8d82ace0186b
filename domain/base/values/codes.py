"""Public codes with check digits: municipalities, corporations, issuers of qualified invoices.

A check digit finds most slips, not all: 152161 (糸魚川市) mistyped as 152111 is another valid code
(見附市), and the corporate number's check cannot tell 0 from 9.
So a municipality's name is compared too (`municipalities.py`), and an invoice number is verified.
"""

import re
from collections.abc import Callable
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field

from domain.base.values.text import plain_code

Holder = Literal["corporation", "individual"]
"""Who holds an invoice number; an association without legal personality counts as individual."""

_MUNICIPALITY: Final = re.compile(r"[0-9]{5,6}")
_CORPORATION: Final = re.compile(r"[1-9][0-9]{12}")
_ISSUER: Final = re.compile(r"T[0-9]{13}")
_CODE_WEIGHTS: Final = (6, 5, 4, 3, 2)
_CODE_DIGITS: Final = len(_CODE_WEIGHTS)
_PREFECTURES: Final = 47
_FIRST_MUNICIPALITY: Final = 100


def municipality_check_digit(first_five: str) -> str:
    """Compute the sixth digit of a 全国地方公共団体コード from its first five.

    It is the last digit of 11 - (S mod 11), S being the sum of the digits weighted 6, 5, 4, 3, 2.
    """
    total = sum(int(d) * w for d, w in zip(first_five, _CODE_WEIGHTS, strict=True))
    return str((11 - total % 11) % 10)


def corporate_check_digit(base: str) -> str:
    """Compute the first digit of a 法人番号 from the twelve that follow it.

    It is 9 less the remainder by 9 of the sum of the digits, from the right weighted 1, 2, 1, 2, …
    Source: 法人番号の指定等に関する省令.
    """
    total = sum(int(d) * (1 + n % 2) for n, d in enumerate(reversed(base)))
    return str(9 - total % 9)


def parse_municipality_code(value: object) -> str:
    """Read a 全国地方公共団体コード as six digits of text; a missing check digit is added.

    Five digits are always taken as the code without its check digit.
    A number whose leading zero was lost is refused where it shows: 4 digits,
    no such prefecture, or a municipality number from 001 to 099.
    Raises ValueError.
    """
    code = plain_code(_text(value)).replace("-", "")
    if not _MUNICIPALITY.fullmatch(code):
        raise ValueError(
            f"read {value!r}; a municipality code has 6 digits, or 5 without the check digit"
        )
    first_five = code[:_CODE_DIGITS]
    prefecture, municipality = int(first_five[:2]), int(first_five[2:])
    if not 1 <= prefecture <= _PREFECTURES or 0 < municipality < _FIRST_MUNICIPALITY:
        raise ValueError(
            f"read {value!r}; no municipality has such a code, was a leading zero lost?"
        )
    complete = first_five + municipality_check_digit(first_five)
    if not complete.startswith(code):
        raise ValueError(
            f"read {value!r}; the check digit does not fit, one of the digits is wrong"
        )
    return complete


def parse_corporate_number(value: object) -> str:
    """Read a 法人番号 as thirteen digits of text. Raises ValueError."""
    number = plain_code(_text(value)).replace("-", "")
    if not _CORPORATION.fullmatch(number):
        raise ValueError(
            f"read {value!r}; a corporate number has 13 digits and does not begin with 0"
        )
    if number[0] != corporate_check_digit(number[1:]):
        raise ValueError(
            f"read {value!r}; the check digit (the first) does not fit, a digit is wrong"
        )
    return number


def parse_invoice_number(value: object) -> str:
    """Read a 適格請求書発行事業者登録番号 as T and thirteen digits, by its form alone.

    Raises ValueError. Whose number it is decides about the check digit: `check_invoice_number`.
    """
    number = plain_code(_text(value)).replace("-", "")
    if not _ISSUER.fullmatch(number):
        raise ValueError(f"read {value!r}; an invoice number is T and 13 digits")
    return number


def parse_record_id(value: object) -> str:
    """Read the id of a record as text, as ids are written. Raises ValueError."""
    try:
        return str(UUID(str(value)))
    except ValueError as error:
        raise ValueError(
            "住民ワーカーは番号ではなく記録のIDで示してください"
            " / name a worker by the id of its record and not by its number"
        ) from error


def in_usual_form(code: str, parse: Callable[[object], str]) -> None:
    """Raise ValueError unless a code is what reading it gives: neither shortened nor decorated.

    Which kind of code it is follows from another field, so that no type can complete it.
    """
    if parse(code) != code:
        raise ValueError("the code is not in its usual form")


MunicipalityCode = Annotated[
    str,
    BeforeValidator(parse_municipality_code, json_schema_input_type=str),
    Field(pattern=r"^[0-9]{6}$"),
]
"""A 全国地方公共団体コード, kept as six digits of text. Source: 総務省."""

CorporateNumber = Annotated[
    str,
    BeforeValidator(parse_corporate_number, json_schema_input_type=str),
    Field(pattern=r"^[1-9][0-9]{12}$"),
]
"""A 法人番号, kept as thirteen digits of text. Source: 番号法39条."""

InvoiceNumber = Annotated[
    str,
    BeforeValidator(parse_invoice_number, json_schema_input_type=str),
    Field(pattern=r"^T[0-9]{13}$"),
]
"""A registration number of a qualified-invoice issuer, T and 13 digits. Source: 消費税法57条の2."""


def check_invoice_number(number: str, holder: Holder) -> str:
    """Read an invoice number as that of its holder.

    A corporation's is T and its 法人番号, so the check digit must fit.
    An individual's has only a form; whether it is registered is a matter of verification.
    Raises ValueError.
    """
    read = parse_invoice_number(number)
    if holder == "corporation":
        parse_corporate_number(read[1:])
    return read


def corporate_number_of_municipality(code: str) -> str:
    """Compute the 法人番号 of a municipality or prefecture: 000020, its code, and the check digit.

    Source: 法人番号の指定等に関する省令.
    Raises ValueError if the code is none.
    """
    base = "000020" + parse_municipality_code(code)
    return corporate_check_digit(base) + base


def _text(value: object) -> str:
    match value:
        case str():
            return value
        case _:
            raise ValueError(
                f"read {value!r}; expected text, since a number loses its leading zeros"
            )
