"""Given a bundle with this and that, when it is checked, then this is found."""

import json
from collections.abc import Callable
from hashlib import sha256

import pytest

from tests.interfaces.verifier.given import (
    LOG,
    ORIGIN,
    OTHER_WITNESS,
    PROGRAMME,
    WITNESS,
    WORDS,
    Made,
    Plain,
    Signer,
    checkpoint,
    counted,
    defined,
    event,
    figure,
    joined,
    lines,
    made,
    opened,
)

PAID = counted()
EVENTS = [
    opened(),
    defined(PAID),
    event("order.paid", "a", day="2024-06-01", recorded="2024-06-02T00:00:00.000000Z"),
    event("order.paid", "b", recorded="2024-06-20T00:00:00.000000Z"),
    event("order.paid", "c", taken_over=True),
    event("order.paid", "d", scope="own:203246", withheld=True),
    event("mentorship.session_held", "m", withheld=True),
]
PART = {"side": "value", "sign": 1, "day": "2025-03-31", "value": 3, "counted": [3, 4, 5]}
HOW = {"as_it_happened": 1, "late": 1, "taken_over": 1}
FIGURE = figure(PAID, value=3, parts=[PART], counted=[3, 4, 5], recorded=HOW)
STRANGER = Signer("stranger")
POLICY = event("witness.policy_set", scope="common", required=2, day="2024-04-02")
OLDER = "older-than-checkpoint"
Findings = set[tuple[int, str]]


def whole(**changed: object) -> Made:
    """Make a bundle with nothing to find."""
    given: Plain = {"signers": (LOG, WITNESS), **changed}
    return made(given.pop("events", EVENTS), given.pop("figures", [FIGURE]), **given)


def told(bundle: Made, *signers: Signer, **asked: object) -> tuple[int, set[str]]:
    """Give the exit code and the names of what is found, with the keys of log and witness."""
    report = bundle.checked(signers or (LOG, WITNESS), **asked)
    return report["exit"], {each["name"] for each in report["findings"]}


def test_nothing_is_found_in_an_honest_bundle() -> None:
    """It is verified, and the report says what was checked."""
    report = whole().checked((LOG, WITNESS))
    assert report == {
        "exit": 0,
        "sha256": sha256(whole().zipped()).hexdigest(),
        "findings": [],
        "for": "evaluation",
        "origin": LOG.name,
        "size": 7,
        "programme": PROGRAMME,
        "valid_on": "2025-03-31",
        "fiscal_years": [2024],
        "whole": 5,
        "withheld": 2,
        "simulated": False,
        "witnesses": [WITNESS.name],
        "required": 1,
        "appointed": 0,
        "timestamp": "absent",
        "own_checkpoint": None,
        "bundled_checkpoint": None,
        "figures": [
            {
                "code": "paid",
                "version": 1,
                "fiscal_year": 2024,
                "verdict": "recomputed",
                "value": 3,
                "recorded": HOW,
            }
        ],
    }


def test_the_same_content_gives_the_same_bytes() -> None:
    """The archive has one form."""
    assert whole().zipped() == whole().zipped()


@pytest.mark.parametrize("name", ["README", "figures", "verify"])
def test_a_changed_member_is_altered(name: str) -> None:
    """Anybody can put another file in, and nobody but the log can sign for it."""
    figures = json.dumps({"figures": [FIGURE]}).encode()
    bundle = whole().by_outsider(**{name: figures})
    assert told(bundle)[0] == 1
    assert "member-altered" in told(bundle)[1]


@pytest.mark.parametrize("name", ["previous", "timestamp"])
def test_a_member_taken_out_or_put_in_is_altered(name: str) -> None:
    """What the manifest names is there, and nothing else."""
    content = checkpoint(lines(EVENTS[:3]))
    if name == "timestamp":
        text = whole().members["checkpoint.txt"].partition(b"\n\n")[0] + b"\n"
        content = sha256(text).digest()
    bundle = whole(**{name: content})
    assert told(bundle)[0] == 0
    assert told(bundle.by_outsider(**{name: None})) == (1, {"member-altered"})
    assert told(whole().by_outsider(**{name: content})) == (1, {"member-altered"})


def test_a_manifest_is_signed_by_the_log() -> None:
    """Another key will not do, nor a wrong signature, nor none that is known."""
    manifest = whole().manifest()
    forged = manifest.replace(b"valid-on: 2025-03-31", b"valid-on: 2025-03-30")
    assert "manifest-signature" in told(whole().by_outsider(manifest=forged))[1]
    assert told(whole(), STRANGER, WITNESS) == (4, {"manifest-signature", "checkpoint-signature"})
    text = manifest.decode().rpartition("\n\n")[0] + "\n"
    for name in (LOG.name, f"{STRANGER.name}/bundle"):
        other = f"{text}\n{LOG.line(text, name)}".encode()
        assert told(whole().by_outsider(manifest=other)) == (4, {"manifest-signature"})


def test_a_checkpoint_is_signed_by_the_log() -> None:
    """A wrong signature of a known key is never outweighed by a right one."""
    bundle = whole()
    assert told(bundle.by_insider(checkpoint=checkpoint(lines(EVENTS), [WITNESS]))) == (
        4,
        {"checkpoint-signature"},
    )
    for signer in (LOG, WITNESS):
        wrong = bundle.members["checkpoint.txt"] + signer.line("other\n").encode()
        assert told(bundle.by_insider(checkpoint=wrong)) == (4, {"checkpoint-signature"})


@pytest.mark.parametrize(
    ("signers", "asked", "found"),
    [
        ([LOG], {}, {"witnesses-missing"}),
        ([LOG, WITNESS], {}, set()),
        ([LOG, WITNESS, WITNESS], {"witnesses": 2}, {"witnesses-missing"}),
        ([LOG, WITNESS, OTHER_WITNESS], {"witnesses": 2}, set()),
    ],
)
def test_as_many_witnesses_are_demanded_as_was_said(
    signers: list[Signer], asked: Plain, found: set[str]
) -> None:
    """One is, unless more are asked for; the same one does not count twice."""
    bundle = whole(signers=signers)
    names = told(bundle, LOG, WITNESS, OTHER_WITNESS, **asked)
    assert names == (4 if found else 0, found)


def test_the_policy_in_the_log_says_how_many_witnesses_are_demanded() -> None:
    """The last one that is effective holds, and whoever checks may demand more or fewer."""
    bundle = whole(events=[*EVENTS, POLICY])
    assert told(bundle) == (4, {"witnesses-missing"})
    assert told(bundle, witnesses=1) == (0, set())
    voided = event("witness.voided", "witness.policy_set", 2, scope="common", voids=1)
    assert told(whole(events=[*EVENTS, POLICY, voided])) == (0, set())


@pytest.mark.parametrize("required", [0, -1, "1", True])
def test_the_log_cannot_do_without_witnesses(required: object) -> None:
    """Whoever keeps the log could otherwise switch them off within it."""
    policy = event("witness.policy_set", scope="common", required=required, day="2024-04-02")
    assert told(whole(events=[*EVENTS, policy])) == (5, {"malformed"})


def test_without_a_key_of_a_witness_none_is_checked() -> None:
    """And that is said."""
    assert told(whole(), LOG) == (6, {"witnesses-not-checked"})


def signed_again(change: Callable[[list[str]], list[str]]) -> Made:
    """Give what whoever can sign manifests, but not checkpoints, makes of the lines."""
    return whole().by_insider(events=joined(change(lines(EVENTS))))


ALTERED: dict[str, tuple[Callable[[list[str]], list[str]], set[str]]] = {
    "another state": (
        lambda written: [line.replace("2024-06-01", "2024-06-03") for line in written],
        {"event-altered"},
    ),
    "another time": (
        lambda written: [line.replace("2024-06-20T00", "2024-06-20T01") for line in written],
        {"event-altered"},
    ),
    "another topic": (
        lambda written: [line.replace("session_held", "session_moved") for line in written],
        {"event-altered"},
    ),
    "the first is missing": (
        lambda written: written[1:],
        {"events-missing", "statement-altered"},
    ),
    "one is missing": (
        lambda written: written[:5] + written[6:],
        {"events-missing"},
    ),
    "the last is missing": (lambda written: written[:-1], {"events-missing"}),
    "one comes twice": (
        lambda written: [*written, written[-1]],
        {"events-missing"},
    ),
    "two are exchanged": (
        lambda written: [*written[:5], written[6], written[5]],
        {"events-missing"},
    ),
}


@pytest.mark.parametrize("what", ALTERED)
def test_what_was_recorded_cannot_be_altered(what: str) -> None:
    """Whoever signs the manifest anew still does not get the root of the tree."""
    change, found = ALTERED[what]
    code = 2 if found == {"events-missing"} else 1
    assert told(signed_again(change)) == (code, found)


@pytest.mark.parametrize(
    "events",
    [
        [*EVENTS, {**event("order.paid", "e"), "scope": "own:203246"}],
        [*EVENTS, event("client.named", "e", 2), event("client.named", "e", 2)],
        [*EVENTS, event("client.named", "e", 2), event("client.named", "e", 1)],
        [*EVENTS, event("client.named", recorded="2024-06-19T23:59:59.999999Z")],
    ],
    ids=["of another scope", "a version twice", "versions backwards", "times backwards"],
)
def test_whole_events_are_in_order_and_of_their_scope(events: list[Plain]) -> None:
    """Even the log's own signature does not make up for that."""
    assert told(whole(events=events)) == (1, {"event-altered"})


@pytest.mark.parametrize(
    ("mend", "value"),
    [
        (event("zzz.voided", "a", 2, voids=1), 3),
        (event("order.voided", "a", 2, scope="common", voids=1), 3),
        (event("order.corrected", "a", 2, scope="common", corrects=1, now={"n": 1}), 3),
        (event("order.voided", "figure paid", 2, scope="common", voids=1), 3),
        (event("figure.voided", "figure paid", 2, voids=1), 3),
        (event("log.voided", "log.opened", 2, voids=1), 3),
        (event("order.paid", "figure paid", 2, scope="common"), 3),
    ],
)
def test_what_mends_is_of_the_family_and_the_scope_of_what_it_mends(
    mend: Plain, value: int
) -> None:
    """Otherwise it mends nothing, and somebody else than the service wrote it."""
    bundle = whole(events=[*EVENTS, mend])
    assert told(bundle) == (1, {"event-altered"})
    assert bundle.checked((LOG, WITNESS))["figures"][0]["value"] == value


def test_a_record_may_have_events_of_several_scopes() -> None:
    """Each is mended in its own, and an ending of another scope ends nothing."""
    measure = {**PAID["measure"]}
    measure["facts"] = {**measure["facts"], "ends": {"topics": ["order.left"]}}
    events = [
        EVENTS[0],
        defined(counted(measure=measure)),
        *EVENTS[2:],
        event("order.left", "a", 2, scope="common"),
        event("order.voided", "a", 3, scope="common", voids=2),
        event("order.left", "b", 2, scope="common"),
    ]
    assert told(whole(events=events)) == (0, set())


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ({"size": "8"}, {"statement-altered"}),
        ({"origin": "ayumi/other/1"}, {"statement-altered", "manifest-signature"}),
    ],
)
def test_the_manifest_names_the_log_of_the_checkpoint(head: Plain, found: set[str]) -> None:
    """The same origin and the same size."""
    bundle = whole()
    forged = Made(bundle.members, {**bundle.head, **head})
    assert told(forged) == (4 if len(found) > 1 else 1, found)


@pytest.mark.parametrize(
    "first",
    [
        opened(origin="ayumi/other"),
        opened(epoch=2),
        event("order.paid", "e"),
        opened(origin=["ayumi/example"]),
        opened(origin=None),
        opened(epoch=[1]),
        opened(epoch="1"),
        opened(epoch=True),
    ],
)
def test_the_log_opens_with_its_own_name(first: Plain) -> None:
    """Its first event says which log it is."""
    events = [first, *EVENTS[1:]]
    assert "statement-altered" in told(whole(events=events, figures=[]))[1]


def test_a_size_beyond_the_lines_is_missing_events() -> None:
    """Even where manifest and checkpoint agree on it."""
    bundle = whole()
    text = bundle.members["checkpoint.txt"].decode().partition("\n\n")[0].replace("\n7\n", "\n8\n")
    signed = f"{text}\n\n{LOG.line(text + chr(10))}{WITNESS.line(text + chr(10))}".encode()
    forged = Made({**bundle.members, "checkpoint.txt": signed}, {**bundle.head, "size": "8"})
    assert told(forged) == (2, {"events-missing"})


@pytest.mark.parametrize("size", [0, 1, 3, 7])
def test_a_log_continues_its_own_beginning(size: int) -> None:
    """The evaluator's checkpoint and the one in the bundle, each told for itself and by its size.

    Whoever makes a bundle chooses the latter, so it is never taken for the former.
    """
    earlier = checkpoint(lines(EVENTS[:size]))
    continued = {"size": size, "state": "continued"}
    two, of_two = checkpoint(lines(EVENTS[:2])), {"size": 2, "state": "continued"}
    for bundle, previous, own, bundled in (
        (whole(), earlier, continued, None),
        (whole(previous=earlier), None, None, continued),
        (whole(previous=earlier), two, of_two, continued),
    ):
        report = bundle.checked((LOG, WITNESS), previous=previous)
        assert (report["exit"], report["own_checkpoint"]) == (0, own)
        assert report["bundled_checkpoint"] == bundled


REWRITTEN = checkpoint(lines([*EVENTS[:2], event("order.paid", "e")]))
LONGER = checkpoint(lines([*EVENTS, event("order.paid", "e")]))


@pytest.mark.parametrize("bundle", [whole(), whole(previous=LONGER)])
def test_a_log_that_does_not_continue_what_was_seen_is_found(bundle: Made) -> None:
    """A rewritten log, however well it is signed; or one that its own bundle contradicts."""
    report = bundle.checked((LOG, WITNESS), previous=REWRITTEN)
    assert (report["exit"], report["own_checkpoint"]["state"]) == (2, "not continued")
    assert told(whole(previous=REWRITTEN)) == (2, {"not-continued"})
    assert told(whole(previous=LONGER)) == (2, {"not-continued"})


def test_a_bundle_that_is_older_than_ones_own_checkpoint_shows_nothing_of_what_came_after() -> None:
    """It contradicts nothing, so it is no deletion; nor is it ever verified without that limit."""
    report = whole().checked((LOG, WITNESS), previous=LONGER)
    assert (report["exit"], [each["name"] for each in report["findings"]]) == (6, [OLDER])
    assert report["own_checkpoint"] == {"size": 8, "state": "newer"}
    (finding,) = report["findings"]
    assert "この資料（7件まで）は、お手元の記録確定点（8件まで）より古い" in finding["ja"]
    assert "続いているかどうかは、何も示されていない" in finding["ja"]
    assert "8件以上の資料を求めること" in finding["ja"]
    assert "This bundle (7 records) is older than your own checkpoint (8 records)" in finding["en"]
    other = checkpoint(lines([*EVENTS, event("order.paid", "e")]), origin="ayumi/other/1")
    assert "not-continued" in told(whole(), previous=other)[1]


def test_an_epoch_that_says_that_it_does_not_continue_is_told() -> None:
    """The log's own statement that part of it was lost, whatever else is at hand."""
    bundle = whole(more=["not-continued ayumi/example/0 9 abc="])
    assert told(bundle) == (6, {"new-epoch"})


def test_a_later_epoch_says_that_it_does_not_continue() -> None:
    """A loss can be survived, but not passed over."""
    second = Signer(ORIGIN.removesuffix("1") + "2")
    events = [opened(epoch=2), *EVENTS[1:]]
    for more, found in (
        ([], (1, {"statement-altered"})),
        ([f"not-continued {ORIGIN} 9 abc="], (6, {"new-epoch"})),
    ):
        note = checkpoint(lines(events), [second, WITNESS], more, origin=second.name)
        made_by_it = whole(events=events).by_insider(checkpoint=note)
        head = {**made_by_it.head, "origin": second.name}
        assert told(Made(made_by_it.members, head, second), second, WITNESS) == found


def test_where_nothing_is_asked_nothing_is_verified() -> None:
    """Before any definition is in force, or of a programme that has no events."""
    early = whole(figures=[], valid_on="2020-01-01")
    assert told(early) == (6, {"nothing-checked"})
    nobody = figure(PAID, programme="grant:none", parts=[{**PART, "value": 0, "counted": []}])
    bundle = whole(figures=[nobody])
    asked = Made(bundle.members, {**bundle.head, "programme": "grant:none"})
    assert told(asked) == (6, {"nothing-checked"})
    exported = [*EVENTS, event("export.made", "x", scope="grant:none")]
    again = whole(figures=[nobody], events=exported)
    of_none = Made(again.members, {**again.head, "programme": "grant:none"})
    assert told(of_none) == (6, {"nothing-checked"})


def test_an_earlier_checkpoint_is_signed_too() -> None:
    """One that nobody signed shows nothing, and continuing it does not help."""
    earlier = checkpoint(lines(EVENTS[:3]), [STRANGER])
    assert told(whole(), previous=earlier) == (4, {"previous-signature"})
    for which, bundle, own in (
        ("own_checkpoint", whole(), earlier),
        ("bundled_checkpoint", whole(previous=earlier), None),
    ):
        said = bundle.checked((LOG, WITNESS), previous=own)
        assert said[which] == {"size": 3, "state": "unsigned"}
    other = checkpoint(lines(EVENTS[:3]), [LOG], origin="ayumi/other/1")
    assert told(whole(), previous=other) == (4, {"previous-signature", "not-continued"})


def test_a_simulated_clock_is_said() -> None:
    """By the checkpoint, or by the first event."""
    assert told(whole(more=["clock simulated"])) == (6, {"simulated-clock"})
    simulated = [opened(clock="simulated"), *EVENTS[1:]]
    assert told(whole(events=simulated)) == (6, {"simulated-clock"})


@pytest.mark.parametrize("said", [WORDS, b"", b"\xff", b"{}", b'{"topics":1}', b"[" * 200])
def test_words_are_no_evidence(said: bytes) -> None:
    """Whatever stands there, and whether anything does: the verdict is the same."""
    assert told(whole(words=said)) == (0, set())


def test_it_is_told_how_many_the_witnesses_are() -> None:
    """By the record: those appointed, and not retired since."""
    appointed = [
        event("witness.appointed", "witnesses", version, municipality=one, key=WITNESS.written())
        for version, one in enumerate(("202126", "203246", "152161"), 1)
    ]
    back = event("witness.retired", "witnesses", 4, municipality="202126", day="2024-06-01")
    for more, count in (([], 0), (appointed, 3), ([*appointed, back], 2)):
        report = whole(events=[*EVENTS, *more]).checked((LOG, WITNESS))
        assert (report["exit"], report["appointed"]) == (0, count)


RENEWED = Signer(WITNESS.name, WITNESS.kind, "renewed")


def of_witness(version: int, topic: str, **fields: object) -> Plain:
    """Give an entry of the record of the witnesses."""
    more = {"municipality": "203246", "scope": "common", **fields}
    return event(f"witness.{topic}", "witnesses", version, **more)


APPOINTED = of_witness(1, "appointed", name=WITNESS.name, key=WITNESS.written())
CHANGED = of_witness(2, "key_changed", key=RENEWED.written(), day="2024-06-01")
RETIRED = of_witness(2, "retired", day="2024-06-01")
MISSING = {"witness-key-not-in-force", "witnesses-missing"}


@pytest.mark.parametrize(
    ("recorded", "signer", "found"),
    [
        ([APPOINTED], WITNESS, set()),
        ([APPOINTED], RENEWED, MISSING),
        ([APPOINTED, CHANGED], WITNESS, MISSING),
        ([APPOINTED, CHANGED], RENEWED, set()),
        ([APPOINTED, RETIRED], WITNESS, MISSING),
        ([APPOINTED, CHANGED, of_witness(3, "voided", voids=2)], WITNESS, set()),
        ([APPOINTED, of_witness(2, "voided", voids=1)], WITNESS, MISSING),
        ([APPOINTED, of_witness(2, "corrected", corrects=1, now={"key": "?"})], WITNESS, MISSING),
        ([APPOINTED, {**CHANGED, "event": {**CHANGED["event"], "key": 1}}], WITNESS, MISSING),
    ],
)
def test_a_witness_counts_by_the_key_that_the_record_has_in_force(
    recorded: list[Plain], signer: Signer, found: set[str]
) -> None:
    """Whoever left office with an old key signs for nobody, however old the evaluator's list is."""
    bundle = whole(events=[*EVENTS, *recorded], signers=(LOG, signer))
    report = bundle.checked((LOG, WITNESS, RENEWED))
    assert {each["name"] for each in report["findings"]} == found
    assert report["exit"] == (4 if found else 0)
    assert report["witnesses"] == ([] if found else [WITNESS.name])


def test_that_a_key_does_not_count_is_said_where_enough_others_have_signed() -> None:
    """By the name of its witness: whoever sees it knows whom to ask."""
    other = {"municipality": "202126", "name": OTHER_WITNESS.name, "key": OTHER_WITNESS.written()}
    events = [*EVENTS, APPOINTED, CHANGED, of_witness(3, "appointed", **other)]
    for signers in ((LOG, WITNESS, OTHER_WITNESS), (LOG, WITNESS, RENEWED, OTHER_WITNESS)):
        report = whole(events=events, signers=signers).checked((*signers, RENEWED))
        assert report["exit"] == 6
        told = [(each["name"], each["where"]) for each in report["findings"]]
        assert told == [("witness-key-not-in-force", WITNESS.name)]
        assert len(report["witnesses"]) == len(signers) - 2


@pytest.mark.parametrize(("day", "found"), [("2024-06-20", MISSING), ("2024-06-21", set())])
def test_a_key_counts_until_the_day_on_which_it_is_superseded(day: str, found: set[str]) -> None:
    """That can be recorded ahead; the last event shown tells which day it was at least."""
    events = [*EVENTS, APPOINTED, {**CHANGED, "event": {**CHANGED["event"], "effective_on": day}}]
    for signer, its in ((WITNESS, found), (RENEWED, set())):
        bundle = whole(events=events, signers=(LOG, signer))
        assert told(bundle, LOG, WITNESS, RENEWED) == (4 if its else 0, its)


def test_another_page_in_the_bundle_is_said() -> None:
    """The page could say anything."""
    assert told(whole(page=b"<p>Verified!")) == (6, {"page-unknown"})


def test_a_timestamp_that_is_not_checked_is_said() -> None:
    """Whether there is one is never passed over, and of what it speaks is seen without its keys."""
    text = whole().members["checkpoint.txt"].decode().partition("\n\n")[0] + "\n"
    stamped = b"some reply" + sha256(text.encode()).digest()
    assert whole(timestamp=stamped).checked((LOG, WITNESS))["timestamp"] == "not checked"
    for other in (b"", b"some reply", sha256(b"another checkpoint").digest()):
        assert told(whole(timestamp=other)) == (4, {"timestamp-wrong"})


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ([{**FIGURE, "value": 4}], {"figure-differs"}),
        ([{**FIGURE, "programme": "own:203246"}], {"figure-undefined"}),
        ([{**FIGURE, "valid_on": "2025-03-30"}], {"figure-undefined"}),
        ([{**FIGURE, "counted": [3, 4]}], {"figure-differs"}),
        ([], {"figure-missing"}),
        ([FIGURE, FIGURE], {"figure-missing"}),
        ([FIGURE, {**FIGURE, "fiscal_year": 2025}], {"figure-undefined"}),
        ([FIGURE, {**FIGURE, "version": 2}], {"figure-undefined"}),
        ([{**FIGURE, "code": "other"}, FIGURE], {"figure-undefined"}),
        ([{**FIGURE, "version": 2}], {"figure-undefined", "figure-missing"}),
    ],
)
def test_every_figure_is_the_one_that_the_events_give(
    figures: list[Plain], found: set[str]
) -> None:
    """One for each definition in force and each year, and no other."""
    assert told(whole(figures=figures)) == (3, found)


@pytest.mark.parametrize(
    "changed",
    [
        {"value": "3"},
        {"value": True},
        {"reason_without_value": "recomputed"},
        {"rows": None},
        {"rows": [{"by": [[]], "value": 3}]},
        {"rows": [{"by": [], "value": "3"}]},
        {"rows": [{"by": []}]},
        {"counted": 3},
        {"counted": ["3"]},
        {"recorded": {**HOW, "late": "1"}},
        {"recorded": {**HOW, "never": 1}},
        {"recorded": None},
    ],
)
def test_a_figure_states_values_of_the_prescribed_types(changed: Plain) -> None:
    """Text in the place of a number could say to a reader whatever it liked."""
    assert told(whole(figures=[{**FIGURE, **changed}])) == (5, {"malformed"})
    forged = publication(published(FIGURE, **{**changed, "counted": "3"}))
    assert told(forged) == (5, {"malformed"})


def test_a_dropped_fact_changes_the_figure() -> None:
    """All effective events are counted, not only those that the figure names."""
    more = [*EVENTS, event("order.paid", "e")]
    assert told(whole(events=more)) == (3, {"figure-differs"})


@pytest.mark.parametrize(
    "withheld",
    [
        event("order.noted", "e", withheld=True),
        event("order.corrected", "a", 2, withheld=True),
    ],
)
def test_a_figure_with_withheld_events_of_its_family_is_not_recomputed(withheld: Plain) -> None:
    """Whatever value it states, and whatever the withheld events are."""
    for stated in (FIGURE, {**FIGURE, "value": 99}):
        bundle = whole(events=[*EVENTS, withheld], figures=[stated])
        assert told(bundle) == (6, {"not-recomputed"})
        (finding,) = bundle.checked((LOG, WITNESS))["findings"]
        assert finding["ja"].endswith(": order (grant:dx-r6) 8")
        assert bundle.checked()["figures"][0]["verdict"] == "not-recomputed"


def test_of_what_is_withheld_the_first_positions_are_told_and_how_many_there_are() -> None:
    """Enough to ask for them."""
    many = [event("order.noted", f"n{number}", withheld=True) for number in range(12)]
    (finding,) = whole(events=[*EVENTS, *many]).checked((LOG, WITNESS))["findings"]
    said = ": order (grant:dx-r6) 8, 9, 10, 11, 12, 13, 14, 15, 16, 17 … (12)"
    assert finding["en"].endswith(said)


@pytest.mark.parametrize("withheld", [True, False])
@pytest.mark.parametrize("topic", [".", "order", "order.", ".paid", "order..paid", "order.1"])
def test_a_topic_is_of_two_words_or_more(topic: str, withheld: bool) -> None:  # noqa: FBT001
    """Another might belong to a family and yet not be looked for there."""
    odd = event(topic, "a", 2, withheld=withheld, voids=1)
    assert told(whole(events=[*EVENTS, odd])) == (5, {"malformed"})


def test_what_is_not_as_it_was_signed_is_not_computed() -> None:
    """A version twice, of an event that no figure reads: nobody can say which of the two holds."""
    for odd in (event("order.noted", "a", 1), event("order.paid", "a", 1, day="2024-06-01")):
        report = whole(events=[*EVENTS, odd]).checked((LOG, WITNESS))
        assert {(each["code"], each["name"]) for each in report["findings"]} == {
            (1, "event-altered")
        }
        assert [each["verdict"] for each in report["figures"]] == ["not-recomputed"]


@pytest.mark.parametrize("odd", [{"x": [], "y": None}, {"x": None, "y": []}, {"x": 1, "y": None}])
def test_an_ending_with_null_in_what_has_to_be_the_same_ends_nothing(odd: Plain) -> None:
    """Whatever its other fields are."""
    ends = {"topics": ["order.left"], "same": ["x", "y"]}
    measure = {"kind": "count", "basis": "annual", "facts": {"opens": ["order.paid"], "ends": ends}}
    paid = event("order.paid", "a", x=1, y=1, day="2024-06-01")
    left = event("order.left", "a", 2, day="2024-07-01", **odd)
    definition = counted(measure=measure)
    part = {**PART, "value": 1, "counted": [3]}
    how = {"as_it_happened": 1, "late": 0, "taken_over": 0}
    stated = figure(definition, value=1, parts=[part], counted=[3], recorded=how)
    events = [EVENTS[0], defined(definition), paid, left]
    assert told(whole(events=events, figures=[stated])) == (0, set())


@pytest.mark.parametrize("said", [0, "", []])
def test_it_is_said_by_true_or_false_that_an_event_was_taken_over(said: object) -> None:
    """Nothing else will do, empty or not."""
    odd = event("order.noted", "e", taken_over=said)
    assert told(whole(events=[*EVENTS, odd])) == (5, {"malformed"})


def test_persons_need_every_scope() -> None:
    """A join in any scope could make two into one."""
    measure = {**PAID["measure"], "facts": {"opens": ["order.paid"], "persons": ["worker_id"]}}
    definition = counted(measure=measure)
    for family in ("person", "client"):
        hidden = event(f"{family}.parted", scope="own:203246", withheld=True)
        events = [EVENTS[0], defined(definition), *EVENTS[2:], hidden]
        assert told(whole(events=events)) == (6, {"not-recomputed"})


@pytest.mark.parametrize(
    "after",
    [
        [event("figure.withdrawn", "figure paid", 2, scope="common", day="2025-03-31")],
        [defined(counted(version=2), version=2, day="2025-03-31")],
        [defined(counted(version=2), of="another stream", day="2025-03-31")],
    ],
    ids=["withdrawn", "a new version", "defined anew elsewhere"],
)
def test_a_definition_is_in_force_until_another_takes_its_place(after: list[Plain]) -> None:
    """What was in force before is not any more."""
    assert "figure-undefined" in told(whole(events=[*EVENTS, *after]))[1]


def test_a_definition_of_tomorrow_is_not_in_force_yet() -> None:
    """The day that is asked for decides."""
    later = defined(counted(version=2), version=2, day="2025-04-01")
    assert told(whole(events=[*EVENTS, later])) == (0, set())


def publication(*figures: Plain, events: list[Plain] = EVENTS) -> Made:
    """Make a bundle for publication."""
    return whole(events=events, figures=figures, purpose="publication")


def published(stated: Plain, **changed: object) -> Plain:
    """Give a figure as a publication states it."""
    stated = {**stated, "counted": len(stated["counted"]), **changed}
    return {key: one for key, one in stated.items() if key != "parts"}


def test_a_publication_shows_nothing_to_recompute() -> None:
    """While an event is withheld nobody knows of which family it is."""
    assert told(publication(published(FIGURE))) == (6, {"not-recomputed"})


def test_a_publication_of_nothing_withheld_is_recomputed() -> None:
    """Where everything is shown, the suppressed parts alone are left out."""
    few = EVENTS[:2]
    day = "2025-03-31"
    part = {"side": "value", "sign": 1, "day": day, "value": 0, "counted": []}
    none = published(figure(PAID, parts=[part]))
    assert told(publication(none, events=few)) == (0, set())
    hidden = {**none, "suppressed": True, "value": None, "rows": None, "counted": None}
    assert told(publication({**hidden, "recorded": None}, events=few)) == (0, set())
    assert told(publication({**none, "value": 1}, events=few)) == (3, {"figure-differs"})


def test_the_first_row_decides_the_exit_code() -> None:
    """Everything is told, and the worst first."""
    bundle = whole(figures=[], more=["clock simulated", "not-continued a 1 b="], page=b"x")
    names = {"figure-missing", "simulated-clock", "new-epoch", "page-unknown"}
    assert told(bundle) == (3, names)
    assert told(bundle.by_outsider(README=b"x")) == (1, {*names, "member-altered"})
    assert told(bundle, LOG, OTHER_WITNESS) == (4, {*names, "witnesses-missing"})
