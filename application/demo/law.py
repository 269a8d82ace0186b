"""What law asks of commissions (架空): matters closed and open, and an autumn of the corporation's.

One commission with an item that was undecided, a part done again, a request for consideration, a
notice and a claim; one whose terms changed before the client withdrew; one to be paid this week.
"""

from typing import Any

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.demo.work import end_of_next_month, form_of, orderer_on
from domain.base.command import Command
from domain.commission import commands as k

ORDER, DELIVERY = "E-2026-001", "2026-12-18"
CONTENT = "（架空）申請書の入力の一部"


class _Commission:
    """One commission that is told step by step."""

    def __init__(self, teller: Teller, order: str, worker: str) -> None:
        self._teller = teller
        self._engagement = teller.id_of("engagement", order)
        self._worker = teller.worker(worker)
        self._of: dict[str, Any] = {
            "commission_id": teller.id_of("commission", f"{self._engagement}|{self._worker}|1"),
            "programme": GRANT,
        }

    def tell(
        self,
        command: type[Command],
        on: str,
        **fields: Any,  # noqa: ANN401 - as the command has them
    ) -> None:
        said = {"effective_on": on, **self._of, **fields}
        self._teller.enter(command.model_validate(said), by="lead-1")

    def offer(
        self,
        on: str,
        **fields: Any,  # noqa: ANN401 - as the command has them
    ) -> None:
        orderer, code = orderer_on(on)
        self._teller.tell(
            k.OfferCommission, on, by="lead-1", programme=GRANT, engagement_id=self._engagement,
            worker_id=self._worker, ordinal=1, orderer=orderer, orderer_code=code, **fields,
        )  # fmt: skip


def tell(teller: Teller) -> None:
    """Tell of the matters of earlier years, and of the autumn of 2026."""
    _matters(teller)
    _half_a_year(teller)
    _changed_and_cancelled(teller)
    _to_be_paid(teller)
    withdrawn = _Commission(teller, ORDER, "W-010")
    withdrawn.offer("2026-09-03", **_work(50_000))
    withdrawn.tell(k.WithdrawOffer, "2026-09-07")


def _matters(teller: Teller) -> None:
    # The account had been closed: the transfer came back, and was made again ten days later.
    late = _Commission(teller, "E-2024-003", "W-007")
    late.tell(
        k.CloseCommissionMatter, "2025-05-09",
        concerns=7, check="fl-2-paid", closing="explained",
        note="口座の届出に誤りがあり、組戻しの後に再度振り込んだ（架空）",
    )  # fmt: skip


def _half_a_year(teller: Teller) -> None:
    one = _Commission(teller, ORDER, "W-013")
    work, decide_by = _work(120_000), "2026-09-18"
    one.offer("2026-09-03", continues_since="2026-04-01", **work)
    one.tell(k.AcceptOffer, "2026-09-04")
    undecided = {"item": "content", "reason": "client-undecided", "decide_by": decide_by}
    terms = _terms("2026-09-04") | work
    one.tell(k.StateTerms, "2026-09-04", **terms | {"quantity": None, "undecided": [undecided]})
    one.tell(k.StartWork, "2026-09-07")
    one.tell(k.SupplementTerms, "2026-09-17", decided_on="2026-09-17", **terms)
    one.tell(k.AskConsideration, "2026-09-24")
    one.tell(k.AnswerConsideration, "2026-10-01", answer="given")
    one.tell(k.NoteConduct, "2026-10-15", conduct="benefit", as_fact=True)
    one.tell(
        k.CloseCommissionMatter, "2026-10-29", concerns=8, check="fl-4-benefit",
        closing="remedied", note="無償で頼んだ追加の作業に、別に報酬を支払うこととした（架空）",
    )  # fmt: skip
    one.tell(k.DeliverWork, "2026-10-30", extent="part", amount=30_000)
    one.tell(k.FailInspection, "2026-11-04", delivery=1, cause="instruction-unclear")
    one.tell(
        k.RequestRework, "2026-11-05", delivery=1, cause="instruction-unclear",
        cost_bearer="orderer",
    )  # fmt: skip
    one.tell(k.DeliverWork, "2026-11-12", extent="part", amount=30_000, redoes=1)
    one.tell(k.NoticeEnding, "2026-11-13", ends_on=DELIVERY)
    one.tell(k.PassInspection, "2026-11-16", delivery=2)
    one.tell(k.ReceiveClaim, "2026-11-17", amount=30_000)


def _changed_and_cancelled(teller: Teller) -> None:
    one = _Commission(teller, ORDER, "W-004")
    work = _work(60_000)
    one.offer("2026-09-08", **work)
    one.tell(k.AcceptOffer, "2026-09-09")
    terms = _terms("2026-09-09") | work
    one.tell(k.StateTerms, "2026-09-09", **terms)
    one.tell(k.ChangeTerms, "2026-09-30", cause="client-asked", **terms | {"amount": 80_000})
    one.tell(
        k.CancelCommission, "2026-10-20", reason="client-withdrew", fault="client",
        cost_bearer="client",
    )  # fmt: skip


def _to_be_paid(teller: Teller) -> None:
    one = _Commission(teller, ORDER, "W-005")
    work = _work(45_000) | {"delivery_day": "2026-10-09"}
    one.offer("2026-09-10", **work)
    one.tell(k.AcceptOffer, "2026-09-11")
    due = {"inspect_by": "2026-10-16", "payment_due": "2026-11-27"}
    one.tell(k.StateTerms, "2026-09-11", **_terms("2026-09-11") | work | due)
    one.tell(k.DeliverWork, "2026-10-05", extent="whole")
    one.tell(k.PassInspection, "2026-10-08", delivery=1)
    one.tell(k.CompleteCommission, "2026-10-08", worker_id=teller.worker("W-005"))


def _work(yen: int) -> dict[str, Any]:
    return {"content": CONTENT, "amount": yen, "delivery_day": DELIVERY}


def _terms(on: str) -> dict[str, Any]:
    return form_of(on) | {
        "place": "共有フォルダに保存",
        "inspect_by": "2026-12-25",
        "payment_due": end_of_next_month(DELIVERY),
        "payment_method": "transfer",
    }
