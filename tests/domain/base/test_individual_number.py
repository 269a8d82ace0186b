"""Individual numbers are recognised wherever they stand in a text; the numbers here are made up."""

import pytest

from domain.base.values.individual_number import holds_individual_number, individual_check_digit


@pytest.mark.parametrize(
    ("first_eleven", "check"),
    [
        ("12345678901", "8"),
        ("00000000000", "0"),
        ("00000000006", "0"),
        ("00000000001", "9"),
        ("00000000002", "7"),
    ],
)
def test_the_check_digit_is_that_of_the_ordinance(first_eleven: str, check: str) -> None:
    """Eleven less the remainder; 0 where the remainder is 0 or 1 (12 leaves 1)."""
    assert individual_check_digit(first_eleven) == check


@pytest.mark.parametrize(
    "text",
    [
        "123456789018",
        "1234 5678 9018",
        "1234-5678-9018",
        "1234－5678－9018",
        "１２３４５６７８９０１８",
        "番号は123456789018です",
        "ID123456789018",
        "03 123456789018",
        "A-1 1234 5678 9018 2",
        "1 2 3 4 5 6 7 8 9 0 1 8",
        "1234.5678.9018",
        "1234．5678．9018",
        "1234・5678・9018",
        "1234･5678･9018",
        "1234,5678,9018",
        "1234，5678，9018",
        "1234_5678_9018",
        "1234＿5678＿9018",
        "1234 / 5678 / 9018",
        "1234／5678／9018",
    ],
)
def test_it_is_found_however_it_is_written(text: str) -> None:
    """In full width, with spaces or signs between, and among other words and numbers."""
    assert holds_individual_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123456789017",
        "123456789019",
        "12345678901",
        "1234567890189",
        "1123456789018",
        "203246",
        "00000000-0000-4000-8000-123456789018",
        "ab" * 20 + "123456789018" + "cd" * 6,
        "2024-10-01",
        "1234。5678。9018",
        "12:34:56:78:90:18",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    """Another check digit or length, an id of a record, a digest, a day, sentences, a time."""
    assert not holds_individual_number(text)
