"""The pictures of docs/evaluator.md: ``python -m tests.browser.pictures``, or ``make pictures``.

Each shows the page as it is, with a real bundle of the demonstration (架空) that two of its three
witnesses co-signed, so what an evaluator reads there is what the page says.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from application.evidence.signing import sign
from application.evidence.witnesses import cosign
from infrastructure.postgres.server import EmbeddedServer
from interfaces.verifier.page import PAGE
from interfaces.witness.checkpoint import Checkpoint, public
from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.given import archive
from tests.given_bundles import Made, demonstration, made, public_key, sign_at, witness_key

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WIDTH, HEIGHT, SCALE, MARGIN = 860, 1000, 1.1, 8
LAST_YEARS_SIZE, TARGET = 900, 15
"""How far the record had come when the evaluator of the pictures kept a checkpoint."""
KEYS = (("witness/tateshina", 1), ("witness/omachi", 2), ("witness/itoigawa", 1))
"""The witnesses' keys in force, by name and number; the last one has not co-signed."""


def take(browser: Browser, server: str, folder: Path) -> None:
    """Take every picture into a folder."""
    with TemporaryDirectory() as place:
        write_files(server, Path(place))
        page = browser.new_page(
            locale="ja-JP",
            viewport={"width": WIDTH, "height": HEIGHT},
            device_scale_factor=SCALE,
        )
        page.goto(PAGE.as_uri())
        _shoot(page, folder / "empty.png", "header", "#start")
        _check(page, Path(place), "evaluation.zip")
        _shoot(page, folder / "verdict.png", ".verdict", ".checks > li:nth-child(5)")
        figure = ".figure[data-code='kpi1'][data-year='2024']"
        page.locator(f"{figure} > summary").click()
        _shoot(page, folder / "figure.png", figure, f"{figure} tr:nth-child(2):has(time)")
        _check(page, Path(place), "evaluation.zip", "last-year.txt")
        _shoot(page, folder / "continued.png", "section:has(.checks)")
        _check(page, Path(place), "altered.zip")
        _shoot(page, folder / "altered.png", ".verdict", "section:has(.findings)")
        page.close()


def write_files(server: str, place: Path) -> None:
    """Write what an evaluator has: the bundle, the keys, last year's checkpoint; and a forgery."""
    with demonstration(server) as consortium:
        earlier = sign_at(consortium, LAST_YEARS_SIZE)
        note = sign(consortium).note.written()
        for witness, number in KEYS[:2]:
            key = witness_key(witness, number)
            cosign(consortium, Checkpoint.read(note.encode()).cosigned(witness, key).decode())
        bundle = made(consortium, page=PAGE.read_bytes())
        lines = [
            public_key(consortium).written(),
            *(public(w, witness_key(w, n)).line for w, n in KEYS),
        ]
    (place / "keys.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (place / "last-year.txt").write_text(earlier.note.written(), encoding="utf-8")
    (place / "evaluation.zip").write_bytes(bundle.content)
    (place / "altered.zip").write_bytes(_altered(bundle))


def _altered(bundle: Made) -> bytes:
    """Write the target of KPI① over its value, as somebody might who wishes it were reached."""
    figures = bundle.figures()
    for figure in figures:
        if (figure["code"], figure["fiscal_year"]) == ("kpi1", 2024):
            figure["value"] = TARGET
    other = json.dumps({"figures": figures}, ensure_ascii=False, separators=(",", ":"))
    replaced = {"figures.json": other.encode()}
    return archive((name, replaced.get(name) or bundle.member(name)) for name in bundle.names())


def _check(page: Page, place: Path, bundle: str, previous: str | None = None) -> None:
    """Choose the files and let the page check them, as anybody would."""
    page.reload()
    chosen = {"#bundle": bundle, "#keys": "keys.txt", "#previous": previous}
    for field, file in chosen.items():
        if file:
            page.set_input_files(field, place / file)
    page.locator("#start").click()
    page.locator(".verdict").wait_for()


def _shoot(page: Page, file: Path, first: str, last: str | None = None) -> None:
    """Take what stands between the top of one part and the bottom of another."""
    top = page.locator(first).bounding_box()
    bottom = page.locator(last or first).bounding_box()
    assert top
    assert bottom
    scrolled = page.evaluate("scrollY")
    start = max(0, round(top["y"] + scrolled) - MARGIN)
    end = round(bottom["y"] + bottom["height"] + scrolled) + MARGIN
    page.screenshot(
        path=file,
        full_page=True,
        clip={"x": 0, "y": start, "width": WIDTH, "height": end - start},
        animations="disabled",
        caret="hide",
    )


if __name__ == "__main__":
    with EmbeddedServer.ephemeral() as server, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        FOLDER.mkdir(exist_ok=True)
        take(started, server.url, FOLDER)
        started.close()
