"""Codes with check digits, as the public lists and the tax agency define them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from domain.base.values.codes import (
    CorporateNumber,
    Holder,
    InvoiceNumber,
    MunicipalityCode,
    check_invoice_number,
    corporate_check_digit,
    corporate_number_of_municipality,
    parse_corporate_number,
    parse_invoice_number,
    parse_municipality_code,
)

MUNICIPALITY_CODE: TypeAdapter[str] = TypeAdapter(MunicipalityCode)
CORPORATE_NUMBER: TypeAdapter[str] = TypeAdapter(CorporateNumber)
INVOICE_NUMBER: TypeAdapter[str] = TypeAdapter(InvoiceNumber)


@pytest.mark.parametrize(
    "code",
    [
        *("203246", "202126", "152161", "152111"),
        *("011002", "011011", "012131", "011070", "012050"),
        *("200000", "150002", "202151", "130001"),
    ],
)
def test_a_published_municipality_code_is_accepted_as_it_is(code: str) -> None:
    """Codes from the official list are valid, also with a remainder of 0 or 1 or a sum below 11."""
    assert MUNICIPALITY_CODE.validate_python(code) == code


@pytest.mark.parametrize("code", ["203245", "202127", "152160", "203264"])
def test_a_municipality_code_with_a_wrong_check_digit_is_refused(code: str) -> None:
    """A slip or a swap that changes the check digit is found."""
    with pytest.raises(ValidationError, match="check digit"):
        MUNICIPALITY_CODE.validate_python(code)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("20324", "203246"),
        ("01100", "011002"),
        ("２０３２４６", "203246"),
        ("２０３２４", "203246"),
        (" 203246\u3000", "203246"),
        ("20324-6", "203246"),
    ],
)
def test_a_municipality_code_is_completed_and_brought_to_one_form(written: str, code: str) -> None:
    """Five digits get their sixth; width, spaces and a hyphen do not matter."""
    assert parse_municipality_code(written) == code


@pytest.mark.parametrize("written", ["1100", "", "2032460", "2O3246", "٢٠٣٢٤٦"])
def test_what_has_not_five_or_six_digits_is_no_municipality_code(written: str) -> None:
    """A code that is too short, too long or not of the digits 0 to 9 is refused."""
    with pytest.raises(ValueError, match="6 digits, or 5"):
        parse_municipality_code(written)


@pytest.mark.parametrize("written", ["11002", "00100", "48000", "482013"])
def test_a_code_that_no_municipality_can_have_is_refused(written: str) -> None:
    """011002 read from a number cell as 11002 does not silently become a code in Saitama."""
    with pytest.raises(ValueError, match="leading zero"):
        parse_municipality_code(written)


@pytest.mark.parametrize("value", [203246, 203246.0, None, True])
def test_a_code_is_text_and_never_a_number(value: object) -> None:
    """A number may have lost its leading zero, so it is refused for every kind of code."""
    for code in (MUNICIPALITY_CODE, CORPORATE_NUMBER, INVOICE_NUMBER):
        with pytest.raises(ValidationError, match="expected text"):
            code.validate_python(value)


@given(st.integers(1, 47), st.just(0) | st.integers(100, 999))
def test_five_digits_have_exactly_one_valid_check_digit(prefecture: int, municipality: int) -> None:
    """Of the ten codes that begin with five digits one is valid: that which completes them."""
    first_five = f"{prefecture:02}{municipality:03}"
    accepted = []
    for last in "0123456789":
        try:
            accepted.append(parse_municipality_code(first_five + last))
        except ValueError:
            continue

    assert accepted == [parse_municipality_code(first_five)]


@pytest.mark.parametrize(
    "number",
    ["8000020130001", "7000012050002", "4011001098993", "7123456789012", "2120901007402"],
)
def test_a_published_corporate_number_is_accepted(number: str) -> None:
    """Numbers from public sources are valid and keep their form."""
    assert CORPORATE_NUMBER.validate_python(number) == number


@pytest.mark.parametrize(
    ("number", "complaint"),
    [
        ("8000020130002", "check digit"),
        ("0000020130001", "13 digits"),
        ("80000201300", "13 digits"),
        ("80000201300011", "13 digits"),
        ("T8000020130001", "13 digits"),
    ],
)
def test_a_wrong_corporate_number_is_refused(number: str, complaint: str) -> None:
    """A changed digit, a leading zero and a wrong length are each refused, saying which."""
    with pytest.raises(ValidationError, match=complaint):
        CORPORATE_NUMBER.validate_python(number)


def test_a_corporate_number_is_brought_to_one_form() -> None:
    """Width, spaces and hyphens, as printed on letters, do not matter."""
    assert parse_corporate_number("８-0000-2013-0001 ") == "8000020130001"


@given(st.text("0123456789", min_size=12, max_size=12))
def test_a_base_of_twelve_digits_has_exactly_one_valid_check_digit(base: str) -> None:
    """Of the ten numbers that end in a base, one is a corporate number: the computed one."""
    accepted = []
    for first in "0123456789":
        try:
            accepted.append(parse_corporate_number(first + base))
        except ValueError:
            continue

    assert accepted == [corporate_check_digit(base) + base]


@pytest.mark.parametrize("base", ["000920203246", "000020302246"])
def test_the_corporate_check_digit_has_known_blind_spots(base: str) -> None:
    """0 for 9, and a swap of two digits an even distance apart, go unnoticed: never rely on it."""
    assert corporate_check_digit(base) == corporate_check_digit("000020203246") == "6"


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("130001", "8000020130001"),
        ("270008", "4000020270008"),
        ("141003", "3000020141003"),
        ("011002", "9000020011002"),
        ("203246", "6000020203246"),
        ("202126", "4000020202126"),
        ("152161", "7000020152161"),
    ],
)
def test_a_municipality_s_corporate_number_follows_from_its_code(code: str, number: str) -> None:
    """000020 and the code, behind the check digit, give the number by which it is known."""
    assert corporate_number_of_municipality(code) == number
    assert CORPORATE_NUMBER.validate_python(number) == number


@pytest.mark.parametrize(
    "written",
    [
        "T6000020203246",
        "t6000020203246",
        "T-6000020203246",
        "Ｔ６００００２０２０３２４６",
        "T 6000020203246",
    ],
)
def test_an_invoice_number_is_brought_to_one_form(written: str) -> None:
    """Width, case, hyphen and spaces do not matter; what is kept is T and 13 digits."""
    assert INVOICE_NUMBER.validate_python(written) == "T6000020203246"
    assert check_invoice_number(written, "corporation") == "T6000020203246"


@pytest.mark.parametrize(
    "written", ["6000020203246", "T600002020324", "T60000202032461", "X6000020203246"]
)
def test_what_is_not_t_and_thirteen_digits_is_no_invoice_number(written: str) -> None:
    """The form is checked for every holder."""
    with pytest.raises(ValueError, match="T and 13 digits"):
        parse_invoice_number(written)


def test_an_individual_s_invoice_number_has_only_a_form() -> None:
    """No check digit is defined for individuals, so none is demanded."""
    assert check_invoice_number("T1234567890123", "individual") == "T1234567890123"


def test_a_corporation_s_invoice_number_is_its_corporate_number() -> None:
    """Behind the T stands a corporate number, so its check digit must fit."""
    with pytest.raises(ValueError, match="check digit"):
        check_invoice_number("T1234567890123", "corporation")


@pytest.mark.parametrize("holder", ["corporation", "individual"])
def test_the_form_is_demanded_of_every_holder(holder: Holder) -> None:
    """A number without its T is refused, whoever holds it."""
    with pytest.raises(ValueError, match="T and 13 digits"):
        check_invoice_number("6000020203246", holder)
