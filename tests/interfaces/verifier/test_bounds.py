"""What whoever made a bundle could do to whoever checks it: ask without end, or exchange it."""

import io
from collections.abc import Iterator
from time import process_time
from zlib import crc32

import pytest

from interfaces.verifier.check import check
from tests.interfaces.verifier.given import (
    LOG,
    Made,
    counted,
    defined,
    event,
    figure,
    joined,
    lines,
    made,
    opened,
)

DEFINED, YEARS, SECONDS = 250, range(2000, 2200), 10
PAID = counted()
EVENTS = [opened(), defined(PAID), event("order.paid", "a", amount="0" * 40)]


@pytest.mark.parametrize(
    ("years", "code"),
    [
        (YEARS, 3),
        (range(2000, 2201), 5),
        ([2024, 2024], 5),
        ([2025, 2024], 5),
        ([999], 5),
        ([3000], 5),
        ([], 5),
    ],
)
def test_no_more_fiscal_years_are_asked_for_than_anybody_needs(years: range, code: int) -> None:
    """Each of them is looked at with each definition."""
    assert made(EVENTS, years=years).checked()["exit"] == code


def test_many_findings_take_no_longer_each_than_few() -> None:
    """Whoever states no figure at all has as many found missing as there could be."""
    events = [opened(), *(defined(counted(f"paid{at}")) for at in range(DEFINED))]
    bundle = made(events, years=YEARS)
    began = process_time()
    report = bundle.checked()
    assert process_time() - began < SECONDS
    names = [each["name"] for each in report["findings"]]
    assert names.count("figure-missing") == DEFINED * len(YEARS)


class Exchanged(io.BytesIO):
    """A file in which others stand after it was read for the first time from some place on."""

    def __init__(self, content: bytes, place: int, other: bytes) -> None:
        """Exchange what stands at the place."""
        super().__init__(content)
        self._place, self._other, self._times = place, other, 0

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place, and exchange what stands there the second time."""
        self._times += offset == self._place
        if self._times == 2:
            self.getbuffer()[self._place : self._place + len(self._other)] = self._other
            self._times += 1
        return super().seek(offset, whence)


def of_the_checksum(wanted: bytes, content: bytes, places: Iterator[int]) -> bytes:
    """Exchange 0 and 1 at some of these places, so that both have the same checksum."""
    missing, found, basis = crc32(wanted) ^ crc32(content), 0, dict[int, tuple[int, int]]()
    of_nothing = crc32(bytes(len(content)))
    for place in places:
        one = bytearray(len(content))
        one[place] = 1
        value, which = crc32(one) ^ of_nothing, 1 << place
        while value and value.bit_length() in basis:
            other, its = basis[value.bit_length()]
            value, which = value ^ other, which ^ its
        if value:
            basis[value.bit_length()] = value, which
    while missing:
        value, which = basis[missing.bit_length()]
        missing, found = missing ^ value, found ^ which
    return bytes(byte ^ (found >> at & 1) for at, byte in enumerate(content))


def test_what_is_read_twice_is_the_same_twice() -> None:
    """Events are read for the proof and for the figures, maybe from a folder that others share."""
    written = lines(EVENTS)
    other = joined([*written[:2], written[2].replace("order.paid", "order.owed")])
    start = other.index(b"0" * 40)
    other = of_the_checksum(joined(written), other, iter(range(start, start + 40)))
    none = {"side": "value", "sign": 1, "day": "2025-03-31", "value": 0, "counted": []}
    how = {"as_it_happened": 1, "late": 0, "taken_over": 0}
    one = {"value": 1, "parts": [{**none, "value": 1, "counted": [3]}], "counted": [3]}
    honest = made(EVENTS, [figure(PAID, **one, recorded=how)])
    lying = made(EVENTS, [figure(PAID, parts=[none])])
    assert crc32(other) == crc32(joined(written))
    assert verdict(honest) == 6
    assert verdict(lying) == 3
    assert verdict(lying, other) == 5


def verdict(bundle: Made, later: bytes = b"") -> int:
    """Give the exit code where the lines are others when they are read again."""
    content = bundle.zipped()
    place = content.index(bundle.members["events.jsonl"])
    file = Exchanged(content, place, later or bundle.members["events.jsonl"])
    code: int = check(file, [LOG.key()], page=bundle.members["verify.html"]).told["exit"]
    return code
