"""Recording an export: once for each time that it was made."""

from hashlib import sha256

from application.evidence.exports import Written, record_export
from application.recorded import Entry
from domain.export.events import ExportKind, ExportMade
from tests.interfaces.http.given import TODAY, Api

WRITTEN = Written(ExportKind.BUNDLE_PUBLICATION, "grant:dx-r6", b"the bytes of a bundle", 1)
BY = Entry(actor="secretariat")


def test_an_export_is_recorded_with_the_digest_of_its_bytes(api: Api) -> None:
    """In the programme that it shows, on the day on which it was made."""
    receipt = record_export(api.consortium, WRITTEN, BY, key="one")
    (recorded,) = api.consortium.log.read(receipt.stream)
    assert recorded.event == ExportMade(
        effective_on=TODAY,
        programme="grant:dx-r6",
        kind=ExportKind.BUNDLE_PUBLICATION,
        sha256=sha256(WRITTEN.content).hexdigest(),
        size=len(WRITTEN.content),
        log_size=1,
    )
    assert recorded.by.actor == "secretariat"


def test_the_same_bytes_are_exported_as_often_as_they_are(api: Api) -> None:
    """Once for each key: a repetition of the same act is none."""
    first = record_export(api.consortium, WRITTEN, BY, key="one")
    assert record_export(api.consortium, WRITTEN, BY, key="one") == first
    assert record_export(api.consortium, WRITTEN, BY, key="two").version == 2


def test_everybody_sees_an_export_at_once(api: Api) -> None:
    """As soon as it is projected: no evaluation keeps it to itself."""
    position = record_export(api.consortium, WRITTEN, BY, key="one").position
    api.project()
    (row,) = api.get("exports", min_position=position).json()["items"]
    assert (row["kind"], row["actor"], row["size"]) == ("bundle-publication", "secretariat", 21)
