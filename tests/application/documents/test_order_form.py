"""The order form of a commission, out of its record: 12 items, what is open, and which edition."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from application.decision import NotFound
from application.documents.order_form.answer import NoTerms, commissions_of, order_form
from application.documents.order_form.page import page
from application.viewing.answer import ViewAsked
from domain.base.rule import RuleBroken
from domain.commission import commands as c
from domain.worker.commands import ChangeName
from tests.application.documents.given_order_form import (
    FORM,
    Told,
    from_client,
    prepare,
    supplemented,
    words,
)
from tests.given import day
from tests.given_sheets import Town, town_on


@pytest.fixture(scope="module")
def town(postgres_url: str) -> Iterator[Town]:
    """Give a town with workers and orders; each test has a commission of its own in it."""
    with town_on(postgres_url, f"test_{uuid4().hex}") as town:
        prepare(town)
        yield town


@pytest.fixture(scope="module")
def form(town: Town) -> tuple[Told, int]:
    """Give a commission whose terms were stated and supplemented, and the position between."""
    return supplemented(town)


@pytest.fixture(scope="module")
def answer(form: tuple[Told, int]) -> dict[str, Any]:
    """Give its order form of a day after that, the name opened."""
    return form[0].answer(opened=True, valid_on=day("2024-07-01"))


@pytest.fixture
def told(town: Town) -> Told:
    """Give another commission, which is only offered."""
    there = commissions_of(town.consortium, "O-1", town.position())
    return Told(town, ordinal=len(there) + 11)


@pytest.mark.parametrize(
    ("number", "heading", "said"),
    [
        (
            1,
            "委託者とワーカー",
            ["架空町", "長野県架空郡架空町1", "架空係 0267-00-0000", "架空 髙子"],
        ),
        (2, "発注年月日", ["令和6年6月12日"]),
        (3, "業務の内容", ["議事録3件の文字起こし", "3件", "発話者ごとに改行"]),
        (4, "報酬額・支払期日・支払方法", ["30,000円", "令和6年10月18日", "口座振込"]),
        (5, "諸経費", ["通信費", "住民ワーカー"]),
        (6, "納期", ["令和6年9月20日"]),
        (7, "納品の場所・方法", ["共有フォルダに保存"]),
        (8, "検査", ["令和6年9月27日"]),
        (9, "契約の変更", ["協議して条件を変更する"]),
        (10, "不備・遅れ", ["不備は一度まで無償で直す"]),
        (11, "知的財産", ["委託者に譲渡する"]),
        (12, "個人情報", ["業務の終わりに消去する"]),
    ],
)
def test_each_item_comes_out_of_the_record(
    answer: dict[str, Any], number: int, heading: str, said: list[str]
) -> None:
    """In the order of the guideline, under its heading in both languages."""
    item = answer["items"][number - 1]
    assert (item["number"], item["heading"]["ja"]) == (number, heading)
    assert item["heading"]["en"]
    assert set(said) <= {line["words"]["ja"] for line in item["lines"]}
    assert {line["said"] for line in item["lines"]} == {"recorded"}


def test_values_are_data_as_well(answer: dict[str, Any]) -> None:
    """Yen as a number, a day in ISO, a code as it is stored."""
    values = {line["field"]: line["value"] for item in answer["items"] for line in item["lines"]}
    assert (values["amount"], values["payment_due"]) == (30000, "2024-10-18")
    assert (values["payment_method"], values["ordered_on"]) == ("transfer", "2024-06-12")


@pytest.mark.parametrize(
    "name",
    [
        "orderer_name",
        "orderer_address",
        "orderer_contact",
        "quantity",
        "specification",
        "payment_due",
        "expense_bearer",
        "inspect_by",
        "on_changes",
        "on_defects",
        "rights",
        "on_personal_data",
    ],
)
def test_what_was_not_stated_is_said_to_be_missing(told: Told, name: str) -> None:
    """In its place, and once more at the end, so that nobody hands the form over unseen."""
    told.tell(c.StateTerms, "2024-06-12", **FORM | {name: None})
    answer = told.answer()
    (line,) = [one for item in answer["items"] for one in item["lines"] if one["field"] == name]
    assert (line["said"], line["value"]) == ("not-recorded", None)
    assert line["words"]["ja"].startswith("未記載")
    assert line["words"]["en"].startswith("not recorded")
    assert "未記載のある項目" in page(answer).notes[0].ja


def test_what_is_undecided_has_its_reason_and_day(form: tuple[Told, int]) -> None:
    """And is another thing than what is missing."""
    told, before = form
    item = told.answer(as_of=str(before))["items"][2]
    assert words({"items": [item]})["quantity"] == "未定"
    assert item["undecided"] == [
        {
            "item": {"ja": "内容・数量・仕様", "en": "content, quantity, specification"},
            "reason": {"ja": "顧客が決めていない", "en": "the client has not decided"},
            "decide_by": "2024-06-28",
        }
    ]


def test_terms_supplemented_later_show_both_days(answer: dict[str, Any]) -> None:
    """When they were stated, when supplemented, and what was decided then."""
    told = [(one["number"], one["telling"], one["on"]) for one in answer["editions"]]
    assert told == [(1, "stated", "2024-06-12"), (2, "supplemented", "2024-06-20")]
    assert [one["ja"] for one in answer["editions"][1]["decided"]] == ["内容・数量・仕様"]
    days = [row.text.ja for row in page(answer).reference]
    assert days == ["O-1（連番 1）", "令和6年6月12日", "令和6年6月20日"]


def test_a_position_before_the_supplement_shows_the_earlier_form(form: tuple[Told, int]) -> None:
    """As it was recorded by then, and with that position."""
    told, before = form
    answer = told.answer(as_of=str(before))
    assert [one["telling"] for one in answer["editions"]] == ["stated"]
    assert answer["as_of"]["position"] == before
    assert f"位置 {before}（" in page(answer).footer


def test_a_day_before_the_supplement_shows_the_earlier_form(form: tuple[Told, int]) -> None:
    """What was told by that day, whenever it was recorded."""
    told, _ = form
    the_day_before, the_day = (
        told.answer(valid_on=day("2024-06-19")),
        told.answer(valid_on=day("2024-06-20")),
    )
    assert [len(one["editions"]) for one in (the_day_before, the_day)] == [1, 2]


def test_a_form_that_was_corrected_says_so(told: Told) -> None:
    """It shows what holds now, which is not what was recorded first."""
    told.tell(c.StateTerms, "2024-06-12", **FORM)
    told.tell(c.CorrectCommission, "2024-06-14", version=2, now={"on_defects": "二度まで直す"})
    answer = told.answer()
    assert words(answer)["on_defects"] == "二度まで直す"
    assert [one["corrected"] for one in answer["editions"]] == [True]
    assert "条件の第1版は、記録の訂正を含みます。" in [one["ja"] for one in answer["notes"]]


def test_a_monthly_closing_stands_for_the_due_date(told: Told) -> None:
    """The form gives the agreement, and does not work out a day that nobody stated."""
    closing = {"payment_due": None, "closing_day": 31, "pay_months": 1, "pay_day": 20}
    told.tell(c.StateTerms, "2024-06-12", **FORM | closing)
    said = words(told.answer())
    assert said["payment_due"] == "締日と支払日による"
    assert (said["closing_day"], said["pay_months"], said["pay_day"]) == ("月末", "1か月", "20日")


def test_a_client_that_orders_is_called_by_its_number(town: Town) -> None:
    """And not by the id of its record, which is of no use to people."""
    told = from_client(town)
    told.tell(c.StateTerms, "2024-06-12", **FORM)
    assert words(told.answer())["orderer_code"] == "C-1"


def test_work_of_another_orderer_has_its_items(told: Told) -> None:
    """Who ordered it first, and when that one pays; what of this was not told is missing."""
    first = {"entrusting": "re-entrusted", "original_orderer": "架空商事株式会社"}
    told.tell(c.StateTerms, "2024-06-12", **FORM | first)
    said = words(told.answer())
    assert (said["entrusting"], said["original_orderer"]) == ("再委託である", "架空商事株式会社")
    assert said["original_due"] == "未記載"


def test_terms_that_are_told_with_the_offer_make_a_form_too(told: Told) -> None:
    """It is not an order yet, and says so; once withdrawn, it says that."""
    told.tell(c.StateTerms, "2024-06-12", **FORM)
    answer = told.answer()
    assert words(answer)["ordered_on"] == "未受諾"
    assert "この委託はまだ受諾されていません。" in [one["ja"] for one in answer["notes"]]
    told.tell(c.WithdrawOffer, "2024-06-13")
    assert "この委託は令和6年6月13日に取り下げられました。" in [
        one["ja"] for one in told.answer()["notes"]
    ]


def test_a_name_is_opened_only_where_that_is_asked(form: tuple[Told, int], town: Town) -> None:
    """Elsewhere it is said to be there; after a change it is the name of the day."""
    told, _ = form
    sealed = told.answer()
    assert "架空 髙子" not in str(sealed)
    assert words(sealed)["worker_name"] == "（氏名は開いていません）"
    assert page(sealed).addressee.startswith("（氏名は開いていません）")
    assert page(told.answer(opened=True)).addressee == "架空 髙子　様（ワーカー番号 W-1）"
    worker = next(one.stream for one in town.events() if one.topic == "worker.registered")
    change = {"effective_on": "2026-11-20", "worker_id": worker, "name": "架空 髙代",
              "kana": "カクウ タカヨ"}  # fmt: skip
    town.execute(ChangeName.model_validate(change))
    names = [
        words(told.answer(opened=True, valid_on=day(on)))["worker_name"]
        for on in ("2026-11-19", "2026-11-20")
    ]
    assert names == ["架空 髙子", "架空 髙代"]


def test_a_name_that_was_erased_is_said_to_be(
    form: tuple[Told, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form is still there, and everything else on it."""
    told, _ = form
    monkeypatch.setattr(told.town.consortium.vault, "open", lambda _digests: {})
    answer = told.answer(opened=True)
    assert words(answer)["worker_name"] == "［消去済み］"
    assert words(answer)["orderer_name"] == "架空町"


def test_an_individual_number_never_reaches_a_form(told: Told) -> None:
    """It stops at the door, so that there is none to print; no item asks for one."""
    with pytest.raises(RuleBroken) as refused:
        told.tell(c.StateTerms, "2024-06-12", **FORM | {"on_personal_data": "番号 123456789018"})
    assert refused.value.rule.code == "looks-like-individual-number"
    told.tell(c.StateTerms, "2024-06-12", **FORM)
    assert "個人番号" not in str(told.answer(opened=True))


def test_there_is_no_form_before_terms_are_stated(told: Told) -> None:
    """Nor of what is no commission, nor before it was offered."""
    with pytest.raises(NoTerms):
        told.answer()
    told.tell(c.StateTerms, "2024-06-12", **FORM)
    with pytest.raises(NoTerms):
        told.answer(valid_on=day("2024-06-11"))
    with pytest.raises(NotFound):
        told.answer(valid_on=day("2024-06-10"))
    with pytest.raises(NotFound):
        order_form(told.town.consortium, uuid4(), ViewAsked())


def test_commissions_are_found_by_order_worker_and_ordinal(form: tuple[Told, int]) -> None:
    """As people name them."""
    told, before = form
    assert commissions_of(told.town.consortium, "O-1", before)["W-1", 1] == told.id
    assert commissions_of(told.town.consortium, "O-9", before) == {}
