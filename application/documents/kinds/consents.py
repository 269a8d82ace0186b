"""Consents (同意): who agreed to what, in which wording, and on which day.

A consent that was given again is a row of its own. That one was withdrawn is entered by itself.
"""

from application.documents.derived import derived_kind
from domain.base.words import Label
from domain.consent.commands import GiveConsent
from domain.consent.events import ConsentGiven

KIND = derived_kind(
    "consents",
    Label("同意", "Consents"),
    command=GiveConsent,
    event=ConsentGiven,
    on=("given_on", "同意日", "given on", "同意の日"),
    key=("person_id", "purpose", "scope", "given_on"),
)
