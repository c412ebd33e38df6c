"""The OpenAPI document is true: each of its examples is called, and what comes back is what it says."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from boardsup.web.api.documents import called
from web.api.asking import example, program
from weeks import Weeks

WRITES = ("put", "patch")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Weeks]:
    with example(tmp_path_factory.mktemp("school")) as started:
        yield started


@pytest.fixture(scope="module")
def caller(school: Weeks) -> Iterator[httpx.Client]:
    with program(school) as client:
        yield client


def test_every_example_is_what_comes_back(caller: httpx.Client) -> None:
    document = caller.get("/openapi.json").json()
    operations = [(m, path, of) for path, methods in document["paths"].items() for m, of in methods.items()]
    assert len(operations) >= 14
    # What reads comes first; what writes changes what the others would read.
    for method, path, of in sorted(operations, key=lambda one: one[0] in WRITES):
        body = of.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
        answer = caller.request(method, called(path, of), json=body)
        said = of["responses"]["200"]["content"]["application/json"]["example"]
        assert (answer.status_code, answer.json()) == (200, said), of["operationId"]
