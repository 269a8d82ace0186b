"""What can be asked to be recorded of the consortium and its members."""

from collections.abc import Iterable
from typing import Annotated, Final, Literal

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import Evidence, Text
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.consortium import rules
from domain.consortium.events import (
    PUBLIC_BODIES,
    AgreementChange,
    AgreementVersion,
    ConsortiumCorrected,
    ConsortiumId,
    ConsortiumName,
    ConsortiumVoided,
    Member,
    MemberKind,
    MembershipCorrected,
    MembershipId,
    MembershipVoided,
    Share,
)

PersonalName = Annotated[Text, Personal("identity"), Label("氏名", "name", "架空 太郎")]


class ForAll(Command):
    """A command on the register of the consortium, which serves all programmes."""

    programme: Annotated[Literal["common"], Label("事業区分", "programme", "common")] = "common"


class FormConsortium(ForAll):
    """Record that the consortium was formed, under its name of that day."""

    LABEL = Label("コンソーシアムの設立を記録する", "Form the consortium")
    REFUSALS = (rules.FORMED_ALREADY,)

    name: ConsortiumName
    evidence: Evidence | None = None

    def opens(self) -> str:
        """One consortium for each log."""
        return "consortium"


class OfConsortium(ForAll):
    """A command on the consortium."""

    TARGET = "consortium_id"

    consortium_id: ConsortiumId


class RenameConsortium(OfConsortium):
    """Record the consortium's new name."""

    LABEL = Label("名称の変更を記録する", "Rename the consortium")
    REFUSALS = (rules.NOT_FORMED, rules.SAME_NAME)

    name: ConsortiumName
    evidence: Evidence | None = None


class ConcludeAgreement(AgreementVersion, OfConsortium):
    """Record a version of the agreement between the members."""

    LABEL = Label("協定書の締結を記録する", "Conclude the agreement")
    REFUSALS = (rules.NOT_FORMED, rules.VERSION_CONCLUDED_ALREADY, rules.VERSIONS_OUT_OF_ORDER)


class AmendAgreement(AgreementChange, OfConsortium):
    """Record that the agreement was amended: a later version, and what it changes."""

    LABEL = Label("協定書の改定を記録する", "Amend the agreement")
    REFUSALS = (
        rules.NOT_FORMED,
        rules.VERSION_CONCLUDED_ALREADY,
        rules.VERSION_UNKNOWN,
        rules.VERSIONS_OUT_OF_ORDER,
    )


class CorrectConsortium(OfConsortium, Correct):
    """Put right what was recorded of the consortium."""

    LABEL = Label("コンソーシアムの記録を訂正する", "Correct an entry of the consortium")
    REFUSALS = (*MEND_RULES, rules.VERSIONS_OUT_OF_ORDER, rules.VERSION_UNKNOWN)
    EVENT = ConsortiumCorrected


class VoidConsortium(OfConsortium, Annul):
    """Record that an entry of the consortium never held."""

    LABEL = Label("コンソーシアムの記録を取り消す", "Void an entry of the consortium")
    REFUSALS = (*VOID_RULES, rules.VERSIONS_OUT_OF_ORDER, rules.VERSION_UNKNOWN)
    EVENT = ConsortiumVoided


ConsortiumStep = RenameConsortium | ConcludeAgreement | AmendAgreement
"""What is decided on a consortium that was formed."""
ConsortiumCommand = FormConsortium | ConsortiumStep | CorrectConsortium | VoidConsortium


_BY_CODE: Final = ("municipality", "number", "corporate-number")


def memberships_of(code: str) -> Iterable[tuple[str, str]]:
    """Give the streams in which a member of this code can stand, whatever kind of code it is."""
    return (("membership", f"{by}|{code}") for by in _BY_CODE)


class OfNewMember(Member, ForAll):
    """A command that says who a member is; `consortium_id` is not part of what it records.

    `name_confirmed` says that someone compared code and name with the official list, where ours
    does not hold the municipality.
    """

    consortium_id: Annotated[ConsortiumId, Reads("consortium")]
    personal_name: PersonalName | None = None
    name_confirmed: Annotated[bool, Label("名称確認済み", "name confirmed", "false")] = False

    def opens(self) -> str:
        """One stream for each member, by the kind of its code."""
        if self.kind in PUBLIC_BODIES:
            return f"municipality|{self.code}"
        by = "number" if self.kind is MemberKind.PROFESSIONAL else "corporate-number"
        return f"{by}|{self.code}"


class InviteMember(OfNewMember):
    """Record that someone is invited to become a member."""

    LABEL = Label("加入を呼びかける", "Invite a member")
    REFUSALS = (
        rules.NOT_FORMED,
        rules.CODE_OF_ANOTHER_KIND,
        rules.NAME_OF_ANOTHER,
        rules.NAME_UNCONFIRMED,
        rules.INVITED_ALREADY,
        rules.MEMBER_ALREADY,
        rules.NOT_A_MEMBER,
    )


class JoinConsortium(OfNewMember):
    """Record that a member joins, invited or not, from that day on."""

    LABEL = Label("加入を記録する", "Record a joining")
    REFUSALS = (
        rules.NOT_FORMED,
        rules.CODE_OF_ANOTHER_KIND,
        rules.NAME_OF_ANOTHER,
        rules.NAME_UNCONFIRMED,
        rules.JOINED_BEFORE,
        rules.LATER_INVITATION,
    )

    evidence: Evidence | None = None


class OfMember(ForAll):
    """A command on one member."""

    TARGET = "membership_id"

    membership_id: MembershipId


class DeclineInvitation(OfMember):
    """Record that an invitation was declined; nobody is asked why."""

    LABEL = Label("加入の見送りを記録する", "Decline an invitation")
    REFUSALS = (rules.NOT_INVITED,)


class LeaveConsortium(OfMember):
    """Record that a member leaves; `effective_on` is the last day as a member, today or later."""

    LABEL = Label("脱退を記録する", "Record a leaving")
    REFUSALS = (rules.NOT_A_MEMBER, rules.LEAVING_RECORDED, rules.NEVER_A_MEMBER)

    evidence: Evidence | None = None


class RejoinConsortium(OfMember):
    """Record that a member who had left joins again."""

    LABEL = Label("再加入を記録する", "Record a rejoining")
    REFUSALS = (rules.MEMBER_ALREADY, rules.NEVER_JOINED, rules.LATER_INVITATION)

    evidence: Evidence | None = None


class ShareCost(Share, Command):
    """Record a member's share of the costs of a fiscal year, in the programme that it is for."""

    LABEL = Label("費用負担を記録する", "Record a member's share of the costs")
    TARGET = "membership_id"
    REFUSALS = (rules.NEVER_A_MEMBER, rules.SHARED_ALREADY)

    membership_id: MembershipId


_ORDER = (
    rules.MEMBER_ALREADY,
    rules.NOT_A_MEMBER,
    rules.NOT_INVITED,
    rules.LATER_INVITATION,
    rules.NEVER_A_MEMBER,
)


class CorrectMembership(OfMember, Correct):
    """Put right what was recorded of a member."""

    LABEL = Label("構成員の記録を訂正する", "Correct an entry of a member")
    REFUSALS = (*MEND_RULES, *_ORDER)
    EVENT = MembershipCorrected


class VoidMembership(OfMember, Annul):
    """Record that an entry of a member never held."""

    LABEL = Label("構成員の記録を取り消す", "Void an entry of a member")
    REFUSALS = (*VOID_RULES, *_ORDER)
    EVENT = MembershipVoided


MembershipStep = DeclineInvitation | LeaveConsortium | RejoinConsortium | ShareCost
"""What is decided on someone who was invited or joined."""
MembershipCommand = (
    InviteMember | JoinConsortium | MembershipStep | CorrectMembership | VoidMembership
)
