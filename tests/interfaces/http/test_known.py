"""A typing error in a question is not answered with another question's value."""

import pytest

from tests.interfaces.http.given import Api, places

ASKED = "programme=grant:dx-r6&fiscal_year=R6"


@pytest.mark.parametrize("path", ["figures/kpi1", "achievement", "budget-execution"])
@pytest.mark.parametrize(
    ("more", "where"),
    [
        ("validon=2024-12-31", "query"),
        ("asof=2024-12-31", "query"),
        ("valid_on=2024-12-31&valid_on=2025-12-31", "query.valid_on"),
        ("as_of=1&as_of=2", "query.as_of"),
    ],
)
def test_a_figure_is_asked_in_known_words(
    shared_api: Api, path: str, more: str, where: str
) -> None:
    """Unknown words and words said twice are refused where they stand."""
    answer = shared_api.client.get(f"/api/v1/c/demo/{path}?{ASKED}&{more}")

    assert places(answer) == [where]


def test_a_list_is_asked_for_one_moment(shared_api: Api) -> None:
    """A moment said twice is refused like a filter said twice."""
    answer = shared_api.client.get("/api/v1/c/demo/workers?as_of=1&as_of=2")

    assert places(answer) == ["query.as_of"]
