"""Who co-signs the log, with which key, and how many have to; all that is told is made up."""

from base64 import b64encode
from hashlib import sha256
from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.base import mend
from domain.consortium.events import MemberJoined, MemberKind
from domain.witness import commands as c
from domain.witness import events as e
from domain.witness import rules
from domain.witness.key import KEY_SIZE, WitnessKey, read_key
from tests.given import Given, day, given

WITNESSES, MEMBERSHIP = UUID(int=0x31), UUID(int=0x32)
OMACHI, ITOIGAWA = "202126", "152161"


def line(name: str, number: int = 1) -> str:
    """Give the line of a key that nobody has."""
    return WitnessKey(name, bytes([number]) * KEY_SIZE).line()


def appoint(
    on: str = "2024-06-03",
    code: str = OMACHI,
    name: str = "witness/omachi",
    number: int = 1,
    key_of: str | None = None,
) -> c.AppointWitness:
    """Appoint a municipality."""
    key = line(key_of or name, number)
    return c.AppointWitness(effective_on=day(on), municipality=code, name=name, key=key)


def appointed(
    on: str = "2024-06-03", code: str = OMACHI, name: str = "witness/omachi", number: int = 1
) -> e.WitnessAppointed:
    """A municipality was appointed."""
    return e.WitnessAppointed(
        effective_on=day(on), municipality=code, name=name, key=line(name, number)
    )


def change(
    on: str = "2025-04-01", name: str = "witness/omachi", number: int = 2
) -> c.ChangeWitnessKey:
    """Hand Omachi's key over."""
    return c.ChangeWitnessKey(
        effective_on=day(on), witnesses_id=WITNESSES, municipality=OMACHI,
        key=line(name, number),
    )  # fmt: skip


def changed(on: str = "2025-04-01", number: int = 2) -> e.WitnessKeyChanged:
    """It was handed over."""
    return e.WitnessKeyChanged(
        effective_on=day(on), municipality=OMACHI, key=line("witness/omachi", number),
    )  # fmt: skip


def retire(on: str, code: str = OMACHI) -> c.RetireWitness:
    """Let a municipality retire."""
    return c.RetireWitness(effective_on=day(on), witnesses_id=WITNESSES, municipality=code)


def retired(on: str, code: str = OMACHI) -> e.WitnessRetired:
    """It has retired."""
    return e.WitnessRetired(effective_on=day(on), municipality=code)


def demand(required: int, on: str = "2024-06-03") -> c.SetWitnessPolicy:
    """Require so many."""
    return c.SetWitnessPolicy(effective_on=day(on), witnesses_id=WITNESSES, required=required)


def demanded(required: int, on: str = "2024-06-03") -> e.WitnessPolicySet:
    """So many were required."""
    return e.WitnessPolicySet(effective_on=day(on), required=required)


SECOND = appointed(code=ITOIGAWA, name="witness/itoigawa", number=9)


def among_members(*history: e.WitnessEvent) -> Given:
    """Say what is recorded, while Omachi has been a member since June 2024."""
    joined = MemberJoined(
        effective_on=day("2024-06-01"), kind=MemberKind.MUNICIPALITY, code=OMACHI, name="大町市"
    )
    return given(*history).seeing(MEMBERSHIP, joined)


def test_a_member_is_appointed_with_its_key() -> None:
    """The event holds the line that was handed over, for anyone to verify with."""
    among_members().when(appoint()).then(appointed())


def test_only_a_member_is_appointed() -> None:
    """From the day of its joining on."""
    given().when(appoint()).refused(rules.NO_MEMBER)
    among_members().when(appoint("2024-05-31")).refused(rules.NO_MEMBER)


def test_a_municipality_has_one_witness_and_a_witness_a_name_of_its_own() -> None:
    """Or one of them would count as two."""
    among_members(appointed()).when(appoint("2025-01-01", number=2)).refused(rules.IN_OFFICE)
    among_members(SECOND).when(appoint(name="witness/itoigawa")).refused(rules.NAME_OF_ANOTHER)
    among_members().when(appoint(key_of="witness/else")).refused(rules.KEY_OF_ANOTHER_NAME)


def test_a_key_passes_by_a_handover_with_a_new_one() -> None:
    """The key of whoever had the duty before counts no more."""
    given(appointed()).when(change()).then(changed())
    given(appointed()).when(change(number=1)).refused(rules.KEY_USED)
    given(appointed(), changed()).when(change("2026-04-01", number=1)).refused(rules.KEY_USED)
    given(SECOND).when(change()).refused(rules.NOT_IN_OFFICE)
    given(appointed()).when(change("2024-06-02")).refused(rules.NOT_IN_OFFICE)
    given(appointed()).when(change(name="witness/else")).refused(rules.KEY_OF_ANOTHER_NAME)


def test_no_more_are_required_than_are_in_office() -> None:
    """On that day and on every later one."""
    given(appointed(), SECOND).when(demand(2)).then(demanded(2))
    given(appointed(), SECOND).when(demand(3)).refused(rules.MORE_THAN_IN_OFFICE)
    given(appointed(), SECOND, retired("2025-04-01")).when(demand(2)).refused(
        rules.MORE_THAN_IN_OFFICE
    )


def test_a_witness_retires_once_fewer_are_required() -> None:
    """So nobody is left with a demand that nobody can meet; on one day, in that order."""
    both = (appointed(), SECOND, demanded(2))
    given(*both).when(retire("2026-04-01")).refused(rules.MORE_THAN_IN_OFFICE)
    given(*both, demanded(1, "2026-04-01")).when(retire("2026-04-01")).then(retired("2026-04-01"))
    given(*both, retired("2026-05-01", ITOIGAWA)).when(retire("2026-04-01", "203246")).refused(
        rules.NOT_IN_OFFICE
    )


def test_who_has_retired_comes_back_with_another_key() -> None:
    """Nobody knows who had the first one meanwhile."""
    back = (appointed(), retired("2025-04-01"))
    among_members(*back).when(appoint("2025-06-01")).refused(rules.KEY_USED)
    among_members(*back).when(appoint("2025-06-01", number=2)).then(
        appointed("2025-06-01", number=2)
    )


def test_what_is_put_right_stays_in_order() -> None:
    """A policy that the days before it no longer carry is not left standing."""
    history = given(appointed(), SECOND, demanded(2))
    later = c.CorrectWitness(
        effective_on=day("2024-07-01"), witnesses_id=WITNESSES, version=3,
        now={"required": 3},
    )  # fmt: skip
    history.when(later).refused(rules.MORE_THAN_IN_OFFICE)
    void = c.VoidWitnessEntry(effective_on=day("2024-07-01"), witnesses_id=WITNESSES, version=2)
    history.when(void).refused(rules.MORE_THAN_IN_OFFICE)
    void = void.model_copy(update={"version": 3})
    history.when(void).then(e.WitnessVoided(effective_on=day("2024-07-01"), voids=3))
    assert mend.NOTHING_TO_MEND in c.VoidWitnessEntry.REFUSALS


@pytest.mark.parametrize(
    "changed_line",
    [
        line("witness/omachi").replace("BAEB", "BAIB"),
        line("witness/omachi").replace("omachi", "omachj"),
        line("witness/omachi")[:-1],
        "witness/omachi",
        "",
    ],
)
def test_a_line_that_was_changed_on_the_way_is_no_key(changed_line: str) -> None:
    """Its id is a hash over name, kind and key."""
    with pytest.raises(ValidationError):
        e.WitnessAppointed(
            effective_on=day("2024-06-03"), municipality=OMACHI, name="witness/omachi",
            key=changed_line,
        )  # fmt: skip


def test_a_key_that_signs_a_log_is_no_key_of_a_witness() -> None:
    """Its kind is another, so that one cannot be handed over for the other."""
    value = b"\x01" + bytes(32)
    id_ = sha256(b"witness/omachi\n" + value).hexdigest()[:8]
    with pytest.raises(ValueError, match="ayumi-witness new-key"):
        read_key(f"witness/omachi+{id_}+{b64encode(value).decode()}")
