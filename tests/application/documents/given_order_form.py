"""A commission in a town, from its offer to terms that were supplemented; people are made up."""

from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.order_form.answer import order_form
from application.viewing.answer import ViewAsked
from domain.base.command import Command
from domain.commission import commands as c
from domain.engagement.commands import ReceiveInquiry, ReceiveOrder
from tests.given_sheets import GRANT, SHEETS, Town

WORK = {"content": "議事録3件の文字起こし", "amount": 30000, "delivery_day": "2024-09-20"}
FORM: dict[str, Any] = WORK | {
    "orderer_name": "架空町",
    "orderer_address": "長野県架空郡架空町1",
    "orderer_contact": "架空係 0267-00-0000",
    "quantity": "3件",
    "specification": "発話者ごとに改行",
    "payment_due": "2024-10-18",
    "payment_method": "transfer",
    "expenses": "通信費",
    "expense_bearer": "worker",
    "place": "共有フォルダに保存",
    "inspect_by": "2024-09-27",
    "on_changes": "協議して条件を変更する",
    "on_defects": "不備は一度まで無償で直す",
    "rights": "transferred",
    "on_personal_data": "業務の終わりに消去する",
}
QUANTITY_OPEN: dict[str, Any] = {
    "quantity": None,
    "undecided": [
        {"item": "content", "reason": "client-undecided", "decide_by": "2024-06-28"},
    ],
}


class Told:
    """One commission, told step by step; each takes its day."""

    def __init__(self, town: Town, ordinal: int = 1, order: str = "O-1", **offer: object) -> None:
        """Offer it to W-1, under an order."""
        self.town = town
        numbers = Directory(town.consortium, town.position())
        ids = {
            "engagement_id": numbers.find("engagement", order),
            "worker_id": numbers.find("worker", "W-1"),
        }
        by = {"orderer": "town", "orderer_code": "203246", "ordinal": ordinal}
        said = WORK | by | ids | offer
        self.id = self.tell(c.OfferCommission, "2024-06-11", **said)

    def tell(self, command: type[Command], on: str, **fields: object) -> UUID:
        """Record a command on it."""
        of = {"commission_id": self.id} if command.TARGET else {}
        said = {"effective_on": on, "programme": GRANT, **of, **fields}
        return self.town.execute(command.model_validate(said)).stream

    def answer(self, **asked: Any) -> dict[str, Any]:  # noqa: ANN401
        """Give its order form."""
        return order_form(self.town.consortium, self.id, ViewAsked(**asked))


def prepare(town: Town) -> None:
    """Record whom and what a commission needs."""
    for kind in ("workers", "evidence", "clients", "orders"):
        town.take(kind, *SHEETS[kind], programme=GRANT)


def supplemented(town: Town) -> tuple[Told, int]:
    """Accept and state terms with an open quantity, supplement it; give where it was still open."""
    told = Told(town)
    told.tell(c.AcceptOffer, "2024-06-12")
    told.tell(c.StateTerms, "2024-06-12", **FORM | QUANTITY_OPEN)
    before = town.position()
    told.tell(c.SupplementTerms, "2024-06-20", decided_on="2024-06-20", **FORM)
    return told, before


def from_client(town: Town) -> Told:
    """Offer work that the client C-1 commissions itself; the town only introduced it."""
    client = Directory(town.consortium, town.position()).find("client", "C-1")
    of = {"programme": GRANT, "effective_on": "2024-06-10"}
    inquiry = of | {
        "number": "O-7",
        "title": "架空の入力",
        "kind": "digitization",
        "client_id": client,
        "funds": "client",
        "municipality": "203246",
    }
    order = town.execute(ReceiveInquiry.model_validate(inquiry)).stream
    price = {"amount": 50000, "tax": "standard", "due_day": "2024-09-30"}
    said = of | {"engagement_id": order, "contractor": "residents"} | price
    town.execute(ReceiveOrder.model_validate(said))
    return Told(town, order="O-7", orderer="client", orderer_code=str(client))


def words(answer: dict[str, Any]) -> dict[str, str]:
    """Give what stands on the form by field, in Japanese."""
    return {
        line["field"]: line["words"]["ja"] for item in answer["items"] for line in item["lines"]
    }
