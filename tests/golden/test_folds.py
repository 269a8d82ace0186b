"""A fold that gives other rows than before has another version."""

from dataclasses import fields, replace
from typing import Any

import pytest

from application.projecting.projection import Projection, Rows
from application.recorded import Recorded
from application.registry import PROJECTIONS
from tests.golden.folds import digest, kept, made, rows_of

ACCEPT = "accept it: python -m tests.golden --accept"


@pytest.fixture(scope="module")
def now() -> dict[str, Any]:
    """Give what the folds make of the made-up log now."""
    return made()


def test_the_log_that_is_folded_is_the_one_that_was(now: dict[str, Any]) -> None:
    """Otherwise nothing is known of the folds; it is accepted in a change of its own."""
    assert now["log"] == kept()["log"], f"the made-up log differs; {ACCEPT}"


@pytest.mark.parametrize("name", PROJECTIONS)
def test_other_rows_are_another_version(now: dict[str, Any], name: str) -> None:
    """Tables of the old version would stay as they are, and be added to by the new fold."""
    was, found = kept()["projections"].get(name), now["projections"][name]
    assert was, f"{name} is new; {ACCEPT}"
    if was["version"] == found["version"]:
        assert was["rows"] == found["rows"], f"{name} gives other rows: give it a new version"
    assert was == found, f"{name} has a new version; {ACCEPT}"


@pytest.mark.parametrize("name", PROJECTIONS)
def test_any_field_that_a_fold_fills_otherwise_is_noticed(name: str) -> None:
    """Each field has a value somewhere in the log, and any of them is part of what is compared."""
    projection = PROJECTIONS[name]
    rows = [v.said.row for v in rows_of([projection])[name].all() if v.said.row is not None]
    names = [field.name for field in fields(projection.row)]
    assert [each for each in names if all(getattr(row, each) is None for row in rows)] == []


def test_a_changed_fold_is_noticed() -> None:
    """One field of one row in twenty thousand events is enough."""
    workers = PROJECTIONS["workers"]
    changed = replace(workers, fold=_with_one_other_home)
    was, now = (digest(p, rows_of([p])["workers"]) for p in (workers, changed))
    assert was != now


def _with_one_other_home(rows: Rows[Any], recorded: Recorded) -> None:
    projection: Projection[Any] = PROJECTIONS["workers"]
    projection.fold(rows, recorded)
    if row := rows.get("W-000007"):
        rows.put("W-000007", replace(row, municipality="joint"))
