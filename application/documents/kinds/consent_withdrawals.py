"""Withdrawals of consent (同意の撤回): who withdrew which consent, and from which day on."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.consent import commands as c
from domain.consent import events as e

KIND = journal_kind(
    "consent-withdrawals",
    Label("同意の撤回", "Withdrawals of consent"),
    of=("person_id", "purpose", "scope"),
    key=lambda row: c.key_of(row["person_id"], row["purpose"], row["scope"]),
    opening=c.GiveConsent,
    step=Label("記録の種類", "kind of entry"),
    on=("withdrawn_on", "撤回日", "withdrawn on", "撤回の日"),
    steps=(Step(c.WithdrawConsent, e.ConsentWithdrawn, Label("撤回", "withdrawn")),),
)
