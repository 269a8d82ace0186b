"""A real browser without a network, and the page that checks bundles, opened from the disk."""

import os
import shutil
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from interfaces.verifier.page import PAGE
from tests.browser.given import KEYS, Bundle

CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHECK = """async ([bundle, keys, previous, required]) => {
  const bytes = Uint8Array.fromBase64(bundle);
  return check(bytes, keys, previous, required);
}"""

Report = dict[str, Any]
Check = Callable[..., Report]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the Chromium of the machine; there is always one where changes are judged."""
    if CHROMIUM is None:
        if "CI" in os.environ:
            pytest.fail("chromium is missing")
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def requests() -> list[str]:
    """Give what pages have asked for."""
    return []


@pytest.fixture
def errors() -> list[str]:
    """Give what the browser complains of while a page is open."""
    return []


@pytest.fixture
def page(browser: Browser, requests: list[str], errors: list[str]) -> Iterator[Page]:
    """Give the page, freshly opened, with the network off; it may not report any error."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1200, "height": 900})
    context.set_offline(offline=True)

    def only_files(route: Route) -> None:
        requests.append(route.request.url)
        if route.request.url.startswith("file://"):
            route.continue_()
        else:
            route.abort()

    context.route("**/*", only_files)
    opened = context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    opened.goto(PAGE.as_uri())
    yield opened
    context.close()
    assert not errors


@pytest.fixture
def check(page: Page) -> Check:
    """Give what checks a bundle in the page."""

    def checked(
        bundle: bytes,
        keys: str = KEYS,
        previous: str | None = None,
        required: int | None = None,
    ) -> Report:
        sent = [b64encode(bundle).decode(), keys, previous, required]
        report: Report = page.evaluate(CHECK, sent)
        return report

    return checked


def choose(page: Page, folder: Path, bundle: Bundle) -> Page:
    """Choose the files as anybody would."""
    (folder / "bundle.zip").write_bytes(bundle.packed())
    (folder / "keys.txt").write_text(f"# 架空\r\n{KEYS}", encoding="utf-8")
    if page.locator("#again").is_visible():
        page.locator("#again").click()
    page.set_input_files("#bundle", folder / "bundle.zip")
    page.set_input_files("#keys", folder / "keys.txt")
    return page


@pytest.fixture
def chosen(page: Page, tmp_path: Path) -> Page:
    """Give the page with an honest bundle and the keys chosen."""
    return choose(page, tmp_path, Bundle())
