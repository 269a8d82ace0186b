"""The shape of an order form as data: the 12 items, what they say, the editions of the terms."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel

from application.evidence.told import Bilingual
from application.recorded import How
from domain.base.titles import TITLED
from domain.base.words import Code, Label
from domain.commission.terms import CommissionId, Ordinal
from domain.engagement.events import OrderNumber

Said = Literal["recorded", "by-closing", "undecided", "not-recorded", "sealed", "erased"]
"""Whether a value is there, and why not: the due date follows from a monthly closing, it is not
decided yet, nothing was recorded, it was not asked to be opened, it has been erased."""


class Telling(Code):
    """How a resident came to be told terms."""

    STATED = "stated", "明示", "stated"
    CHANGED = "changed", "変更", "changed"
    SUPPLEMENTED = "supplemented", "補充", "supplemented"


class FormLine(BaseModel):
    """One field of an item: its value as data, and as the form says it; null is what `said` says.

    Amounts are in yen, days in ISO, codes as they are stored.
    """

    model_config = TITLED

    field: Annotated[str, Label("項目の符号", "field", "payment_due")]
    label: Annotated[Bilingual, Label("見出し", "label")]
    value: Annotated[int | str | None, Label("値", "value")]
    words: Annotated[Bilingual, Label("ことばで", "in words")]
    said: Annotated[Said, Label("記載の有無", "whether it is said")]


class LeftOpen(BaseModel):
    """What terms leave undecided: why, and on which day it is to be decided."""

    model_config = TITLED

    item: Annotated[Bilingual, Label("未定の項目", "undecided item")]
    reason: Annotated[Bilingual, Label("未定の理由", "reason")]
    decide_by: Annotated[date, Label("定める予定の日", "decided by", "2024-12-13")]


class OrderFormItem(BaseModel):
    """One of the 12 items."""

    model_config = TITLED

    number: Annotated[int, Label("番号", "number", "4")]
    heading: Annotated[Bilingual, Label("項目", "item")]
    lines: Annotated[list[FormLine], Label("記載", "what it says")]
    undecided: Annotated[list[LeftOpen], Label("未定の事項", "undecided")]


class Edition(BaseModel):
    """One time that the terms were told; the last edition is the one that the form shows.

    `decided` are the items that had been undecided until then. `corrected` says that the entry has
    been put right since: what it says is not all that was recorded first.
    """

    model_config = TITLED

    number: Annotated[int, Label("条件の版", "edition", "1")]
    telling: Annotated[Telling, Label("経緯", "how it was told")]
    words: Annotated[Bilingual, Label("ことばで", "in words")]
    on: Annotated[date, Label("明示した日", "told on")]
    decided: Annotated[list[Bilingual], Label("定まった項目", "items decided")]
    corrected: Annotated[bool, Label("訂正の有無", "corrected since")]
    version: Annotated[int, Label("記録の版", "version of the record")]
    position: Annotated[int, Label("位置", "position")]
    recorded_at: Annotated[datetime, Label("記録日時", "recorded at")]
    how: Annotated[How, Label("記録の経緯", "how it came to be recorded")]


class FilledForm(BaseModel):
    """The order form of one commission, with the editions of its terms."""

    model_config = TITLED

    commission_id: CommissionId
    engagement_number: OrderNumber
    ordinal: Ordinal
    editions: Annotated[list[Edition], Label("条件の版", "editions of the terms")]
    items: Annotated[list[OrderFormItem], Label("12項目", "the 12 items")]
