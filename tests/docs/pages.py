"""The pages of the handbook, taken apart: their blocks, their tables, what they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
FLOORS = ("domain", "application", "infrastructure", "interfaces", "tests", "docs")

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(rf"(?:{'|'.join(FLOORS)})/[\w./<>*-]*|[A-Z]\w+file")
_HOUSE_ROOM = re.compile(rf"(?:^ *|; )((?:{'|'.join(FLOORS)})/[\w./-]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block, and the word that says what it holds."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """Commands of a page, and lines of what they print, in their order; `…` stands for others."""

    page: Path
    commands: str
    printed: tuple[str, ...]


def blocks(text: str) -> list[Block]:
    """Give the fenced blocks of a page."""
    return [Block(*found.groups()) for found in _FENCE.finditer(text)]


def steps(page: Path) -> list[Step]:
    """Give what a page has its reader type, each with what the page says comes of it."""
    found: list[Step] = []
    fenced = blocks(page.read_text(encoding="utf-8"))
    for block, after in zip(fenced, [*fenced[1:], Block("", "")], strict=True):
        if block.language == "sh":
            shown = after.text if after.language in {"text", "json"} else ""
            lines = [line for line in shown.splitlines() if line.strip() not in {"", "…"}]
            found.append(Step(page, block.text, tuple(lines)))
    return found


def places(text: str) -> Iterator[str]:
    """Give every file, folder or pattern of one that a page names in code."""
    for code in re.findall(r"`([^`\n]+)`", _FENCE.sub("", text)):
        if _PLACE.fullmatch(code):
            yield code
    for block in blocks(text):
        if block.language == "house":
            yield from _HOUSE_ROOM.findall(block.text)


def is_there(place: str) -> bool:
    """Say whether a place exists; `<area>` stands for any name."""
    pattern = re.sub(r"<\w+>", "*", place)
    # A folder holds something: git keeps no empty one.
    return any(not path.is_dir() or any(path.iterdir()) for path in ROOT.glob(pattern.rstrip("/")))


def links(text: str) -> Iterator[str]:
    """Give every relative link of a page."""
    for target in re.findall(r"\]\(([^)\s]+)\)", _FENCE.sub("", text)):
        if "://" not in target:
            yield target


def table(text: str, first_heading: str) -> list[list[str]]:
    """Give the rows of the table whose first column is headed so."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    start = next(n for n, row in enumerate(rows) if row[0] == first_heading)
    found = []
    for row in rows[start + 2 :]:
        if len(row) != len(rows[start]) or set(row[0]) == {"-"}:
            break
        found.append(row)
    return found
