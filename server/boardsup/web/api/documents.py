"""What the API says of itself: an OpenAPI document with an example of every operation, and the same as a plain page.

The examples stand in `examples.json`; a test calls each of them, and compares what comes back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse, Response

from boardsup.store.tokens import SAYS
from boardsup.web.api.problems import KINDS, MEDIA_TYPE, ProblemDetails
from boardsup.web.door import Door
from boardsup.web.webhooks.signing import EVENT, SIGNATURE, WINDOW

router = APIRouter(include_in_schema=False)

Values = dict[str, Any]

EXAMPLES = Path(__file__).with_name("examples.json")
SUMMARY = "Class lists, lessons, results and the item bank of Boards Up, for other programs."
ALWAYS = ("no-token", "no-scope", "too-fast", "not-saved")
"""Problems that any operation may answer with."""

REFERENCE = "#/components/schemas/ProblemDetails"


@router.get("/openapi.json")
def openapi_json(request: Request) -> Response:
    """The document, for programs."""
    return JSONResponse(document(request.app))


@router.get("/docs")
def docs(request: Request) -> Response:
    """The document, for people."""
    door: Door = request.app.state.door
    written = document(request.app)
    values = {
        "operations": operations(written),
        "problems": [{"id": id, "status": kind.status, "title": kind.title} for id, kind in KINDS.items()],
        "scopes": SAYS,
        "webhook": _shown(examples()["webhook"]["body"]),
        "headers": {"signature": SIGNATURE, "event": EVENT, "window": WINDOW},
        "verify": VERIFY,
    }
    return HTMLResponse(door.pages.page("api.html", page="help", title="For other programs", **values))


def examples() -> Values:
    """The examples by operation; under `webhook` that of a message."""
    read: Values = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return read


@lru_cache(maxsize=2)
def document(api: FastAPI) -> Values:
    """The OpenAPI document."""
    made = get_openapi(
        title=api.title,
        version=api.version,
        summary=SUMMARY,
        routes=api.routes,
        servers=[{"url": "/api/v1"}],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    schemas = made["components"]["schemas"]
    problem = ProblemDetails.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs", {})
    schemas["ProblemDetails"] = problem
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    shown = examples()
    for path in made["paths"].values():
        for operation in path.values():
            _with_problems(operation)
            _with_example(operation, shown[operation["operationId"]])
    made["webhooks"] = {"lesson.ended": {"post": _webhook(shown["webhook"])}}
    return made


def operations(written: Mapping[str, Any]) -> list[Values]:
    """The operations as the page prints them."""
    found = []
    for path, methods in written["paths"].items():
        for method, of in methods.items():
            body = of.get("requestBody", {}).get("content", {}).get("application/json", {})
            answer = of["responses"]["200"]["content"]["application/json"]
            found.append(
                {
                    "id": of["operationId"],
                    "method": method.upper(),
                    "path": path,
                    "called": called(path, of),
                    "says": of["description"],
                    "scope": next(iter(of["security"][0].values()))[0],
                    "parameters": [
                        {"name": one["name"], "place": one["in"], "says": one.get("description", "")}
                        for one in of.get("parameters", [])
                    ],
                    "body": _shown(body["example"]) if body else "",
                    "answer": _shown(answer["example"]),
                }
            )
    return found


def called(path: str, operation: Mapping[str, Any]) -> str:
    """The path of an operation with its examples filled in."""
    query = []
    for one in operation.get("parameters", []):
        if one["in"] == "path":
            path = path.replace("{" + one["name"] + "}", one["example"])
        elif "example" in one:
            query.append(f"{one['name']}={one['example']}")
    return path + (f"?{'&'.join(query)}" if query else "")


def _with_problems(operation: Values) -> None:
    """Say what else may be answered."""
    by_status: dict[int, list[str]] = {}
    names = [*ALWAYS, "garbled"] if operation["responses"].pop("422", None) else list(ALWAYS)
    names += ["not-here"] if any(one["in"] == "path" for one in operation.get("parameters", [])) else []
    names += ["not-ended"] if operation["operationId"] in ("get_results", "list_marks") else []
    names += ["refused", "too-large"] if "requestBody" in operation else []
    for name in names:
        by_status.setdefault(KINDS[name].status, []).append(KINDS[name].title)
    for status, titles in sorted(by_status.items()):
        content = {MEDIA_TYPE: {"schema": {"$ref": REFERENCE}}}
        operation["responses"][str(status)] = {"description": ". ".join(titles), "content": content}


def _with_example(operation: Values, example: Mapping[str, Any]) -> None:
    given = example.get("parameters", {})
    for one in operation.get("parameters", []):
        if one["name"] in given:
            one["example"] = given[one["name"]]
    if "requestBody" in operation:
        operation["requestBody"]["content"]["application/json"]["example"] = example["body"]
    operation["responses"]["200"]["content"]["application/json"]["example"] = example["answer"]


def _webhook(example: Mapping[str, Any]) -> Values:
    return {
        "operationId": "lesson_ended",
        "summary": "A lesson has ended",
        "description": f"Sent to each address of the desk's page *Other programs*, at least once, with the headers "
        f"{EVENT} (the event's id) and {SIGNATURE} (t=SECONDS,v1=HEX: HMAC-SHA256 with the address's secret over "
        f"SECONDS.BODY; refuse what is older than {WINDOW} seconds). Any 2xx within six seconds is an arrival.",
        "requestBody": {"content": {"application/json": {"schema": {"type": "object"}, "example": example["body"]}}},
        "responses": {"200": {"description": "It has arrived."}},
    }


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


VERIFY = """\
import hashlib, hmac, time

def is_from_boards_up(secret: str, header: str, body: bytes) -> bool:
    sent = dict(part.split("=", 1) for part in header.split(","))
    signed = sent["t"].encode() + b"." + body
    expected = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    is_fresh = abs(time.time() - int(sent["t"])) < 300
    return is_fresh and hmac.compare_digest(expected, sent["v1"])
"""
"""How a receiver makes sure of a message; a test runs it."""
