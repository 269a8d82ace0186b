"""A town on a real PostgreSQL."""

from collections.abc import Iterator

import pytest

from tests.given_sheets import Town, town_on


@pytest.fixture
def town(postgres_url: str, schema: str) -> Iterator[Town]:
    """Give a consortium of which nothing is recorded."""
    with town_on(postgres_url, schema) as town:
        yield town
