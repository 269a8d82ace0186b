"""README.txt says what is in the bundle, and what is not."""

import json
from datetime import date

import pytest

from application.evidence.bundle.question import Kind
from application.evidence.bundle.readme import RULE
from tests.given_bundles import of_demonstration

KINDS: tuple[Kind, ...] = ("evaluation", "publication")
CLIENT = "架空商事"


def test_it_says_whose_names_are_there(postgres_url: str) -> None:
    """Residents' are not; those of clients are in the events, as they were recorded."""
    bundle = of_demonstration(postgres_url)
    about = bundle.member("README.txt").decode()

    assert CLIENT in bundle.member("events.jsonl").decode()
    assert "取引先の名前と住所" in about
    assert "Clients' names and addresses" in about
    assert "住民とワーカーの氏名と連絡先は入っていません" in about


@pytest.mark.parametrize("kind", KINDS)
def test_a_kpi_that_nobody_can_count_yet_is_not_passed_over(postgres_url: str, kind: Kind) -> None:
    """The plan names it; how to count it is not defined, so no figure of it is there."""
    bundle = of_demonstration(postgres_url, kind)
    about = bundle.member("README.txt").decode()
    figures = json.loads(bundle.member("figures.json"))["figures"]

    assert about.count("認定DX制度登録事業者数（kpi3）") == 2
    assert "kpi1" not in about
    assert {one["code"] for one in figures} >= {"kpi1", "kpi2", "kpi4"}
    assert "kpi3" not in {one["code"] for one in figures}


def test_what_the_plan_named_later_is_not_missed_before(postgres_url: str) -> None:
    """As of a day on which there was no plan."""
    about = of_demonstration(postgres_url, valid_on=date(2024, 3, 31), fiscal_years=(2024,)).member(
        "README.txt"
    )

    assert "kpi3" not in about.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_its_lines_end_with_sentences(postgres_url: str, kind: Kind) -> None:
    """And none of them within a bracket."""
    about = of_demonstration(postgres_url, kind).member("README.txt").decode()
    ja, _, _ = about.partition(RULE)

    assert all(line.count("（") == line.count("）") for line in ja.splitlines())
    assert not any("。" in line.rstrip("。") for line in ja.splitlines() if "（" not in line)
