"""Runs of programmes for companies (プログラムの実施): on which days, for whom, and how it went."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.company_programme import commands as c
from domain.company_programme import events as e

KIND = journal_kind(
    "company-programme-runs",
    Label("企業向けプログラムの実施", "Runs of programmes for companies"),
    of=("programme", "code"),
    opening=c.CreateCompanyProgramme,
    step=Label("記録の種類", "kind of entry"),
    on=("run_on", "実施日", "run on"),
    steps=(Step(c.RunCompanyProgramme, e.CompanyProgrammeRun, Label("実施", "run")),),
    aliases={"code": ("コード",), "organisation": ("企業名", "団体名")},
)
