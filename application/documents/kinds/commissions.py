"""Commissions (個別委託): what was offered, agreed, delivered, inspected and paid, and when."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from application.documents import deliveries
from application.documents.deliveries import Deliveries, delivery_steps
from application.documents.directory import Directory
from application.documents.kind import (
    CHANGED_ON,
    CannotSay,
    Column,
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    differing,
    increase,
    need,
    new_day,
    refuse_changes,
)
from application.documents.record import Known, Record, Row, collect
from application.documents.references import known_client, known_worker
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.event import Event
from domain.base.fields import Number
from domain.base.values.codes import parse_municipality_code
from domain.base.values.text import plain_code
from domain.base.words import Code, Label
from domain.commission import commands as c
from domain.commission import events as e
from domain.commission import state
from domain.commission.terms import Terms, Work
from domain.engagement.codes import Orderer
from domain.engagement.commands import ReceiveInquiry
from domain.worker.commands import RegisterWorker

_WHO = ("order_number", "worker_number", "ordinal", "orderer", "orderer_code")
_TERMS = tuple(name for name in Terms.model_fields if name != "undecided")
_NEEDED = tuple(name for name, info in Terms.model_fields.items() if info.is_required())
_FORM = tuple(name for name in _TERMS if name not in (*_NEEDED, "inspect_by", "payment_due"))
_ABOUT_OFFER = ("subject", "continues_since")
_PAID = ("gross", "withheld", "transferred")
_STEPS = (
    "accepted_on", "declined_on", "withdrawn_on", "started_on", "completed_on", "cancelled_on",
    "reason",
)  # fmt: skip
_DAY_OF = {
    e.CommissionAccepted: "accepted_on",
    e.CommissionDeclined: "declined_on",
    e.OfferWithdrawn: "withdrawn_on",
    e.WorkStarted: "started_on",
    e.CommissionCompleted: "completed_on",
}


class Recording(Code):
    """How a row's steps are recorded; blank is as what a rule still allows or refuses."""

    FACT = "fact", "既に行われた事実", "facts that have happened already"


COLUMNS = (
    column_of(ReceiveInquiry, "number", "受注番号", name="order_number", required=True),
    column_of(RegisterWorker, "number", "番号", name="worker_number", required=True),
    column_of(c.OfferCommission, "ordinal", "枝番"),
    column_of(c.OfferCommission, "orderer", "発注者"),
    column_of(
        c.OfferCommission, "orderer_code", annotation=Number,
        label=Label("委託者のコード", "code of the orderer"),
    ),
    *(column_of(c.OfferCommission, name) for name in _ABOUT_OFFER),
    column_of(c.OfferCommission, "content", "業務内容"),
    column_of(c.OfferCommission, "amount", "報酬", "委託料", "報酬額"),
    column_of(c.OfferCommission, "delivery_day", "納期"),
    day_of(c.OfferCommission, "offered_on", "打診日", "offered on"),
    day_of(c.AcceptOffer, "accepted_on", "受諾日", "accepted on", "承諾日"),
    day_of(c.DeclineOffer, "declined_on", "辞退日", "declined on"),
    day_of(c.WithdrawOffer, "withdrawn_on", "取下げ日", "withdrawn on"),
    day_of(c.StateTerms, "terms_on", "条件明示日", "terms stated on", "発注書交付日"),
    column_of(c.StateTerms, "place", "納品場所"),
    column_of(c.StateTerms, "inspect_by", "検査期限"),
    column_of(c.StateTerms, "payment_due", "支払期限"),
    column_of(c.StateTerms, "payment_method"),
    *(column_of(c.StateTerms, name) for name in _FORM),
    column_of(
        c.ChangeTerms, "cause", compared=False,
        label=Label("条件変更の原因", "cause of the change"),
    ),
    day_of(c.StartWork, "started_on", "業務開始日", "started on"),
    *deliveries.RECEIVED,
    *deliveries.INSPECTED,
    day_of(c.ReceiveClaim, "claimed_on", "請求書受領日", "claimed on", "請求日"),
    column_of(
        c.ReceiveClaim, "amount", name="claimed",
        label=Label("請求額累計（円）", "claimed so far in yen"),
    ),
    day_of(c.PayRemuneration, "paid_on", "支払日", "paid on"),
    column_of(
        c.PayRemuneration, "gross", "支払額", "支払総額",
        label=Label("支払総額累計（円）", "gross so far in yen"),
    ),
    column_of(
        c.PayRemuneration, "withheld", "源泉徴収税額", "源泉徴収額",
        label=Label("源泉徴収額累計（円）", "withheld so far in yen"),
    ),
    column_of(
        c.PayRemuneration, "transferred", "差引支払額", "振込額",
        label=Label("振込額累計（円）", "transferred so far in yen"),
    ),
    day_of(c.CompleteCommission, "completed_on", "完了日", "completed on"),
    day_of(c.CancelCommission, "cancelled_on", "取消日", "cancelled on"),
    column_of(c.CancelCommission, "reason"),
    column_of(c.CancelCommission, "fault", compared=False),
    column_of(c.CancelCommission, "cost_bearer", compared=False),
    Column(
        "recorded_as", Recording, Label("記録の仕方", "recorded as"),
        aliases=("事実として記録",), compared=False,
    ),
    CHANGED_ON,
)  # fmt: skip


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every commission as far as it is; offers that came to nothing are not shown."""
    return collect(consortium, "commission", _fold)


def _fold(
    stream: UUID, holds: Sequence[Recorded], directory: Directory
) -> Iterator[tuple[str, Known]]:
    row: dict[str, Any] = {}
    came = Deliveries()
    worker_id: UUID | None = None
    agreed_on = date.min
    told: dict[str, Any] = {}
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        came.take(recorded)
        match event:
            case e.CommissionOffered():
                row |= {name: getattr(event, name) for name in Work.model_fields}
                row |= {"orderer": event.orderer, "offered_on": day, "ordinal": event.ordinal}
                row["order_number"] = event.engagement_number
                worker_id = event.worker_id
                row["worker_number"] = directory.numbers[worker_id]
                row["orderer_code"] = event.orderer_code
                row |= _said(event, _ABOUT_OFFER)
                if event.orderer is Orderer.CLIENT:
                    row["orderer_code"] = directory.numbers.get(
                        UUID(event.orderer_code), event.orderer_code
                    )
            case e.TermsStated() | e.TermsChanged() | e.TermsSupplemented():
                row = {name: value for name, value in row.items() if name not in _TERMS}
                row |= _said(event, _TERMS)
                row.setdefault("terms_on", day)
                told = {name: getattr(event, name) for name in Terms.model_fields}
                agreed_on = day
            case (
                e.CommissionAccepted()
                | e.CommissionDeclined()
                | e.OfferWithdrawn()
                | e.WorkStarted()
                | e.CommissionCompleted()
            ):
                row[_DAY_OF[type(event)]] = day
            case e.RemunerationClaimed():
                row |= {"claimed": row.get("claimed", 0) + event.amount, "claimed_on": day}
            case e.RemunerationPaid():
                row |= {name: row.get(name, 0) + getattr(event, name) for name in _PAID}
                row["paid_on"] = day
            case e.CommissionCancelled():
                row |= {"cancelled_on": day} | _said(event, ("reason", "fault", "cost_bearer"))
    nothing = {state.Stage.DECLINED, state.Stage.WITHDRAWN}
    answered = came.now is not None and came.now.stage in nothing
    about = {
        "commission_id": stream, "worker_id": worker_id, "deliveries": came,
        "agreed_on": agreed_on, "told": told,
    }  # fmt: skip

    def beside(sheet: Row) -> Row:
        return {**row, **came.beside(sheet)}

    yield _key(row), Known({**row, **came.latest()}, about, beside, listed=not answered)


def _said(event: Event, names: Sequence[str]) -> dict[str, Any]:
    said = {name: getattr(event, name) for name in names}
    return {name: value for name, value in said.items() if value is not None}


def _key(row: Row) -> str:
    return f"{row['order_number']}|{row['worker_number']}|{row['ordinal']}"


def settle(_place: Place, row: dict[str, Any], record: Record) -> str:
    """A commission is known by order, worker and ordinal; without one it is the first."""
    row.setdefault("ordinal", 1)
    if not row.get("gross"):
        for name in _PAID:
            if row.get(name) == 0:
                del row[name]
    if "orderer_code" in row and row.get("orderer") is not Orderer.CLIENT:
        row["orderer_code"] = _party(row.get("orderer"), row["orderer_code"])
    key = _key(row)
    if known := record.rows.get(key):
        known.about["deliveries"].without_older(row)
    return key


def _party(orderer: Orderer | None, said: str) -> str:
    code = plain_code(said)
    try:
        return parse_municipality_code(code) if orderer is Orderer.TOWN else code
    except ValueError as error:
        raise CannotSay("orderer_code", f"市町村コードではありません / {error}") from None


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Give the steps that a row says and the record does not, each on its own day."""
    if known is not None:
        was = known.compared_with(row)
        fixed = ("orderer", "orderer_code", "offered_on", *_ABOUT_OFFER)
        refuse_changes(row, was, c.CorrectCommission, *fixed)
        if not known.listed:
            raise CannotSay(
                "offered_on", "この打診は終わっています。次の連番で打診してください / offer it anew"
            )
        return _steps(place, row, was, known.about["commission_id"], known.about)
    need(row, "content", "amount", "delivery_day", "orderer", "orderer_code", "offered_on")
    worker_id = known_worker(record, row)
    code = row["orderer_code"]
    if row["orderer"] is Orderer.CLIENT:
        code = str(known_client(record, code, "orderer_code"))
    engagement_id = place.id_of("engagement", row["order_number"])
    ids = {"engagement_id": engagement_id, "worker_id": worker_id, "orderer_code": code}
    offer = ask(c.OfferCommission, row, row["offered_on"], place.programme, **ids, **_fact(row))
    commission_id = place.id_of("commission", offer.opens())
    about: dict[str, Any] = {
        "worker_id": worker_id, "deliveries": Deliveries(), "agreed_on": date.min, "told": {},
    }  # fmt: skip
    offered = {name: row[name] for name in Work.model_fields}
    return [offer, *_steps(place, row, offered, commission_id, about)]


def _fact(row: Row) -> dict[str, Any]:
    return {"as_fact": True} if "recorded_as" in row else {}


def _steps(
    place: Place, row: Row, was: Row, commission_id: UUID, about: dict[str, Any]
) -> list[Command]:
    on: dict[str, Any] = {"programme": place.programme, "commission_id": commission_id}
    fact = on | _fact(row)
    made: list[Command] = []
    if new_day(row, was, "accepted_on"):
        made.append(ask(c.AcceptOffer, row, row["accepted_on"], **on))
    if new_day(row, was, "declined_on"):
        made.append(ask(c.DeclineOffer, row, row["declined_on"], **on))
    if new_day(row, was, "withdrawn_on"):
        made.append(ask(c.WithdrawOffer, row, row["withdrawn_on"], **on))
    made += _terms(place, row, was, fact, about)
    if new_day(row, was, "started_on"):
        made.append(ask(c.StartWork, {}, row["started_on"], **fact))
    made += delivery_steps(row, was, about["deliveries"], on, fact)
    if claim := increase(row, was, "claimed", "claimed_on", c.VoidCommissionEntry):
        made.append(ask(c.ReceiveClaim, {}, claim.on, **on, amount=claim.amount))
    made += _pay(row, was, fact)
    if new_day(row, was, "completed_on"):
        who = {"worker_id": about["worker_id"]}
        made.append(ask(c.CompleteCommission, {}, row["completed_on"], **on, **who))
    if new_day(row, was, "cancelled_on"):
        need(row, "reason")
        made.append(ask(c.CancelCommission, row, row["cancelled_on"], **fact))
    unexplained = [
        name
        for name in _STEPS
        if not (new_day(row, was, name) or (name == "reason" and new_day(row, was, "cancelled_on")))
    ]
    refuse_changes(row, was, c.CorrectCommission, *unexplained)
    return made


def _terms(
    place: Place, row: Row, was: Row, on: dict[str, Any], about: dict[str, Any]
) -> list[Command]:
    # What a sheet has no column for stays as it was told.
    now = {**about["told"], **was, **row}
    if new_day(row, was, "terms_on"):
        need(now, *_NEEDED)
        return [ask(c.StateTerms, now, row["terms_on"], **on)]
    changed = list(differing(row, was, *_TERMS))
    if "terms_on" not in was:
        refuse_changes(row, was, c.WithdrawOffer, *Work.model_fields)
        if changed:
            need(row, "terms_on")
        return []
    refuse_changes(row, was, c.CorrectCommission, "terms_on")
    if not changed:
        return []
    before = [(about["agreed_on"], was.get(changed[0]))]
    day = place.day_of_later_change(KIND.column(changed[0]), row, before)
    need(row, "cause")
    return [ask(c.ChangeTerms, now, day, **on)]


def _pay(row: Row, was: Row, on: dict[str, Any]) -> list[Command]:
    said = dict(row)
    if "paid_on" in row and "gross" not in row:
        said["gross"] = row.get("withheld", 0) + row.get("transferred", 0) or was.get("gross", 0)
    came = increase(said, was, "gross", "paid_on", c.VoidCommissionEntry)
    if came is None:
        refuse_changes(row, was, c.VoidCommissionEntry, "withheld", "transferred")
        return []
    if "withheld" not in row and "transferred" not in row:
        need(row, "withheld", "transferred")
    withheld = row.get("withheld", said["gross"] - row.get("transferred", 0)) - was.get(
        "withheld", 0
    )
    transferred = row.get("transferred", said["gross"] - row.get("withheld", 0)) - was.get(
        "transferred", 0
    )
    if came.amount != withheld + transferred or min(withheld, transferred) < 0:
        raise CannotSay(
            "gross",
            "支払総額が源泉徴収額と振込額の合計になりません"
            " / the gross is what was withheld and what was transferred",
        )
    paid = {"gross": came.amount, "withheld": withheld, "transferred": transferred}
    return [ask(c.PayRemuneration, paid, came.on, **on)]


KIND = Kind(
    name="commissions",
    label=Label("個別委託", "Commissions"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(
        c.OfferCommission,
        c.AcceptOffer,
        c.DeclineOffer,
        c.WithdrawOffer,
        c.StateTerms,
        c.ChangeTerms,
        c.StartWork,
        c.DeliverWork,
        c.PassInspection,
        c.FailInspection,
        c.RequestRework,
        c.ReceiveClaim,
        c.PayRemuneration,
        c.CompleteCommission,
        c.CancelCommission,
    ),
)
