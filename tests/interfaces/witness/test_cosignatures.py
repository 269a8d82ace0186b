"""What the service takes from witnesses, and what it shows of them wherever a checkpoint is."""

import time
from base64 import b64encode
from datetime import timedelta
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from application.demo.witnesses import APPOINTED, HANDED_OVER
from application.evidence import witnesses
from domain.base.rule import Rule
from domain.consortium.commands import LeaveConsortium
from domain.consortium.events import MemberJoined
from domain.witness import commands as c
from interfaces.http.proofs import CheckpointAnswer, ConsistencyAnswer, InclusionAnswer
from interfaces.witness.checkpoint import Checkpoint, public
from interfaces.witness.memory import Memory
from tests.given_bundles import witness_key
from tests.interfaces.http.given import BASE, TODAY, places
from tests.interfaces.witness.given import MUNICIPALITIES, SINCE, Served


def cosigned(served: Served, name: str, note: str | None = None) -> str:
    """Co-sign a note, the one signed last if none is given, with the key that a witness has."""
    key_name, key = Memory(served.state(name)).key()
    found = served.api.consortium.checkpoints.latest()
    assert found
    signed = Checkpoint.read((note or found.note.written()).encode())
    log = signed._replace(note=signed.note._replace(signatures=signed.note.signatures[:1]))
    return log.cosigned(key_name, key).decode()


def hand_in(served: Served, note: str) -> httpx.Response:
    """Hand a co-signed note in."""
    answer = served.api.client.post(f"{BASE}/evidence/cosignatures", json={"note": note})
    assert isinstance(answer, httpx.Response)
    return answer


def refused(served: Served, note: str, rule: Rule) -> None:
    """Expect a refusal in both languages, and that nothing is kept."""
    answer = hand_in(served, note)
    assert (answer.status_code, answer.json()["code"]) == (409, rule.code)
    assert (answer.json()["title_ja"], answer.json()["title_en"]) == (rule.ja, rule.en)


def told(served: Served) -> dict[str, Any]:
    """Give what is said of the witnesses of the checkpoint signed last."""
    answer = served.api.get("evidence/checkpoint")
    CheckpointAnswer.model_validate_json(answer.content)
    found: dict[str, Any] = answer.json()["checkpoint"]["witnesses"]
    return found


def test_who_has_signed_and_who_has_not_is_shown_wherever_a_checkpoint_is(served: Served) -> None:
    """Against how many are required; before anything is recorded of that, one is."""
    assert (told(served)["required"], told(served)["met"]) == (None, False)
    served.record(
        c.SetWitnessPolicy(effective_on=SINCE, witnesses_id=served.witnesses_id(), required=2)
    )
    served.grow(1)
    assert hand_in(served, cosigned(served, "omachi")).status_code == 200

    first = told(served)
    assert (first["required"], first["met"]) == (2, False)
    assert (first["signed"], first["not_signed"]) == (["witness/omachi"], ["witness/tateshina"])
    assert "1 of 2 witnesses" in first["said"]["en"]
    assert "必要数：2" in first["said"]["ja"]
    assert "no timestamp of a third party" in first["timestamp"]["en"]
    answer = hand_in(served, cosigned(served, "tateshina"))
    assert answer.json()["checkpoint"]["witnesses"]["met"] is True
    inclusion = served.api.get("evidence/inclusion", position=1)
    InclusionAnswer.model_validate_json(inclusion.content)
    consistency = served.api.get("evidence/consistency", **{"from": 1})
    ConsistencyAnswer.model_validate_json(consistency.content)
    for shown in (inclusion.json(), consistency.json()["to"]):
        assert shown["checkpoint"]["witnesses"]["signed"] == ["witness/omachi", "witness/tateshina"]
    ready = served.api.client.get("/readyz").json()["checkpoints"]["demo"]
    assert ready["signed_at"] < ready["cosigned_at"]


def test_the_first_signature_of_a_witness_stays(served: Served) -> None:
    """A later one over the same checkpoint changes no byte of what was carried away."""
    first = cosigned(served, "omachi")
    name, key = Memory(served.state("omachi")).key()
    hand_in(served, first)
    kept = served.api.get("evidence/checkpoint").json()["checkpoint"]["note"]
    second = signed_at(first, name, key, 1)
    assert hand_in(served, second).status_code == 200
    assert served.api.get("evidence/checkpoint").json()["checkpoint"]["note"] == kept == first


def signed_at(note: str, name: str, key: Ed25519PrivateKey, seconds: int) -> str:
    """Give a co-signed note with a signature of another time in place of the last one."""
    text, own = Checkpoint.read(note.encode()).note.text, public(name, key)
    signature = key.sign(f"cosignature/v1\ntime {seconds}\n{text}".encode())
    value = seconds.to_bytes(8) + signature
    assert own.signed(text, value)
    without = note.removesuffix(note.splitlines()[-1] + "\n")
    return f"{without}— {name} {b64encode(own.id + value).decode()}\n"


def test_a_signature_from_the_future_is_refused(served: Served) -> None:
    """It would stay; a clock that is an hour wrong, or was wrong to the past, keeps nobody out."""
    name, key = Memory(served.state("omachi")).key()
    note, now = cosigned(served, "omachi"), int(time.time())
    for ahead in (25 * 3600, 2**62):
        late = signed_at(note, name, key, now + ahead)
        refused(served, late, witnesses.COSIGNATURE_AHEAD)
    assert told(served)["signed"] == []
    assert hand_in(served, signed_at(note, name, key, now + 3600)).status_code == 200


def test_what_is_no_signature_of_a_witness_in_office_is_refused(served: Served) -> None:
    """Each with its own reason, and what to do."""
    good = cosigned(served, "omachi")
    text, _, lines = good.partition("\n\n")
    log, own = lines.splitlines()
    refused(served, f"{text}\n\n{log}\n", witnesses.NO_WITNESS)
    served.make_key("else")
    refused(served, cosigned(served, "else"), witnesses.NO_WITNESS)
    changed = own[:-6] + ("A" if own[-6] != "A" else "B") + own[-5:]
    refused(served, f"{text}\n\n{log}\n{changed}\n", witnesses.COSIGNATURE_WRONG)
    origin, size, *rest = text.split("\n")
    other = "\n".join([origin, str(int(size) - 1), *rest]) + f"\n\n{log}\n"
    refused(served, cosigned(served, "omachi", other), witnesses.NOT_SIGNED_HERE)
    assert places(hand_in(served, text)) == ["body.note"]
    assert told(served)["signed"] == []


def test_a_key_counts_until_it_is_handed_over_and_a_witness_until_it_retires(
    served: Served,
) -> None:
    """From that day on only the new one does."""
    before = cosigned(served, "omachi")
    new = served.make_key("omachi", "--replace")
    served.record(
        c.ChangeWitnessKey(
            effective_on=TODAY,
            witnesses_id=served.witnesses_id(),
            municipality=MUNICIPALITIES["omachi"][0],
            key=new,
        )
    )
    refused(served, before, witnesses.KEY_NOT_IN_FORCE)
    assert hand_in(served, cosigned(served, "omachi")).status_code == 200
    served.record(
        c.RetireWitness(
            effective_on=TODAY - timedelta(days=1),
            witnesses_id=served.witnesses_id(),
            municipality=MUNICIPALITIES["tateshina"][0],
        )
    )
    refused(served, cosigned(served, "tateshina"), witnesses.KEY_NOT_IN_FORCE)
    assert told(served)["not_signed"] == []


def test_the_keys_of_the_demonstration_are_nobodys() -> None:
    """Everybody can make them from a sentence that is no secret."""
    lines = [(name, 1, key) for _, name, key in APPOINTED] + [("witness/omachi", 2, HANDED_OVER)]
    for name, number, key in lines:
        assert public(name, witness_key(name, number)).line == key


def test_a_witness_whose_municipality_has_left_is_a_matter_to_check(served: Served) -> None:
    """From the first day without it, until its retirement is recorded."""
    assert "To check" not in told(served)["said"]["en"]
    (member,) = (
        recorded.stream
        for recorded in served.log.events(topics=[MemberJoined.TOPIC])
        if isinstance(recorded.event, MemberJoined)
        and recorded.event.code == MUNICIPALITIES["omachi"][0]
    )
    leaves = LeaveConsortium(membership_id=member, effective_on=TODAY - timedelta(days=1))
    served.record(leaves)
    served.grow(1)
    said = told(served)["said"]
    assert "To check: witness/omachi is in office" in said["en"]
    assert "要確認：脱退した市町村の立会人が在任のままです（witness/omachi）" in said["ja"]
    served.record(
        c.RetireWitness(
            effective_on=TODAY,
            witnesses_id=served.witnesses_id(),
            municipality=MUNICIPALITIES["omachi"][0],
        )
    )
    assert "To check" not in told(served)["said"]["en"]
