"""Page after page of a list: every row once, of one moment, and of the question that was asked."""

from typing import Any

import pytest

from interfaces.http import problems
from tests.interfaces.http.given import Api, at, day, places, refused
from tests.interfaces.http.test_queries import registered_at

NUMBERS = [f"W-{n}" for n in range(1, 8)]


@pytest.fixture
def seven(past_api: Api) -> Api:
    """Given seven workers, registered in May 2024."""
    for number in NUMBERS:
        registered_at(past_api, number, at("2024-05-01"))
    past_api.project()
    return past_api


def first(api: Api, path: str = "workers", **asked: Any) -> dict[str, Any]:  # noqa: ANN401
    """Ask for a first page that is not the last."""
    answer = api.get(path, limit=2, **asked)
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    assert page["next_cursor"]
    return page


def following(api: Api, page: dict[str, Any], **asked: Any) -> dict[str, Any]:  # noqa: ANN401
    """Ask for the next page."""
    answer = api.get("workers", limit=2, cursor=page["next_cursor"], **asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


ASKED: list[dict[str, str]] = [
    {},
    {"as_of": "2024-06-01"},
    {"valid_on": "2024-05-02"},
    {"as_of": "8", "valid_on": "2024-05-02"},
    # A day that has not ended: its position moves while pages are read, the question does not.
    {"as_of": "2026-11-23"},
]


@pytest.mark.parametrize("repeated", [False, True])
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_every_row_comes_once_while_others_record(
    seven: Api, asked: dict[str, str], *, repeated: bool
) -> None:
    """Whether or not day and moment are repeated, each page says the same of itself as the first.

    Between two pages somebody new is registered, whose row would stand on the next.
    """
    page = first(seven, **asked)
    heading = {name: page[name] for name in ("as_of", "valid_on", "log")}
    rows = page["items"]
    for number in range(2, 5):
        registered_at(seven, f"W-{number}5", at("2024-07-01"))
        seven.project()
        page = following(seven, page, **(asked if repeated else {}))
        assert {name: page[name] for name in heading} == heading
        rows += page["items"]

    assert [row["number"] for row in rows] == NUMBERS
    assert page["next_cursor"] is None


@pytest.mark.parametrize(
    "other",
    [
        {"as_of": "2024-04-30"},
        {"as_of": "1"},
        {"valid_on": "2024-04-30"},
        {"as_of": "2024-06-01", "valid_on": "2024-05-03"},
    ],
    ids=str,
)
def test_a_page_is_not_asked_for_at_another_moment(seven: Api, other: dict[str, str]) -> None:
    """422 names the cursor: an answer must not say that it is about one moment and be of another.

    Whoever wants another moment begins with its first page.
    """
    page = first(seven, as_of="2024-06-01", valid_on="2024-05-02")
    answer = seven.get("workers", cursor=page["next_cursor"], **other)
    assert places(answer) == ["query.cursor"]


def test_a_page_of_now_is_not_asked_for_at_a_moment(seven: Api) -> None:
    """Even if it were the same position: the first page was not asked for it."""
    page = first(seven)
    answer = seven.get("workers", cursor=page["next_cursor"], as_of="2024-04-30")
    assert places(answer) == ["query.cursor"]


@pytest.mark.parametrize(
    ("path", "other"),
    [("workers", "audit-trail"), ("audit-trail", "workers"), ("workers", "skill-map")],
)
def test_a_cursor_belongs_to_its_list(seven: Api, path: str, other: str) -> None:
    """422: with the cursor of another list there would be rows missing and nobody would know."""
    page = first(seven, path)
    assert places(seven.get(other, cursor=page["next_cursor"])) == ["query.cursor"]


def test_a_list_about_the_record_has_no_day_on_any_page(seven: Api) -> None:
    """Its second page refuses valid_on like its first."""
    page = first(seven, "audit-trail")
    asked = {"cursor": page["next_cursor"], "valid_on": str(day("2024-05-02"))}
    refused(seven.get("audit-trail", **asked), problems.NO_DAY)
    assert seven.get("audit-trail", cursor=page["next_cursor"]).json()["valid_on"] is None
