"""From numbers and names in a row to the things that the record knows by them."""

from typing import Any
from uuid import UUID

from application.documents.directory import written_id
from application.documents.kind import CannotSay, Doubt, Place
from application.documents.record import Record, Row
from application.registry import AGGREGATES
from domain.base.values.municipalities import MUNICIPALITIES, check_municipality_name
from domain.base.values.text import search_key

_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def person_key(name: str) -> str:
    """Give what a name is matched by: width, case, spaces and the kind of kana do not matter."""
    return search_key(name).translate(_HIRAGANA)


def settle_municipality(row: dict[str, Any]) -> None:
    """Check the code against the name beside it, or find the code of a name that is known."""
    name = row.get("municipality_name")
    if name is None or row.get("municipality") == "joint":
        return
    if "municipality" not in row:
        codes = [one.code for one in MUNICIPALITIES.values() if search_key(name) in one.names()]
        if len(codes) != 1:
            raise CannotSay(
                "municipality_name",
                "この名称のコードが分かりません。市町村コードを入れてください"
                " / give the municipality's code",
            )
        row["municipality"] = codes[0]
        return
    code = row["municipality"]
    try:
        check_municipality_name(code, name)
    except ValueError as error:
        known = MUNICIPALITIES.get(code)
        said = f"{code} は{known.name}のコードです" if known else f"{code} は{name}ではありません"
        raise CannotSay("municipality", f"{said}（{name}とあります） / {error}") from None


def confirm_municipality(place: Place, row: Row, was: Row | None) -> None:
    """Ask whether a code is really that of the name beside it, where no list here says so."""
    code, name = row.get("municipality"), row.get("municipality_name")
    if name is None or code is None or code == "joint" or (was and was["municipality"] == code):
        return
    confirmed = place.municipalities.get(code)
    if check_municipality_name(code, name) == "unknown" and (
        confirmed is None or search_key(confirmed) != search_key(name)
    ):
        raise Doubt(
            f"{code} は{name}ですか（--municipality {code}={name}）"
            f" / is {code} the code of {name}? It is on no list here"
        )


def settle_person(place: Place, row: dict[str, Any], record: Record, column: str) -> None:
    """Replace a person's number by their id; the id itself may be written too."""
    if column in row:
        row[column] = person(place, record, row[column])


def person(place: Place, record: Record, said: str) -> UUID:
    """Give the person of a number, whether a register knows it or not; `meet` asks about those."""
    return written_id(said) or record.directory.persons.get(said) or place.person(said)


def meet(place: Place, row: Row, record: Record, column: str, label: str) -> None:
    """Ask about a person whom no register knows, unless the answer was that they are new."""
    said = row.get(column, ())
    new = {place.person(number) for number in place.same_person}
    if all(
        one in new or one in record.directory.met
        for one in (said if isinstance(said, tuple) else (said,))
    ):
        return
    raise Doubt(
        f"{label}が名簿にありません。新しい人なら --same-person 番号=番号 を付けてください"
        " / nobody is registered under this number; is it somebody new?"
    )


def settle_evidence(row: dict[str, Any], record: Record) -> None:
    """Replace the number of an evidence item by its id."""
    if "evidence" in row:
        row["evidence"] = registered(record, "evidence", row["evidence"], "evidence")


def known_worker(record: Record, row: Row, column: str = "worker_number") -> UUID:
    """Give a worker's stream; raises `CannotSay` if nobody is registered under the number."""
    return registered(record, "worker", row[column], column)


def known_client(record: Record, number: str, column: str) -> UUID:
    """Give a client's stream; raises `CannotSay` if none is registered under the number."""
    return registered(record, "client", number, column)


def registered(record: Record, aggregate: str, said: str, column: str) -> UUID:
    """Give the stream of one kind that people know by this number; raises `CannotSay`."""
    found = record.directory.find(aggregate, said)
    if found is None:
        label = AGGREGATES[aggregate].label
        raise CannotSay(
            column,
            f"「{said}」の{label.ja}は登録されていません。先に登録するか取り込んでください"
            f" / no {label.en} is registered as {said}",
        )
    return found
