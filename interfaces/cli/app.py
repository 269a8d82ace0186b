"""The command line: `ayumi`."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import typer

from application.documents.ports import Spreadsheets
from application.service import Installation
from interfaces.cli import (
    ask,
    bundles,
    definitions,
    demo,
    evaluation,
    evidence,
    operate,
    order_forms,
    projections,
    restated,
    sheets,
    signing,
    views,
)
from interfaces.cli import files as files_of_evidence
from interfaces.cli.context import Context
from interfaces.settings import Settings

OpenInstallation = Callable[[Settings], AbstractContextManager[Installation]]


def create_cli(installation: OpenInstallation, files: Spreadsheets) -> typer.Typer:
    """Make the command line over an installation that opens when a command needs it."""
    cli = typer.Typer(
        name="ayumi",
        help="歩み: 育成・受発注・メンタリングの記録 / The record of a programme, and its proof.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )
    context = Context(installation)
    demo.add_to(cli, context, files)
    operate.add_to(cli, context)
    signing.add_to(cli, context)
    definitions.add_to(cli, context)
    projections.add_to(cli, context)
    ask.add_to(cli, context)
    evidence.add_to(cli, context)
    evaluation.add_to(cli, context)
    bundles.add_to(cli, context)
    files_of_evidence.add_to(cli, context)
    restated.add_to(cli, context)
    sheets.add_to(cli, context, files)
    views.add_to(cli, context)
    order_forms.add_to(cli, context)
    return cli
