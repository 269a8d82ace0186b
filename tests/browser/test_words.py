"""What names and codes are called, as the page shows it: words are no evidence."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import choose
from tests.browser.given import EVENTS, FIGURES, Bundle, Event, count, defined


def test_names_and_codes_are_told_in_words(chosen: Page) -> None:
    """With what the record says beside each word, and that alone where there is none."""
    chosen.locator("#start").click()
    figure = chosen.locator(".figure[data-year='2024']")
    figure.locator("summary").first.click()
    breakdown = figure.locator(".breakdown")
    expect(breakdown.locator("th").first).to_have_text("市町村 municipality")
    expect(breakdown.locator("td:first-child")).to_have_text(["202126", "架空町 203246Kakuu-machi"])
    expect(breakdown.locator("code")).to_have_text(["municipality", "203246"])
    # On a narrow screen the label of a cell is all that there is of its heading.
    label = breakdown.locator("td:first-child").first.get_attribute("data-label")
    assert label == "市町村 municipality"
    expect(figure.locator("td summary").last).to_contain_text("架空町で相談に応じた。")
    expect(chosen.locator("#result")).to_contain_text("証拠ではありません")


def test_a_witness_is_told_by_the_code_of_its_municipality_too(page: Page, tmp_path: Path) -> None:
    """A word that says another town than the record stands beside what the record says."""
    said = {"effective_on": "2024-05-01", "municipality": "202126", "name": "witness/tonari"}
    appointed = Event("witness.appointed", said, "common", stream=99,
                      recorded="2026-11-03T00:00:00.000000Z")  # fmt: skip
    codes = {"202126": {"ja": "架空町", "en": "Kakuu-machi"}}
    words = {"topics": {"witness.appointed": {"fields": {"municipality": {"codes": codes}}}}}
    bundle = Bundle(events=(*EVENTS, appointed), words=words)
    choose(page, tmp_path, bundle).locator("#start").click()
    witness = page.locator(".checks .places li", has_text="witness/tonari")
    expect(witness.locator("code")).to_have_text(["202126", "witness/tonari"])
    expect(witness).to_contain_text("架空町")


@pytest.mark.parametrize(
    "bundle",
    [
        Bundle(words=None),
        Bundle(words={"topics": []}),
        Bundle(words={"topics": {"advice.held": {"ja": 1, "fields": {"municipality": "市"}}}}),
        Bundle(resigned={"words.json": b"\xff"}),
        Bundle(replaced={"words.json": b'{"topics":{}}'}),
    ],
    ids=["absent", "no topics", "no words", "no text", "not those of the manifest"],
)
def test_without_words_all_is_told_as_it_is_recorded(
    page: Page, tmp_path: Path, bundle: Bundle
) -> None:
    """Nothing depends on them, and words that nobody signed are not shown."""
    choose(page, tmp_path, bundle).locator("#start").click()
    figure = page.locator(".figure[data-year='2024']")
    figure.locator("summary").first.click()
    expect(figure.locator(".breakdown td:first-child")).to_have_text(["202126", "203246"])
    expect(figure.locator("tbody").last).to_contain_text("advice.held")
    assert page.evaluate("ayumiReport.exit") == (1 if bundle.replaced else 0)


def test_what_is_not_seen_is_shown(page: Page, tmp_path: Path) -> None:
    """A text that turns the direction of writing, or breaks a line, could look like another."""
    turned = {"ja": "\u202e町\u2028", "en": "\u0007<i>town</i>"}
    topics = {"advice.held": {**turned, "fields": {"municipality": {**turned, "codes": {}}}}}
    whole = defined("consultations", count("advice.held"), stream=2, by=["municipality"])
    title = {"ja": "数字\u2066", "en": "figure"}
    definition = {**whole.fields["definition"], "title": title}
    event = Event("figure.defined", {**whole.fields, "definition": definition}, stream=2,
                  recorded=whole.recorded)  # fmt: skip
    events = (EVENTS[0], event, *EVENTS[2:])
    bundle = Bundle(events=events, words={"topics": topics})
    choose(page, tmp_path, bundle).locator("#start").click()
    page.locator(".figure > summary").first.click()
    expect(page.locator(".defined h3")).to_contain_text("数字\\u2066")
    expect(page.locator(".breakdown th").first).to_contain_text("\\u202e町\\u2028")
    expect(page.locator("td summary").first).to_contain_text("\\u0007<i>town</i>")
    assert not page.evaluate(r"/[\u202e\u2066\u2028\u0007]/.test(document.body.textContent)")


def test_a_name_that_every_object_has_is_a_name_like_others(page: Page, tmp_path: Path) -> None:
    """Whoever writes a bundle chooses them."""
    by = ["constructor"]
    event = defined("consultations", count("advice.held"), stream=2, by=by)
    stated = [
        {**one, "by": by, "rows": [{"by": [None], "value": one["value"]}],
         "parts": [{**one["parts"][0], "side": "constructor"}] * 2}
        for one in FIGURES
    ]  # fmt: skip
    bundle = Bundle(events=(EVENTS[0], event, *EVENTS[2:]), figures=tuple(stated))
    choose(page, tmp_path, bundle).locator("#start").click()
    page.locator(".figure > summary").first.click()
    expect(page.locator(".breakdown th").first).to_have_text("constructor")
    expect(page.locator(".figure tbody").last).to_contain_text("架空町")
