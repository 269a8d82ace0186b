"""The page for evaluators shows pictures of the checker as it is."""

import re
from pathlib import Path
from struct import unpack

from playwright.sync_api import Browser

from tests.browser.pictures import FOLDER, take
from tests.docs.pages import links

PAGE = FOLDER.parent / "evaluator.md"
LARGEST_BYTES = 200_000
OTHER_FONTS = 0.1
"""Another machine's fonts make a picture that much higher or lower."""


def sizes(folder: Path) -> dict[str, tuple[int, int]]:
    """Give width and height of each picture in a folder."""
    return {each.name: unpack(">II", each.read_bytes()[16:24]) for each in folder.glob("*.png")}


def test_the_page_shows_each_picture_and_no_other() -> None:
    """Each is small, and says in words what it shows."""
    text = PAGE.read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^\]]+)\]\(pictures/([^)]+)\)", text)
    assert sorted(name for _, name in shown) == sorted(sizes(FOLDER))
    assert all(file.stat().st_size < LARGEST_BYTES for file in FOLDER.iterdir())
    assert len([link for link in links(text) if link.startswith("pictures/")]) == len(shown)


def test_they_are_of_the_page_as_it_is(browser: Browser, postgres_url: str, tmp_path: Path) -> None:
    """`make pictures` takes the same ones, in the same sizes; if not, take them anew."""
    take(browser, postgres_url, tmp_path)
    taken, kept = sizes(tmp_path), sizes(FOLDER)
    assert taken.keys() == kept.keys()
    for name, (width, height) in taken.items():
        assert width == kept[name][0]
        assert abs(height - kept[name][1]) < OTHER_FONTS * height, name
