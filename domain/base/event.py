"""The shape of an event: a fact, what day it is true from, and which programme it belongs to."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from domain.base.tasks import Task
from domain.base.titles import TITLED
from domain.base.words import Code, Label

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
Reachable = Field(ge=EARLIEST, le=LATEST)
"""Days that a record can be about; a typing error must not put one out of reach of arithmetic."""
Day = Annotated[date, Reachable, Label("日付", "day", "2024-10-01")]

Programme = Annotated[
    str,
    StringConstraints(pattern=r"^(common|grant:[a-z0-9-]+|own:[0-9]{6})$"),
    Label("事業区分", "programme", "grant:dx-r6"),
]
"""Whose scope a fact belongs to.

`grant:<name>` is a grant project, `own:<municipality code>` one municipality's own programme, and
`common` a register that serves all of them (residents, clients, members).
"""
COMMON = "common"

EffectiveOn = Annotated[date, Reachable, Label("基準日", "effective on", "2024-10-01")]


class PaperKind(Code):
    """What a paper or file is that shows a fact."""

    APPLICATION = "application", "申込書・届出", "application form"
    CONTRACT = "contract", "契約書", "contract"
    COMMITMENT = "commitment", "支出負担行為書", "commitment form"
    INVOICE = "invoice", "請求書", "invoice"
    PAYMENT = "payment", "支出命令書・領収書", "payment order or receipt"
    INSPECTION = "inspection", "検収・検査調書", "inspection record"
    CERTIFICATE = "certificate", "証明書・登録通知", "certificate"
    ROSTER = "roster", "名簿・出席簿", "roster"
    MINUTES = "minutes", "議事録・会議資料", "minutes"
    PLAN = "plan", "計画書・採択通知", "plan or decision"
    SPREADSHEET = "spreadsheet", "管理表（表計算）", "spreadsheet"
    PUBLICATION = "publication", "公表資料", "publication"
    OTHER = "other", "その他", "other"


class Fields(BaseModel):
    """A group of fields that a command and its event share, so that they are written once."""

    model_config = TITLED

    @classmethod
    def of(cls, whole: BaseModel) -> Self:
        """Give the part of a command or an event that these fields are."""
        return cls.model_validate({name: getattr(whole, name) for name in cls.model_fields})


class Event(BaseModel):
    """Something that happened.

    Subclasses are named in the past tense, say in one sentence what happened, and carry an
    explicit `TOPIC`, which never changes even when the class is renamed or moved. `SENTENCE` is
    what the audit trail says; `{field}` stands for a field of the event. What is not `LISTED`
    stands in no list of events, only in the record of its own stream. `TASKS` are the rows of the
    programme's list of work that it belongs to; a paper of one of the kinds in `EVIDENCE` must
    show it.
    """

    # There are hundreds of kinds, and a process meets few: each is built when it is first met.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    TOPIC: ClassVar[str]
    SENTENCE: ClassVar[Label]
    LISTED: ClassVar[bool] = True
    TASKS: ClassVar[tuple[Task, ...]] = ()
    EVIDENCE: ClassVar[tuple[PaperKind, ...]] = ()

    effective_on: EffectiveOn
    programme: Programme = COMMON

    def tasks(self) -> tuple[Task, ...]:
        """Give the tasks that this very event belongs to; all of `TASKS` unless it says which."""
        return self.TASKS


class Mend(Event):
    """Something recorded earlier was wrong; it belongs to the tasks of the events in `MENDS`."""

    MENDS: ClassVar[tuple[type[Event], ...]]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        """Take over the tasks of what this kind mends."""
        super().__pydantic_init_subclass__(**kwargs)
        mends = getattr(cls, "MENDS", ())
        cls.TASKS = tuple(dict.fromkeys(task for kind in mends for task in kind.TASKS))


class Correction(Mend):
    """Some fields of an earlier event of this stream were wrong; `now` holds what replaces them.

    `effective_on` is the day on which the mistake was put right; the corrected fact keeps its own
    day unless `now` replaces it. `FIXED` names the fields that nobody can correct: those that the
    stream's id was derived from, or two streams could come to say that they are the same thing.
    """

    FIXED: ClassVar[frozenset[str]] = frozenset()

    corrects: Annotated[int, Field(ge=1), Label("訂正する版", "corrects version")]
    now: Annotated[dict[str, Any], Label("訂正後", "now")]


class Void(Mend):
    """An earlier event of this stream never held; `effective_on` is the day this was found."""

    voids: Annotated[int, Field(ge=1), Label("取り消す版", "voids version")]


E = TypeVar("E", bound=Event)
State = TypeVar("State")


def effective(history: Sequence[tuple[int, Event]]) -> list[tuple[int, Event]]:
    """What holds of a stream: voided events taken out, corrected fields replaced.

    Takes and gives (version, event) pairs in the order of their versions. A correction of a
    correction reaches the event that the first one corrected; a voided correction has no effect.
    Corrections and voidings themselves are not in the result: nobody folds them. A history may
    leave out kinds of events; what mends one of those has no effect.
    """
    out, now = voided(history), corrected(history)
    return [
        (version, replaced(event, now[version]) if version in now else event)
        for version, event in history
        if version not in out and not isinstance(event, Correction | Void)
    ]


def corrected(history: Sequence[tuple[int, Event]]) -> dict[int, dict[str, Any]]:
    """Give by the versions of the events that corrections reach the fields that these replace."""
    out, reaches = voided(history), reached(history)
    now: dict[int, dict[str, Any]] = {}
    for version, event in history:
        if isinstance(event, Correction) and version not in out:
            now.setdefault(reaches[version], {}).update(event.now)
    return now


def voided(history: Sequence[tuple[int, Event]]) -> set[int]:
    """Give the versions that never held; a voiding that is itself voided takes none out."""
    # From the newest back, since a voiding can itself be voided only by a later one.
    out: set[int] = set()
    for version, event in reversed(history):
        if isinstance(event, Void) and version not in out:
            out.add(event.voids)
    return out


def reached(history: Iterable[tuple[int, Event]]) -> dict[int, int]:
    """Give, for the version of each correction, that of the event which it reaches.

    Directly, or through other corrections, whether those are voided or not.
    """
    # Each looks at one before it, which knows by now: a long chain is not walked for each link.
    found: dict[int, int] = {}
    for version, event in history:
        if isinstance(event, Correction):
            found[version] = found.get(event.corrects, event.corrects)
    return found


def replaced(event: E, now: dict[str, Any]) -> E:
    """Give an event with some fields replaced; raises ValidationError where it is none then."""
    return type(event).model_validate(event.model_dump(mode="json") | now)


def opened(state: State | None) -> State:
    """Give a state that an event is to change; raises ValueError if no event opened the stream.

    No decision lets that come about, and what cannot be folded must not be passed over.
    """
    if state is None:
        raise ValueError("a stream begins with the event that opens it")
    return state
