"""`ayumi demo`: a programme recorded, shown as figures, and replayed for any day."""

from datetime import datetime, time
from typing import Annotated, Any

import typer
from rich.panel import Panel
from rich.table import Column, Table

from application.demo.expected import MOMENTS, checks
from application.demo.shown import SKILLS_OF, shown
from application.demo.story import record
from application.demo.teller import OPENED
from application.recorded import JAPAN
from interfaces.cli.context import AsJson, Context
from interfaces.cli.operate import serve_all

NAME = "demo"
Once = Annotated[bool, typer.Option("--once", help="表示して終わる / print and exit.")]


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add this command to the command line."""

    @cli.command()
    def demo(once: Once = False, as_json: AsJson = False) -> None:  # noqa: FBT002
        """実演: 架空の記録を作り、示し、再生する / Record an invented programme and show it."""
        with context.installation() as installation:
            installation.drop_simulated(NAME)
            at = datetime.combine(OPENED, time.min, JAPAN)
            consortium = installation.found(NAME, clock="simulated", at=at)
            commands = sum(1 for _ in record(consortium))
            consortium.projector.catch_up()
            found = list(checks(consortium))
            seen = shown(consortium, found, commands)
            context.say(seen, as_json=as_json, to_people=lambda: _show(context, seen))
            if not all(check.agrees for check in found):
                raise typer.Exit(1)
            if not once:
                _invite(context)
                serve_all(context, installation)


def _show(context: Context, seen: dict[str, Any]) -> None:
    context.screen.print(
        Panel(
            "立科町・大町市・糸魚川市の R6〜R8 の事業。計画は実際のもの、"
            "人・顧客・案件・支出・計上は[bold]すべて架空[/bold]です。\n"
            "The plan is real; people, clients, orders, payments and counts are invented.\n"
            "時計は模擬です / The clock of this record is simulated.",
            title="歩み Ayumi",
        )
    )
    context.screen.print(
        f"{seen['commands']} 件を記録し、位置 {seen['position']} まで進みました / "
        f"{seen['commands']} commands recorded, position {seen['position']}.",
        highlight=False,
    )
    context.screen.print(_kpis(seen))
    context.screen.print(_figures(seen))
    context.screen.print(_views(seen))
    wrong = [check for check in seen["checks"] if not check["agrees"]]
    if wrong:
        context.screen.print(f"{len(wrong)} 件が一致しません / disagree", style="bold red")
    else:
        context.screen.print(
            "どの値も、元の表から別に数えた値と一致しました / "
            "every value agrees with a second, independent count",
            style="green",
        )


def _kpis(seen: dict[str, Any]) -> Table:
    table = Table(
        Column("KPI", overflow="fold"),
        "目標\ntarget",
        "実績\nvalue",
        Column("", overflow="fold"),
        title="令和6年度の KPI / KPIs of R6",
    )
    for kpi in seen["kpis"]:
        why = kpi["why_no_value"]
        table.add_row(
            f"{kpi['kpi']}  {kpi['title']}",
            "、".join(f"{target:,}" for target in kpi["targets"].values()) or "—",
            "—" if kpi["value"] is None else f"{kpi['value']:,}",
            why["ja"] if why else kpi["unit"],
        )
    return table


def _figures(seen: dict[str, Any]) -> Table:
    table = Table("", *MOMENTS, title="同じ問い、三つの時点 / one question, three moments")
    for what in dict.fromkeys(check["what"] for check in seen["checks"]):
        cells = [
            f"{check['found']:,}"
            if check["agrees"]
            else f"[red]{check['found']} ≠ {check['expected']}"
            for check in seen["checks"]
            if check["what"] == what
        ]
        table.add_row(what, *cells, end_section=True)
    return table


def _views(seen: dict[str, Any]) -> Table:
    table = Table("", *MOMENTS, title="スキルと受注案件 / skills and engagements", show_lines=True)
    table.add_row(f"{SKILLS_OF} のスキル", *("\n".join(seen["skills"][m]) for m in MOMENTS))
    stages = seen["engagements"]
    for number in stages[next(iter(MOMENTS))]:
        table.add_row(number, *(stages[m].get(number, "—") for m in MOMENTS))
    return table


def _invite(context: Context) -> None:
    base = f"http://{context.settings.host}:{context.settings.port}/api/v1/c/{NAME}"
    asked = "programme=grant:dx-r6&fiscal_year=R6"
    context.screen.print("試す / try:  (Ctrl-C で終了 / stops)")
    for path in (
        "skill-map",
        "skill-map?valid_on=2024-12-31",
        "skill-map?as_of=2024-12-31",
        "engagement-board?valid_on=2024-12-31",
        f"figures/kpi1?{asked}&as_of=2024-12-31",
    ):
        context.screen.print(f"  curl -s '{base}/{path}'", highlight=False, soft_wrap=True)
