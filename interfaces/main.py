"""Ties the floors together."""

from importlib.metadata import version

import typer


def run() -> None:
    """Print the version that is installed."""
    typer.echo(version("ayumi"))
