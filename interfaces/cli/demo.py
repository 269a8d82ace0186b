"""`ayumi demo`: a programme recorded, shown as figures, and replayed for any day."""

from datetime import datetime, time
from typing import Annotated, Any

import typer
from rich.panel import Panel
from rich.table import Column, Table

from application.demo.expected import MOMENTS, checks
from application.demo.shown import SKILLS_OF, shown
from application.demo.story import record
from application.demo.taken_over import ON, take_over
from application.demo.teller import OPENED
from application.documents.ports import Spreadsheets
from application.ports import ClockRefused
from application.recorded import JAPAN
from application.service import Consortium, Installation
from interfaces.cli.context import AsJson, Context
from interfaces.cli.operate import serve_all

NAME, SHEETS = "demo", "demo-sheets"
TakenOver = Annotated[
    bool,
    typer.Option(
        "--taken-over", help="同じ年度を表から引き継ぐ / take the years over from sheets."
    ),
]
Once = Annotated[bool, typer.Option("--once", help="表示して終わる / print and exit.")]


def add_to(cli: typer.Typer, context: Context, files: Spreadsheets) -> None:
    """Add this command to the command line."""

    @cli.command()
    def demo(
        once: Once = False,  # noqa: FBT002
        taken_over: TakenOver = False,  # noqa: FBT002
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """実演: 架空の記録を作り、示し、再生する / Record an invented programme and show it."""
        with context.installation() as installation:
            try:
                # Both or none: a real record of either name is left alone.
                for name in (SHEETS, NAME) if taken_over else (NAME,):
                    installation.drop_simulated(name)
            except ClockRefused as refused:
                context.fail(f"{refused}; the demonstration does not take its place.")
            if taken_over:
                consortium, how = _take_over(installation, files)
            else:
                consortium, how = _record(installation)
            if consortium.desk and consortium.desk.key() is None:
                # Its clock is simulated, and every checkpoint says so.
                consortium.desk.create_key()
            consortium.projector.catch_up()
            found = list(checks(consortium, ON if taken_over else None))
            seen = how | shown(consortium, found)
            context.say(seen, as_json=as_json, to_people=lambda: _show(context, seen))
            if not all(check.agrees for check in found):
                raise typer.Exit(1)
            if not once:
                _invite(context)
                serve_all(context, installation)


def _record(installation: Installation) -> tuple[Consortium, dict[str, Any]]:
    at = datetime.combine(OPENED, time.min, JAPAN)
    consortium = installation.found(NAME, clock="simulated", at=at)
    commands = sum(1 for _ in record(consortium))
    return consortium, {
        "how": {
            "ja": f"{commands} 件を、起きた順に記録しました。",
            "en": f"{commands} commands were recorded as things happened.",
        }
    }


def _take_over(
    installation: Installation, files: Spreadsheets
) -> tuple[Consortium, dict[str, Any]]:
    opened = datetime.combine(OPENED, time.min, JAPAN)
    source = installation.found(SHEETS, clock="simulated", at=opened)
    on = datetime.combine(ON, time.min, JAPAN)
    consortium = installation.found(NAME, clock="simulated", at=on)
    sheets = list(take_over(source, consortium, files))
    installation.drop_simulated(SHEETS)
    rows = sum(sheet.imported.rows for sheet in sheets)
    left = sum(sheet.seen.count("bad") + sheet.seen.count("in_doubt") for sheet in sheets)
    return consortium, {
        "how": {
            "ja": f"各月末の表 {len(sheets)} ファイルを {ON} に引き継ぎ、{rows} 行を記録しました"
            f"（その時は記録できなかった行 {left}）。",
            "en": f"{len(sheets)} sheets kept month by month were taken over on {ON}: {rows} rows"
            f" recorded, {left} not at the time.",
        }
    }


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
    how = seen["how"]
    context.screen.print(f"{how['ja']}（位置 {seen['position']}）\n{how['en']}", highlight=False)
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
        by_moment = {
            check["moment"]: _cell(check) for check in seen["checks"] if check["what"] == what
        }
        table.add_row(what, *(by_moment.get(one, "") for one in MOMENTS), end_section=True)
    return table


def _cell(check: dict[str, Any]) -> str:
    return _value(check) if check["agrees"] else f"[red]{check['found']} ≠ {check['expected']}"


def _value(check: dict[str, Any]) -> str:
    return "—" if check["found"] is None else f"{check['found']:,}"


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
