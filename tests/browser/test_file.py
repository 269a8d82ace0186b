"""The page is one file, put together from its parts, and it reaches for nothing else."""

import re

from playwright.sync_api import Page

from interfaces.verifier.page import PAGE, PARTS, SCRIPTS, built
from tests.browser.conftest import Check
from tests.browser.given import Bundle


def test_the_page_is_what_its_parts_make() -> None:
    """Whoever changes a part runs `make page`."""
    assert PAGE.read_bytes() == built()


def test_every_part_is_in_the_page() -> None:
    """No script lies beside the others unused."""
    assert {path.stem for path in PARTS.glob("*.js")} == set(SCRIPTS)


def test_no_part_is_long() -> None:
    """Who wants to trust the page has to be able to read it."""
    longest = max(len(path.read_text("utf-8").splitlines()) for path in PARTS.glob("*.*"))
    assert longest < 300


def test_the_page_knows_itself_to_the_byte(page: Page) -> None:
    """So it can tell whether the page in a bundle is another."""
    assert page.evaluate("ayumi.thisPage").encode() == PAGE.read_bytes()


def test_the_page_asks_for_nothing_but_itself(check: Check, requests: list[str]) -> None:
    """Opened from the disk, it never turns to the network."""
    requests.clear()
    check(Bundle().packed())
    assert requests == []


def test_the_page_could_not_reach_the_network(page: Page, errors: list[str]) -> None:
    """Even if something got into it: the browser itself is told to refuse."""
    refused = page.evaluate(
        """async () => {
          const told = [];
          document.addEventListener("securitypolicyviolation",
            (event) => told.push(event.effectiveDirective));
          await fetch("https://example.com/").catch(() => {});
          document.body.append(Object.assign(new Image(), { src: "https://example.com/i" }));
          document.body.append(Object.assign(document.createElement("script"),
            { textContent: "window.ran = true" }));
          await new Promise((resolve) => setTimeout(resolve, 50));
          return [...told, window.ran === undefined];
        }"""
    )
    assert all("Content Security Policy" in error for error in errors)
    errors.clear()
    assert set(refused) == {"connect-src", "img-src", "script-src-elem", True}


def test_the_page_names_no_address() -> None:
    """Nothing in it could be loaded or followed, and no text of a bundle can become HTML."""
    text = PAGE.read_text("utf-8")
    assert not re.findall(r"https?:|//[a-z]+\.|innerHTML|insertAdjacentHTML|document\.write", text)
