"""A code is confirmed by the name beside it, since its check digit lets some slips through."""

import pytest

from domain.base.values.codes import parse_municipality_code
from domain.base.values.municipalities import MUNICIPALITIES, check_municipality_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("203246", "立科町"),
        ("202126", "大町市"),
        ("152161", "糸魚川市"),
        ("152111", "見附市"),
        ("202151", "塩尻市"),
        ("200000", "長野県"),
        ("150002", "新潟県"),
        ("130001", "東京都"),
        ("011002", "札幌市"),
    ],
)
def test_a_known_pair_of_code_and_name_matches(code: str, name: str) -> None:
    """The programme's members, their neighbours and prefectures are confirmed by name."""
    assert check_municipality_name(code, name) == "match"


@pytest.mark.parametrize(
    "name", ["長野県立科町", "北佐久郡立科町", "長野県北佐久郡立科町", "立科町 "]
)
def test_a_name_may_stand_with_its_prefecture_and_district(name: str) -> None:
    """An address-like name is the same municipality."""
    assert check_municipality_name("20324", name) == "match"


def test_a_slip_that_passes_the_check_digit_is_found_by_the_name() -> None:
    """152111 for 糸魚川市 is a valid code, of 見附市, and the message says so."""
    with pytest.raises(ValueError, match="152111 is 見附市"):
        check_municipality_name("152111", "糸魚川市")


def test_a_code_that_the_list_does_not_hold_is_not_confirmed() -> None:
    """上田市 is a real pair that we do not know: the answer is unknown, never a match."""
    assert check_municipality_name("202037", "上田市") == "unknown"


def test_a_known_name_under_an_unlisted_code_of_its_prefecture_is_refused() -> None:
    """大町市 is 202126, so 202037 with that name is a slip and not merely unknown."""
    with pytest.raises(ValueError, match="大町市 is 202126"):
        check_municipality_name("202037", "大町市")


def test_a_wrong_code_is_refused_before_any_name_is_looked_at() -> None:
    """A code that fails its check digit is an error, also with a known name."""
    with pytest.raises(ValueError, match="check digit"):
        check_municipality_name("203245", "立科町")


@pytest.mark.parametrize("code", MUNICIPALITIES)
def test_every_listed_code_is_itself_valid(code: str) -> None:
    """A slip in our own list would show."""
    assert parse_municipality_code(code) == code


def test_the_list_is_in_the_order_of_official_documents() -> None:
    """Members are listed by code, so the list is sorted by it."""
    assert list(MUNICIPALITIES) == sorted(MUNICIPALITIES)
