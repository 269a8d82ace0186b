"""The API's document says everything that a caller meets."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from application.aggregate import Aggregate
from application.checkable import TOO_LARGE_TO_CHECK
from application.closed_years import CLOSED_YEAR_NEEDS_REASON
from application.individual_numbers import LOOKS_LIKE_ONE
from application.recording_day import IN_THE_FUTURE, asks_the_day
from application.registry import AGGREGATES, PROJECTIONS
from domain.base import figure
from domain.base.command import Command, Correct
from interfaces.http.app import PREFIX, create_app
from interfaces.http.commands import address
from interfaces.http.openapi import PATH, text
from tests.interfaces.http.given import Api

DOCUMENT: dict[str, Any] = create_app({}).openapi()
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
PROBLEM = "application/problem+json"

COMMANDS = [
    (aggregate, command)
    for aggregate in AGGREGATES.values()
    for command in aggregate.command_types()
]
BOTH = re.compile(r"\S.* / \S.*", re.DOTALL)


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give every operation with its method and path."""
    for path, item in DOCUMENT["paths"].items():
        for method, operation in item.items():
            yield method, path, operation


def of_command(aggregate: Aggregate, command: type[Command]) -> dict[str, Any]:
    """Give a command's operation."""
    found: dict[str, Any] = DOCUMENT["paths"][PREFIX + address(aggregate, command)]["post"]
    return found


def resolved(response: dict[str, Any]) -> dict[str, Any]:
    """Give a response, wherever it is described."""
    if "$ref" not in response:
        return response
    found: dict[str, Any] = DOCUMENT["components"]["responses"][response["$ref"].split("/")[-1]]
    return found


def codes(response: dict[str, Any]) -> set[str]:
    """Give the codes that a problem's response can carry."""
    (_, limits) = resolved(response)["content"][PROBLEM]["schema"]["allOf"]
    return set(limits["properties"]["code"]["enum"])


def parameters(operation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give an operation's parameters by name."""
    return {each["name"]: each for each in operation["parameters"]}


def test_the_committed_document_is_what_the_app_says() -> None:
    """docs/openapi.json is the API; `python -m interfaces.http.openapi` renews it."""
    assert text() == PATH.read_text(encoding="utf-8")


def test_the_document_is_the_one_that_is_served(shared_api: Api) -> None:
    """The address /api/v1/openapi.json gives the same."""
    assert shared_api.client.get("/api/v1/openapi.json").json() == DOCUMENT


def test_every_operation_declares_its_errors() -> None:
    """Whatever goes wrong anywhere is a problem with a known code, and nothing else."""
    for method, path, operation in operations():
        wrong = {status: r for status, r in operation["responses"].items() if status >= "400"}
        assert {"404", "422", "500", "503"} <= wrong.keys(), (method, path)
        for response in wrong.values():
            assert list(resolved(response)["content"]) == [PROBLEM]
            assert codes(response)
            for code in codes(response):
                assert f"`{code}`" in resolved(response)["description"]


def test_there_is_one_shape_of_a_problem() -> None:
    """The framework's own shape of an error is nowhere."""
    assert "Problem" in SCHEMAS
    assert not {"HTTPValidationError", "ValidationError"} & SCHEMAS.keys()


def test_every_reference_leads_somewhere() -> None:
    """A generator of clients finds all that the document speaks of."""
    for kind, name in re.findall(r'"#/components/(\w+)/([^"]+)"', json.dumps(DOCUMENT)):
        assert name in DOCUMENT["components"][kind]


def test_operations_have_names_of_their_own() -> None:
    """A generated client has one function for each; the name follows from command and kind."""
    names = [operation["operationId"] for _, _, operation in operations()]
    assert len(names) == len(set(names))
    assert {f"{a.name}.record" for a in AGGREGATES.values()} <= set(names)
    assert {f"query.{name}" for name in PROJECTIONS} <= set(names)
    assert {
        "worker.register-worker",
        "worker.assess-skill",
        "expenditure.pay-expenditure",
        "person-link.join-persons",
    } <= set(names)


def test_every_path_parameter_is_described() -> None:
    """An address can be filled in by who has only the document."""
    for _, path, operation in operations():
        given = {n for n, each in parameters(operation).items() if each["in"] == "path"}
        assert set(re.findall(r"{(\w+)}", path)) == given


def test_every_parameter_is_described_in_both_languages() -> None:
    """Filters, moments and headers can be understood in Japanese and in English."""
    for _, _, operation in operations():
        for parameter in operation["parameters"]:
            assert BOTH.fullmatch(parameter["description"]), parameter


def test_every_field_has_a_title_in_both_languages() -> None:
    """Requests and answers can be read in Japanese and in English.

    The language of figures is English alone: it is data for programs.
    """
    for name, schema in SCHEMAS.items():
        if getattr(getattr(figure, name, None), "__module__", "") == figure.__name__:
            continue
        for field, shape in schema.get("properties", {}).items():
            assert BOTH.fullmatch(shape.get("title", "")), (name, field)


@pytest.mark.parametrize(("aggregate", "command"), COMMANDS)
def test_every_command_has_its_route(aggregate: Aggregate, command: type[Command]) -> None:
    """What can be recorded can be recorded through the API, with its own words and example."""
    operation = of_command(aggregate, command)
    body = SCHEMAS[f"{command.__name__}Body"]

    assert f"{command.LABEL.ja} / {command.LABEL.en}" == operation["summary"]
    from_headers = {name for name, info in command.model_fields.items() if info.exclude}
    expected = {"entry", *command.model_fields} - {command.TARGET} - from_headers
    assert expected == body["properties"].keys()
    assert body["additionalProperties"] is False
    assert operation["requestBody"]["required"]


@pytest.mark.parametrize(("aggregate", "command"), COMMANDS)
def test_every_command_lists_its_own_refusals(aggregate: Aggregate, command: type[Command]) -> None:
    """A program knows from the document which rules can refuse it, a person reads them there."""
    refusal = of_command(aggregate, command)["responses"]["409"]

    rules = (LOOKS_LIKE_ONE, CLOSED_YEAR_NEEDS_REASON, TOO_LARGE_TO_CHECK)
    everywhere = {"record-moved", *(rule.code for rule in rules)}
    everywhere |= {IN_THE_FUTURE.code} if asks_the_day(command) else set()
    assert everywhere | {rule.code for rule in command.REFUSALS} == codes(refusal)
    for rule in command.REFUSALS:
        assert rule.ja in refusal["description"]
        assert rule.en in refusal["description"]


@pytest.mark.parametrize(("aggregate", "command"), COMMANDS)
def test_every_command_says_which_headers_it_needs_and_gives(
    aggregate: Aggregate, command: type[Command]
) -> None:
    """Key and actor always, the version seen where there is a record; version and position back.

    What a person confirms is asked for by a refusal, so it is no duty; nor is an evaluator's token.
    """
    operation = of_command(aggregate, command)
    headers = {n: each for n, each in parameters(operation).items() if each["in"] == "header"}
    on_record = command.TARGET is not None

    expected = {"Ayumi-Actor", "Idempotency-Key", *(["If-Match"] if on_record else [])}
    assert expected == {name for name, each in headers.items() if each["required"]}
    token = {"Ayumi-Evaluation"} if "desk_key" in command.model_fields else set()
    assert headers.keys() - expected == {"Ayumi-Confirms", *token}
    assert on_record == ({"412", "428"} <= operation["responses"].keys())
    answer = operation["responses"]["200" if on_record else "201"]
    expected = {"ETag", "Ayumi-Position", *([] if on_record else ["Location"])}
    assert expected == answer["headers"].keys()


def test_the_circumstances_of_an_entry_show_their_fields() -> None:
    """Role, reason, note and source of an entry are described once, for every command."""
    body = SCHEMAS["RegisterWorkerBody"]["properties"]["entry"]
    entry = SCHEMAS[body["$ref"].split("/")[-1]]["properties"]

    assert {"role", "on_behalf_of", "reason", "note", "taken_over", "source"} <= entry.keys()
    assert entry["reason"]["title"] == "理由 / reason"


@pytest.mark.parametrize("command", [c for _, c in COMMANDS if issubclass(c, Correct)])
def test_a_correction_shows_what_it_may_replace(command: type[Correct]) -> None:
    """All fields of the events that it mends, and nothing else; none is required."""
    now = SCHEMAS[f"{command.__name__}Now"]

    fields = {name for event in command.EVENT.MENDS for name in event.model_fields}
    assert fields == now["properties"].keys()
    assert "required" not in now
    assert now["additionalProperties"] is False


def test_codes_are_given_with_their_words() -> None:
    """Whoever fills in a code finds what it means."""
    method = SCHEMAS["AssessSkillBody"]["properties"]["method"]
    assert "- `self`: 自己申告 / self-declared" in method["description"]


def test_the_most_particular_label_counts() -> None:
    """An assessor is a person, but the field asks for the assessor."""
    assert SCHEMAS["AssessSkillBody"]["properties"]["assessor"]["title"] == "評価者 / assessor"


@pytest.mark.parametrize("name", PROJECTIONS)
def test_every_projection_has_its_query(name: str) -> None:
    """Filters have the types of the rows' fields, and none of them is required."""
    operation = DOCUMENT["paths"][f"{PREFIX}/{name.replace('_', '-')}"]["get"]
    asked = parameters(operation)

    assert {"valid_on", "as_of", "min_position", "cursor", "limit", "open"} <= asked.keys()
    assert not any(each["required"] for each in asked.values() if each["in"] == "query")
    assert "$ref" not in json.dumps(operation["parameters"])
