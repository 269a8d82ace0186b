"""What stands before each line of what was checked: ○ is there only where it was, and it held."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import choose
from tests.browser.given import EVENTS, Bundle, held

HONEST = Bundle()
OWN, BUNDLED = "お手元の以前の記録確定点", "資料に入っている以前の記録確定点"
CONTINUED = "（3件まで）から、何も消されずに続いている"
OTHER_DAY = held(10, "2024-05-02", "2024-05-10T00:00:00.000000Z")
REWRITTEN = HONEST.having(events=(*EVENTS[:2], OTHER_DAY, *EVENTS[3:]))


def checks(page: Page, folder: Path, bundle: Bundle, previous: str | None = None) -> Locator:
    """Give the lines of what was checked."""
    choose(page, folder, bundle)
    if previous:
        (folder / "earlier.txt").write_text(previous, encoding="utf-8")
        page.set_input_files("#previous", folder / "earlier.txt")
    page.locator("#start").click()
    expect(page.locator(".verdict")).to_be_visible()
    return page.locator(".checks > li")


def marks(lines: Locator) -> list[str]:
    """Give the sign before each line."""
    return lines.locator("> .mark > [aria-hidden]").all_inner_texts()


@pytest.mark.parametrize(
    ("bundle", "previous", "said"),
    [
        (HONEST, None, {OWN: "－ 渡されていません"}),
        (HONEST, HONEST.checkpoint(3), {OWN: f"○ {CONTINUED}"}),
        (HONEST, REWRITTEN.checkpoint(3), {OWN: "× （3件まで）の続きではない"}),
        (
            HONEST,
            HONEST.checkpoint(3).replace("— ayumi", "— another"),
            {OWN: "△ （3件まで）に正しい署名がない"},
        ),
        (
            REWRITTEN.having(previous=REWRITTEN.checkpoint(4)),
            None,
            {OWN: "－ 渡されていません", BUNDLED: "△ （4件まで）から続いている。ただし"},
        ),
        (
            HONEST.having(previous=HONEST.checkpoint(4)),
            HONEST.checkpoint(3),
            {OWN: f"○ {CONTINUED}", BUNDLED: "△ 運営者が何も消していない証明にはならない"},
        ),
        (
            HONEST.having(previous=REWRITTEN.checkpoint(4)),
            None,
            {OWN: "－ 渡されていません", BUNDLED: "× （4件まで）の続きではない"},
        ),
    ],
)
def test_a_checkpoint_out_of_the_bundle_never_earns_what_ones_own_does(
    page: Page, tmp_path: Path, bundle: Bundle, previous: str | None, said: dict[str, str]
) -> None:
    """Whoever rewrote the record can put in a checkpoint of what it is now."""
    lines = checks(page, tmp_path, bundle, previous)
    for heading in (OWN, BUNDLED):
        line = lines.filter(has_text=heading)
        expect(line).to_have_count(int(heading in said))
        if heading in said:
            sign, words = said[heading].split(" ", 1)
            assert marks(line) == [sign]
            expect(line).to_contain_text(words)
