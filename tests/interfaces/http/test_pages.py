"""Page after page: every row once, of one moment, and of the question that was asked."""

import base64
import json
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


@pytest.mark.parametrize("other", [{"municipality": "202126"}, {"number": "W-7"}], ids=str)
def test_a_page_is_not_asked_for_under_other_conditions(seven: Api, other: dict[str, str]) -> None:
    """422 for another condition, one more or one less: rows would be missing and nobody know."""
    plain, limited = first(seven), first(seven, municipality="203246")
    for asked in (other, {"municipality": "203246", **other}):
        answer = seven.get("workers", cursor=limited["next_cursor"], **asked)
        assert places(answer) == ["query.cursor"]
        assert places(seven.get("workers", cursor=plain["next_cursor"], **other)) == [
            "query.cursor"
        ]
    assert places(seven.get("workers", cursor=limited["next_cursor"])) == ["query.cursor"]
    following(seven, limited, municipality="203246")


def test_a_list_about_the_record_has_no_day_on_any_page(seven: Api) -> None:
    """Its second page refuses valid_on like its first."""
    page = first(seven, "audit-trail")
    asked = {"cursor": page["next_cursor"], "valid_on": str(day("2024-05-02"))}
    refused(seven.get("audit-trail", **asked), problems.NO_DAY)
    assert seven.get("audit-trail", cursor=page["next_cursor"]).json()["valid_on"] is None


DIFFERENCES: list[dict[str, str]] = [
    {"from": "1"},
    {"from": "1", "to": "2026-11-23"},
    {"from": "2024-04-30", "to": "8", "valid_on": "2024-05-02", "from_valid_on": "2024-04-03"},
]


def differing(api: Api, **asked: Any) -> dict[str, Any]:  # noqa: ANN401
    """Ask for a page of a difference of workers."""
    answer = api.get("evidence/difference", **{"projection": "workers", "limit": 2, **asked})
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


@pytest.mark.parametrize("repeated", [False, True])
@pytest.mark.parametrize("asked", DIFFERENCES, ids=str)
def test_every_page_of_a_difference_says_what_the_first_says(
    seven: Api, asked: dict[str, str], *, repeated: bool
) -> None:
    """Both positions, both days and how they were asked for, whatever is recorded meanwhile."""
    page = differing(seven, **asked)
    heading = {name: page[name] for name in ("from", "as_of", "valid_on")}
    keys = [change["key"] for change in page["changes"]]
    for number in range(2, 5):
        registered_at(seven, f"W-{number}5", at("2024-07-01"))
        seven.project()
        also = asked if repeated else {"from": asked["from"]}
        page = differing(seven, cursor=page["next_cursor"], **also)
        assert {name: page[name] for name in heading} == heading
        keys += [change["key"] for change in page["changes"]]

    assert keys == NUMBERS
    assert page["next_cursor"] is None


@pytest.mark.parametrize(
    "other",
    [
        {"from": "2"},
        {"to": "7"},
        {"to": "2024-05-02"},
        {"valid_on": "2024-05-01"},
        {"from_valid_on": "2024-05-01"},
        {"projection": "skill_map"},
        {"projection": "audit_trail"},
    ],
    ids=str,
)
def test_a_page_of_a_difference_is_not_of_another_question(
    seven: Api, other: dict[str, str]
) -> None:
    """422 names the cursor: no answer says that it compares what it does not compare."""
    asked = {"projection": "workers", "from": "1", "to": "8", "limit": 2}
    page = differing(seven, **asked)
    answer = seven.get("evidence/difference", **{**asked, **other, "cursor": page["next_cursor"]})
    assert places(answer) == ["query.cursor"]


def test_a_list_and_a_difference_do_not_share_cursors(seven: Api) -> None:
    """422 both ways: one is about one moment, the other about two."""
    listed, page = first(seven)["next_cursor"], differing(seven, **{"from": "1"})["next_cursor"]
    assert places(seven.get("workers", cursor=page)) == ["query.cursor"]
    asked = {"projection": "workers", "from": "1", "cursor": listed}
    assert places(seven.get("evidence/difference", **asked)) == ["query.cursor"]


FORGED: list[tuple[str, Any]] = [
    ("position", True),
    ("position", -1),
    ("position", 9),
    ("position", 2**63),
    ("position", 10**30),
    ("position", 1.0),
    ("position", None),
    ("day", None),
    ("day", "2024-02-30"),
    ("key", "a\0"),
    ("key", "\ud800"),
    ("key", 1),
    ("asked", "\ud800"),
    ("asked", 1),
    ("where", "other"),
    ("projection", "skill_map"),
    ("more", 1),
]


def test_a_forged_cursor_is_malformed(seven: Api) -> None:
    """422 names the cursor, of a list and of a difference, whatever someone wrote into it.

    A position that the log does not hold is none that a first page can have been answered at.
    """
    listed, page = first(seven)["next_cursor"], differing(seven, **{"from": "1"})["next_cursor"]
    for path, cursor, asked in (
        ("workers", listed, {}),
        ("evidence/difference", page, {"projection": "workers", "from": "1"}),
    ):
        for field, value in FORGED:
            for forged in forgeries(cursor, field, value):
                assert places(seven.get(path, cursor=forged, **asked)) == ["query.cursor"], field


def forgeries(cursor: str, field: str, value: object) -> list[str]:
    """Put a value into every place of a cursor that has this field."""
    content = json.loads(base64.urlsafe_b64decode(cursor))
    found = []
    for place in (content, *content["moments"]):
        if field in place or (field == "more" and place is content):
            kept = place.copy()
            place[field] = value
            found.append(base64.urlsafe_b64encode(json.dumps(content).encode()).decode())
            place.clear()
            place.update(kept)
    assert found
    return found


def test_a_cursor_of_another_form_is_malformed(seven: Api) -> None:
    """422, also where it nests deeper than anything can be read."""
    for text in ("[" * 15_000, '{"moments":' * 3_000, "1", '"a"', "null"):
        cursor = base64.urlsafe_b64encode(text.encode()).decode()
        assert places(seven.get("workers", cursor=cursor)) == ["query.cursor"]
