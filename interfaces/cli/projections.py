"""Projections as their operator sees them: status, rebuild, check."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from rich import progress as bars
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from application.asking.moments import NotAMoment, as_of
from application.projecting.check import Checked
from application.projecting.projection import Projection
from application.projecting.rebuild import (
    Busy,
    Comparison,
    Progress,
    Rebuilt,
    Show,
    ViewInUse,
    cancel,
    rebuild,
)
from application.registry import PROJECTIONS
from application.service import Consortium
from interfaces.cli.context import AsJson, ConsortiumName, Context

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME]...", help="表の名 / all if none")
]
INTERRUPTED = 130


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add these commands to the command line."""
    group = typer.Typer(no_args_is_help=True, help="照会用の表 / Projections.")
    cli.add_typer(group, name="projections")

    @group.command()
    def status(consortium: ConsortiumName = None, as_json: AsJson = False) -> None:  # noqa: FBT002
        """位置と遅れ / Where each projection is, and why one stopped."""
        with context.consortium(consortium) as found:
            rows = told_status(found)
            context.say(rows, as_json=as_json, to_people=lambda: show_status(context, rows))

    @group.command("rebuild")
    def rebuild_(
        name: Names = None,
        yes: Annotated[  # noqa: FBT002
            bool,
            typer.Option("--yes", "-y", help="差があっても切り替える / switch, whatever differs."),
        ] = False,
        cancelled: Annotated[  # noqa: FBT002
            bool, typer.Option("--cancel", help="作りかけを捨てる / drop what was begun.")
        ] = False,
        consortium: ConsortiumName = None,
    ) -> None:
        """作り直す / Build projections anew beside the old ones, compare, then switch to them."""
        wanted = _named(context, name)
        with _refusals(context), _ended_in_order(), context.consortium(consortium) as found:
            if cancelled:
                dropped = cancel(found.building, wanted)
                names = ", ".join(dropped) or "—"
                context.screen.print(f"捨てた作りかけ / dropped: {names}", highlight=False)
                return
            with _progress(context) as show:
                rebuilt = rebuild(
                    found.log,
                    found.store,
                    found.building,
                    wanted,
                    show=show,
                    accept=lambda compared: yes or _agreed(context, compared),
                )
            _show_rebuilt(context, rebuilt)
            if len(rebuilt.switched) < len(wanted):
                raise typer.Exit(1)

    @group.command()
    def check(
        name: Names = None,
        as_of_text: Annotated[
            str | None,
            typer.Option("--as-of", help="記録時点 / as of a day, a time or a position."),
        ] = None,
        consortium: ConsortiumName = None,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """点検 / Fold a prefix of the record from nothing, and compare byte for byte."""
        wanted = _named(context, name)
        with context.consortium(consortium, caught_up=True) as found, _refusals(context):
            position = as_of(found.log, as_of_text).position
            checked = list(found.checker.check(wanted, position))
            told = [{"right": one.right} | {k: getattr(one, k) for k in FIELDS} for one in checked]
            context.say(told, as_json=as_json, to_people=lambda: _show_checked(context, checked))
            if not all(one.right for one in checked):
                raise typer.Exit(1)


FIELDS = ("name", "position", "rows", "missing", "surplus", "example")


def told_status(consortium: Consortium) -> list[dict[str, Any]]:
    """Give where each projection is, as plain values."""
    return [place.told() for place in consortium.projector.places()]


def show_status(context: Context, rows: list[dict[str, Any]]) -> None:
    """Print where each projection is."""
    table = Table("projection", "version", "position", "lag", "stopped at", "event", "why")
    for row in rows:
        table.add_row(*("" if value is None else escape(str(value)) for value in row.values()))
    context.screen.print(table)


def _named(context: Context, names: list[str] | None) -> list[Projection[Any]]:
    if unknown := set(names or ()) - PROJECTIONS.keys():
        context.fail(
            f"No projection {', '.join(sorted(unknown))}; there are {', '.join(PROJECTIONS)}."
        )
    return [PROJECTIONS[name] for name in dict.fromkeys(names or PROJECTIONS)]


@contextmanager
def _refusals(context: Context) -> Iterator[None]:
    try:
        yield
    except (Busy, ViewInUse) as refused:
        context.fail(f"{refused}.")
    except NotAMoment as error:
        context.fail(f"--as-of: {error}.")
    except KeyboardInterrupt:
        context.fail(
            "中断しました。同じ命令で続きから再開します / "
            "Interrupted; the same command goes on from here.",
            INTERRUPTED,
        )


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """End on SIGTERM as on Ctrl-C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _progress(context: Context) -> Iterator[Show]:
    columns = (
        bars.TextColumn("作り直し / rebuilding"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[rows]:,} 行 / rows"),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=context.screen, transient=True) as bar:
        task = bar.add_task("", total=None, rows=0)

        def show(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.of, rows=progress.rows)
            if progress.done == progress.of:
                # What may be asked from here on must not be painted over.
                bar.stop()

        yield show


def _agreed(context: Context, compared: Sequence[Comparison]) -> bool:
    _show_comparisons(context, compared)
    if not sys.stdin.isatty():
        return False
    return typer.confirm("新しい表に切り替えますか / switch to the new tables?")


def _show_comparisons(context: Context, compared: Sequence[Comparison]) -> None:
    table = Table("projection", "版 / version", "", "いま / now", "新 / new", "いまだけ / only now",
                  "新だけ / only new", title="違い / differences")  # fmt: skip
    for one in compared:
        if one.equal:
            continue
        versions = f"{one.version_before} → {one.version_after}"
        counts = (f"{one.only_before:,}", f"{one.only_after:,}")
        rows = (f"{one.before.rows:,}", f"{one.after.rows:,}")
        table.add_row(one.name, versions, "行 / rows", *rows, *counts)
        for field, before in one.before.sums.items():
            table.add_row(
                "", "", f"計 {field}", f"{before:,}", f"{one.after.sums[field]:,}", "", ""
            )
    context.screen.print(table)


def _show_rebuilt(context: Context, rebuilt: Rebuilt) -> None:
    for name, why in rebuilt.failures.items():
        Console(stderr=True).print(f"{name}: {why}", style="bold red", markup=False)
    if rebuilt.switched:
        number, position = len(rebuilt.switched), rebuilt.position
        context.screen.print(
            f"{number} 件を作り直し、切り替えました（位置 {position}） /"
            f" Rebuilt {number} at position {position}.",
            highlight=False,
        )
    elif not rebuilt.failures:
        context.screen.print(
            "切り替えていません。作った表は残してあり、--yes で切り替わります / "
            "Not switched; what was built is kept, and --yes switches to it."
        )


def _show_checked(context: Context, checked: Sequence[Checked]) -> None:
    table = Table("projection", "position", "rows", "missing", "surplus", "")
    for one in checked:
        counts = (f"{n:,}" for n in (one.rows, one.missing, one.surplus))
        table.add_row(one.name, str(one.position), *counts, "一致 / equal" if one.right else "相違")
    context.screen.print(table)
    for one in checked:
        if one.example:
            context.screen.print(f"{one.name}: {one.example}", markup=False, highlight=False)
