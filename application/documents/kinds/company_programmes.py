"""Programmes for companies (企業向けプログラム): what is offered, as it changed, and until when."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.company_programme import commands as c
from domain.company_programme import events as e

KIND = journal_kind(
    "company-programmes",
    Label("企業向けプログラム", "Programmes for companies"),
    of=("programme", "code"),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day"),
    steps=(
        Step(
            c.CreateCompanyProgramme,
            e.CompanyProgrammeCreated,
            Label("作成", "created"),
            once=True,
        ),
        Step(c.ReviseCompanyProgramme, e.CompanyProgrammeRevised, Label("改定", "revised")),
        Step(c.EndCompanyProgramme, e.CompanyProgrammeEnded, Label("終了", "ended"), once=True),
    ),
    called={"price": Label("1人あたりの価格（円）", "price for one head in yen")},
    aliases={"code": ("コード",), "price": ("価格", "金額（円）")},
)
