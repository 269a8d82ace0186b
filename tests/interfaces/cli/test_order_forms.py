"""The order form of a commission: the command line and the API say the same."""

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.application.demo.given import Api, Ayumi, served

ORDER, WORKER = "E-2026-001", "W-013"


def in_form(content: bytes) -> str:
    """Give all that stands in a form."""
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def as_json(reader: Ayumi, *asked: object) -> dict[str, Any]:
    """Ask the command line."""
    found: dict[str, Any] = json.loads(
        reader.said("order-form", ORDER, WORKER, "--json", "--valid-on", "2026-11-20", *asked)
    )
    return found


def address(answer: dict[str, Any]) -> str:
    """Give where the API has the same form."""
    return f"commissions/{answer['commission_id']}/order-form"


@pytest.fixture(scope="module")
def answer(reader: Ayumi) -> dict[str, Any]:
    """Give the form of a commission whose terms were supplemented, the name opened."""
    return as_json(reader, "--open")


def test_the_demonstration_states_all_12_items(answer: dict[str, Any]) -> None:
    """An order form of it could be sent as it is."""
    assert [item["number"] for item in answer["items"]] == list(range(1, 13))
    assert {line["said"] for item in answer["items"] for line in item["lines"]} == {"recorded"}


def test_the_api_and_the_command_line_say_the_same(
    reader: Ayumi, api: Api, answer: dict[str, Any]
) -> None:
    """At any position, with the name opened or not."""
    assert api.get(address(answer), valid_on="2026-11-20", open=True) == answer
    before = answer["editions"][1]["position"] - 1
    earlier = as_json(reader, "--as-of", before)
    assert api.get(address(answer), valid_on="2026-11-20", as_of=before) == earlier
    assert [one["telling"] for one in earlier["editions"]] == ["stated"]


def test_the_file_is_the_same_from_both(
    ayumi: Ayumi, answer: dict[str, Any], tmp_path: Path
) -> None:
    """Byte for byte; it holds the 12 items, the position and that the clock is simulated."""
    out = tmp_path / "form.xlsx"
    asked = {"valid_on": "2026-11-20", "as_of": str(answer["as_of"]["position"])}
    options = ("--valid-on", asked["valid_on"], "--as-of", asked["as_of"])
    said = ayumi.said("order-form", ORDER, WORKER, "--open", *options, "--out", out)
    assert "12 項目" in said
    with served(ayumi.url) as api:
        found = api.client.get(
            f"{api.base}/{address(answer)}.xlsx", params=asked | {"open": "true"}
        )
    assert found.status_code == 200
    assert found.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert found.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E6")
    assert found.content == out.read_bytes()
    text = in_form(found.content)
    assert "架空 十三　様" in text
    assert "この記録の時計は模擬です" in text
    for item in answer["items"]:
        assert f"{item['heading']['ja']}\n{item['heading']['en']}" in text
        assert all(line["words"]["ja"] in text for line in item["lines"])


def test_without_being_opened_the_file_holds_no_name(ayumi: Ayumi, answer: dict[str, Any]) -> None:
    """Nor does the record of the commission."""
    with served(ayumi.url) as api:
        found = api.client.get(f"{api.base}/{address(answer)}.xlsx")
        record = api.get(f"commissions/{answer['commission_id']}")
    assert "架空 十三" not in in_form(found.content)
    assert "（氏名は開いていません）" in in_form(found.content)
    assert "架空 十三" not in str(record)


def test_on_a_screen_it_is_read_as_text(reader: Ayumi) -> None:
    """Each item beside what it says; the position at the end."""
    said = reader.said("order-form", ORDER, WORKER, "--as-of", "2026-09-10")
    assert "業務委託条件明示書（注文書）" in said
    assert "未定：内容・数量・仕様" in said
    assert "令和8年9月18日までに定める" in said
    assert "模擬の時計 / simulated clock" in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["E-9", WORKER], "no commission of an order E-9"),
        ([ORDER, "W-999"], "there are: W-004 --ordinal 1"),
        ([ORDER, WORKER, "--ordinal", 2], "none of W-013 with ordinal 2"),
        ([ORDER, "W-014"], "record state-terms first"),
        ([ORDER, WORKER, "--valid-on", "2026-09-02"], "no such commission that day"),
        ([ORDER, WORKER, "--as-of", "2026-09-02"], f"no commission of an order {ORDER}"),
        ([ORDER, WORKER, "--as-of", "soon"], "--as-of"),
        ([ORDER, WORKER, "--out", "form.csv"], ".xlsx"),
    ],
)
def test_what_cannot_be_given_is_said(reader: Ayumi, asked: list[object], said: str) -> None:
    """Which it is, and what to do."""
    assert said in " ".join(reader.refused("order-form", *asked).split())
