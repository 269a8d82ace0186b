"""Run every benchmark of this folder: a table on the screen, and `build/benchmarks.json`.

A benchmark is a module with a `run`. Names of benchmarks may be given, to run only
those. The exit status is 1 if a target is missed.
"""

import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from rich.console import Console
from rich.table import Table

from tests import benchmarks
from tests.benchmarks import Measure

RESULT = Path("build/benchmarks.json")
VERDICTS = {None: "", True: "met", False: "MISSED"}


def main(chosen: list[str]) -> int:
    """Run the chosen benchmarks, or all of them."""
    runs = dict(_found())
    if unknown := set(chosen) - set(runs):
        sys.exit(f"no benchmark called {', '.join(sorted(unknown))}; there are {', '.join(runs)}")
    measured = {name: runs[name]() for name in chosen or runs}
    _write(measured)
    _show(measured)
    return int(any(each.met is False for all_of in measured.values() for each in all_of))


def _found() -> Iterator[tuple[str, Callable[[], list[Measure]]]]:
    for module in iter_modules(benchmarks.__path__):
        if module.name != "__main__":
            run = getattr(import_module(f"{benchmarks.__name__}.{module.name}"), "run", None)
            if run is not None:
                yield module.name, run


def _write(measured: dict[str, list[Measure]]) -> None:
    machine = {
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": os.cpu_count(),
    }
    results = [
        {"benchmark": name, **asdict(each)} for name, all_of in measured.items() for each in all_of
    ]
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps({"machine": machine, "measures": results}, indent=2) + "\n")


def _show(measured: dict[str, list[Measure]]) -> None:
    table = Table("benchmark", "measure", "value", "unit", "target", "")
    for name, all_of in measured.items():
        for each in all_of:
            value = f"{each.value:,.2f}" if each.value < 100 else f"{each.value:,.0f}"
            table.add_row(name, each.name, value, each.unit, each.target or "", VERDICTS[each.met])
        table.add_section()
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
