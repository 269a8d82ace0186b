"""The figures of a bundle are the service's own, and all that belong to it are there."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest

from application.figures.figures import definitions, figure
from application.service import Consortium
from tests.application.demo.given import GRANT
from tests.given_bundles import demonstration, made, made_up

DAYS = [date(2024, 12, 31), date(2026, 11, 23)]


def asked_of_the_service(
    consortium: Consortium, day: date, years: tuple[int, ...], position: int
) -> Iterator[dict[str, Any]]:
    """Give the figures as the service computes them when it is asked for each."""
    for code in sorted(definitions(consortium.log, valid_on=day, position=position)):
        for year in years:
            _, found = figure(
                consortium.log, code, programme=GRANT, fiscal_year=year, valid_on=day,
                position=position,
            )  # fmt: skip
            yield {
                **asdict(found),
                "valid_on": day.isoformat(),
                "by": list(found.by),
                "rows": [{"by": list(row.by), "value": row.value} for row in found.rows],
                "parts": [
                    {
                        "side": part.side,
                        "sign": part.sign,
                        "day": part.day.isoformat(),
                        "value": part.value,
                        "counted": [each.position for each in part.counted],
                    }
                    for part in found.parts
                ],
                "counted": [each.position for each in found.counted],
            }


@pytest.mark.parametrize("day", DAYS)
def test_they_are_what_the_service_answers(postgres_url: str, day: date) -> None:
    """Every definition in force on the day, in every fiscal year that is asked for."""
    years = (2024, 2025)
    with demonstration(postgres_url) as consortium:
        bundle = made(consortium, valid_on=day, fiscal_years=years)
        size = bundle.said.question.size
        found = list(asked_of_the_service(consortium, day, years, size))
    assert bundle.figures() == found
    assert len(found) == bundle.said.figures > 10
    assert bundle.said.not_recomputed == ()


def test_they_are_those_of_a_made_up_log_too(postgres_url: str) -> None:
    """With corrections, voidings and joined persons in it."""
    with made_up(postgres_url, 2000) as consortium:
        bundle = made(consortium)
        asked = bundle.said.question
        found = asked_of_the_service(consortium, asked.valid_on, asked.fiscal_years, asked.size)
        assert bundle.figures() == list(found)
    assert any(figure["counted"] for figure in bundle.figures())


def test_a_publication_tells_the_same_values_without_their_events(postgres_url: str) -> None:
    """Unless they are suppressed; what is counted is a number, and no part is told."""
    with demonstration(postgres_url) as consortium:
        whole, public = made(consortium).figures(), made(consortium, "publication").figures()
    suppressed = set()
    for one, other in zip(whole, public, strict=True):
        assert one.keys() - other.keys() == {"parts"}
        assert other.keys() - one.keys() <= {"suppressed"}
        if other.pop("suppressed", False):
            suppressed.add(other["code"])
            continue
        counted = len(one.pop("counted"))
        one.pop("parts")
        assert other.pop("counted") == counted
        assert one == other
    assert suppressed == {
        "dx-workers",
        "kpi1",
        "new-employments",
        "own-income",
        "own-income-share",
        "private-members",
        "private-minutes",
        "work-across",
        "workers-across",
    }


def test_nothing_that_a_publication_tells_rests_on_few_persons(postgres_url: str) -> None:
    """Of every figure: whoever is named in the events behind a value or a line, there are enough.

    It is read from the stored events themselves, by what a person's id is called there.
    """
    with demonstration(postgres_url) as consortium:
        bundle, public = made(consortium), made(consortium, "publication").figures()
    events = {one["i"] + 1: json.loads(one["s"])["event"] for one in bundle.events() if "s" in one}
    looked_at = set()
    for one, other in zip(bundle.figures(), public, strict=True):
        for part in one["parts"]:
            lines: dict[tuple[Any, ...], set[str]] = defaultdict(set)
            for fact in [events[position] for position in part["counted"]]:
                # What KPI 1 counts are persons, whose field does not say so.
                named = {fact.get("person_id"), one["code"] == "kpi1" and fact["subject"]}
                lines[tuple(fact.get(name) for name in one["by"])] |= named - {None, False}
            told = {tuple(row["by"]): row["value"] for row in other["rows"] or ()}
            for line, persons in lines.items():
                assert len(persons) in (0, *range(5, 99)) or told.get(line) is None, other
            everybody = set().union(*lines.values())
            assert len(everybody) in (0, *range(5, 99)) or other["value"] is None, other
            looked_at |= {one["code"]} if everybody else set()
    assert looked_at >= {"kpi1", "own-income", "private-members", "work-across"}


def test_years_and_programme_follow_from_the_plan(postgres_url: str) -> None:
    """From the plan's first year to that of the day."""
    with demonstration(postgres_url) as consortium:
        then = made(consortium, valid_on=date(2026, 3, 31)).said.question
    assert (then.programme, then.fiscal_years) == (GRANT, (2024, 2025))
