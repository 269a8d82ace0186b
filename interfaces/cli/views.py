"""Views on the command line: `ayumi view`."""

from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.cells import cell_len
from rich.markup import escape
from rich.table import Column, Table

from application.documents.exporting import Export
from application.documents.files import Written, view_file
from application.registry import VIEWS
from application.viewing.answer import ViewAsked, answer_view
from application.viewing.sheet import sheet
from application.viewing.view import Asks, View
from interfaces.cli.ask import AsOf, ValidOn, asking, in_japan, show_notes
from interfaces.cli.context import AsJson, ConsortiumName, Context
from interfaces.cli.handing import CLERK, RECORDED, Taker, put

LONGEST_CELL = 24
"""A cell that is longer than so many characters is folded."""
BETWEEN_CELLS = 3
FIVE_DIGITS = 10_000


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add this command to the command line."""

    @cli.command("view")
    def view_(  # noqa: PLR0913, PLR0917 - the parts of one question
        name: Annotated[str, typer.Argument(help=f"集計: {', '.join(VIEWS)}")],
        said: Annotated[
            list[str] | None, typer.Argument(metavar="KEY=VALUE…", help="条件 / what to ask for.")
        ] = None,
        valid_on: ValidOn = None,
        as_of: AsOf = None,
        consortium: ConsortiumName = None,
        opened: Annotated[  # noqa: FBT002
            bool, typer.Option("--open", help="個人の値を開く / open personal values.")
        ] = False,
        out: Annotated[
            Path | None, typer.Option("--out", help=".xlsx か .csv に書く / write a spreadsheet.")
        ] = None,
        actor: Taker = CLERK,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """集計と期限の一覧 / What falls due, what was paid, what is missing: by a view's name."""
        view = VIEWS.get(name) or context.fail(f"There is no view {name}: {', '.join(VIEWS)}.")
        asks = _asks(context, view, said or [])
        with asking(context, consortium) as found:
            asked = ViewAsked(valid_on, as_of, opened=opened)
            answer = answer_view(found, view, asks, asked)
            if out is None:
                # A sheet looks the numbers of records up; what programs read has their ids.
                context.say(
                    answer,
                    as_json=as_json,
                    to_people=lambda: _show(context, sheet(found, view, answer), answer),
                )
                return
            written = Written("xlsx" if out.suffix == ".xlsx" else "csv")
            made = view_file(found, view, answer, written, opened=opened)
            put(context, found, out, made, actor)
        context.screen.print(f"{out}  {made.rows} 行 / rows\n{RECORDED}", highlight=False)


def _asks(context: Context, view: View[Any, Any], said: list[str]) -> Asks:
    pairs = [one.partition("=") for one in said]
    for word, equals, _ in pairs:
        if not equals:
            context.fail(f"{word}: write what to ask for as KEY=VALUE, such as {_words(view)}.")
    given = {word.replace("-", "_"): value for word, _, value in pairs}
    if len(given) < len(pairs):
        context.fail("Give each KEY=VALUE once.")
    try:
        asks: Asks = view.asks.model_validate_strings(given)
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, each['loc'])) or 'asked'}: {each['msg']}"
            for each in error.errors(include_input=False, include_url=False)
        )
        context.fail(f"{wrong}. {view.name} knows {_words(view)}.")
    return asks


def _words(view: View[Any, Any]) -> str:
    return ", ".join(f"{name}=…" for name in view.asks.model_fields) or "nothing"


def _show(context: Context, made: Export, answer: dict[str, Any]) -> None:
    said = answer["asked"].items()
    asked = "  ".join(f"{name}={value}" for name, value in said if value is not None)
    recorded_at = answer["as_of"]["recorded_at"]
    until = f"{in_japan(recorded_at)} まで" if recorded_at else "—"
    context.screen.print(f"{made.title}  {asked}", highlight=False)
    context.screen.print(
        f"基準日 {answer['valid_on']}  記録は {until}、位置 {answer['as_of']['position']}",
        highlight=False,
    )
    fits = _width(made) <= context.screen.width
    context.screen.print(_side_by_side(made) if fits else _line_by_line(made))
    show_notes(context, answer)


def _width(made: Export) -> int:
    """Give how wide a table has to be so that no cell takes more than two lines, and few that."""
    columns = zip(
        made.header, *([_written(cell) for cell in row] for row in made.rows), strict=True
    )
    widest = (max(map(cell_len, cells)) for cells in columns)
    return sum(min(width, LONGEST_CELL) + BETWEEN_CELLS for width in widest) + 1


def _side_by_side(made: Export) -> Table:
    table = Table(*(Column(header, overflow="fold") for header in made.header))
    for row in made.rows:
        table.add_row(*map(_written, row))
    return table


def _line_by_line(made: Export) -> Table:
    """Show each line as a block of its own, where there are too many columns to read."""
    table = Table("項目", Column("値", overflow="fold"))
    for row in made.rows:
        for header, cell in zip(made.header, row, strict=True):
            if cell not in {None, ""}:
                table.add_row(header, _written(cell))
        table.add_section()
    return table


def _written(cell: Any) -> str:  # noqa: ANN401 - any cell
    if cell is None:
        return ""
    # Four digits need no comma, and a year has none.
    return f"{cell:,}" if isinstance(cell, int) and abs(cell) >= FIVE_DIGITS else escape(str(cell))
