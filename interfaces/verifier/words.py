"""What is said of a bundle; the sentences are in words.toml."""

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

_SAID = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
CODES: dict[str, int] = {name: code for name, (code, *_) in _SAID["findings"].items()}
"""The exit code of each finding, in the order in which they decide it."""
TONGUES = ("ja", "en")


def sentence(name: str, more: str, tongue: int) -> str:
    """Say a finding, with what there is to say besides."""
    more = _SAID["rules"][more][tongue] if name == "malformed" else _state(more, tongue)
    return f"{_SAID['findings'][name][1 + tongue]}" + (f": {more}" if more else "")


def prose(told: dict[str, Any], besides: dict[str, Any], tongue: int) -> Iterator[str]:
    """Give the lines of a report for people."""
    yield f"{'■#'[tongue]} {_SAID['verdicts'][str(told['exit'])][tongue]} ({told['exit']})"
    places: dict[str, list[str]] = {}
    for each in sorted(told["findings"], key=lambda each: [*CODES].index(each["name"])):
        places.setdefault(f"{each[TONGUES[tongue]]} ({each['name']})", []).append(each["where"])
    yield from (f"- {said} [{', '.join(where)}]" for said, where in places.items())
    if "figures" not in told:
        return
    none = ("なし", "none")[tongue]
    values = {**told, **besides, "witnesses": ", ".join(told["witnesses"]) or none}
    values |= {key: _state(told[key], tongue) for key in ("previous", "timestamp")}
    first, *_, last = [date.fromordinal(day) for day in besides["days"] or [1]] * 2
    values["days"] = first if first == last else f"{first} – {last}"
    over = ["taken_over"] if besides["taken_over"] else []
    yield ""
    for key in ("checked", "shown", "late", *over, "witnesses", "earlier"):
        yield _SAID["prose"][key][tongue].format_map(values)
    yield ""
    for each, reason in zip(told["figures"], besides["reasons"], strict=True):
        how = each["recorded"] if isinstance(each["recorded"], dict) else {}
        counts = {key: how.get(key, "?") for key in ("as_it_happened", "late", "taken_over")}
        title = besides["titles"].get(each["code"], {}).get(TONGUES[tongue], each["code"])
        value = reason or "not told" if each["value"] is None else f"{each['value']:,}"
        words = {"title": title, "value": _state(value, tongue)}
        words["verdict"] = _state(each["verdict"], tongue)
        yield _SAID["prose"]["figure"][tongue].format_map({**each, **counts, **words})
    yield ""
    yield _SAID["prose"]["limits"][tongue]


def _state(state: object, tongue: int) -> str:
    return str(_SAID["states"][state][tongue] if state in [*_SAID["states"]] else state)
