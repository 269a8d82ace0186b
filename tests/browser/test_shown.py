"""What somebody sees who has never heard of a hash."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from interfaces.verifier.page import PAGE
from tests.browser.conftest import choose
from tests.browser.given import (
    EVENTS,
    FIGURES,
    KEYS,
    WITNESS,
    Bundle,
    Event,
    count,
    defined,
    opened,
)


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
        chosen.get_by_label(label).focus()
        expect(chosen.get_by_label(label)).to_be_focused()
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
    taken_over.locator("summary").click()
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
    for said in ("grant:kakuu", "2026-11-25", "令和6年度（2024）、令和7年度（2025）", "7件まで"):
        expect(chosen.locator(".about")).to_contain_text(said)
    expect(chosen.locator(".verdict")).to_contain_text("bundle.zip")


def test_the_text_of_a_bundle_stays_text(chosen: Page) -> None:
    """A stranger wrote it: it becomes neither HTML nor a link."""
    chosen.locator("#start").click()
    figure = chosen.locator(".figure[data-year='2025']")
    figure.locator("summary").first.click()
    figure.locator("td summary").click()
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


def test_findings_have_their_names_and_counts_their_thousands_parted(
    page: Page, tmp_path: Path
) -> None:
    """The name is what handbook and command call it."""
    many = {**FIGURES[0], "recorded": {**FIGURES[0]["recorded"], "late": 25000}}
    choose(page, tmp_path, Bundle(figures=(many, FIGURES[1]))).locator("#start").click()
    expect(page.locator(".findings > li > code")).to_have_text("figure-differs")
    expect(page.locator(".recorded").first).to_contain_text("31日より後に記録 25,000")


def test_what_is_suppressed_is_not_called_nothing(page: Page, tmp_path: Path) -> None:
    """A count of few persons is left out, in a value as in a row."""
    told = [
        {key: one[key] for key in one if key != "parts"} | {"counted": None, "suppressed": True}
        for one in FIGURES
    ]
    told[0] |= {"value": None, "rows": [{"by": ["203246"], "value": None}], "recorded": None}
    bundle = Bundle(purpose="publication", figures=tuple(told))
    choose(page, tmp_path, bundle).locator("#start").click()
    expect(page.locator(".sentence")).to_contain_text("証明は引き継いだ日から始まります")
    figure = page.locator(".figure[data-year='2024']")
    expect(figure.locator(".recorded")).to_contain_text("いつ記録されたかは示されていません")
    expect(figure.locator(".value")).to_contain_text("少人数のため伏せています")
    figure.locator("summary").first.click()
    expect(figure.locator(".breakdown td").last).to_contain_text("少人数のため伏せています")


def test_a_breakdown_that_is_not_told_is_said_not_to_be(page: Page, tmp_path: Path) -> None:
    """It is told whole or not at all; the value beside it may be."""
    told = [{key: one[key] for key in one if key != "parts"} | {"counted": 1} for one in FIGURES]
    told[0] |= {"rows": None, "suppressed": True}
    bundle = Bundle(purpose="publication", figures=tuple(told))
    choose(page, tmp_path, bundle).locator("#start").click()
    figure = page.locator(".figure[data-year='2024']")
    expect(figure.locator(".value")).to_contain_text("3")
    figure.locator("summary").first.click()
    expect(figure.locator(".breakdown")).to_contain_text("少人数のため伏せています")


def test_what_is_withheld_is_told_by_family_and_number(page: Page, tmp_path: Path) -> None:
    """And a value that was not recomputed stands neither as large nor as plain as one that was."""
    bundle = Bundle(events=(*EVENTS[:2], replace(EVENTS[2], shown=False), *EVENTS[3:]))
    choose(page, tmp_path, bundle).locator("#start").click()
    expect(page.locator(".findings")).to_contain_text("advice（grant:kakuu）：3番")
    expect(page.locator(".findings")).not_to_contain_text("mentorship")
    page.locator(".limits summary").click()
    for said in ("advice（grant:kakuu）：3番", "mentorship（grant:kakuu）：5番"):
        expect(page.locator(".limits")).to_contain_text(said)
    value = page.locator(".figure .value").first
    expect(value).to_contain_text("資料の記載 3件")
    size = "(value) => parseFloat(getComputedStyle(value).fontSize)"
    withheld = value.evaluate(size)
    choose(page, tmp_path, Bundle()).locator("#start").click()
    expect(value).not_to_contain_text("資料の記載")
    assert value.evaluate(size) > withheld


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


@pytest.mark.parametrize(
    ("where", "what"), [("body", "bundle"), (".step:has(#bundle)", "bundle"), ("#keys", "keys")]
)
def test_a_dropped_file_is_chosen(page: Page, where: str, what: str) -> None:
    """On one of the steps it is for that; anywhere else on the page it is the bundle."""
    page.evaluate(
        """(where) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["x"], "dropped"));
          document.querySelector(where).dispatchEvent(
            new DragEvent("drop", { dataTransfer, bubbles: true }));
        }""",
        where,
    )
    assert page.evaluate("(id) => document.getElementById(id).files[0].name", what) == "dropped"
    expect(page.locator(f"#{what}-chosen")).to_have_text("dropped")


def test_what_is_not_chosen_is_asked_for(page: Page, tmp_path: Path) -> None:
    """In the page's own words, whatever the language of the browser."""
    page.locator("#start").click()
    expect(page.locator("#bundle-chosen")).to_contain_text("「1. 資料」のファイルを選んでください")
    expect(page.locator("#bundle")).to_be_focused()
    choose(page, tmp_path, Bundle())
    expect(page.locator("#bundle-chosen")).to_have_text("bundle.zip")
    expect(page.locator("#previous-chosen")).to_contain_text("まだ選ばれていません")


def test_as_many_witnesses_can_be_demanded_as_there_can_be(chosen: Page) -> None:
    """A whole number from 1 on; anything else is asked for again, and nothing is checked."""
    required = chosen.locator("#required")
    chosen.locator("#question details summary").click()
    for odd in ("0", "-1", "1.5"):
        required.fill(odd)
        chosen.locator("#start").click()
        expect(required).to_be_focused()
        expect(chosen.locator("#progress")).to_contain_text("1以上の整数を入れるか、空欄に")
        assert chosen.evaluate("window.ayumiReport") is None
    required.fill("2")
    chosen.locator("#start").click()
    expect(chosen.locator(".verdict")).to_be_visible()
    assert chosen.evaluate("ayumiReport.required") == 2


def test_a_wrong_file_of_keys_is_not_laid_to_the_bundle(page: Page, tmp_path: Path) -> None:
    """Whoever takes one for the other should not think that what they were given is damaged."""
    choose(page, tmp_path, Bundle())
    page.set_input_files("#keys", tmp_path / "bundle.zip")
    page.locator("#start").click()
    verdict = page.locator(".verdict")
    expect(verdict).to_contain_text("鍵のファイルが読めません")
    expect(verdict).to_contain_text("資料はまだ調べていません")
    expect(verdict).to_contain_text("keys: not UTF-8")
    expect(verdict).not_to_contain_text("に確認")
    assert page.evaluate("ayumiReport") == {"exit": 64, "findings": []}


def test_a_file_of_keys_without_a_logs_is_ones_own_slip(page: Page, tmp_path: Path) -> None:
    """An empty one, or one with the keys of witnesses alone: no fault of whoever signed."""
    choose(page, tmp_path, Bundle())
    for text in ("", KEYS.splitlines()[1]):
        (tmp_path / "few.txt").write_text(text, encoding="utf-8")
        page.set_input_files("#keys", tmp_path / "few.txt")
        page.locator("#start").click()
        expect(page.locator(".verdict h2")).to_contain_text("記録の鍵がありません")
        expect(page.locator(".verdict .sign")).to_have_text("？")
        assert page.evaluate("ayumiReport") == {"exit": 64, "findings": []}
        page.locator("#again").click()


def test_it_is_told_which_file_was_checked(page: Page, tmp_path: Path) -> None:
    """By its SHA-256, whatever comes of it: a name is on many files."""
    for content in (Bundle().packed(), b"no bundle"):
        choose(page, tmp_path, Bundle())
        (tmp_path / "some.zip").write_bytes(content)
        page.set_input_files("#bundle", tmp_path / "some.zip")
        page.locator("#start").click()
        expect(page.locator(".which code")).to_have_text(sha256(content).hexdigest())


def test_a_wrong_earlier_checkpoint_is_not_laid_to_the_bundle(page: Page, tmp_path: Path) -> None:
    """Not even where the bundle is none, either."""
    choose(page, tmp_path, Bundle())
    page.set_input_files("#bundle", tmp_path / "keys.txt")
    page.set_input_files("#previous", tmp_path / "keys.txt")
    page.locator("#start").click()
    expect(page.locator(".verdict")).to_contain_text("以前の記録確定点が読めません")
    assert page.evaluate("ayumiReport") == {"exit": 64, "findings": []}


def test_ones_own_files_may_come_from_an_editor(page: Page, tmp_path: Path) -> None:
    """With CR LF, a mark of the byte order, and blanks behind a key as in a mail."""
    choose(page, tmp_path, Bundle())
    (tmp_path / "keys.txt").write_text(KEYS.replace("\n", " \u3000\r\n"), encoding="utf-8-sig")
    kept = Bundle().checkpoint().replace("\n", "\r\n")
    (tmp_path / "earlier.txt").write_text(kept, encoding="utf-8-sig", newline="")
    page.set_input_files("#keys", tmp_path / "keys.txt")
    page.set_input_files("#previous", tmp_path / "earlier.txt")
    page.locator("#start").click()
    expect(page.locator(".verdict")).to_be_visible()
    assert page.evaluate("[ayumiReport.exit, ayumiReport.own_checkpoint.state]") == [0, "continued"]


def test_it_is_told_of_how_many_witnesses_how_many_signed(page: Page, tmp_path: Path) -> None:
    """And who they are; where nobody's signature was looked at, none is called absent."""
    appointed = [
        Event(
            "witness.appointed",
            {"effective_on": "2024-05-01", "municipality": code, "name": f"witness/{name}",
             "key": KEYS.splitlines()[1]},
            "common",
            stream=99,
            version=version,
            recorded="2026-11-03T00:00:00.000000Z",
        )
        for version, code, name in ((1, "203246", "kakuu"), (2, "202126", "tonari"))
    ]  # fmt: skip
    bundle = Bundle(events=(*EVENTS, *appointed))
    choose(page, tmp_path, bundle).locator("#start").click()
    checks = page.locator(".checks")
    expect(checks).to_contain_text("2市町村のうち1市町村（求める数 1）")
    expect(checks).to_contain_text("署名なしnot signed202126 witness/tonari")
    assert page.evaluate("ayumiReport.appointed") == 2
    choose(page, tmp_path, bundle)
    (tmp_path / "log.txt").write_text(KEYS.splitlines()[0], encoding="utf-8")
    page.set_input_files("#keys", tmp_path / "log.txt")
    page.locator("#start").click()
    expect(checks).to_contain_text("立会人の署名は確かめていない（立会人は2市町村、求める数 1）")
    expect(checks).not_to_contain_text("署名なし")


def test_a_key_that_is_not_in_force_is_told_with_its_witness(page: Page, tmp_path: Path) -> None:
    """Its signature is there, and counts for nothing: neither signed nor not signed."""
    appointed = Event(
        "witness.appointed",
        {"effective_on": "2024-05-01", "municipality": "203246", "name": WITNESS,
         "key": KEYS.splitlines()[0]},
        "common",
        stream=99,
        recorded="2026-11-03T00:00:00.000000Z",
    )  # fmt: skip
    choose(page, tmp_path, Bundle(events=(*EVENTS, appointed))).locator("#start").click()
    expect(page.locator(".verdict")).to_contain_text("必要な署名がそろっていません")
    expect(page.locator(".findings")).to_contain_text("記録によれば有効でない鍵で署名した立会人")
    expect(page.locator(".findings")).to_contain_text(WITNESS)
    expect(page.locator(".checks")).to_contain_text("1市町村のうち0市町村（求める数 1）")
    expect(page.locator(".checks .places")).to_contain_text("有効でない鍵の署名")


def test_the_checkpoint_can_be_kept(chosen: Page) -> None:
    """As it stands in the bundle; but not one that is not what was signed."""
    chosen.locator("#start").click()
    with chosen.expect_download() as saving:
        chosen.get_by_role("button", name="記録確定点を保存する").click()
    assert saving.value.suggested_filename == "checkpoint-7.txt"
    assert Path(saving.value.path()).read_text(encoding="utf-8") == Bundle().checkpoint()


def test_of_an_altered_bundle_no_checkpoint_is_kept(page: Page, tmp_path: Path) -> None:
    """What is to be kept then is the file as it is."""
    altered = Bundle(replaced={"README.txt": b"!"})
    choose(page, tmp_path, altered).locator("#start").click()
    expect(page.locator(".verdict")).to_contain_text("書き換えられています")
    expect(page.get_by_role("button", name="記録確定点を保存する")).to_have_count(0)


def test_the_verdict_comes_first_and_is_announced(chosen: Page) -> None:
    """Nothing stands above it but a way back; the window's title tells it too."""
    chosen.locator("#start").click()
    expect(chosen.locator("#question")).to_be_hidden()
    expect(chosen.get_by_role("status")).to_contain_text("判定：確かめられました")
    assert chosen.title().startswith("○ 確かめられました")
    chosen.get_by_role("button", name="別の資料を確かめる").click()
    expect(chosen.locator("#question")).to_be_visible()
    expect(chosen.locator(".verdict")).to_have_count(0)
    assert chosen.title().startswith("検証資料")


def test_it_prints_on_paper(chosen: Page) -> None:
    """The verdict and what it rests on, without the form."""
    chosen.locator("#start").click()
    expect(chosen.locator(".verdict")).to_be_visible()
    chosen.emulate_media(media="print")
    expect(chosen.locator(".verdict")).to_be_visible()
    expect(chosen.locator("#again")).to_be_hidden()
    chosen.set_viewport_size({"width": 680, "height": 1000})
    assert chosen.evaluate("document.documentElement.scrollWidth") <= 680


def test_every_figure_is_reached_from_a_list_of_them(page: Page, tmp_path: Path) -> None:
    """A bundle may have dozens: each is named at the top, and a press leads to it."""
    other = defined("meetings", count("meeting.held"), stream=3)
    stated = [
        {**FIGURES[0], "code": "meetings", "by": [], "rows": [], "value": 0, "counted": [],
         "fiscal_year": year, "recorded": dict.fromkeys(FIGURES[0]["recorded"], 0),
         "parts": [{**FIGURES[0]["parts"][0], "value": 0, "counted": []}]}
        for year in (2024, 2025)
    ]  # fmt: skip
    events = (*EVENTS, replace(other, recorded="2026-11-03T00:00:00.000000Z"))
    bundle = Bundle(events=events, figures=(*FIGURES, *stated))
    choose(page, tmp_path, bundle).locator("#start").click()
    contents = page.locator(".contents button")
    expect(contents).to_have_text(
        ["架空の数字 consultationsan invented figure consultations",
         "架空の数字 meetingsan invented figure meetings"]
    )  # fmt: skip
    contents.last.click()
    expect(page.locator(".defined h3").last).to_be_focused()
    expect(page.locator(".defined h3").last).to_be_in_viewport()


def test_everything_opens_at_once_as_for_a_print(chosen: Page) -> None:
    """Years, records, definitions and places; and a list that goes on says so on paper, too."""
    chosen.locator("#start").click()
    everything = chosen.get_by_role("button", name="すべて開く")
    everything.click()
    expect(chosen.locator("#result details:not([open]):not(.for-programs)")).to_have_count(0)
    expect(chosen.locator(".definition dl")).not_to_have_count(0)
    expect(chosen.locator(".figure td dl")).to_have_count(4)
    chosen.get_by_role("button", name="すべて閉じる").click()
    expect(chosen.locator("#result details[open]")).to_have_count(0)


def test_words_for_late_records_stay_in_one_piece(page: Page, tmp_path: Path) -> None:
    """In a table, on a screen of any width, however long the sentence beside them is."""
    sentence = {"ja": "架空の長い文。" * 40, "en": "An invented long sentence. " * 40, "fields": {}}
    bundle = Bundle(words={"topics": {"advice.held": sentence}})
    chosen = choose(page, tmp_path, bundle)
    chosen.locator("#start").click()
    for width in (320, 680, 900):
        chosen.set_viewport_size({"width": width, "height": 800})
        if width == 320:
            chosen.locator(".figure[data-year='2024'] > summary").click()
        late = chosen.locator(".figure[data-year='2024'] .how").first
        expect(late).to_contain_text("31日より後に記録")
        lines = late.evaluate(
            """(element) => {
              const range = document.createRange();
              range.selectNode(element.firstChild);
              return new Set([...range.getClientRects()].map(({ top }) => top)).size;
            }"""
        )
        assert lines == 1
        assert chosen.evaluate("document.documentElement.scrollWidth") <= width


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
