"""What can be asked to be recorded of an adviser's work."""

from typing import Annotated

from domain.advice import rules
from domain.advice.events import (
    AdviceCorrected,
    AdviceEntryVoided,
    AdviceNumber,
    AdviserId,
    CarriedOut,
    Declined,
    Engagement,
    Given,
    Session,
)
from domain.base.command import ANY, Annul, Command, Correct, Reads
from domain.base.fields import Text
from domain.base.followed import NOTHING_FOLLOWED, StreamId
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.consortium.private import TIME_OF_ANOTHER, NamesMember
from domain.contract.events import ContractId


class EngageAdviser(Engagement, Command):
    """Record that an adviser is engaged, by a contract or for an honorarium."""

    LABEL = Label("アドバイザーの委嘱を記録する", "Engage an adviser")
    REFUSALS = (rules.ENGAGED_ALREADY, rules.ENDS_BEFORE_IT_BEGINS, rules.CONTRACT_UNKNOWN)

    contract_id: Annotated[ContractId | None, Reads("contract")] = None

    def opens(self) -> str:
        """One stream for each adviser's number in a programme."""
        return f"{self.programme}|{self.number}"


class OfAdviser(Command):
    """A command on one adviser; what it records is of the adviser's own programme."""

    TARGET = "adviser_id"

    adviser_id: AdviserId


class EndAdviser(OfAdviser):
    """Record the last day of an adviser's work, before the period is over."""

    LABEL = Label("アドバイザーの終了を記録する", "End an adviser's work")
    REFUSALS = (rules.ENDED_ALREADY, rules.NOT_ENGAGED)


class HoldAdviceSession(NamesMember, Session, OfAdviser):
    """Record a session with an adviser, who may be a member of the consortium."""

    LABEL = Label("助言の実施を記録する", "Record a session with an adviser")
    HAPPENED = True
    REFUSALS = (rules.NOT_ENGAGED, rules.SESSION_HELD_ALREADY, TIME_OF_ANOTHER)


class GiveAdvice(Given, OfAdviser):
    """Record what an adviser advised in a session."""

    LABEL = Label("助言を記録する", "Record advice")
    REFUSALS = (rules.SESSION_NOT_HELD, rules.GIVEN_ALREADY)

    text: Annotated[
        Text | None, Personal("note"), Label("内容（非公開）", "text, sealed", "架空の内容")
    ] = None


class AdoptAdvice(OfAdviser):
    """Record that advice is adopted."""

    LABEL = Label("助言を採用する", "Adopt advice")
    REFUSALS = (rules.NO_SUCH_ADVICE, rules.ANSWERED_ALREADY)

    advice: AdviceNumber


class DeclineAdvice(Declined, OfAdviser):
    """Record that advice is not adopted, and why."""

    LABEL = Label("助言の不採用を記録する", "Decline advice")
    REFUSALS = (rules.NO_SUCH_ADVICE, rules.ANSWERED_ALREADY)


class CarryOutAdvice(CarriedOut, OfAdviser):
    """Record the entry by which adopted advice came true; there may be several."""

    LABEL = Label("助言の実施を記録する（続いた記録）", "Record that advice was carried out")
    REFUSALS = (rules.NO_SUCH_ADVICE, rules.NOT_ADOPTED, NOTHING_FOLLOWED)

    record: Annotated[StreamId, Reads(ANY)]


_BUILT_ON = (
    rules.ENDS_BEFORE_IT_BEGINS,
    rules.NOT_ENGAGED,
    rules.SESSION_HELD_ALREADY,
    rules.SESSION_NOT_HELD,
    rules.NO_SUCH_ADVICE,
    rules.ANSWERED_ALREADY,
    rules.NOT_ADOPTED,
)


class CorrectAdvice(OfAdviser, Correct):
    """Put right what was recorded of an adviser."""

    LABEL = Label("助言の記録を訂正する", "Correct an entry of an adviser")
    REFUSALS = (*MEND_RULES, *_BUILT_ON)
    EVENT = AdviceCorrected


class VoidAdviceEntry(OfAdviser, Annul):
    """Record that an entry of an adviser never held."""

    LABEL = Label("助言の記録を取り消す", "Void an entry of an adviser")
    REFUSALS = (*VOID_RULES, *_BUILT_ON)
    EVENT = AdviceEntryVoided


AdviserStep = (
    EndAdviser | HoldAdviceSession | GiveAdvice | AdoptAdvice | DeclineAdvice | CarryOutAdvice
)
"""What is decided on an adviser who was engaged."""
AdviserCommand = EngageAdviser | AdviserStep | CorrectAdvice | VoidAdviceEntry
