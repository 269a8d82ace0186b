"""Play many sequences on every kind of stream, or on those that are named, and print what came.

    python -m tests.domain.sequences [--sequences 1000] [--seed NUMBER] [kind ...]

The exit status is 1 if a sequence breaks a rule, or if a command was never accepted. The same seed
plays the same sequences.
"""

import sys
from argparse import ArgumentParser
from random import SystemRandom
from time import monotonic
from traceback import format_exc

from rich.console import Console
from rich.table import Table

from application.registry import AGGREGATES
from tests.domain.sequences.playing import play
from tests.domain.sequences.tally import Tally


def main(arguments: list[str]) -> int:
    """Play, and print a line for each kind of stream."""
    parser = ArgumentParser(prog="python -m tests.domain.sequences")
    parser.add_argument("--sequences", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(2**32))
    parser.add_argument("kinds", nargs="*", choices=[[], *AGGREGATES], default=[])
    asked = parser.parse_args(arguments)
    screen = Console(width=160)
    screen.print(f"seed {asked.seed}")
    began = monotonic()
    tallies: list[Tally] = []
    broken: list[str] = []
    for kind in asked.kinds or AGGREGATES:
        screen.print(f"{monotonic() - began:6.0f} s  {kind}")
        tally = Tally(AGGREGATES[kind])
        tallies.append(tally)
        try:
            play(tally.aggregate, asked.sequences, asked.seed, tally)
        except Exception:  # noqa: BLE001 - whatever a command raises is what is looked for
            broken.append(kind)
            screen.print(format_exc(), markup=False)
    screen.print(_table(tallies))
    screen.print(f"{monotonic() - began:,.0f} s; broken: {', '.join(broken) or 'none'}")
    return int(bool(broken) or any(tally.never_accepted() for tally in tallies))


def _table(tallies: list[Tally]) -> Table:
    numbers = ("sequences", "commands", "told", "accepted", "refused", "events")
    table = Table("stream", *numbers, "accepted only as told", "never accepted")
    for tally in tallies:
        table.add_row(
            tally.aggregate.name,
            *(f"{number:,}" for number in _numbers(tally)),
            ", ".join(set(tally.only_told()) - set(tally.never_accepted())),
            ", ".join(tally.never_accepted()),
        )
    sums = [sum(column) for column in zip(*map(_numbers, tallies), strict=True)]
    table.add_section()
    table.add_row("", *(f"{number:,}" for number in sums))
    return table


def _numbers(tally: Tally) -> tuple[int, ...]:
    told, accepted = tally.told.total(), tally.accepted.total()
    refused = tally.refused.total()
    asked = told + accepted + refused
    return tally.sequences, asked, told, accepted, refused, tally.events


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
