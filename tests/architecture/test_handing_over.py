"""No file of records leaves but through the one place that records it as an export.

What the types say, the type checker holds; here it is held that nobody goes round them. On each of
the two edges one module answers with files or writes them. It is given nothing but what is recorded
then and there, or what holds nothing of a record; and only one module each can make such a thing.
"""

import ast
import inspect
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, get_args, get_origin, get_type_hints

import pytest
from fastapi import FastAPI
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies.models import Dependant
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from fastapi.routing import APIRoute, iter_route_contexts

from application.documents.template import Blank
from application.evidence.exports import Handed
from interfaces.cli import handing as on_the_command_line
from interfaces.http import handing as over_http
from interfaces.http.app import create_app
from interfaces.http.handing import Taker, taker

ROOT = Path(__file__).parents[2]
WRITES = {
    *("write_bytes", "write_text", "open", "fdopen", "mkstemp", "NamedTemporaryFile"),
    *("link", "symlink", "hardlink_to", "symlink_to", "rename", "copyfile", "copyfileobj", "move"),
    "buffer",
}
"""What files are written with, and how bytes are printed."""


def modules(folder: str) -> Iterator[ModuleType]:
    """Import every module below a folder."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        yield import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def writes(source: str) -> set[str]:
    """Give what a module writes files with."""
    nodes = list(ast.walk(ast.parse(source)))
    named = {node.func.id for node in nodes
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}  # fmt: skip
    return WRITES & (named | {node.attr for node in nodes if isinstance(node, ast.Attribute)})


def makes(module: ModuleType, source: str) -> set[type]:
    """Give the classes of which a module makes things."""
    called = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    found = (_looked_up(module, each) for each in called)
    return {each for each in found if isinstance(each, type)}


def _looked_up(module: ModuleType, node: ast.expr) -> Any:  # noqa: ANN401 - whatever is named
    match node:
        case ast.Name(id=name):
            return getattr(module, name, None)
        case ast.Attribute(value=owner, attr=name):
            return getattr(_looked_up(module, owner), name, None)
    return None


def files(kinds: Iterable[type]) -> list[type]:
    """Give those that answer a request with something other than JSON."""
    return [each for each in kinds if issubclass(each, Response) and not _json(each)]


def _json(kind: type) -> bool:
    return issubclass(kind, JSONResponse)


def routes(app: FastAPI) -> list[APIRoute]:
    """Give the endpoints; beside them there is only their description."""
    every = [each.original_route for each in iter_route_contexts(app.routes)]
    found = [each for each in every if isinstance(each, APIRoute)]
    others = {getattr(each, "path", None) for each in every if each not in found}
    assert others <= {
        app.openapi_url,
        app.docs_url,
        app.redoc_url,
        app.swagger_ui_oauth2_redirect_url,
    }
    return found


def faults(app: FastAPI) -> Iterator[str]:
    """Say which endpoints could give a file that nobody records, and which record one for nought.

    An endpoint that does not answer with JSON asks who takes its file, and gives what only the one
    place makes.
    """
    for route in routes(app):
        gives = get_type_hints(over_http.file_answer)["return"]
        returns = get_type_hints(route.endpoint).get("return")
        answers = route.response_class
        plain = answers.value if isinstance(answers, DefaultPlaceholder) else answers
        documented = {
            media_type
            for status, answer in route.responses.items()
            if str(status).startswith("2")
            for media_type in answer.get("content", {})
        }
        is_file = not _json(plain) or documented - {"application/json"} or returns is gives
        if is_file and not (plain is gives and returns is gives):
            yield f"{route.path} answers with something of its own"
        if bool(is_file) != _asks_who(route.dependant):
            yield f"{route.path} gives a file, or asks who takes one, and not both"


def _asks_who(dependant: Dependant) -> bool:
    return dependant.call is taker or any(map(_asks_who, dependant.dependencies))


def given(function: Callable[..., Any]) -> set[Any]:
    """Give the types of what a function is given, and of what it has made by whom it is given."""
    hints = get_type_hints(function)
    hints.pop("return", None)
    return {kind for hint in hints.values() for kind in _parts(hint)}


def _parts(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - any type form
    if get_origin(hint) is get_origin(Callable[..., Any]):
        *_, made = get_args(hint)
        yield from _parts(made)
    elif inner := get_args(hint):
        for each in inner:
            yield from _parts(each)
    else:
        yield hint


def test_every_endpoint_that_gives_a_file_records_it() -> None:
    """All that do not answer with JSON, and no others."""
    app = create_app({})
    assert list(faults(app)) == []
    found = [each for each in routes(app) if _asks_who(each.dependant)]
    assert len(found) >= 3, "a search that finds nothing would find no fault either"


def test_an_endpoint_that_does_not_is_found() -> None:
    """One that answers with text of its own, one that records what is none, one that streams."""
    app = FastAPI(default_response_class=JSONResponse)

    def text() -> str:
        return "W-001"

    def plain(by: Taker) -> dict[str, str]:
        return {"actor": by.actor}

    app.add_api_route("/text", text, response_class=PlainTextResponse)
    app.add_api_route("/plain", plain, response_model=None)
    app.add_api_route("/said", text, responses={200: {"content": {"text/csv": {}}}})
    assert {each.partition(" ")[0] for each in faults(app)} == {"/text", "/plain", "/said"}


def test_no_other_module_answers_with_anything_but_json() -> None:
    """So whatever an endpoint gives as a file came through the one place."""
    made = {
        module.__name__: files(makes(module, inspect.getsource(module)))
        for module in modules("interfaces/http")
    }
    assert [name for name, kinds in made.items() if kinds] == [over_http.__name__]


def test_no_other_module_of_the_command_line_writes_a_file() -> None:
    """Nor prints bytes; what is printed as text is read and not carried away."""
    found = {
        module.__name__: writes(inspect.getsource(module)) for module in modules("interfaces/cli")
    }
    assert [name for name, ways in found.items() if ways] == [on_the_command_line.__name__]


@pytest.mark.parametrize(
    "source",
    [
        "out.write_bytes(content)",
        "open(out, 'wb').write(content)",
        "sys.stdout.buffer.write(content)",
        "os.link(one, other)",
        "with out.open('w') as file: pass",
    ],
)
def test_a_file_that_is_written_elsewhere_is_found(source: str) -> None:
    """However it is written."""
    assert writes(source)


@pytest.mark.parametrize("edge", [over_http, on_the_command_line], ids=["http", "cli"])
def test_the_one_place_of_each_edge_takes_no_bytes(edge: ModuleType) -> None:
    """Only a file that it records, one that is recorded, or one that holds nothing of a record."""
    functions = [
        each
        for name, each in inspect.getmembers(edge, inspect.isfunction)
        if each.__module__ == edge.__name__ and not name.startswith("_")
    ]
    taken = set().union(*map(given, functions))
    assert not taken & {bytes, bytearray, BinaryIO, Any, object}
    assert Handed in taken


@pytest.mark.parametrize(
    ("kind", "maker"),
    [(Handed, "application.evidence.exports"), (Blank, "application.documents.template")],
)
def test_only_one_module_can_make_what_may_leave(kind: type, maker: str) -> None:
    """The one that records it, and the one that fills nothing in."""
    makers = [
        module.__name__
        for folder in ("application", "infrastructure", "interfaces/http", "interfaces/cli")
        for module in modules(folder)
        if kind in makes(module, inspect.getsource(module))
    ]
    assert makers == [maker]
