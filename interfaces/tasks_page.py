"""Writes docs/tasks.md: ``python -m interfaces.tasks_page``, or ``make handbook``."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from application.tasks import Row, rows
from domain.base.tasks import GROUPS
from domain.base.titles import both

PATH = Path(__file__).parents[1] / "docs" / "tasks.md"
HEAD = """# What the programme does, and where it is recorded

Every row of the programme's own list of work (the outline of the programme, R6, 資料4, and the plan
of the joint project), with the commands that record it, its events and how many of them the
demonstration holds, and the lists, views and figures that read them.
This page is written by `make handbook`; `domain/base/tasks.py` has the rows, and each event says in
`TASKS` to which of them it belongs. A correction or a voiding belongs to every task of what its
kind can mend.
"""


def text() -> str:
    """Give the table of tasks as it is committed."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield HEAD
    for group, tasks in groupby(rows(), key=lambda row: row.task.group):
        yield f"## {group} {both(GROUPS[group])}\n"
        yield "| task | commands | events (in the demonstration) | read by | events |"
        yield "|---|---|---|---|---|"
        yield from map(_line, tasks)
        yield ""


def _line(row: Row) -> str:
    events = _names(f"`{topic}` {count}" for topic, count in row.events.items())
    read_by = _names(
        f"{kind} {_names(f'`{name}`' for name in names)}"
        for kind, names in (
            ("lists", row.projections),
            ("views", row.views),
            ("figures", row.figures),
        )
        if names
    )
    commands = _names(f"`{name}`" for name in row.commands)
    named = f"{row.task.ja} / {row.task.en}"
    return f"| {named} | {commands} | {events} | {read_by} | {row.count} |"


def _names(names: Iterable[str]) -> str:
    return ", ".join(names) or "—"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
