"""What every command of the command line needs."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from application.ports import Indigestible, Unavailable
from application.service import Consortium, Installation, NoSuchConsortium
from interfaces.settings import Settings

ConsortiumName = Annotated[
    str | None,
    typer.Option(
        "--consortium", "-c", help="コンソーシアム / which consortium; the only one if one."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON で出力 / print JSON.")]


class Context:
    """Opens the installation and says things to people or programs."""

    def __init__(
        self, installation: Callable[[Settings], AbstractContextManager[Installation]]
    ) -> None:
        """Keep how to open the installation."""
        self.settings = Settings()
        self.screen = Console()
        self._open = installation

    @contextmanager
    def installation(self) -> Iterator[Installation]:
        """Open the installation as long as the context lasts."""
        try:
            with self._open(self.settings) as found:
                yield found
        except Unavailable as error:
            self.fail(f"The database did not answer in time; try again. ({error})")
        except Indigestible as error:
            self.fail(
                f"An event cannot be read: {error}."
                " It was written by another version of Ayumi, or spoilt in the database."
            )

    @contextmanager
    def consortium(self, name: str | None, *, caught_up: bool = False) -> Iterator[Consortium]:
        """Open the consortium that is named, set, or the only one; `caught_up` to be read."""
        with self.installation() as found:
            try:
                consortium = found.take_up(name or self.settings.consortium or self._only(found))
            except NoSuchConsortium as missing:
                names = ", ".join(found.names()) or "none"
                self.fail(f"There is no consortium {missing}; there are: {names}.")
            except ValueError as no_name:
                self.fail(str(no_name))
            if caught_up:
                consortium.projector.catch_up()
            yield consortium

    def _only(self, found: Installation) -> str:
        names = found.names()
        if len(names) != 1:
            there_are = ", ".join(names) or "none; `ayumi demo` or `ayumi open NAME` makes one"
            self.fail(f"Say which consortium with --consortium; there are: {there_are}.")
        return names[0]

    def say(self, value: Any, *, as_json: bool, to_people: Callable[[], None]) -> None:  # noqa: ANN401
        """Print for programs or for people."""
        if as_json:
            sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")
        else:
            to_people()

    def fail(self, message: str, status: int = 1) -> NoReturn:
        """Say what is wrong and what to do, and end with this status."""
        Console(stderr=True).print(message, style="bold red", highlight=False, markup=False)
        raise typer.Exit(status)
