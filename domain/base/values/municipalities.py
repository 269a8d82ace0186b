"""The municipalities whose names we know, so that a mistyped code is caught by its name.

Source: 総務省「全国地方公共団体コード」. The list is short on purpose: the programme's own
members and neighbours, and the codes with which the check digit is tested.
"""

from dataclasses import dataclass
from typing import Final, Literal

from domain.base.values.codes import parse_municipality_code
from domain.base.values.text import search_key

NameCheck = Literal["match", "unknown"]
"""Whether a name confirms a code; "unknown" means that a person has to confirm it."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A prefecture, municipality or ward with its official name."""

    code: str
    name: str
    english: str
    above: tuple[str, ...] = ()
    """What may be written before the name: prefecture, district or city, outermost first."""

    def names(self) -> set[str]:
        """Give the search keys of the ways in which its name is written."""
        written = {self.name}
        for position, prefix in enumerate(self.above):
            written.add(prefix + self.name)
            written.add("".join(self.above[position:]) + self.name)
        return {search_key(name) for name in written}


MUNICIPALITIES: Final = {
    row.code: row
    for row in (
        Municipality("011002", "札幌市", "Sapporo-shi", ("北海道",)),
        Municipality("011011", "中央区", "Chuo-ku, Sapporo-shi", ("北海道", "札幌市")),
        Municipality("011070", "西区", "Nishi-ku, Sapporo-shi", ("北海道", "札幌市")),
        Municipality("012050", "室蘭市", "Muroran-shi", ("北海道",)),
        Municipality("012131", "苫小牧市", "Tomakomai-shi", ("北海道",)),
        Municipality("130001", "東京都", "Tokyo-to"),
        Municipality("141003", "横浜市", "Yokohama-shi", ("神奈川県",)),
        Municipality("150002", "新潟県", "Niigata-ken"),
        Municipality("152111", "見附市", "Mitsuke-shi", ("新潟県",)),
        Municipality("152161", "糸魚川市", "Itoigawa-shi", ("新潟県",)),
        Municipality("200000", "長野県", "Nagano-ken"),
        Municipality("202126", "大町市", "Omachi-shi", ("長野県",)),
        Municipality("202151", "塩尻市", "Shiojiri-shi", ("長野県",)),
        Municipality("203246", "立科町", "Tateshina-machi", ("長野県", "北佐久郡")),
        Municipality("270008", "大阪府", "Osaka-fu"),
    )
}
"""By code, in the order of the codes, which is the order of official lists."""


def check_municipality_name(code: str, name: str) -> NameCheck:
    """Compare a code with the name written beside it.

    Gives "match" if the list confirms the pair, and "unknown" if it does not hold the code:
    then nothing is confirmed and a person has to be asked.
    Raises ValueError if the code is none, if the list has another name for it,
    or if the list has this name under another code of the same prefecture.
    """
    read = parse_municipality_code(code)
    key = search_key(name)
    known = MUNICIPALITIES.get(read)
    if known is None:
        _refuse_name_of_another(read, name)
        return "unknown"
    if key not in known.names():
        raise ValueError(
            f"read {code} with the name {name!r}; {read} is {known.name}, is the code mistyped?"
        )
    return "match"


def _refuse_name_of_another(code: str, name: str) -> None:
    key = search_key(name)
    for other in MUNICIPALITIES.values():
        if other.code[:2] == code[:2] and key in other.names():
            raise ValueError(f"read {code} with the name {name!r}; {other.name} is {other.code}")
