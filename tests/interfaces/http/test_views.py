"""Views over HTTP: computed when asked, at any moment."""

import json

from application.registry import VIEWS
from tests.domain.pilot.examples import START
from tests.interfaces.http.given import Api, places


def test_a_view_answers_with_lines_totals_and_the_moment(api: Api) -> None:
    """Nothing is recorded yet: no line, totals of nothing, and the answer says so."""
    answer = api.get("views/own-income", programme="grant:dx-r6", valid_on="2025-03-31")
    assert answer.status_code == 200
    body = answer.json()
    assert body["view"] == "own-income"
    assert body["asked"] == {"programme": "grant:dx-r6", "fiscal_year": None}
    assert body["valid_on"] == "2025-03-31"
    assert (body["items"], body["totals"]["own_income"]) == ([], 0)


def test_a_view_refuses_what_it_does_not_know(api: Api) -> None:
    """A misspelt condition is not answered with another question's lines."""
    answer = api.get("views/own-income", programme="grant:dx-r6", fiscalyear="R6")
    assert (answer.status_code, places(answer)) == (422, ["query.fiscalyear"])


def test_a_view_needs_what_it_cannot_do_without(api: Api) -> None:
    """Whose income?"""
    answer = api.get("views/own-income")
    assert (answer.status_code, places(answer)) == (422, ["query.programme"])


def test_a_view_is_asked_about_days_that_records_can_be_about(api: Api) -> None:
    """From 1900 to 2199, as commands are: beyond, nothing could be counted from a day."""
    for view, asked in (("legal-clock", {}), ("mentoring", {"quiet_weeks": 4})):
        for day in ("0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"):
            answer = api.get(f"views/{view}", valid_on=day, **asked)
            assert (answer.status_code, places(answer)) == (422, ["query.valid_on"])
        for day in ("1900-01-01", "2199-12-31"):
            assert api.get(f"views/{view}", valid_on=day, **asked).status_code == 200


def test_a_day_that_was_mistyped_hides_nothing_else(api: Api) -> None:
    """A pilot of 1924 stands in its year, to be seen and put right, beside all others."""
    for number, on in (("P-1", "2024-05-01"), ("P-2", "1924-05-01")):
        fields = {"effective_on": on, "programme": "grant:dx-r6", **START, "number": number}
        assert api.post("pilots/start-pilot", fields).status_code == 201
    items = api.get("views/pilot-policies").json()["items"]
    years = [one["fiscal_year"]["label"] for one in items]
    assert sorted(years) == ["令和6年度", "大正13年度"]
    for day in ("1900-01-01", "2199-12-31"):
        for view in ("five-elements", "private-contribution"):
            answer = api.get(f"views/{view}", programme="grant:dx-r6", valid_on=day)
            assert answer.status_code == 200


def test_a_fiscal_year_is_read_as_people_write_it(api: Api) -> None:
    """R6, 令和6年度 and 2024 are the same."""
    for written in ("R6", "令和6年度", "2024"):
        answer = api.get("views/own-income", programme="common", fiscal_year=written)
        assert answer.json()["asked"]["fiscal_year"] == 2024


def test_every_number_can_be_asked_for(api: Api) -> None:
    """A query is text: no field of it may want to be sent a number that is one already."""
    for name, view in VIEWS.items():
        asked = view.asks.model_json_schema()["properties"]
        numbers = [field for field, kind in asked.items() if '"integer"' in json.dumps(kind)]
        answer = api.get(f"views/{name}", **dict.fromkeys(numbers, "2024")).json()
        said = answer.get("errors", [])
        assert [error for error in said if "integer" in error["en"]] == [], name
