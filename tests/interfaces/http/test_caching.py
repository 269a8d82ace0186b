"""No cache keeps an answer: it may be personal, and no longer true."""

from tests.interfaces.http.given import BASE, Api, Sent


def test_no_answer_is_kept_by_a_cache(api: Api) -> None:
    """Neither opened values nor a record with its ETag, nor a refusal."""
    stream = api.registered()
    api.project()
    opened: dict[str, Sent] = {"open": "true"}
    for answer in (
        api.get("workers", **opened),
        api.get(f"workers/{stream}"),
        api.get("no-such-list"),
        api.client.get(f"{BASE}/workers", headers={"Ayumi-Evaluation": "none"}),
        api.client.get("/livez"),
    ):
        assert answer.headers["Cache-Control"] == "no-store"
