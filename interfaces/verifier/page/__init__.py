"""The page `verify.html` out of its parts: one file that reads nothing but itself.

The parts are put together in the order of their need. The policy in the page names the hashes of
its script and its style: no other script runs in it, and nothing can be loaded or sent.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

PARTS = Path(__file__).parent
PAGE = PARTS.parent / "verify.html"
SCRIPTS = (
    "basics",
    "hash",
    "json",
    "tree",
    "archive",
    "note",
    "manifest",
    "events",
    "log",
    "definition",
    "figures",
    "stated",
    "witnesses",
    "continuation",
    "findings",
    "check",
    "words",
    "dom",
    "wording",
    "withheld",
    "definition_report",
    "figure_report",
    "checks",
    "report",
    "start",
)


def built() -> bytes:
    """Put the page together."""
    script = "\n".join(_part(f"{name}.js") for name in SCRIPTS)
    script = f'\n"use strict";\n{{\n{script}}}\n'
    style = _part("style.css")
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    page = _part("frame.html")
    for name, text in (("policy", policy), ("style", style), ("script", script)):
        page = page.replace(f"{{{name}}}", text, 1)
    return page.encode()


def _part(name: str) -> str:
    return (PARTS / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
