"""What somebody sees who has never heard of a hash."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from interfaces.verifier.page import PAGE
from tests.browser.given import EVENTS, FIGURES, KEYS, Bundle, opened


@pytest.fixture
def chosen(page: Page, tmp_path: Path) -> Page:
    """Give the page with an honest bundle and the keys chosen."""
    return choose(page, tmp_path, Bundle())


def choose(page: Page, folder: Path, bundle: Bundle) -> Page:
    """Choose the files as anybody would."""
    (folder / "bundle.zip").write_bytes(bundle.packed())
    (folder / "keys.txt").write_text(f"# 架空\r\n{KEYS}", encoding="utf-8")
    page.set_input_files("#bundle", folder / "bundle.zip")
    page.set_input_files("#keys", folder / "keys.txt")
    return page


def test_the_verdict_is_said_in_words_of_both_languages(chosen: Page) -> None:
    """A sign stands beside the words; colour alone says nothing."""
    chosen.get_by_role("button", name="確かめる").click()
    verdict = chosen.locator(".verdict")
    expect(verdict).to_contain_text("確かめられました")
    expect(verdict).to_contain_text("Verified")
    expect(verdict).to_contain_text("○")
    expect(chosen.locator("#result")).to_be_focused()
    assert chosen.evaluate("ayumiReport.exit") == 0


def test_the_page_is_worked_with_the_keyboard_alone(chosen: Page) -> None:
    """Every step has a label, and a figure opens like any other part."""
    for label in ("1. 資料", "2. 鍵のファイル", "3. 以前の記録確定点"):
        expect(chosen.get_by_label(label)).to_have_count(1)
    chosen.locator("#start").focus()
    chosen.keyboard.press("Enter")
    summary = chosen.locator(".figure > summary").first
    expect(summary).to_be_visible()
    summary.focus()
    chosen.keyboard.press("Enter")
    expect(chosen.locator(".figure table").first).to_be_visible()


def test_a_figure_opens_into_the_records_that_were_counted(chosen: Page) -> None:
    """Position, day, when and how each was recorded, its topic and its open fields."""
    chosen.locator("#start").click()
    figure = chosen.locator(".figure[data-year='2024']")
    figure.locator("summary").first.click()
    rows = figure.locator("tbody").last.locator("tr")
    expect(rows).to_have_count(3)
    taken_over = rows.nth(2)
    for said in ("6", "2024-07-01", "2026-11-02", "advice.held", "引き継ぎ", "203246"):
        expect(taken_over).to_contain_text(said)


def test_how_the_records_came_about_is_never_passed_over(chosen: Page) -> None:
    """Within 31 days, later, taken over; and where the proof begins for the last."""
    chosen.locator("#start").click()
    expect(chosen.locator(".counts dd")).to_have_text(["1", "2", "1"])
    expect(chosen.locator(".sentence")).to_contain_text("証明は引き継いだ日から始まります")
    expect(chosen.locator(".sentence")).to_contain_text(
        "For what was taken over, the proof begins on the day of taking over."
    )
    expect(chosen.locator("#result")).to_contain_text("事実として正しかったこと")


def test_that_a_figure_can_still_change_is_told_where_its_day_lies_ahead(
    page: Page, tmp_path: Path
) -> None:
    """As a fact and no finding; not where something was recorded on that day or later."""
    said = "2026-11-25 lies after the day of the last record shown (2026-11-02)"
    choose(page, tmp_path, Bundle()).locator("#start").click()
    expect(page.locator("#result")).to_contain_text(said)
    expect(page.locator("#result")).to_contain_text("数字は変わりえます")
    assert page.evaluate("ayumiReport.findings") == []

    later = replace(EVENTS[-1], version=2, recorded="2026-11-24T15:00:00.000000Z")
    page.reload()
    choose(page, tmp_path, Bundle(events=(*EVENTS, later))).locator("#start").click()
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.locator("#result")).not_to_contain_text("lies after the day")


def test_it_is_told_what_was_asked(chosen: Page) -> None:
    """Whoever makes a bundle chooses programme, day and years: a reader sees which they are."""
    chosen.locator("#start").click()
    expect(chosen.locator("#result")).to_contain_text(
        "Programme grant:kakuu, as of 2026-11-25, fiscal years 2024, 2025"
    )


def test_the_text_of_a_bundle_stays_text(chosen: Page) -> None:
    """A stranger wrote it: it becomes neither HTML nor a link."""
    chosen.locator("#start").click()
    figure = chosen.locator(".figure[data-year='2025']")
    figure.locator("summary").first.click()
    expect(figure).to_contain_text("<b>太字</b> & 髙﨑")
    assert chosen.locator("#result a, .figure td b").count() == 0


def test_limits_and_refusals_look_and_read_otherwise(page: Page, tmp_path: Path) -> None:
    """A verdict that is not "verified" is not mistaken for it."""
    simulated = Bundle(events=(opened("simulated"), *EVENTS[1:]))
    choose(page, tmp_path, simulated).locator("#start").click()
    expect(page.locator(".verdict")).to_contain_text("ただし限りがあります")
    expect(page.locator(".findings")).to_contain_text("模擬")
    wrong = Bundle(figures=({**FIGURES[0], "value": 30}, FIGURES[1]))
    choose(page, tmp_path, wrong).locator("#start").click()
    expect(page.locator(".verdict")).to_contain_text("数字が記録と合いません")
    expect(page.locator(".figure[data-year='2024']")).to_contain_text("計算し直すと違います")


def test_rows_that_do_not_add_up_are_explained(page: Page, tmp_path: Path) -> None:
    """Whoever adds them up would think that the figure is wrong."""
    more = [{**row, "value": 2} for row in FIGURES[0]["rows"]]
    for figure, said in ((FIGURES[0], 0), ({**FIGURES[0], "rows": more}, 1)):
        choose(page, tmp_path, Bundle(figures=(figure, FIGURES[1]))).locator("#start").click()
        page.locator(".figure > summary").first.click()
        expect(page.locator(".figure").first.get_by_text("内訳の合計")).to_have_count(said)


def test_a_few_places_are_told_at_once_and_many_when_they_are_asked_for(
    page: Page, tmp_path: Path
) -> None:
    """A publication has dozens of figures that cannot be recomputed."""
    unknown = tuple({**FIGURES[0], "code": f"a{number}"} for number in range(4))
    choose(page, tmp_path, Bundle(figures=FIGURES[:1])).locator("#start").click()
    expect(page.locator(".findings .places li").first).to_be_visible()
    expect(page.locator(".findings summary")).to_have_count(0)
    choose(page, tmp_path, Bundle(figures=(*unknown, *FIGURES))).locator("#start").click()
    expect(page.locator(".findings summary")).to_have_count(1)


def test_a_dropped_file_is_the_bundle(page: Page) -> None:
    """It may be dropped anywhere on the page."""
    page.evaluate(
        """() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["x"], "dropped.zip"));
          document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
        }"""
    )
    assert page.evaluate("document.getElementById('bundle').files[0].name") == "dropped.zip"


@pytest.mark.parametrize("width", [320, 375, 1200])
def test_the_page_fits_a_narrow_screen(chosen: Page, width: int) -> None:
    """Nothing has to be pushed sideways."""
    chosen.set_viewport_size({"width": width, "height": 800})
    chosen.locator("#start").click()
    chosen.locator(".figure > summary").first.click()
    expect(chosen.locator(".figure table").first).to_be_visible()
    assert chosen.evaluate("document.documentElement.scrollWidth") <= width


def test_a_browser_that_cannot_check_signatures_gives_no_verdict(browser: Browser) -> None:
    """It says so, and takes no files."""
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page.goto(PAGE.as_uri())
    expect(page.locator("#progress")).to_contain_text("署名を確かめられないため")
    expect(page.locator("#question")).to_be_hidden()
    page.close()
