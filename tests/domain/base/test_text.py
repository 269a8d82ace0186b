"""Names are found however they are typed, and never confused with another name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base.values.text import half_width_digits, plain_code, search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋 花子", "髙橋\u3000花子"),
        ("髙橋花子", " 髙橋花子 "),
        ("ﾀﾃｼﾅ", "タテシナ"),
        ("ﾃﾞｼﾞﾀﾙ", "デジタル"),
        ("Ｔａｔｅｓｈｉｎａ", "tateshina"),
        ("第１回", "第1回"),
        ("立科町\u200b", "立科町"),
        ("か\u3099", "が"),
    ],
)
def test_spellings_that_differ_in_width_case_or_space_are_found_together(
    one: str, other: str
) -> None:
    """A clerk finds a name however it was typed."""
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋", "高橋"),
        ("山﨑", "山崎"),
        ("\ufa19田", "\u795e田"),
        ("\ufa10本", "\u585a本"),
        ("渡邊", "渡邉"),
        ("辻\U000e0100", "辻"),
        ("はなこ", "ハナコ"),
        ("ハハ", "ババ"),
    ],
)
def test_names_written_with_another_character_stay_apart(one: str, other: str) -> None:
    """髙 is not 高: two residents are not one because their characters look alike."""
    assert search_key(one) != search_key(other)


@given(st.text("髙高﨑崎\ufa19神山田ガｶﾞ１1Ａa \u3000"), st.sampled_from(" \u3000\t\u200b\ufeff"))
def test_spaces_never_change_what_is_found(text: str, space: str) -> None:
    """A space of any kind before, between or after leaves the key as it is."""
    assert search_key(space + text.replace("山", f"山{space}") + space) == search_key(text)


@pytest.mark.parametrize("name", ["髙橋", "山﨑", "\ufa19田"])
def test_a_variant_character_is_still_in_the_key(name: str) -> None:
    """The key of a name of such characters is the name."""
    assert search_key(name) == name


def test_digits_become_half_width_and_nothing_else_changes() -> None:
    """Only ０ to ９ are touched: names, kana and signs stay as typed."""
    assert half_width_digits("髙橋　ｶﾞ　０１２３４５６７８９－Ａ①") == "髙橋　ｶﾞ　0123456789－Ａ①"


@pytest.mark.parametrize("dash", "-‐‑‒–—―−ー－")
def test_a_code_is_read_with_any_dash(dash: str) -> None:
    """A dash from any keyboard or printed page is the hyphen."""
    assert plain_code(f"ｔ {dash} １") == "T-1"
