"""Expenditures (支出): what was committed, paid and returned, on which line, each on its day.

Inspections and payment orders stand on the sheet of the steps of expenditures.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    MUNICIPALITY_NAME,
    PROGRAMME,
    CannotSay,
    Column,
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    increase,
    need,
    refuse_changes,
)
from application.documents.record import Known, Record, Row, collect
from application.documents.references import meet, settle_evidence, settle_person
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.event import COMMON
from domain.base.fields import Number, Text
from domain.base.values.budget_item import (
    budget_item,
    budget_item_name,
    budget_items,
    budget_table_of,
    parse_budget_item,
)
from domain.base.values.text import plain_code, search_key
from domain.base.words import Label
from domain.expenditure import commands as c
from domain.expenditure import events as e

_FIXED = (
    "line", "pillar", "budget_item", "purpose", "committed_on", "amount", "evidence", "accounts",
    "purpose_kind", "purpose_number", "payee", "payee_person", "traveller", "prior_year",
)  # fmt: skip
"""What a commitment says, and no later row of the same expenditure changes."""
COLUMNS = (
    column_of(c.CommitExpenditure, "number", "番号", "伝票番号", required=True),
    column_of(c.CommitExpenditure, "fiscal_year", "会計年度", required=True),
    column_of(c.CommitExpenditure, "municipality", "自治体コード", "市町村コード"),
    MUNICIPALITY_NAME,
    PROGRAMME,
    column_of(c.CommitExpenditure, "line", "事業費目", "予算区分"),
    column_of(c.CommitExpenditure, "pillar", "柱"),
    column_of(c.CommitExpenditure, "budget_item", "節", "節区分", annotation=Text),
    column_of(c.CommitExpenditure, "purpose", "支出件名", "摘要", "内容"),
    day_of(c.CommitExpenditure, "committed_on", "負担行為日", "committed on", "支出負担行為日"),
    column_of(c.CommitExpenditure, "amount", "負担行為額",
              label=Label("金額（円）", "committed in yen")),
    day_of(c.PayExpenditure, "paid_on", "支出日", "paid on", "支払日"),
    column_of(c.PayExpenditure, "amount", "支出額", "支出済額", name="paid",
              label=Label("支出額累計（円）", "paid so far in yen")),
    day_of(c.ReturnExpenditure, "returned_on", "戻入日", "returned on"),
    column_of(c.ReturnExpenditure, "amount", "戻入額", name="returned",
              label=Label("戻入額累計（円）", "returned so far in yen")),
    Column("evidence", Number, Label("証拠番号", "evidence number"), aliases=("証拠書類",)),
    column_of(c.CommitExpenditure, "accounts", "会計区分"),
    column_of(c.CommitExpenditure, "purpose_kind"),
    column_of(c.CommitExpenditure, "purpose_number"),
    column_of(c.CommitExpenditure, "payee", "法人番号"),
    column_of(c.CommitExpenditure, "payee_person", annotation=Number,
              label=Label("支払先の個人の番号", "number of the payee, if a person")),
    column_of(c.CommitExpenditure, "traveller"),
    column_of(c.CommitExpenditure, "prior_year", "過年度"),
    column_of(c.CommitExpenditure, "as_fact", compared=False),
)  # fmt: skip


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every expenditure with what was paid and returned of it so far."""
    return collect(consortium, "expenditure", _fold)


def _fold(
    stream: UUID, holds: Sequence[Recorded], _directory: Directory
) -> Iterator[tuple[str, Known]]:
    row: dict[str, Any] = {}
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        match event:
            case e.ExpenditureCommitted():
                fields = event.model_dump(exclude={"effective_on"}, exclude_none=True)
                row |= {**fields, "committed_on": day}
            case e.ExpenditurePaid():
                row |= {"paid_on": day, "paid": row.get("paid", 0) + event.amount}
            case e.ExpenditureReturned():
                row |= {"returned_on": day, "returned": row.get("returned", 0) + event.amount}
    yield _key(row), Known(row, stream)


def _key(row: Row) -> str:
    return f"{row['programme']}|{row['municipality']}|{row['fiscal_year']}|{row['number']}"


def settle(place: Place, row: dict[str, Any], record: Record) -> str:
    """An expenditure is known by its number within programme, municipality and fiscal year."""
    if place.programme != COMMON:
        row.setdefault("programme", place.programme)
    need(row, "programme", "municipality")
    key = _key(row)
    for total in ("paid", "returned"):
        if row.get(total) == 0:
            del row[total]
    if "budget_item" in row:
        row["budget_item"] = _budget_item(row["budget_item"], row["fiscal_year"])
    settle_evidence(row, record)
    settle_person(place, row, record, "payee_person")
    return key


def _budget_item(said: str, fiscal_year: int) -> str:
    """Read a 節 as offices write it, 12 or 委託料 or 12 委託料, by the table of its year."""
    code = plain_code(said)
    if re.match(r"R[0-9]:", code):
        try:
            return parse_budget_item(code)
        except ValueError as error:
            raise CannotSay("budget_item", f"節として読めません / {error}") from None
    table = budget_table_of(fiscal_year)
    match = re.fullmatch(r"(?:第?([0-9]{1,2})節?)?[.:]?(.*)", search_key(said))
    number, name = match.groups() if match else (None, "")
    named = [item for item, label in budget_items(table).items() if search_key(label.ja) == name]
    try:
        numbered = budget_item(int(number), table) if number else None
    except ValueError as error:
        raise CannotSay("budget_item", f"節として読めません / {error}") from None
    if numbered and (not name or named == [numbered]):
        return numbered
    if named and not numbered:
        return named[0]
    official = (
        f"{number} は{budget_item_name(numbered).ja}です" if numbered else "節の名称ではありません"
    )
    raise CannotSay("budget_item", f"{official} / not a budget item of {table}")


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Commit, pay and return, each on its own day."""
    made: list[Command] = []
    programme = row["programme"]
    if known is None:
        need(row, "line", "pillar", "budget_item", "purpose", "committed_on", "amount")
        meet(place, row, record, "payee_person", "支払先の個人")
        plan_id = place.id_of("plan", programme) if programme.startswith("grant:") else None
        commit = ask(c.CommitExpenditure, row, row["committed_on"], programme, plan_id=plan_id)
        stream = place.id_of("expenditure", commit.opens())
        was: Row = {}
        made.append(commit)
    else:
        was, stream = known.row, known.about
        refuse_changes(row, was, c.CorrectExpenditure, *_FIXED)
    money = dict(row)
    if "paid_on" in row and "paid" not in row and "paid" not in was:
        # A day without an amount says that the whole was paid.
        money["paid"] = row.get("amount", was.get("amount"))
    on: dict[str, Any] = {"programme": programme, "expenditure_id": stream}
    on |= {"as_fact": row["as_fact"]} if "as_fact" in row else {}
    if came := increase(money, was, "paid", "paid_on", c.VoidExpenditure):
        made.append(ask(c.PayExpenditure, {}, came.on, **on, amount=came.amount))
    if came := increase(money, was, "returned", "returned_on", c.VoidExpenditure):
        made.append(ask(c.ReturnExpenditure, {}, came.on, **on, amount=came.amount))
    return made


KIND = Kind(
    name="expenditures",
    label=Label("支出", "Expenditures"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(c.CommitExpenditure, c.PayExpenditure, c.ReturnExpenditure),
    scope=("programme", "fiscal_year", "municipality"),
)
