"""What followed: the entry of another record by which something decided or advised came true.

It is what makes a cycle of planning, doing, checking and acting (PDCA) more than a word: from what
was said one gets to what was changed, and from there to what came of it.
"""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.base.command import Holding, Seen
from domain.base.event import Fields
from domain.base.rule import Rule
from domain.base.words import Code, Label


class Change(Code):
    """What kind of thing was changed."""

    PROCEDURE = "procedure", "運用・手順", "procedure"
    PLAN = "plan", "計画・予算", "plan or budget"
    CONTRACT = "contract", "契約", "contract"
    TRAINING = "training", "研修・育成", "training"
    ORDERS = "orders", "受発注", "orders and commissions"
    OUTREACH = "outreach", "広報", "outreach"
    ACTIVITY = "activity", "活動の開始・停止", "activity started or stopped"
    MEMBERS = "members", "構成員・協定", "members or agreement"
    OTHER = "other", "その他", "other"


StreamId = Annotated[UUID, Label("続いた記録", "record that followed")]
StreamVersion = Annotated[
    int, Field(strict=True, ge=1), Label("続いた記録の版", "version that followed", "2")
]


NOTHING_FOLLOWED = Rule(
    "no-such-entry-followed",
    "続いた記録にその版はないか、取り消されています。記録を開いて版を確かめてください。",
    "The record that followed has no such version, or it was voided; look its version up there.",
)


class Followed(Fields):
    """Which entry of which record followed, and what it changed."""

    change: Annotated[Change, Label("変えたもの", "what it changed", "procedure")]
    record: StreamId
    record_version: StreamVersion


def require_followed(followed: Followed, seen: Seen) -> None:
    """Raise the rule if the entry that is said to have followed does not hold."""
    record = seen.the(Holding, followed.record)
    NOTHING_FOLLOWED.require(record and followed.record_version in record.events)
