"""Asking the record: replay, kpi, trace."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import TypeAdapter, ValidationError
from rich.markup import escape
from rich.table import Column, Table

from application.asking.answers import Asked
from application.asking.moments import NotAMoment
from application.asking.query import Behind, OtherVersion, Stopped
from application.demo.plan_r6_r8 import GRANT
from application.evidence.replay import SUMS, replay
from application.evidence.trace import trace
from application.figures.achievement import AchievementAsked, answer_achievement
from application.figures.answers import FigureAsked, answer_figure
from application.figures.figures import definitions
from application.recorded import JAPAN
from application.service import Consortium
from domain.base.event import EARLIEST, LATEST, Programme
from domain.base.values.fiscal_year import fiscal_year_of, parse_fiscal_year
from interfaces.cli.context import AsJson, ConsortiumName, Context
from interfaces.cli.handing import CLERK, RECORDED, Taker, put


def a_day(text: str) -> date:
    """Read a day that records can be about; anything else is said to be none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day <= LATEST:
        days = f"{EARLIEST} - {LATEST}"
        raise typer.BadParameter(f"{text}: {days} の日を入れてください / Give a day of {days}.")
    return day


def a_year(text: str) -> int:
    """Read a fiscal year."""
    try:
        return parse_fiscal_year(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def a_programme(text: str) -> str:
    """Read whose scope something belongs to, as events have it."""
    try:
        return PROGRAMME.validate_python(text)
    except ValidationError:
        raise typer.BadParameter(
            f"{text}: common、grant:dx-r6、own:203246 の形で / Write it like one of these."
        ) from None


PROGRAMME = TypeAdapter[str](Programme)
DAY = "YYYY-MM-DD"
ValidOn = Annotated[
    date | None,
    typer.Option(
        "--valid-on", parser=a_day, metavar=DAY, help="基準日 / the day in the world; today."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        help="記録時点: 日、時刻、位置 / what was recorded by a day, a time or a position.",
    ),
]
FiscalYear = Annotated[
    int | None,
    typer.Option(
        "--fiscal-year", parser=a_year, metavar="R6", help="年度 / fiscal year: R6 or 2024."
    ),
]
ProgrammeName = Annotated[
    str,
    typer.Option(
        "--programme", parser=a_programme, metavar="PROGRAMME", help="事業区分 / whose scope."
    ),
]
HOW = {"as_it_happened": "随時", "late": "遅れ", "taken_over": "引継ぎ"}


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add these commands to the command line."""

    @cli.command("replay")
    def replay_(
        out: Annotated[Path, typer.Option("--out", help="出力先 / folder to write to.")],
        valid_on: ValidOn = None,
        as_of: AsOf = None,
        actor: Taker = CLERK,
        consortium: ConsortiumName = None,
    ) -> None:
        """ある時点の照会用の表をすべて JSON に / Write every projection of one moment."""
        with asking(context, consortium, caught_up=True) as found:
            asked = Asked(valid_on=valid_on, as_of=as_of)
            file = put(context, found, out / SUMS, replay(found, asked), actor)
            for name, content in file.parts.items():
                context.screen.print(f"{out / name}  {len(content):,} bytes", highlight=False)
            context.screen.print(f"{out / SUMS}  SHA-256 {file.sha256}\n{RECORDED}", soft_wrap=True)

    @cli.command()
    def kpi(  # noqa: PLR0913, PLR0917 - the parts of one question
        fiscal_year: FiscalYear = None,
        valid_on: ValidOn = None,
        as_of: AsOf = None,
        programme: ProgrammeName = GRANT,
        consortium: ConsortiumName = None,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """KPI の目標と実績、その他の指標 / Targets and values of the KPIs, and other figures."""
        with asking(context, consortium) as found:
            day = valid_on or found.today()
            year = fiscal_year or fiscal_year_of(day)
            answer = answer_achievement(found, AchievementAsked(programme, year, day, as_of))
            named = {each["figure"] for each in answer["kpis"]}
            position = answer["as_of"]["position"]
            others = sorted(definitions(found.log, valid_on=day, position=position).keys() - named)
            # At the same position, whatever is recorded meanwhile.
            pinned = [FigureAsked(code, programme, year, day, str(position)) for code in others]
            answer["figures"] = [
                answer_figure(found, each) | {"as_of": answer["as_of"]} for each in pinned
            ]
            context.say(answer, as_json=as_json, to_people=lambda: _show_kpis(context, answer))

    @cli.command("trace")
    def trace_(  # noqa: PLR0913, PLR0917 - the parts of one question
        figure: Annotated[str, typer.Argument(help="kpi1, budget-executed, …")],
        fiscal_year: FiscalYear = None,
        valid_on: ValidOn = None,
        as_of: AsOf = None,
        programme: ProgrammeName = GRANT,
        consortium: ConsortiumName = None,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """指標から、数えた事実へ / From a figure to the events that it counts."""
        with asking(context, consortium) as found:
            asked = FigureAsked(figure, programme, fiscal_year, valid_on, as_of)
            answer = trace(found, asked)
            context.say(answer, as_json=as_json, to_people=lambda: _show_trace(context, answer))


@contextmanager
def asking(
    context: Context, consortium: str | None, *, caught_up: bool = False
) -> Iterator[Consortium]:
    """Open the consortium; what cannot be answered about it is said in words."""
    with context.consortium(consortium, caught_up=caught_up) as found:
        try:
            yield found
        except NotAMoment as error:
            context.fail(f"--{error.word.replace('_', '-')}: {error}.")
        except (Behind, Stopped) as error:
            context.fail(f"{error} and goes no further; `ayumi doctor` says why.")
        except OtherVersion as error:
            context.fail(f"{error}; build it anew: ayumi projections rebuild.")


def _show_heading(context: Context, answer: dict[str, Any]) -> None:
    year = answer["fiscal_year"]["label"] if answer["fiscal_year"] else "全年度"
    moment = answer["as_of"]
    recorded = f"{in_japan(moment['recorded_at'])} まで" if moment["recorded_at"] else "—"
    context.screen.print(f"{answer['programme']}  {year}", highlight=False)
    context.screen.print(
        f"基準日 {answer['valid_on']}  記録時点 {moment['asked'] or '現在'}"
        f"（記録は {recorded}、位置 {moment['position']}）",
        highlight=False,
        markup=False,
    )


def show_notes(context: Context, answer: dict[str, Any]) -> None:
    """Print what there is to know of an answer."""
    for note in answer["notes"]:
        context.screen.print(f"※ {note['ja']} / {note['en']}", highlight=False)


def _show_kpis(context: Context, answer: dict[str, Any]) -> None:
    title_column = Column("指標", overflow="fold")
    table = Table(title_column, "目標", "実績", "単位", *HOW.values())
    for kpi in answer["kpis"]:
        title = f"{kpi['kpi']}  {kpi['title']}"
        target = "、".join(f"{value:,}" for value in kpi["targets"].values()) or "—"
        table.add_row(title, target, _value(kpi), kpi["unit"], *_how(kpi))
    for figure in answer["figures"]:
        words = figure["definition"]
        title = f"{figure['figure']}  {words['title']['ja']}"
        table.add_row(title, "", _value(figure), words["unit"]["ja"], *_how(figure))
    _show_heading(context, answer)
    if table.row_count:
        context.screen.print(table)
    else:
        context.screen.print(
            "この事業区分の計画も指標の定義も、まだ記録されていません / "
            "Neither a plan nor a definition of a figure has been recorded for this programme yet."
        )
    for kpi in [*answer["kpis"], *answer["figures"]]:
        if why := kpi["why_no_value"]:
            context.screen.print(f"※ {kpi['figure']}: {why['ja']} / {why['en']}", highlight=False)
    show_notes(context, answer)


def _show_trace(context: Context, answer: dict[str, Any]) -> None:
    _show_heading(context, answer)
    value, definition = _value(answer), answer["definition"]
    if definition:
        context.screen.print(f"{definition['title']['ja']}: {value} {definition['unit']['ja']}")
        context.screen.print(definition["sentence"]["ja"])
    else:
        context.screen.print(f"{answer['figure']}: {value}")
    if why := answer["why_no_value"]:
        context.screen.print(f"※ {why['ja']} / {why['en']}", highlight=False)
    evidence = answer["evidence"]
    context.screen.print(
        f"証拠のあるもの {evidence['shown']}、不足 {evidence['missing']}"
        f" / evidence: {evidence['shown']}, missing: {evidence['missing']}",
        highlight=False,
    )
    said = Column("内容", overflow="fold")
    table = Table("位置", "基準日", "記録日", "経緯", Column("入力者", overflow="fold"), said)
    for event in answer["events"]:
        table.add_row(
            str(event["position"]),
            event["effective_on"],
            in_japan(event["recorded_at"]),
            HOW[event["how"]],
            event["actor"],
            escape(event["sentence"]["ja"]),
        )
    context.screen.print(table)
    show_notes(context, answer)


def in_japan(recorded_at: str) -> str:
    """Give the day in Japan of a time of recording."""
    return datetime.fromisoformat(recorded_at).astimezone(JAPAN).date().isoformat()


def _value(answer: dict[str, Any]) -> str:
    return "—" if answer["value"] is None else f"{answer['value']:,}"


def _how(answer: dict[str, Any]) -> list[str]:
    return [str(answer["recorded"][how]) for how in HOW]
