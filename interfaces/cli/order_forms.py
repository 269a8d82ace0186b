"""The order form of a commission on the command line: `ayumi order-form`."""

from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer
from rich.markup import escape
from rich.table import Column, Table

from application.asking.moments import as_of as moment_of
from application.decision import NotFound
from application.documents.files import order_form_file
from application.documents.form import Form, FormSection, printed
from application.documents.order_form.answer import NoTerms, commissions_of, order_form
from application.documents.order_form.page import page
from application.service import Consortium
from application.viewing.answer import ViewAsked
from interfaces.cli.ask import AsOf, ValidOn, asking
from interfaces.cli.context import AsJson, ConsortiumName, Context
from interfaces.cli.handing import CLERK, RECORDED, Taker, put

STYLES = {"plain": "", "missing": "red", "open": "bold yellow"}


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add this command to the command line."""

    @cli.command("order-form")
    def order_form_(  # noqa: PLR0913, PLR0917 - the parts of one question
        order: Annotated[str, typer.Argument(metavar="ORDER", help="案件番号 / the order.")],
        worker: Annotated[str, typer.Argument(metavar="WORKER", help="ワーカー番号 / whose.")],
        ordinal: Annotated[
            int, typer.Option(min=1, help="連番 / which of several under one order.")
        ] = 1,
        out: Annotated[
            Path | None, typer.Option("--out", help=".xlsx に書く / write it to be printed.")
        ] = None,
        valid_on: ValidOn = None,
        as_of: AsOf = None,
        actor: Taker = CLERK,
        consortium: ConsortiumName = None,
        opened: Annotated[  # noqa: FBT002
            bool, typer.Option("--open", help="氏名を開く / open the name.")
        ] = False,
        as_json: AsJson = False,  # noqa: FBT002
    ) -> None:
        """注文書（業務委託条件明示書）の12項目 / The order form of a commission, to be printed."""
        if out and out.suffix != ".xlsx":
            context.fail(f"--out {out}: .xlsx で書きます / it is written as .xlsx.")
        asked = ViewAsked(valid_on, as_of, opened=opened)
        with asking(context, consortium) as found:
            commission = _commission(context, found, (order, worker, ordinal), as_of)
            try:
                answer = order_form(found, commission, asked)
            except NotFound:
                context.fail("その日にはまだありません / there was no such commission that day.")
            except NoTerms:
                context.fail(
                    "条件はその時点ではまだ明示されていません"
                    " / the terms had not been stated by then; record state-terms first."
                )
            if out:
                made = order_form_file(found, answer, opened=opened)
                put(context, found, out, made, actor)
                items = len(answer["items"])
                context.screen.print(f"{out}  {items} 項目 / items\n{RECORDED}", highlight=False)
                return
        context.say(answer, as_json=as_json, to_people=lambda: _show(context, page(answer)))


def _commission(
    context: Context, found: Consortium, said: tuple[str, str, int], as_of: str | None
) -> UUID:
    order, worker, ordinal = said
    there = commissions_of(found, order, moment_of(found.log, as_of).position)
    if not there:
        context.fail(
            f"案件 {order} の個別委託は記録されていません"
            f" / no commission of an order {order} is recorded."
        )
    if (worker, ordinal) not in there:
        known = ", ".join(f"{who} --ordinal {which}" for who, which in sorted(there))
        context.fail(
            f"案件 {order} に {worker} の {ordinal} 番目の個別委託はありません"
            f" / there is none of {worker} with ordinal {ordinal}; there are: {known}."
        )
    return there[worker, ordinal]


def _show(context: Context, form: Form) -> None:
    say: Any = context.screen.print
    say(f"[bold]{form.title.ja}[/bold] / {form.title.en}", highlight=False)
    for each in form.reference:
        say(f"{each.label.ja} {each.text.ja}", highlight=False, markup=False)
    say(form.addressee, highlight=False, markup=False)
    table = Table("", "項目 / item", "記載 / what it says", Column(overflow="fold"))
    for section in form.sections:
        _add(table, section)
    say(table)
    for note in form.notes:
        say(f"※ {printed(note)}", highlight=False, markup=False)
    say(form.footer, highlight=False, markup=False)


def _add(table: Table, section: FormSection) -> None:
    number, heading = section.number, printed(section.heading)
    for row in section.rows:
        style = STYLES[row.tone]
        table.add_row(number, heading, printed(row.label), escape(printed(row.text)), style=style)
        number = heading = ""
    table.add_section()
