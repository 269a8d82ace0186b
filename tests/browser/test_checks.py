"""What stands before each line of what was checked: ○ is there only where it was, and it held."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import choose
from tests.browser.given import (
    EVENTS,
    FIGURES,
    KEYS,
    LOG_KEY,
    LOG_KIND,
    WITNESS_KEY,
    Bundle,
    Event,
    consultations,
    held,
    key_line,
    opened,
)

HONEST = Bundle()
OWN, BUNDLED = "お手元の以前の記録確定点", "資料に入っている以前の記録確定点"
CONTINUED = "（3件まで）から、何も消されずに続いている"
OTHER_DAY = held(10, "2024-05-02", "2024-05-10T00:00:00.000000Z")
NONE_YET = (FIGURES[0], consultations(2025, [], {}, {}))
OLDER = HONEST.having(events=EVENTS[:-1], figures=NONE_YET)
REWRITTEN = HONEST.having(events=(*EVENTS[:2], OTHER_DAY, *EVENTS[3:]))


def checks(
    page: Page, folder: Path, bundle: Bundle, previous: str | None = None, keys: str = KEYS
) -> Locator:
    """Give the lines of what was checked."""
    choose(page, folder, bundle)
    (folder / "ours.txt").write_text(keys, encoding="utf-8")
    page.set_input_files("#keys", folder / "ours.txt")
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
        (OLDER, HONEST.checkpoint(), {OWN: "△ （7件まで）より古い資料なので、続きかどうか"}),
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


def lines_of(*events: Event) -> bytes:
    """Give events.jsonl with these events."""
    return "".join(f"{line}\n" for line, _ in HONEST.having(events=events).lines()).encode()


LOG_LINE, WITNESS_LINE = KEYS.splitlines(keepends=True)
STRANGERS = key_line("ayumi/other/1", LOG_KIND, LOG_KEY) + WITNESS_LINE
FORGED = key_line("ayumi/kakuu/1", LOG_KIND, WITNESS_KEY) + WITNESS_LINE
ONE_SHORT, TWO_THERE = EVENTS[:4], EVENTS[5:]
ALTERED = {"events.jsonl": lines_of(*EVENTS[:2], OTHER_DAY, *EVENTS[3:])}
DROPPED = {"events.jsonl": lines_of(*ONE_SHORT, *TWO_THERE)}
WITHHELD = (*EVENTS[:2], Event(**{**vars(EVENTS[2]), "shown": False}), *EVENTS[3:])
WRONG = ({**FIGURES[0], "value": 4}, FIGURES[1])
NOBODY = Event("figure.withdrawn", {"effective_on": "2024-05-01"}, stream=2, version=2,
               recorded="2026-11-03T00:00:00.000000Z")  # fmt: skip
OF_NOTHING = tuple({**one, "programme": "grant:none"} for one in FIGURES)
SMALLER = HONEST.checkpoint(6).encode()
KEPT = HONEST.checkpoint(2)
SHOWN = {
    # In turn: signed, unaltered, none missing, the evaluator's own checkpoint continued, witnesses,
    # timestamp, figures.
    "everything holds": (HONEST, KEYS, "○○○○○－○"),
    "a simulated clock alone": (
        HONEST.having(events=(opened("simulated"), *EVENTS[1:])),
        KEYS,
        "○○○×○－○",
    ),
    "nobody is known to have signed": (HONEST, STRANGERS, "×△△△○－△"),
    "another has signed under the log's name": (HONEST, FORGED, "×△△△○－△"),
    "no witness is known": (HONEST, LOG_LINE, "○○○○△－○"),
    "nobody co-signed": (HONEST.having(witnessed=False), KEYS, "○○○○×－○"),
    "a text beside is another": (HONEST.having(replaced={"README.txt": b"!"}), KEYS, "○×○○○－○"),
    "an event is another, the manifest signed anew": (
        HONEST.having(resigned=ALTERED),
        KEYS,
        "○×△△△－△",
    ),
    "a line is left out": (HONEST.having(replaced=DROPPED), KEYS, "○××△△－△"),
    "a line is left out, the manifest signed anew": (
        HONEST.having(resigned=DROPPED),
        KEYS,
        "○△×△△－△",
    ),
    "manifest and checkpoint name other sizes": (
        HONEST.having(resigned={"checkpoint.txt": SMALLER}),
        KEYS,
        "○××△△－△",
    ),
    "a fact is withheld": (HONEST.having(events=WITHHELD), KEYS, "○○○○○－△"),
    "a figure is another": (HONEST.having(figures=WRONG), KEYS, "○○○○○－×"),
    "there is no figure": (HONEST.having(events=(*EVENTS, NOBODY), figures=()), KEYS, "○○○○○－△"),
    "a timestamp of something else": (HONEST.having(timestamp=b"x"), KEYS, "○○○○○×○"),
}


@pytest.mark.parametrize("state", SHOWN)
def test_what_was_not_looked_at_never_gets_the_sign_of_what_holds(
    page: Page, tmp_path: Path, state: str
) -> None:
    """Signs stand for what was checked, line by line; what hangs on another line falls with it."""
    bundle, keys, expected = SHOWN[state]
    assert "".join(marks(checks(page, tmp_path, bundle, KEPT, keys))) == expected


def test_the_newer_of_two_checkpoints_is_the_one_to_keep(page: Page, tmp_path: Path) -> None:
    """An older bundle offers none in its place, and says what to ask for."""
    checks(page, tmp_path, OLDER, HONEST.checkpoint())
    expect(page.locator(".findings")).to_contain_text("7件以上の資料を求めてください")
    expect(page.get_by_role("button", name="記録確定点を保存する")).to_have_count(0)
    expect(page.locator("#result")).to_contain_text("お手元の記録確定点（7件まで）の方が新しい")


PUBLISHED = tuple(
    {key: one[key] for key in one if key != "parts"} | {"counted": len(one["counted"])}
    for one in FIGURES
)
UNWITNESSED = HONEST.having(witnessed=False)


@pytest.mark.parametrize(
    ("bundle", "keys", "said"),
    [
        (
            HONEST.having(events=(*EVENTS, NOBODY), figures=()),
            KEYS,
            ("数字は一つも", "「見つかった"),
        ),
        (
            HONEST.having(purpose="publication", figures=PUBLISHED),
            KEYS,
            ("数字は一つも", "計算し直"),
        ),
        (HONEST, STRANGERS, ("署名を確かめられません", "鍵を取り違えていないか")),
        (UNWITNESSED, KEYS, ("必要な署名がそろっていません", "署名のそろった資料")),
        (UNWITNESSED.having(resigned=ALTERED), KEYS, ("必要な署名が", "事務局と立会人に知らせて")),
    ],
)
def test_the_verdict_and_its_advice_fit_what_was_found(
    page: Page, tmp_path: Path, bundle: Bundle, keys: str, said: tuple[str, str]
) -> None:
    """It claims no more than was looked at, and lays nothing to a key that is right."""
    headline, advice = said
    checks(page, tmp_path, bundle, keys=keys)
    expect(page.locator(".verdict h2")).to_contain_text(headline)
    expect(page.locator(".verdict")).to_contain_text(advice)
    expect(page.locator(".verdict")).not_to_contain_text("確かめられました")
