"""Orders, commissions, sessions, money, facts: each step on its own day, and only what is new."""

from typing import Any

import pytest

from application.decision import stream_id
from application.documents.cells import Cell
from application.documents.preview import Line
from domain.base.event import Event
from domain.commission import commands as commission
from domain.commission import events as ce
from domain.engagement import commands as engagement
from domain.engagement import events as ee
from domain.expenditure import events as xe
from domain.kpi import commands as kpi
from domain.kpi import events as ke
from domain.mentorship import events as me
from domain.worker import events as we
from domain.worker.commands import WithdrawSkill
from tests.given import day
from tests.given_sheets import GRANT, SHEETS, Town, one


def changed(kind: str, row: int, **cells: Cell) -> tuple[list[str], list[list[Cell]]]:
    """Give a sheet's header and one of its rows with other cells, by header; new ones are added."""
    header, rows = SHEETS[kind]
    values: dict[str, Cell] = dict(zip(header, rows[row], strict=True)) | cells
    return list(values), [list(values.values())]


def commanded(line: Line) -> list[str]:
    """Give the kinds of commands that a row asks for."""
    return [type(command).__name__ for command in line.commands]


def last(town: Town, kind: type[Event]) -> Any:  # noqa: ANN401
    """Give the last event of one kind."""
    return [r.event for r in town.events() if isinstance(r.event, kind)][-1]


def test_a_new_order_is_recorded_with_all_its_steps(town: Town) -> None:
    """Inquiry, estimate, order, invoice and money, each on the day that the row says."""
    town.take_all(upto="clients")
    before = town.position()
    town.take("orders", *SHEETS["orders"], programme=GRANT)
    steps = [(type(r.event).__name__, str(r.event.effective_on)) for r in town.events(before)[1:]]
    assert steps == [
        ("InquiryReceived", "2024-06-03"),
        ("EstimateGiven", "2024-06-05"),
        ("OrderReceived", "2024-06-10"),
        ("OrderContinued", "2024-09-02"),
        ("InvoiceIssued", "2024-10-01"),
        ("MoneyReceived", "2024-10-31"),
        ("EngagementAttributed", "2024-06-10"),
        ("InquiryReceived", "2024-07-01"),
    ]
    assert {r.event.programme for r in town.events(before)[1:]} == {GRANT}
    assert {r.by.source.row for r in town.events(before)[1:] if r.by.source} == {2, 3}
    assert all(r.by.taken_over for r in town.events(before)[1:])
    assert last(town, ee.MoneyReceived).amount == 60000
    assert last(town, ee.OrderReceived).amount == 100000


def test_a_step_that_was_filled_in_since_is_recorded_on_its_day(town: Town) -> None:
    """No day is asked for: the sheet says it."""
    town.take_all(upto="orders")
    header, rows = changed(
        "orders", 1, 受注日="R6.7.8", 受注額=200000, 税区分="税込（標準税率）", 納期="R7.1.31",
        受注者="町（市町村）", 受注者のコード="203246",
    )  # fmt: skip
    before = town.position()
    town.take("orders", header, rows, programme=GRANT)
    assert town.names(before)[1:] == ["OrderReceived"]
    assert last(town, ee.OrderReceived).effective_on == day("2024-07-08")


def test_money_that_came_in_since_is_the_difference(town: Town) -> None:
    """A sheet carries the total on; what came since came on its later day."""
    town.take_all(upto="orders")
    header, rows = changed("orders", 0, 入金日="R6.11.29", 入金額="100,000円")
    town.take("orders", header, rows, programme=GRANT)
    received = last(town, ee.MoneyReceived)
    assert (received.amount, received.effective_on) == (40000, day("2024-11-29"))
    for cells in (
        {"入金額": 90000},
        {"入金日": "R6.12.1"},
        {"入金日": "R6.10.31", "入金額": 100000},
    ):
        line = one(town.compare("orders", *changed("orders", 0, **cells), programme=GRANT))
        assert line.status == "bad"
        assert "void-engagement-entry" in line.faults[0].reason


def test_a_changed_order_asks_its_day_and_a_changed_title_is_corrected(town: Town) -> None:
    """The client agreed to another sum on some day; a title is what it is."""
    town.take_all(upto="orders")
    header, rows = changed("orders", 0, 受注額=120000)
    line = one(town.compare("orders", header, rows, programme=GRANT))
    assert line.status == "in_doubt"
    line = one(town.compare("orders", header, rows, changes_from=day("2024-08-01")))
    assert isinstance(line.commands[0], engagement.ChangeOrder)
    assert (line.commands[0].amount, line.commands[0].due_day) == (120000, day("2024-09-30"))
    header, rows = changed("orders", 0, 件名="別の件名", 顧客番号="C-2")
    line = one(town.compare("orders", header, rows))
    assert [f.column for f in line.faults] == ["顧客番号", "件名"]
    assert "correct-engagement" in line.faults[0].reason


def test_a_further_invoice_of_an_order_comes_in_a_row_of_its_own_number(town: Town) -> None:
    """The first stays known, and a sheet that shows it says nothing new."""
    town.take_all(upto="orders")
    more = changed("orders", 0, 受注額=150000)
    town.take("orders", *more, changes_from=day("2024-08-01"))
    second: dict[str, Cell] = {
        "受注額": 150000, "請求書番号": "INV-2", "請求額": 50000, "請求日": "R6.11.1",
        "入金日": "R6.11.30", "入金額": 50000, "支払期日": "R6.11.30",
        "10%対象の税込額": 50000, "10%の税額": 4545,
    }  # fmt: skip
    before = town.position()
    town.take("orders", *changed("orders", 0, **second))
    assert town.names(before)[1:] == ["InvoiceIssued", "MoneyReceived"]
    for cells in ({"受注額": 150000}, second):
        line = one(town.compare("orders", *changed("orders", 0, **cells)))
        assert line.status == "unchanged", line


def test_an_order_of_no_programme_and_of_no_client_is_bad(town: Town) -> None:
    """Whose scope it is has to be said, by a column or for the whole file."""
    town.take_all(upto="clients")
    line = one(town.compare("orders", *changed("orders", 1)))
    assert [f.column for f in line.faults] == ["事業区分"]
    line = one(town.compare("orders", *changed("orders", 1, 顧客番号="C-9"), programme=GRANT))
    assert [(f.column, f.value) for f in line.faults] == [("顧客番号", "C-9")]
    header, rows = changed("orders", 1, 受注額=5000)
    line = one(town.compare("orders", header, rows, programme=GRANT))
    assert [f.column for f in line.faults] == ["受注日"]


def test_a_commission_is_recorded_with_all_its_steps(town: Town) -> None:
    """From the offer to the payment, and nothing where the row says nothing."""
    town.take_all(upto="orders")
    before = town.position()
    town.take("commissions", *SHEETS["commissions"], programme=GRANT)
    assert town.names(before)[1:] == [
        "CommissionOffered",
        "CommissionAccepted",
        "TermsStated",
        "WorkDelivered",
        "InspectionPassed",
        "RemunerationPaid",
        "CommissionCompleted",
        "CommissionOffered",
    ]
    paid = last(town, ce.RemunerationPaid)
    assert (paid.gross, paid.withheld, paid.transferred) == (30000, 3063, 26937)
    assert paid.effective_on == day("2024-10-18")
    assert last(town, ce.CommissionOffered).person_id == stream_id(
        town.consortium.log.namespace, "person", "W-2"
    )


def test_later_steps_and_changed_terms_of_a_commission(town: Town) -> None:
    """A step has its own day; other terms need a day and a cause."""
    town.take_all(upto="commissions")
    accepted: dict[str, Cell] = {
        "受諾日": "R6.6.13", "条件明示日": "R6.6.13", "納品の場所・方法": "メール",
        "検査完了期日": "R6.9.27", "支払期日": "R6.10.18", "支払方法": "口座振込",
    }  # fmt: skip
    header, rows = changed("commissions", 1, **accepted)
    town.take("commissions", header, rows)
    assert one(town.compare("commissions", header, rows)).status == "unchanged"
    later = changed("commissions", 1, **accepted, 報酬額=25000, 条件変更の原因="指示の変更")
    assert one(town.compare("commissions", *later)).status == "in_doubt"
    line = one(town.compare("commissions", *later, changes_from=day("2024-08-01")))
    assert commanded(line) == ["ChangeTerms"]
    uncaused = changed("commissions", 1, **accepted, 報酬額=25000)
    line = one(town.compare("commissions", *uncaused, changes_from=day("2024-08-01")))
    assert [f.column for f in line.faults] == ["条件変更の原因"]


def test_a_payment_has_to_add_up_and_says_what_was_withheld(town: Town) -> None:
    """Nothing is computed that nobody said."""
    town.take_all(upto="orders")
    bad = changed("commissions", 0, 振込額=30000)
    line = one(town.compare("commissions", *bad))
    assert [f.column for f in line.faults] == ["支払総額累計（円）"]
    silent = changed("commissions", 0, 源泉徴収額=None, 振込額=None)
    line = one(town.compare("commissions", *silent))
    assert {f.column for f in line.faults} == {"源泉徴収額累計（円）", "振込額累計（円）"}


def test_an_offer_that_was_declined_is_neither_shown_nor_missing(town: Town) -> None:
    """It appears on no page but the offer's, and is not offered again by an old sheet."""
    town.take_all(upto="commissions")
    worker = stream_id(town.consortium.log.namespace, "worker", "W-2")
    order = stream_id(town.consortium.log.namespace, "engagement", "O-1")
    offered = stream_id(town.consortium.log.namespace, "commission", f"{order}|{worker}|1")
    town.execute(
        commission.DeclineOffer(
            effective_on=day("2024-06-20"), programme=GRANT, commission_id=offered
        )
    )
    assert len(town.export("commissions").rows) == 1
    header, rows = SHEETS["commissions"]
    assert [line.status for line in town.compare("commissions", header, rows)] == ["unchanged"] * 2
    assert town.compare("commissions", header, rows[:1]) != []


def test_sessions_are_planned_and_held(town: Town) -> None:
    """A sheet of sessions that were held seldom says when they were planned."""
    town.take_all(upto="mentorships")
    before = town.position()
    town.take("sessions", *SHEETS["sessions"])
    assert town.names(before)[1:] == [
        "SessionPlanned",
        "SessionHeld",
        "SessionPlanned",
        "SessionMissed",
        "SessionPlanned",
    ]
    header, rows = changed("sessions", 2, 実施日="R6.8.22")
    town.take("sessions", header, rows)
    held = last(town, me.SessionHeld)
    assert (held.effective_on, held.minutes) == (day("2024-08-22"), 45)
    line = one(town.compare("sessions", *changed("sessions", 0, ワーカー番号="W-3")))
    assert [(f.column, f.value) for f in line.faults] == [("ワーカー番号", "W-3")]
    line = one(town.compare("sessions", *changed("sessions", 0, 実施日="R6.6.22")))
    assert "correct-session" in line.faults[0].reason


def test_a_mentor_whom_no_register_knows_is_asked_about(town: Town) -> None:
    """A slip of the pen must not become a person."""
    town.take_all(upto="orders")
    header, rows = changed("mentorships", 0, メンター番号="M-1")
    assert one(town.compare("mentorships", header, rows)).status == "in_doubt"
    line = one(town.compare("mentorships", header, rows, same_person={"M-1": "M-1"}))
    assert commanded(line) == ["RequestMentorship", "ProposeMentor", "AcceptProposal"]


def test_expenditures_are_committed_paid_and_returned(town: Town) -> None:
    """Each on its day; 節 by number, by name or both, in the table of the year."""
    town.take_all(upto="sessions")
    before = town.position()
    town.take("expenditures", *SHEETS["expenditures"], programme=GRANT)
    assert town.names(before)[1:] == [
        "ExpenditureCommitted",
        "ExpenditurePaid",
        "ExpenditureReturned",
        "ExpenditureCommitted",
        "ExpenditureCommitted",
        "ExpenditurePaid",
    ]
    committed, travel = town.events(before)[4].event, last(town, xe.ExpenditureCommitted)
    assert isinstance(committed, xe.ExpenditureCommitted)
    assert (travel.accounts, travel.traveller) == ("corporation", "resident")
    assert travel.payee_person == stream_id(town.consortium.log.namespace, "person", "W-2")
    assert (committed.budget_item, committed.municipality) == ("r2:12", "joint")
    assert committed.effective_on == day("2024-07-01")
    header, rows = changed("expenditures", 1, 支出日="R6.12.2")
    town.take("expenditures", header, rows, programme=GRANT)
    assert last(town, xe.ExpenditurePaid).amount == 300000
    line = one(town.compare("expenditures", header, rows, programme=GRANT))
    assert line.status == "unchanged"


def test_what_was_paid_too_late_is_taken_over_as_a_fact(town: Town) -> None:
    """After the accounts of the year were closed: it is recorded, and stays to be checked."""
    town.take_all(upto="expenditures")
    late = {"支出日": "R7.6.2"}
    line = one(town.compare("expenditures", *changed("expenditures", 1, **late), programme=GRANT))
    assert line.status == "bad"
    assert "paid-after-closing" in line.faults[0].reason
    header, rows = changed("expenditures", 1, **late, 既に行われた事実として記録する="はい")
    town.take("expenditures", header, rows, programme=GRANT)
    assert last(town, xe.ExpenditurePaid).effective_on == day("2025-06-02")


def test_steps_of_an_expenditure_are_what_its_sheet_sums_up(town: Town) -> None:
    """A payment that stands on both sheets is recorded once; inspections stand on one."""
    town.take_all(upto="expenditures")
    header, rows = SHEETS["expenditure-steps"]
    lines = town.compare("expenditure-steps", header, rows, programme=GRANT)
    assert [line.status for line in lines] == [*["new"] * 2, *["unchanged"] * 3, "new"]
    town.take("expenditure-steps", header, rows, programme=GRANT)
    inspected = last(town, xe.ExpenditureInspected)
    assert (inspected.amount, inspected.delivered_on) == (1_200_000, day("2024-09-30"))
    assert last(town, xe.PaymentOrdered).order_number == "命-045"
    assert last(town, xe.CommitmentCancelled).number == "R6-013"
    wanted = changed("expenditure-steps", 1, 支出命令番号=None)
    line = one(town.compare("expenditure-steps", *wanted, programme=GRANT))
    assert [fault.column for fault in line.faults] == ["支出命令番号"]


@pytest.mark.parametrize("said", ["13 委託料", "委託", "28", "r3:12"])
def test_a_budget_item_whose_number_and_name_disagree_is_bad(town: Town, said: str) -> None:
    """13 was 委託料 until 令和元年度."""
    town.take_all(upto="evidence")
    header, rows = changed("expenditures", 0, 節=said)
    line = one(town.compare("expenditures", header, rows, programme=GRANT))
    assert [(f.column, f.value) for f in line.faults] == [("節", said)]


def test_what_the_rules_refuse_is_bad_with_the_rules_words(town: Town) -> None:
    """The whole row is refused, and nothing of it stands in the way of the next."""
    town.take_all(upto="evidence")
    header, rows = SHEETS["expenditures"]
    wrong = [*rows[0]]
    wrong[3] = "9-unknown"
    lines = town.compare("expenditures", header, [wrong, rows[1]], programme=GRANT)
    assert [line.status for line in lines] == ["bad", "new"]
    assert "budget-line-unknown" in lines[0].faults[0].reason


def test_missing_rows_are_those_of_the_years_that_the_sheet_holds(town: Town) -> None:
    """A sheet of one fiscal year says nothing of another."""
    town.take_all()
    header, rows = changed("expenditures", 0)
    assert town.preview_rows("expenditures", header, rows).missing == [
        f"{GRANT}|joint|2024|R6-013",
        f"{GRANT}|joint|2024|R6-014",
    ]
    header, rows = changed("expenditures", 0, 年度="R7", 支出負担行為番号="R7-001")
    assert town.preview_rows("expenditures", header, rows).missing == []


def test_facts_count_people_by_their_numbers(town: Town) -> None:
    """The subject of a worker's fact is the person, and the year is that of the day."""
    town.take_all(upto="expenditures")
    before = town.position()
    town.take("facts", *SHEETS["facts"], programme=GRANT)
    first, second = (r.event for r in town.events(before)[1:])
    assert isinstance(first, ke.FactCounted)
    assert isinstance(second, ke.FactCounted)
    assert first.subject == stream_id(town.consortium.log.namespace, "person", "W-1")
    assert second.fiscal_year == 2024
    assert second.municipality == "joint"
    line = one(town.compare("facts", *changed("facts", 0, 数える対象="W-99"), programme=GRANT))
    assert line.status == "bad"
    line = one(town.compare("facts", *changed("facts", 0, 証拠番号="E-9"), programme=GRANT))
    assert [(f.column, f.value) for f in line.faults] == [("証拠番号", "E-9")]


def test_what_was_voided_is_not_counted_again_by_the_same_sheet(town: Town) -> None:
    """Somebody decided that it must not count; a person decides again."""
    town.take_all()
    fact = next(r.stream for r in town.events() if isinstance(r.event, ke.FactCounted))
    town.execute(
        kpi.VoidFact(effective_on=day("2025-04-01"), programme=GRANT, fact_id=fact, version=1)
    )
    lines = town.compare("facts", *SHEETS["facts"], programme=GRANT)
    assert [line.status for line in lines] == ["in_doubt", "unchanged"]


def test_a_skill_at_a_new_level_has_its_own_day(town: Town) -> None:
    """An older sheet says nothing new; another level on the same day is a correction."""
    town.take_all(upto="skills")
    header, rows = changed(
        "skills", 0, レベル=3, 評価日="R6.11.1", 評価方法="試験", 評価者番号="W-2"
    )
    town.take("skills", header, rows)
    assessed = last(town, we.SkillAssessed)
    assert (assessed.level, assessed.effective_on) == (3, day("2024-11-01"))
    assert one(town.compare("skills", *changed("skills", 0))).status == "unchanged"
    line = one(town.compare("skills", *changed("skills", 0, レベル=5, 評価日="R6.11.1")))
    assert "correct-skill" in line.faults[0].reason
    line = one(town.compare("skills", *changed("skills", 0, ワーカー番号="W-77")))
    assert [(f.column, f.value) for f in line.faults] == [("ワーカー番号", "W-77")]


def test_a_skill_that_was_withdrawn_is_not_claimed_again_by_the_same_sheet(town: Town) -> None:
    """It is neither new nor missing."""
    town.take_all(upto="skills")
    worker = stream_id(town.consortium.log.namespace, "worker", "W-1")
    town.execute(
        WithdrawSkill(
            effective_on=day("2025-01-01"), worker_id=worker, skill="data-entry", framework="dss"
        )
    )
    found = town.preview_rows("skills", *SHEETS["skills"])
    assert [line.status for line in found.lines] == ["unchanged"] * 2
    assert len(town.export("skills").rows) == 1


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (7123456789012, "new"),
        ("７１２３４５６７８９０１２", "new"),
        ("8000020130002", "bad"),
        ("80000201300", "bad"),
        (None, "new"),
    ],
)
def test_a_corporate_number_is_checked(town: Town, number: Cell, status: str) -> None:
    """Thirteen digits, of which the first follows from the others."""
    line = one(town.compare("clients", *changed("clients", 0, 法人番号=number)))
    assert line.status == status
    if status == "bad":
        assert [(f.column, f.value) for f in line.faults] == [("法人番号", number)]
        assert "法人番号" in line.faults[0].reason


def test_a_client_is_renamed_from_a_day_on(town: Town) -> None:
    """What else differs is a correction."""
    town.take_all(upto="clients")
    header, rows = changed("clients", 0, 顧客名="架空ホールディングス")
    assert one(town.compare("clients", header, rows)).status == "in_doubt"
    line = one(town.compare("clients", header, rows, changes_from=day("2025-04-01")))
    assert commanded(line) == ["RenameClient"]
    line = one(town.compare("clients", *changed("clients", 0, 担当者="架空 次郎")))
    assert "correct-client" in line.faults[0].reason


def test_evidence_keeps_its_numbers_and_days(town: Town) -> None:
    """What is registered is only corrected; an approval has both day and number."""
    town.take_all(upto="evidence")
    line = one(town.compare("evidence", *changed("evidence", 0, 保管場所="書庫4")))
    assert "correct-evidence" in line.faults[0].reason
    line = one(town.compare("evidence", *changed("evidence", 0, 証拠番号="E-3", 決裁番号=None)))
    assert line.status == "bad"


def test_a_sheet_carries_the_order_form_and_facts_that_a_rule_refuses(town: Town) -> None:
    """The items of the form, a claim and a start; a late due date only as a fact that happened."""
    town.take_all(upto="orders")
    header, rows = SHEETS["commissions"]
    form: dict[str, Cell] = {
        "数量": "3件", "知的財産の扱い": "委託者に譲渡する", "締日（31は月末）": 31,
        "締めた月から支払月までの月数": 1, "支払日（31は月末）": 31, "支払期日": "R6.10.31",
        "業務開始日": "R6.6.13", "請求書受領日": "R6.9.26", "請求額累計（円）": 30000,
    }  # fmt: skip
    before = town.position()
    town.take("commissions", [*header, *(set(form) - set(header))], [
        [*(form.get(name, cell) for name, cell in zip(header, rows[0], strict=True)),
         *(form[name] for name in set(form) - set(header))],
    ], programme=GRANT)  # fmt: skip
    assert {"WorkStarted", "RemunerationClaimed"} <= set(town.names(before))
    stated = last(town, ce.TermsStated)
    assert (stated.quantity, stated.rights, stated.closing_day) == ("3件", "transferred", 31)
    exported = town.export("commissions")
    line = one(town.compare("commissions", exported.header, exported.rows))
    assert line.status == "unchanged"


def test_what_a_rule_refuses_is_taken_over_as_a_fact(town: Town) -> None:
    """Accepted after the act came into force, and due beyond the 60th day."""
    town.take_all(upto="orders")
    header, rows = SHEETS["commissions"]
    said: dict[str, Cell] = {
        "打診日": "R6.11.1", "受諾日": "R6.11.1", "条件明示日": "R6.11.1", "納品期日": "R6.11.29",
        "検査完了期日": "R6.12.6", "支払期日": "R7.2.28", "受領日": None, "検査日": None,
        "支払日": None,
        "支払総額": None, "源泉徴収額": None, "振込額": None, "完了日": None,
    }  # fmt: skip
    row = [said.get(name, cell) for name, cell in zip(header, rows[0], strict=True)]
    line = one(town.compare("commissions", header, [row], programme=GRANT))
    assert line.status == "bad"
    fact = [*header, "記録の仕方"], [[*row, "既に行われた事実"]]
    town.take("commissions", *fact, programme=GRANT)
    assert last(town, ce.TermsStated).as_fact
