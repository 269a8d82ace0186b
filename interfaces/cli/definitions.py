"""Definitions of figures: `ayumi define-figures`."""

from datetime import date
from typing import Annotated

import typer

from application.execute import execute
from application.figures.publishing import to_publish
from application.recorded import Entry, Reason
from interfaces.cli.ask import DAY, a_day
from interfaces.cli.context import ConsortiumName, Context


def add_to(cli: typer.Typer, context: Context) -> None:
    """Add this command to the command line."""

    @cli.command("define-figures")
    def define_figures(
        since: Annotated[
            date,
            typer.Option(
                "--from",
                parser=a_day,
                metavar=DAY,
                help="効力の始まる日 / the day from which they are in force.",
            ),
        ],
        consortium: ConsortiumName = None,
        actor: Annotated[str, typer.Option(help="記録する人 / who records it.")] = "clerk",
    ) -> None:
        """標準の指標の定義を公表する / Publish the standard definitions of figures.

        What has a definition already stays as it is; a figure without one has no value.
        """
        with context.consortium(consortium) as found:
            entry = Entry(actor=actor, reason=Reason.DECISION)
            for command in to_publish(found.log, since):
                code = command.definition.code
                key = f"define|{code}|{command.definition.version}"
                execute(found.log, found.vault, command, entry, key=key, today=found.today())
                context.screen.print(f"{code}  {command.definition.title.ja}", highlight=False)
            found.projector.catch_up()
