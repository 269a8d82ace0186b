"""Run every benchmark of this folder: a table on the screen, and `build/benchmarks.json`.

A benchmark is a module with a `run`; its docstring says what it measures, and its `LIMITS`, if it
has any, what stands in the way of more. Names of benchmarks may be given, to run only those. What
was measured is written into the page `docs/measurements.md`; of benchmarks that were not run, what
stands there stays. The exit status is 1 if a target is missed.
"""

import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from rich.console import Console
from rich.table import Table

from tests import benchmarks
from tests.benchmarks import Measure
from tests.benchmarks.logs import EVENTS

RESULT = Path("build/benchmarks.json")
PAGE = Path("docs/measurements.md")
HEAD = f"""# Measurements

What `make bench` printed when each part was last run; it writes this page. Figures depend on the
machine; ratios are of one run, both sides in turn. Logs are of
{" and ".join(f"{n:,}" for n in EVENTS.values())} made-up events.
"""
VERDICTS = {None: "", True: "met", False: "MISSED"}


def main(chosen: list[str]) -> int:
    """Run the chosen benchmarks, or all of them."""
    # The rebuild goes first: it is compared with what the library does just before and after it.
    modules = dict(sorted(_found(), key=lambda found: found[0] != "rebuild"))
    if unknown := set(chosen) - set(modules):
        names = ", ".join(modules)
        sys.exit(f"no benchmark called {', '.join(sorted(unknown))}; there are {names}")
    measured: dict[str, list[Measure]] = {}
    for name in chosen or modules:
        measured[name] = modules[name].run()
        # Whatever goes wrong later, what took so long is kept.
        _write(measured)
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    PAGE.write_text(_page(modules, measured, before), encoding="utf-8")
    _show(measured)
    return int(any(each.met is False for all_of in measured.values() for each in all_of))


def _found() -> Iterator[tuple[str, Any]]:
    for module in iter_modules(benchmarks.__path__):
        if module.name != "__main__":
            found = import_module(f"{benchmarks.__name__}.{module.name}")
            if hasattr(found, "run"):
                yield module.name, found


def _page(modules: Mapping[str, Any], measured: Mapping[str, list[Measure]], before: str) -> str:
    kept = {part.partition("\n")[0]: part for part in before.split("\n## ")[1:]}
    parts = [HEAD]
    for name, module in modules.items():
        title = _title(module)
        if name in measured:
            parts.append(_part(module, measured[name]))
        elif title in kept:
            parts.append(kept[title])
    return "\n## ".join(part.rstrip() + "\n" for part in parts)


def _title(module: Any) -> str:  # noqa: ANN401 - a module
    return str(module.__doc__).partition("\n")[0].rstrip(".")


def _part(module: Any, measures: list[Measure]) -> str:  # noqa: ANN401 - a module
    _, _, more = str(module.__doc__).partition("\n")
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    lines = [
        f"{_title(module)}\n",
        *([f"{more.strip()}\n"] if more.strip() else []),
        f"Measured on {datetime.now().astimezone():%Y-%m-%d}: {machine}.\n",
        "| measure | value | unit | target | |",
        "|---|---|---|---|---|",
        *(f"| {' | '.join(_cells(each))} |" for each in measures),
        "",
        getattr(module, "LIMITS", ""),
    ]
    return "\n".join(lines)


def _cells(each: Measure) -> tuple[str, ...]:
    value = f"{each.value:,.2f}" if each.value < 100 else f"{each.value:,.0f}"
    return each.name, value, each.unit, each.target or "", VERDICTS[each.met]


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
            table.add_row(name, *_cells(each))
        table.add_section()
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
