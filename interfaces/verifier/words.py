"""What is said of a bundle; the sentences are in words.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from itertools import groupby
from typing import Any
from unicodedata import category

_SAID = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
CODES: dict[str, int] = {name: code for name, (code, *_) in _SAID["findings"].items()}
"""The exit code of each finding, in the order in which they decide it."""
TONGUES = ("ja", "en")
_CHECKPOINTS = ("own_checkpoint", "bundled_checkpoint")
_HOW = ("as_it_happened", "late", "taken_over")
_FEW = 3
"""So many places of a finding are told."""
_SIGNATURE, _LIMITS = 4, 6
_REIWA = 2019
_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}


def sentence(name: str, more: str, tongue: int, values: Mapping[str, int]) -> str:
    """Say a finding with these values, and what there is to say besides."""
    more = _SAID["rules"][more][tongue] if name == "malformed" else _state(more, tongue)
    said: str = _SAID["findings"][name][1 + tongue].format_map(values)
    return said + (f": {more}" if more else "")


def unread(where: str, rule: str, tongue: int) -> str:
    """Say that a file of the evaluator's own cannot be used: that is no verdict on the bundle."""
    said: str = _SAID["prose"]["unread"][tongue]
    return said.format_map({"where": where, "rule": _SAID["rules"][rule][tongue]})


def prose(told: dict[str, Any], besides: dict[str, Any], tongue: int) -> Iterator[str]:
    """Give the lines of a report for people: first the verdict and all that limits it.

    A bundle may say anything: what would begin a line, colour it or turn it round is escaped.
    """
    for line in _prose(told, besides, tongue):
        yield "".join(f"\\u{ord(each):04x}" if category(each) in _UNSEEN else each for each in line)


def _prose(told: dict[str, Any], besides: dict[str, Any], tongue: int) -> Iterator[str]:
    prose = {name: words[tongue] for name, words in _SAID["prose"].items()}
    yield f"{'■#'[tongue]} {_SAID['verdicts'][_verdict(told)][tongue]} ({told['exit']})"
    places: dict[str, list[str]] = {}
    for each in sorted(told["findings"], key=lambda each: [*CODES].index(each["name"])):
        places.setdefault(f"{each[TONGUES[tongue]]} ({each['name']})", []).append(each["where"])
    for said, where in places.items():
        more = prose["more"].format_map({"count": len(where) - _FEW}) if len(where) > _FEW else ""
        yield f"- {said} [{', '.join(where[:_FEW])}{more}]"
    if "sha256" in told:
        yield f"- {prose['digest'].format_map(told)}"
    if "figures" not in told:
        return
    first, *_, last = [date.fromordinal(day) for day in besides["days"] or [1]] * 2
    values = {**told, **besides, "days": first if first == last else f"{first} – {last}"}
    last_on = besides["last_on"]
    values["last_on"] = date.fromordinal(last_on) if last_on else prose["none"]
    values["years"] = ", ".join(map(str, told["fiscal_years"]))
    looked = all(each["name"] != "witnesses-not-checked" for each in told["findings"])
    values["signed"] = len(told["witnesses"])
    values["witnesses"] = ", ".join(told["witnesses"]) or prose["none"]
    values["timestamp"] = _state(told["timestamp"], tongue)
    values |= {which: _continued(told[which], which, tongue) for which in _CHECKPOINTS}
    witnesses = "witnesses" if looked else "unlooked"
    ahead = ["ahead"] if last_on and str(values["last_on"]) < told["valid_on"] else []
    over = ["taken_over"] if besides["taken_over"] else []
    # The facts that a figure counts need not be shown, and of some not even their number is told.
    how = [each["recorded"] for each in told["figures"]]
    if over or not all(each and not each["taken_over"] for each in how):
        over.insert(0, "begins")
    for heading, *names in (
        ("limits", "truth", "unrecorded", *over, "keys"),
        ("checked", "shown", *ahead, "late", witnesses, "own", "bundled", "timestamp"),
    ):
        yield from ("", f"{'■#'[tongue]} {prose[heading].format_map(values)}")
        yield from (f"- {prose[name].format_map(values)}" for name in names)
    yield from ("", f"{'■#'[tongue]} {prose['figures'].format_map(told)}")
    pairs = zip(told["figures"], besides["stated"], strict=True)
    for (code, version), group in groupby(pairs, lambda p: (p[0]["code"], p[0]["version"])):
        its: dict[str, Any] = besides["definitions"].get(code, {"title": {}, "unit": {}})
        title = its["title"].get(TONGUES[tongue], "?")
        yield prose["title"].format_map({"title": title, "code": code, "version": version})
        for each, stated in group:
            words = _figure(each, stated, its["unit"], tongue)
            if type(each["value"]) is int and each["verdict"] != "recomputed":
                words["value"] = prose["stated"].format_map(words)
            yield prose["figure"].format_map(words)


def _verdict(told: dict[str, Any]) -> str:
    """Name the words of the verdict: they claim no more than was looked at."""
    names = {each["name"] for each in told["findings"]}
    recomputed = any(each["verdict"] == "recomputed" for each in told.get("figures", ()))
    if told["exit"] == _SIGNATURE and not names & {"manifest-signature", "checkpoint-signature"}:
        return "4, not the log's"
    if told["exit"] == _LIMITS and ("nothing-checked" in names or not recomputed):
        return "6, no figures"
    return str(told["exit"])


def _figure(
    told: dict[str, Any], stated: dict[str, Any], unit: dict[str, str], tongue: int
) -> dict[str, Any]:
    """Give the words for a figure, whatever it states."""
    value, year = told["value"], told["fiscal_year"]
    if type(value) is int:
        # English units are plurals, which beside a 1 would be wrong: they stand for themselves.
        its = unit.get(TONGUES[tongue], "")
        value = f"{value:,}{f' ({its})' if tongue and its else its}"
    elif value is None:
        value = "suppressed" if stated.get("suppressed") else stated["reason_without_value"]
    reiwa = f"令和{year - _REIWA + 1 if year > _REIWA else '元'}年度（{year}）"
    how = told["recorded"] if isinstance(told["recorded"], dict) else {}
    return {
        "year": f"FY{year}" if tongue else reiwa if year >= _REIWA else f"{year}年度",
        "value": _state(value, tongue),
        "verdict": _state(told["verdict"], tongue),
        **{key: f"{how[key]:,}" if key in how else "?" for key in _HOW},
    }


def _continued(told: dict[str, Any] | None, which: str, tongue: int) -> str:
    """Say of an earlier checkpoint how far it goes, and what it shows."""
    said: str = _SAID[which][told["state"] if told else "none"][tongue]
    return said.format_map(told or {})


def _state(state: object, tongue: int) -> str:
    return str(_SAID["states"][state][tongue] if state in [*_SAID["states"]] else state)
