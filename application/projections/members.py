"""Members (構成員): who belongs to the consortium, and who is invited?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.fields import PersonId
from domain.base.words import Code, Label
from domain.consortium import events as e


class Standing(Code):
    """How someone on the list stands to the consortium."""

    INVITED = "invited", "加入を呼びかけ中", "invited"
    MEMBER = "member", "構成員", "member"


@rowclass
class MemberRow:
    """One member, or someone invited; whoever has left or declined has no row.

    `since` is the day of the invitation or of the latest joining. `personal_name` is a reference to
    a sealed value.
    """

    membership_id: e.MembershipId
    standing: Annotated[Standing, Label("区分", "standing")]
    kind: Annotated[e.MemberKind, Label("構成員の種別", "kind of member")]
    code: e.MemberCode
    name: e.MemberName | None
    person_id: PersonId | None
    personal_name: e.PersonalName | None
    since: Annotated[date, Label("開始日", "since")]


def fold(rows: Rows[MemberRow], recorded: Recorded) -> None:
    """Put one row for each member and each open invitation."""
    event = recorded.event
    match event:
        case e.MemberInvited() | e.MemberJoined():
            joined = isinstance(event, e.MemberJoined)
            row = MemberRow(
                membership_id=recorded.stream,
                standing=Standing.MEMBER if joined else Standing.INVITED,
                kind=event.kind,
                code=event.code,
                name=event.name,
                person_id=event.person_id,
                personal_name=event.personal_name,
                since=event.effective_on,
            )
            rows.about = {"row": row}
            rows.put(_key(recorded, event), row)
        case e.MemberRejoined() if rows.about:
            row = rows.about["row"]
            rejoined = changed(row, standing=Standing.MEMBER, since=event.effective_on)
            rows.put(_key(recorded, event), rejoined)
        case e.InvitationDeclined() | e.MemberLeft():
            rows.end(_key(recorded, event))
        case _:
            pass


def _key(recorded: Recorded, who: e.Who) -> str:
    # A professional's number may be the same as another member's code.
    return f"{who.code}|{recorded.stream}"


MEMBERS = Projection(
    name="members",
    version=2,
    time=Time.ASSERTION,
    label=Label("構成員", "Members"),
    row=MemberRow,
    reads=(
        e.MemberInvited,
        e.InvitationDeclined,
        e.MemberJoined,
        e.MemberLeft,
        e.MemberRejoined,
    ),
    fold=fold,
)
