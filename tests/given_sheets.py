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
from domain.outcome.commands import DefineIndicator
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
    "skill-steps": (
        ["ワーカー番号", "記録の種類", "日付", "スキル", "スキル標準", "裏づけた人の番号", "証拠番号", "標準の版", "移行先のスキル",
         "移行先の版", "移行先のレベル"],
        [
            ["W-1", "裏づけ", "R6.6.1", "data-entry", "dss", "W-3", "E-2", *[None] * 4],
            ["W-2", "標準の版の移行", "R7.4.1", "writing", "dss", None, None, "1.2", "drafting", "2.0", 3],
        ],
    ),
    "consents": (
        ["人の番号", "同意の目的", "同意の範囲", "同意日", "同意文", "同意文の版", "証拠番号"],
        [
            ["W-1", "広報への掲載", "写真", "R6.7.1", "publicity-consent", "1", "E-2"],
            ["W-2", "構成員の間での共有", "全体", "2024/7/2", "sharing-consent", "1", None],
        ],
    ),
    "consent-withdrawals": (
        ["人の番号", "同意の目的", "同意の範囲", "撤回日", "証拠番号"],
        [["W-2", "構成員の間での共有", "全体", "R7.4.1", None]],
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
    "withholdings": (
        ["業務の種類", "判断した日", "源泉徴収の対象", "判断した部署", "証拠番号"],
        [
            ["制作業務", "R6.5.1", "確認中", "架空町 会計課", None],
            ["制作業務", "R6.6.1", "対象", "架空町 会計課", "E-2"],
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
    "mentoring-goals": (
        ["ワーカー番号", "通し番号", "記録の種類", "日付", "目標番号", "目標の内容", "結果"],
        [
            ["W-1", 1, "目標", "R6.6.20", 1, "一人で議事録を納める（架空）", None],
            ["W-1", 1, "振り返り", "R6.9.20", 1, None, "達成"],
        ],
    ),
    "mock-tasks": (
        ["模擬業務番号", "記録の種類", "日付", "模擬業務名", "市町村", "スキル標準", "標準の版", "対象スキル", "定員", "初日", "最終日",
         "合格の基準", "謝金（円、無償は0）"],
        [
            ["M-1", "企画", "R6.7.1", "架空の議事録の作成", "共同", "dss", "1.2", "writing、data-entry", 2, "R6.7.10",
             "R6.7.31", "誤記が少ない", 3000],
            ["M-1", "募集開始", "R6.7.8", *[None] * 10],
            ["M-1", "募集終了", "R6.7.25", *[None] * 10],
            ["M-2", "企画", "R6.7.1", "架空の図の作成", "共同", "dss", "1.2", "writing", 2, "R6.8.10", "R6.8.31", "見やすい", 0],
            ["M-2", "中止", "R6.8.1", *[None] * 10],
        ],
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
    "mock-supports": (
        ["模擬業務番号", "ワーカー番号", "支援日", "支援の種類", "時間（分）", "支援者の番号"],
        [["M-1", "W-1", "R6.7.15", "質問への回答", 30, "W-2"]],
    ),
    "trainings": (
        ["研修番号", "記録の種類", "日付", "研修名", "市町村", "対象者", "スキル標準", "標準の版", "カリキュラム（スキル項目）",
         "講師（符号または団体名）", "回", "予定日", "時間（分）", "証拠番号"],
        [
            ["T-1", "企画", "R6.7.1", "架空の研修", "共同", "住民ワーカー", "dss", "1.2", "writing", "架空研修株式会社", *[None] * 4],
            ["T-1", "予定", "R6.7.1", *[None] * 7, 1, "R6.7.31", 90, None],
            ["T-1", "予定", "R6.7.1", *[None] * 7, 2, "R6.8.7", 90, None],
            ["T-1", "予定", "R6.7.1", *[None] * 7, 3, "R6.8.14", 90, None],
            ["T-1", "実施", "R6.7.31", *[None] * 7, 1, None, 90, "E-1"],
            ["T-1", "実施", "R6.8.7", *[None] * 7, 2, None, 90, None],
            ["T-1", "回の取りやめ", "R6.8.13", *[None] * 7, 3, None, None, None],
            ["T-1", "研修の中止", "R6.8.20", *[None] * 11],
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
    "career-aims": (
        ["ワーカー番号", "記録の種類", "日付", "目標番号", "目標（非公開）", "振り返りの結果"],
        [
            ["W-1", "目標", "R6.7.3", 1, "在宅で月に五日働く（架空）", None],
            ["W-1", "振り返り", "R6.9.4", 1, None, "継続中"],
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
         "金額（円）", "支出日", "支出額", "戻入日", "戻入額", "証拠番号", "会計", "支払先の個人の番号", "旅費の対象者"],
        [
            ["R6-012", "令和6年度", "共同", "2-training", 2, "12 委託料", "人材育成研修", "R6.6.3",
             "1,200,000", "R6.10.15", "1,200,000", "R7.1.20", 20000, "E-1", "市町村の会計", None, None],
            ["R6-013", "R6", "共同", "2-training", "2", "委託料", "教材の作成", 45474, 300000, None, None,
             None, None, None, None, None, None],
            ["R6-014", "R6", "共同", "2-training", "2", "旅費", "研修の視察", "R6.9.2", 12000, "R6.9.20",
             12000, None, None, None, "法人の会計", "W-2", "住民ワーカー・メンター"],
        ],
    ),
    "expenditure-steps": (
        ["市町村", "年度", "支出負担行為番号", "手続", "日付", "金額（円）", "履行日（納品日）", "支出命令番号", "証拠番号"],
        [
            ["共同", "R6", "R6-012", "検収", "R6.9.30", 1200000, "R6.9.30", None, "E-2"],
            ["共同", "R6", "R6-012", "支出命令", "R6.10.10", "1,200,000", None, "命-045", None],
            ["共同", "R6", "R6-012", "支出", "R6.10.15", 1200000, None, None, None],
            ["共同", "R6", "R6-012", "戻入", "R7.1.20", 20000, None, None, None],
            ["共同", "R6", "R6-014", "支出", "R6.9.20", 12000, None, None, None],
            ["共同", "R6", "R6-013", "負担行為の取消し", "R6.12.1", 100000, None, None, None],
        ],
    ),
    "awards": (
        ["市町村コード", "年度", "手続", "日付", "同じ日の何件目", "文書番号", "交付対象経費（円）", "交付金の額（円）",
         "受領額（円）", "返還額（円）", "返還の理由", "証拠番号"],
        [
            ["203246", "R6", "交付申請", "R6.4.5", None, "6立企第1号", "10,251,000", "5,125,000", None, None, None, "E-1"],
            ["203246", "R6", "交付決定", "R6.5.10", None, "府地創第2号", None, 5125000, None, None, None, None],
            ["203246", "R6", "変更交付決定", "R6.12.2", None, "府地創第3号", None, 5000000, None, None, None, None],
            ["203246", "R6", "概算払", "R6.12.20", 1, None, None, None, 2000000, None, None, None],
            ["203246", "R6", "概算払", "R6.12.20", 2, None, None, None, 2000000, None, None, None],
            ["203246", "R6", "実績報告", "R7.4.8", None, "7立企第4号", 9000000, None, None, None, None, None],
            ["203246", "R6", "額の確定", "R7.5.15", None, "府地創第5号", None, 4500000, None, None, None, None],
            ["203246", "R6", "精算払", "R7.6.2", None, None, None, None, 500000, None, None, None],
            ["203246", "R6", "返還", "R8.2.2", None, None, None, None, None, 10000, "検査・監査の指摘", None],
            ["202126", "R6", "交付申請", "R6.4.5", None, "6大企第1号", 1000000, 500000, None, None, None, None],
        ],
    ),
    "assets": (
        ["市町村コード", "備品番号", "異動", "日付", "品名", "取得価格", "財源", "年度", "支出負担行為番号", "耐用年数（年）",
         "所在", "借受者の種類", "借受者番号", "貸付の根拠", "現況", "亡失の状況", "処分の方法", "財産処分承認番号", "証拠番号"],
        [
            ["203246", "PC-1", "取得", "R6.8.1", "ノートパソコン", "180,000", "交付金", "R6", "R6-012", 4,
             "役場2階", *[None] * 7, "E-1"],
            ["203246", "PC-1", "所在の変更", "R6.9.1", *[None] * 6, "作業室", *[None] * 8],
            ["203246", "PC-1", "貸付", "R6.10.1", *[None] * 7, "住民ワーカー", "W-1", "無償貸付条例（架空）4条", *[None] * 5],
            ["203246", "PC-1", "返却", "R7.1.31", *[None] * 15],
            ["203246", "PC-1", "貸付", "R7.2.3", *[None] * 7, "市町村", "202126", "無償貸付条例（架空）4条", *[None] * 5],
            ["203246", "PC-1", "棚卸し", "R7.3.20", None, None, None, "R6", *[None] * 6, "使用中", *[None] * 4],
            ["203246", "PC-2", "取得", "R6.8.1", "マウス", 3000, "市町村の一般財源", "R6", None, None, "役場2階", *[None] * 8],
            ["203246", "PC-2", "亡失", "R7.3.21", *[None] * 11, "所在不明", *[None] * 3],
            ["202126", "PC-1", "取得", "R6.8.1", "机", 20000, "その他の財源", "R6", None, None, "会議室", *[None] * 8],
            ["202126", "PC-1", "処分", "R7.3.31", *[None] * 12, "廃棄", "関整第12号", None],
        ],
    ),
    "pilots": (
        ["パイロット番号", "記録の種類", "日付", "名称", "市町村", "相手方の種類", "知見の対象", "知見の種類", "共有した市町村",
         "知見の内容", "政策・施策コード", "政策・施策の名称", "政策分野", "政策の市町村", "中止の理由"],
        [
            ["P-1", "開始", "R6.6.1", "窓口申請のデジタル化", "203246", "自治体", *[None] * 9],
            ["P-1", "知見", "R6.9.1", None, None, None, "業務の流れ", "うまくいかなかったこと", "202126、152161",
             "様式が三つあった（架空）", *[None] * 5],
            ["P-1", "政策との結び付き", "R6.9.1", *[None] * 7, "203246-5-2", "産業振興計画 5-2", "産業振興", "203246", None],
            ["P-1", "終了", "R7.1.31", *[None] * 12],
            ["P-2", "開始", "R6.6.1", "議事録の自動作成", "共同", "民間企業", *[None] * 9],
            ["P-2", "中止", "R6.8.1", *[None] * 11, "担える人がいない"],
        ],
    ),
    "outreach-policies": (
        ["手続", "日付", "ポリシーの版", "ポリシーの名称", "本文のSHA-256", "決裁日", "決裁番号"],
        [
            ["案", "R6.4.1", 1, "広報運用ポリシー", "a" * 64, None, None],
            ["決裁", "R6.5.1", 1, None, None, "R6.4.20", "決-50"],
            ["案", "R7.2.1", 2, "広報運用ポリシー", "b" * 64, None, None],
            ["適用の終わり", "R7.4.1", 1, None, None, None, None],
            ["決裁", "R7.4.1", 2, None, None, "R7.3.20", "決-51"],
        ],
    ),
    "outreach-plans": (
        ["年度", "記録の種類", "日付", "計画の名称", "決裁番号", "計画項目", "予定日", "対象", "媒体", "ねらい", "市町村", "KPI",
         "取りやめの理由"],
        [
            ["R6", "計画の決裁", "R6.4.20", "令和6年度広報計画", "決-52", *[None] * 8],
            ["R6", "項目", "R6.4.20", None, None, 1, "R6.9.1", "住民向け", "town-website", "説明会の参加者を増やす", "203246", "kpi1", None],
            ["R6", "項目", "R6.4.20", None, None, 2, "R6.10.1", "顧客向け", "flyer", "引き合いを増やす", "共同", None, None],
            ["R6", "予定の移動", "R6.8.1", None, None, 1, "R6.9.2", *[None] * 6],
            ["R6", "予定の移動", "R6.8.1", None, None, 2, "R6.11.1", *[None] * 6],
            ["R6", "取りやめ", "R6.9.1", None, None, 2, *[None] * 6, "機会がなくなった"],
        ],
    ),
    "publications": (
        ["公表番号", "記録の種類", "日付", "件名", "対象", "媒体", "URL・掲載場所", "市町村", "広報計画の年度", "計画項目", "載せた人",
         "証拠番号", "反応の種類", "件数", "案件番号", "取り下げの理由"],
        [
            ["P-1", "公表", "R6.9.2", "テレワークで働く人たち", "住民向け", "town-website", "https://www.example.jp/1", "203246",
             2024, 1, "W-1（写真）", "E-1", *[None] * 4],
            ["P-1", "反応", "R6.9.30", *[None] * 9, "閲覧", 120, None, None],
            ["P-1", "反応", "R6.9.30", *[None] * 9, "仕事の引き合い", 1, "O-1", None],
            ["P-1", "変更", "R6.10.1", "テレワークで働く人", *[None] * 6, "W-1（写真）", *[None] * 5],
            ["P-1", "取り下げ", "R7.3.31", *[None] * 12, "掲載期間の終わり"],
        ],
    ),
    "company-programmes": (
        ["事業区分", "プログラムコード", "記録の種類", "日付", "プログラムの名称", "受入団体", "金額（円）", "安全上の注意", "終了の理由"],
        [
            ["own:203246", "forest-camp", "作成", "R6.4.1", "森の開発合宿", "架空観光協会", 12000, "火の使用は指定の場所のみ", None],
            ["own:203246", "forest-camp", "改定", "R6.6.1", "森の開発合宿", "架空観光協会", 15000, "火の使用は指定の場所のみ", None],
            ["own:203246", "forest-camp", "終了", "R7.4.1", *[None] * 4, "希望がない"],
        ],
    ),
    "offsite-stays": (
        ["事業区分", "WORK TRIP番号", "記録の種類", "日付", "顧客番号", "企業名", "最終日", "参加人数", "プログラムコード",
         "フォローの種類", "中止の理由"],
        [
            ["own:203246", "WT-1", "招待", "R6.8.1", "C-1", None, *[None] * 5],
            ["own:203246", "WT-1", "実施", "R6.10.1", None, None, "R6.10.3", 6, "forest-camp", None, None],
            ["own:203246", "WT-1", "フォロー", "R6.11.1", *[None] * 5, "提案", None],
            ["own:203246", "WT-2", "招待", "R6.8.1", None, "架空工業", *[None] * 5],
            ["own:203246", "WT-2", "中止", "R6.9.1", *[None] * 6, "企業の取りやめ"],
        ],
    ),
    "company-programme-runs": (
        ["事業区分", "プログラムコード", "実施日", "同じ日の何件目", "WORK TRIP番号", "企業名", "参加人数", "評価別の回答数（1から5）"],
        [
            ["own:203246", "forest-camp", "R6.10.2", None, "WT-1", None, 6, "0、0、1、2、3"],
            ["own:203246", "forest-camp", "R6.10.2", 2, None, "架空工業", 4, None],
        ],
    ),
    "facts": (
        ["KPI", "数える対象", "対象の種類", "計上日", "年度", "市町村コード", "事業の柱", "証拠番号"],
        [
            ["kpi1", "W-1", "ワーカー", "R6.10.1", "R6", "203246", "2", "E-2"],
            ["kpi2", "trial-01", "その他", "R6.11.1", None, "共同", None, None],
        ],
    ),
    "activities": (
        ["活動コード", "記録の種類", "日付", "活動の名称", "活動の種類", "停止の理由"],
        [
            ["trial", "開始", "R6.4.1", "おためし（架空）", "企業進出型テレワーク", None],
            ["trial", "停止", "R6.10.1", None, None, "参加者の意図と事業の目的の隔たり"],
        ],
    ),
    "outcomes": (
        ["指標コード", "測定日", "測定値", "測定方法", "証拠番号"],
        [["days-at-home", "R7.3.31", 12, "アンケート", "E-2"]],
    ),
    "contracts": (
        ["契約番号", "異動", "日付", "期間の初日", "期間の末日", "人数", "一人当たり週の時間（分）", "月の数え方",
         "契約金額（円）", "担当チーム", "市町村", "委託者", "委託者のコード", "受託者の種類", "受託者の番号", "契約の種類",
         "終了の理由"],
        [
            ["委-1", "締結", "R6.4.25", "R6.5.1", "R7.2.28", 3, 600, "1か月＝4週", 1200000, "広報業務", "203246",
             "町（市町村）", "203246", "住民ワーカーのチーム", "T-1", "準委任", None],
            ["委-1", "変更", "R6.9.1", None, "R7.2.28", 2, 600, "1か月＝4週", 1000000, *[None] * 8],
            ["委-1", "更新", "R7.2.20", "R7.3.1", "R7.12.31", 2, 600, "1か月＝4週", 1000000, *[None] * 8],
            ["委-1", "終了", "R7.12.31", *[None] * 13, "期間満了"],
        ],
    ),
    "hours": (
        ["契約番号", "記録の種類", "日付", "時間（分）", "承認者の番号", "承認の対象の末日"],
        [
            ["委-1", "申告", "R6.5.7", 360, None, None],
            ["委-1", "申告", "R6.5.8", 120, None, None],
            ["委-1", "承認", "R6.6.3", None, "W-3", "R6.5.31"],
            ["委-1", "申告", "R6.6.4", 240, None, None],
        ],
    ),
    "advisers": (
        ["アドバイザー番号", "記録の種類", "日付", "人の番号", "支払の根拠", "契約番号", "契約回数", "期間の初日", "期間の末日", "回",
         "時間（分）", "助言番号", "助言の分野", "助言の要旨", "内容（非公開）", "不採用の理由"],
        [
            ["A-1", "委嘱", "R6.4.25", "W-3", "謝金（報償費）", None, 36, "R6.5.1", "R7.2.28", *[None] * 7],
            ["A-1", "助言の実施", "R6.5.10", *[None] * 6, 1, 60, *[None] * 5],
            ["A-1", "助言", "R6.5.10", *[None] * 6, 1, None, 1, "広報", "見積りの書式を一つにする", None, None],
            ["A-1", "助言", "R6.5.10", *[None] * 6, 1, None, 2, "その他", None, "本人のこと（架空）", None],
            ["A-1", "採用", "R6.5.20", *[None] * 8, 1, *[None] * 4],
            ["A-1", "不採用", "R6.5.20", *[None] * 8, 2, *[None] * 3, "予算・人手がない"],
            ["A-1", "終了", "R6.12.20", *[None] * 13],
        ],
    ),
    "meeting-series": (
        ["定例会議コード", "記録の種類", "日付", "間隔（日）", "参加するチーム", "定例会議の名称"],
        [
            ["three-teams", "計画", "R6.5.1", 14, "広報業務、ワーカーマネジメント業務", "三業務定例会議"],
            ["three-teams", "間隔の変更", "R6.10.1", 28, "広報業務、ワーカーマネジメント業務", None],
            ["three-teams", "終了", "R7.3.31", None, None, None],
        ],
    ),
    "meetings": (
        ["定例会議コード", "第何回", "記録の種類", "日付", "予定日", "事情", "出席した代表", "その他の出席者数", "出席した構成員", "証拠番号",
         "チーム", "決定番号", "件名", "宿題番号", "担当の種類", "担当", "期限", "取りやめの理由"],
        [
            ["three-teams", 1, "予定", "R6.5.1", "R6.5.15", *[None] * 13],
            ["three-teams", 1, "日程の変更", "R6.5.10", "R6.5.16", "祝日", *[None] * 12],
            ["three-teams", 1, "開催", "R6.5.16", None, None, "広報業務：W-1", 2, "203246、202126", "E-1", *[None] * 8],
            ["three-teams", 1, "代表の欠席", "R6.5.16", *[None] * 6, "ワーカーマネジメント業務", *[None] * 7],
            ["three-teams", 1, "決定", "R6.5.16", *[None] * 7, 1, "納品前の確認を二人で行う", *[None] * 5],
            ["three-teams", 1, "宿題", "R6.5.16", *[None] * 7, 1, "手順を書く", 1, "チーム", "outreach", "R6.5.30", None],
            ["three-teams", 1, "宿題", "R6.5.16", *[None] * 7, None, "様式を配る", 2, "構成員", "203246", "R6.5.30", None],
            ["three-teams", 1, "宿題の完了", "R6.5.28", *[None] * 9, 1, *[None] * 4],
            ["three-teams", 1, "宿題の取りやめ", "R6.5.28", *[None] * 9, 2, *[None] * 3, "不要になった"],
            ["three-teams", 2, "予定", "R6.5.16", "R6.5.29", *[None] * 13],
            ["three-teams", 2, "不開催", "R6.5.29", None, "議題がない", *[None] * 12],
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
        lines = self.preview(kind, content, **answers).lines
        wrong = [
            (one.number, one.faults, one.questions) for one in lines if one.faults or one.questions
        ]
        assert not wrong, wrong
        assert len(lines) == len(rows)
        imported = self.record(kind, content, **answers)
        assert imported.refused == []
        return imported

    def take_all(self, upto: str = "") -> None:
        """Record the sheets of all kinds, or up to one."""
        self.plan()
        self.define()
        for kind, (header, rows) in SHEETS.items():
            self.take(kind, header, rows, programme=GRANT)
            if kind == upto:
                return

    def take_some(self, *kinds: str) -> None:
        """Record the sheets of these kinds and no others, in the order in which they are given."""
        self.plan()
        for kind in kinds:
            self.take(kind, *SHEETS[kind], programme=GRANT)

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
                    "budget_items": ["r2:12", "r2:8"],
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

    def define(self) -> None:
        """Record what an outcome is."""
        self.execute(
            DefineIndicator.model_validate(
                {
                    "effective_on": "2024-04-01",
                    "programme": GRANT,
                    "code": "days-at-home",
                    "version": 1,
                    "aim": "training",
                    "level": "outcome",
                    "title": "在宅で働いた日数（架空）",
                    "definition": "在宅で働いた日の数",
                    "unit": "日",
                    "basis": "架空の定義",
                }
            )
        )

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
