"""What somebody could put together to make a checker stumble is malformed, and nothing else."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from interfaces.verifier.archive import LARGEST, LONGEST_LINE
from interfaces.verifier.check import check
from interfaces.verifier.strict import Malformed
from interfaces.verifier.words import prose
from tests.interfaces.verifier.given import (
    LOG,
    ORDER,
    Made,
    Plain,
    checkpoint,
    counted,
    defined,
    event,
    figure,
    joined,
    lines,
    made,
    opened,
    zipped,
)

PAID = counted()
EVENTS = [opened(), defined(PAID), event("order.paid", "a"), event("lead.won", withheld=True)]
FIGURE = figure(
    PAID,
    value=1,
    parts=[{"side": "value", "sign": 1, "day": "2025-03-31", "value": 1, "counted": [3]}],
    counted=[3],
    recorded={"as_it_happened": 1, "late": 0, "taken_over": 0},
)
EVENTS[2]["recorded"] = "2024-05-02T00:00:00.000000Z"
BUNDLE = made(EVENTS, [FIGURE])
MEMBERS = [
    ("manifest.txt", BUNDLE.manifest()),
    *((n, BUNDLE.members[n]) for n in ORDER if n in BUNDLE.members),
]


def exit_of(written: bytes) -> int:
    """Give the exit code for a file; nothing is ever raised, and 5 comes alone."""
    told = check(io.BytesIO(written), [LOG.key()]).told
    if told["exit"] == 5:
        assert [each["name"] for each in told["findings"]] == ["malformed"]
        assert told.keys() == {"exit", "sha256", "findings"}
    code: int = told["exit"]
    return code


def test_the_bundle_that_is_spoilt_here_is_sound() -> None:
    """Otherwise nothing would be shown."""
    assert exit_of(BUNDLE.zipped()) == 6


def repacked(**settings: Any) -> bytes:  # noqa: ANN401
    """Pack the members otherwise."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.comment = settings.get("comment", b"")
        for name, content in MEMBERS:
            entry = zipfile.ZipInfo(name, settings.get("date", (1980, 1, 1, 0, 0, 0)))
            entry.create_system = settings.get("system", 3)
            entry.external_attr = settings.get("mode", 0o600) << 16
            entry.extra = settings.get("extra", b"")
            entry.comment = settings.get("said", b"")
            entry.compress_type = settings.get("method", zipfile.ZIP_STORED)
            archive.writestr(entry, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "settings",
    [
        {"comment": b"hello"},
        {"date": (2024, 1, 1, 0, 0, 0)},
        {"system": 0},
        {"mode": 0o100600},
        {"extra": b"\x01\x00\x00\x00"},
        {"said": b"hello"},
        {"method": zipfile.ZIP_DEFLATED},
    ],
    ids=str,
)
def test_an_archive_has_one_form(settings: Plain) -> None:
    """Whatever else a ZIP file can hold is refused."""
    assert exit_of(repacked()) == 6
    assert exit_of(repacked(**settings)) == 5


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "members",
    [
        [],
        MEMBERS[1:],
        MEMBERS[:-1],
        [MEMBERS[1], MEMBERS[0], *MEMBERS[2:]],
        [*MEMBERS, MEMBERS[-1]],
        [MEMBERS[0], *MEMBERS],
        [*MEMBERS, ("extra.txt", b"")],
        [*MEMBERS, ("../../etc/passwd", b"")],
        [*MEMBERS[:-1], ("Verify.html", MEMBERS[-1][1])],
        [*MEMBERS[:-1], ("vеrify.html", MEMBERS[-1][1])],
        [*MEMBERS[:-1], ("verify.html/", b"")],
        [(f"/{name}", content) for name, content in MEMBERS],
    ],
    ids=range(12),
)
def test_an_archive_holds_its_members_in_their_order(members: list[tuple[str, bytes]]) -> None:
    """No other names, none twice, and none that only looks alike."""
    assert exit_of(zipped(members)) == 5


def test_a_spoilt_byte_anywhere_outside_the_texts_is_noticed() -> None:
    """Every byte of the archive is determined; in a text the checksum is wrong first."""
    whole = BUNDLE.zipped()
    for at in range(len(whole)):
        spoilt = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        assert exit_of(spoilt) == 5, at


@pytest.mark.parametrize("at", range(0, 400, 7))
def test_a_file_that_was_cut_off_is_noticed(at: int) -> None:
    """From either end."""
    whole = BUNDLE.zipped()
    assert exit_of(whole[: -at - 1]) == 5
    assert exit_of(whole[at + 1 :]) == 5
    assert exit_of(whole + b"\0" * (at + 1)) == 5
    assert exit_of(b"\0" * (at + 1) + whole) == 5


@pytest.mark.parametrize("size", [0, 1, 1 << 20, 0xFFFFFFFF])
def test_a_size_that_lies_is_not_believed(size: int) -> None:
    """Neither in a member's own header nor in the directory."""
    whole = BUNDLE.zipped()
    told = struct.pack("<I", len(MEMBERS[1][1])) * 2
    at = whole.index(told)
    lied = whole[:at] + struct.pack("<I", size) * 2 + whole[at + 8 :]
    assert exit_of(lied) == 5
    assert exit_of(whole.replace(told, struct.pack("<I", size) * 2)) == 5


def test_a_bomb_is_not_unpacked() -> None:
    """What is compressed is refused unread."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, _ in MEMBERS:
            archive.writestr(name, b"\0" * 50_000_000)
    assert exit_of(file.getvalue()) == 5


@pytest.mark.parametrize("name", [name for name in ORDER if LARGEST[name] <= 1 << 22])
def test_a_member_may_not_be_larger_than_it_needs_to_be(name: str) -> None:
    """Memory is bounded."""
    large = Made({**BUNDLE.members, name: b"x" * (LARGEST[name] + 1)}, BUNDLE.head)
    assert exit_of(large.zipped()) == 5


WHOLE = json.loads(lines(EVENTS)[2])


def with_line(written: str) -> bytes:
    """Give a bundle with this for its third line, signed by whoever holds the log's key."""
    told = lines(EVENTS)
    return BUNDLE.by_insider(events=joined([*told[:2], written, told[3]])).zipped()


def with_state(state: str) -> bytes:
    """Give a bundle in which the third event has this state, signed in every way."""
    told = lines(EVENTS)
    told[2] = json.dumps({**WHOLE, "s": state}, ensure_ascii=False, separators=(",", ":"))
    members = {"checkpoint": checkpoint(told), "events": joined(told)}
    return BUNDLE.by_insider(**members).zipped()


def compact(**changed: object) -> str:
    """Write the third line with other values."""
    return json.dumps({**WHOLE, **changed}, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{}",
        "null",
        compact(more=1),
        compact(i="2"),
        compact(i=2.0),
        compact(i=-2),
        compact(i=10**20),
        compact(v=0),
        compact(v=True),
        compact(o=WHOLE["o"].upper()),
        compact(o="x"),
        compact(o="-" * 36),
        compact(i=10**15),
        compact(v=10**15),
        compact().replace('"order.paid"', '"\\u006frder.paid"'),
        compact().replace('"i":2', '"i":-0'),
        compact(t="order paid"),
        compact(t="оrder.paid"),
        compact(p="grant:dx\u2010r6"),
        compact(r="2024-05-02T24:00:00.000000Z"),
        compact(r="2024-05-02T00:00:00Z"),
        compact(r="2024-05-02T00:00:00.000000+00:00"),
        compact(s=WHOLE["s"] + "\ud800"[:0] + "x"),
        compact(s={}),
        compact(h="00" * 32),
        json.dumps(WHOLE),
        compact().replace('"i":2,', '"i":2,"i":2,'),
        compact().replace('"i":2', '"i":02'),
        compact().replace('"i":2', '"i":２'),
        compact() + " ",
        compact() + "\r",
        compact() + "\0",
        "\ufeff" + compact(),
        compact().replace('"s":"', '"s":"\t'),
        compact().replace('"s":"', '"s":"\\x'),
        compact().replace('"s":"', '"s":"\\ud800'),
        json.dumps({"i": 2, "l": "00" * 32}, separators=(",", ":")),
        json.dumps({"i": 2, "t": "order.paid", "p": "common", "h": "0" * 63}),
        "[" * 500_000,
        "x" * (LONGEST_LINE + 1),
    ],
)
def test_a_line_has_one_of_the_prescribed_forms(written: str) -> None:
    """Anything else is no bundle, whoever signed it."""
    assert exit_of(with_line(written)) == 5


@pytest.mark.parametrize("raw", [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"])
def test_a_line_is_utf_8(raw: bytes) -> None:
    """Nothing is replaced or skipped."""
    spoilt = joined(lines(EVENTS)).replace(b'"s":"', b'"s":"' + raw)
    assert exit_of(BUNDLE.by_insider(events=spoilt).zipped()) == 5


def test_the_last_line_ends_too() -> None:
    """And after it there is nothing."""
    whole = joined(lines(EVENTS))
    assert exit_of(BUNDLE.by_insider(events=whole[:-1]).zipped()) == 5
    assert exit_of(BUNDLE.by_insider(events=whole + b"\n").zipped()) == 5


STATE = json.loads(WHOLE["s"])


def state(**changed: object) -> str:
    """Write the state with another event."""
    return json.dumps({**STATE, "event": {**STATE["event"], **changed}})


@pytest.mark.parametrize(
    "written",
    [
        "",
        "null",
        "[]",
        '"event"',
        json.dumps({**STATE, "v": 2}),
        json.dumps({**STATE, "v": True}),
        json.dumps({**STATE, "event": []}),
        json.dumps({**STATE, "by": None}),
        json.dumps({**STATE, "by": {"taken_over": 1}}),
        json.dumps({"v": 1, "by": {}}),
        state(effective_on=None),
        state(effective_on="2024-13-01"),
        state(effective_on="20240501"),
        state(effective_on=20240501),
        state(effective_on=["2024-05-01"]),
        state(amount=1.5),
        state(amount=10**18),
        state(amount=float("nan")),
        state(amount=float("inf")),
        state(voids="1"),
        state(voids=True),
        state(corrects=1.0, now={}),
        state(corrects=1, now=[]),
        state(corrects=1, now={"effective_on": None}),
        state(corrects=1, now={"effective_on": "2024-02-30"}),
        state(corrects=1, now={}, voids=1),
        state().replace('"programme"', '"effective_on": "2024-05-01", "programme"'),
        state().replace('"programme"', '"\\u0065ffective_on": "2024-05-01", "programme"'),
        state(deep=0).replace("0}}", "[" * 63 + "]" * 63 + "}}"),
        state(deep=0).replace("0}}", "[" * 100_000 + "]" * 100_000 + "}}"),
        state(deep=0).replace("0}}", '{"a":' * 100_000 + "0" + "}" * 100_000 + "}}"),
        state(large=0).replace("0}}", "9" * 10_000 + "}}"),
        state() + "x",
        state().replace("{", "{,", 1),
        state(text=0).replace("0}}", '"\\ud800"}}'),
        state(text=0).replace("0}}", f'"{"あ" * (LONGEST_LINE // 3)}"}}}}'),
    ],
)
def test_a_state_can_be_read_in_one_way_only(written: str) -> None:
    """Numbers are integers, no key comes twice, days are days."""
    assert exit_of(with_state(written)) == 5


def test_states_as_they_are_allowed_to_be() -> None:
    """What is not forbidden is no reason to refuse."""
    deepest = state(deep=0).replace("0}}", "[" * 62 + "1" + "]" * 62 + "}}")
    for written in (state(), state(amount=1 - 10**18), state(now={}), state(more=None), deepest):
        assert exit_of(with_state(written)) in {3, 6}


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        '{"figures":{}}',
        '{"figures":[1]}',
        '{"figures":[],"figures":[]}',
        '{"figures":[],"more":[]}',
        json.dumps({"figures": [{**FIGURE, "more": 1}]}),
        json.dumps({"figures": [{**FIGURE, "version": True}]}),
        json.dumps({"figures": [{**FIGURE, "code": 1}]}),
        json.dumps({"figures": [{**FIGURE, "fiscal_year": "2024"}]}),
        json.dumps({"figures": [{**FIGURE, "value": 1.0}]}),
        json.dumps({"figures": [{**FIGURE, "fiscal_year": 2025}, FIGURE]}),
        json.dumps({"figures": [{**FIGURE, "suppressed": True}]}),
        json.dumps({"figures": [{k: v for k, v in FIGURE.items() if k != "parts"}]}),
        "[" * 100_000,
    ],
)
def test_the_list_of_figures_has_one_form(written: str) -> None:
    """Sorted, whole, and of integers."""
    assert exit_of(BUNDLE.by_insider(figures=written.encode()).zipped()) == 5


MEASURE = PAID["measure"]
FACTS = MEASURE["facts"]
WRONG_FACTS: list[Plain] = [
    {"opens": []},
    {"where": None},
    {"where": [{"field": "a", "one_of": []}]},
    {"where": [{"field": "a", "one_of": [[]]}]},
    {"scope": None},
    {"keep": "latest"},
    {"key": ["stream"]},
    {"kept_where": [{"field": "a", "one_of": [1]}]},
    {"persons": ["effective_year"]},
    {"ends": {"topics": ["order.ended"], "effective": None}},
    {"ends": {"topics": []}},
]
SHARE = {
    "kind": "ratio",
    "numerator": MEASURE,
    "denominator": MEASURE,
    "scale": 100,
    "rounding": "down",
}


@pytest.mark.parametrize(
    "definition",
    [
        1,
        {},
        {**PAID, "version": "1"},
        {**PAID, "title": "支払"},
        {**PAID, "measure": {}},
        {**PAID, "measure": {"kind": "difference", "of": [{"kind": "difference"}], "minus": []}},
        {**PAID, "measure": {**MEASURE, "kind": "mean"}},
        {**PAID, "measure": {**MEASURE, "basis": "monthly"}},
        {**PAID, "measure": {**MEASURE, "basis": "increment"}},
        {**PAID, "measure": {**MEASURE, "facts": {**FACTS, "scope": "all"}}},
        {**PAID, "measure": {**MEASURE, "facts": {**FACTS, "opens": 1}}},
        {**PAID, "measure": {**MEASURE, "facts": {**FACTS, "opens": [1]}}},
        {**PAID, "measure": {**MEASURE, "facts": {**FACTS, "keep": "some", "key": ["stream"]}}},
        {**PAID, "measure": {**MEASURE, "facts": {**FACTS, "where": [{"field": "a"}]}}},
        {**PAID, "measure": {**MEASURE, "facts": {"opens": ["order(.paid", "*"]}}},
        {**PAID, "code": "Paid"},
        {**PAID, "code": "paid\n"},
        {**PAID, "version": 0},
        {**PAID, "version": True},
        {**PAID, "more": 1},
        {**PAID, "unit": {"ja": "件", "en": ""}},
        {**PAID, "unit": {"ja": "件"}},
        {**PAID, "by": None},
        {**PAID, "by": ["stream"]},
        {**PAID, "by": ["kind", "kind"]},
        {**PAID, "measure": "count"},
        {**PAID, "measure": {**MEASURE, "kind": ["count"]}},
        {**PAID, "measure": {**MEASURE, "kind": "sum"}},
        {**PAID, "measure": {**MEASURE, "compared_with": "2024-04-01"}},
        {**PAID, "measure": {**MEASURE, "basis": "level", "year_field": "year"}},
        {
            **PAID,
            "measure": {**MEASURE, "basis": "increment", "compared_with": "20240401"},
        },
        {**PAID, "measure": {"kind": "difference", "of": [MEASURE], "minus": []}},
        {**PAID, "measure": SHARE | {"scale": 0}},
        {**PAID, "measure": SHARE | {"numerator": SHARE}},
        *({**PAID, "measure": {**MEASURE, "facts": FACTS | wrong}} for wrong in WRONG_FACTS),
    ],
    ids=range(45),
)
def test_a_definition_that_is_not_in_the_language_is_malformed(definition: Plain) -> None:
    """It cannot be said what the figure would be."""
    its = event("figure.defined", scope="common", definition=definition)
    bundle = made([EVENTS[0], its, *EVENTS[2:]], [FIGURE])
    assert exit_of(bundle.zipped()) == 5


@pytest.mark.parametrize(
    "definition",
    [
        {**PAID, "note": None},
        {**PAID, "measure": {**MEASURE, "year_field": None, "distinct_by": None}},
        {**PAID, "measure": {**MEASURE, "compared_with": None}},
        {**PAID, "measure": {**MEASURE, "facts": {**FACTS, "ends": None, "where": []}}},
    ],
    ids=range(4),
)
def test_what_may_be_absent_from_a_definition_may_be_null(definition: Plain) -> None:
    """The same definition as without it."""
    bundle = made([EVENTS[0], defined(definition), *EVENTS[2:]], [FIGURE])
    assert exit_of(bundle.zipped()) == 6


@pytest.mark.parametrize("required", [None, "2", True, []])
def test_a_policy_says_how_many_witnesses(required: object) -> None:
    """As a number, or it is none; whatever the evaluator demands."""
    policy = event("witness.policy_set", scope="common", required=required)
    assert exit_of(made([*EVENTS, policy], [FIGURE]).zipped()) == 5


@pytest.mark.parametrize("ids", [{}, {"person_id": "a"}, {"person_id": "a", "other_id": 1}])
def test_a_join_names_two_persons(ids: Plain) -> None:
    """By their ids, which are texts."""
    joined_ids = event("person.joined", scope="common", **ids)
    assert exit_of(made([*EVENTS, joined_ids], [FIGURE]).zipped()) == 5


EARLIER = checkpoint(lines(EVENTS[:2]))


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_earlier_checkpoint_may_come_from_an_editor(end: bytes, mark: bytes) -> None:
    """Whoever kept it may have looked at it; in the bundle nobody has."""
    kept = mark + EARLIER.replace(b"\n", end)
    report = check(io.BytesIO(BUNDLE.zipped()), [LOG.key()], previous=kept)
    assert report.told["own_checkpoint"] == {"size": 2, "state": "continued"}
    inside = made(EVENTS, [FIGURE], previous=kept)
    assert exit_of(inside.zipped()) == (6 if kept == EARLIER else 5)


@pytest.mark.parametrize("kept", [b"", b"\xff", b"# keys\n", EARLIER.replace(b"2\n", b"2 \n")])
def test_what_somebody_kept_that_is_no_checkpoint_is_no_verdict_on_the_bundle(kept: bytes) -> None:
    """The bundle is not even looked at."""
    for bundle in (BUNDLE.zipped(), b""):
        with pytest.raises(Malformed) as told:
            check(io.BytesIO(bundle), [LOG.key()], previous=kept)
        assert told.value.args[0] == "--previous"


MARKED = json.dumps(PAID | {"by": [], "measure": {**MEASURE, "facts": {**FACTS, "key": []}}})
ODD: list[object] = [
    None,
    True,
    -1,
    10**17,
    "",
    "x",
    "ratio",
    [],
    {},
    [[]],
    {"kind": "count"},
    ["a.b"],
]


def _places(value: object) -> Iterator[tuple[Any, Any]]:
    """Give every place in a JSON value where something else could stand."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)  # type: ignore[arg-type]
    for key, one in list(pairs):
        yield value, key
        if isinstance(one, dict | list):
            yield from _places(one)


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_whatever_stands_anywhere_there_is_a_verdict(odd: object) -> None:
    """In definitions, states and figures: no value makes the verifier stumble, or its report."""
    policy = event("witness.policy_set", scope="common", required=1)
    for number in range(200):
        whole = json.loads(json.dumps([[*EVENTS, policy], [FIGURE]]))
        whole[0][1]["event"]["definition"] = json.loads(MARKED)
        kept = [whole[1][0], *(each["event"] for each in whole[0])]
        places = list(_places(kept))
        holder, key = places[number % len(places)]
        if holder is not kept:
            holder[key] = odd
        bundle = io.BytesIO(made(whole[0], whole[1]).zipped())
        report = check(bundle, [LOG.key()])
        assert report.told["exit"] in {1, 3, 4, 5, 6}
        for tongue in (0, 1):
            assert list(prose(report.told, report.besides, tongue))


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Give a bundle in which one member was changed by whoever holds no key."""
    whole = dict(MEMBERS)
    return zipped({**whole, name: change(whole[name])}.items())


@pytest.mark.parametrize("name", ["manifest.txt", "checkpoint.txt"])
@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda written: written.replace(b"\n", b"\r\n"),
        lambda written: written.replace(b"ayumi", b"ayu\0mi"),
        lambda written: written.replace(b"ayumi", b"ayu\xffmi"),
        lambda written: written.replace(b"ayumi/", "ayumi\u3000/".encode()),
        lambda written: written.replace(b"\n4\n", b"\n04\n").replace(b": 4\n", b": 04\n"),
        lambda written: written.replace(b"\n4\n", b"\n-4\n").replace(b": 4\n", b": 4.0\n"),
        lambda written: written[:-1],
        lambda written: written + b"\n",
        lambda written: b"\n" + written,
    ],
    ids=range(10),
)
def test_statements_have_one_form(name: str, change: Callable[[bytes], bytes]) -> None:
    """To the byte, and whatever their signatures are."""
    assert exit_of(changed(name, change)) == 5


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"ayumi-bundle/1", b"ayumi-bundle/2"),
        (b"for: evaluation", b"for: publication"),
        (b"for: evaluation", b"for: anything"),
        (b"valid-on: 2025-03-31", b"valid-on: 2025-02-31"),
        (b"fiscal-years: 2024", b"fiscal-years: 2024 2024"),
        (b"fiscal-years: 2024", b"fiscal-years: 2025 2024"),
        (b"fiscal-years: 2024", b"fiscal-years:"),
        (b"README.txt", b"readme.txt"),
        (b"README.txt", b"figures.json"),
        (b"README.txt", b"manifest.txt"),
    ],
)
def test_a_manifest_has_its_lines(old: bytes, new: bytes) -> None:
    """All of them, and in their order."""
    assert exit_of(changed("manifest.txt", lambda written: written.replace(old, new))) == 5


def test_a_publication_shows_no_more_and_no_less() -> None:
    """Whole events of anything else are a breach; the log's own must not be withheld."""
    bundle = made(EVENTS, [], purpose="publication")
    for purpose in ("evaluation", "publication"):
        events = joined(lines([*EVENTS[:2], event("order.paid", "a")], purpose))
        forms = made(EVENTS, [], purpose=purpose).by_insider(events=events)
        assert exit_of(forms.zipped()) != 5
    assert exit_of(bundle.by_insider(events=joined(lines(EVENTS))).zipped()) == 5
    hidden = json.dumps({"i": 0, "t": "log.opened", "p": "common", "h": "00" * 32})
    told = [hidden.replace(" ", ""), *lines(EVENTS)[1:]]
    assert exit_of(BUNDLE.by_insider(events=joined(told)).zipped()) == 5


def test_the_checksums_are_those_of_the_contents() -> None:
    """The archive's own, besides the manifest's."""
    whole = BUNDLE.zipped()
    crc = struct.pack("<I", zlib.crc32(MEMBERS[1][1]))
    assert whole.count(crc) == 2
    assert exit_of(whole.replace(crc, b"\0\0\0\0")) == 5
