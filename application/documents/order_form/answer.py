"""The order form of one commission, out of its record, with what was told by a moment and a day.

It says what was told and nothing else: what the terms do not say is "not recorded", what they leave
open is "undecided", with the reason and the planned day. It has no place for an individual number,
and none is ever recorded.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated, Any, get_type_hints
from uuid import UUID

from application.asking.answers import heading
from application.asking.moments import as_of
from application.decision import NotFound
from application.documents.directory import Directory
from application.documents.order_form import words
from application.documents.order_form.shape import (
    Edition,
    FilledForm,
    FormLine,
    LeftOpen,
    OrderFormItem,
    Said,
    Telling,
)
from application.documents.order_form.words import bilingual
from application.effective import by_stream
from application.plain import plain
from application.projecting.fold import in_order_of_days
from application.recorded import Recorded, how_recorded
from application.service import Consortium
from application.viewing.answer import ViewAsked
from application.viewing.residents import residents
from application.viewing.view import Facts
from domain.base.marks import marks_of_type
from domain.base.personal import SealedMark
from domain.base.values.era import to_japanese
from domain.base.words import Label
from domain.client.events import ClientRegistered
from domain.commission import events as e
from domain.commission import state
from domain.commission.codes import Subject
from domain.commission.order_form import ORDER_FORM, FormItem
from domain.commission.terms import Terms
from domain.engagement import codes
from domain.worker.events import Name, WorkerNumber

TOLD = (e.TermsStated, e.TermsChanged, e.TermsSupplemented)
TELLINGS = dict(zip(TOLD, Telling, strict=True))
ENDED = {
    state.Stage.DECLINED: Label("辞退されました", "was declined"),
    state.Stage.WITHDRAWN: Label("取り下げられました", "was withdrawn"),
    state.Stage.CANCELLED: Label("取り消されました", "was cancelled"),
}
"""What a form says of a commission that came to nothing."""

Open = Callable[[str], str | None]


class NoTerms(Exception):  # noqa: N818 - an outcome
    """The commission is there, but no terms had been stated by that moment and day."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What an order form says that stands outside the terms; the name is sealed."""

    orderer: Annotated[codes.Orderer, Label("委託者の区分", "kind of orderer")]
    orderer_code: Annotated[str, Label("委託者の番号", "number of the orderer")]
    worker_number: WorkerNumber | None
    worker_name: Name | None
    ordered_on: Annotated[date | None, Label("受諾された日", "day of acceptance")]
    subject: Annotated[Subject, Label("委託の対象", "what is entrusted")]


HINTS = {
    name: hint
    for kind in (Terms, Beside)
    for name, hint in get_type_hints(kind, include_extras=True).items()
}


def order_form(consortium: Consortium, commission_id: UUID, asked: ViewAsked) -> dict[str, Any]:
    """Answer with plain values, the same for the API, the command line and the printed form.

    Raises `NotFound` if there was no such commission by that moment and day, and `NoTerms`.
    """
    moment = as_of(consortium.log, asked.as_of)
    day = asked.valid_on or consortium.today()
    history = list(consortium.log.events(upto=moment.position, streams=[commission_id]))
    told = [one for one in in_order_of_days(history) if one.event.effective_on <= day]
    commission: state.Commission | None = None
    for one in told:
        if commission is None and not isinstance(one.event, e.CommissionOffered):
            break
        commission = state.evolve(commission, one.event)  # type: ignore[arg-type]
    if commission is None:
        raise NotFound(commission_id)
    if commission.terms is None:
        raise NoTerms(commission_id)
    beside = _beside(commission, _parties(consortium, commission.offer, day, moment.position))
    form = FilledForm(
        commission_id=commission_id,
        engagement_number=commission.offer.engagement_number,
        ordinal=commission.offer.ordinal,
        editions=list(_editions(told, history)),
        items=list(_items(commission.terms, beside, _opener(consortium, asked))),
    )
    said = heading(
        consortium,
        moment.position,
        moment,
        day,
        taken_over=sum(one.by.taken_over for one in told if isinstance(one.event, TOLD)),
        also=list(_notes(commission, form)),
    )
    return said | form.model_dump(mode="json")


def _parties(consortium: Consortium, offer: e.CommissionOffered, day: date, position: int) -> Facts:
    streams = [offer.worker_id]
    if offer.orderer is codes.Orderer.CLIENT:
        streams.append(UUID(offer.orderer_code))
    events = by_stream(consortium.log.events(upto=position, streams=streams))
    return Facts(day, {stream: in_order_of_days(told) for stream, told in events.items()}, {})


def _beside(commission: state.Commission, parties: Facts) -> Beside:
    offer = commission.offer
    worker = residents(parties).get(offer.worker_id)
    # A client is called by its number, and not by the id of its record.
    numbers = (client.number for client in parties.opening(ClientRegistered).values())
    return Beside(
        orderer=offer.orderer,
        orderer_code=next(numbers, offer.orderer_code),
        worker_number=worker.number if worker else None,
        worker_name=worker.name if worker else None,
        ordered_on=commission.accepted_on,
        subject=offer.subject,
    )


def _opener(consortium: Consortium, asked: ViewAsked) -> Open | None:
    return (lambda sealed: consortium.vault.open([sealed]).get(sealed)) if asked.opened else None


def _editions(told: Sequence[Recorded], history: Sequence[Recorded]) -> Iterator[Edition]:
    first_said = {one.version: one.event for one in history}
    editions = [(one, one.event) for one in told if isinstance(one.event, TOLD)]
    undecided: list[Any] = []
    for number, (one, terms) in enumerate(editions, start=1):
        left = [each.item for each in terms.undecided]
        telling = TELLINGS[type(terms)]
        yield Edition(
            number=number,
            telling=telling,
            words=bilingual(telling),
            on=terms.effective_on,
            decided=[bilingual(item) for item in undecided if item not in left],
            corrected=first_said[one.version] != terms,
            version=one.version,
            position=one.position,
            recorded_at=one.recorded_at,
            how=how_recorded(terms.effective_on, one.recorded_at, taken_over=one.by.taken_over),
        )
        undecided = left


def _items(terms: Terms, beside: Beside, opened: Open | None) -> Iterator[OrderFormItem]:
    values = dict(terms) | asdict(beside)
    for number, item in enumerate(ORDER_FORM, start=1):
        shown = item.shown(terms)
        yield OrderFormItem(
            number=number,
            heading=bilingual(item.label),
            lines=[_line(item, terms, name, values[name], opened) for name in shown],
            undecided=[
                LeftOpen(
                    item=bilingual(one.item),
                    reason=bilingual(one.reason),
                    decide_by=one.decide_by,
                )
                for one in item.undecided(terms)
            ],
        )


def _line(item: FormItem, terms: Terms, name: str, value: Any, opened: Open | None) -> FormLine:  # noqa: ANN401
    said: Said = "recorded"
    shown = words.in_words(name, value)
    if value is None and name in item.left_open(terms):
        said, shown = "undecided", words.UNDECIDED
    elif value is None and name == "payment_due" and terms.closing():
        said, shown = "by-closing", words.BY_CLOSING
    elif value is None:
        said, shown = "not-recorded", words.MISSING.get(name, words.NOT_RECORDED)
    elif marks_of_type(HINTS[name], SealedMark):
        said, shown, value = _personal(value, opened)
    label = bilingual(marks_of_type(HINTS[name], Label)[0])
    return FormLine(field=name, label=label, value=plain(value), words=bilingual(shown), said=said)


def _personal(sealed: str, opened: Open | None) -> tuple[Said, Label, str | None]:
    if opened is None:
        return "sealed", words.SEALED, None
    if (text := opened(sealed)) is None:
        return "erased", words.GONE, None
    return "recorded", Label(text, text), text


def _notes(commission: state.Commission, form: FilledForm) -> Iterator[Label]:
    if commission.stage in ENDED and (on := commission.ended_on):
        ended = ENDED[commission.stage]
        yield Label(
            f"この委託は{to_japanese(on)}に{ended.ja}。", f"This commission {ended.en} on {on}."
        )
    elif commission.accepted_on is None:
        yield Label(
            "この委託はまだ受諾されていません。", "This commission has not been accepted yet."
        )
    for edition in form.editions:
        if edition.corrected:
            yield Label(
                f"条件の第{edition.number}版は、記録の訂正を含みます。",
                f"Edition {edition.number} of the terms holds corrections of the record.",
            )


def commissions_of(
    consortium: Consortium, order: str, position: int
) -> dict[tuple[str, int], UUID]:
    """Give the commissions under an order by the worker's number and the ordinal."""
    numbers = Directory(consortium, position).numbers
    offers = consortium.log.events(upto=position, topics=[e.CommissionOffered.TOPIC])
    events = ((one.stream, one.event) for one in offers)
    return {
        (numbers.get(event.worker_id, str(event.worker_id)), event.ordinal): stream
        for stream, event in events
        if isinstance(event, e.CommissionOffered) and event.engagement_number == order
    }
