"""Recording an export: once for each time that it was made, and seen by everybody."""

from hashlib import sha256

from application.evidence.exports import record_export
from application.recorded import Entry
from domain.export.events import Exported, ExportKind, ExportMade
from tests.interfaces.http.given import TODAY, Api

GRANT = "grant:dx-r6"
CONTENT = b"the bytes of a bundle"
BUNDLE = Exported(
    kind=ExportKind.BUNDLE_PUBLICATION,
    sha256=sha256(CONTENT).hexdigest(),
    size=len(CONTENT),
    log_size=1,
)
BY = Entry(actor="secretariat")


def test_an_export_is_recorded_with_the_digest_of_its_bytes(api: Api) -> None:
    """In the programme that it shows, on the day on which it was made."""
    receipt = record_export(api.consortium, BUNDLE, GRANT, BY, key="one")
    (recorded,) = api.consortium.log.read(receipt.stream)
    assert recorded.event == ExportMade(effective_on=TODAY, programme=GRANT, **dict(BUNDLE))
    assert recorded.by.actor == "secretariat"


def test_the_same_bytes_are_exported_as_often_as_they_are(api: Api) -> None:
    """Once for each key: a repetition of the same act is none."""
    first = record_export(api.consortium, BUNDLE, GRANT, BY, key="one")
    assert record_export(api.consortium, BUNDLE, GRANT, BY, key="one") == first
    assert record_export(api.consortium, BUNDLE, GRANT, BY, key="two").version == 2


def test_everybody_sees_an_export_at_once(api: Api) -> None:
    """As soon as it is projected: no evaluation keeps it to itself."""
    position = record_export(api.consortium, BUNDLE, GRANT, BY, key="one").position
    api.project()
    (row,) = api.get("exports", min_position=position).json()["items"]
    assert (row["kind"], row["actor"], row["size"]) == ("bundle-publication", "secretariat", 21)
