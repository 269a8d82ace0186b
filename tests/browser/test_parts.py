"""What the page is made of: hashes, the tree, JSON and the order of texts."""

import hashlib
import json
import zlib
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page

VECTORS = Path(__file__).parents[1] / "application" / "evidence" / "vectors" / "merkle"
ENTRIES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
"""The entries of the tree that the published vectors are of, in hex."""
ROOTS = """(entries) => {
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const tree = new ayumi.Tree();
  const roots = [[...tree.root()]];
  for (const entry of entries) {
    tree.add(ayumi.sha256(Uint8Array.of(0), bytes(entry)));
    roots.push([...tree.root()]);
  }
  return roots;
}"""
READ = """(text) => {
  const plain = (value) => value instanceof Map
    ? Object.fromEntries([...value].map(([key, each]) => [key, plain(each)]))
    : Array.isArray(value) ? value.map(plain)
    : typeof value === "bigint" ? `${value}n` : value;
  return plain(ayumi.Json.read(text, "here"));
}"""

CHAIN = """(length) => {
  const event = (version, fields) => ({
    position: version, topic: "order.said", scope: "common", stream: "one",
    version: BigInt(version), takenOver: false,
    fields: new Map([["effective_on", "2025-05-01"], ...fields]),
  });
  const now = (version) => new Map([["amount", BigInt(version)], [`a${version}`, 1n]]);
  const whole = [event(1, [["amount", 1n]])];
  for (let version = 2; version <= length; version += 1) {
    whole.push(event(version, [["corrects", BigInt(version - 1)], ["now", now(version)]]));
  }
  const began = performance.now();
  const found = new ayumi.Record(whole).lastOf("order.said");
  return [Number(found.fields.get("amount")), performance.now() - began];
}"""


def test_hashes_are_those_of_everybody(page: Page) -> None:
    """At every length around the ends of blocks, whole and in pieces, as hashlib and WebCrypto."""
    lengths = [*range(200), 1000, 4096, 65537]
    ours, browsers, checksums = page.evaluate(
        """async (lengths) => {
          const bytes = (length) => Uint8Array.from({ length }, (_, at) => at * 7 + length);
          const ours = lengths.map((length) => {
            const all = bytes(length);
            return [...ayumi.sha256(all.subarray(0, length / 3), all.subarray(length / 3))];
          });
          const theirs = await Promise.all(lengths.map(async (length) =>
            [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes(length)))]));
          return [ours, theirs, lengths.map((length) => ayumi.crc32(bytes(length)))];
        }""",
        lengths,
    )
    given = [bytes((at * 7 + length) % 256 for at in range(length)) for length in lengths]
    assert ours == browsers == [list(hashlib.sha256(each).digest()) for each in given]
    assert checksums == [zlib.crc32(each) for each in given]


def test_the_tree_has_the_roots_of_the_published_vectors(page: Page) -> None:
    """The vectors that are right name roots of one tree, at the sizes that they name."""
    roots = [bytes(root) for root in page.evaluate(ROOTS, ENTRIES)]
    assert roots[0] == hashlib.sha256().digest()
    compared = 0
    for path in sorted(VECTORS.rglob("happy-path.json")):
        vector: dict[str, Any] = json.loads(path.read_text("utf-8"))
        for size, root in (("treeSize", "root"), ("size1", "root1"), ("size2", "root2")):
            if vector.get(size, len(roots)) < len(roots) and vector[root]:
                assert roots[vector[size]] == b64decode(vector[root]), path
                compared += 1
    assert compared == 15


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a":[1,-2,true,false,null]}', {"a": ["1n", "-2n", True, False, None]}),
        ("900719925474099301", "900719925474099301n"),
        ('"\\u9ad9\\ud83d\\ude00\\"\\\\"', '髙😀"\\'),
        (" [ ] ", []),
        ('{"__proto__":1,"0":2}', {"0": "2n"}),
    ],
)
def test_json_is_read_exactly(page: Page, text: str, value: object) -> None:
    """Integers of any size stay what they are."""
    assert page.evaluate(READ, text) == value


def test_json_may_be_nested_64_deep(page: Page) -> None:
    """Objects and lists in one another; what stands in the innermost is not one more."""
    assert page.evaluate(READ, "[" * 64 + "]" * 64)
    assert page.evaluate(READ, '{"a":[' * 32 + "1" + "]}" * 32)


@pytest.mark.parametrize(
    "text",
    [
        "1.0",
        "1e3",
        "01",
        "-",
        '{"a":1,"a":1}',
        '{"a":1,"\\u0061":1}',
        '"\\ud83d"',
        '"\n"',
        '"a',
        '"\\x"',
        "[1,]",
        "[1 2]",
        "{1:2}",
        "NaN",
        "",
        "1 1",
        "9" * 19,
        "[" * 65 + "]" * 65,
        '{"a":[' * 32 + "{}" + "]}" * 32,
        "\ufeff1",
    ],
)
def test_json_that_could_be_read_in_two_ways_is_refused(page: Page, text: str) -> None:
    """Floats, keys that come twice, halves of characters, deep nesting, and what is no JSON."""
    with pytest.raises(Error, match="here: JSON"):
        page.evaluate(READ, text)


def test_texts_are_in_the_order_of_their_code_points(page: Page) -> None:
    """𠮷 comes after ﾈ, although its first half does not."""
    words = ["𠮷", "ﾈ", "a", "", "ab", "髙", "B", "𠮷a", "é"]
    ordered = page.evaluate("(words) => words.sort(ayumi.byCodePoints)", words)
    assert ordered == sorted(words)


def test_a_long_chain_of_corrections_is_read_at_once(page: Page) -> None:
    """Each corrects the one before it: the work grows with their number, not faster."""
    amount, milliseconds = page.evaluate(CHAIN, 20_000)
    assert amount == 20_000
    assert milliseconds < 1000


def test_an_element_holds_as_many_as_there_are(page: Page) -> None:
    """A call can be given only so many at once, and a stranger chooses how many there are."""
    written = "ayumi.element('p', {}, Array.from({ length: 2e5 }, () => 'a')).childNodes.length"
    assert page.evaluate(written) == 200_000
