"""A town on a real PostgreSQL and the sheets it keeps; every person in them is made up (架空)."""

# ruff: noqa: E501, ANN401 - the rows of a sheet stand in one line, and answers are of any type

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from psycopg_pool import ConnectionPool

from application.documents.cells import Cell
from application.documents.exporting import Export, export
from application.documents.importing import File, Imported, record
from application.documents.kind import Place
from application.documents.preview import Line, Preview, preview
from application.documents.registry import KINDS
from application.execute import execute
from application.ports import Receipt
from application.recorded import Entry, Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.grant.commands import NameKpi, SetBudgetLine, SubmitPlan
from domain.mock_work.commands import OpenMockTask, PlanMockTask
from domain.training.commands import HoldTraining, PlanTraining, ScheduleTraining
from infrastructure.documents.files import read_tables, write_xlsx
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.installation import put_together
from infrastructure.postgres.log import PostgresLog

TODAY = date(2026, 11, 23)
GRANT = "grant:dx-r6"
Cells = Sequence[Sequence[Cell]]

SHEETS: dict[str, tuple[list[str], list[list[Cell]]]] = {
    "workers": (
        ["ワーカー番号", "氏名", "フリガナ", "生年月日", "市町村コード", "市町村名", "連絡先", "登録日"],
        [
            ["W-1", "架空 髙子", "カクウ タカコ", "S60.4.2", "203246", "立科町", "taka@example.jp",
             "令和6年5月1日"],
            ["W-2", "架空 﨑男", "カクウ サキオ", "H2/1/15", "202126", "大町市", None, "R6.6.3"],
            ["W-3", "架空 助子", "カクウ スケコ", None, "152161", "糸魚川市", None, "2024-07-01"],
        ],
    ),
    "evidence": (
        ["証拠番号", "証拠の種類", "件名", "日付", "文書番号", "収受日", "決裁日", "決裁番号",
         "保管場所"],
        [
            ["E-1", "請求書", "研修業務委託 請求書", "R6.10.1", "6立企第123号", "R6.10.2", "R6.10.3",
             "決-45", "書庫3 簿冊12"],
            ["E-2", "証明書・登録通知", "検定の合格証", "R6.9.30", None, None, None, None, None],
        ],
    ),
    "skills": (
        ["ワーカー番号", "スキル", "スキル標準", "標準の版", "レベル", "評価方法", "評価者番号",
         "評価日", "証拠番号"],
        [
            ["W-1", "data-entry", "dss", "1.2", "２", "自己申告", None, "R6.5.10", None],
            ["W-2", "writing", "dss", "1.2", 3, "試験", "W-1", "R6.9.30", "E-2"],
        ],
    ),
    "consents": (
        ["人の番号", "同意の目的", "同意の範囲", "同意日", "同意文", "同意文の版", "証拠番号"],
        [
            ["W-1", "広報への掲載", "写真", "R6.7.1", "publicity-consent", "1", "E-2"],
            ["W-2", "構成員の間での共有", "全体", "2024/7/2", "sharing-consent", "1", None],
        ],
    ),
    "clients": (
        ["顧客番号", "顧客名", "顧客の種類", "顧客の区分", "きっかけ", "法人番号", "登録番号", "所在地",
         "規模", "業種", "担当者", "登録日", "登録番号の確認日", "登録番号の確認結果"],
        [
            ["C-1", "架空商事株式会社", "企業", "顧客", "紹介", "7123456789012", "Ｔ７１２３４５６７８９０１２",
             "東京都架空区", "中小企業者", "情報通信業", "架空 太郎", "R6.4.10", "R6.4.12", "登録あり"],
            ["C-2", "立科町", "自治体", "顧客候補", None, "6000020203246", None, None, None, None, None,
             "R6.4.10", None, None],
        ],
    ),
    "orders": (
        ["案件番号", "顧客番号", "件名", "業務の種類", "財源", "市町村コード", "引き合い日", "見積日",
         "見積額", "受注日", "受注額", "税区分", "納期", "受注者", "受注者のコード", "継続", "継続した日",
         "請求日", "請求書番号", "請求額", "支払期日", "発行者の登録番号", "10%対象の税込額", "10%の税額",
         "入金日", "入金額", "きっかけの判明日", "受注のきっかけ", "きっかけの番号"],
        [
            ["O-1", "C-1", "議事録の文字起こし", "制作業務", "顧客からの受注代金", "203246",
             "R6.6.3", "R6.6.5", "100,000円", "R6.6.10", "１００，０００", "税込（標準税率）", "R6.9.30",
             "町（市町村）", "203246", "毎月継続", "R6.9.2", "R6.10.1", "INV-1", 100000, "R6.10.31",
             "T6000020203246", 100000, 9090, "R6.10.31", 60000, "R6.6.10", "商談", "L-1"],
            ["O-2", "C-2", "紙台帳の入力", "デジタイゼーション業務", "交付金", "共同", "R6.7.1",
             *[None] * 22],
        ],
    ),
    "leads": (
        ["商談番号", "顧客番号", "商談の件名", "きっかけ", "市町村コード", "市町村名", "開始日", "面談日",
         "面談の方法", "提案日", "提案額", "更新日", "見込み", "次の行動", "次の行動の期日", "受注日",
         "案件番号", "失注日", "失注の理由"],
        [
            ["L-1", "C-1", "議事録の相談", "紹介", "203246", "立科町", "R6.5.1", "R6.5.10", "訪問", "R6.5.20",
             "90,000円", "R6.5.21", "関心がある", "連絡する", "R6.6.1", "R6.6.10", "O-1", None, None],
            ["L-2", "C-2", "台帳の相談", "自治体を通じて", "共同", None, "R6.5.1", None, None, None, None, None,
             None, None, None, None, None, "R6.6.30", "先方の予算がない"],
        ],
    ),
    "commissions": (
        ["案件番号", "ワーカー番号", "連番", "委託者", "委託者のコード", "委託内容", "報酬額", "納品期日",
         "打診日", "受諾日", "条件明示日", "納品の場所・方法", "検査完了期日", "支払期日", "支払方法",
         "受領日", "検査日", "支払日", "支払総額", "源泉徴収額", "振込額", "完了日"],
        [
            ["O-1", "W-1", 1, "町（市町村）", "203246", "議事録3件の文字起こし", 30000, "R6.9.20",
             "R6.6.11", "R6.6.12", "R6.6.12", "共有フォルダに保存", "R6.9.27", "R6.10.18", "口座振込",
             "R6.9.19", "R6.9.25", "R6.10.18", 30000, 3063, 26937, "R6.10.18"],
            ["O-1", "W-2", None, "町（市町村）", "203246", "議事録2件の文字起こし", 20000, "R6.9.20",
             "R6.6.11", None, None, None, None, None, None, None, None, None, None, None, None, None],
        ],
    ),
    "mentorships": (
        ["ワーカー番号", "通し番号", "希望日", "メンター番号", "提案の理由", "提案日", "開始日"],
        [["W-1", 1, "R6.5.2", "W-2", "伸ばしたいスキルに合う、近くに住んでいる", "R6.6.5", "R6.6.10"]],
    ),
    "sessions": (
        ["ワーカー番号", "回", "予定日", "時間（分）", "実施日", "不実施日", "不実施の事情"],
        [
            ["W-1", 1, "R6.6.20", 60, "R6.6.21", None, None],
            ["W-1", 2, "R6.7.20", 60, None, "R6.7.20", "その他の事情"],
            ["W-1", 3, "R6.8.20", 45, None, None, None],
        ],
    ),
    "mock-participations": (
        ["模擬業務番号", "ワーカー番号", "参加日", "完了日", "結果", "支払った謝金", "成果物の扱い",
         "参加を終えた日"],
        [
            ["M-1", "W-1", "R6.7.10", "R6.7.26", "基準を満たした", "3,000円", "練習のみ（顧客に渡していない）",
             None],
            ["M-1", "W-2", "R6.7.10", None, None, None, None, "R6.7.20"],
        ],
    ),
    "attendance": (
        ["研修番号", "受講者番号", "申込日", "回", "出席日", "修了日", "受講前の点数", "受講後の点数"],
        [
            ["T-1", "W-1", "R6.7.10", None, None, "R6.8.7", 40, 75],
            ["T-1", "W-2", "R6.7.10", None, None, None, None, None],
            ["T-1", "W-1", None, 1, "R6.7.31", None, None, None],
            ["T-1", "W-2", None, 1, "R6.7.31", None, None, None],
            ["T-1", "W-1", None, 2, "R6.8.7", None, None, None],
        ],
    ),
    "consultations": (
        ["ワーカー番号", "相談の回", "相談日", "相談の種類", "時間（分）"],
        [
            ["W-1", 1, "R6.7.3", "学び・スキル", 45],
            ["W-1", 2, "R6.9.4", "契約・報酬", 30],
            ["W-3", 1, "R6.9.4", "その他", 60],
        ],
    ),
    "employments": (
        ["ワーカー番号", "通し番号", "就業の形", "相手方の種類", "相手方の番号", "市町村コード", "開始日",
         "終了日", "証拠番号"],
        [
            ["W-1", None, "雇用（雇用契約）", "法人（法人番号）", "7123456789012", "203246", "R6.10.1",
             "R7.3.31", "E-2"],
            ["W-1", 2, "自営・起業", "なし（自営）", None, "203246", "R7.4.1", None, None],
            ["W-2", 1, "業務委託", "顧客（記録の番号）", "C-1", "202126", "R6.9.2", None, None],
        ],
    ),
    "expenditures": (
        ["支出負担行為番号", "年度", "市町村コード", "予算科目", "事業の柱", "節", "件名", "負担行為日",
         "金額（円）", "支出日", "支出額", "戻入日", "戻入額", "証拠番号"],
        [
            ["R6-012", "令和6年度", "共同", "2-training", 2, "12 委託料", "人材育成研修", "R6.6.3",
             "1,200,000", "R6.10.15", "1,200,000", "R7.1.20", 20000, "E-1"],
            ["R6-013", "R6", "共同", "2-training", "2", "委託料", "教材の作成", 45474, 300000, None, None,
             None, None, None],
        ],
    ),
    "facts": (
        ["KPI", "数える対象", "対象の種類", "計上日", "年度", "市町村コード", "事業の柱", "証拠番号"],
        [
            ["kpi1", "W-1", "ワーカー", "R6.10.1", "R6", "203246", "2", "E-2"],
            ["kpi2", "trial-01", "その他", "R6.11.1", None, "共同", None, None],
        ],
    ),
}  # fmt: skip
"""One sheet of each kind as a town keeps it, in the order in which they are taken over."""


@dataclass
class Town:
    """A consortium, and what becomes of the sheets handed to it."""

    consortium: Consortium

    def place(self, **answers: Any) -> Place:
        """Give the place of commands, with what was answered."""
        return Place(namespace=self.consortium.log.namespace, today=TODAY, **answers)

    def preview(self, kind: str, content: bytes, **answers: Any) -> Preview:
        """Compare a file with the record."""
        return preview(self.consortium, KINDS[kind], read_tables(content), self.place(**answers))

    def preview_rows(
        self, kind: str, header: Sequence[str], rows: Cells, **answers: Any
    ) -> Preview:
        """Compare rows with the record."""
        return self.preview(kind, xlsx([header, *rows]), **{"programme": GRANT, **answers})

    def compare(self, kind: str, header: Sequence[str], rows: Cells, **answers: Any) -> list[Line]:
        """Compare rows with the record."""
        return self.preview(kind, xlsx([header, *rows]), **answers).lines

    def record(self, kind: str, content: bytes, actor: str = "clerk", **answers: Any) -> Imported:
        """Record what a file says."""
        found = self.preview(kind, content, **answers)
        return record(self.consortium, found, File("名簿.xlsx", content, TODAY), actor=actor)

    def take(self, kind: str, header: Sequence[str], rows: Cells, **answers: Any) -> Imported:
        """Record what rows say; all of them have to be new or changed."""
        content = xlsx([header, *rows])
        assert [(line.faults, line.questions) for line in self.preview(kind, content, **answers).lines
                ] == [([], [])] * len(rows)  # fmt: skip
        imported = self.record(kind, content, **answers)
        assert imported.refused == []
        return imported

    def take_all(self, upto: str = "") -> None:
        """Record the sheets of all kinds, or up to one."""
        self.plan()
        self.offer()
        for kind, (header, rows) in SHEETS.items():
            self.take(kind, header, rows, programme=GRANT)
            if kind == upto:
                return

    def plan(self) -> None:
        """Record the plan that expenditures are charged to."""
        plan = self.execute(
            SubmitPlan.model_validate(
                {
                    "effective_on": "2024-04-01",
                    "programme": GRANT,
                    "title": "架空の事業",
                    "project_type": "roll-out",
                    "field": "ローカルイノベーション",
                    "applicants": ["203246", "202126", "152161"],
                    "first_year": 2024,
                    "last_year": 2026,
                    "total_cost": 9_000_000,
                }
            )
        )
        self.execute(
            SetBudgetLine.model_validate(
                {
                    "effective_on": "2024-04-01",
                    "programme": GRANT,
                    "plan_id": plan.stream,
                    "line": "2-training",
                    "fiscal_year": 2024,
                    "municipality": "joint",
                    "title": "人材育成研修",
                    "pillar": "2",
                    "budget_items": ["r2:12"],
                    "amount": 5_000_000,
                }
            )
        )

        for kpi in ("kpi1", "kpi2"):
            named = {
                "kpi": kpi,
                "title": "架空の件数",
                "unit": "件",
                "basis": "annual",
                "figure": kpi,
            }
            of_plan = {"effective_on": "2024-04-01", "plan_id": plan.stream}
            self.execute(NameKpi.model_validate(of_plan | named))

    def offer(self) -> None:
        """Record the mock work and the course that people take part in."""
        task = self.execute(
            PlanMockTask.model_validate(
                {
                    "effective_on": "2024-07-01",
                    "programme": GRANT,
                    "number": "M-1",
                    "title": "架空の議事録の作成",
                    "municipality": "joint",
                    "framework": "dss",
                    "framework_version": "1.2",
                    "skills": ["writing"],
                    "capacity": 2,
                    "first_day": "2024-07-10",
                    "last_day": "2024-07-31",
                    "criteria": "誤記が少ない",
                    "reward": 3000,
                }
            )
        )
        self.execute(OpenMockTask(effective_on=date(2024, 7, 8), task_id=task.stream))
        course = self.execute(
            PlanTraining.model_validate(
                {
                    "effective_on": "2024-07-01",
                    "programme": GRANT,
                    "number": "T-1",
                    "title": "架空の研修",
                    "municipality": "joint",
                    "audience": "worker",
                    "framework": "dss",
                    "framework_version": "1.2",
                    "curriculum": ["writing"],
                    "trainer": "架空研修株式会社",
                }
            )
        )
        for session, on in enumerate((date(2024, 7, 31), date(2024, 8, 7)), start=1):
            one: dict[str, Any] = {"training_id": course.stream, "session": session, "minutes": 90}
            self.execute(ScheduleTraining(effective_on=date(2024, 7, 1), planned_for=on, **one))
            self.execute(HoldTraining(effective_on=on, **one))

    def execute(self, command: Command) -> Receipt:
        """Record one command, as the API does."""
        parts = self.consortium
        return execute(parts.log, parts.vault, command, Entry(actor="clerk"), key=uuid4().hex)

    def export(self, kind: str) -> Export:
        """Give what is exported."""
        return export(self.consortium, KINDS[kind], self.place())

    def exported(self, kind: str) -> bytes:
        """Give what is exported, as a file."""
        made = self.export(kind)
        return write_xlsx(made.title, made.header, made.rows, made.notes)

    def position(self) -> int:
        """Give how many events the log holds."""
        return self.consortium.log.last()[0]

    def events(self, after: int = 0) -> list[Recorded]:
        """Give what was recorded after a position."""
        return list(self.consortium.log.events(after=after))

    def names(self, after: int = 0) -> list[str]:
        """Give the kinds of the events recorded after a position."""
        return [type(one.event).__name__ for one in self.events(after)]


@contextmanager
def town_on(postgres_url: str, schema: str) -> Iterator[Town]:
    """Open a consortium on a real PostgreSQL."""
    with ExitStack() as opened:
        log = opened.enter_context(
            closing(PostgresLog.open(Datastore(postgres_url, schema), origin=f"test/{schema}"))
        )
        datastore = opened.enter_context(closing(Datastore(postgres_url, schema)))
        pool = opened.enter_context(
            ConnectionPool(
                postgres_url, min_size=1, max_size=2, kwargs={"autocommit": True}, open=True
            )
        )
        yield Town(put_together("demo", log, datastore, pool, lambda: TODAY))


def xlsx(rows: Cells, *, date1904: bool = False) -> bytes:
    """Make a file as a spreadsheet program saves it."""
    book = openpyxl.Workbook()
    if date1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def one(lines: Sequence[Line]) -> Line:
    """Give the only row."""
    (line,) = lines
    return line
