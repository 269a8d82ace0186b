"""Asking the record: replay, kpi, trace."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from application.answers import Asked
from application.evidence.replay import replay
from application.figures.answers import FigureAsked, answer_figure
from application.figures.figures import definitions
from application.moments import as_of as moment_of
from application.service import Consortium
from domain.base.values.fiscal_year import parse_fiscal_year
from interfaces.cli.context import AsJson, ConsortiumName, Context

ValidOn = Annotated[
    datetime | None,
    typer.Option("--valid-on", formats=["%Y-%m-%d"], help="基準日 / the day in the world; today."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        help="記録時点: 日、時刻、位置 / what was recorded by a day, a time or a position.",
    ),
]
FiscalYear = Annotated[
    str | None, typer.Option("--fiscal-year", help="年度 / fiscal year: R6 or 2024.")
]
ProgrammeName = Annotated[str, typer.Option("--programme", help="事業区分 / whose scope.")]
GRANT = "grant:dx-r6"


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add these commands to the command line."""

    @cli.command("replay")
    def replay_(
        out: Annotated[Path, typer.Option("--out", help="出力先 / folder to write to.")],
        valid_on: ValidOn = None,
        as_of: AsOf = None,
        consortium: ConsortiumName = None,
    ) -> None:
        """ある時点の照会用の表をすべて JSON に / Write every projection of one moment."""
        with context.consortium(consortium, caught_up=True) as found:
            out.mkdir(parents=True, exist_ok=True)
            asked = Asked(valid_on=valid_on.date() if valid_on else None, as_of=as_of)
            for name, content in replay(found, asked):
                (out / f"{name}.json").write_bytes(content)
                context.screen.print(f"{out / name}.json  {len(content):,} bytes", highlight=False)

    @cli.command()
    def kpi(  # noqa: PLR0913, PLR0917 - the parts of one question
        fiscal_year: FiscalYear = None,
        valid_on: ValidOn = None,
        as_of: AsOf = None,
        programme: ProgrammeName = GRANT,
        consortium: ConsortiumName = None,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """指標の値 / The value of every figure that has a definition in force."""
        with context.consortium(consortium) as found:
            answers = [
                answer_figure(found, each)
                for each in _asked(found, programme, fiscal_year, valid_on, as_of)
            ]
            context.say(answers, as_json=as_json, to_people=lambda: show_figures(context, answers))

    @cli.command()
    def trace(  # noqa: PLR0913, PLR0917 - the parts of one question
        figure: Annotated[str, typer.Argument(help="kpi1, budget-executed, …")],
        fiscal_year: FiscalYear = None,
        valid_on: ValidOn = None,
        as_of: AsOf = None,
        programme: ProgrammeName = GRANT,
        consortium: ConsortiumName = None,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """指標から、数えた事実へ / From a figure to the events that it counts."""
        with context.consortium(consortium) as found:
            asked = FigureAsked(
                figure,
                programme,
                parse_fiscal_year(fiscal_year) if fiscal_year else None,
                valid_on.date() if valid_on else None,
                as_of,
            )
            answer = answer_figure(found, asked)
            context.say(answer, as_json=as_json, to_people=lambda: show_figures(context, [answer]))


def _asked(
    consortium: Consortium,
    programme: str,
    fiscal_year: str | None,
    valid_on: datetime | None,
    as_of: str | None,
) -> list[FigureAsked]:
    day = valid_on.date() if valid_on else consortium.today()
    position = moment_of(consortium.log, as_of).position
    year = parse_fiscal_year(fiscal_year) if fiscal_year else None
    codes = sorted(definitions(consortium.log, valid_on=day, position=position))
    return [FigureAsked(code, programme, year, day, as_of) for code in codes]


def show_figures(context: Context, answers: list[dict[str, Any]]) -> None:
    """Print figures with their moment, and how their facts came to be recorded."""
    if not answers:
        context.screen.print("効力のある定義がありません / no definition is in force")
        return
    first = answers[0]
    table = Table("指標 / figure", "値 / value", "単位", "随時", "遅れ", "引継ぎ")
    for answer in answers:
        definition = answer["definition"] or {"title": {"ja": answer["figure"]}, "unit": {"ja": ""}}
        value = "—" if answer["value"] is None else f"{answer['value']:,}"
        how = answer["recorded"]
        table.add_row(
            f"{answer['figure']}  {definition['title']['ja']}",
            value,
            definition["unit"]["ja"],
            *(str(how[name]) for name in ("as_it_happened", "late", "taken_over")),
        )
    year = first["fiscal_year"]["label"] if first["fiscal_year"] else "全年度"
    context.screen.print(
        f"{first['programme']}  {year}  基準日 {first['valid_on']}  "
        f"記録時点 {first['as_of']['recorded_at'] or '—'}（位置 {first['as_of']['position']}）",
        highlight=False,
    )
    context.screen.print(table)
    for note in first["notes"]:
        context.screen.print(f"※ {note['ja']} / {note['en']}", highlight=False)
