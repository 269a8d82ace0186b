"""How a figure is counted is read on the page, as its definition in the record says it."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import choose
from tests.browser.given import EVENTS, Bundle, count, defined

Json = dict[str, Any]
HELD = count("advice.held")
SUM = {**HELD, "kind": "sum", "field": "minutes"}


def detail(page: Page, folder: Path, measure: Json) -> Locator:
    """Give the opened detail of a figure with this measure."""
    event = defined("consultations", measure, stream=2, by=["municipality"])
    bundle = Bundle(events=(EVENTS[0], event, *EVENTS[2:]))
    choose(page, folder, bundle).locator("#start").click()
    found = page.locator(".definition")
    expect(found.locator("dl")).to_have_count(0)
    found.locator("summary").click()
    return found


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (
            HELD,
            [
                "記録の件数",
                "〔市町村〕で相談に応じた。 advice.held",
                "Advice was given in [municipality].",
                "この事業の記録",
                "その年度に起きたもの",
                "内訳breakdown市町村 municipality",
                "単位unit件",
                "第1版。2024-04-01から有効。2番の記録で公表（2024-04-01に記録）",
            ],
        ),
        (
            count(
                "advice.held",
                scope="common",
                where=[{"field": "municipality", "one_of": ["203246", None, True]}],
            ),
            ["共通の名簿の記録", "市町村 municipality：架空町 203246Kakuu-machi（なし）", "はい"],
        ),
        (
            {
                **count("advice.held", persons=["person_id"]),
                "distinct_by": "person_id",
                "basis": "cumulative",
                "year_field": "year",
            },
            [
                "person_id が同じものは一度だけ数える",
                "人の番号ids of personsperson_id",
                "その年度までに起きたもの",
                "年度とするもの：year",
            ],
        ),
        (
            {
                **SUM,
                "basis": "increment",
                "compared_with": "day_before_year",
                "facts": {
                    "opens": ["advice.held", "advice.moved"],
                    "keep": "latest",
                    "key": ["stream"],
                    "kept_where": [{"field": "kind", "one_of": ["b"]}],
                    "ends": {
                        "topics": ["advice.ended"],
                        "same": ["municipality"],
                        "where": [{"field": "kind", "one_of": [7]}],
                        "effective": "first_day_without",
                    },
                },
            },
            [
                "minutes の合計",
                "advice.moved",
                "advice.ended",
                "市町村 municipality が同じもの。その日からは",
                "stream が同じもののうち最後の一件",
                "kind：b",
                "kind：7",
                "前の年度の最後の日の値を引く",
            ],
        ),
        (
            {
                "kind": "ratio",
                "scale": 1000,
                "rounding": "down",
                "numerator": {"kind": "difference", "of": [HELD], "minus": [SUM]},
                "denominator": HELD,
            },
            ["分子（足す）", "分子（引く）", "分母（足す）", "分子 ÷ 分母 × 1,000。端数は切り捨て"],
        ),
    ],
    ids=["plain", "conditions", "persons", "endings", "ratio"],
)
def test_a_definition_is_read_in_words_with_what_the_record_says(
    page: Page, tmp_path: Path, measure: Json, said: list[str]
) -> None:
    """Kinds of event, conditions, what is told apart, the days, since when and by which record."""
    found = detail(page, tmp_path, measure)
    for words in said:
        expect(found).to_contain_text(words)
